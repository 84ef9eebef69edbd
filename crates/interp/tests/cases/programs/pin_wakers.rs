// Pin and wakers by hand: join and select of one's own, a shared flag, a one-shot, projections, a counting waker.
use pin_project_lite::pin_project;
use std::cell::{Cell, RefCell, UnsafeCell};
use std::future::{Future, IntoFuture, Ready};
use std::marker::PhantomPinned;
use std::mem;
use std::pin::{pin, Pin};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

#[derive(Default)]
struct CountWaker { wakes: AtomicUsize }
impl Wake for CountWaker {
    fn wake(self: Arc<Self>) { self.wake_by_ref() }
    fn wake_by_ref(self: &Arc<Self>) { self.wakes.fetch_add(1, Ordering::AcqRel); }
}

enum MaybeDone<F: Future> { Running(F), Done(F::Output), Taken }
impl<F: Future> MaybeDone<F> {
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> bool {
        let this = unsafe { self.get_unchecked_mut() };
        if let MaybeDone::Running(f) = this {
            match unsafe { Pin::new_unchecked(f) }.poll(cx) {
                Poll::Ready(out) => *this = MaybeDone::Done(out),
                Poll::Pending => return false,
            }
        }
        true
    }
    fn take(self: Pin<&mut Self>) -> Option<F::Output> {
        let this = unsafe { self.get_unchecked_mut() };
        match mem::replace(this, MaybeDone::Taken) { MaybeDone::Done(out) => Some(out), other => { *this = other; None } }
    }
}

pin_project! {
    struct Join<A: Future, B: Future> { #[pin] a: MaybeDone<A>, #[pin] b: MaybeDone<B>, polls: u32 }
}
fn join<A: IntoFuture, B: IntoFuture>(a: A, b: B) -> Join<A::IntoFuture, B::IntoFuture> {
    Join { a: MaybeDone::Running(a.into_future()), b: MaybeDone::Running(b.into_future()), polls: 0 }
}
impl<A: Future, B: Future> Future for Join<A, B> {
    type Output = (A::Output, B::Output, u32);
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let mut this = self.project();
        *this.polls += 1;
        let (a, b) = (this.a.as_mut().poll(cx), this.b.as_mut().poll(cx));
        if a & b { Poll::Ready((this.a.take().unwrap(), this.b.take().unwrap(), *this.polls)) } else { Poll::Pending }
    }
}

struct YieldTimes { left: usize, by_ref: bool }
impl Future for YieldTimes {
    type Output = &'static str;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        if self.left == 0 { return Poll::Ready("rested"); }
        self.left -= 1;
        if self.by_ref { cx.waker().wake_by_ref() } else { cx.waker().clone().wake() }
        Poll::Pending
    }
}

struct Shared<T> { value: Cell<Option<T>>, waker: RefCell<Option<Waker>> }
struct Promise<T>(Rc<Shared<T>>);
struct Awaiting<T>(Rc<Shared<T>>);
fn promise<T>() -> (Promise<T>, Awaiting<T>) {
    let shared = Rc::new(Shared { value: Cell::new(None), waker: RefCell::new(None) });
    (Promise(shared.clone()), Awaiting(shared))
}
impl<T> Promise<T> {
    fn keep(self, value: T) { self.0.value.set(Some(value)); if let Some(w) = self.0.waker.take() { w.wake(); } }
}
impl<T> Future for Awaiting<T> {
    type Output = Result<T, &'static str>;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.0.value.take() {
            Some(v) => Poll::Ready(Ok(v)),
            None if Rc::strong_count(&self.0) == 1 => Poll::Ready(Err("broken")),
            None => { self.0.waker.borrow_mut().get_or_insert_with(|| cx.waker().clone()).clone_from(cx.waker()); Poll::Pending }
        }
    }
}

struct Request { path: String }
impl IntoFuture for Request {
    type Output = usize;
    type IntoFuture = Ready<usize>;
    fn into_future(self) -> Self::IntoFuture { std::future::ready(self.path.len()) }
}

fn drive<F: Future>(future: F) -> (F::Output, usize, usize) {
    let counter = Arc::new(CountWaker::default());
    let waker = counter.clone().into();
    let mut cx = Context::from_waker(&waker);
    let mut future = pin!(future);
    for polls in 1.. {
        if let Poll::Ready(out) = future.as_mut().poll(&mut cx) { return (out, polls, counter.wakes.load(Ordering::Acquire)); }
    }
    unreachable!()
}

#[derive(Default)]
struct Unmovable { data: UnsafeCell<u8>, _pin: PhantomPinned }
impl Unmovable { fn bump(self: Pin<&Self>) -> u8 { unsafe { let p = self.data.get(); *p += 1; *p } } }

fn main() {
    println!("{:?}", drive(YieldTimes { left: 3, by_ref: true }));
    println!("{:?}", drive(join(YieldTimes { left: 2, by_ref: false }, Request { path: "/index".to_owned() })));
    println!("{:?}", drive(join(async { YieldTimes { left: 1, by_ref: true }.await.len() }, join(async {}, std::future::ready('x')))));
    let (promise, awaiting) = promise::<String>();
    let keeper = async move { YieldTimes { left: 2, by_ref: true }.await; promise.keep("kept".repeat(2)); };
    println!("{:?}", drive(join(awaiting, keeper)));
    let (dropped, awaiting) = self::promise::<()>();
    drop(dropped);
    println!("{:?}", drive(async { awaiting.await?; Ok::<_, &str>(()) }));
    let mut cx = Context::from_waker(Waker::noop());
    let mut boxed: Vec<Pin<Box<dyn Future<Output = i32>>>> = vec![Box::pin(async { 1 }), Box::pin(std::future::pending()), Box::pin(async { YieldTimes { left: 1, by_ref: true }.await; 3 })];
    for round in 0..3 {
        let mut found = vec![];
        boxed.retain_mut(|f| match f.as_mut().poll(&mut cx) { Poll::Ready(v) => { found.push(v); false } Poll::Pending => true });
        println!("round {round}: {found:?}, {} left", boxed.len());
    }
    let still = Box::pin(Unmovable::default());
    println!("{} {}", still.as_ref().bump(), still.as_ref().bump());
    println!("{:?} {:?}", Poll::Ready(3).map(|n| n * 2), Poll::<Result<i32, ()>>::Ready(Ok(1)).map_ok(|n| n + 1));
}
