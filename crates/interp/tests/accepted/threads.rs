use std::sync::{Arc, Mutex, mpsc};
use std::thread;

fn main() {
    let counter = Arc::new(Mutex::new(0));
    let mut handles = vec![];
    for number in 0..3 {
        let counter = Arc::clone(&counter);
        handles.push(thread::spawn(move || {
            let mut guard = counter.lock().unwrap();
            *guard += number;
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    println!("{}", *counter.lock().unwrap());
    let (tx, rx) = mpsc::channel();
    for number in 0..2 {
        let tx = tx.clone();
        thread::spawn(move || tx.send(number).unwrap());
    }
    drop(tx);
    println!("{}", rx.iter().sum::<i32>());
    let mut numbers = vec![1, 2, 3];
    let mut total = 0;
    thread::scope(|scope| {
        scope.spawn(|| println!("{}", numbers.len()));
        scope.spawn(|| total += numbers[0]);
    });
    numbers.push(total);
    println!("{numbers:?}");
    let text: &'static str = "static";
    thread::spawn(move || println!("{text}")).join().unwrap();
    let length = thread::spawn(|| text.len()).join().unwrap();
    println!("{length}");
    let shared: Arc<[i32]> = Arc::from(vec![1, 2]);
    let own = shared.clone();
    thread::spawn(move || println!("{own:?}")).join().unwrap();
    println!("{shared:?}");
}
