// Trait objects: clones, equality, downcasts, constructors by name, visitors.
use std::any::Any;
use std::collections::HashMap;
use std::fmt::{self, Debug};
use std::rc::Rc;

pub trait Shape: Debug {
    fn area(&self) -> f64;
    fn perimeter(&self) -> f64;
    fn name(&self) -> String {
        String::from("shape")
    }
    fn boxed_clone(&self) -> Box<dyn Shape>;
    fn as_any(&self) -> &dyn Any;
}

impl Clone for Box<dyn Shape> {
    fn clone(&self) -> Self {
        self.boxed_clone()
    }
}

impl PartialEq for dyn Shape {
    fn eq(&self, other: &dyn Shape) -> bool {
        self.name() == other.name() && (self.area() - other.area()).abs() < f64::EPSILON
    }
}

impl dyn Shape {
    fn is<T: 'static>(&self) -> bool {
        self.as_any().is::<T>()
    }
}

#[derive(Debug, Clone, Copy)]
struct Circle {
    r: f64,
}
#[derive(Debug, Clone)]
struct Polygon {
    sides: Vec<f64>,
}

macro_rules! shape_basics {
    () => {
        fn boxed_clone(&self) -> Box<dyn Shape> {
            Box::new(self.clone())
        }
        fn as_any(&self) -> &dyn Any {
            self
        }
    };
}

impl Shape for Circle {
    fn area(&self) -> f64 {
        std::f64::consts::PI * self.r.powi(2)
    }
    fn perimeter(&self) -> f64 {
        2.0 * std::f64::consts::PI * self.r
    }
    fn name(&self) -> String {
        "circle".into()
    }
    shape_basics!();
}

impl Shape for Polygon {
    fn area(&self) -> f64 {
        match self.sides[..] {
            [a, b, c] => {
                let s = (a + b + c) / 2.0;
                (s * (s - a) * (s - b) * (s - c)).sqrt()
            }
            [w, h, w2, h2] if w == w2 && h == h2 => w * h,
            _ => f64::NAN,
        }
    }
    fn perimeter(&self) -> f64 {
        self.sides.iter().sum()
    }
    shape_basics!();
}

// ---------------------------------------------------------------- visitors

trait Visitor {
    type Out;
    fn number(&mut self, n: f64) -> Self::Out;
    fn binary(&mut self, op: char, l: Self::Out, r: Self::Out) -> Self::Out;
}

enum Expr {
    Num(f64),
    Bin(Box<Expr>, char, Box<Expr>),
}

impl Expr {
    fn accept<V: Visitor + ?Sized>(&self, v: &mut V) -> V::Out {
        match self {
            Expr::Num(n) => v.number(*n),
            Expr::Bin(l, op, r) => {
                let l = l.accept(v);
                let r = r.accept(v);
                v.binary(*op, l, r)
            }
        }
    }
}

struct Eval;
impl Visitor for Eval {
    type Out = Option<f64>;
    fn number(&mut self, n: f64) -> Option<f64> {
        Some(n)
    }
    fn binary(&mut self, op: char, l: Self::Out, r: Self::Out) -> Self::Out {
        let (l, r) = l.zip(r)?;
        match op {
            '+' => Some(l + r),
            '*' => Some(l * r),
            '/' if r != 0.0 => Some(l / r),
            _ => None,
        }
    }
}

#[derive(Default)]
struct Printer {
    depth: usize,
}
impl Visitor for Printer {
    type Out = String;
    fn number(&mut self, n: f64) -> String {
        n.to_string()
    }
    fn binary(&mut self, op: char, l: String, r: String) -> String {
        self.depth += 1;
        format!("({l} {op} {r})")
    }
}

// ---------------------------------------------------------------- plugins

type Constructor = Box<dyn Fn(&[f64]) -> Result<Box<dyn Shape>, String>>;

#[derive(Default)]
struct Registry {
    constructors: HashMap<&'static str, Constructor>,
    hooks: Vec<Rc<dyn Fn(&dyn Shape)>>,
}

impl Registry {
    fn register<S, F>(&mut self, name: &'static str, f: F) -> &mut Self
    where
        S: Shape + 'static,
        F: Fn(&[f64]) -> Option<S> + 'static,
    {
        self.constructors.insert(
            name,
            Box::new(move |args| match f(args) {
                Some(shape) => Ok(Box::new(shape) as Box<dyn Shape>),
                None => Err(format!("{name} cannot be made of {args:?}")),
            }),
        );
        self
    }

    fn make(&self, line: &str) -> Result<Box<dyn Shape>, String> {
        let mut words = line.split_whitespace();
        let name = words.next().ok_or("empty line")?;
        let constructor = self.constructors.get(name).ok_or_else(|| format!("no shape called {name}"))?;
        let args = words.map(|w| w.parse().map_err(|e| format!("{w}: {e}"))).collect::<Result<Vec<f64>, _>>()?;
        let shape = constructor(&args)?;
        self.hooks.iter().for_each(|hook| hook(shape.as_ref()));
        Ok(shape)
    }
}

struct Summary<'a>(&'a [Box<dyn Shape>]);

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "+{:-<10}+{:->10}+{:->10}+", "", "", "")?;
        for shape in self.0 {
            writeln!(f, "|{:<10}|{:>10.3}|{:>+10.2}|", shape.name(), shape.area(), shape.perimeter())?;
        }
        write!(f, "+{0:-<10}+{0:-<10}+{0:-<10}+", "")
    }
}

trait Describe {
    fn describe(&self) -> String;
}
impl<T: Debug> Describe for T {
    fn describe(&self) -> String {
        format!("«{self:?}»")
    }
}

fn largest<'a>(shapes: impl IntoIterator<Item = &'a Box<dyn Shape>>) -> Option<&'a dyn Shape> {
    shapes.into_iter().map(|b| &**b).max_by(|a, b| a.area().total_cmp(&b.area()))
}

fn main() {
    let mut registry = Registry::default();
    registry
        .register("circle", |args| match args {
            [r] if *r > 0.0 => Some(Circle { r: *r }),
            _ => None,
        })
        .register("poly", |args: &[f64]| (args.len() > 2).then(|| Polygon { sides: args.to_vec() }));
    let made = Rc::new(std::cell::RefCell::new(Vec::new()));
    let sink = Rc::clone(&made);
    registry.hooks.push(Rc::new(move |s| sink.borrow_mut().push(s.name())));

    let mut shapes = Vec::new();
    for line in ["circle 1.5", "poly 3 4 5", "poly 2 6 2 6", "circle -1", "poly 1 x", "cube 3", ""] {
        match registry.make(line) {
            Ok(shape) => shapes.push(shape),
            Err(e) => println!("error: {e}"),
        }
    }
    println!("{}", Summary(&shapes));
    println!("{:?}", made.borrow());
    let copies = shapes.clone();
    println!("{} {}", *copies[0] == *shapes[0], *copies[0] == *shapes[1]);
    println!("{:?}", largest(&shapes).map(|s| s.describe()));
    println!("{:?}", shapes.iter().filter(|s| s.is::<Circle>()).count());
    if let Some(Polygon { sides }) = copies[1].as_any().downcast_ref() {
        println!("sides {sides:?}");
    }

    let tree = Expr::Bin(
        Box::new(Expr::Bin(Box::new(Expr::Num(1.0)), '+', Box::new(Expr::Num(2.5)))),
        '*',
        Box::new(Expr::Bin(Box::new(Expr::Num(8.0)), '/', Box::new(Expr::Num(2.0)))),
    );
    let mut printer = Printer::default();
    println!("{} = {:?} ({} ops)", tree.accept(&mut printer), tree.accept(&mut Eval), printer.depth);
    let dynamic: &mut dyn Visitor<Out = String> = &mut printer;
    println!("{}", Expr::Bin(Box::new(Expr::Num(1.0)), '/', Box::new(Expr::Num(0.0))).accept(dynamic));
    println!("{}", vec![Some(1), None].describe());
}
