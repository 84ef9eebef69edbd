use std::collections::VecDeque;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

struct Yield(bool);

impl Future for Yield {
    type Output = ();
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        if self.0 {
            return Poll::Ready(());
        }
        self.0 = true;
        cx.waker().wake_by_ref();
        Poll::Pending
    }
}

struct Task {
    future: Mutex<Option<Pin<Box<dyn Future<Output = ()> + Send>>>>,
    queue: Arc<Mutex<VecDeque<Arc<Task>>>>,
    wakes: AtomicUsize,
}

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        self.wakes.fetch_add(1, Ordering::Relaxed);
        let queue = self.queue.clone();
        queue.lock().unwrap().push_back(self);
    }
}

#[derive(Default)]
struct Executor {
    queue: Arc<Mutex<VecDeque<Arc<Task>>>>,
}

impl Executor {
    fn spawn(&self, future: impl Future<Output = ()> + Send + 'static) {
        let task = Arc::new(Task {
            future: Mutex::new(Some(Box::pin(future))),
            queue: self.queue.clone(),
            wakes: AtomicUsize::new(0),
        });
        self.queue.lock().unwrap().push_back(task);
    }

    fn run(&self) {
        loop {
            let Some(task) = self.queue.lock().unwrap().pop_front() else { break };
            let waker = Waker::from(task.clone());
            let mut cx = Context::from_waker(&waker);
            let mut slot = task.future.lock().unwrap();
            if let Some(mut future) = slot.take() {
                if future.as_mut().poll(&mut cx).is_pending() {
                    *slot = Some(future);
                } else {
                    println!("done after {} wakes", task.wakes.load(Ordering::Relaxed));
                }
            }
        }
    }
}

async fn worker(name: &'static str, steps: usize) {
    for step in 0..steps {
        println!("{name} {step}");
        Yield(false).await;
    }
}

struct Counting(AtomicUsize);

impl Wake for Counting {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn block_on<F: Future>(future: F) -> F::Output {
    let counting = Arc::new(Counting(AtomicUsize::new(0)));
    let waker = counting.clone().into();
    let mut cx = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(output) = future.as_mut().poll(&mut cx) {
            println!("woken {} times", counting.0.load(Ordering::Relaxed));
            return output;
        }
    }
}

fn main() {
    let executor = Executor::default();
    executor.spawn(worker("a", 2));
    executor.spawn(worker("b", 3));
    executor.spawn(async {
        let values = vec![1, 2, 3];
        Yield(false).await;
        println!("sum {}", values.iter().sum::<i32>());
    });
    executor.run();
    println!("{}", block_on(async {
        worker("c", 1).await;
        40 + 2
    }));
    let ready = block_on(std::future::ready("ready"));
    println!("{ready}");
    let mut left = 2;
    println!("{}", block_on(std::future::poll_fn(|cx| {
        if left == 0 {
            return Poll::Ready("polled");
        }
        left -= 1;
        cx.waker().wake_by_ref();
        Poll::Pending
    })));
}
