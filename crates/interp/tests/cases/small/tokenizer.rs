#[derive(Debug, Clone, PartialEq)]
enum Token { Number(f64), Ident(String), Symbol(char), Str(String) }

struct Lexer<'a> { chars: std::iter::Peekable<std::str::CharIndices<'a>>, source: &'a str }

impl<'a> Lexer<'a> {
    fn new(source: &'a str) -> Self { Lexer { chars: source.char_indices().peekable(), source } }
    fn take_while(&mut self, start: usize, f: impl Fn(char) -> bool) -> &'a str {
        let mut end = start;
        while let Some(&(i, c)) = self.chars.peek() { if !f(c) { break; } end = i + c.len_utf8(); self.chars.next(); }
        &self.source[start..end]
    }
}

impl Iterator for Lexer<'_> {
    type Item = Result<Token, String>;
    fn next(&mut self) -> Option<Self::Item> {
        while self.chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        let &(at, c) = self.chars.peek()?;
        Some(match c {
            '0'..='9' => { let t = self.take_while(at, |c| c.is_ascii_digit() || c == '.'); t.parse().map(Token::Number).map_err(|e| format!("{t}: {e}")) }
            c if c.is_alphabetic() || c == '_' => Ok(Token::Ident(self.take_while(at, |c| c.is_alphanumeric() || c == '_').to_string())),
            '"' => { self.chars.next(); let s = self.take_while(at + 1, |c| c != '"').to_owned(); if self.chars.next().is_none() { Err("open string".into()) } else { Ok(Token::Str(s)) } }
            '+' | '-' | '*' | '/' | '(' | ')' | '=' => { self.chars.next(); Ok(Token::Symbol(c)) }
            other => { self.chars.next(); Err(format!("unexpected {other:?} at {at}")) }
        })
    }
}

fn main() {
    for t in Lexer::new("größe = 3.14 * (x_1 + \"a b\")") { println!("{t:?}"); }
    println!("{:?}", Lexer::new("1.2.3 # \"open").collect::<Vec<_>>());
    println!("{:?}", Lexer::new("a b").collect::<Result<Vec<_>, _>>());
    println!("{:?}", Lexer::new("a ?").collect::<Result<Vec<_>, _>>());
}
