use std::sync::Mutex;

fn main() {
    let numbers = Mutex::new(vec![1]);
    let guard = numbers.lock().unwrap();
    guard.push(2);
    println!("{}", guard.len());
}
