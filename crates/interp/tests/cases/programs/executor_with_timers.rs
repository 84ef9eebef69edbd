// Build your own executor with a timer wheel, a join combinator and a channel of futures.
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};
use std::future::Future;
use std::pin::{Pin, pin};
use std::rc::{Rc, Weak};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker, ready};

#[derive(Default)]
struct ReadyQueue(Mutex<VecDeque<u64>>);
struct TaskWaker {
    id: u64,
    queue: Arc<ReadyQueue>,
}
impl Wake for TaskWaker {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }
    fn wake_by_ref(self: &Arc<Self>) {
        let mut q = self.queue.0.lock().unwrap();
        if !q.contains(&self.id) {
            q.push_back(self.id);
        }
    }
}
struct Inner {
    tasks: RefCell<HashMap<u64, Pin<Box<dyn Future<Output = ()>>>>>,
    next: Cell<u64>,
    ready: Arc<ReadyQueue>,
    now: Cell<u64>,
    timers: RefCell<BinaryHeap<Reverse<Timer>>>,
    polls: Cell<usize>,
}
struct Timer {
    at: u64,
    seq: u64,
    waker: Waker,
}
impl PartialEq for Timer {
    fn eq(&self, o: &Self) -> bool {
        (self.at, self.seq) == (o.at, o.seq)
    }
}
impl Eq for Timer {}
impl PartialOrd for Timer {
    fn partial_cmp(&self, o: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(o))
    }
}
impl Ord for Timer {
    fn cmp(&self, o: &Self) -> std::cmp::Ordering {
        self.at.cmp(&o.at).then_with(|| self.seq.cmp(&o.seq))
    }
}
thread_local! { static CURRENT: RefCell<Weak<Inner>> = const { RefCell::new(Weak::new()) }; }
fn current() -> Rc<Inner> {
    CURRENT.with(|c| c.borrow().upgrade()).expect("no runtime")
}

struct Runtime(Rc<Inner>);
impl Runtime {
    fn new() -> Self {
        Runtime(Rc::new(Inner {
            tasks: Default::default(),
            next: Cell::new(1),
            ready: Arc::default(),
            now: Cell::new(0),
            timers: RefCell::new(BinaryHeap::new()),
            polls: Cell::new(0),
        }))
    }
    fn block_on<T: 'static>(&self, fut: impl Future<Output = T> + 'static) -> T {
        CURRENT.set(Rc::downgrade(&self.0));
        let out = Rc::new(RefCell::new(None));
        let o2 = Rc::clone(&out);
        spawn(async move {
            let v = fut.await;
            *o2.borrow_mut() = Some(v);
        });
        loop {
            let next = self.0.ready.0.lock().unwrap().pop_front();
            if let Some(id) = next {
                let Some(mut fut) = self.0.tasks.borrow_mut().remove(&id) else { continue };
                let waker = Waker::from(Arc::new(TaskWaker { id, queue: self.0.ready.clone() }));
                let mut cx = Context::from_waker(&waker);
                self.0.polls.set(self.0.polls.get() + 1);
                if fut.as_mut().poll(&mut cx).is_pending() {
                    self.0.tasks.borrow_mut().insert(id, fut);
                }
            } else if let Some(Reverse(t)) = self.0.timers.borrow_mut().pop() {
                self.0.now.set(t.at);
                t.waker.wake();
            } else {
                break;
            }
        }
        CURRENT.with_borrow_mut(|c| *c = Weak::new());
        let v = out.borrow_mut().take();
        v.expect("deadlock")
    }
}
struct JoinHandle<T>(Rc<RefCell<(Option<T>, Option<Waker>)>>);
impl<T> Future for JoinHandle<T> {
    type Output = T;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let (ref mut value, ref mut waker) = *self.0.borrow_mut();
        if let Some(v) = value.take() {
            Poll::Ready(v)
        } else {
            *waker = Some(cx.waker().clone());
            Poll::Pending
        }
    }
}
fn spawn<T: 'static>(fut: impl Future<Output = T> + 'static) -> JoinHandle<T> {
    let rt = current();
    let id = rt.next.replace(rt.next.get() + 1);
    let shared = Rc::new(RefCell::new((None, None::<Waker>)));
    let s = shared.clone();
    rt.tasks.borrow_mut().insert(
        id,
        Box::pin(async move {
            let v = fut.await;
            let w = {
                let mut g = s.borrow_mut();
                g.0 = Some(v);
                g.1.take()
            };
            if let Some(w) = w {
                w.wake()
            }
        }),
    );
    rt.ready.0.lock().unwrap().push_back(id);
    JoinHandle(shared)
}
struct Sleep {
    until: Option<u64>,
    d: u64,
}
fn sleep(d: u64) -> Sleep {
    Sleep { until: None, d }
}
impl Future for Sleep {
    type Output = u64;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u64> {
        let rt = current();
        let d = self.d;
        let at = *self.until.get_or_insert_with(|| {
            let at = rt.now.get() + d;
            let seq = rt.next.replace(rt.next.get() + 1);
            rt.timers.borrow_mut().push(Reverse(Timer { at, seq, waker: cx.waker().clone() }));
            at
        });
        if rt.now.get() >= at { Poll::Ready(at) } else { Poll::Pending }
    }
}
enum MaybeDone<F: Future> {
    Running(F),
    Done(F::Output),
    Taken,
}
impl<F: Future + Unpin> MaybeDone<F> {
    fn drive(&mut self, cx: &mut Context<'_>) -> bool {
        if let MaybeDone::Running(f) = self {
            match Pin::new(f).poll(cx) {
                Poll::Ready(v) => *self = MaybeDone::Done(v),
                Poll::Pending => return false,
            }
        }
        true
    }
    fn take(&mut self) -> Option<F::Output> {
        match std::mem::replace(self, MaybeDone::Taken) {
            MaybeDone::Done(v) => Some(v),
            _ => None,
        }
    }
}
impl<F: Future + Unpin> Unpin for MaybeDone<F> {}
struct JoinAll<F: Future>(Vec<MaybeDone<F>>);
impl<F: Future + Unpin> Future for JoinAll<F> {
    type Output = Vec<F::Output>;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let all = self.0.iter_mut().map(|m| m.drive(cx)).fold(true, |a, b| a & b);
        if all { Poll::Ready(self.0.iter_mut().map(|m| m.take().unwrap()).collect()) } else { Poll::Pending }
    }
}
fn join_all<I>(it: I) -> JoinAll<I::Item>
where
    I: IntoIterator,
    I::Item: Future + Unpin,
{
    JoinAll(it.into_iter().map(MaybeDone::Running).collect())
}
struct Race<A, B>(A, B);
impl<A, B, T> Future for Race<A, B>
where
    A: Future<Output = T> + Unpin,
    B: Future<Output = T> + Unpin,
{
    type Output = T;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let this = &mut *self;
        if let Poll::Ready(v) = Pin::new(&mut this.0).poll(cx) {
            return Poll::Ready(v);
        }
        Pin::new(&mut this.1).poll(cx)
    }
}
struct Map<F, G> {
    f: F,
    g: Option<G>,
}
impl<F: Future + Unpin, G: FnOnce(F::Output) -> R + Unpin, R> Future for Map<F, G> {
    type Output = R;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<R> {
        let v = ready!(Pin::new(&mut self.f).poll(cx));
        Poll::Ready((self.g.take().expect("polled after completion"))(v))
    }
}
trait FutureExt: Future + Sized {
    fn map_out<G, R>(self, g: G) -> Map<Self, G>
    where
        G: FnOnce(Self::Output) -> R,
    {
        Map { f: self, g: Some(g) }
    }
    fn or<B: Future<Output = Self::Output>>(self, b: B) -> Race<Self, B> {
        Race(self, b)
    }
}
impl<F: Future> FutureExt for F {}
fn main() {
    let rt = Runtime::new();
    let log = Rc::new(RefCell::new(Vec::<String>::new()));
    let l = log.clone();
    let out = rt.block_on(async move {
        let handles: Vec<_> = [30, 10, 20]
            .into_iter()
            .enumerate()
            .map(|(i, d)| {
                let l = Rc::clone(&l);
                spawn(async move {
                    let at = sleep(d).await;
                    l.borrow_mut().push(format!("t{i}@{at}"));
                    i as u64 * at
                })
            })
            .collect();
        let sums = join_all(handles).await;
        let fast = sleep(5)
            .map_out(|t| format!("five at {t}"))
            .or(Box::pin(async {
                sleep(50).await;
                String::from("slow")
            }))
            .await;
        let nested = spawn(async {
            let mut p = pin!(sleep(7).map_out(|x| x * 2));
            p.as_mut().await
        })
        .await;
        (sums, fast, nested)
    });
    println!("{out:?}\n{:?}\nnow {} polls {} left {}", log.borrow(), rt.0.now.get(), rt.0.polls.get(), rt.0.tasks.borrow().len());
    println!("{:?}", std::panic::catch_unwind(|| current().now.get()).is_err());
}
