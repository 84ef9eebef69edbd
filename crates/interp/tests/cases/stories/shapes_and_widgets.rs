use std::collections::BTreeMap;
use std::fmt::{self, Display};

pub trait Draw { fn draw(&self, depth: usize) -> String; fn weight(&self) -> usize { 1 } }

#[derive(Clone)]
struct Label<T>(T);
struct Row { children: Vec<Box<dyn Draw>>, gap: &'static str }
struct Titled<'a, D: ?Sized> { title: &'a str, inner: Box<D> }

impl<T: Display> Draw for Label<T> { fn draw(&self, depth: usize) -> String { format!("{}{}", " ".repeat(depth), self.0) } }
impl Draw for Row {
    fn draw(&self, depth: usize) -> String { self.children.iter().map(|c| c.draw(depth + 1)).collect::<Vec<_>>().join(self.gap) }
    fn weight(&self) -> usize { self.children.iter().map(|c| c.weight()).sum::<usize>() + 1 }
}
impl<'a, D: Draw + ?Sized> Draw for Titled<'a, D> { fn draw(&self, depth: usize) -> String { format!("[{}]\n{}", self.title, self.inner.draw(depth)) } fn weight(&self) -> usize { self.inner.weight() * 10 } }
impl<F: Fn(usize) -> String> Draw for (F, usize) { fn draw(&self, depth: usize) -> String { (self.0)(depth + self.1) } }

struct Screen { components: Vec<Box<dyn Draw>> }
impl Screen {
    fn with(mut self, d: impl Draw + 'static) -> Self { self.components.push(Box::new(d)); self }
    fn run(&self) { for c in self.components.iter() { println!("{}", c.draw(0)); } }
}
impl Display for Screen { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { for (i, c) in self.components.iter().enumerate() { if i > 0 { f.write_str(";")?; } write!(f, "{}", c.weight())?; } Ok(()) } }

struct Averaged { list: Vec<i32>, average: f64 }
impl Averaged {
    fn new() -> Self { Averaged { list: vec![], average: f64::NAN } }
    fn add(&mut self, n: i32) -> &mut Self { self.list.push(n); self.update(); self }
    fn remove(&mut self) -> Option<i32> { let r = self.list.pop()?; self.update(); Some(r) }
    fn update(&mut self) { self.average = self.list.iter().sum::<i32>() as f64 / self.list.len() as f64; }
}

fn main() {
    let label = Label("hi");
    let screen = Screen { components: vec![] }
        .with(label.clone())
        .with(Row { gap: "|", children: vec![Box::new(Label(1.5)), Box::new(label), Box::new((|n| "#".repeat(n), 2))] })
        .with(Titled { title: "T", inner: Box::new(Label('c')) as Box<dyn Draw> as Box<dyn Draw> }.flatten());
    screen.run();
    println!("{screen}");
    let mut a = Averaged::new();
    println!("{}", a.add(2).add(4).add(9).average);
    println!("{:?} {:?} {:?} {:?}", a.remove(), a.remove(), a.remove(), a.remove());
    println!("{}", a.average);
    let registry: BTreeMap<&str, fn(&'static str) -> Box<dyn Draw>> = BTreeMap::from([("label", (|s| Box::new(Label(s.to_owned()))) as fn(&'static str) -> Box<dyn Draw>), ("row", |s| Box::new(Row { gap: s, children: vec![] }.clone_empty()))]);
    for (name, make) in &registry { println!("{name} {:?}", make("x").draw(1)); }
}

impl<'a> Titled<'a, dyn Draw> { fn flatten(self) -> Titled<'a, dyn Draw> { Titled { title: "flat", inner: self.inner } } }
impl Row { fn clone_empty(&self) -> Row { Row { gap: "", children: vec![] } } }
