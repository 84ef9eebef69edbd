// panicked 4: a number: ParseIntError { kind: Empty }
fn main() {
    let text = "";
    let number: u8 = text.parse().expect("a number");
    println!("{number}");
}
