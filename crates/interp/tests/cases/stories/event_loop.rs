use std::cell::RefCell;
use std::collections::{BTreeMap, BinaryHeap};
use std::cmp::Reverse;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

#[derive(Default)]
struct Clock { now: u64, timers: BinaryHeap<Reverse<(u64, u64)>>, wakers: BTreeMap<u64, Waker>, next: u64 }
type Shared = Rc<RefCell<Clock>>;

struct Sleep { clock: Shared, until: u64, id: Option<u64> }
impl Future for Sleep {
    type Output = u64;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u64> {
        let clock = self.clock.clone();
        let mut clock = clock.borrow_mut();
        if clock.now >= self.until { return Poll::Ready(clock.now); }
        let until = self.until;
        let id = *self.id.get_or_insert_with(|| { clock.next += 1; let id = clock.next; clock.timers.push(Reverse((until, id))); id });
        clock.wakers.insert(id, cx.waker().clone());
        Poll::Pending
    }
}
impl Drop for Sleep { fn drop(&mut self) { if let Some(id) = self.id { if self.clock.borrow_mut().wakers.remove(&id).is_some() { println!("timer {id} cancelled"); } } } }

fn sleep(clock: &Shared, ms: u64) -> Sleep { let until = clock.borrow().now + ms; Sleep { clock: clock.clone(), until, id: None } }

struct First<A, B>(Option<(A, B)>);
impl<A: Future + Unpin, B: Future + Unpin> Future for First<A, B> {
    type Output = Result<A::Output, B::Output>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let (a, b) = self.0.as_mut().expect("not finished");
        let r = if let Poll::Ready(v) = Pin::new(a).poll(cx) { Ok(v) } else if let Poll::Ready(v) = Pin::new(b).poll(cx) { Err(v) } else { return Poll::Pending };
        self.0 = None;
        Poll::Ready(r)
    }
}

fn run(clock: &Shared, tasks: Vec<Pin<Box<dyn Future<Output = ()>>>>) {
    let mut tasks: Vec<_> = tasks.into_iter().map(Some).collect();
    let mut cx = Context::from_waker(Waker::noop());
    loop {
        for slot in tasks.iter_mut() { if let Some(t) = slot && t.as_mut().poll(&mut cx).is_ready() { *slot = None; } }
        if tasks.iter().all(Option::is_none) { break; }
        let mut c = clock.borrow_mut();
        let Some(Reverse((when, id))) = c.timers.pop() else { println!("stuck"); break };
        c.wakers.remove(&id);
        c.now = c.now.max(when);
    }
}

fn main() {
    let clock = Shared::default();
    let (a, b, c) = (clock.clone(), clock.clone(), clock.clone());
    run(&clock, vec![
        Box::pin(async move { for i in 0..3 { println!("a{i} at {}", sleep(&a, 10).await); } }),
        Box::pin(async move { println!("b at {}", sleep(&b, 15).await); println!("b again at {}", sleep(&b, 0).await); }),
        Box::pin(async move { match First(Some((sleep(&c, 50), sleep(&c, 22)))).await { Ok(n) => println!("left {n}"), Err(n) => println!("right {n}") } }),
    ]);
    println!("end at {}", clock.borrow().now);
    run(&clock, vec![Box::pin(std::future::pending())]);
}
