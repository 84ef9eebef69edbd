fn main() {
    let numbers = vec![1, 2, 3];
    let print = move || println!("{numbers:?}");
    print();
    println!("{}", numbers.len());
}
