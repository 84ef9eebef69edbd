fn main() {
    let text = String::from("a");
    let mut round = 0;
    while round < 2 {
        drop(text);
        round += 1;
    }
}
