// rejected 2:
const BAD: u32 = 1 - 2;
fn main() {
    println!("{BAD}");
}
