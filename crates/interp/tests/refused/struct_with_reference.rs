struct Parser<'a> {
    text: &'a str,
}

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser { text }
    }
}

fn main() {
    let mut text = String::from("a");
    let parser = Parser { text: &text };
    text.push('b');
    println!("{}", parser.text);
    let _ = Parser::new("a");
}
