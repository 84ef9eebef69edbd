use std::any::Any;
use std::rc::Rc;
use std::sync::{Arc, Mutex};

fn kind(value: &dyn Any) -> &'static str {
    if value.is::<Vec<i32>>() {
        "numbers"
    } else if value.is::<Vec<String>>() {
        "texts"
    } else if value.is::<Option<u8>>() {
        "maybe a byte"
    } else if value.is::<Option<char>>() {
        "maybe a letter"
    } else if value.is::<(i32, f64)>() {
        "a pair"
    } else if value.is::<Rc<String>>() {
        "a shared text"
    } else if value.is::<[u8; 2]>() {
        "two bytes"
    } else if value.is::<&str>() {
        "a text"
    } else {
        "something"
    }
}

fn main() {
    println!("{} {} {}", kind(&vec![1]), kind(&vec!["a".to_string()]), kind(&Some(1u8)));
    println!("{} {} {}", kind(&Some('a')), kind(&(1, 2.0)), kind(&(1.0, 2)));
    println!("{} {} {} {}", kind(&Rc::new("a".to_string())), kind(&[1u8, 2]), kind(&"x"), kind(&5));
    let rc: Rc<dyn Any> = Rc::new(vec![1, 2]);
    println!("{} {}", rc.is::<Vec<i32>>(), rc.is::<Vec<u8>>());
    println!("{}", rc.downcast::<String>().unwrap_err().is::<Vec<i32>>());
    let boxed: Box<dyn Any> = Box::new(Arc::new(5));
    println!("{} {}", boxed.is::<i32>(), boxed.is::<Arc<i32>>());
    println!("{:?}", boxed.downcast::<Arc<i32>>().map(|it| **it + 1));
    let all: Vec<Box<dyn Any + Send>> = vec![Box::new(1u8), Box::new(Mutex::new("a")), Box::new(vec![Some(1.5)])];
    for it in &all {
        match it.downcast_ref::<Vec<Option<f64>>>() {
            Some(found) => println!("{found:?}"),
            None if it.is::<Mutex<&str>>() => println!("a lock"),
            None => println!("{:?} {:?}", it.downcast_ref::<u8>(), it.downcast_ref::<i32>()),
        }
    }
}
