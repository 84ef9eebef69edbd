//! The native event loop: a queue of futures per thread, polled in the order in which they were woken.

use crate::platform::timer_queue::TimerQueue;
use crate::run::{RunCore, lock};
use meanwhile_trace::Clock as _;
use meanwhile_trace::report::Status;
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Wake, Waker};
use std::time::Duration;

type Slot = RefCell<Option<Pin<Box<dyn Future<Output = ()>>>>>;
type Queue = Mutex<VecDeque<Arc<Entry>>>;

/// A future of the event loop.
struct Entry {
    future: SendWrapper<Slot>,
    queued: AtomicBool,
    queue: Arc<Queue>,
}

thread_local! {
    static QUEUE: Arc<Queue> = Arc::default();
}

impl Wake for Entry {
    fn wake(self: Arc<Self>) {
        if !self.queued.swap(true, Ordering::Relaxed) {
            let queue = self.queue.clone();
            lock(&queue).push_back(self);
        }
    }
}

impl Entry {
    fn run(self: Arc<Self>) {
        self.queued.store(false, Ordering::Relaxed);
        let Some(mut future) = self.future.borrow_mut().take() else { return };
        let waker = Waker::from(self.clone());
        if future.as_mut().poll(&mut Context::from_waker(&waker)).is_pending() {
            *self.future.borrow_mut() = Some(future);
        }
    }
}

/// Puts a future into this thread's queue.
pub(crate) fn spawn_local(future: impl Future<Output = ()> + 'static) {
    QUEUE.with(|queue| {
        Arc::new(Entry {
            future: SendWrapper::new(RefCell::new(Some(Box::pin(future)))),
            queued: AtomicBool::new(false),
            queue: queue.clone(),
        })
        .wake();
    });
}

/// Runs this thread's queue until a run is over.
pub(crate) fn drive(run: &RunCore) -> Status {
    let queue = QUEUE.with(Arc::clone);
    loop {
        let next = lock(&queue).pop_front();
        match (next, run.status()) {
            (Some(entry), _) => entry.run(),
            (None, Some(status)) => return status,
            (None, None) => wait_for_timer(run),
        }
    }
}

/// Nothing can run: on the real clock the thread sleeps until the next timer. The virtual clock has already seen to it
/// when a run gets here.
fn wait_for_timer(run: &RunCore) {
    match run.clock.timers().and_then(TimerQueue::next_deadline_ns) {
        Some(deadline_ns) => {
            std::thread::sleep(Duration::from_nanos(deadline_ns.saturating_sub(run.clock.now_ns())));
            let due = run.clock.advance().unwrap_or_default();
            run.agenda.wake_by_timers(due);
        }
        None => run.stuck(),
    }
}
