// Visitors over an expression tree: printing, evaluation, simplification, derivative.
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::ops::{Add, Mul, Sub};
use std::rc::Rc;

#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    Const(f64),
    Var(&'static str),
    Sum(Rc<Expr>, Rc<Expr>),
    Product(Rc<Expr>, Rc<Expr>),
    Pow(Rc<Expr>, u32),
    Call { name: Func, arg: Rc<Expr> },
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Func {
    Sin,
    Cos,
    Exp,
}
impl Func {
    const ALL: [(Func, &'static str, fn(f64) -> f64); 3] =
        [(Func::Sin, "sin", f64::sin), (Func::Cos, "cos", f64::cos), (Func::Exp, "exp", f64::exp)];
    fn info(self) -> &'static (Func, &'static str, fn(f64) -> f64) {
        Self::ALL.iter().find(|(f, ..)| *f == self).unwrap()
    }
}

pub trait Visitor {
    type Out;
    fn visit_const(&mut self, c: f64) -> Self::Out;
    fn visit_var(&mut self, v: &'static str) -> Self::Out;
    fn visit_binary(&mut self, op: char, l: &Expr, r: &Expr) -> Self::Out;
    fn visit_pow(&mut self, b: &Expr, n: u32) -> Self::Out;
    fn visit_call(&mut self, f: Func, a: &Expr) -> Self::Out;
}
impl Expr {
    pub fn accept<V: Visitor + ?Sized>(&self, v: &mut V) -> V::Out {
        match self {
            Self::Const(c) => v.visit_const(*c),
            Self::Var(x) => v.visit_var(x),
            Self::Sum(l, r) => v.visit_binary('+', l, r),
            Self::Product(l, r) => v.visit_binary('*', l, r),
            &Self::Pow(ref b, n) => v.visit_pow(b, n),
            Self::Call { name, arg } => v.visit_call(*name, arg),
        }
    }
    fn diff(&self, x: &str) -> Expr {
        match self {
            Expr::Const(_) => Expr::Const(0.0),
            Expr::Var(v) => Expr::Const(if *v == x { 1.0 } else { 0.0 }),
            Expr::Sum(l, r) => l.diff(x) + r.diff(x),
            Expr::Product(l, r) => l.diff(x) * (**r).clone() + l.as_ref().clone() * r.diff(x),
            Expr::Pow(b, 0) => {
                let _ = b;
                Expr::Const(0.0)
            }
            Expr::Pow(b, n @ 1..) => Expr::Const(f64::from(*n)) * Expr::Pow(b.clone(), n - 1) * b.diff(x),
            Expr::Call { name: Func::Sin, arg } => Expr::Call { name: Func::Cos, arg: arg.clone() } * arg.diff(x),
            Expr::Call { name: Func::Cos, arg } => Expr::Const(-1.) * Expr::Call { name: Func::Sin, arg: Rc::clone(arg) } * arg.diff(x),
            e @ Expr::Call { name: Func::Exp, arg } => e.clone() * arg.diff(x),
        }
    }
    fn simplify(self) -> Expr {
        use Expr::*;
        match self {
            Sum(l, r) => match (Rc::unwrap_or_clone(l).simplify(), Rc::unwrap_or_clone(r).simplify()) {
                (Const(a), Const(b)) => Const(a + b),
                (Const(0.0), e) | (e, Const(0.0)) => e,
                (a, b) if a == b => (Const(2.0) * a).simplify(),
                (a, b) => a + b,
            },
            Product(l, r) => match ((*l).clone().simplify(), (*r).clone().simplify()) {
                (Const(a), Const(b)) => Const(a * b),
                (Const(z), _) | (_, Const(z)) if z == 0. => Const(0.),
                (Const(o), e) | (e, Const(o)) if o == 1. => e,
                (e, c @ Const(_)) => c * e,
                (Const(a), Product(b, c)) if matches!(*b, Const(_)) => match *b {
                    Const(b) => (Const(a * b) * (*c).clone()).simplify(),
                    _ => unreachable!(),
                },
                (a, b) => a * b,
            },
            Pow(b, n) => match (Rc::try_unwrap(b).unwrap_or_else(|rc| (*rc).clone()).simplify(), n) {
                (_, 0) => Const(1.),
                (b, 1) => b,
                (Const(c), n) => Const(c.powi(n as i32)),
                (b, n) => Pow(b.into(), n),
            },
            Call { name, arg } => Call { name, arg: Rc::new(arg.as_ref().clone().simplify()) },
            leaf => leaf,
        }
    }
}
macro_rules! binary { ($($tr:ident :: $m:ident => $build:expr;)*) => { $(impl $tr for Expr { type Output = Expr; fn $m(self, rhs: Expr) -> Expr { let f: fn(Expr, Expr) -> Expr = $build; f(self, rhs) } } impl $tr<f64> for Expr { type Output = Expr; fn $m(self, rhs: f64) -> Expr { $tr::$m(self, Expr::Const(rhs)) } })* }; }
binary! { Add::add => |a, b| Expr::Sum(a.into(), b.into()); Mul::mul => |a, b| Expr::Product(Rc::new(a), Rc::new(b)); Sub::sub => |a, b| a + Expr::Const(-1.0) * b; }
struct Printer {
    level: u8,
}
impl Printer {
    fn paren(&mut self, level: u8, f: impl FnOnce(&mut Self) -> String) -> String {
        let old = std::mem::replace(&mut self.level, level);
        let s = f(self);
        self.level = old;
        if level < old { format!("({s})") } else { s }
    }
}
impl Visitor for Printer {
    type Out = String;
    fn visit_const(&mut self, c: f64) -> String {
        c.to_string()
    }
    fn visit_var(&mut self, v: &'static str) -> String {
        v.into()
    }
    fn visit_binary(&mut self, op: char, l: &Expr, r: &Expr) -> String {
        self.paren(if op == '+' { 1 } else { 2 }, |p| format!("{} {op} {}", l.accept(p), r.accept(p)))
    }
    fn visit_pow(&mut self, b: &Expr, n: u32) -> String {
        self.paren(3, |p| b.accept(p)) + "^" + &n.to_string()
    }
    fn visit_call(&mut self, f: Func, a: &Expr) -> String {
        let inner = self.paren(0, |p| a.accept(p));
        let inner = inner.strip_prefix('(').and_then(|s| s.strip_suffix(')')).unwrap_or(&inner);
        [f.info().1, "(", inner, ")"].concat()
    }
}
impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.pad(&self.accept(&mut Printer { level: 0 }))
    }
}
struct Eval<'e>(&'e BTreeMap<&'static str, f64>);
impl Visitor for Eval<'_> {
    type Out = Option<f64>;
    fn visit_const(&mut self, c: f64) -> Option<f64> {
        Some(c)
    }
    fn visit_var(&mut self, v: &'static str) -> Self::Out {
        self.0.get(v).copied()
    }
    fn visit_binary(&mut self, op: char, l: &Expr, r: &Expr) -> Self::Out {
        let (a, b) = (l.accept(self)?, r.accept(self)?);
        Some(match op {
            '+' => a + b,
            '*' => a * b,
            _ => return None,
        })
    }
    fn visit_pow(&mut self, b: &Expr, n: u32) -> Self::Out {
        b.accept(self).map(|b| b.powi(n.try_into().unwrap()))
    }
    fn visit_call(&mut self, f: Func, a: &Expr) -> Self::Out {
        a.accept(self).map(f.info().2)
    }
}
#[derive(Default)]
struct Count(BTreeMap<String, usize>);
impl Visitor for Count {
    type Out = ();
    fn visit_const(&mut self, _: f64) {
        *self.0.entry("const".into()).or_insert(0) += 1
    }
    fn visit_var(&mut self, v: &'static str) {
        *self.0.entry(format!("var {v}")).or_default() += 1
    }
    fn visit_binary(&mut self, op: char, l: &Expr, r: &Expr) {
        *self.0.entry(op.into()).or_default() += 1;
        [l, r].map(|e| e.accept(self));
    }
    fn visit_pow(&mut self, b: &Expr, _: u32) {
        b.accept(self)
    }
    fn visit_call(&mut self, f: Func, a: &Expr) {
        *self.0.entry(format!("{f:?}")).or_default() += 1;
        a.accept(self);
    }
}
fn main() {
    let x = || Expr::Var("x");
    let sq = |e: Expr| Expr::Pow(e.into(), 2);
    let cases = [
        x() * 3.0 + 4.0,
        sq(x() + 1.0) * x(),
        Expr::Call { name: Func::Sin, arg: Rc::new(sq(x())) },
        Expr::Call { name: Func::Exp, arg: (x() * -2.0).into() } - x(),
        Expr::Pow(Rc::new(x() + Expr::Var("y")), 3),
    ];
    let env = BTreeMap::from([("x", 0.5), ("y", 2.0)]);
    for (i, e) in cases.iter().enumerate() {
        let d = e.diff("x").simplify();
        let h = 1e-6;
        let at = |v: f64| {
            let mut env = env.clone();
            env.insert("x", v);
            e.accept(&mut Eval(&env)).unwrap()
        };
        let numeric = (at(0.5 + h) - at(0.5 - h)) / (2.0 * h);
        let exact = d.accept(&mut Eval(&env)).expect("closed");
        println!("{i}: {e:<24}| d = {d} | {exact:+.4} {}", if (numeric - exact).abs() < 1e-4 { "ok" } else { "WRONG" });
        let mut c = Count::default();
        e.accept(&mut c);
        println!("   {:?}", c.0);
    }
    println!("{:?}", (x() * 2.0).accept(&mut Eval(&BTreeMap::new())));
    println!("{:?}", (x() + 0.0 * 1.0).simplify());
    println!("{:#?}", sq(x()));
    let mut dynv: Box<dyn Visitor<Out = String>> = Box::new(Printer { level: 2 });
    println!("{}", (x() + 1.5).accept(dynv.as_mut()));
}
