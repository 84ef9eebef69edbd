use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Event { fired: bool, waiting: Vec<Waker> }
#[derive(Clone, Default)]
struct Signal(Rc<RefCell<Event>>);
impl Signal {
    fn fire(&self) { let mut e = self.0.borrow_mut(); e.fired = true; println!("waking {}", e.waiting.len()); for w in e.waiting.drain(..) { w.wake(); } }
    fn wait(&self) -> Wait { Wait(self.clone()) }
}
struct Wait(Signal);
impl Future for Wait { type Output = (); fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> { let mut e = self.0.0.borrow_mut(); if e.fired { Poll::Ready(()) } else { e.waiting.push(cx.waker().clone()); Poll::Pending } } }

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let local = tokio::task::LocalSet::new();
    local.run_until(async {
        let s = Signal::default();
        for i in 0..2 { let s = s.clone(); tokio::task::spawn_local(async move { s.wait().await; println!("task {i} runs"); }); }
        tokio::task::yield_now().await;
        s.fire();
        s.wait().await;
        tokio::task::yield_now().await;
        println!("end");
    }).await;
}
