// panicked 10: first
struct Bad;
impl Drop for Bad {
    fn drop(&mut self) {
        panic!("again");
    }
}
fn main() {
    let _bad = Bad;
    panic!("first");
}
