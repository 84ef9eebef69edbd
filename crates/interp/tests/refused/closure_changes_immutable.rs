fn main() {
    let count = 0;
    let mut add = || count += 1;
    add();
    println!("{count}");
}
