// A small language: lexer with lifetimes, Pratt parser with boxes, environments in Rcs, errors with positions, closures as values.
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt::{self, Display};
use std::iter::Peekable;
use std::rc::Rc;
use std::str::CharIndices;

#[derive(Debug, Clone, Copy, PartialEq)]
enum Tok<'s> { Num(f64), Ident(&'s str), Op(&'s str), Kw(Keyword), Str(&'s str), End }
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keyword { Let, Fn, If, Else, True, False }
#[derive(Debug, Clone, PartialEq)]
struct Error { at: usize, kind: ErrorKind }
#[derive(Debug, Clone, PartialEq)]
enum ErrorKind { Unexpected { found: String, wanted: Option<&'static str> }, Unbound(String), Type(&'static str, &'static str), Arity(usize, usize), Lex(char) }
impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: ", self.at)?;
        match &self.kind {
            ErrorKind::Unexpected { found, wanted: Some(w) } => write!(f, "found {found}, wanted {w}"),
            ErrorKind::Unexpected { found, wanted: None } => write!(f, "unexpected {found}"),
            ErrorKind::Unbound(name) => write!(f, "`{name}` is unbound"),
            ErrorKind::Type(want, got) => write!(f, "{want} wanted, not {got}"),
            ErrorKind::Arity(want, got) => write!(f, "{want} argument{s} wanted, not {got}", s = if *want == 1 { "" } else { "s" }),
            &ErrorKind::Lex(c) => write!(f, "stray {c:?}"),
        }
    }
}
impl std::error::Error for Error {}
type Res<T> = Result<T, Error>;

struct Lexer<'s> { src: &'s str, chars: Peekable<CharIndices<'s>> }
impl<'s> Lexer<'s> {
    fn take_while(&mut self, start: usize, mut pred: impl FnMut(char) -> bool) -> &'s str {
        let mut end = start;
        while let Some(&(i, c)) = self.chars.peek() { if !pred(c) { break; } end = i + c.len_utf8(); self.chars.next(); }
        &self.src[start..end]
    }
    fn token(&mut self) -> Res<(usize, Tok<'s>)> {
        while self.chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        let Some(&(at, c)) = self.chars.peek() else { return Ok((self.src.len(), Tok::End)) };
        let tok = match c {
            '0'..='9' => Tok::Num(self.take_while(at, |c| matches!(c, '0'..='9' | '.')).parse().map_err(|_| Error { at, kind: ErrorKind::Lex(c) })?),
            'a'..='z' | 'A'..='Z' | '_' => match self.take_while(at, |c| c == '_' || c.is_alphanumeric()) {
                "let" => Tok::Kw(Keyword::Let), "fn" => Tok::Kw(Keyword::Fn), "if" => Tok::Kw(Keyword::If), "else" => Tok::Kw(Keyword::Else),
                "true" => Tok::Kw(Keyword::True), "false" => Tok::Kw(Keyword::False), name => Tok::Ident(name),
            },
            '"' => { self.chars.next(); let s = self.take_while(at + 1, |c| c != '"'); self.chars.next(); Tok::Str(s) }
            _ if "+-*/(){},;<=!".contains(c) => { self.chars.next(); let two = self.src.get(at..at + 2).filter(|t| ["==", "<=", "=>"].contains(t)); if two.is_some() { self.chars.next(); } Tok::Op(two.unwrap_or(&self.src[at..=at])) }
            other => return Err(Error { at, kind: ErrorKind::Lex(other) }),
        };
        Ok((at, tok))
    }
}

#[derive(Debug, Clone)]
enum Expr { Num(f64), Bool(bool), Str(Rc<str>), Var(String, usize), Un(char, Box<Expr>), Bin(Box<Expr>, String, Box<Expr>, usize), Call(Box<Expr>, Vec<Expr>, usize), If(Box<[Expr; 3]>), Fn(Rc<[String]>, Rc<Expr>), Block(Vec<(Option<String>, Expr)>) }
struct Parser<'s> { lexer: Lexer<'s>, next: (usize, Tok<'s>) }
impl<'s> Parser<'s> {
    fn new(src: &'s str) -> Res<Self> { let mut lexer = Lexer { src, chars: src.char_indices().peekable() }; let next = lexer.token()?; Ok(Parser { lexer, next }) }
    fn bump(&mut self) -> Res<(usize, Tok<'s>)> { let next = self.lexer.token()?; Ok(std::mem::replace(&mut self.next, next)) }
    fn eat(&mut self, op: &str) -> Res<bool> { Ok(if self.next.1 == Tok::Op(op) { self.bump()?; true } else { false }) }
    fn expect(&mut self, op: &'static str) -> Res<()> { if self.eat(op)? { Ok(()) } else { Err(self.unexpected(Some(op))) } }
    fn unexpected(&self, wanted: Option<&'static str>) -> Error { Error { at: self.next.0, kind: ErrorKind::Unexpected { found: format!("{:?}", self.next.1), wanted } } }
    fn list<T>(&mut self, end: &'static str, mut item: impl FnMut(&mut Self) -> Res<T>) -> Res<Vec<T>> {
        let mut all = vec![];
        while !self.eat(end)? { all.push(item(self)?); if !self.eat(",")? { self.expect(end)?; break; } }
        Ok(all)
    }
    fn ident(&mut self) -> Res<String> { match self.next.1 { Tok::Ident(name) => { self.bump()?; Ok(name.to_owned()) } _ => Err(self.unexpected(Some("a name"))) } }
    fn block(&mut self, end: Tok) -> Res<Expr> {
        let mut all = vec![];
        while self.next.1 != end {
            let name = if self.next.1 == Tok::Kw(Keyword::Let) { self.bump()?; let n = self.ident()?; self.expect("=")?; Some(n) } else { None };
            all.push((name, self.expr(0)?));
            if !self.eat(";")? { break; }
        }
        if self.next.1 != end { return Err(self.unexpected(None)); }
        if end != Tok::End { self.bump()?; }
        Ok(Expr::Block(all))
    }
    fn expr(&mut self, min: u8) -> Res<Expr> {
        let (at, tok) = self.bump()?;
        let mut left = match tok {
            Tok::Num(n) => Expr::Num(n),
            Tok::Str(s) => Expr::Str(s.into()),
            Tok::Kw(k @ (Keyword::True | Keyword::False)) => Expr::Bool(k == Keyword::True),
            Tok::Ident(name) => Expr::Var(name.into(), at),
            Tok::Op("(") => { let e = self.expr(0)?; self.expect(")")?; e }
            Tok::Op("{") => self.block(Tok::Op("}"))?,
            Tok::Op(op @ ("-" | "!")) => Expr::Un(op.chars().next().unwrap(), Box::new(self.expr(9)?)),
            Tok::Kw(Keyword::If) => { let (c, t) = (self.expr(0)?, self.expr(0)?); if self.next.1 != Tok::Kw(Keyword::Else) { return Err(self.unexpected(Some("else"))); } self.bump()?; Expr::If(Box::new([c, t, self.expr(0)?])) }
            Tok::Kw(Keyword::Fn) => { self.expect("(")?; let names = self.list(")", Self::ident)?; self.expect("=>")?; Expr::Fn(names.into(), Rc::new(self.expr(0)?)) }
            _ => return Err(Error { at, kind: ErrorKind::Unexpected { found: format!("{tok:?}"), wanted: Some("an expression") } }),
        };
        loop {
            let (at, Tok::Op(op)) = self.next else { break Ok(left) };
            let power = match op { "==" | "<" | "<=" => 1, "+" | "-" => 3, "*" | "/" => 5, "(" => 11, _ => break Ok(left) };
            if power < min { break Ok(left); }
            self.bump()?;
            left = if op == "(" { Expr::Call(Box::new(left), self.list(")", |p| p.expr(0))?, at) } else { Expr::Bin(left.into(), op.to_string(), self.expr(power + 1)?.into(), at) };
        }
    }
}

#[derive(Clone)]
enum Val { Num(f64), Bool(bool), Str(Rc<str>), Closure(Rc<[String]>, Rc<Expr>, Env), Native(usize, fn(&[Val]) -> Val), Unit }
impl Val { const fn kind(&self) -> &'static str { match self { Val::Num(_) => "a number", Val::Bool(..) => "a bool", Val::Str { .. } => "a string", Val::Unit => "nothing", _ => "a function" } } }
impl Display for Val { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { match self { Val::Num(n) => n.fmt(f), Val::Bool(b) => b.fmt(f), Val::Str(s) => fmt::Debug::fmt(s, f), Val::Unit => f.write_str("()"), Val::Closure(names, ..) => write!(f, "fn({})", names.join(", ")), Val::Native(n, _) => write!(f, "native/{n}") } } }
#[derive(Clone, Default)]
struct Env(Rc<Scope>);
#[derive(Default)]
struct Scope { vars: RefCell<HashMap<String, Val>>, parent: Option<Env> }
impl Env {
    fn child(&self) -> Env { Env(Rc::new(Scope { parent: Some(self.clone()), ..Default::default() })) }
    fn get(&self, name: &str) -> Option<Val> { self.0.vars.borrow().get(name).cloned().or_else(|| self.0.parent.as_ref()?.get(name)) }
    fn set(&self, name: impl Into<String>, val: Val) { self.0.vars.borrow_mut().insert(name.into(), val); }
}
fn eval(e: &Expr, env: &Env) -> Res<Val> {
    Ok(match e {
        &Expr::Num(n) => Val::Num(n), Expr::Bool(b) => Val::Bool(*b), Expr::Str(s) => Val::Str(s.clone()),
        Expr::Var(name, at) => env.get(name).ok_or_else(|| Error { at: *at, kind: ErrorKind::Unbound(name.clone()) })?,
        Expr::Un(op, inner) => match (op, eval(inner, env)?) { ('-', Val::Num(n)) => Val::Num(-n), ('!', Val::Bool(b)) => Val::Bool(!b), (_, v) => return Err(Error { at: 0, kind: ErrorKind::Type("something else", v.kind()) }) },
        Expr::Bin(a, op, b, at) => match (eval(a, env)?, op.as_str(), eval(b, env)?) {
            (Val::Num(a), "+", Val::Num(b)) => Val::Num(a + b), (Val::Num(a), "-", Val::Num(b)) => Val::Num(a - b), (Val::Num(a), "*", Val::Num(b)) => Val::Num(a * b), (Val::Num(a), "/", Val::Num(b)) => Val::Num(a / b),
            (Val::Num(a), "<", Val::Num(b)) => Val::Bool(a < b), (Val::Num(a), "<=", Val::Num(b)) => Val::Bool(a <= b), (Val::Num(a), "==", Val::Num(b)) => Val::Bool(a == b),
            (Val::Str(a), "+", b) => Val::Str(match b { Val::Str(b) => format!("{a}{b}"), b => format!("{a}{b}") }.into()),
            (Val::Num(_), _, other) | (other, ..) => return Err(Error { at: *at, kind: ErrorKind::Type("a number", other.kind()) }),
        },
        Expr::If(parts) => { let [c, t, f] = &**parts; match eval(c, env)? { Val::Bool(true) => eval(t, env)?, Val::Bool(false) => eval(f, env)?, v => return Err(Error { at: 0, kind: ErrorKind::Type("a bool", v.kind()) }) } }
        Expr::Fn(names, body) => Val::Closure(Rc::clone(names), body.clone(), env.clone()),
        Expr::Call(f, args, at) => {
            let (f, args) = (eval(f, env)?, args.iter().map(|a| eval(a, env)).collect::<Res<Vec<_>>>()?);
            let arity = |want: usize| if want == args.len() { Ok(()) } else { Err(Error { at: *at, kind: ErrorKind::Arity(want, args.len()) }) };
            match f { Val::Closure(names, body, home) => { arity(names.len())?; let env = home.child(); names.iter().zip(args).for_each(|(n, v)| env.set(n, v)); eval(&body, &env)? } Val::Native(n, f) => { arity(n)?; f(&args) } v => return Err(Error { at: *at, kind: ErrorKind::Type("a function", v.kind()) }) }
        }
        Expr::Block(all) => { let env = env.child(); let mut last = Val::Unit; for (name, e) in all { let v = eval(e, &env)?; last = match name { Some(n) => { env.set(n.as_str(), v); Val::Unit } None => v }; } last }
    })
}
fn run(src: &str, env: &Env) -> Result<Val, Box<dyn std::error::Error>> { let mut parser = Parser::new(src)?; let program = parser.block(Tok::End)?; Ok(eval(&program, env)?) }

fn main() {
    let env = Env::default();
    env.set("sqrt", Val::Native(1, |args| if let [Val::Num(n)] = args { Val::Num(n.sqrt()) } else { Val::Unit }));
    for src in [
        "1 + 2 * 3 - 4 / 2", "let fib = fn(n) => if n < 2 n else fib(n - 1) + fib(n - 2); fib(12)", "let add = fn(a) => fn(b) => a + b; add(1)(2)", "{ let x = 2; { let x = 3; x } * x }",
        "\"n = \" + 4.5 + true", "sqrt(16) == 4", "-(1 + 1) * !true", "fn(a, b) => a", "sqrt(1, 2)", "x + 1", "1 +", "let 3 = 4", "5 % 2", "(fn() => {})()", "if 1 2 else 3", "1(2)", "{ 1; 2", "\"é\" + \"ü\"",
    ] {
        match run(src, &env) { Ok(v) => println!("{v}"), Err(e) => println!("error at {e} ({})", e.downcast_ref::<Error>().map_or(0, |e| e.at)) }
    }
}
