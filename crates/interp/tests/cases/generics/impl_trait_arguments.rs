//! `impl Trait` as the type of arguments, in all kinds of places.

use std::collections::HashMap;
use std::fmt::{Debug, Display, Write as _};
use std::future::Future;
use std::io::Write;
use std::ops::Add;

fn shown(items: impl IntoIterator<Item = impl Display>) -> String {
    items.into_iter().map(|it| it.to_string()).collect::<Vec<_>>().join("-")
}

fn named(name: impl Into<String>) -> String {
    let name: String = name.into();
    name + "!"
}

fn parsed<T: std::str::FromStr>(text: impl AsRef<str>) -> Option<T> {
    text.as_ref().parse().ok()
}

fn turned<T>(value: T, f: impl Fn(T) -> T, times: usize) -> T {
    (0..times).fold(value, |value, _| f(value))
}

fn pair(a: impl Debug, b: impl Debug) -> String {
    format!("{a:?}/{b:?}")
}

fn both(a: impl Add<Output = i32> + Copy, b: &(impl Debug + ?Sized)) -> String {
    let _ = a;
    format!("{b:?}")
}

fn write_to(out: &mut impl Write, what: &impl Debug) {
    writeln!(out, "{what:?}").unwrap();
}

fn optional(f: Option<impl FnOnce() -> i32>) -> i32 {
    f.map_or(0, |f| f())
}

fn made(n: i32) -> impl Fn(i32) -> i32 {
    move |it| it + n
}

fn composed(f: impl Fn(i32) -> i32, g: impl Fn(i32) -> i32) -> impl Fn(i32) -> i32 {
    move |it| g(f(it))
}

fn counted(words: impl Iterator<Item = (impl AsRef<str>, usize)>) -> HashMap<String, usize> {
    let mut all = HashMap::new();
    for (word, count) in words {
        *all.entry(word.as_ref().to_owned()).or_default() += count;
    }
    all
}

trait Visitor {
    fn visit(&mut self, what: impl Display);

    fn visit_all(&mut self, all: &[impl Display]) {
        for one in all {
            self.visit(one);
        }
    }
}

struct Collect(String);

impl Visitor for Collect {
    fn visit(&mut self, what: impl Display) {
        write!(self.0, "[{what}]").unwrap();
    }
}

struct Machine<S> {
    state: S,
}

impl<S: Clone> Machine<S> {
    fn step<R>(&mut self, f: impl FnOnce(&mut S) -> R) -> (R, S) {
        let result = f(&mut self.state);
        (result, self.state.clone())
    }
}

async fn awaited<T>(future: impl Future<Output = T>, then: impl AsyncFn(T) -> T) -> T {
    then(future.await).await
}

fn nested(depth: u32, f: &impl Fn(u32)) {
    if depth > 0 {
        f(depth);
        nested(depth - 1, f);
    }
}

fn twice(mut f: impl FnMut() -> i32) -> i32 {
    f() + f()
}

fn of_default(_: impl Fn() -> u8) -> u8 {
    Default::default()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{} {}", shown([1, 2]), shown(vec!["a", "b"]));
    println!("{} {} {}", named("x"), named(String::from("y")), named('z'));
    println!("{:?} {:?}", parsed::<i32>("12"), parsed::<f64>(String::from("1.5")));
    println!("{}", turned(1, |it| it * 3, 4));
    println!("{}", turned(String::from("a"), |it| it + "b", 2));
    println!("{}", pair(Some(1), "x"));
    println!("{} {}", both(1, "x"), both(2, &[1, 2][..]));
    let mut bytes = Vec::new();
    write_to(&mut bytes, &(1, 'c'));
    print!("{}", String::from_utf8_lossy(&bytes));
    println!("{} {}", optional(Some(|| 3)), optional(None::<fn() -> i32>));
    println!("{}", composed(made(1), composed(made(2), |it| it * 10))(4));
    let counts = counted(["a", "b", "a"].into_iter().zip(1..));
    println!("{} {}", counts["a"], counts["b"]);
    let mut collect = Collect(String::new());
    collect.visit(1);
    collect.visit_all(&["x", "y"]);
    println!("{}", collect.0);
    let mut machine = Machine { state: vec![1] };
    println!(
        "{:?}",
        machine.step(|it| {
            it.push(2);
            it.len()
        })
    );
    println!("{:?}", machine.step(|it| it.pop().map(|it| it.to_string())));
    println!("{}", awaited(async { 5 }, async |it| it + 1).await);
    println!("{}", awaited(std::future::ready("s"), async |it| it).await);
    nested(3, &|it| print!("{it} "));
    println!();
    let mut n = 0;
    println!(
        "{}",
        twice(|| {
            n += 5;
            n
        })
    );
    println!("{}", of_default(|| 1));
    let functions: Vec<Box<dyn Fn(i32) -> i32>> = vec![Box::new(made(1)), Box::new(|it| it - 1)];
    println!("{:?}", functions.iter().map(|it| turned(0, it, 3)).collect::<Vec<_>>());
}
