// The Book's last project without its sockets: a pool of workers that run closures, and stop when it is dropped.
use std::fmt;
use std::sync::{mpsc, Arc, Mutex};
use std::thread;

type Job = Box<dyn FnOnce() + Send + 'static>;

pub struct ThreadPool {
    workers: Vec<Worker>,
    sender: Option<mpsc::Sender<Job>>,
}

#[derive(Debug)]
pub enum PoolCreationError { Zero }

impl fmt::Display for PoolCreationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self { PoolCreationError::Zero => write!(f, "a pool needs at least one thread") }
    }
}

impl ThreadPool {
    /// Create a new ThreadPool.
    pub fn build(size: usize) -> Result<ThreadPool, PoolCreationError> {
        if size == 0 { return Err(PoolCreationError::Zero); }
        let (sender, receiver) = mpsc::channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let mut workers = Vec::with_capacity(size);
        for id in 0..size {
            workers.push(Worker::new(id, Arc::clone(&receiver)));
        }
        Ok(ThreadPool { workers, sender: Some(sender) })
    }

    pub fn execute<F>(&self, f: F) where F: FnOnce() + Send + 'static {
        let job = Box::new(f);
        self.sender.as_ref().unwrap().send(job).unwrap();
    }
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        drop(self.sender.take());
        for worker in &mut self.workers {
            println!("Shutting down worker {}", worker.id);
            if let Some(thread) = worker.thread.take() {
                thread.join().unwrap();
            }
        }
    }
}

struct Worker {
    id: usize,
    thread: Option<thread::JoinHandle<()>>,
}

impl Worker {
    fn new(id: usize, receiver: Arc<Mutex<mpsc::Receiver<Job>>>) -> Worker {
        let thread = thread::spawn(move || loop {
            let message = receiver.lock().unwrap().recv();
            match message {
                Ok(job) => job(),
                Err(_) => break,
            }
        });
        Worker { id, thread: Some(thread) }
    }
}

fn handle(request: &str) -> (&'static str, String) {
    match request.split_whitespace().collect::<Vec<_>>().as_slice() {
        ["GET", "/", ..] => ("HTTP/1.1 200 OK", "hello".to_string()),
        ["GET", path, ..] if path.starts_with("/sleep/") => {
            let ms: u64 = path.trim_start_matches("/sleep/").parse().unwrap_or(1);
            thread::sleep(std::time::Duration::from_millis(ms));
            ("HTTP/1.1 200 OK", format!("slept {ms}"))
        }
        _ => ("HTTP/1.1 404 NOT FOUND", String::from("nothing here")),
    }
}

fn main() {
    println!("{}", ThreadPool::build(0).err().map(|e| e.to_string()).unwrap_or_default());
    let responses = Arc::new(Mutex::new(Vec::new()));
    {
        let pool = ThreadPool::build(4).unwrap();
        for request in ["GET / HTTP/1.1", "GET /sleep/20 HTTP/1.1", "GET /nope HTTP/1.1", "POST / HTTP/1.1", "GET /sleep/x HTTP/1.1"] {
            let responses = Arc::clone(&responses);
            pool.execute(move || {
                let (status, body) = handle(request);
                let length = body.len();
                responses.lock().unwrap().push(format!("{status}\r\nContent-Length: {length}\r\n\r\n{body}"));
            });
        }
    }
    let mut responses = Arc::try_unwrap(responses).unwrap().into_inner().unwrap();
    responses.sort();
    for response in &responses { println!("{response:?}"); }
}
