// A small runtime on threads: one thread that rings at given times, a queue of numbers of tasks, joining by polling.
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::cmp::Reverse;
use std::future::Future;
use std::pin::Pin;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// Rings wakers at their times, from a thread of its own.
#[derive(Clone)]
struct Bell(Arc<(Mutex<Schedule>, Condvar)>);

#[derive(Default)]
struct Schedule {
    due: BinaryHeap<Reverse<(Instant, u64)>>,
    wakers: HashMap<u64, Waker>,
    next: u64,
    closed: bool,
}

impl Bell {
    fn hang() -> (Bell, thread::JoinHandle<usize>) {
        let bell = Bell(Arc::new((Mutex::default(), Condvar::new())));
        let ringer = bell.clone();
        (bell, thread::spawn(move || ringer.ring()))
    }

    fn ring(&self) -> usize {
        let (schedule, changed) = &*self.0;
        let mut rung = 0;
        let mut guard = schedule.lock().unwrap();
        loop {
            let now = Instant::now();
            while let Some(&Reverse((at, id))) = guard.due.peek() {
                if at > now {
                    break;
                }
                guard.due.pop();
                if let Some(waker) = guard.wakers.remove(&id) {
                    rung += 1;
                    waker.wake();
                }
            }
            if guard.closed && guard.due.is_empty() {
                return rung;
            }
            guard = match guard.due.peek().map(|Reverse((at, _))| at.saturating_duration_since(now)) {
                Some(wait) => changed.wait_timeout(guard, wait).unwrap().0,
                None => changed.wait(guard).unwrap(),
            };
        }
    }

    fn after(&self, millis: u64) -> Rest {
        Rest { bell: self.clone(), at: Instant::now() + Duration::from_millis(millis), id: None }
    }

    fn close(&self) {
        self.0.0.lock().unwrap().closed = true;
        self.0.1.notify_all();
    }
}

struct Rest {
    bell: Bell,
    at: Instant,
    id: Option<u64>,
}

impl Future for Rest {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.at {
            return Poll::Ready(());
        }
        let bell = self.bell.clone();
        let mut schedule = bell.0.0.lock().unwrap();
        let id = match self.id {
            Some(id) => id,
            None => {
                schedule.next += 1;
                let id = schedule.next;
                schedule.due.push(Reverse((self.at, id)));
                bell.0.1.notify_one();
                *self.id.insert(id)
            }
        };
        schedule.wakers.insert(id, cx.waker().clone());
        Poll::Pending
    }
}

/// Puts the number of its task on the queue.
struct Knock {
    task: usize,
    queue: Mutex<Sender<usize>>,
}

impl Wake for Knock {
    fn wake(self: Arc<Self>) {
        // Nobody listens once the runtime is gone.
        let _ = self.queue.lock().unwrap().send(self.task);
    }
}

type Boxed = Pin<Box<dyn Future<Output = String>>>;

struct Runtime {
    tasks: BTreeMap<usize, (Boxed, Waker)>,
    queue: Receiver<usize>,
    knocks: Sender<usize>,
}

impl Runtime {
    fn new() -> Self {
        let (knocks, queue) = mpsc::channel();
        Runtime { tasks: BTreeMap::new(), queue, knocks }
    }

    fn add(&mut self, future: impl Future<Output = String> + 'static) -> &mut Self {
        let task = self.tasks.len();
        let knock = Arc::new(Knock { task, queue: Mutex::new(self.knocks.clone()) });
        self.tasks.insert(task, (Box::pin(future), knock.into()));
        self.knocks.send(task).unwrap();
        self
    }

    /// Runs all tasks; gives their results in the order in which they end.
    fn run(mut self) -> Vec<(usize, String)> {
        let mut ended = vec![];
        while !self.tasks.is_empty() {
            let number = self.queue.recv().expect("the runtime itself holds a sender");
            let Some((future, waker)) = self.tasks.get_mut(&number) else { continue };
            if let Poll::Ready(result) = future.as_mut().poll(&mut Context::from_waker(waker)) {
                ended.push((number, result));
                self.tasks.remove(&number);
            }
        }
        ended
    }
}

/// The first of two, with what is left of the other.
enum First<A: Future, B: Future> {
    Left(A::Output, B),
    Right(A, B::Output),
}

struct Race<A, B>(Option<(A, B)>);

impl<A: Future + Unpin, B: Future + Unpin> Future for Race<A, B> {
    type Output = First<A, B>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let (mut a, mut b) = self.0.take().expect("polled after it was ready");
        if let Poll::Ready(x) = Pin::new(&mut a).poll(cx) {
            return Poll::Ready(First::Left(x, b));
        }
        match Pin::new(&mut b).poll(cx) {
            Poll::Ready(y) => Poll::Ready(First::Right(a, y)),
            Poll::Pending => {
                self.0 = Some((a, b));
                Poll::Pending
            }
        }
    }
}

fn main() {
    let (bell, ringer) = Bell::hang();
    let mut runtime = Runtime::new();
    for (name, naps) in [("slow", vec![30, 30]), ("quick", vec![10]), ("lazy", vec![])] {
        let bell = bell.clone();
        runtime.add(async move {
            let count = naps.len();
            for nap in naps {
                bell.after(nap).await;
            }
            format!("{name} after {count} naps")
        });
    }
    let theirs = bell.clone();
    runtime.add(async move {
        match Race(Some((theirs.after(45), Box::pin(async { 7 })))).await {
            First::Left((), _) => "the bell".to_string(),
            First::Right(rest, n) => {
                rest.await;
                format!("{n}, and the bell later")
            }
        }
    });
    for (number, result) in runtime.run() {
        println!("task {number}: {result}");
    }
    bell.close();
    println!("rung {} times", ringer.join().unwrap());
}
