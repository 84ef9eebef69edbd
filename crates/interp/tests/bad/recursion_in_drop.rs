// limit : recursion
struct Again(u64);
impl Drop for Again {
    fn drop(&mut self) {
        let _next = Again(self.0 + 1);
    }
}
fn main() {
    let _first = Again(0);
}
