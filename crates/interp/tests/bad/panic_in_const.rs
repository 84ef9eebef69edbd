// rejected 2: attempt to compute `1_u32 - 2_u32`, which would overflow
const BAD: u32 = 1 - 2;
fn main() {
    println!("{BAD}");
}
