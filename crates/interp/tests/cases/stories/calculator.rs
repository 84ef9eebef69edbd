use std::collections::HashMap;
use std::fmt;
#[derive(Debug, Clone, PartialEq)]
enum Token { Num(f64), Ident(String), Op(char), LParen, RParen, Assign, Comma, Eof }
#[derive(Debug)]
enum ParseError { UnexpectedChar(char, usize), UnexpectedToken(Token), UnknownVariable(String), DivisionByZero, StackUnderflow }
impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use ParseError::*;
        match self {
            UnexpectedChar(c, p) => write!(f, "unexpected character '{}' at position {}", c, p),
            UnexpectedToken(t) => write!(f, "unexpected token {:?}", t),
            UnknownVariable(v) => write!(f, "unknown variable: {v}"),
            DivisionByZero => f.write_str("division by zero"),
            StackUnderflow => write!(f, "stack underflow"),
        }
    }
}
impl std::error::Error for ParseError {}
type Res<T> = std::result::Result<T, ParseError>;
struct Lexer<'a> { chars: std::iter::Peekable<std::str::CharIndices<'a>> }
impl<'a> Lexer<'a> {
    fn new(s: &'a str) -> Self { Lexer { chars: s.char_indices().peekable() } }
    fn next_token(&mut self) -> Res<Token> {
        while self.chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
        let Some(&(pos, c)) = self.chars.peek() else { return Ok(Token::Eof) };
        Ok(match c {
            '0'..='9' | '.' => {
                let mut s = String::new();
                while let Some(&(_, d)) = self.chars.peek() { if d.is_ascii_digit() || d == '.' { s.push(d); self.chars.next(); } else { break; } }
                Token::Num(s.parse().map_err(|_| ParseError::UnexpectedChar(c, pos))?)
            }
            c if c.is_alphabetic() => {
                let mut s = String::new();
                while let Some((_, d)) = self.chars.next_if(|(_, d)| d.is_alphanumeric() || *d == '_') { s.push(d); }
                Token::Ident(s)
            }
            '+' | '-' | '*' | '/' | '^' => { self.chars.next(); Token::Op(c) }
            '(' => { self.chars.next(); Token::LParen }
            ')' => { self.chars.next(); Token::RParen }
            '=' => { self.chars.next(); Token::Assign }
            ',' => { self.chars.next(); Token::Comma }
            other => return Err(ParseError::UnexpectedChar(other, pos)),
        })
    }
}
#[derive(Debug, Clone)]
enum Expr { Num(f64), Var(String), Bin(Box<Expr>, char, Box<Expr>), Neg(Box<Expr>), Call(String, Vec<Expr>), Let(String, Box<Expr>) }
struct Parser<'a> { lexer: Lexer<'a>, cur: Token }
impl<'a> Parser<'a> {
    fn new(s: &'a str) -> Res<Self> { let mut lexer = Lexer::new(s); let cur = lexer.next_token()?; Ok(Parser { lexer, cur }) }
    fn advance(&mut self) -> Res<Token> { let next = self.lexer.next_token()?; Ok(std::mem::replace(&mut self.cur, next)) }
    fn expect(&mut self, t: Token) -> Res<()> { if self.cur == t { self.advance()?; Ok(()) } else { Err(ParseError::UnexpectedToken(self.cur.clone())) } }
    fn statement(&mut self) -> Res<Expr> {
        let e = self.expr(0)?;
        let e = match (e, &self.cur) { (Expr::Var(v), Token::Assign) => { self.advance()?; Expr::Let(v, Box::new(self.expr(0)?)) } (e, _) => e };
        match &self.cur { Token::Eof => Ok(e), t => Err(ParseError::UnexpectedToken(t.clone())) }
    }
    fn expr(&mut self, min: u8) -> Res<Expr> {
        let mut lhs = match self.advance()? {
            Token::Num(n) => Expr::Num(n),
            Token::Ident(name) if self.cur == Token::LParen => {
                self.advance()?;
                let mut args = vec![];
                while self.cur != Token::RParen { args.push(self.expr(0)?); if self.cur == Token::Comma { self.advance()?; } }
                self.expect(Token::RParen)?;
                Expr::Call(name, args)
            }
            Token::Ident(name) => Expr::Var(name),
            Token::Op('-') => Expr::Neg(Box::new(self.expr(5)?)),
            Token::LParen => { let e = self.expr(0)?; self.expect(Token::RParen)?; e }
            t => return Err(ParseError::UnexpectedToken(t)),
        };
        while let Token::Op(op) = self.cur {
            let (l, r) = match op { '+' | '-' => (1, 2), '*' | '/' => (3, 4), '^' => (8, 7), _ => unreachable!() };
            if l < min { break; }
            self.advance()?;
            let rhs = self.expr(r)?;
            lhs = Expr::Bin(Box::new(lhs), op, Box::new(rhs));
        }
        Ok(lhs)
    }
}
#[derive(Debug, Clone, PartialEq)] enum Op { Push(f64), Load(String), Store(String), Add, Sub, Mul, Div, Pow, Neg, Call(String, usize) }
trait Visitor { type Output; fn visit(&mut self, e: &Expr) -> Self::Output; }
struct Printer; impl Visitor for Printer { type Output = String; fn visit(&mut self, e: &Expr) -> String { match e {
    Expr::Num(n) => n.to_string(), Expr::Var(v) => v.clone(), Expr::Bin(a, op, b) => format!("({} {} {})", op, self.visit(a), self.visit(b)),
    Expr::Neg(e) => format!("(neg {})", self.visit(e)), Expr::Call(n, a) => format!("({n} {})", a.iter().map(|a| self.visit(a)).collect::<Vec<_>>().join(" ")), Expr::Let(n, e) => format!("(set {n} {})", self.visit(e)) } } }
#[derive(Default)] struct Compiler { code: Vec<Op> }
impl Visitor for Compiler { type Output = (); fn visit(&mut self, e: &Expr) { match e {
    Expr::Num(n) => self.code.push(Op::Push(*n)), Expr::Var(v) => self.code.push(Op::Load(v.to_owned())),
    Expr::Bin(a, op, b) => { self.visit(a); self.visit(b); self.code.push(match op { '+' => Op::Add, '-' => Op::Sub, '*' => Op::Mul, '/' => Op::Div, _ => Op::Pow }) }
    Expr::Neg(e) => { self.visit(e); self.code.push(Op::Neg) } Expr::Call(n, args) => { args.iter().for_each(|a| self.visit(a)); self.code.push(Op::Call(n.clone(), args.len())) }
    Expr::Let(n, e) => { self.visit(e); self.code.push(Op::Store(n.clone())) } } } }
type Builtin = fn(&[f64]) -> f64;
struct Vm { stack: Vec<f64>, vars: HashMap<String, f64>, fns: HashMap<&'static str, Builtin> }
impl Vm {
    fn new() -> Self { let mut fns: HashMap<&'static str, Builtin> = HashMap::new(); fns.insert("max", |a| a.iter().cloned().fold(f64::NEG_INFINITY, f64::max)); fns.insert("sqrt", |a| a[0].sqrt()); Vm { stack: Vec::new(), vars: HashMap::from([("pi".to_string(), std::f64::consts::PI)]), fns } }
    fn pop(&mut self) -> Res<f64> { self.stack.pop().ok_or(ParseError::StackUnderflow) }
    fn run(&mut self, code: &[Op]) -> Res<f64> {
        for op in code {
            match op {
                Op::Push(n) => self.stack.push(*n),
                Op::Load(v) => { let x = *self.vars.get(v).ok_or_else(|| ParseError::UnknownVariable(v.clone()))?; self.stack.push(x) }
                Op::Store(v) => { let x = *self.stack.last().ok_or(ParseError::StackUnderflow)?; self.vars.insert(v.clone(), x); }
                Op::Neg => { let x = self.pop()?; self.stack.push(-x) }
                Op::Call(n, argc) => { let at = self.stack.len() - argc; let args = self.stack.split_off(at); let f = self.fns.get(n.as_str()).ok_or_else(|| ParseError::UnknownVariable(n.clone()))?; self.stack.push(f(&args)) }
                bin => { let (b, a) = (self.pop()?, self.pop()?); self.stack.push(match bin { Op::Add => a + b, Op::Sub => a - b, Op::Mul => a * b, Op::Div if b == 0.0 => return Err(ParseError::DivisionByZero), Op::Div => a / b, Op::Pow => a.powf(b), _ => unreachable!() }) }
            }
        }
        self.pop()
    }
}
fn eval(vm: &mut Vm, line: &str) -> Result<f64, Box<dyn std::error::Error>> {
    let e = Parser::new(line)?.statement()?;
    println!("  {}", Printer.visit(&e));
    let mut c = Compiler::default(); c.visit(&e);
    println!("  {:?}", c.code);
    Ok(vm.run(&c.code)?)
}
fn main() {
    let mut vm = Vm::new();
    for line in ["1 + 2 * 3", "x = -2 ^ 2", "2 ^ 3 ^ 2", "max(1, x, 7.5) * pi", "sqrt(x)", "y + 1", "1 / 0", "3 $ 4", "(1 + 2", "1 2", "f(1)"] {
        match eval(&mut vm, line) { Ok(v) => println!("{line} = {v}"), Err(e) => println!("{line} -> error: {e}") }
    }
}
