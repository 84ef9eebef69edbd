// rejected 4: cannot find value `coutn` in this scope
fn main() {
    let count = 1;
    println!("{}", coutn + count);
}
