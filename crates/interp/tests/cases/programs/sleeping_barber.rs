// The sleeping barber with a condition variable, and jobs in a bounded channel.
use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender, TrySendError};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

type Job = Box<dyn FnOnce() -> String + Send + 'static>;

/// A waiting room with limited seats, guarded by a mutex and a condvar.
struct WaitingRoom<T> {
    inner: Mutex<Inner<T>>,
    customer: Condvar,
    seats: usize,
}

struct Inner<T> {
    chairs: VecDeque<T>,
    closed: bool,
}

impl<T> WaitingRoom<T> {
    fn new(seats: usize) -> Self {
        Self {
            inner: Mutex::new(Inner { chairs: VecDeque::with_capacity(seats), closed: false }),
            customer: Condvar::new(),
            seats,
        }
    }

    fn enter(&self, who: T) -> Result<usize, T> {
        let mut inner = self.inner.lock().unwrap();
        if inner.closed || inner.chairs.len() == self.seats {
            return Err(who);
        }
        inner.chairs.push_back(who);
        self.customer.notify_one();
        Ok(inner.chairs.len())
    }

    fn next(&self) -> Option<T> {
        let guard = self.inner.lock().unwrap();
        let mut guard = self
            .customer
            .wait_while(guard, |inner| inner.chairs.is_empty() && !inner.closed)
            .unwrap();
        guard.chairs.pop_front()
    }

    fn close(&self) {
        self.inner.lock().unwrap().closed = true;
        self.customer.notify_all();
    }
}

fn barber(room: Arc<WaitingRoom<String>>, done: Sender<String>) -> JoinHandle<u32> {
    thread::spawn(move || {
        let mut cuts = 0;
        while let Some(customer) = room.next() {
            thread::sleep(Duration::from_millis(3));
            cuts += 1;
            done.send(format!("{customer} leaves with a haircut")).unwrap();
        }
        cuts
    })
}

fn bounded_jobs() {
    let (tx, rx): (SyncSender<Job>, Receiver<Job>) = mpsc::sync_channel(2);
    let mut refused = 0;
    for n in 0..4u32 {
        let job: Job = Box::new(move || format!("job {n} = {}", n.pow(3)));
        match tx.try_send(job) {
            Ok(()) => println!("queued {n}"),
            Err(TrySendError::Full(job)) => {
                refused += 1;
                println!("no room, run at once: {}", job());
            }
            Err(TrySendError::Disconnected(_)) => unreachable!(),
        }
    }
    drop(tx);
    for job in rx.iter() {
        println!("later: {}", job());
    }
    println!("refused: {refused}");
}

fn main() {
    let room = Arc::new(WaitingRoom::new(3));

    // The shop is not open yet, so the seats fill up.
    for name in ["Ann", "Bob", "Cid", "Dee"] {
        match room.enter(name.to_string()) {
            Ok(n) => println!("{name} takes seat {n}"),
            Err(who) => println!("{who} finds no seat and leaves"),
        }
    }

    let (tx, rx) = mpsc::channel();
    let worker = barber(Arc::clone(&room), tx);

    for _ in 0..3 {
        println!("{}", rx.recv().unwrap());
    }
    match rx.recv_timeout(Duration::from_millis(5)) {
        Err(RecvTimeoutError::Timeout) => println!("the barber sleeps"),
        other => println!("unexpected {other:?}"),
    }
    room.enter("Eve".into()).unwrap();
    println!("{}", rx.recv().unwrap());
    room.close();
    println!("cuts: {}", worker.join().unwrap());
    println!("after closing: {:?}", room.enter("Flo".to_owned()).unwrap_err());
    println!("channel: {:?}", rx.recv());

    bounded_jobs();
}
