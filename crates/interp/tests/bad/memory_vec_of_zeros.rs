// limit 3: memory
fn main() {
    let all = vec![0_u8; 1 << 36];
    println!("{}", all.len());
}
