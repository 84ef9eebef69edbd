use std::rc::Rc;
use std::sync::{Arc, Mutex};

fn main() {
    let text = Rc::new(String::from("c"));
    let own = *text;
    let list = Arc::new(vec![1]);
    let count = list.len();
    for it in *list {
        println!("{it}");
    }
    let counter = Arc::new(Mutex::new(String::new()));
    let last = counter.into_inner().unwrap();
    println!("{own} {count} {last}");
}
