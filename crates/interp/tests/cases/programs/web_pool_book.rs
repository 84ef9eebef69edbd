// The book's last project without its sockets: a pool of threads that answers requests, and shuts down.
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::sync::{
    Arc, Mutex, RwLock,
    atomic::{AtomicUsize, Ordering},
    mpsc,
};
use std::thread;
use std::time::Duration;

type Job = Box<dyn FnOnce() + Send + 'static>;
pub struct ThreadPool {
    workers: Vec<Worker>,
    sender: Option<mpsc::Sender<Job>>,
}
#[derive(Debug, PartialEq, Eq)]
pub struct PoolCreationError;
impl ThreadPool {
    /// # Panics
    /// The `new` function will panic if the size is zero.
    pub fn new(size: usize) -> ThreadPool {
        assert!(size > 0);
        Self::build(size).unwrap()
    }
    pub fn build(size: usize) -> Result<Self, PoolCreationError> {
        if size == 0 {
            return Err(PoolCreationError);
        }
        let (sender, receiver) = mpsc::channel();
        let receiver = Arc::new(Mutex::new(receiver));
        let mut workers = Vec::with_capacity(size);
        for id in 0..size {
            workers.push(Worker::new(id, Arc::clone(&receiver)));
        }
        Ok(ThreadPool { workers, sender: Some(sender) })
    }
    pub fn execute<F>(&self, f: F)
    where
        F: FnOnce() + Send + 'static,
    {
        let job = Box::new(f);
        self.sender.as_ref().unwrap().send(job).unwrap();
    }
}
impl Drop for ThreadPool {
    fn drop(&mut self) {
        drop(self.sender.take());
        for worker in self.workers.drain(..) {
            println!("Shutting down worker {}", worker.id);
            worker.thread.join().unwrap();
        }
    }
}
struct Worker {
    id: usize,
    thread: thread::JoinHandle<()>,
}
impl Worker {
    fn new(id: usize, receiver: Arc<Mutex<mpsc::Receiver<Job>>>) -> Worker {
        let thread = thread::Builder::new()
            .name(format!("worker-{id}"))
            .spawn(move || {
                loop {
                    let message = receiver.lock().unwrap().recv();
                    match message {
                        Ok(job) => {
                            job();
                        }
                        Err(mpsc::RecvError) => {
                            break;
                        }
                    }
                }
            })
            .unwrap();
        Worker { id, thread }
    }
}
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Method {
    Get,
    Post,
    Other,
}
impl From<&str> for Method {
    fn from(s: &str) -> Self {
        match s {
            "GET" => Self::Get,
            "POST" => Self::Post,
            _ => Self::Other,
        }
    }
}
struct Request {
    method: Method,
    path: String,
    headers: HashMap<String, String>,
    body: String,
}
impl Request {
    fn read<R: Read>(input: R) -> Result<Self, String> {
        let mut reader = BufReader::new(input);
        let mut first = String::new();
        reader.read_line(&mut first).map_err(|e| e.to_string())?;
        let mut words = first.trim_end().splitn(3, ' ');
        let (Some(method), Some(path), Some("HTTP/1.1")) = (words.next(), words.next(), words.next()) else {
            return Err(format!("bad request line {first:?}"));
        };
        let headers: HashMap<_, _> = reader
            .by_ref()
            .lines()
            .map(|l| l.unwrap())
            .take_while(|l| !l.is_empty())
            .filter_map(|l| l.split_once(':').map(|(k, v)| (k.trim().to_lowercase(), v.trim().to_string())))
            .collect();
        let len = headers.get("content-length").and_then(|v| v.parse().ok()).unwrap_or(0u64);
        let mut body = String::new();
        reader.take(len).read_to_string(&mut body).map_err(|e| e.to_string())?;
        Ok(Request { method: method.into(), path: path.to_string(), headers, body })
    }
}
type Handler = Box<dyn Fn(&Request) -> (u16, String) + Send + Sync>;
#[derive(Default)]
struct Router {
    routes: HashMap<(Method, &'static str), Handler>,
}
impl Default for Method {
    fn default() -> Self {
        Method::Get
    }
}
impl Router {
    fn on(mut self, m: Method, p: &'static str, h: impl Fn(&Request) -> (u16, String) + Send + Sync + 'static) -> Self {
        self.routes.insert((m, p), Box::new(h));
        self
    }
    fn handle<S: Read + Write>(&self, mut stream: S) -> std::io::Result<()> {
        let (status, body) = match Request::read(&mut stream) {
            Ok(r) => match self.routes.iter().find(|((m, p), _)| *m == r.method && r.path.starts_with(p)) {
                Some((_, h)) => h(&r),
                None => (404, "Oops!".into()),
            },
            Err(e) => (400, e),
        };
        let line = match status {
            200 => "HTTP/1.1 200 OK",
            201 => "HTTP/1.1 201 CREATED",
            404 => "HTTP/1.1 404 NOT FOUND",
            _ => "HTTP/1.1 400 BAD REQUEST",
        };
        write!(stream, "{line}\r\nContent-Length: {}\r\n\r\n{body}", body.len())?;
        stream.flush()
    }
}
struct FakeStream {
    input: Cursor<Vec<u8>>,
    output: Vec<u8>,
    done: mpsc::Sender<Vec<u8>>,
}
impl Read for FakeStream {
    fn read(&mut self, buf: &mut [u8]) -> std::io::Result<usize> {
        let n = buf.len().min(7);
        self.input.read(&mut buf[..n])
    }
}
impl Write for FakeStream {
    fn write(&mut self, b: &[u8]) -> std::io::Result<usize> {
        self.output.extend_from_slice(b);
        Ok(b.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        self.done.send(std::mem::take(&mut self.output)).map_err(|e| std::io::Error::other(e.to_string()))
    }
}
fn main() {
    let hits = Arc::new(AtomicUsize::new(0));
    let store: Arc<RwLock<Vec<String>>> = Default::default();
    let (h2, s2, s3) = (hits.clone(), store.clone(), Arc::clone(&store));
    let router = Arc::new(
        Router::default()
            .on(Method::Get, "/hello", move |_| {
                h2.fetch_add(1, Ordering::Relaxed);
                (200, "<h1>Hello!</h1>".to_string())
            })
            .on(Method::Get, "/sleep", |r| {
                thread::sleep(Duration::from_secs(5));
                (
                    200,
                    format!(
                        "slept on {} for {}",
                        thread::current().name().unwrap_or("?"),
                        r.headers.get("host").map(String::as_str).unwrap_or_default()
                    ),
                )
            })
            .on(Method::Post, "/notes", move |r| {
                let mut s = s2.write().unwrap();
                s.push(r.body.to_uppercase());
                (201, s.len().to_string())
            })
            .on(Method::Get, "/notes", move |_| (200, s3.read().unwrap().join(";"))),
    );
    println!("{:?}", ThreadPool::build(0).err());
    let pool = ThreadPool::new(1);
    let mut answers = vec![];
    for text in [
        "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /sleep HTTP/1.1\r\nHost:  example.org \r\n\r\n",
        "POST /notes HTTP/1.1\r\nContent-Length: 5\r\n\r\nfirst and more",
        "POST /notes HTTP/1.1\r\ncontent-length: 6\r\n\r\nsecond",
        "GET /notes HTTP/1.1\r\n\r\n",
        "DELETE / HTTP/1.1\r\n\r\n",
        "nonsense\r\n",
    ] {
        let (tx, rx) = mpsc::channel();
        let router = router.clone();
        let stream = FakeStream { input: Cursor::new(text.as_bytes().to_vec()), output: vec![], done: tx };
        pool.execute(move || router.handle(stream).expect("to answer"));
        answers.push(rx);
    }
    for (i, rx) in answers.iter().enumerate() {
        let text = String::from_utf8(rx.recv().unwrap()).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        println!("{i}: {} | {body}", head.lines().next().unwrap());
    }
    drop(pool);
    println!("hits {} notes {:?}", hits.load(Ordering::SeqCst), store.read().unwrap());
}
