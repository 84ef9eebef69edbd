// Channel, mutex, semaphore and oneshot by hand, for one thread; run by futures' LocalPool.
use futures::executor::{block_on, LocalPool};
use futures::task::{noop_waker, LocalSpawnExt};
use futures::{future, FutureExt};
use std::cell::{Cell, RefCell, UnsafeCell};
use std::collections::VecDeque;
use std::fmt;
use std::future::{poll_fn, Future, IntoFuture};
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::rc::{Rc, Weak};
use std::task::{Context, Poll, Waker};

struct Chan<T> { queue: VecDeque<T>, cap: usize, recv_waker: Option<Waker>, send_wakers: VecDeque<Waker>, senders: usize, closed: bool }
struct Sender<T>(Rc<RefCell<Chan<T>>>);
struct Receiver<T>(Rc<RefCell<Chan<T>>>);
#[derive(Debug, PartialEq)]
struct SendError<T>(T);
impl<T> fmt::Display for SendError<T> { fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { f.write_str("channel closed") } }

fn channel<T>(cap: usize) -> (Sender<T>, Receiver<T>) {
    let chan = Rc::new(RefCell::new(Chan { queue: VecDeque::with_capacity(cap), cap, recv_waker: None, send_wakers: VecDeque::new(), senders: 1, closed: false }));
    (Sender(Rc::clone(&chan)), Receiver(chan))
}
impl<T> Sender<T> {
    async fn send(&self, item: T) -> Result<(), SendError<T>> {
        let mut item = Some(item);
        poll_fn(move |cx| {
            let mut chan = self.0.borrow_mut();
            if chan.closed { return Poll::Ready(Err(SendError(item.take().unwrap()))); }
            if chan.queue.len() == chan.cap { chan.send_wakers.push_back(cx.waker().clone()); return Poll::Pending; }
            chan.queue.extend(item.take());
            if let Some(w) = chan.recv_waker.take() { w.wake() }
            Poll::Ready(Ok(()))
        }).await
    }
}
impl<T> Clone for Sender<T> { fn clone(&self) -> Self { self.0.borrow_mut().senders += 1; Sender(self.0.clone()) } }
impl<T> Drop for Sender<T> {
    fn drop(&mut self) {
        let mut chan = self.0.borrow_mut();
        chan.senders -= 1;
        if chan.senders == 0 { chan.closed = true; chan.recv_waker.take().map(Waker::wake); }
    }
}
struct Recv<'a, T> { rx: &'a mut Receiver<T> }
impl<T> Future for Recv<'_, T> {
    type Output = Option<T>;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<T>> {
        let chan = &mut *self.rx.0.borrow_mut();
        match chan.queue.pop_front() {
            Some(v) => { chan.send_wakers.drain(..).for_each(Waker::wake); Poll::Ready(Some(v)) }
            None if chan.closed => Poll::Ready(None),
            None => { chan.recv_waker.get_or_insert_with(|| cx.waker().clone()).clone_from(cx.waker()); Poll::Pending }
        }
    }
}
impl<'a, T> IntoFuture for &'a mut Receiver<T> { type Output = Option<T>; type IntoFuture = Recv<'a, T>; fn into_future(self) -> Recv<'a, T> { Recv { rx: self } } }
impl<T> Drop for Receiver<T> { fn drop(&mut self) { let mut c = self.0.borrow_mut(); c.closed = true; for w in std::mem::take(&mut c.send_wakers) { w.wake(); } } }

struct Mutex<T: ?Sized> { locked: Cell<bool>, waiting: RefCell<VecDeque<Waker>>, value: UnsafeCell<T> }
struct Guard<'a, T: ?Sized>(&'a Mutex<T>);
impl<T> Mutex<T> {
    fn new(value: T) -> Self { Mutex { locked: Cell::new(false), waiting: RefCell::default(), value: UnsafeCell::new(value) } }
    fn try_lock(&self) -> Option<Guard<'_, T>> { (!self.locked.replace(true)).then(|| Guard(self)) }
    fn lock(&self) -> impl Future<Output = Guard<'_, T>> {
        poll_fn(|cx| match self.try_lock() { Some(g) => Poll::Ready(g), None => { self.waiting.borrow_mut().push_back(cx.waker().clone()); Poll::Pending } })
    }
    fn into_inner(self) -> T { self.value.into_inner() }
}
impl<T> Deref for Guard<'_, T> { type Target = T; fn deref(&self) -> &T { unsafe { &*self.0.value.get() } } }
impl<T> DerefMut for Guard<'_, T> { fn deref_mut(&mut self) -> &mut T { unsafe { &mut *self.0.value.get() } } }
impl<T: ?Sized> Drop for Guard<'_, T> { fn drop(&mut self) { self.0.locked.set(false); if let Some(w) = self.0.waiting.borrow_mut().pop_front() { w.wake(); } } }

struct OneState<T> { value: Option<T>, waker: Option<Waker> }
struct OneTx<T>(Weak<RefCell<OneState<T>>>);
struct OneRx<T>(Rc<RefCell<OneState<T>>>);
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Canceled;
fn oneshot<T>() -> (OneTx<T>, OneRx<T>) { let s = Rc::new(RefCell::new(OneState { value: None, waker: None })); (OneTx(Rc::downgrade(&s)), OneRx(s)) }
impl<T> OneTx<T> { fn send(self, v: T) -> Result<(), T> { match self.0.upgrade() { Some(s) => { s.borrow_mut().value = Some(v); Ok(()) } None => Err(v) } } }
impl<T> Drop for OneTx<T> { fn drop(&mut self) { if let Some(w) = self.0.upgrade().and_then(|s| s.borrow_mut().waker.take()) { w.wake() } } }
impl<T> Future for OneRx<T> {
    type Output = Result<T, Canceled>;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut s = self.0.borrow_mut();
        if let Some(v) = s.value.take() { Poll::Ready(Ok(v)) } else if Rc::weak_count(&self.0) == 0 { Poll::Ready(Err(Canceled)) } else { s.waker = Some(cx.waker().clone()); Poll::Pending }
    }
}

async fn yield_now() { let mut first = true; future::poll_fn(|cx| if std::mem::take(&mut first) { cx.waker().wake_by_ref(); Poll::Pending } else { Poll::Ready(()) }).await }

fn main() {
    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    let log = Rc::new(RefCell::new(Vec::<String>::new()));
    let (tx, mut rx) = channel(2);
    for name in ["a", "b"] {
        let (tx, log) = (tx.clone(), log.clone());
        spawner.spawn_local(async move {
            for i in 0..3 { tx.send(format!("{name}{i}")).await.unwrap(); log.borrow_mut().push(format!("sent {name}{i}")); }
        }).unwrap();
    }
    drop(tx);
    let got = spawner.spawn_local_with_handle({ let log = log.clone(); async move {
        let mut got = vec![];
        while let Some(s) = (&mut rx).await { log.borrow_mut().push(format!("got {s}")); got.push(s); yield_now().await; }
        got
    } }).unwrap();
    println!("{:?}", pool.run_until(got));
    println!("{}", log.take().join(", "));
    let mutex = Rc::new(Mutex::new(vec![0u32]));
    let adders: Vec<_> = (1..=3).map(|i| { let m = mutex.clone(); spawner.spawn_local_with_handle(async move {
        let mut g = m.lock().await;
        let last = *g.last().unwrap();
        yield_now().await;
        g.push(last + i);
        g.len()
    }).unwrap() }).collect();
    println!("{:?}", pool.run_until(future::join_all(adders)));
    let held = mutex.try_lock().unwrap();
    println!("{:?} {}", held.deref(), mutex.try_lock().is_none());
    drop(held);
    println!("{:?}", Rc::into_inner(mutex).map(Mutex::into_inner));
    let (one, rx1) = oneshot();
    let (two, rx2) = oneshot::<u8>();
    let (three, rx3) = oneshot();
    drop(rx3);
    spawner.spawn_local(async move { yield_now().await; println!("{:?} {:?}", one.send("hi"), three.send(3)); drop(two); }).unwrap();
    println!("{:?}", pool.run_until(future::join(rx1, rx2)));
    let (tx, rx) = channel::<i32>(1);
    println!("{:?}", block_on(tx.send(1)));
    let mut blocked = Box::pin(tx.send(2));
    let (waker, mut polls) = (noop_waker(), 0);
    let mut cx = Context::from_waker(&waker);
    while polls < 3 && blocked.poll_unpin(&mut cx).is_pending() { polls += 1; if polls == 2 { rx.0.borrow_mut().queue.clear(); } }
    println!("{polls} {:?}", rx.0.borrow().queue);
    drop(rx);
    println!("{}", block_on(async { tx.send(9).await.unwrap_err().to_string() }));
    let (tx, rx) = channel::<u8>(1);
    let stuck = spawner.spawn_local_with_handle(async move { let mut rx = rx; (&mut rx).await }).unwrap();
    println!("{} {:?}", pool.try_run_one(), stuck.now_or_never());
    pool.run_until_stalled();
    drop(tx);
}
