use std::fmt::Debug;
use std::rc::Rc;
use std::any::Any;

trait Shape: Debug { fn area(&self) -> f64; fn scale(&mut self, by: f64); fn as_any(&self) -> &dyn Any; }

#[derive(Debug)] struct Circle(f64);
#[derive(Debug)] struct Rect { w: f64, h: f64 }

impl Shape for Circle {
    fn area(&self) -> f64 { 3.0 * self.0 * self.0 }
    fn scale(&mut self, by: f64) { self.0 *= by }
    fn as_any(&self) -> &dyn Any { self }
}

impl Shape for Rect {
    fn area(&self) -> f64 { self.w * self.h }
    fn scale(&mut self, by: f64) { self.w *= by; self.h *= by; }
    fn as_any(&self) -> &dyn Any { self }
}

impl dyn Shape { fn double(&mut self) -> f64 { self.scale(2.0); self.area() } }

fn total(shapes: &[Box<dyn Shape>]) -> f64 { shapes.iter().map(|s| s.area()).sum() }
fn borrow(s: &dyn Shape) -> String { format!("{s:?}") }
fn pick(round: bool) -> Box<dyn Shape> { if round { Box::new(Circle(1.0)) } else { Box::new(Rect { w: 1.0, h: 2.0 }) } }

fn main() {
    let mut shapes: Vec<Box<dyn Shape>> = vec![pick(true), pick(false)];
    println!("{} {shapes:?}", total(&shapes));
    for s in shapes.iter_mut() { s.scale(2.0); }
    println!("{} {}", total(&shapes), borrow(shapes[1].as_ref()));
    println!("{}", shapes[0].double());
    for s in &shapes {
        match s.as_any().downcast_ref::<Circle>() { Some(c) => println!("circle {}", c.0), None => println!("no circle") }
    }
    let shared: Rc<dyn Shape> = Rc::new(Circle(2.0));
    let other = Rc::clone(&shared);
    println!("{} {}", other.area(), Rc::strong_count(&shared));
    let mut local = Rect { w: 3.0, h: 1.0 };
    { let r: &mut dyn Shape = &mut local; r.scale(0.5); }
    println!("{local:?}");
    let values: Vec<Box<dyn Any>> = vec![Box::new(1i32), Box::new("text"), Box::new(String::from("owned"))];
    for v in values {
        if let Some(n) = v.downcast_ref::<i32>() { println!("i32 {n}"); }
        else if v.is::<&str>() { println!("str {}", v.downcast::<&str>().unwrap()); }
        else { println!("other {}", v.downcast::<String>().map(|s| s.len()).unwrap_or(0)); }
    }
}
