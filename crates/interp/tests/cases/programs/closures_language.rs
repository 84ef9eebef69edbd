// A small language: tokenizer with peekable chars, Pratt parser, tree-walking evaluator with closures.
use std::{cell::RefCell, collections::HashMap, fmt, iter::Peekable, rc::Rc, str::Chars};

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Num(f64),
    Ident(String),
    Str(String),
    Op(&'static str),
    Keyword(Kw),
    Eof,
}
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kw {
    Let,
    Fn,
    If,
    Else,
    While,
}
struct Lexer<'src> {
    chars: Peekable<Chars<'src>>,
    line: u32,
}
const OPS: [&str; 18] = ["==", "!=", "<=", ">=", "=>", "+", "-", "*", "/", "<", ">", "=", "(", ")", "{", "}", ",", ";"];
impl<'src> Lexer<'src> {
    fn new(src: &'src str) -> Self {
        Self { chars: src.chars().peekable(), line: 1 }
    }
    fn take_while<P: Fn(&char) -> bool>(&mut self, p: P) -> String {
        let mut s = String::new();
        while let Some(c) = self.chars.next_if(&p) {
            s.push(c);
        }
        s
    }
}
impl Iterator for Lexer<'_> {
    type Item = Result<(Token, u32), String>;
    fn next(&mut self) -> Option<Self::Item> {
        let c = loop {
            match self.chars.peek()? {
                '\n' => {
                    self.line += 1;
                    self.chars.next();
                }
                c if c.is_whitespace() => {
                    self.chars.next();
                }
                '#' => {
                    self.take_while(|&c| c != '\n');
                }
                &c => break c,
            }
        };
        let line = self.line;
        Some(Ok((
            match c {
                '0'..='9' => {
                    let s = self.take_while(|c| c.is_ascii_digit() || *c == '.');
                    match s.parse() {
                        Ok(n) => Token::Num(n),
                        Err(e) => return Some(Err(format!("line {line}: {s}: {e}"))),
                    }
                }
                'a'..='z' | 'A'..='Z' | '_' => match self.take_while(|c| c.is_alphanumeric() || *c == '_').as_str() {
                    "let" => Token::Keyword(Kw::Let),
                    "fn" => Token::Keyword(Kw::Fn),
                    "if" => Token::Keyword(Kw::If),
                    "else" => Token::Keyword(Kw::Else),
                    "while" => Token::Keyword(Kw::While),
                    id => Token::Ident(id.to_string()),
                },
                '"' => {
                    self.chars.next();
                    let s = self.take_while(|c| *c != '"');
                    if self.chars.next().is_none() {
                        return Some(Err(format!("line {line}: unterminated string")));
                    }
                    Token::Str(s)
                }
                _ => {
                    self.chars.next();
                    let two: String = [Some(c), self.chars.peek().copied()].into_iter().flatten().collect();
                    match OPS.iter().find(|o| two.starts_with(**o)) {
                        Some(op) => {
                            if op.len() == 2 {
                                self.chars.next();
                            }
                            Token::Op(op)
                        }
                        None => return Some(Err(format!("line {line}: stray {c:?}"))),
                    }
                }
            },
            line,
        )))
    }
}
#[derive(Debug, Clone)]
enum Expr {
    Num(f64),
    Str(Rc<str>),
    Var(String),
    Let(String, Box<Expr>),
    Assign(String, Box<Expr>),
    Bin(Box<Expr>, &'static str, Box<Expr>),
    Neg(Box<Expr>),
    Call(Box<Expr>, Vec<Expr>),
    Fn(Rc<Vec<String>>, Rc<Expr>),
    Block(Vec<Expr>),
    If(Box<Expr>, Box<Expr>, Option<Box<Expr>>),
    While(Box<Expr>, Box<Expr>),
}
struct Parser {
    toks: Vec<(Token, u32)>,
    pos: usize,
}
type PResult<T = Expr> = Result<T, String>;
impl Parser {
    fn peek(&self) -> &Token {
        self.toks.get(self.pos).map(|t| &t.0).unwrap_or(&Token::Eof)
    }
    fn next(&mut self) -> Token {
        let t = self.peek().clone();
        self.pos += 1;
        t
    }
    fn eat(&mut self, op: &str) -> bool {
        let hit = matches!(self.peek(), Token::Op(o) if *o == op);
        if hit {
            self.pos += 1;
        }
        hit
    }
    fn expect(&mut self, op: &str) -> PResult<()> {
        if self.eat(op) {
            Ok(())
        } else {
            Err(format!("line {}: expected `{op}`, found {:?}", self.toks.get(self.pos).map_or(0, |t| t.1), self.peek()))
        }
    }
    fn ident(&mut self) -> PResult<String> {
        match self.next() {
            Token::Ident(s) => Ok(s),
            t => Err(format!("expected a name, found {t:?}")),
        }
    }
    fn block(&mut self) -> PResult {
        self.expect("{")?;
        let mut v = vec![];
        while !self.eat("}") {
            v.push(self.expr(0)?);
            while self.eat(";") {}
        }
        Ok(Expr::Block(v))
    }
    fn power(op: &str) -> Option<(u8, u8)> {
        Some(match op {
            "=" => (2, 1),
            "==" | "!=" => (3, 4),
            "<" | ">" | "<=" | ">=" => (5, 6),
            "+" | "-" => (7, 8),
            "*" | "/" => (9, 10),
            _ => return None,
        })
    }
    fn expr(&mut self, min: u8) -> PResult {
        let mut lhs = match self.next() {
            Token::Num(n) => Expr::Num(n),
            Token::Str(s) => Expr::Str(s.into()),
            Token::Ident(s) => Expr::Var(s),
            Token::Op("-") => Expr::Neg(self.expr(11)?.into()),
            Token::Op("(") => {
                let e = self.expr(0)?;
                self.expect(")")?;
                e
            }
            Token::Op("{") => {
                self.pos -= 1;
                self.block()?
            }
            Token::Keyword(Kw::Let) => {
                let n = self.ident()?;
                self.expect("=")?;
                Expr::Let(n, Box::new(self.expr(0)?))
            }
            Token::Keyword(Kw::If) => {
                let c = self.expr(0)?;
                let t = self.block()?;
                let e = if *self.peek() == Token::Keyword(Kw::Else) {
                    self.pos += 1;
                    Some(Box::new(self.expr(0)?))
                } else {
                    None
                };
                Expr::If(Box::new(c), t.into(), e)
            }
            Token::Keyword(Kw::While) => Expr::While(Box::new(self.expr(0)?), Box::new(self.block()?)),
            Token::Keyword(Kw::Fn) => {
                self.expect("(")?;
                let mut ps = Vec::new();
                while !self.eat(")") {
                    ps.push(self.ident()?);
                    self.eat(",");
                }
                self.expect("=>")?;
                Expr::Fn(ps.into(), self.expr(0)?.into())
            }
            t => return Err(format!("unexpected {t:?}")),
        };
        loop {
            if self.eat("(") {
                let mut args = vec![];
                while !self.eat(")") {
                    args.push(self.expr(0)?);
                    self.eat(",");
                }
                lhs = Expr::Call(lhs.into(), args);
                continue;
            }
            let &Token::Op(op) = self.peek() else { break };
            let Some((l, r)) = Self::power(op) else { break };
            if l < min {
                break;
            }
            self.pos += 1;
            let rhs = self.expr(r)?;
            lhs = match (op, lhs) {
                ("=", Expr::Var(n)) => Expr::Assign(n, rhs.into()),
                ("=", other) => return Err(format!("cannot assign to {other:?}")),
                (_, lhs) => Expr::Bin(Box::new(lhs), op, Box::new(rhs)),
            };
        }
        Ok(lhs)
    }
}
#[derive(Clone)]
enum Value {
    Nil,
    Num(f64),
    Bool(bool),
    Str(Rc<str>),
    Closure(Rc<Vec<String>>, Rc<Expr>, Env),
    Native(&'static str, fn(&[Value]) -> Result<Value, String>),
}
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Nil => f.pad("nil"),
            Value::Num(n) => fmt::Display::fmt(n, f),
            Value::Bool(b) => b.fmt(f),
            Value::Str(s) => f.pad(s),
            Value::Closure(p, ..) => write!(f, "<fn/{}>", p.len()),
            Value::Native(n, _) => write!(f, "<native {n}>"),
        }
    }
}
#[derive(Clone, Default)]
struct Env(Rc<Scope>);
#[derive(Default)]
struct Scope {
    vars: RefCell<HashMap<String, Value>>,
    up: Option<Env>,
}
impl Env {
    fn child(&self) -> Env {
        Env(Rc::new(Scope { up: Some(self.clone()), ..Default::default() }))
    }
    fn get(&self, n: &str) -> Option<Value> {
        self.0.vars.borrow().get(n).cloned().or_else(|| self.0.up.as_ref()?.get(n))
    }
    fn set(&self, n: &str, v: Value) -> bool {
        if let Some(slot) = self.0.vars.borrow_mut().get_mut(n) {
            *slot = v;
            true
        } else {
            self.0.up.as_ref().is_some_and(|e| e.set(n, v))
        }
    }
}
fn eval(e: &Expr, env: &Env) -> Result<Value, String> {
    use Value::*;
    Ok(match e {
        Expr::Num(n) => Num(*n),
        Expr::Str(s) => Str(Rc::clone(s)),
        Expr::Var(n) => env.get(n).ok_or_else(|| format!("undefined: {n}"))?,
        Expr::Let(n, e) => {
            let v = eval(e, env)?;
            env.0.vars.borrow_mut().insert(n.clone(), v.clone());
            v
        }
        Expr::Assign(n, e) => {
            let v = eval(e, env)?;
            if !env.set(n, v.clone()) {
                return Err(format!("assign to undefined {n}"));
            }
            v
        }
        Expr::Neg(e) => match eval(e, env)? {
            Num(n) => Num(-n),
            v => return Err(format!("cannot negate {v}")),
        },
        Expr::Bin(l, op, r) => match (eval(l, env)?, *op, eval(r, env)?) {
            (Num(a), "+", Num(b)) => Num(a + b),
            (Num(a), "-", Num(b)) => Num(a - b),
            (Num(a), "*", Num(b)) => Num(a * b),
            (Num(_), "/", Num(0.0)) => return Err("division by zero".into()),
            (Num(a), "/", Num(b)) => Num(a / b),
            (Num(a), "<", Num(b)) => Bool(a < b),
            (Num(a), ">", Num(b)) => Bool(a > b),
            (Num(a), "==", Num(b)) => Bool(a == b),
            (Str(a), "+", b) => Str(format!("{a}{b}").into()),
            (a, op, b) => return Err(format!("type error: {a} {op} {b}")),
        },
        Expr::Fn(p, b) => Closure(p.clone(), b.clone(), env.clone()),
        Expr::Call(f, args) => {
            let args = args.iter().map(|a| eval(a, env)).collect::<Result<Vec<_>, _>>()?;
            match eval(f, env)? {
                Native(_, f) => f(&args)?,
                Closure(ps, body, up) if ps.len() == args.len() => {
                    let scope = up.child();
                    scope.0.vars.borrow_mut().extend(ps.iter().cloned().zip(args));
                    eval(&body, &scope)?
                }
                Closure(ps, ..) => return Err(format!("expected {} arguments, got {}", ps.len(), args.len())),
                v => return Err(format!("{v} is not callable")),
            }
        }
        Expr::Block(es) => {
            let scope = env.child();
            es.iter().try_fold(Nil, |_, e| eval(e, &scope))?
        }
        Expr::If(c, t, f) => match (eval(c, env)?, f) {
            (Bool(false) | Nil, Some(f)) => eval(f, env)?,
            (Bool(false) | Nil, None) => Nil,
            _ => eval(t, env)?,
        },
        Expr::While(c, b) => {
            let mut last = Nil;
            while let Bool(true) = eval(c, env)? {
                last = eval(b, env)?;
            }
            last
        }
    })
}
fn run(src: &str) -> Result<Value, String> {
    let toks = Lexer::new(src).collect::<Result<Vec<_>, _>>()?;
    let mut p = Parser { toks, pos: 0 };
    let env = Env::default();
    env.0.vars.borrow_mut().extend([
        (
            "print".to_string(),
            Value::Native("print", |a| {
                println!("  out: {}", a.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
                Ok(Value::Nil)
            }),
        ),
        (
            "sqrt".to_string(),
            Value::Native("sqrt", |a| match a {
                [Value::Num(n)] if *n >= 0.0 => Ok(Value::Num(n.sqrt())),
                [v] => Err(format!("sqrt of {v}")),
                _ => Err("sqrt/1".into()),
            }),
        ),
    ]);
    let mut last = Value::Nil;
    while p.pos < p.toks.len() {
        last = eval(&p.expr(0)?, &env)?;
        while p.eat(";") {}
    }
    Ok(last)
}
fn main() {
    let programs = [
        "1 + 2 * 3 - -4",
        "let fact = fn(n) => if n < 2 { 1 } else { n * fact(n - 1) }; fact(10)",
        "let mk = fn(s) => { let n = s; fn() => { n = n + 1; n } };\nlet a = mk(10); let b = mk(0); a(); a(); b(); print(a(), b(), mk); a() + b()",
        "let i = 0; let s = \"\"; while i < 5 { s = s + i; i = i + 1 }; s + \"!\"",
        "sqrt(2)",
        "# comment\nsqrt(0-1)",
        "1 / 0",
        "x + 1",
        "let f = fn(a, b) => a; f(1)",
        "(1 + ",
        "3.1.4",
        "1 $ 2",
        "\"abc",
        "1 = 2",
        "print(\"a\" + 1.50, nope == 1)",
    ];
    for src in programs {
        match run(src) {
            Ok(v) => println!("{:>10.3} <- {}", v, src.lines().next().unwrap_or_default()),
            Err(e) => println!("{:>10} <- {e}", "error"),
        }
    }
}
