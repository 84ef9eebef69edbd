//! A tiny Lisp. Parser -> AST -> evaluator with closures and tail calls. Blog post part 3.
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::iter::Peekable;
use std::rc::Rc;
use std::str::Chars;

#[derive(Clone)]
enum Val {
    Nil,
    Num(f64),
    Bool(bool),
    Sym(Rc<str>),
    Str(Rc<String>),
    List(Rc<[Val]>),
    Prim(&'static str, fn(&[Val]) -> Res<Val>),
    Lambda(Rc<Lambda>),
}
struct Lambda {
    params: Vec<Rc<str>>,
    rest: Option<Rc<str>>,
    body: Val,
    env: Env,
}
#[derive(Clone)]
struct Env(Rc<Scope>);
struct Scope {
    vars: RefCell<HashMap<Rc<str>, Val>>,
    up: Option<Env>,
}
#[derive(Debug, PartialEq)]
enum Error {
    Unbound(String),
    Type { wanted: &'static str, got: String },
    Arity { name: String, wanted: usize, got: usize },
    Parse(String, usize),
    DivZero,
}
type Res<T> = Result<T, Error>;

impl fmt::Debug for Val {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Val::Nil => write!(f, "nil"),
            Val::Num(n) => write!(f, "{n}"),
            Val::Bool(true) => write!(f, "#t"),
            Val::Bool(false) => write!(f, "#f"),
            Val::Sym(s) => f.write_str(s),
            Val::Str(s) => write!(f, "{s:?}"),
            Val::List(items) => {
                f.write_str("(")?;
                let mut sep = "";
                for i in items.iter() {
                    write!(f, "{sep}{i:?}")?;
                    sep = " ";
                }
                f.write_str(")")
            }
            Val::Prim(name, _) => write!(f, "<prim {name}>"),
            Val::Lambda(l) => {
                write!(f, "<lambda/{}{}>", l.params.len(), if l.rest.is_some() { "+" } else { "" })
            }
        }
    }
}
impl From<f64> for Val {
    fn from(n: f64) -> Self {
        Val::Num(n)
    }
}
impl From<bool> for Val {
    fn from(b: bool) -> Self {
        Val::Bool(b)
    }
}
impl<T: Into<Val>> FromIterator<T> for Val {
    fn from_iter<I: IntoIterator<Item = T>>(iter: I) -> Self {
        Val::List(iter.into_iter().map(Into::into).collect())
    }
}
impl TryFrom<&Val> for f64 {
    type Error = Error;
    fn try_from(v: &Val) -> Res<f64> {
        match v {
            Val::Num(n) => Ok(*n),
            other => Err(Error::Type { wanted: "number", got: format!("{other:?}") }),
        }
    }
}

struct Parser<'s> {
    chars: Peekable<Chars<'s>>,
    at: usize,
}
impl<'s> Parser<'s> {
    fn new(s: &'s str) -> Self {
        Self { chars: s.chars().peekable(), at: 0 }
    }
    fn bump(&mut self) -> Option<char> {
        self.at += 1;
        self.chars.next()
    }
    fn skip(&mut self) {
        while self.chars.next_if(|c| c.is_whitespace()).is_some() {
            self.at += 1;
        }
    }
    fn fail<T>(&self, msg: impl Into<String>) -> Res<T> {
        Err(Error::Parse(msg.into(), self.at))
    }
    fn expr(&mut self) -> Res<Val> {
        self.skip();
        match self.bump() {
            None => self.fail("unexpected end"),
            Some('(') => {
                let mut items = vec![];
                loop {
                    self.skip();
                    match self.chars.peek() {
                        Some(')') => {
                            self.bump();
                            break Ok(Val::List(items.into()));
                        }
                        Some(_) => items.push(self.expr()?),
                        None => break self.fail("unclosed ("),
                    }
                }
            }
            Some(')') => self.fail("unexpected )"),
            Some('\'') => Ok([Val::Sym("quote".into()), self.expr()?].into_iter().collect()),
            Some('"') => {
                let mut s = String::new();
                while let Some(c) = self.bump() {
                    match c {
                        '"' => return Ok(Val::Str(Rc::new(s))),
                        '\\' => s.extend(self.bump().map(|c| if c == 'n' { '\n' } else { c })),
                        c => s.push(c),
                    }
                }
                self.fail("unclosed string")
            }
            Some(c) => {
                let mut tok = String::from(c);
                while let Some(c) = self.chars.next_if(|&c| !c.is_whitespace() && !"()'\"".contains(c)) {
                    self.at += 1;
                    tok.push(c);
                }
                Ok(match &*tok {
                    "#t" => true.into(),
                    "#f" => false.into(),
                    "nil" => Val::Nil,
                    t => t.parse::<f64>().map_or_else(|_| Val::Sym(t.into()), Val::from),
                })
            }
        }
    }
}
impl Iterator for Parser<'_> {
    type Item = Res<Val>;
    fn next(&mut self) -> Option<Self::Item> {
        self.skip();
        self.chars.peek()?;
        Some(self.expr())
    }
}

impl Env {
    fn child(&self) -> Env {
        Env(Rc::new(Scope { vars: RefCell::default(), up: Some(self.clone()) }))
    }
    fn get(&self, k: &str) -> Res<Val> {
        let mut scope = Some(self);
        while let Some(Env(s)) = scope {
            if let Some(v) = s.vars.borrow().get(k) {
                return Ok(v.clone());
            }
            scope = s.up.as_ref();
        }
        Err(Error::Unbound(k.to_string()))
    }
    fn set(&self, k: impl Into<Rc<str>>, v: Val) -> Option<Val> {
        self.0.vars.borrow_mut().insert(k.into(), v)
    }
}

macro_rules! fold_op {
    ($name:literal, $init:expr, |$a:ident, $b:ident| $e:expr) => {
        Val::Prim($name, |args| {
            let nums = args.iter().map(f64::try_from).collect::<Res<Vec<_>>>()?;
            Ok(Val::Num(match *nums {
                [] => $init,
                [x] => {
                    let ($a, $b) = ($init, x);
                    $e
                }
                [first, ref rest @ ..] => rest.iter().fold(first, |$a, &$b| $e),
            }))
        })
    };
}
macro_rules! cmp_op {
    ($name:literal, $op:tt) => {
        Val::Prim($name, |args| {
            let nums: Vec<f64> = args.iter().map(TryInto::try_into).collect::<Res<_>>()?;
            Ok(Val::Bool(nums.windows(2).all(|w| w[0] $op w[1])))
        })
    };
}

fn global() -> Env {
    let env = Env(Rc::new(Scope { vars: Default::default(), up: None }));
    for p in [
        fold_op!("+", 0.0, |a, b| a + b),
        fold_op!("*", 1.0, |a, b| a * b),
        fold_op!("-", 0.0, |a, b| a - b),
        cmp_op!("<", <),
        cmp_op!("=", ==),
        Val::Prim("/", |args| match args {
            [Val::Num(_), Val::Num(b)] if *b == 0.0 => Err(Error::DivZero),
            [Val::Num(a), Val::Num(b)] => Ok((a / b).into()),
            other => Err(Error::Arity { name: "/".into(), wanted: 2, got: other.len() }),
        }),
        Val::Prim("list", |args| Ok(args.iter().cloned().collect())),
        Val::Prim("map", |args| {
            let [f, Val::List(items)] = args else {
                return Err(Error::Type { wanted: "list", got: format!("{:?}", args.last()) });
            };
            items.iter().map(|i| apply(f, std::slice::from_ref(i))).collect()
        }),
    ] {
        if let Val::Prim(name, _) = p {
            env.set(name, p);
        }
    }
    env
}

fn apply(f: &Val, args: &[Val]) -> Res<Val> {
    match f {
        Val::Prim(_, f) => f(args),
        Val::Lambda(l) => eval(l.body.clone(), bind(l, args)?),
        other => Err(Error::Type { wanted: "function", got: format!("{other:?}") }),
    }
}
fn bind(l: &Lambda, args: &[Val]) -> Res<Env> {
    let n = l.params.len();
    if args.len() < n || (l.rest.is_none() && args.len() > n) {
        return Err(Error::Arity { name: "lambda".to_string(), wanted: n, got: args.len() });
    }
    let env = l.env.child();
    for (p, a) in l.params.iter().zip(args) {
        env.set(p.clone(), a.clone());
    }
    if let Some(r) = &l.rest {
        env.set(Rc::clone(r), args[n..].iter().cloned().collect());
    }
    Ok(env)
}

fn eval(mut v: Val, mut env: Env) -> Res<Val> {
    loop {
        let items = match v {
            Val::Sym(s) => return env.get(&s),
            Val::List(items) if !items.is_empty() => items,
            other => return Ok(other),
        };
        match (&items[0], &items[1..]) {
            (Val::Sym(s), [x]) if **s == *"quote" => return Ok(x.clone()),
            (Val::Sym(s), [c, t, rest @ ..]) if s.as_ref() == "if" => {
                v = match eval(c.clone(), env.clone())? {
                    Val::Bool(false) | Val::Nil => rest.first().cloned().unwrap_or(Val::Nil),
                    _ => t.clone(),
                };
            }
            (Val::Sym(s), [Val::Sym(name), x]) if &**s == "define" => {
                let x = eval(x.clone(), env.clone())?;
                return Ok(env.set(name.clone(), x).unwrap_or(Val::Nil));
            }
            (Val::Sym(s), [Val::List(ps), body]) if "lambda".eq(&**s) => {
                let mut params = ps
                    .iter()
                    .map(|p| {
                        if let Val::Sym(s) = p {
                            Ok(s.clone())
                        } else {
                            Err(Error::Type { wanted: "symbol", got: format!("{p:?}") })
                        }
                    })
                    .collect::<Res<Vec<_>>>()?;
                let rest = match params.iter().position(|p| p.starts_with('&')) {
                    Some(i) => params.split_off(i).pop().map(|p| Rc::from(&p[1..])),
                    None => None,
                };
                return Ok(Val::Lambda(Rc::new(Lambda { params, rest, body: body.clone(), env })));
            }
            (f, args) => {
                let f = eval(f.clone(), env.clone())?;
                let args: Vec<Val> =
                    args.iter().map(|a| eval(a.clone(), env.clone())).collect::<Result<_, _>>()?;
                if let Val::Lambda(l) = &f {
                    env = bind(l, &args)?;
                    v = l.body.clone();
                } else {
                    return apply(&f, &args);
                }
            }
        }
    }
}

fn main() {
    let env = global();
    let src = r#"
        (define sq (lambda (x) (* x x)))
        (map sq '(1 2 3.5))
        (define fact (lambda (n acc) (if (< n 2) acc (fact (- n 1) (* acc n)))))
        (fact 10 1)
        (define count (lambda (n) (if (= n 0) 'done (count (- n 1)))))
        (count 2000)
        ((lambda (a &rest) (list a rest)) 1 "two\n" #t)
        (define make (lambda (n) (lambda (m) (+ n m))))
        ((make 4) 5)
        (list + sq (lambda (&all) all) nil)
        (- 5) (/ 1 0) (/ 1) (sq) (foo 1) (1 2) (+ 1 "x")
        (map sq 3)
        (define sq 9)
        sq "#;
    for e in Parser::new(src) {
        match e.and_then(|e| eval(e, env.clone())) {
            Ok(Val::Nil) => {}
            Ok(v) => println!("{v:?}"),
            Err(e) => println!("error: {e:?}"),
        }
    }
    for bad in ["(1 2", ")", "\"abc", "'", "("] {
        println!("{bad:<5} {:?}", Parser::new(bad).next().unwrap().map(drop));
    }
}
