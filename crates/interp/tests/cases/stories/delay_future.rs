use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, mpsc};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;
use std::time::{Duration, Instant};

struct Delay { when: Instant, waker: Option<Arc<Mutex<Waker>>> }

impl Future for Delay {
    type Output = &'static str;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<&'static str> {
        if Instant::now() >= self.when { return Poll::Ready("done"); }
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
                waker.lock().unwrap().wake_by_ref();
            });
        }
        Poll::Pending
    }
}

struct TaskFuture { future: Pin<Box<dyn Future<Output = ()> + Send>>, poll: Poll<()> }
struct Task { future: Mutex<TaskFuture>, executor: mpsc::Sender<Arc<Task>> }

impl Wake for Task { fn wake(self: Arc<Self>) { self.schedule(); } }

impl Task {
    fn schedule(self: &Arc<Self>) { let _ = self.executor.send(self.clone()); }
    fn poll(self: Arc<Self>) -> bool {
        let waker = Waker::from(self.clone());
        let mut cx = Context::from_waker(&waker);
        let mut future = self.future.try_lock().unwrap();
        if future.poll.is_pending() { future.poll = future.future.as_mut().poll(&mut cx); }
        future.poll.is_ready()
    }
}

struct Mini { scheduled: mpsc::Receiver<Arc<Task>>, sender: mpsc::Sender<Arc<Task>>, live: usize }

impl Mini {
    fn new() -> Mini { let (sender, scheduled) = mpsc::channel(); Mini { scheduled, sender, live: 0 } }
    fn spawn<F>(&mut self, future: F) where F: Future<Output = ()> + Send + 'static {
        self.live += 1;
        let task = Arc::new(Task { future: Mutex::new(TaskFuture { future: Box::pin(future), poll: Poll::Pending }), executor: self.sender.clone() });
        task.schedule();
    }
    fn run(&mut self) {
        while self.live > 0 {
            let task = self.scheduled.recv().unwrap();
            if task.poll() { self.live -= 1; println!("{} left", self.live); }
        }
    }
}

fn main() {
    let mut mini = Mini::new();
    let start = Instant::now();
    mini.spawn(async move {
        let out = Delay { when: start + Duration::from_millis(60), waker: None }.await;
        println!("slow {out}");
    });
    mini.spawn(async move {
        for step in 1..=2 {
            let out = Delay { when: start + Duration::from_millis(20 * step), waker: None }.await;
            println!("step {step} {out}");
        }
    });
    mini.spawn(async { println!("at once"); });
    mini.run();
    println!("{}", start.elapsed() >= Duration::from_millis(60));
}
