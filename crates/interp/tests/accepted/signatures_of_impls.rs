use std::fmt::{Debug, Display};
use std::future::Future;
use std::pin::Pin;

type Pair = (i32, String);

trait Shape<T = f64>: Sized {
    type Out: Debug;
    fn area(&self) -> T;
    fn same(self, other: &Self) -> Self;
    fn out(&self) -> Self::Out;
    fn label<'a>(&'a self, prefix: &'a str) -> &'a str;
    fn show(&self, what: impl Display) -> String;
    fn all<I: IntoIterator<Item = T>>(values: I) -> Vec<T>;
    fn pair(&self) -> (i32, String);
    fn boxed(self: Box<Self>) -> T;
    fn later(&self) -> impl Future<Output = i32>;
    fn pinned(&self) -> Pin<Box<dyn Future<Output = i32> + '_>>;
    fn apply(&self, f: &dyn Fn(T) -> T) -> T;
    fn grid(&self) -> [[u8; 2]; 2];
    fn never(&self) -> T;
}

#[derive(Debug, Clone)]
struct Square(f64);

impl Shape for Square {
    type Out = Vec<f64>;
    fn area(&self) -> f64 {
        self.0 * self.0
    }
    fn same(self, other: &Square) -> Square {
        if self.0 > other.0 { self } else { other.clone() }
    }
    fn out(&self) -> Vec<f64> {
        vec![self.0]
    }
    fn label<'b>(&'b self, _: &'b str) -> &'b str {
        "square"
    }
    fn show(&self, what: impl Display) -> String {
        format!("{what}")
    }
    fn all<J>(values: J) -> Vec<f64>
    where
        J: IntoIterator<Item = f64>,
    {
        values.into_iter().collect()
    }
    fn pair(&self) -> Pair {
        (1, "x".into())
    }
    fn boxed(self: Box<Self>) -> f64 {
        self.0
    }
    async fn later(&self) -> i32 {
        3
    }
    fn pinned(&self) -> Pin<Box<dyn Future<Output = i32> + '_>> {
        Box::pin(self.later())
    }
    fn apply(&self, f: &dyn Fn(f64) -> f64) -> f64 {
        f(self.0)
    }
    fn grid(&self) -> [[u8; 2]; 2] {
        [[1; 2]; 2]
    }
    fn never(&self) -> f64 {
        self.area()
    }
}

#[allow(overflowing_literals)]
fn wrapped() -> u8 {
    257
}

struct Tree {
    value: i32,
    left: Option<Box<Tree>>,
    rest: Vec<Tree>,
    up: Option<std::rc::Weak<Tree>>,
}

fn main() {
    let square = Square(2.0).same(&Square(3.0));
    println!("{} {:?} {}", square.area(), square.out(), square.label("a"));
    println!("{} {:?} {:?}", square.show(1), Square::all([1.0]), square.pair());
    println!("{} {:?} {}", square.apply(&|it| it + 1.0), square.grid(), square.never());
    drop((square.later(), square.pinned()));
    println!("{} {}", Box::new(square.clone()).boxed(), wrapped());
    let tree = Tree { value: 1, left: None, rest: vec![], up: None };
    println!("{} {} {} {}", tree.value, tree.left.is_none(), tree.rest.len(), tree.up.is_none());
}
