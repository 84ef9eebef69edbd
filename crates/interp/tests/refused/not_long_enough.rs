fn main() {
    let longest;
    {
        let text = String::from("a");
        longest = &text;
    }
    println!("{longest}");
}
