// Channels and scoped threads of crossbeam.
use crossbeam::channel::{self, bounded, unbounded, RecvTimeoutError, TryRecvError};
use std::thread;
use std::time::Duration;

fn main() {
    let (snd1, rcv1) = bounded(1);
    let (snd2, rcv2) = bounded(1);
    let n_workers = 2;
    crossbeam::scope(|s| {
        s.spawn(|_| {
            for i in 0..4 { snd1.send(i).unwrap(); }
            drop(snd1);
        });
        for _ in 0..n_workers {
            let (sendr, recvr) = (snd2.clone(), rcv1.clone());
            s.spawn(move |_| {
                thread::sleep(Duration::from_millis(50));
                for msg in recvr.iter() { sendr.send(msg * 2).unwrap(); }
            });
        }
        drop(snd2);
        let mut all: Vec<i32> = rcv2.iter().collect();
        all.sort();
        println!("{all:?}");
    }).unwrap();

    let (tx, rx) = unbounded();
    println!("{:?}", rx.try_recv());
    println!("{:?}", rx.recv_timeout(Duration::from_millis(5)) == Err(RecvTimeoutError::Timeout));
    let tx2 = tx.clone();
    thread::spawn(move || { for i in 0..3 { tx2.send(format!("a{i}")).unwrap(); } });
    let producer = thread::spawn(move || { thread::sleep(Duration::from_millis(10)); tx.send("b".to_string()).unwrap(); });
    for text in &rx { println!("{text}"); }
    producer.join().unwrap();
    assert_eq!(rx.try_recv(), Err(TryRecvError::Disconnected));
    println!("{}", rx.recv().unwrap_err());

    let (s, r) = bounded::<i32>(0);
    let handle = thread::spawn(move || r.recv());
    s.send(5).unwrap();
    println!("{:?}", handle.join().unwrap());
    println!("{:?} {}", s.send(6), s.send(6).unwrap_err());

    let mut array = [1, 2, 3, 4];
    let sum: i32 = crossbeam::thread::scope(|s| {
        let (left, right) = array.split_at_mut(2);
        let l = s.spawn(move |_| { left.iter_mut().for_each(|n| *n *= 10); left.iter().sum::<i32>() });
        let r = s.spawn(move |_| right.iter().sum::<i32>());
        l.join().unwrap() + r.join().unwrap()
    }).unwrap();
    println!("{sum} {array:?}");

    let timeout = channel::after(Duration::from_millis(20));
    let ticker = channel::tick(Duration::from_millis(8));
    let mut ticks = 0;
    loop {
        crossbeam::select! {
            recv(ticker) -> _ => ticks += 1,
            recv(timeout) -> _ => { println!("{ticks} ticks"); break; }
        }
    }
    let (s1, r1) = unbounded::<&str>();
    let (s2, r2) = unbounded::<i32>();
    let picked = crossbeam::select! {
        recv(r1) -> msg => format!("text {msg:?}"),
        recv(r2) -> msg => format!("number {msg:?}"),
        default(Duration::from_millis(3)) => "nobody".to_string(),
    };
    println!("{picked}");
    thread::spawn(move || { thread::sleep(Duration::from_millis(5)); s2.send(9).unwrap(); s1 });
    crossbeam::select! {
        recv(r1) -> msg => println!("text {msg:?}"),
        recv(r2) -> msg => println!("number {msg:?}"),
    }
    println!("{:?} {:?}", r2.recv(), r2.try_recv().unwrap_err());
}
