fn main() {
    let mut numbers = vec![1];
    let show = || println!("{numbers:?}");
    numbers.push(2);
    show();
}
