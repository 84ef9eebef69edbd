use std::sync::Arc;
use std::thread;
use std::time::Duration;

fn main() {
    let v = vec![1, 2, 3];
    let h = thread::spawn(move || { println!("in thread {v:?}"); v.iter().sum::<i32>() });
    println!("joined {}", h.join().unwrap());
    let handles: Vec<thread::JoinHandle<u64>> = (1..=5).map(|n| thread::spawn(move || { thread::sleep(Duration::from_millis(10 * (6 - n))); n * n })).collect();
    println!("{:?}", handles.into_iter().map(|h| h.join().unwrap()).collect::<Vec<_>>());
    let named = thread::Builder::new().name("worker-1".into()).spawn(|| thread::current().name().map(str::to_owned)).unwrap();
    println!("{:?}", named.thread().name());
    println!("{:?}", named.join().unwrap());
    println!("{:?} {:?}", thread::current().name(), thread::current().id() == thread::current().id());
    let data = Arc::new(String::from("shared"));
    let lens: usize = (0..3).map(|_| { let d = Arc::clone(&data); thread::spawn(move || d.len()) }).map(|h| h.join().unwrap()).sum();
    println!("{lens} {}", Arc::strong_count(&data));
    let r = thread::spawn(|| -> i32 { "x".parse().unwrap() }).join();
    println!("{}", r.is_err());
    let h = thread::spawn(|| { thread::park(); "unparked" });
    h.thread().unpark();
    println!("{}", h.join().unwrap());
    let quick = thread::spawn(|| 1);
    while !quick.is_finished() { thread::sleep(Duration::from_millis(1)); }
    println!("{}", quick.join().unwrap());
    let nested = thread::spawn(|| thread::spawn(|| 5).join().unwrap() + 1);
    println!("{:?}", nested.join());
    println!("{}", thread::available_parallelism().is_ok());
}
