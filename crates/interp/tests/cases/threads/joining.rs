use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let mut handles = Vec::new();
    for i in 0..4u64 {
        let total = Arc::clone(&total);
        handles.push(thread::spawn(move || {
            thread::sleep(Duration::from_millis(40 * (4 - i)));
            *total.lock().unwrap() += i;
            println!("thread {i}");
            i * i
        }));
    }
    let squares: Vec<u64> = handles.into_iter().map(|it| it.join().unwrap()).collect();
    println!("{squares:?} {}", *total.lock().unwrap());
    let named = thread::Builder::new().name("worker".into()).spawn(|| thread::current().name().map(String::from));
    println!("{:?} {:?}", named.unwrap().join().unwrap(), thread::current().name());
    let failed = thread::spawn(|| {
        if true {
            panic!("boom");
        }
        1
    });
    match failed.join() {
        Ok(value) => println!("value {value}"),
        Err(error) => println!("failed {:?}", error.downcast_ref::<&str>()),
    }
    let mut local = vec![1, 2, 3];
    thread::scope(|scope| {
        let sum = scope.spawn(|| local.iter().sum::<i32>());
        println!("sum {}", sum.join().unwrap());
    });
    thread::scope(|scope| {
        scope.spawn(|| local.push(4));
    });
    println!("{local:?}");
}
