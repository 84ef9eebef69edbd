use std::sync::mpsc;
use std::thread;

enum Request { Square(i64, mpsc::Sender<i64>), Stop }

fn main() {
    let (tx, rx) = mpsc::channel::<Request>();
    let worker = thread::spawn(move || {
        let mut n = 0;
        while let Ok(Request::Square(v, reply)) = rx.recv() { n += 1; reply.send(v * v).unwrap(); }
        n
    });
    for v in [3, -4] {
        let (reply, answer) = mpsc::channel();
        tx.send(Request::Square(v, reply)).unwrap();
        println!("{}", answer.recv().unwrap());
    }
    tx.send(Request::Stop).unwrap();
    println!("{}", worker.join().unwrap());
    let (reply, _) = mpsc::channel();
    println!("{}", tx.send(Request::Square(1, reply)).is_err());
}
