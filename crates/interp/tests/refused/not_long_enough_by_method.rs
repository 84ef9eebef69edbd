fn main() {
    let mut view = "";
    {
        let text = String::from("a");
        view = text.as_str();
    }
    println!("{view}");
}
