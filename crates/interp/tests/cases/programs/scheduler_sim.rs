// A runtime with simulated time: tasks, timers in a heap, join handles, a semaphore, a raw waker.
use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::Arc;
use std::task::{Context, Poll, RawWaker, RawWakerVTable, Wake, Waker};

/// A single-threaded runtime with simulated time.
#[derive(Clone, Default)]
struct Sim {
    inner: Rc<Inner>,
}

#[derive(Default)]
struct Inner {
    now: Cell<u64>,
    timers: RefCell<BinaryHeap<Reverse<(u64, usize, TimerWaker)>>>,
    sequence: Cell<usize>,
    spawned: RefCell<VecDeque<Task>>,
    trace: RefCell<Vec<String>>,
}

struct TimerWaker(Waker);
impl PartialEq for TimerWaker {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}
impl Eq for TimerWaker {}
impl PartialOrd for TimerWaker {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for TimerWaker {
    fn cmp(&self, _: &Self) -> std::cmp::Ordering {
        std::cmp::Ordering::Equal
    }
}

struct Task {
    id: usize,
    future: Pin<Box<dyn Future<Output = ()>>>,
    flag: Arc<Flag>,
}

struct Flag(AtomicBool);
impl Wake for Flag {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }
    fn wake_by_ref(self: &Arc<Self>) {
        self.0.store(true, Ordering::Release);
    }
}

struct Delay {
    sim: Sim,
    at: u64,
    registered: bool,
}

impl Future for Delay {
    type Output = u64;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<u64> {
        let now = self.sim.inner.now.get();
        if now >= self.at {
            return Poll::Ready(now);
        }
        if !std::mem::replace(&mut self.registered, true) {
            let inner = &self.sim.inner;
            let n = inner.sequence.get();
            inner.sequence.set(n + 1);
            inner.timers.borrow_mut().push(Reverse((self.at, n, TimerWaker(cx.waker().clone()))));
        }
        Poll::Pending
    }
}

struct JoinHandle<T>(Rc<RefCell<Slot<T>>>);
enum Slot<T> {
    Waiting(Option<Waker>),
    Done(T),
    Taken,
}

impl<T> Future for JoinHandle<T> {
    type Output = T;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let mut slot = self.0.borrow_mut();
        match &mut *slot {
            Slot::Waiting(waker) => {
                *waker = Some(cx.waker().clone());
                Poll::Pending
            }
            Slot::Taken => panic!("joined twice"),
            Slot::Done(_) => match std::mem::replace(&mut *slot, Slot::Taken) {
                Slot::Done(value) => Poll::Ready(value),
                _ => unreachable!(),
            },
        }
    }
}

impl Sim {
    fn sleep(&self, d: u64) -> Delay {
        Delay { sim: self.clone(), at: self.inner.now.get() + d, registered: false }
    }

    fn log(&self, text: impl Into<String>) {
        let line = format!("[{:>3}] {}", self.inner.now.get(), text.into());
        self.inner.trace.borrow_mut().push(line);
    }

    fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        let slot = Rc::new(RefCell::new(Slot::Waiting(None)));
        let theirs = Rc::downgrade(&slot);
        let wrapped = async move {
            let value = future.await;
            if let Some(slot) = theirs.upgrade() {
                if let Slot::Waiting(Some(waker)) = slot.replace(Slot::Done(value)) {
                    waker.wake();
                }
            }
        };
        let id = self.inner.sequence.get();
        self.inner.sequence.set(id + 1);
        let task = Task { id, future: Box::pin(wrapped), flag: Arc::new(Flag(AtomicBool::new(true))) };
        self.inner.spawned.borrow_mut().push_back(task);
        JoinHandle(slot)
    }

    fn run(&self) -> (usize, u64) {
        let mut tasks: Vec<Task> = Vec::new();
        let mut polls = 0;
        loop {
            tasks.extend(self.inner.spawned.borrow_mut().drain(..));
            let mut progressed = false;
            let mut i = 0;
            while i < tasks.len() {
                let task = &mut tasks[i];
                if !task.flag.0.swap(false, Ordering::AcqRel) {
                    i += 1;
                    continue;
                }
                progressed = true;
                polls += 1;
                let waker = Waker::from(task.flag.clone());
                match task.future.as_mut().poll(&mut Context::from_waker(&waker)) {
                    Poll::Ready(()) => drop(tasks.swap_remove(i)),
                    Poll::Pending => i += 1,
                }
            }
            if progressed || !self.inner.spawned.borrow().is_empty() {
                continue;
            }
            let Some(Reverse((at, _, TimerWaker(waker)))) = self.inner.timers.borrow_mut().pop() else { break };
            self.inner.now.set(at);
            waker.wake();
        }
        assert!(tasks.is_empty(), "deadlock with tasks {:?}", tasks.iter().map(|t| t.id).collect::<Vec<_>>());
        (polls, self.inner.now.get())
    }
}

/// A semaphore for this runtime.
#[derive(Clone)]
struct Resource(Rc<RefCell<(usize, VecDeque<Waker>)>>);

impl Resource {
    fn new(n: usize) -> Self {
        Resource(Rc::new(RefCell::new((n, VecDeque::new()))))
    }
    async fn acquire(&self) -> Permit<'_> {
        std::future::poll_fn(|cx| {
            let (free, waiting) = &mut *self.0.borrow_mut();
            if *free > 0 {
                *free -= 1;
                Poll::Ready(())
            } else {
                waiting.push_back(cx.waker().clone());
                Poll::Pending
            }
        })
        .await;
        Permit(self)
    }
}

struct Permit<'a>(&'a Resource);
impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut state = self.0 .0.borrow_mut();
        state.0 += 1;
        if let Some(waker) = state.1.pop_front() {
            waker.wake();
        }
    }
}

fn noop_waker() -> Waker {
    fn clone(_: *const ()) -> RawWaker {
        RawWaker::new(std::ptr::null(), &VTABLE)
    }
    fn noop(_: *const ()) {}
    static VTABLE: RawWakerVTable = RawWakerVTable::new(clone, noop, noop, noop);
    unsafe { Waker::from_raw(RawWaker::new(std::ptr::null(), &VTABLE)) }
}

fn main() {
    let sim = Sim::default();
    let pumps = Resource::new(2);
    for (i, (arrives, needs)) in [(0, 30), (5, 10), (6, 20), (7, 5)].into_iter().enumerate() {
        let (s, pumps) = (sim.clone(), pumps.clone());
        sim.spawn(async move {
            s.sleep(arrives).await;
            s.log(format!("car {i} arrives"));
            let permit = pumps.acquire().await;
            s.log(format!("car {i} at a pump"));
            s.sleep(needs).await;
            drop(permit);
            s.log(format!("car {i} leaves"));
        });
    }
    let s = sim.clone();
    sim.spawn(async move {
        let child = s.spawn({
            let s = s.clone();
            async move { s.sleep(12).await * 2 }
        });
        let answer = child.await;
        s.log(format!("child said {answer}"));
    });
    let (polls, end) = sim.run();
    for line in sim.inner.trace.take() {
        println!("{line}");
    }
    println!("{polls} polls, ended at {end}");

    let waker = noop_waker();
    let mut cx = Context::from_waker(&waker);
    let mut delay = Box::pin(sim.sleep(1));
    println!("{:?}", delay.as_mut().poll(&mut cx));
    sim.inner.now.set(end + 1);
    println!("{:?} {}", delay.as_mut().poll(&mut cx), waker.will_wake(&waker.clone()));
}
