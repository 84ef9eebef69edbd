// limit 5: memory
fn main() {
    let mut text = String::from("ab");
    for _ in 0..60 {
        text = text.clone() + &text;
    }
    println!("{}", text.len());
}
