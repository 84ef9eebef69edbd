use std::future::Future;
use std::marker::PhantomPinned;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use futures::Stream;
use futures::stream::StreamExt;

struct Ticker { left: u32, skip: bool }
impl Stream for Ticker {
    type Item = u32;
    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<u32>> {
        if self.left == 0 { return Poll::Ready(None); }
        self.skip = !self.skip;
        if self.skip { cx.waker().wake_by_ref(); return Poll::Pending; }
        self.left -= 1;
        Poll::Ready(Some(self.left))
    }
    fn size_hint(&self) -> (usize, Option<usize>) { (self.left as usize, Some(self.left as usize)) }
}

struct Unmovable { data: String, _pin: PhantomPinned }
impl Unmovable { fn data(self: Pin<&Self>) -> String { self.get_ref().data.clone() } fn new(s: &str) -> Pin<Box<Self>> { Box::pin(Unmovable { data: s.into(), _pin: PhantomPinned }) } }

struct JoinTwo<A: Future, B: Future> { a: Pin<Box<A>>, b: Pin<Box<B>>, done: (Option<A::Output>, Option<B::Output>) }
impl<A: Future, B: Future> Future for JoinTwo<A, B> where A::Output: Unpin, B::Output: Unpin {
    type Output = (A::Output, B::Output);
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let this = &mut *self;
        if this.done.0.is_none() { if let Poll::Ready(v) = this.a.as_mut().poll(cx) { this.done.0 = Some(v); } }
        if this.done.1.is_none() { if let Poll::Ready(v) = this.b.as_mut().poll(cx) { this.done.1 = Some(v); } }
        match (&this.done.0, &this.done.1) { (Some(_), Some(_)) => Poll::Ready((this.done.0.take().unwrap(), this.done.1.take().unwrap())), _ => Poll::Pending }
    }
}

fn drive<F: Future>(f: F) -> (F::Output, u32) {
    let mut f = pin!(f);
    let mut cx = Context::from_waker(Waker::noop());
    let mut polls = 1;
    loop { match f.as_mut().poll(&mut cx) { Poll::Ready(v) => return (v, polls), Poll::Pending => polls += 1 } }
}

fn main() {
    println!("{:?}", drive(Ticker { left: 3, skip: false }.collect::<Vec<_>>()));
    println!("{:?}", drive(async { let mut t = Ticker { left: 2, skip: false }; let mut out = vec![]; while let Some(n) = t.next().await { out.push(n); } (out, t.size_hint()) }));
    println!("{}", Unmovable::new("pinned").as_ref().data());
    let mut n = 5;
    let mut p = Pin::new(&mut n);
    *p = 6;
    p.set(7);
    println!("{}", p.as_ref().get_ref());
    println!("{}", *p.get_mut() + 1);
    println!("{:?}", drive(JoinTwo { a: Box::pin(async { 1 }), b: Box::pin(async { Ticker { left: 1, skip: false }.next().await }), done: (None, None) }));
    let futures: Vec<Pin<Box<dyn Future<Output = i32>>>> = vec![Box::pin(async { 1 }), Box::pin(std::future::ready(2))];
    println!("{:?}", drive(async { let mut sum = 0; for f in futures { sum += f.await; } sum }));
    println!("{:?}", drive(async { let s = Ticker { left: 3, skip: true }; futures::pin_mut!(s); s.as_mut().next().await }).0);
}
