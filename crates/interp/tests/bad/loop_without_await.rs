// limit 4: instructions
fn main() {
    let mut number = 0_u64;
    loop {
        number = number.wrapping_add(1);
    }
}
