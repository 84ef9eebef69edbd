fn main() {
    let number: i32 = "5".parse()?;
    println!("{number}");
}
