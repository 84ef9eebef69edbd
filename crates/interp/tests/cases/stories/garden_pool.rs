use std::fmt;
use std::sync::{Arc, Mutex, mpsc};
use std::thread;

type Job = Box<dyn FnOnce() + Send + 'static>;

struct Gardener { id: usize, thread: Option<thread::JoinHandle<usize>> }

impl Gardener {
    fn new(id: usize, jobs: Arc<Mutex<mpsc::Receiver<Job>>>) -> Gardener {
        let thread = thread::spawn(move || {
            let mut done = 0;
            loop {
                let message = jobs.lock().unwrap().recv();
                match message {
                    Ok(job) => { job(); done += 1; }
                    Err(_) => break done,
                }
            }
        });
        Gardener { id, thread: Some(thread) }
    }
}

#[derive(Debug, PartialEq)]
enum PoolError { Empty }
impl fmt::Display for PoolError { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "a pool needs somebody to work") } }
impl std::error::Error for PoolError {}

struct Pool { gardeners: Vec<Gardener>, sender: Option<mpsc::Sender<Job>>, total: Arc<Mutex<usize>> }

impl Pool {
    fn build(size: usize) -> Result<Pool, PoolError> {
        if size == 0 { return Err(PoolError::Empty); }
        let (sender, receiver) = mpsc::channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let mut gardeners = Vec::with_capacity(size);
        for id in 0..size { gardeners.push(Gardener::new(id, Arc::clone(&receiver))); }
        Ok(Pool { gardeners, sender: Some(sender), total: Arc::default() })
    }

    fn execute<F>(&self, f: F) where F: FnOnce() + Send + 'static {
        self.sender.as_ref().unwrap().send(Box::new(f)).unwrap();
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        drop(self.sender.take());
        for gardener in &mut self.gardeners {
            println!("waiting for {}", gardener.id);
            if let Some(thread) = gardener.thread.take() { *self.total.lock().unwrap() += thread.join().unwrap(); }
        }
    }
}

fn main() {
    println!("{}", Pool::build(0).err().unwrap());
    let watered = Arc::new(Mutex::new(Vec::new()));
    let total;
    {
        let pool = Pool::build(3).unwrap();
        total = Arc::clone(&pool.total);
        for bed in 0..8u32 {
            let watered = Arc::clone(&watered);
            pool.execute(move || watered.lock().unwrap().push(bed * bed));
        }
        println!("all beds assigned");
    }
    let mut watered = watered.lock().unwrap();
    watered.sort_unstable();
    println!("{watered:?} by {}", *total.lock().unwrap());
}
