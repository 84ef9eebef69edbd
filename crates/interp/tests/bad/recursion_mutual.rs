// limit : recursion
fn even(number: u64) -> bool {
    !odd(number + 1)
}
fn odd(number: u64) -> bool {
    !even(number + 1)
}
fn main() {
    println!("{}", even(0));
}
