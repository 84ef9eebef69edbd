use std::fmt::{Debug, Display};

struct Person {
    name: String,
}

trait Speaks {
    fn speak(&self) -> String;
}

fn show<T: Display>(it: T) -> String {
    format!("{it}")
}

fn inspect<T>(it: &T) -> String
where
    T: Debug,
{
    format!("{it:?}")
}

fn talk(it: &impl Speaks) -> String {
    it.speak()
}

fn copy<T: Clone>(it: &T, times: usize) -> Vec<T> {
    vec![it.clone(); times]
}

fn loud(it: &dyn Speaks) -> String {
    it.speak()
}

fn main() {
    let person = Person { name: "Ada".to_string() };
    println!("{}", inspect(&person));
    println!("{}", talk(&person));
    println!("{}", copy(&person, 2).len());
    println!("{}", loud(&person));
    println!("{}", person.name);
    println!("{}", show(person));
    let all: Vec<Box<dyn Display>> = vec![Box::new(Person { name: String::new() })];
    let one: Box<dyn Speaks> = Box::new(Person { name: String::new() });
    println!("{} {}", all.len(), one.speak());
    let _shown: &dyn Debug = &Person { name: String::new() };
}
