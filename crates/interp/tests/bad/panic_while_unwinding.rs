// panicked 5: again
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
