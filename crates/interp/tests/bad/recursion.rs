// limit 3: recursion
fn down(number: u64) -> u64 {
    down(number + 1) + 1
}
fn main() {
    println!("{}", down(0));
}
