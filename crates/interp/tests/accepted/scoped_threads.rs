use std::sync::{Mutex, atomic::{AtomicU32, Ordering}, mpsc};
use std::thread;
struct Pair { a: Vec<i32>, b: Vec<i32> }
fn sum(v: &[i32]) -> i32 { v.iter().sum() }
fn main() {
    let mut v = vec![1, 2, 3, 4, 5, 6];
    let n = AtomicU32::new(0);
    let m = Mutex::new(0);
    let words = vec!["a".to_string(), "b".to_string()];
    thread::scope(|s| {
        for chunk in v.chunks_mut(2) { s.spawn(move || chunk.iter_mut().for_each(|it| *it *= 2)); }
    });
    thread::scope(|s| {
        let (left, right) = v.split_at_mut(3);
        s.spawn(|| left[0] = 9);
        s.spawn(|| right[0] = 8);
    });
    thread::scope(|s| {
        for i in 0..3 { let n = &n; s.spawn(move || n.fetch_add(i, Ordering::SeqCst)); }
        for word in &words { s.spawn(move || println!("{word}")).join().unwrap(); }
        for word in &words { s.spawn(|| word.len()); }
        s.spawn(|| *m.lock().unwrap() += 1);
        s.spawn(|| { *m.lock().unwrap() += 2; });
        let h = s.spawn(|| sum(&v));
        let g = s.spawn(|| v.len());
        println!("{} {}", h.join().unwrap(), g.join().unwrap());
        println!("{}", v.len());
    });
    let mut pair = Pair { a: vec![1], b: vec![2] };
    thread::scope(|s| { s.spawn(|| pair.a.push(3)); s.spawn(|| pair.b.push(4)); });
    pair.a.push(5);
    let (tx, rx) = mpsc::channel();
    let totals: Vec<i32> = thread::scope(|s| {
        let handles: Vec<_> = v.chunks(2).map(|c| s.spawn(move || sum(c))).collect();
        for i in 0..2 { let tx = tx.clone(); s.spawn(move || tx.send(i).unwrap()); }
        handles.into_iter().map(|h| h.join().unwrap()).collect()
    });
    drop(tx);
    let mut got: Vec<i32> = rx.iter().collect();
    got.sort();
    let mut slot = None;
    thread::scope(|s| { s.spawn(|| slot = Some(3)); });
    let mut rest = &mut v[..];
    thread::scope(|s| {
        while rest.len() > 2 {
            let (head, tail) = std::mem::take(&mut rest).split_at_mut(2);
            rest = tail;
            s.spawn(move || head[0] += 1);
        }
    });
    thread::scope(|s| { s.spawn(|| { s.spawn(|| n.load(Ordering::SeqCst)); v.push(1); }); });
    println!("{:?} {:?} {totals:?} {got:?} {slot:?} {} {:?}", pair.a, pair.b, n.into_inner(), v);
}
