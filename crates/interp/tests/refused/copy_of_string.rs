#[derive(Debug, Clone, Copy)]
struct Person {
    name: String,
    age: u32,
}

#[derive(Clone)]
struct Tags {
    all: Vec<String>,
}

impl Copy for Tags {}

#[derive(Clone)]
struct Inner(i32);

#[derive(
    Clone,
    Copy,
)]
enum Outer {
    One(Inner),
    Two { of: Option<Box<i32>> },
}

fn main() {
    let person = Person { name: "Ada".to_string(), age: 36 };
    println!("{person:?} {}", person.age);
    let _ = Tags { all: vec![] }.all;
    let _ = Outer::One(Inner(1));
    let _ = Outer::Two { of: None };
}
