// limit : recursion
#[derive(Debug)]
struct Odd(u64);
impl PartialEq for Odd {
    fn eq(&self, other: &Self) -> bool {
        Odd(self.0 + 1) == Odd(other.0 + 1)
    }
}
fn main() {
    println!("{}", Odd(1) == Odd(2));
}
