struct Reader {
    text: &str,
    parts: Vec<&str>,
}

enum Token {
    Word(&str),
    Number(i32),
}

fn main() {
    let reader = Reader { text: "a b", parts: vec!["a", "b"] };
    println!("{} {}", reader.text, reader.parts.len());
    if let Token::Word(it) = Token::Word("a") {
        println!("{it}");
    }
    let _ = Token::Number(1);
}
