use std::fmt::{Debug, Display};
use std::pin::Pin;

trait Handler: Send + Sync {
    fn handle<'a>(&'a self, request: &'a str) -> Pin<Box<dyn Future<Output = String> + Send + 'a>>;
}

trait Shape: Debug {
    fn new(side: f64) -> Self
    where
        Self: Sized;

    fn area(&self) -> f64;

    fn boxed(self) -> Box<dyn Shape>
    where
        Self: Sized + 'static,
    {
        Box::new(self)
    }

    fn compare<T: Shape>(&self, other: &T) -> bool
    where
        Self: Sized,
    {
        self.area() == other.area()
    }

    fn into_area(self: Box<Self>) -> f64 {
        self.area()
    }
}

trait Source {
    type Item;
    fn next(&mut self) -> Option<Self::Item>;
    fn all(&mut self, take: &mut dyn FnMut(Self::Item)) {
        while let Some(it) = self.next() {
            take(it);
        }
    }
}

trait Plugin<T> {
    fn run(&self, value: T) -> T;
    fn show(&self, value: &dyn Display) -> String {
        value.to_string()
    }
}

#[derive(Debug)]
struct Square(f64);

impl Shape for Square {
    fn new(side: f64) -> Self {
        Square(side)
    }

    fn area(&self) -> f64 {
        self.0 * self.0
    }
}

struct Down(u32);

impl Source for Down {
    type Item = u32;
    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_sub(1)?;
        Some(self.0)
    }
}

struct Double;

impl Plugin<i32> for Double {
    fn run(&self, value: i32) -> i32 {
        value * 2
    }
}

struct Echo;

impl Handler for Echo {
    fn handle<'a>(&'a self, request: &'a str) -> Pin<Box<dyn Future<Output = String> + Send + 'a>> {
        Box::pin(async move { request.to_uppercase() })
    }
}

fn main() {
    let shapes: Vec<Box<dyn Shape>> = vec![Square::new(2.0).boxed(), Box::new(Square(3.0))];
    println!("{shapes:?} {}", Square(1.0).compare(&Square(1.0)));
    println!("{}", shapes.into_iter().map(|it| it.into_area()).sum::<f64>());
    let mut source: Box<dyn Source<Item = u32>> = Box::new(Down(3));
    source.all(&mut |it| println!("{it}"));
    let plugin: &dyn Plugin<i32> = &Double;
    println!("{} {}", plugin.run(4), plugin.show(&5));
    let handler: Box<dyn Handler> = Box::new(Echo);
    drop(handler.handle("x"));
}
