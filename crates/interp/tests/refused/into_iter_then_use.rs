fn main() {
    let names = vec!["a".to_string()];
    for name in names {
        println!("{name}");
    }
    println!("{}", names.len());
}
