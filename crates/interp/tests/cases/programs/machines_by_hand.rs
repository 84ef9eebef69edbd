// What `async fn` becomes: a state machine by hand; Wake, block_on with park, PhantomPinned, poll counting.
use std::any::type_name;
use std::future::{self, Future, Ready};
use std::marker::{PhantomData, PhantomPinned};
use std::mem;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

struct ThreadWaker { thread: Thread, notified: AtomicBool, wakes: AtomicUsize }
impl Wake for ThreadWaker {
    fn wake(self: Arc<Self>) { self.wake_by_ref() }
    fn wake_by_ref(self: &Arc<Self>) { self.wakes.fetch_add(1, SeqCst); if !self.notified.swap(true, SeqCst) { self.thread.unpark() } }
}

fn block_on<F: IntoFuture>(future: F) -> (F::Output, usize) {
    let mut future = Box::pin(future.into_future());
    let inner = Arc::new(ThreadWaker { thread: thread::current(), notified: AtomicBool::new(false), wakes: AtomicUsize::new(0) });
    let waker = Waker::from(inner.clone());
    let mut cx = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut cx) {
            Poll::Ready(out) => return (out, inner.wakes.load(SeqCst)),
            Poll::Pending => while !inner.notified.swap(false, SeqCst) { thread::park() },
        }
    }
}

#[derive(Clone, Default)]
struct Event(Arc<(Mutex<(bool, Vec<Waker>)>, Condvar)>);
impl Event {
    fn set(&self) { let mut s = self.0.0.lock().unwrap(); s.0 = true; for w in s.1.drain(..) { w.wake() } self.0.1.notify_all(); }
    fn wait_blocking(&self) -> bool { let g = self.0.0.lock().unwrap(); self.0.1.wait_while(g, |s| !s.0).unwrap().0 }
}
impl Future for &Event {
    type Output = &'static str;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut s = self.0.0.lock().unwrap();
        if s.0 { Poll::Ready("set") } else { s.1.push(cx.waker().clone()); Poll::Pending }
    }
}

/// async fn chain(n: u32, first: A, second: B) -> String { let x = first.await; let y = second.await + n; format!("{x}{y}") }
enum Chain<A: Future, B> { Start { n: u32, first: A, second: B }, First { n: u32, fut: Pin<Box<A>>, second: B }, Second { n: u32, x: A::Output, fut: Pin<Box<B>> }, Done }
impl<A: Future, B: Future<Output = u32>> Future for Chain<A, B> where A::Output: std::fmt::Display + Unpin, A: Unpin, B: Unpin {
    type Output = String;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<String> {
        loop {
            match mem::replace(&mut *self, Chain::Done) {
                Chain::Start { n, first, second } => *self = Chain::First { n, fut: Box::pin(first), second },
                Chain::First { n, mut fut, second } => match fut.as_mut().poll(cx) {
                    Poll::Ready(x) => self.set(Chain::Second { n, x, fut: Box::pin(second) }),
                    Poll::Pending => { self.set(Chain::First { n, fut, second }); return Poll::Pending; }
                },
                Chain::Second { n, x, mut fut } => {
                    let Poll::Ready(y) = fut.as_mut().poll(cx) else { *self = Chain::Second { n, x, fut }; return Poll::Pending; };
                    return Poll::Ready(format!("{x}{}", y + n));
                }
                Chain::Done => panic!("`Chain` polled after completion"),
            }
        }
    }
}

struct YieldTimes<T>(usize, Option<T>);
impl<T: Unpin> Future for YieldTimes<T> {
    type Output = T;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let this = self.get_mut();
        if this.0 == 0 { Poll::Ready(this.1.take().unwrap()) } else { this.0 -= 1; cx.waker().wake_by_ref(); Poll::Pending }
    }
}

struct Counted<F> { inner: F, polls: usize }
impl<F: Future> Future for Counted<F> {
    type Output = (F::Output, usize);
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let me = unsafe { self.get_unchecked_mut() };
        me.polls += 1;
        let polls = me.polls;
        unsafe { Pin::new_unchecked(&mut me.inner) }.poll(cx).map(|v| (v, polls))
    }
}

#[derive(Debug)]
struct SelfRef { text: String, first_word: *const str, _pin: PhantomPinned }
impl SelfRef {
    fn new(text: &str) -> Pin<Box<Self>> {
        let mut boxed = Box::pin(SelfRef { text: text.to_owned(), first_word: "", _pin: PhantomPinned });
        let word: *const str = boxed.text.split(' ').next().unwrap();
        unsafe { boxed.as_mut().get_unchecked_mut().first_word = word };
        boxed
    }
    fn first(self: Pin<&Self>) -> &str { unsafe { &*self.get_ref().first_word } }
}

struct Request<'a> { url: &'a str, tries: u8 }
impl<'a> Request<'a> { fn tries(self, tries: u8) -> Self { Request { tries, ..self } } }
impl<'a> IntoFuture for Request<'a> {
    type Output = Result<usize, String>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + 'a>>;
    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move {
            for n in 1.. { if YieldTimes(1, Some(n)).await >= 3 { return Ok(self.url.len()); } if n >= self.tries { break } }
            Err(format!("{} failed {} times", self.url, self.tries))
        })
    }
}

trait Service { type Reply; type Fut<'s>: Future<Output = Self::Reply> where Self: 's; fn call<'s>(&'s mut self, x: &'s str) -> Self::Fut<'s>; }
struct Upper(u32);
impl Service for Upper { type Reply = String; type Fut<'s> = Ready<String>; fn call<'s>(&'s mut self, x: &'s str) -> Ready<String> { self.0 += 1; future::ready(x.to_uppercase()) } }
struct Doubled<S>(S);
impl<S: Service<Reply = String>> Service for Doubled<S> {
    type Reply = String;
    type Fut<'s> = Pin<Box<dyn Future<Output = String> + 's>> where S: 's;
    fn call<'s>(&'s mut self, x: &'s str) -> Self::Fut<'s> { Box::pin(async move { let once = self.0.call(x).await; once.clone() + &self.0.call(&once).await }) }
}
async fn lend<S: Service>(s: &mut S, times: usize) -> Vec<S::Reply> { let mut out = Vec::new(); for i in 0..times { out.push(s.call(["ab", "c"][i % 2]).await); } out }
fn kind<T>(_: &T, _: PhantomData<u8>) -> bool { type_name::<T>().contains("Chain") }

fn main() {
    let chain = || Chain::Start { n: 2, first: YieldTimes(2, Some("x=")), second: YieldTimes(1, Some(40)) };
    println!("{:?} {}", block_on(chain()), kind(&chain(), PhantomData));
    println!("{:?}", block_on(Counted { inner: chain(), polls: 0 }).0);
    println!("{:?}", block_on(Counted { inner: async { YieldTimes(3, Some(())).await; YieldTimes(0, Some('z')).await }, polls: 0 }));
    let event = Event::default();
    let (setter, watcher) = (event.clone(), event.clone());
    let blocking = thread::spawn(move || watcher.wait_blocking());
    let timer = thread::spawn(move || { thread::sleep(Duration::from_millis(30)); setter.set() });
    println!("{:?} {:?}", block_on(&event).0, blocking.join().unwrap());
    timer.join().unwrap();
    println!("{:?}", block_on(async { let e = &event; e.await.len() }));
    let s = SelfRef::new("hello pinned world");
    println!("{} {} {}", s.as_ref().first(), s.text.len(), mem::size_of_val(&*s) > 24);
    println!("{:?} {:?}", block_on(Request { url: "/a", tries: 5 }), block_on(Request { url: "/b", tries: 0 }.tries(2)).0);
    println!("{:?}", block_on(async { Request { url: "/nested", tries: 9 }.await.map(|n| n * 2) }).0);
    let mut svc = Doubled(Upper(0));
    println!("{:?} {}", block_on(lend(&mut svc, 3)).0, svc.0.0);
    let mut done = Box::pin(chain());
    let waker = Waker::noop();
    let mut cx = Context::from_waker(waker);
    let polls = (1..).find(|_| done.as_mut().poll(&mut cx).is_ready());
    std::panic::set_hook(Box::new(|info| println!("hook: {}", info.payload().downcast_ref::<&str>().unwrap_or(&"?"))));
    let again = catch_unwind(AssertUnwindSafe(|| done.as_mut().poll(&mut cx)));
    println!("{polls:?} {}", again.is_err());
    let mut fut = async { 7 };
    let pinned = unsafe { Pin::new_unchecked(&mut fut) };
    println!("{:?} {}", pinned.poll(&mut cx), waker.will_wake(&waker.clone()));
}
