// limit 6: recursion
use std::fmt;
struct Loop;
impl fmt::Display for Loop {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "({})", Loop)
    }
}
fn main() {
    println!("{}", Loop);
}
