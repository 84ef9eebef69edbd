// A calculator: tokens, a parser by precedence, a tree, errors of its own.
use std::collections::HashMap;
use std::fmt;
use std::iter::Peekable;
use std::str::{Chars, FromStr};

#[derive(Debug, Clone, PartialEq)]
enum Token { Number(f64), Ident(String), Op(char), Open, Close }
#[derive(Debug, PartialEq)]
enum ParseError { UnexpectedEnd, Unexpected(Token), BadNumber(std::num::ParseFloatError), BadChar { found: char, at: usize } }
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnexpectedEnd => f.write_str("unexpected end"),
            Self::Unexpected(token) => write!(f, "unexpected {token:?}"),
            Self::BadNumber(e) => write!(f, "bad number: {e}"),
            Self::BadChar { found, at } => write!(f, "bad character {found:?} at {at}"),
        }
    }
}
impl std::error::Error for ParseError { fn source(&self) -> Option<&(dyn std::error::Error + 'static)> { if let Self::BadNumber(e) = self { Some(e) } else { None } } }
impl From<std::num::ParseFloatError> for ParseError { fn from(e: std::num::ParseFloatError) -> Self { Self::BadNumber(e) } }

struct Lexer<'a> { chars: Peekable<Chars<'a>>, at: usize }
impl<'a> Lexer<'a> {
    fn new(text: &'a str) -> Self { Self { chars: text.chars().peekable(), at: 0 } }
    fn take_while(&mut self, test: impl Fn(&char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(c) = self.chars.next_if(&test) { taken.push(c); self.at += 1; }
        taken
    }
}
impl Iterator for Lexer<'_> {
    type Item = Result<Token, ParseError>;
    fn next(&mut self) -> Option<Self::Item> {
        self.take_while(|c| c.is_whitespace());
        let c = *self.chars.peek()?;
        Some(match c {
            '0'..='9' | '.' => self.take_while(|c| c.is_ascii_digit() || *c == '.').parse().map(Token::Number).map_err(Into::into),
            'a'..='z' | 'A'..='Z' => Ok(Token::Ident(self.take_while(|c| c.is_alphanumeric()))),
            _ => {
                self.chars.next();
                self.at += 1;
                match c { '+' | '-' | '*' | '/' | '^' | '!' => Ok(Token::Op(c)), '(' => Ok(Token::Open), ')' => Ok(Token::Close), found => Err(ParseError::BadChar { found, at: self.at - 1 }) }
            }
        })
    }
}
#[derive(Debug, Clone)]
enum Expr { Number(f64), Variable(String), Unary(char, Box<Expr>), Binary { op: char, left: Box<Expr>, right: Box<Expr> } }
fn power(op: char) -> Option<(u8, u8)> { Some(match op { '+' | '-' => (1, 2), '*' | '/' => (3, 4), '^' => (8, 7), _ => return None }) }
fn parse(tokens: &mut Peekable<std::vec::IntoIter<Token>>, least: u8) -> Result<Expr, ParseError> {
    let mut left = match tokens.next().ok_or(ParseError::UnexpectedEnd)? {
        Token::Number(n) => Expr::Number(n),
        Token::Ident(name) => Expr::Variable(name),
        Token::Op('-') => Expr::Unary('-', Box::new(parse(tokens, 5)?)),
        Token::Open => { let inner = parse(tokens, 0)?; match tokens.next() { Some(Token::Close) => inner, Some(other) => return Err(ParseError::Unexpected(other)), None => return Err(ParseError::UnexpectedEnd) } }
        other => return Err(ParseError::Unexpected(other)),
    };
    loop {
        match tokens.peek() {
            Some(Token::Op('!')) => { tokens.next(); left = Expr::Unary('!', Box::new(left)); }
            Some(&Token::Op(op)) => {
                let Some((l, r)) = power(op) else { break };
                if l < least { break; }
                tokens.next();
                left = Expr::Binary { op, left: Box::new(left), right: Box::new(parse(tokens, r)?) };
            }
            _ => break,
        }
    }
    Ok(left)
}
impl FromStr for Expr {
    type Err = ParseError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let tokens = Lexer::new(text).collect::<Result<Vec<_>, _>>()?;
        let mut tokens = tokens.into_iter().peekable();
        let expr = parse(&mut tokens, 0)?;
        tokens.next().map_or(Ok(expr), |extra| Err(ParseError::Unexpected(extra)))
    }
}
impl Expr {
    fn eval(&self, vars: &HashMap<&str, f64>) -> Result<f64, String> {
        Ok(match self {
            Expr::Number(n) => *n,
            Expr::Variable(name) => *vars.get(name.as_str()).ok_or_else(|| format!("no variable {name}"))?,
            Expr::Unary('-', of) => -of.eval(vars)?,
            Expr::Unary(_, of) => (1..=of.eval(vars)? as u64).product::<u64>() as f64,
            Expr::Binary { op, left, right } => {
                let (l, r) = (left.eval(vars)?, right.eval(vars)?);
                match op { '+' => l + r, '-' => l - r, '*' => l * r, '/' if r == 0.0 => return Err("division by zero".into()), '/' => l / r, '^' => l.powf(r), _ => unreachable!("{op}") }
            }
        })
    }
}
impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Expr::Number(n) => write!(f, "{n}"),
            Expr::Variable(v) => f.write_str(v),
            Expr::Unary('!', of) => write!(f, "{of}!"),
            Expr::Unary(op, of) => write!(f, "({op}{of})"),
            Expr::Binary { op, left, right } => write!(f, "({left} {op} {right})"),
        }
    }
}
fn main() {
    let vars = HashMap::from([("x", 3.0), ("pi", std::f64::consts::PI)]);
    for text in ["1 + 2 * 3", "2 ^ 3 ^ 2", "-(x + 1) * 2", "3! - 10 / 4", "pi * x", "1 / 0", "y", "(1", "1 2", "1.2.3", "4 $ 4", ""] {
        match text.parse::<Expr>() {
            Ok(expr) => match expr.eval(&vars) { Ok(value) => println!("{expr} = {value:.3}"), Err(e) => println!("{expr}: {e}") },
            Err(e) => println!("{text:?}: {e} (source: {})", std::error::Error::source(&e).is_some()),
        }
    }
}
