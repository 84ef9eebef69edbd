fn main() {
    let mut count = 0;
    let add = || count += 1;
    add();
    println!("{count}");
}
