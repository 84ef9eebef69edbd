// Lifetimes: parsers that hold slices of their input, and higher-ranked closures.
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::iter::Peekable;
use std::str::{CharIndices, Chars, FromStr};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Token<'src> { Ident(&'src str), Number(f64), Str(&'src str), Op(char), Open, Close, Arrow }

#[derive(Debug, PartialEq)]
struct LexError<'src> { at: usize, rest: &'src str }

impl fmt::Display for LexError<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "unexpected {:?} at byte {}", self.rest.chars().next().unwrap_or('\0'), self.at) }
}

struct Lexer<'src> { src: &'src str, chars: Peekable<CharIndices<'src>> }

impl<'src> Lexer<'src> {
    fn new(src: &'src str) -> Self { Lexer { src, chars: src.char_indices().peekable() } }
    fn take_while(&mut self, from: usize, mut pred: impl FnMut(char) -> bool) -> &'src str {
        while self.chars.next_if(|&(_, c)| pred(c)).is_some() {}
        let to = self.chars.peek().map_or(self.src.len(), |&(i, _)| i);
        &self.src[from..to]
    }
}

impl<'src> Iterator for Lexer<'src> {
    type Item = Result<Token<'src>, LexError<'src>>;
    fn next(&mut self) -> Option<Self::Item> {
        self.take_while(0, char::is_whitespace);
        let (at, c) = self.chars.next()?;
        Some(Ok(match c {
            '(' => Token::Open,
            ')' => Token::Close,
            '-' if self.chars.next_if(|(_, c)| *c == '>').is_some() => Token::Arrow,
            '+' | '-' | '*' | '/' | '=' | ',' => Token::Op(c),
            '"' => {
                let text = self.take_while(at, |c| c != '"');
                match self.chars.next() { Some(_) => Token::Str(&text[1..]), None => return Some(Err(LexError { at, rest: &self.src[at..] })) }
            }
            '0'..='9' => match self.take_while(at, |c| c.is_ascii_digit() || c == '.').parse() {
                Ok(n) => Token::Number(n),
                Err(_) => return Some(Err(LexError { at, rest: &self.src[at..] })),
            },
            c if c.is_alphabetic() || c == '_' => Token::Ident(self.take_while(at, |c| c.is_alphanumeric() || c == '_')),
            _ => { self.chars.by_ref().last(); return Some(Err(LexError { at, rest: &self.src[at..] })); }
        }))
    }
}

#[derive(Debug)]
enum Expr<'a> { Num(f64), Var(&'a str), Bin(Box<Expr<'a>>, char, Box<Expr<'a>>), Call(&'a str, Vec<Expr<'a>>), Neg(Box<Expr<'a>>) }

struct Parser<'t, 'src: 't> { tokens: &'t [Token<'src>] }

impl<'t, 'src> Parser<'t, 'src> {
    fn next(&mut self) -> Option<Token<'src>> { let (first, rest) = self.tokens.split_first()?; self.tokens = rest; Some(*first) }
    fn expect(&mut self, want: Token<'_>) -> Result<(), String> {
        match self.next() { Some(t) if t == want => Ok(()), t => Err(format!("expected {want:?}, found {t:?}")) }
    }
    fn expr(&mut self, min: u8) -> Result<Expr<'src>, String> {
        let mut left = match self.next().ok_or("unexpected end")? {
            Token::Number(n) => Expr::Num(n),
            Token::Ident(name) if self.tokens.first() == Some(&Token::Open) => {
                self.next();
                let mut args = vec![];
                while self.tokens.first() != Some(&Token::Close) {
                    args.push(self.expr(0)?);
                    if let [Token::Op(','), rest @ ..] = self.tokens { self.tokens = rest; }
                }
                self.next();
                Expr::Call(name, args)
            }
            Token::Ident(name) => Expr::Var(name),
            Token::Op('-') => Expr::Neg(Box::new(self.expr(9)?)),
            Token::Open => { let inner = self.expr(0)?; self.expect(Token::Close)?; inner }
            other => return Err(format!("did not expect {other:?}")),
        };
        while let Some(&Token::Op(op @ ('+' | '-' | '*' | '/'))) = self.tokens.first() {
            let power = if "+-".contains(op) { 1 } else { 3 };
            if power < min { break; }
            self.next();
            left = Expr::Bin(Box::new(left), op, Box::new(self.expr(power + 1)?));
        }
        Ok(left)
    }
}

type Env<'e> = HashMap<&'e str, f64>;
type Builtin = (&'static str, for<'x> fn(&'x [f64]) -> Option<&'x f64>);
const BUILTINS: &[Builtin] = &[
    ("first", <[f64]>::first),
    ("max", |xs| xs.iter().max_by(|a, b| a.total_cmp(b))),
    ("min", |xs| xs.iter().min_by(|a, b| a.partial_cmp(b).unwrap())),
];

impl<'a> Expr<'a> {
    fn eval(&self, env: &Env<'_>) -> Result<f64, String> {
        Ok(match self {
            Expr::Num(n) => *n,
            Expr::Var(v) => *env.get(v).ok_or_else(|| format!("unknown {v}"))?,
            Expr::Neg(e) => -e.eval(env)?,
            Expr::Bin(a, op, b) => match (op, a.eval(env)?, b.eval(env)?) {
                ('+', a, b) => a + b, ('-', a, b) => a - b, ('*', a, b) => a * b,
                ('/', _, 0.0) => return Err("division by zero".into()),
                ('/', a, b) => a / b,
                _ => unreachable!("{op}"),
            },
            Expr::Call(f, args) => {
                let args = args.iter().map(|a| a.eval(env)).collect::<Result<Vec<_>, _>>()?;
                let (_, f) = BUILTINS.iter().find(|(n, _)| n == f).ok_or_else(|| format!("no function {f}/{}", args.len()))?;
                f(&args).copied().ok_or("no arguments")?
            }
        })
    }
    fn vars<'b>(&'b self, out: &mut Vec<&'a str>) {
        match self {
            Expr::Var(v) if !out.contains(v) => out.push(v),
            Expr::Bin(a, _, b) => [a, b].into_iter().for_each(|e| e.vars(out)),
            Expr::Call(_, args) => args.iter().for_each(|e| e.vars(out)),
            Expr::Neg(e) => e.vars(out),
            _ => {}
        }
    }
}

struct Config<'a> { sections: BTreeMap<&'a str, Vec<(&'a str, &'a str)>> }
impl<'a> From<&'a str> for Config<'a> {
    fn from(text: &'a str) -> Self {
        let mut sections: BTreeMap<&str, Vec<_>> = BTreeMap::new();
        let mut current = "";
        for line in text.lines().map(|l| l.split('#').next().unwrap().trim()).filter(|l| !l.is_empty()) {
            if let Some(name) = line.strip_prefix('[').and_then(|l| l.strip_suffix(']')) { current = name; }
            else if let Some((k, v)) = line.split_once([':', '=']) { sections.entry(current).or_default().push((k.trim_end(), v.trim_start_matches(&[' ', '\t'][..]))); }
        }
        Config { sections }
    }
}
impl<'a> Config<'a> {
    fn get<T: FromStr>(&self, path: &str) -> Option<Result<T, T::Err>> {
        let (section, key) = path.rsplit_once('.').unwrap_or(("", path));
        self.sections.get(section)?.iter().rev().find(|(k, _)| k.eq_ignore_ascii_case(key)).map(|(_, v)| v.parse())
    }
}

fn longest<'a>(x: &'a str, y: &'a str) -> &'a str { if x.chars().count() >= y.chars().count() { x } else { y } }
fn apply_all<F>(words: &[String], f: F) -> Vec<&str> where F: for<'w> Fn(&'w str) -> &'w str { words.iter().map(|w| f(w)).collect() }
fn split_pair<'a, 'b>(a: &'a str, _b: &'b str) -> (&'a str, Chars<'a>) { let (l, r) = a.split_at(a.len() / 2); (l, r.chars()) }

fn main() {
    let env: Env = [("x", 4.0), ("y", -1.5)].into();
    for src in ["1 + 2 * x", "-(x - y) / 2", "max(1, x, y*-10) - min(2)", "first()", "x / (y + 1.5)", "zz + 1", "f(1)", "2 + ", "(1", "3 $ 4", "1.2.3", "\"open"] {
        let tokens: Result<Vec<_>, _> = Lexer::new(src).collect();
        match tokens.map_err(|e| e.to_string()).and_then(|t| { let mut p = Parser { tokens: &t }; p.expr(0) }) {
            Ok(e) => { let mut vars = vec![]; e.vars(&mut vars); println!("{src:28} {vars:?} {:?}", e.eval(&env)); }
            Err(e) => println!("{src:28} error: {e}"),
        }
    }
    println!("{:?}", Lexer::new("say -> \"hé llo\" ünï_1").collect::<Vec<_>>());
    let text = String::from("top = 1 # one\n[net]\nport: 80\nPort: 8080\nhost =  a.b \n\n[net.tls]\non=yes\n");
    let config = Config::from(text.as_str());
    println!("{:?} {:?} {:?} {:?}", config.get::<u16>("net.port"), config.get::<String>("net.host"), config.get::<bool>("net.tls.on").map(|r| r.map_err(|e| e.to_string())), config.get::<u8>("none"));
    println!("{:?}", config.sections);
    let outer = String::from("été");
    let winner = { let inner = "long"; longest(&outer, inner).to_owned() };
    println!("{winner} {:?}", apply_all(&["  a b".into(), "c ".into()], |w| w.trim().split(' ').next_back().unwrap()));
    let (l, mut r) = split_pair("abcdef", "tmp");
    println!("{l} {:?} {:?}", r.next_back(), r.as_str());
}
