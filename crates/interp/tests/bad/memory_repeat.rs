// limit 3: memory
fn main() {
    let text = "abcdefgh".repeat(1 << 40);
    println!("{}", text.len());
}
