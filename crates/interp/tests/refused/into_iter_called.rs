fn main() {
    let names = vec!["a".to_string()];
    let upper: Vec<String> = names.into_iter().map(|it| it.to_uppercase()).collect();
    println!("{upper:?} {names:?}");
}
