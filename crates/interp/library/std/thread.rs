//! Threads: each runs until it waits or lets others run.

mod builder;
mod local;
mod scoped;

pub use builder::Builder;
pub use local::{AccessError, LocalKey};
pub use scoped::{Scope, ScopedJoinHandle, scope};

use crate::any::Any;
use crate::fmt;
use crate::num::NonZero;
use crate::time::Duration;

pub type Result<T> = crate::result::Result<T, Box<dyn Any + Send + 'static>>;

/// Starts a thread with a closure, and a name unless it is empty.
pub(crate) fn start<F: FnOnce() -> T, T>(name: &str, f: F) -> Started<T> {
    native!()
}

/// The number and the name of the thread that runs; an empty name is none.
fn current_thread() -> (u64, String) {
    native!()
}

/// A thread that was started.
#[lang = "Started"]
pub(crate) struct Started<T> {
    native: (),
    of: crate::marker::PhantomData<T>,
}

impl<T> Started<T> {
    /// Waits until it has ended.
    pub(crate) fn join(&self) -> Result<T> {
        native!()
    }

    pub(crate) fn is_finished(&self) -> bool {
        native!()
    }

    pub(crate) fn number(&self) -> u64 {
        native!()
    }
}

pub fn spawn<F, T>(f: F) -> JoinHandle<T>
where
    F: FnOnce() -> T + Send + 'static,
    T: Send + 'static,
{
    JoinHandle::new(start("", f), "")
}

pub struct JoinHandle<T> {
    started: Started<T>,
    thread: Thread,
}

impl<T> JoinHandle<T> {
    pub(crate) fn new(started: Started<T>, name: &str) -> JoinHandle<T> {
        let thread = Thread { number: started.number(), name: String::from(name) };
        JoinHandle { started, thread }
    }

    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    pub fn join(self) -> Result<T> {
        self.started.join()
    }

    pub fn is_finished(&self) -> bool {
        self.started.is_finished()
    }
}

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinHandle").finish_non_exhaustive()
    }
}

pub fn current() -> Thread {
    let (number, name) = current_thread();
    Thread { number, name }
}

#[derive(Clone)]
pub struct Thread {
    number: u64,
    name: String,
}

impl Thread {
    pub fn unpark(&self) {
        unpark_thread(self.number)
    }

    pub fn id(&self) -> ThreadId {
        ThreadId(NonZero::<u64>::new(self.number).unwrap())
    }

    pub fn name(&self) -> Option<&str> {
        if self.name.is_empty() { None } else { Some(&self.name) }
    }
}

impl fmt::Debug for Thread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Thread").field("id", &self.id()).field("name", &self.name()).finish_non_exhaustive()
    }
}

#[derive(Eq, PartialEq, Clone, Copy, Hash, Debug)]
pub struct ThreadId(NonZero<u64>);

fn unpark_thread(number: u64) {
    native!()
}

pub fn sleep(dur: Duration) {
    sleep_for(dur.as_secs(), dur.subsec_nanos())
}

/// Stops the thread for a time.
fn sleep_for(secs: u64, nanos: u32) {
    native!()
}

pub fn sleep_ms(ms: u32) {
    sleep(Duration::from_millis(ms as u64))
}

pub fn sleep_until(deadline: crate::time::Instant) {
    sleep(deadline.saturating_duration_since(crate::time::Instant::now()))
}

pub fn yield_now() {
    native!()
}

pub fn park() {
    native!()
}

pub fn park_timeout(dur: Duration) {
    park_for(dur.as_secs(), dur.subsec_nanos())
}

fn park_for(secs: u64, nanos: u32) {
    native!()
}

pub fn panicking() -> bool {
    native!()
}

pub fn available_parallelism() -> crate::io::Result<NonZero<usize>> {
    Ok(NonZero::<usize>::new(4).unwrap())
}
