use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread::{self, JoinHandle};

trait Stage: Send { fn name(&self) -> String; fn apply(&mut self, n: i64) -> Option<i64>; }

struct Scale(i64);
struct Dedup { last: Option<i64> }
struct Running { sum: i64, count: u32 }

impl Stage for Scale { fn name(&self) -> String { format!("scale by {}", self.0) } fn apply(&mut self, n: i64) -> Option<i64> { n.checked_mul(self.0) } }
impl Stage for Dedup { fn name(&self) -> String { "dedup".into() } fn apply(&mut self, n: i64) -> Option<i64> { if self.last.replace(n) == Some(n) { None } else { Some(n) } } }
impl Stage for Running { fn name(&self) -> String { "running".into() } fn apply(&mut self, n: i64) -> Option<i64> { self.sum += n; self.count += 1; Some(self.sum / i64::from(self.count)) } }

fn start(mut stage: Box<dyn Stage>, input: Receiver<i64>, output: Sender<i64>) -> JoinHandle<(String, usize, usize)> {
    thread::spawn(move || {
        let (mut seen, mut sent) = (0, 0);
        for n in input {
            seen += 1;
            if let Some(n) = stage.apply(n) { sent += 1; if output.send(n).is_err() { break; } }
        }
        (stage.name(), seen, sent)
    })
}

fn main() {
    let stages: Vec<Box<dyn Stage>> = vec![Box::new(Dedup { last: None }), Box::new(Scale(3)), Box::new(Running { sum: 0, count: 0 })];
    let (first, mut input) = channel();
    let mut handles = vec![];
    for stage in stages {
        let (tx, rx) = channel();
        handles.push(start(stage, input, tx));
        input = rx;
    }
    for n in [1, 1, 2, 3, 3, 3, i64::MAX, 10] { first.send(n).unwrap(); }
    drop(first);
    println!("{:?}", input.iter().collect::<Vec<_>>());
    for h in handles { let (name, seen, sent) = h.join().unwrap(); println!("{name}: {seen} -> {sent}"); }
    let (tx, rx) = sync_channel::<(usize, String)>(1);
    let (ack, acked) = channel();
    let t = thread::spawn(move || { let mut out = vec![]; while let Ok((i, s)) = rx.recv() { out.push(format!("{i}{s}")); ack.send(i).unwrap(); } out.join("") });
    for (i, c) in "ping".chars().enumerate() { tx.send((i, c.to_string())).unwrap(); assert_eq!(acked.recv(), Ok(i)); }
    drop(tx);
    println!("{} {:?}", t.join().unwrap(), acked.recv());
}
