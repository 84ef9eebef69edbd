//! Signals from outside, as `tokio::signal`.
//!
//! There is one: Stop, pressed once, is what Ctrl-C is in a terminal. A program that waits for it gets it and goes on;
//! any other is ended. Pressed again, or when the program does not end in time, it ends the run whatever the program does.

use crate::context;
use crate::record::{Body, Recorded, SpanGuard};
use crate::run::{RunCore, lock};
use meanwhile_trace::SpanKind;
use std::collections::BTreeMap;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// Waits until Stop is pressed: a graceful shutdown begins here.
///
/// What differs from tokio's: as soon as nobody waits for it any more, Stop ends the run again.
///
/// # Errors
///
/// Never fails.
///
/// # Cancel safety
///
/// A wait that is dropped loses nothing: Stop then ends the run.
///
/// ```
/// use meanwhile_runtime::{Run, RunConfig, println, signal, task};
/// use std::rc::Rc;
///
/// let run = Run::start(RunConfig::default(), || {
///     Box::pin(async {
///         signal::ctrl_c().await.map_err(|it| it.to_string())?;
///         println!("closing the shop");
///         Ok(())
///     })
/// });
/// # let interrupted = run.interrupt();
/// assert!(!interrupted, "the program has not begun to wait yet");
/// ```
pub async fn ctrl_c() -> io::Result<()> {
    let span = SpanGuard::at_first_poll(SpanKind::Signal, "ctrl_c".into(), Body::Own);
    Recorded::new(span, Result::is_err, CtrlC::default()).await
}

/// Who waits for Ctrl-C in a run.
#[derive(Default)]
pub(crate) struct Interrupts(Mutex<Waiting>);

#[derive(Default)]
struct Waiting {
    next: u64,
    wakers: BTreeMap<u64, Waker>,
}

impl Interrupts {
    /// Lets everybody know who waits; returns whether anybody does.
    pub(crate) fn deliver(&self) -> bool {
        let wakers = std::mem::take(&mut lock(&self.0).wakers);
        let waited = !wakers.is_empty();
        wakers.into_values().for_each(Waker::wake);
        waited
    }

    /// Returns whether anybody waits.
    #[cfg(target_family = "wasm")]
    pub(crate) fn are_awaited(&self) -> bool {
        !lock(&self.0).wakers.is_empty()
    }
}

/// Ready once Stop has been pressed since its first poll.
#[derive(Default)]
struct CtrlC {
    place: Option<(Arc<RunCore>, u64)>,
}

impl Future for CtrlC {
    type Output = io::Result<()>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let Some((run, number)) = &self.place else {
            if let Some(run) = context::current_run() {
                let number = {
                    let mut waiting = lock(&run.interrupts.0);
                    waiting.next += 1;
                    let number = waiting.next;
                    waiting.wakers.insert(number, cx.waker().clone());
                    number
                };
                self.place = Some((run, number));
            }
            return Poll::Pending;
        };
        match lock(&run.interrupts.0).wakers.get_mut(number) {
            Some(waker) => {
                waker.clone_from(cx.waker());
                Poll::Pending
            }
            None => Poll::Ready(Ok(())),
        }
    }
}

impl Drop for CtrlC {
    fn drop(&mut self) {
        if let Some((run, number)) = &self.place {
            let waker = lock(&run.interrupts.0).wakers.remove(number);
            drop(waker);
        }
    }
}
