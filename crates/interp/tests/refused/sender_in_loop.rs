use std::sync::mpsc;
use std::thread;

fn main() {
    let (tx, rx) = mpsc::channel();
    for number in 0..3 {
        thread::spawn(move || tx.send(number).unwrap());
    }
    for number in rx {
        println!("{number}");
    }
}
