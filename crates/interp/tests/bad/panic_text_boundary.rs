// panicked 5:
fn main() {
    let text = "aé";
    let end = 2;
    println!("{}", &text[..end]);
}
