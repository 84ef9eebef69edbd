use std::fmt::Debug;
use std::sync::Arc;

trait Handler {
    async fn handle(&self, request: &str) -> String;
}

trait Shape {
    fn new(side: f64) -> Self;
    fn area(&self) -> f64;
}

trait Copies: Clone {
    fn name(&self) -> String;
}

trait Visitor {
    fn visit<T: Debug>(&mut self, value: T);
}

trait Same {
    fn same(&self, other: &Self) -> bool;
}

trait Numbers {
    fn numbers(&self) -> impl Iterator<Item = u32>;
}

trait Sized2: Shape {
    fn twice(&self) -> f64;
}

pub struct Router {
    pub handlers: Vec<Arc<dyn Handler>>,
}

pub fn total(_: &[Box<dyn Shape>]) {}

pub fn names(_: Vec<Box<dyn Copies>>) {}

pub fn visit(_: &mut dyn Visitor) {}

pub fn same(_: &dyn Same) {}

pub fn numbers(_: Option<Box<dyn Numbers>>) {}

pub fn boxed(_: Option<Box<dyn Sized2>>) {}

fn main() {}
