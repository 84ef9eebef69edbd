// rejected 3: mismatched types
fn main() {
    let number: i32 = "one";
    println!("{number}");
}
