// limit 3: memory
fn main() {
    let all = [0_u8; 1 << 30];
    println!("{}", all.len());
}
