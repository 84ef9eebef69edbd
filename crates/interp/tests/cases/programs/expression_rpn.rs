// Expressions to reverse Polish notation, and their value: a hand-written tokenizer, slice patterns.
use std::collections::{HashMap, VecDeque};
use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token {
    Num(f64),
    Op(char),
    Func(Function),
    LParen,
    RParen,
    Comma,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Function {
    Max,
    Min,
    Sqrt,
}

impl TryFrom<&str> for Function {
    type Error = CalcError;
    fn try_from(name: &str) -> Result<Self, Self::Error> {
        Ok(match name {
            "max" => Self::Max,
            "min" => Self::Min,
            "sqrt" => Self::Sqrt,
            _ => return Err(CalcError::UnknownName(name.into())),
        })
    }
}

#[derive(Debug, Clone, PartialEq)]
enum CalcError {
    UnknownName(String),
    BadChar { c: char, at: usize },
    Unbalanced,
    StackUnderflow,
    DivideByZero,
    Leftover(usize),
}

impl fmt::Display for CalcError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        use CalcError::*;
        match *self {
            UnknownName(ref n) => write!(f, "unknown name '{n}'"),
            BadChar { c, at } => write!(f, "bad character '{c}' at {at}"),
            Unbalanced => write!(f, "unbalanced parentheses"),
            StackUnderflow => write!(f, "missing operand"),
            DivideByZero => write!(f, "division by zero"),
            Leftover(n) => write!(f, "{n} value{} left over", if n == 1 { "" } else { "s" }),
        }
    }
}

fn tokenize(src: &str, vars: &HashMap<&str, f64>) -> Result<Vec<Token>, CalcError> {
    let bytes = src.as_bytes();
    let mut tokens = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        match bytes[i] {
            b' ' => i += 1,
            b'0'..=b'9' | b'.' => {
                let start = i;
                while i < bytes.len() && (bytes[i].is_ascii_digit() || bytes[i] == b'.') {
                    i += 1;
                }
                tokens.push(Token::Num(src[start..i].parse().unwrap_or(f64::NAN)));
            }
            c if c.is_ascii_alphabetic() => {
                let start = i;
                while bytes.get(i).map_or(false, u8::is_ascii_alphanumeric) {
                    i += 1;
                }
                let name = &src[start..i];
                tokens.push(match vars.get(name) {
                    Some(&v) => Token::Num(v),
                    None => Token::Func(name.try_into()?),
                });
            }
            c @ (b'+' | b'-' | b'*' | b'/' | b'^') => {
                let unary = matches!(tokens.last(), None | Some(Token::Op(_) | Token::LParen | Token::Comma));
                tokens.push(Token::Op(if unary && c == b'-' { '~' } else { c as char }));
                i += 1;
            }
            b'(' => { tokens.push(Token::LParen); i += 1 }
            b')' => { tokens.push(Token::RParen); i += 1 }
            b',' => { tokens.push(Token::Comma); i += 1 }
            other => return Err(CalcError::BadChar { c: char::from(other), at: i }),
        }
    }
    Ok(tokens)
}

const fn precedence(op: char) -> (u8, bool) {
    match op {
        '+' | '-' => (1, false),
        '*' | '/' => (2, false),
        '~' => (3, true),
        '^' => (4, true),
        _ => (0, false),
    }
}

fn shunting_yard(tokens: Vec<Token>) -> Result<VecDeque<Token>, CalcError> {
    let mut out = VecDeque::new();
    let mut ops: Vec<Token> = vec![];
    for token in tokens {
        match token {
            Token::Num(_) => out.push_back(token),
            Token::Func(_) | Token::LParen => ops.push(token),
            Token::Op(op) => {
                let (mine, right) = precedence(op);
                while let Some(&Token::Op(top)) = ops.last() {
                    let (theirs, _) = precedence(top);
                    if theirs > mine || (theirs == mine && !right) {
                        out.extend(ops.pop());
                    } else {
                        break;
                    }
                }
                ops.push(token);
            }
            Token::Comma => {
                while let Some(top) = ops.pop_if(|t| *t != Token::LParen) {
                    out.push_back(top);
                }
            }
            Token::RParen => {
                loop {
                    match ops.pop() {
                        Some(Token::LParen) => break,
                        Some(top) => out.push_back(top),
                        None => return Err(CalcError::Unbalanced),
                    }
                }
                if let Some(Token::Func(_)) = ops.last() {
                    out.push_back(ops.pop().unwrap());
                }
            }
        }
    }
    while let Some(top) = ops.pop() {
        if top == Token::LParen {
            return Err(CalcError::Unbalanced);
        }
        out.push_back(top);
    }
    Ok(out)
}

fn evaluate(rpn: impl IntoIterator<Item = Token>) -> Result<f64, CalcError> {
    let binary: HashMap<char, fn(f64, f64) -> f64> = HashMap::from([
        ('+', (|a, b| a + b) as fn(f64, f64) -> f64),
        ('-', |a, b| a - b),
        ('*', |a, b| a * b),
        ('/', |a, b| a / b),
        ('^', f64::powf),
    ]);
    let mut stack = Vec::<f64>::with_capacity(16);
    for token in rpn {
        let mut pop = || stack.pop().ok_or(CalcError::StackUnderflow);
        let value = match token {
            Token::Num(n) => n,
            Token::Op('~') => -pop()?,
            Token::Op('/') => {
                let (b, a) = (pop()?, pop()?);
                if b == 0.0 {
                    return Err(CalcError::DivideByZero);
                }
                a / b
            }
            Token::Op(op) => {
                let b = pop()?;
                let a = pop()?;
                binary[&op](a, b)
            }
            Token::Func(Function::Sqrt) => pop()?.sqrt(),
            Token::Func(f) => {
                let (b, a) = (pop()?, pop()?);
                if f == Function::Max { a.max(b) } else { a.min(b) }
            }
            _ => unreachable!("{token:?} in RPN"),
        };
        stack.push(value);
    }
    match stack.as_slice() {
        &[one] => Ok(one),
        [] => Err(CalcError::StackUnderflow),
        [_, rest @ ..] => Err(CalcError::Leftover(rest.len())),
    }
}

fn calculate(src: &str) -> Result<f64, CalcError> {
    let vars = HashMap::from([("pi", std::f64::consts::PI), ("x", 2.5)]);
    tokenize(src, &vars).and_then(shunting_yard).and_then(evaluate)
}

fn main() {
    let lines = "1 + 2 * 3\n(1 + 2) * 3\n2 ^ 3 ^ 2\n-2 ^ 2\n8 / 4 / 2\nmax(1, min(7, x)) * -2\nsqrt(2) * sqrt(2)\n2 * pi\n1 / 0\n1 +\n(1\n1)\n1 2 3\nfoo(1)\n3 $ 4\n";
    for line in lines.lines() {
        match calculate(line) {
            Ok(v) if v.fract() == 0.0 => println!("{line:<24}= {v}"),
            Ok(v) => println!("{line:<24}= {v:.6}"),
            Err(e) => println!("{line:<24}! {e}"),
        }
    }
}
