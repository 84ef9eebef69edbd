//! A task's place in the event loop, and the future that it runs.

use super::error::{Id, JoinError};
use crate::context::{self, Frame};
use crate::platform;
use crate::record::Recorded;
use crate::run::{RunCore, lock};
use meanwhile_trace::SpanId;
use pin_project_lite::pin_project;
use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock};
use std::task::{Context, Poll, Wake, Waker};

type TaskFuture = Pin<Box<dyn Future<Output = ()>>>;

/// Who is told when a task ends without an output.
pub(crate) trait Ending {
    /// Tells why there is none. Does nothing if there was one after all.
    fn without_output(&self, error: JoinError);
}

/// One task. Its future lives in a slot, from which it can be taken to be polled and to be dropped.
pub(crate) struct TaskCell {
    pub(crate) number: u64,
    pub(crate) run: Arc<RunCore>,
    pub(crate) span: SpanId,
    ending: SendWrapper<Arc<dyn Ending>>,
    future: SendWrapper<RefCell<Option<TaskFuture>>>,
    /// It will be polled: it is in the event loop's queue, or waits to be.
    woken: AtomicBool,
    aborted: AtomicBool,
    over: AtomicBool,
    event_loop: Mutex<Option<Waker>>,
    /// Says of a job whether it has begun, so that it cannot be aborted any more.
    begun: OnceLock<Arc<AtomicBool>>,
    /// Who waits for its end, besides the one who waits for its output.
    ended: Mutex<Vec<Waker>>,
}

impl TaskCell {
    pub(crate) fn new(
        run: Arc<RunCore>,
        number: u64,
        span: SpanId,
        ending: Arc<dyn Ending>,
        future: TaskFuture,
    ) -> Arc<Self> {
        // Whoever makes a task gives it to the event loop, so it is in the queue.
        run.agenda.task_queued();
        Arc::new(TaskCell {
            number,
            run,
            span,
            ending: SendWrapper::new(ending),
            future: SendWrapper::new(RefCell::new(Some(future))),
            woken: AtomicBool::new(true),
            aborted: AtomicBool::new(false),
            over: AtomicBool::new(false),
            event_loop: Mutex::new(None),
            begun: OnceLock::new(),
            ended: Mutex::default(),
        })
    }

    /// Has a waker called when the task is over.
    pub(super) fn wake_at_end(&self, waker: &Waker) {
        let mut ended = lock(&self.ended);
        if !ended.iter().any(|it| it.will_wake(waker)) {
            ended.push(waker.clone());
        }
    }

    pub(crate) fn set_begun(&self, begun: Arc<AtomicBool>) {
        let _ = self.begun.set(begun);
    }

    /// Returns whether it is the run's main task, the first of all.
    pub(crate) fn is_main(&self) -> bool {
        self.number == 1
    }

    /// Puts the task into the event loop's queue, unless it is there or over, or has it wait if others come before it.
    pub(crate) fn queue(self: &Arc<Self>) {
        if !self.is_over() && self.set_woken() && !self.run.agenda.hold(self) {
            self.enter_queue();
        }
    }

    /// Notes that the task will be polled. Returns whether that is new.
    pub(crate) fn set_woken(&self) -> bool {
        !self.woken.swap(true, Ordering::Relaxed)
    }

    /// Puts the task, which has been woken, into the event loop's queue.
    pub(crate) fn enter_queue(&self) {
        self.run.agenda.task_queued();
        let waker = lock(&self.event_loop).clone();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// Drops the future when the event loop comes to it next, as tokio does.
    pub(crate) fn abort(self: &Arc<Self>) {
        if !self.begun.get().is_some_and(|it| it.load(Ordering::Relaxed)) {
            if !self.aborted.swap(true, Ordering::Relaxed) {
                self.run.recorder.abort(self.span);
            }
            self.queue();
        }
    }

    /// Drops the future now, or as soon as its poll returns.
    pub(crate) fn cancel_now(self: &Arc<Self>) {
        self.aborted.store(true, Ordering::Relaxed);
        self.queue();
        if let Some(future) = self.take() {
            self.turn(future, None);
        }
    }

    fn take(&self) -> Option<TaskFuture> {
        self.future.borrow_mut().take()
    }

    /// Drops a future in the task's name: what its destructors print and wake is the task's doing.
    fn drop_future(&self, future: TaskFuture) {
        context::with_frame(Frame::of(self.span), || drop(future));
    }

    /// Returns whether the future is gone; it is there while it is being polled.
    pub(crate) fn is_over(&self) -> bool {
        self.over.load(Ordering::Relaxed)
    }

    fn is_aborted(&self) -> bool {
        self.aborted.load(Ordering::Relaxed)
    }

    /// Polls the future with a waker, or drops it without one or if it is over or aborted. A panic ends nothing but
    /// this turn and the task.
    fn turn(self: &Arc<Self>, future: TaskFuture, waker: Option<Waker>) {
        let task = self.clone();
        // Everything that a panic could leave half done is owned by the work, and lost with it.
        let work = move || {
            let mut future = future;
            if let Some(waker) = waker
                && future.as_mut().poll(&mut Context::from_waker(&waker)).is_pending()
                && !task.is_aborted()
            {
                *task.future.borrow_mut() = Some(future);
                return;
            }
            task.over.store(true, Ordering::Relaxed);
            task.drop_future(future);
        };
        let caught = context::isolated(&self.run, self.number, || {
            let caught = platform::catch(Box::new(work));
            if caught.is_err() && platform::LEAKS {
                self.run.abandon(self.number, &context::polled_spans());
            }
            caught
        });
        if self.future.borrow().is_some() {
            return;
        }
        self.over.store(true, Ordering::Relaxed);
        let id = Id::of_task(self.number);
        self.ending.without_output(match caught {
            Ok(()) => JoinError::cancelled(id),
            Err(payload) => JoinError::panicked(id, payload),
        });
        let ended = std::mem::take(&mut *lock(&self.ended));
        ended.into_iter().for_each(Waker::wake);
    }

    /// Polls the future, unless it has been taken away or aborted.
    fn poll(self: &Arc<Self>, waker: &Waker) -> Poll<()> {
        let Some(future) = self.take() else { return Poll::Ready(()) };
        self.turn(future, Some(waker.clone()).filter(|_| !self.is_aborted()));
        if self.is_over() { Poll::Ready(()) } else { Poll::Pending }
    }
}

impl Wake for TaskCell {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }

    fn wake_by_ref(self: &Arc<Self>) {
        if context::is_deferring() {
            self.run.agenda.defer(self.clone());
        } else {
            self.queue();
        }
    }
}

/// What the event loop polls.
pub(crate) struct Driver {
    task: Arc<TaskCell>,
    waker: Waker,
}

impl Driver {
    pub(crate) fn new(task: Arc<TaskCell>) -> Self {
        Driver { waker: Waker::from(task.clone()), task }
    }
}

impl Future for Driver {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let task = &self.task;
        {
            let mut event_loop = lock(&task.event_loop);
            if !event_loop.as_ref().is_some_and(|it| it.will_wake(cx.waker())) {
                *event_loop = Some(cx.waker().clone());
            }
        }
        task.woken.store(false, Ordering::Relaxed);
        let is_over = task.poll(&self.waker).is_ready();
        if is_over {
            task.run.remove_task(task.number);
        }
        task.run.after_poll(task);
        // If it was woken in its last poll, the event loop counts it among those that can run until it has come to it.
        if is_over && !task.woken.load(Ordering::Relaxed) { Poll::Ready(()) } else { Poll::Pending }
    }
}

pin_project! {
    /// A task's future together with who wants its output.
    pub(crate) struct Job<F: Future, D> {
        #[pin]
        future: Option<Recorded<F>>,
        deliver: Option<D>,
        id: Id,
        span: SpanId,
    }
}

impl<F: Future, D: FnOnce(Result<F::Output, JoinError>)> Job<F, D> {
    pub(crate) fn new(future: Recorded<F>, id: Id, span: SpanId, deliver: D) -> Self {
        Job { future: Some(future), deliver: Some(deliver), id, span }
    }
}

impl<F: Future, D: FnOnce(Result<F::Output, JoinError>)> Future for Job<F, D> {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut this = self.project();
        let Some(future) = this.future.as_mut().as_pin_mut() else { return Poll::Ready(()) };
        // In WebAssembly a panic does not come back here: whoever polls this future catches it.
        let result = match catch_unwind(AssertUnwindSafe(|| future.poll(cx))) {
            Ok(Poll::Pending) => return Poll::Pending,
            Ok(Poll::Ready(output)) => Ok(output),
            Err(payload) => Err(JoinError::panicked(*this.id, payload)),
        };
        // As in tokio the future is gone before anybody hears of its end.
        context::with_frame(Frame::of(*this.span), || this.future.set(None));
        if let Some(deliver) = this.deliver.take() {
            deliver(result);
        }
        Poll::Ready(())
    }
}
