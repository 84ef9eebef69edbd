// A tiny cooperative scheduler, in the style of "build your own async runtime" posts.
use std::any::Any;
use std::cell::{Cell, RefCell, UnsafeCell};
use std::collections::{BTreeMap, VecDeque};
use std::fmt::{Debug, Formatter};
use std::future::{Future, IntoFuture, poll_fn};
use std::marker::{PhantomData, PhantomPinned};
use std::mem::{self, ManuallyDrop, MaybeUninit};
use std::ops::{AsyncFn, AsyncFnMut, Deref};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Wake, Waker};
use std::thread;
use std::time::Duration;

type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send + 'static>>;
struct Task { id: usize, fut: Mutex<Option<BoxFuture<()>>>, queue: SyncSender<Arc<Task>>, polls: AtomicUsize }
impl Wake for Task { fn wake(self: Arc<Self>) { let c = self.clone(); self.queue.try_send(c).expect("queue full") } }
struct Executor { ready: Receiver<Arc<Task>>, spawner: Option<Spawner> }
#[derive(Clone)] struct Spawner { tx: SyncSender<Arc<Task>>, next: Arc<AtomicUsize> }
impl Spawner {
    fn spawn<F>(&self, f: F) -> JoinHandle<F::Output> where F: Future + Send + 'static, F::Output: Send + 'static {
        let state = Arc::new(Mutex::new(JoinState { value: None, waker: None })); let s = Arc::clone(&state);
        let id = self.next.fetch_add(1, Ordering::SeqCst);
        let fut = async move { let v = f.await; let mut g = s.lock().unwrap(); g.value.replace(v); if let Some(w) = g.waker.take() { drop(g); w.wake(); } };
        self.tx.send(Arc::new(Task { id, fut: Mutex::new(Some(Box::pin(fut))), queue: self.tx.clone(), polls: AtomicUsize::new(0) })).unwrap_or_else(|e| panic!("{e}"));
        JoinHandle { state, id }
    }
}
struct JoinState<T> { value: Option<T>, waker: Option<Waker> }
struct JoinHandle<T> { state: Arc<Mutex<JoinState<T>>>, id: usize }
impl<T> Future for JoinHandle<T> { type Output = T; fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> { let mut s = self.state.lock().unwrap(); match s.value.take() { Some(v) => Poll::Ready(v), None => { if !s.waker.as_ref().is_some_and(|w| w.will_wake(cx.waker())) { s.waker = Some(cx.waker().clone()); } Poll::Pending } } } }
impl Executor {
    fn new() -> Self { let (tx, ready) = sync_channel(64); Executor { ready, spawner: Some(Spawner { tx, next: Default::default() }) } }
    fn run(mut self) -> BTreeMap<usize, usize> { self.spawner.take(); let mut polls = BTreeMap::new(); while let Ok(task) = self.ready.recv() { let mut slot = task.fut.lock().unwrap(); if let Some(mut fut) = slot.take() { *polls.entry(task.id).or_default() += 1; task.polls.fetch_add(1, Ordering::Relaxed); let waker = Waker::from(Arc::clone(&task)); if fut.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() { *slot = Some(fut); } } } polls }
}
struct YieldN(usize); impl Future for YieldN { type Output = &'static str; fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> { match self.0.checked_sub(1) { Some(n) => { self.0 = n; cx.waker().wake_by_ref(); Poll::Pending } None => Poll::Ready("yielded") } } }
struct TimerThread { done: Arc<(Mutex<(bool, Option<Waker>)>, Condvar)> }
impl TimerThread { fn after(d: Duration) -> Self { let done = Arc::new((Mutex::new((false, None::<Waker>)), Condvar::new())); let d2 = done.clone(); thread::spawn(move || { thread::sleep(d); let (m, c) = &*d2; let mut g = m.lock().unwrap(); g.0 = true; c.notify_all(); if let Some(w) = g.1.take() { w.wake() } }); TimerThread { done } } fn block(&self) { let (m, c) = self.done.deref(); let g = c.wait_while(m.lock().unwrap(), |(done, _)| !*done).unwrap(); drop(g); } }
impl Future for TimerThread { type Output = (); fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> { let mut g = self.done.0.lock().unwrap(); if g.0 { Poll::Ready(()) } else { g.1 = Some(cx.waker().clone()); Poll::Pending } } }
fn block_on<F: IntoFuture>(f: F) -> F::Output { struct ThreadWaker(thread::Thread, AtomicBool); impl Wake for ThreadWaker { fn wake(self: Arc<Self>) { self.wake_by_ref() } fn wake_by_ref(self: &Arc<Self>) { self.1.store(true, Ordering::Release); self.0.unpark() } } let tw = Arc::new(ThreadWaker(thread::current(), AtomicBool::new(true))); let waker = tw.clone().into(); let mut cx = Context::from_waker(&waker); let mut f = std::pin::pin!(f.into_future()); loop { if tw.1.swap(false, Ordering::AcqRel) { if let Poll::Ready(v) = f.as_mut().poll(&mut cx) { return v; } } else { thread::park() } } }
static VTABLE: RawWakerVTable = RawWakerVTable::new(|p| { COUNT.fetch_add(100, Ordering::SeqCst); RawWaker::new(p, &VTABLE) }, |_| { COUNT.fetch_add(1, Ordering::SeqCst); }, |_| { COUNT.fetch_add(10, Ordering::SeqCst); }, |_| {});
static COUNT: AtomicUsize = AtomicUsize::new(0);
struct Request { url: String, retries: u8, log: Rc<RefCell<Vec<String>>> }
impl IntoFuture for Request { type Output = Result<usize, String>; type IntoFuture = Pin<Box<dyn Future<Output = Self::Output>>>; fn into_future(self) -> Self::IntoFuture { Box::pin(async move { for i in 0..=self.retries { self.log.borrow_mut().push(format!("{} #{i}", self.url)); if i == 2 { return Ok(self.url.len()); } YieldN(1).await; } Err(format!("gave up on {}", self.url)) }) } }
impl Request { fn get(url: impl AsRef<str>, log: &Rc<RefCell<Vec<String>>>) -> Self { Request { url: url.as_ref().to_string(), retries: 0, log: Rc::clone(log) } } fn retries(self, retries: u8) -> Self { Request { retries, ..self } } }
async fn twice<F: AsyncFn(u32) -> u32>(f: F) -> u32 { f(f(1).await).await }
async fn fill(mut f: impl AsyncFnMut(u32)) { for i in 0..3 { f(i).await } }
struct SelfRef { data: String, first: Option<*const u8>, _pin: PhantomPinned }
struct Handle<'s, T: ?Sized> { inner: &'s UnsafeCell<i32>, _t: PhantomData<fn() -> T> }
impl<T: ?Sized> Debug for Handle<'_, T> { fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result { f.debug_struct("Handle").field("inner", unsafe { &*self.inner.get() }).finish_non_exhaustive() } }
fn main() {
    let ex = Executor::new(); let sp = ex.spawner.clone().unwrap(); let log = Arc::new(Mutex::new(VecDeque::new())); let (l1, l2, sp2) = (log.clone(), log.clone(), sp.clone());
    let a = sp.spawn(async move { let s = YieldN(2).await; l1.lock().unwrap().push_back(format!("a {s}")); 5u32 });
    sp.spawn(async move { let b = sp2.spawn(async { TimerThread::after(Duration::from_millis(5)).await; "slow" }); let id = b.id; let (x, y) = (a.await, b.await); l2.lock().unwrap().push_front(format!("{x} {y} {id}")); });
    drop(sp); let polls = ex.run(); println!("{polls:?} {:?}", log.lock().unwrap().make_contiguous());
    println!("{}", block_on(async { let h = TimerThread::after(Duration::from_millis(3)); h.await; let t = TimerThread::after(Duration::from_millis(1)); t.block(); t.await; twice(async |x| { YieldN(1).await; x * 10 }).await }));
    let log = Rc::default(); println!("{:?} {:?}", block_on(Request::get("a.com", &log).retries(3)), block_on(async { Request::get(String::from("b"), &log).await })); println!("{}", log.borrow().join(", "));
    let mut seen = vec![]; block_on(fill(async |i| { YieldN(i as usize).await; seen.push(i * i) })); println!("{seen:?}");
    let raw = unsafe { Waker::from_raw(RawWaker::new(std::ptr::null(), &VTABLE)) }; let c = raw.clone(); c.wake_by_ref(); c.wake(); drop(raw); println!("{}", COUNT.load(Ordering::SeqCst));
    let mut n = 0; println!("{}", block_on(poll_fn(|cx| { n += 1; if n < 4 { cx.waker().wake_by_ref(); Poll::Pending } else { Poll::Ready(n) } })));
    let mut sr = Box::pin(SelfRef { data: "pinned".into(), first: None, _pin: PhantomPinned }); unsafe { let p = sr.data.as_ptr(); sr.as_mut().get_unchecked_mut().first = Some(p); } println!("{}", sr.first == Some(sr.data.as_ptr()));
    let cell = UnsafeCell::new(4); let h: Handle<'_, dyn Any> = Handle { inner: &cell, _t: PhantomData }; unsafe { *h.inner.get() += 1 } println!("{h:?}");
    let r = catch_unwind(AssertUnwindSafe(|| block_on(async { YieldN(1).await; let v: Vec<u8> = Vec::new(); v[0] }))); println!("{:?}", r.map_err(|e| e.downcast_ref::<String>().cloned()));
    let depth = Cell::new(0); fn recurse<'a>(n: u32, d: &'a Cell<u32>) -> Pin<Box<dyn Future<Output = u32> + 'a>> { Box::pin(async move { d.set(d.get().max(n)); if n == 5 { n } else { recurse(n + 1, d).await + 1 } }) } println!("{} {}", block_on(recurse(0, &depth)), depth.take());
    struct Loud(&'static str); impl Drop for Loud { fn drop(&mut self) { print!("-{} ", self.0) } } let fut = async { let _a = Loud("a"); YieldN(1).await; let _b = Loud("b"); }; let mut fut = Box::pin(fut); let _ = fut.as_mut().poll(&mut Context::from_waker(Waker::noop())); drop(fut); let md = ManuallyDrop::new(Loud("never")); println!("{}", md.0); let mut mu = MaybeUninit::<[u16; 2]>::uninit(); mu.write([1, 2]); println!("{:?}", unsafe { mu.assume_init() }); let mut l = Loud("x"); let old = mem::replace(&mut l, Loud("y")); println!("{}", old.0);
    println!("{}", mem::size_of::<(u8, u32)>() + mem::align_of::<u64>());
}
