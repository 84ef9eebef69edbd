use std::sync::mpsc::{self, RecvTimeoutError, TryRecvError, TrySendError};
use std::thread;
use std::time::Duration;

fn main() {
    let (tx, rx) = mpsc::channel();
    let handle = thread::spawn(move || { for word in ["a", "b", "c"] { tx.send(word.to_string()).unwrap(); } });
    println!("{:?}", rx.recv());
    handle.join().unwrap();
    println!("{:?} {:?} {:?}", rx.try_recv(), rx.recv(), rx.recv());
    println!("{:?}", rx.try_recv());
    let (tx, rx) = mpsc::channel::<i32>();
    println!("{:?} {}", rx.try_recv(), rx.try_recv() == Err(TryRecvError::Empty));
    println!("{:?}", rx.recv_timeout(Duration::from_millis(5)) == Err(RecvTimeoutError::Timeout));
    drop(rx);
    let e = tx.send(7).unwrap_err();
    println!("{e} {e:?} {}", e.0);
    let (tx, rx) = mpsc::sync_channel(2);
    println!("{:?} {:?}", tx.send(1), tx.try_send(2));
    match tx.try_send(3) { Err(TrySendError::Full(n)) => println!("full {n}"), other => println!("{other:?}") }
    println!("{}", tx.try_send(4).unwrap_err());
    drop(tx);
    println!("{:?}", rx.iter().collect::<Vec<_>>());
    let (tx, rx) = mpsc::channel();
    for id in 0..3 { let tx = tx.clone(); thread::spawn(move || { for n in 0..2 { tx.send((id, n)).unwrap(); } }); }
    drop(tx);
    let mut all: Vec<_> = rx.into_iter().collect();
    all.sort();
    println!("{all:?}");
    let (tx, rx) = mpsc::sync_channel(0);
    let t = thread::spawn(move || { tx.send("met").unwrap(); "sent" });
    thread::sleep(Duration::from_millis(5));
    println!("{} {}", rx.recv().unwrap(), t.join().unwrap());
    let (tx, rx) = mpsc::channel::<Box<dyn FnOnce() -> i32 + Send>>();
    let worker = thread::spawn(move || { let mut sum = 0; while let Ok(job) = rx.recv() { sum += job(); } sum });
    for i in 0..4 { tx.send(Box::new(move || i * i)).unwrap(); }
    drop(tx);
    println!("{}", worker.join().unwrap());
    let (tx, rx) = mpsc::channel();
    tx.send(1).unwrap();
    tx.send(2).unwrap();
    println!("{:?} {:?}", rx.try_iter().sum::<i32>(), rx.try_recv().map_err(|e| e.to_string()));
}
