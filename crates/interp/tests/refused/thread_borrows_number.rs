use std::thread;

fn main() {
    let limit = 3;
    let handle = thread::spawn(|| {
        for number in 0..limit {
            println!("{number}");
        }
    });
    handle.join().unwrap();
}
