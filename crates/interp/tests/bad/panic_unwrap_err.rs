// panicked 3: called `Result::unwrap()` on an `Err` value: ParseIntError { kind: InvalidDigit }
fn main() {
    println!("{}", "x".parse::<i32>().unwrap());
}
