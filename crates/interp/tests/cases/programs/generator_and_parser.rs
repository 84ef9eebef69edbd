use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::future::Future;
use std::iter::{self, FromIterator, FusedIterator, Peekable};
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::str::{Chars, FromStr};
use std::task::{Context, Poll, Waker};

/// A generator by hand: an async body that yields through a shared slot.
struct Co<T> { slot: Rc<RefCell<Option<T>>> }
struct YieldFut<'a, T> { slot: &'a RefCell<Option<T>>, value: Option<T> }
impl<T: Unpin> Future for YieldFut<'_, T> {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, _cx: &mut Context<'_>) -> Poll<()> {
        if let Some(v) = self.value.take() { *self.slot.borrow_mut() = Some(v); Poll::Pending } else { Poll::Ready(()) }
    }
}
impl<T: Unpin> Co<T> { fn yield_(&self, value: T) -> YieldFut<'_, T> { YieldFut { slot: &self.slot, value: Some(value) } } }
struct Gen<T, F> { slot: Rc<RefCell<Option<T>>>, body: Pin<Box<F>>, done: bool }
impl<T: Unpin, F: Future<Output = ()>> Gen<T, F> {
    fn new(f: impl FnOnce(Co<T>) -> F) -> Self { let slot = Rc::new(RefCell::new(None)); Self { body: Box::pin(f(Co { slot: slot.clone() })), slot, done: false } }
}
impl<T, F: Future<Output = ()>> Iterator for Gen<T, F> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        if self.done { return None; }
        let mut cx = Context::from_waker(Waker::noop());
        match self.body.as_mut().poll(&mut cx) {
            Poll::Ready(()) => { self.done = true; None }
            Poll::Pending => self.slot.borrow_mut().take(),
        }
    }
}
impl<T, F: Future<Output = ()>> FusedIterator for Gen<T, F> {}

#[derive(Debug, Clone, PartialEq)]
enum Token { Num(f64), Op(char), Open, Close, Ident(String) }
struct Lexer<'a> { chars: Peekable<Chars<'a>> }
impl<'a> Lexer<'a> {
    fn new(s: &'a str) -> Self { Lexer { chars: s.chars().peekable() } }
    fn take_while(&mut self, mut pred: impl FnMut(&char) -> bool) -> String {
        let mut out = String::new();
        while let Some(c) = self.chars.next_if(|c| pred(c)) { out.push(c) }
        out
    }
}
impl Iterator for Lexer<'_> {
    type Item = Result<Token, String>;
    fn next(&mut self) -> Option<Self::Item> {
        self.take_while(|c| c.is_whitespace());
        let c = *self.chars.peek()?;
        Some(match c {
            '0'..='9' | '.' => { let s = self.take_while(|c| c.is_ascii_digit() || *c == '.'); s.parse().map(Token::Num).map_err(|e| format!("{s}: {e}")) }
            'a'..='z' | 'A'..='Z' | '_' => Ok(Token::Ident(self.take_while(|&c| c == '_' || c.is_alphanumeric()))),
            '+' | '-' | '*' | '/' | '^' | '=' => { self.chars.next(); Ok(Token::Op(c)) }
            '(' => { self.chars.next(); Ok(Token::Open) }
            ')' => { self.chars.next(); Ok(Token::Close) }
            other => { self.chars.next(); Err(format!("unexpected {other:?}")) }
        })
    }
}
#[derive(Debug, Clone)]
enum Expr { Num(f64), Var(String), Bin(Box<Expr>, char, Box<Expr>), Neg(Box<Expr>) }
struct Parser<I: Iterator<Item = Token>> { tokens: Peekable<I> }
impl<I: Iterator<Item = Token>> Parser<I> {
    fn prec(op: char) -> Option<(u8, bool)> { Some(match op { '+' | '-' => (1, false), '*' | '/' => (2, false), '^' => (3, true), _ => return None }) }
    fn expr(&mut self, min: u8) -> Result<Expr, String> {
        let mut lhs = self.atom()?;
        loop {
            let Some(&Token::Op(op)) = self.tokens.peek() else { break };
            let Some((prec, right)) = Self::prec(op) else { break };
            if prec < min { break; }
            self.tokens.next();
            let rhs = self.expr(if right { prec } else { prec + 1 })?;
            lhs = Expr::Bin(Box::new(lhs), op, Box::new(rhs));
        }
        Ok(lhs)
    }
    fn atom(&mut self) -> Result<Expr, String> {
        match self.tokens.next().ok_or_else(|| "unexpected end".to_string())? {
            Token::Num(n) => Ok(Expr::Num(n)),
            Token::Ident(name) => Ok(Expr::Var(name)),
            Token::Op('-') => self.atom().map(Box::new).map(Expr::Neg),
            Token::Open => { let e = self.expr(0)?; match self.tokens.next() { Some(Token::Close) => Ok(e), t => Err(format!("expected ), got {t:?}")) } }
            t @ (Token::Op(_) | Token::Close) => Err(format!("unexpected {t:?}")),
        }
    }
}
impl FromStr for Expr {
    type Err = String;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let tokens = Lexer::new(s).collect::<Result<Vec<_>, _>>()?;
        let mut p = Parser { tokens: tokens.into_iter().peekable() };
        let e = p.expr(0)?;
        p.tokens.next().map_or(Ok(e), |t| Err(format!("left over {t:?}")))
    }
}
impl Expr {
    fn eval(&self, env: &HashMap<&str, f64>) -> Option<f64> {
        Some(match self {
            Self::Num(n) => *n,
            Self::Var(v) => *env.get(v.as_str())?,
            Self::Neg(e) => -e.eval(env)?,
            Self::Bin(a, op, b) => { let (a, b) = (a.eval(env)?, b.eval(env)?); match op { '+' => a + b, '-' => a - b, '*' => a * b, '/' => a / b, '^' => a.powf(b), _ => unreachable!("{op}") } }
        })
    }
    fn vars<'e>(&'e self, into: &mut BTreeSet<&'e str>) {
        match self { Expr::Var(v) => { into.insert(v); } Expr::Bin(a, _, b) => { a.vars(into); b.vars(into) } Expr::Neg(e) => e.vars(into), Expr::Num(_) => {} }
    }
}
#[derive(Debug)] struct Bag(Vec<(char, usize)>);
impl FromIterator<char> for Bag {
    fn from_iter<I: IntoIterator<Item = char>>(iter: I) -> Self {
        let mut v: Vec<(char, usize)> = vec![];
        for c in iter { match v.iter_mut().find(|(k, _)| *k == c) { Some((_, n)) => *n += 1, None => v.push((c, 1)) } }
        v.sort_by_key(|&(c, n)| (usize::MAX - n, c));
        Bag(v)
    }
}
impl<'a> IntoIterator for &'a Bag { type Item = &'a (char, usize); type IntoIter = std::slice::Iter<'a, (char, usize)>; fn into_iter(self) -> Self::IntoIter { self.0.iter() } }

fn main() {
    let fib = Gen::new(|co| async move { let (mut a, mut b) = (0u64, 1); loop { co.yield_(a).await; (a, b) = (b, a + b); } });
    println!("{:?}", fib.skip(5).step_by(2).take(5).collect::<Vec<_>>());
    let words = Gen::new(|co: Co<String>| async move { for (i, w) in "lorem ipsum dolor".split(' ').enumerate() { for c in w.chars().take(i + 1) { co.yield_(format!("{i}{c}")).await } } });
    println!("{}", words.collect::<Vec<_>>().join("|"));
    let env = HashMap::from([("x", 3.0), ("y_1", 0.5)]);
    for src in ["1 + 2 * 3", "2 ^ 3 ^ 2 - -1", "(x + 1) / y_1", "x * z", "1 + ", "3 $ 4", "(1", "1.2.3", "1 2"] {
        match src.parse::<Expr>() {
            Ok(e) => { let mut vars = BTreeSet::new(); e.vars(&mut vars); println!("{src:>16} = {:?} {vars:?}", e.eval(&env)) }
            Err(e) => println!("{src:>16} ! {e}"),
        }
    }
    let bag: Bag = "mississippi".chars().collect();
    for (c, n) in &bag { print!("{c}{n} "); }
    println!("{:?}", bag);
    let primes: Vec<u32> = { let mut sieve = iter::successors(Some(2u32), |n| n.checked_add(1)); let mut found: Vec<u32> = Vec::new(); iter::from_fn(|| loop { let n = sieve.next()?; if found.iter().take_while(|p| *p * *p <= n).all(|p| n % p != 0) { found.push(n); return Some(n); } }).take(10).collect() };
    println!("{primes:?} {}", primes.iter().map(u32::to_string).collect::<Vec<_>>().concat());
    let a: HashSet<_> = primes.iter().copied().filter(|p| p & 2 != 0).collect(); let b: HashSet<u32> = (0..20).collect();
    let mut i: Vec<_> = a.intersection(&b).cloned().collect(); i.sort_unstable_by(|a, b| b.cmp(a)); println!("{i:?} {}", a.is_subset(&b));
    let fut = pin!(async { 1 + async { 2 }.await });
    println!("{:?}", fut.poll(&mut Context::from_waker(Waker::noop())));
}
