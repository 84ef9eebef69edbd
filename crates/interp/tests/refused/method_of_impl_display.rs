use std::fmt::Display;

fn width(value: impl Display) -> usize {
    value.len()
}

fn main() {
    println!("{}", width("abc"));
}
