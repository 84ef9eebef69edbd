use std::cell::RefCell;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::{Arc, mpsc};
use std::task::{Context, Poll, Wake};

struct Task { id: usize, queue: mpsc::Sender<usize> }
impl Wake for Task { fn wake(self: Arc<Self>) { self.queue.send(self.id).unwrap(); } }

struct Executor { tasks: Vec<Option<Pin<Box<dyn Future<Output = ()>>>>>, queue: mpsc::Receiver<usize>, sender: mpsc::Sender<usize>, polls: usize }

impl Executor {
    fn new() -> Self { let (sender, queue) = mpsc::channel(); Executor { tasks: vec![], queue, sender, polls: 0 } }
    fn spawn(&mut self, f: impl Future<Output = ()> + 'static) { self.sender.send(self.tasks.len()).unwrap(); self.tasks.push(Some(Box::pin(f))); }
    fn run(&mut self) {
        while let Ok(id) = self.queue.try_recv() {
            let Some(task) = self.tasks[id].as_mut() else { continue };
            let waker = Arc::new(Task { id, queue: self.sender.clone() }).into();
            self.polls += 1;
            if task.as_mut().poll(&mut Context::from_waker(&waker)).is_ready() { println!("task {id} done"); self.tasks[id] = None; }
        }
    }
}

#[derive(Default, Clone)]
struct Chan { state: Rc<RefCell<(VecDeque<i32>, Option<std::task::Waker>, bool)>> }
impl Chan {
    fn send(&self, n: i32) { let mut s = self.state.borrow_mut(); s.0.push_back(n); if let Some(w) = s.1.take() { w.wake(); } }
    fn close(&self) { let mut s = self.state.borrow_mut(); s.2 = true; if let Some(w) = s.1.take() { w.wake(); } }
    async fn recv(&self) -> Option<i32> {
        std::future::poll_fn(|cx| {
            let mut s = self.state.borrow_mut();
            match s.0.pop_front() { Some(n) => Poll::Ready(Some(n)), None if s.2 => Poll::Ready(None), None => { s.1 = Some(cx.waker().clone()); Poll::Pending } }
        }).await
    }
}

struct Yield(bool);
impl Future for Yield { type Output = (); fn poll(mut self: Pin<&mut Self>, cx: &mut Context) -> Poll<()> { if std::mem::replace(&mut self.0, true) { Poll::Ready(()) } else { cx.waker().wake_by_ref(); Poll::Pending } } }

fn main() {
    let mut ex = Executor::new();
    let chan = Chan::default();
    let rx = chan.clone();
    ex.spawn(async move { let mut sum = 0; while let Some(n) = rx.recv().await { println!("got {n}"); sum += n; } println!("sum {sum}"); });
    ex.spawn(async move { for i in 1..=3 { chan.send(i); Yield(false).await; } chan.close(); });
    ex.spawn(async { println!("third"); });
    ex.run();
    println!("{} polls", ex.polls);
}
