fn main() {
    let mut number = 1;
    let change = &mut number;
    println!("{number}");
    *change += 1;
}
