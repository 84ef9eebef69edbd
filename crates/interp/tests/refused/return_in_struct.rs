struct Parser<'a> { text: &'a str }
fn parser<'a>() -> Parser<'a> {
    let text = String::from("a");
    Parser { text: &text }
}
fn some<'a>() -> Option<&'a String> {
    let text = String::from("a");
    Some(&text)
}
fn main() { parser(); some(); }
