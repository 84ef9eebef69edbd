//! The future beneath every sleep, deadline and tick.

use super::Instant;
use crate::context;
use crate::platform::{self, Timer, TimerKey};
use crate::run::RunCore;
use meanwhile_trace::Clock as _;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

/// Is ready at a deadline, which is fixed when it is made.
pub(crate) struct Alarm {
    run: Option<Arc<RunCore>>,
    key: TimerKey,
    queued: bool,
    /// Whether the trace knows the deadline.
    recorded: bool,
    /// Where the event loop keeps the timer.
    timer: Option<Timer>,
}

impl Alarm {
    pub(crate) fn at(deadline: Instant) -> Self {
        let run = context::current_run();
        let order = run.as_ref().map_or(0, |it| it.next_timer());
        Alarm {
            run,
            key: TimerKey { deadline_ns: round_up(deadline.ns()), order },
            queued: false,
            recorded: false,
            timer: None,
        }
    }

    pub(crate) fn is_due(&self) -> bool {
        self.now_ns() >= self.key.deadline_ns
    }

    pub(crate) fn reset(&mut self, deadline: Instant) {
        self.disarm();
        self.key.deadline_ns = round_up(deadline.ns());
        self.recorded = false;
    }

    fn now_ns(&self) -> u64 {
        self.run.as_ref().map_or_else(platform::now_ns, |it| it.clock.now_ns())
    }

    /// Records, once, when it comes due.
    fn record_due(&mut self) {
        if std::mem::replace(&mut self.recorded, true) {
            return;
        }
        if let (Some(run), Some(span)) = (&self.run, context::current_span()) {
            run.recorder.due_at(span, self.key.deadline_ns);
        }
    }

    fn disarm(&mut self) {
        self.timer = None;
        if std::mem::replace(&mut self.queued, false)
            && let Some(timers) = self.run.as_ref().and_then(|it| it.clock.timers())
        {
            timers.remove(self.key);
        }
    }
}

/// Rounds up to whole milliseconds, as tokio does.
fn round_up(ns: u64) -> u64 {
    ns.checked_next_multiple_of(1_000_000).unwrap_or(u64::MAX)
}

impl Future for Alarm {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let now_ns = self.now_ns();
        if now_ns >= self.key.deadline_ns {
            self.disarm();
            return Poll::Ready(());
        }
        let this = &mut *self;
        this.record_due();
        match this.run.as_ref().and_then(|it| it.clock.timers()) {
            Some(timers) => {
                timers.set(this.key, cx.waker());
                this.queued = true;
            }
            None => {
                this.timer.get_or_insert_with(Timer::new).arm(this.key.deadline_ns - now_ns, cx.waker());
            }
        }
        Poll::Pending
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.disarm();
    }
}
