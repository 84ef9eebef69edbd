// panicked 4: called `Option::unwrap()` on a `None` value
fn main() {
    let none: Option<i32> = None;
    println!("{}", none.unwrap());
}
