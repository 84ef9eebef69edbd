fn main() {
    let number: i32;
    if std::env::args().count() > 1 {
        number = 1;
    }
    println!("{number}");
}
