const NONE: u32 = 0;
const PART: u32 = 10 / NONE;
const REST: i64 = 7 % 0;
static mut EACH: u8 = 5 / (2 - 2);

fn main() {
    println!("{PART} {REST}");
}
