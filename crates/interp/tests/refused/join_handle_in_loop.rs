use std::thread;

fn main() {
    let handle = thread::spawn(|| 1);
    loop {
        handle.join().unwrap();
    }
}
