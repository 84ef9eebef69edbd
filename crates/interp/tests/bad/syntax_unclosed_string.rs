// rejected 3:
fn main() {
    println!("a);
}
