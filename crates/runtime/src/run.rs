//! A run: one program, its recorder, its clock and its tasks.

mod agenda;
mod config;
mod core;
mod finish;
mod fixtures;
mod leaks;
mod output;
mod panic;
mod parts;

pub use config::{RunConfig, Storage};
#[cfg(not(target_family = "wasm"))]
pub use finish::{Finished, run_to_end};
pub use fixtures::{Fixture, Fixtures};

pub(crate) use agenda::InFlight;
pub(crate) use core::{RunCore, lock};
pub(crate) use leaks::{Kept, Leak};
pub(crate) use panic::{install_hook, message_of};
#[cfg(target_family = "wasm")]
pub(crate) use panic::{set_payload, take_payload};
pub(crate) use parts::{Part, part};

use crate::{context, task};
use meanwhile_trace::report::Status;
use meanwhile_trace::{Recorder, Stream};
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::task::Poll;

/// What a program's `main` is turned into: fails with the last line that is printed to standard error.
pub type MainFuture = Pin<Box<dyn Future<Output = Result<(), String>>>>;

/// A program that is running, or has run.
///
/// An instance: several runs on one thread do not mix. Dropping it leaves the program running; [`stop`](Run::stop)
/// ends it.
#[must_use = "a run that is dropped goes on unobserved"]
pub struct Run {
    core: Arc<RunCore>,
}

impl Run {
    /// Starts a program on this thread's event loop. `main` is called in the main task's first poll.
    ///
    /// In the browser the tasks run on the microtask loop. Natively they run when the thread is
    /// [driven](Run::drive).
    pub fn start(config: RunConfig, main: impl FnOnce() -> MainFuture + 'static) -> Run {
        panic::install_hook();
        let core = RunCore::new(config);
        task::spawn_main(&core, main);
        Run { core }
    }

    /// Returns the recorder, to hand its batches over.
    pub fn recorder(&self) -> &Recorder {
        &self.core.recorder
    }

    /// Waits until the run is over, and returns how it ended.
    ///
    /// By then every future of the run has been dropped, and every event is with the recorder.
    pub async fn finished(&self) -> Status {
        std::future::poll_fn(|cx| match self.core.status_or_wake(cx.waker()) {
            Some(status) => Poll::Ready(status),
            None => Poll::Pending,
        })
        .await
    }

    /// Returns how the run ended; `None` while it goes on.
    pub fn status(&self) -> Option<Status> {
        self.core.status()
    }

    /// Ends the run: drops its main task and all others, which are recorded as cancelled.
    ///
    /// Does nothing to a run that is over.
    pub fn stop(&self) {
        self.core.finish(Status::Stopped);
    }

    /// Lets the program know that it is to end, if it waits for [`signal::ctrl_c`](crate::signal::ctrl_c); returns whether
    /// it does. One that does not is not touched.
    pub fn interrupt(&self) -> bool {
        self.core.status().is_none() && self.core.interrupts.deliver()
    }

    /// Ends the run because of a limit, with a line on its standard error that says which.
    pub fn stop_at_limit(&self, why: &str) {
        if self.core.status().is_none() {
            self.core.print(Stream::Err, &format!("{why}\n"));
            self.core.finish(Status::Limit);
        }
    }

    /// Calls `observer` if the program crashes: overflows its stack, or runs out of memory.
    ///
    /// In WebAssembly the machine is of no use after that: it stops when the observer returns, so this is the last
    /// chance to hand over the recorder's events and to say that the run is over. Natively the process ends at once.
    pub fn on_crash(&self, observer: impl Fn() + 'static) {
        self.core.set_crash_observer(Box::new(observer));
    }

    /// Returns how many bytes of output were left out because of the limit.
    pub fn cut_output_bytes(&self) -> u64 {
        self.core.cut_output_bytes()
    }

    /// Runs the thread's tasks until this run is over.
    ///
    /// On the virtual clock that takes no time to speak of; on the real clock the thread sleeps in between. A run in
    /// which nothing can ever run again ends with [`Status::Limit`].
    #[cfg(not(target_family = "wasm"))]
    pub fn drive(&self) -> Status {
        crate::platform::drive(&self.core)
    }
}

impl fmt::Debug for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Run").field("status", &self.status()).field("recorder", self.recorder()).finish()
    }
}

/// Returns the site's address that the current run was given.
pub(crate) fn current_site() -> Option<String> {
    context::current_run().map(|it| it.site.clone())
}
