// "Async in depth": a future that spawns a thread, and an executor on a channel.
use futures::task::{self, ArcWake};
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::sync::{mpsc, Arc, Mutex};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

struct TaskFuture { future: Pin<Box<dyn Future<Output = ()> + Send>>, poll: Poll<()> }
struct Task { task_future: Mutex<TaskFuture>, executor: mpsc::Sender<Arc<Task>> }

impl Task {
    fn schedule(self: &Arc<Self>) { let _ = self.executor.send(self.clone()); }
    fn poll(self: Arc<Self>) {
        let waker = task::waker(self.clone());
        let mut cx = Context::from_waker(&waker);
        let mut task_future = self.task_future.try_lock().unwrap();
        task_future.poll(&mut cx);
    }
    fn spawn<F>(future: F, sender: &mpsc::Sender<Arc<Task>>) where F: Future<Output = ()> + Send + 'static {
        let task = Arc::new(Task { task_future: Mutex::new(TaskFuture::new(future)), executor: sender.clone() });
        let _ = sender.send(task);
    }
}
impl ArcWake for Task { fn wake_by_ref(arc_self: &Arc<Self>) { arc_self.schedule(); } }
impl TaskFuture {
    fn new(future: impl Future<Output = ()> + Send + 'static) -> TaskFuture { TaskFuture { future: Box::pin(future), poll: Poll::Pending } }
    fn poll(&mut self, cx: &mut Context<'_>) { if self.poll.is_pending() { self.poll = self.future.as_mut().poll(cx); } }
}

struct MiniTokio { scheduled: mpsc::Receiver<Arc<Task>>, sender: mpsc::Sender<Arc<Task>> }
thread_local! { static CURRENT: RefCell<Option<mpsc::Sender<Arc<Task>>>> = RefCell::new(None); }

impl MiniTokio {
    fn new() -> MiniTokio { let (sender, scheduled) = mpsc::channel(); MiniTokio { scheduled, sender } }
    fn spawn<F>(&self, future: F) where F: Future<Output = ()> + Send + 'static { Task::spawn(future, &self.sender); }
    fn run(self) {
        CURRENT.with(|cell| { *cell.borrow_mut() = Some(self.sender.clone()); });
        drop(self.sender);
        CURRENT.with(|_| ());
        let mut polled = 0;
        while polled < 5 { let Ok(task) = self.scheduled.recv() else { break }; task.poll(); polled += 1; }
        println!("polled {polled} times");
    }
}
fn spawn<F>(future: F) where F: Future<Output = ()> + Send + 'static {
    CURRENT.with(|cell| { let borrow = cell.borrow(); let sender = borrow.as_ref().expect("not inside mini tokio"); Task::spawn(future, sender); });
}

struct Delay { when: Instant, waker: Option<Arc<Mutex<Waker>>> }
impl Future for Delay {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if Instant::now() >= self.when { return Poll::Ready(()); }
        if let Some(waker) = &self.waker {
            let mut waker = waker.lock().unwrap();
            if !waker.will_wake(cx.waker()) { *waker = cx.waker().clone(); }
        } else {
            let when = self.when;
            let waker = Arc::new(Mutex::new(cx.waker().clone()));
            self.waker = Some(waker.clone());
            thread::spawn(move || {
                let now = Instant::now();
                if now < when { thread::sleep(when - now); }
                let waker = waker.lock().unwrap();
                waker.wake_by_ref();
            });
        }
        Poll::Pending
    }
}
async fn delay(dur: Duration) { Delay { when: Instant::now() + dur, waker: None }.await }

fn main() {
    let mini_tokio = MiniTokio::new();
    mini_tokio.spawn(async {
        spawn(async { delay(Duration::from_millis(100)).await; println!("world"); });
        spawn(async { println!("hello"); });
        delay(Duration::from_millis(200)).await;
        println!("done");
    });
    mini_tokio.run();
}
