use std::thread;

fn main() {
    let numbers = vec![1];
    let first = &numbers;
    let handle = thread::spawn(move || println!("{}", numbers.len()));
    println!("{first:?}");
    handle.join().unwrap();
}
