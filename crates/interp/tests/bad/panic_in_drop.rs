// panicked 5: in drop
struct Bad;
impl Drop for Bad {
    fn drop(&mut self) {
        panic!("in drop");
    }
}
fn main() {
    let _bad = Bad;
}
