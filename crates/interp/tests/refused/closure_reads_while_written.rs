fn main() {
    let mut count = 1;
    let show = || println!("{count}");
    count += 1;
    show();
}
