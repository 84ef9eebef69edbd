// panicked 3: for a reason
fn main() {
    panic!("for a reason");
}
