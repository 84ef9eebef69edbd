// rejected 3: cannot find macro
fn main() {
    printn!("a");
}
