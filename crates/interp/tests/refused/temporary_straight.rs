fn main() {
    let text = String::from("a b").as_str();
    println!("{text}");
    let first = format!("a b").trim();
    println!("{first:?}");
    let trimmed: &str = "x".to_string().trim();
    println!("{trimmed}");
    let mut later = "";
    later = vec![String::from("a")][0].as_str();
    println!("{later}");
    let it = vec![1, 2, 3].iter();
    println!("{:?}", it);
}
