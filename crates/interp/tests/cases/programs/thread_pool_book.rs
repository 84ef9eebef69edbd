// The Book's last chapter: a pool of threads with jobs in boxes and a graceful end, serving requests that are text.
use std::sync::{mpsc, Arc, Mutex};
use std::{fmt, thread};
use std::error::Error;

type Job = Box<dyn FnOnce() + Send + 'static>;

#[derive(Debug, PartialEq, Eq)]
pub enum PoolCreationError { NoThreads, TooMany(usize) }
impl fmt::Display for PoolCreationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NoThreads => f.write_str("a pool needs a thread"),
            Self::TooMany(n) => write!(f, "{n} threads are too many"),
        }
    }
}
impl Error for PoolCreationError {}

pub struct ThreadPool { workers: Vec<Worker>, sender: Option<mpsc::Sender<Job>> }
struct Worker { id: usize, thread: Option<thread::JoinHandle<usize>> }

impl ThreadPool {
    /// Create a new ThreadPool.
    ///
    /// # Errors
    /// When the size is zero, or more than 16.
    pub fn build(size: usize) -> Result<ThreadPool, PoolCreationError> {
        match size {
            0 => return Err(PoolCreationError::NoThreads),
            n @ 17.. => return Err(PoolCreationError::TooMany(n)),
            _ => {}
        }
        let (sender, receiver) = mpsc::channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let mut workers = Vec::with_capacity(size);
        for id in 0..size {
            workers.push(Worker::new(id, Arc::clone(&receiver)));
        }
        Ok(ThreadPool { workers, sender: Some(sender) })
    }

    pub fn execute<F>(&self, f: F) where F: FnOnce() + Send + 'static {
        self.sender.as_ref().unwrap().send(Box::new(f)).unwrap();
    }

    pub fn submit<T: Send + 'static>(&self, f: impl FnOnce() -> T + Send + 'static) -> mpsc::Receiver<T> {
        let (tx, rx) = mpsc::channel();
        self.execute(move || { let _ = tx.send(f()); });
        rx
    }
}

impl Worker {
    fn new(id: usize, receiver: Arc<Mutex<mpsc::Receiver<Job>>>) -> Worker {
        let thread = thread::spawn(move || {
            let mut done = 0;
            loop {
                let message = receiver.lock().unwrap().recv();
                match message {
                    Ok(job) => { job(); done += 1; }
                    Err(_) => break done,
                }
            }
        });
        Worker { id, thread: Some(thread) }
    }
}

impl Drop for ThreadPool {
    fn drop(&mut self) {
        drop(self.sender.take());
        let mut total = 0;
        for worker in &mut self.workers {
            println!("Shutting down worker {}", worker.id);
            if let Some(thread) = worker.thread.take() { total += thread.join().unwrap(); }
        }
        println!("{total} jobs were done");
    }
}

fn respond(request: &str) -> String {
    let mut lines = request.lines();
    let request_line = lines.next().unwrap_or("");
    let (status, body) = match &request_line.split_whitespace().collect::<Vec<_>>()[..] {
        ["GET", "/", "HTTP/1.1"] => ("HTTP/1.1 200 OK", "Hello!".to_string()),
        ["GET", path, _] if path.starts_with("/square/") => {
            let n: Result<i64, _> = path.trim_start_matches("/square/").parse();
            match n {
                Ok(n) => ("HTTP/1.1 200 OK", (n * n).to_string()),
                Err(e) => ("HTTP/1.1 400 BAD REQUEST", e.to_string()),
            }
        }
        [method, ..] if *method != "GET" => ("HTTP/1.1 405 METHOD NOT ALLOWED", format!("no {method}")),
        _ => ("HTTP/1.1 404 NOT FOUND", "Oops!".into()),
    };
    let headers = lines.take_while(|l| !l.is_empty()).filter_map(|l| l.split_once(": ")).count();
    format!("{status}\r\nContent-Length: {}\r\nX-Seen: {headers}\r\n\r\n{body}", body.len())
}

fn main() -> Result<(), Box<dyn Error>> {
    for size in [0, 40] {
        if let Err(e) = ThreadPool::build(size) { println!("{e} ({e:?})"); }
    }
    let pool = ThreadPool::build(4)?;
    let requests = [
        "GET / HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\nbody: none", "GET /square/12 HTTP/1.1\r\n\r\n",
        "GET /square/x HTTP/1.1\r\n\r\n", "POST / HTTP/1.1\r\nHost: a\r\n\r\n", "GET /missing HTTP/1.1", "",
    ];
    let answers: Vec<_> = requests.iter().map(|r| { let r = r.to_string(); pool.submit(move || respond(&r)) }).collect();
    for (request, answer) in requests.iter().zip(answers) {
        println!("{:<24.24} -> {:?}", request.escape_debug().to_string(), answer.recv()?);
    }
    let counter = Arc::new(Mutex::new(0u32));
    for n in 0..20 {
        let counter = counter.clone();
        pool.execute(move || *counter.lock().unwrap() += n);
    }
    drop(pool);
    println!("{}", *counter.lock().unwrap());
    Ok(())
}
