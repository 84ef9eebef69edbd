//! Runtimes: there is one, the run's.

use crate::task::JoinHandle;
use std::future::Future;
use std::io;
use std::time::Duration;

const NESTED: &str = "Cannot start a runtime from within a runtime. This happens because a function (like `block_on`) attempted to block the current thread while the thread is being used to drive asynchronous tasks. If you are in an async function, use `.await` on the future instead of blocking on it.";

const BLOCKED: &str = "Cannot block the current thread from within a runtime. This happens because a function attempted to block the current thread while the thread is being used to drive asynchronous tasks.";

const NO_REACTOR: &str = "there is no reactor running, must be called from the context of a Tokio 1.x runtime";

const DROPPED: &str = "Cannot drop a runtime in a context where blocking is not allowed. This happens when a runtime is dropped from within an asynchronous context.";

/// A new runtime's number.
fn host_runtime() -> u32 {
    native!()
}

/// Ends the tasks of a runtime, and waits until they are over if it is to.
fn end_runtime(number: u32, waits: bool) {
    native!()
}

/// Lets the tasks of the run get on that can, as workers do while a runtime is shut down.
fn host_linger() {
    native!()
}

/// Runs a future to its end in a runtime of so many workers, and with it the tasks of the run.
fn host_block_on<F: Future>(future: F, workers: usize, number: u32) -> F::Output {
    native!()
}

/// The number of the runtime that the code is in; 0 is that of `main`.
fn host_number() -> u32 {
    native!()
}

/// Runs a future to its end.
fn host_wait_for<F: Future>(future: F) -> F::Output {
    native!()
}

/// Where the code that runs is: 0 outside of any runtime, 1 in async code, 2 on a thread that may block.
fn host_place() -> u8 {
    native!()
}

/// Goes to such a place in the runtime of that number with so many workers; what is returned leads back.
fn set_place(place: u16, workers: u16, main: u16, number: u32) -> (u16, u16, u16, u32) {
    native!()
}

/// How many workers the runtime has; 0 for all on one thread.
fn host_workers() -> usize {
    native!()
}

fn default_workers() -> usize {
    native!()
}

/// Panics where there is no runtime.
#[track_caller]
pub(crate) fn check_inside() {
    if host_place() == 0 {
        panic!("{NO_REACTOR}");
    }
}

#[track_caller]
fn run<F: Future>(future: F, handle: &Handle) -> F::Output {
    if host_place() == 1 {
        panic!("{NESTED}");
    }
    host_block_on(future, handle.workers, handle.number)
}

/// Waits for a future as a thread does.
#[track_caller]
pub(crate) fn wait_for<F: Future>(future: F) -> F::Output {
    if host_place() == 1 {
        panic!("{BLOCKED}");
    }
    host_wait_for(future)
}

/// Lets the code that follows block, until the guard is dropped.
#[track_caller]
pub(crate) fn blocking_region() -> EnterGuard {
    if host_place() == 1 && host_workers() == 0 {
        panic!("can call blocking only when running on the multi-threaded runtime");
    }
    entered(host_workers(), host_number())
}

fn entered(workers: usize, number: u32) -> EnterGuard {
    EnterGuard { back: set_place(2, workers as u16, 0, number) }
}

#[derive(Debug)]
pub struct Runtime {
    handle: Handle,
    /// Whether it has been shut down.
    down: bool,
}

impl Drop for Runtime {
    fn drop(&mut self) {
        let may_block = self.down || host_place() != 1;
        if !may_block && !std::thread::panicking() {
            panic!("{DROPPED}");
        }
        if may_block && !self.down && self.handle.workers > 0 {
            host_linger();
        }
        end_runtime(self.handle.number, may_block && !self.down);
    }
}

impl Runtime {
    pub fn new() -> io::Result<Runtime> {
        Builder::new_multi_thread().enable_all().build()
    }

    pub fn handle(&self) -> &Handle {
        &self.handle
    }

    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        self.handle.spawn(future)
    }

    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        self.handle.spawn_blocking(func)
    }

    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        run(future, &self.handle)
    }

    pub fn enter(&self) -> EnterGuard {
        self.handle.enter()
    }

    pub fn shutdown_timeout(mut self, duration: Duration) {
        self.down = true;
        end_runtime(self.handle.number, host_place() != 1);
    }

    pub fn shutdown_background(mut self) {
        self.down = true;
    }
}

#[derive(Debug)]
pub struct EnterGuard {
    /// Where the code was before.
    back: (u16, u16, u16, u32),
}

impl Drop for EnterGuard {
    fn drop(&mut self) {
        set_place(self.back.0, self.back.1, self.back.2, self.back.3);
    }
}

#[derive(Debug, Clone)]
pub struct Handle {
    workers: usize,
    number: u32,
}

impl Handle {
    #[track_caller]
    pub fn current() -> Handle {
        check_inside();
        Handle { workers: host_workers(), number: host_number() }
    }

    pub fn try_current() -> Result<Handle, TryCurrentError> {
        if host_place() == 0 {
            return Err(TryCurrentError { of: () });
        }
        Ok(Handle { workers: host_workers(), number: host_number() })
    }

    pub fn enter(&self) -> EnterGuard {
        match host_place() {
            1 => EnterGuard { back: set_place(1, self.workers as u16, 0, self.number) },
            _ => entered(self.workers, self.number),
        }
    }

    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        let guard = self.enter();
        crate::task::spawn(future)
    }

    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        let guard = self.enter();
        crate::task::spawn_blocking(func)
    }

    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        run(future, self)
    }

    pub fn runtime_flavor(&self) -> RuntimeFlavor {
        if self.workers == 0 { RuntimeFlavor::CurrentThread } else { RuntimeFlavor::MultiThread }
    }
}

#[derive(Debug)]
pub struct TryCurrentError {
    of: (),
}

impl std::fmt::Display for TryCurrentError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("there is no reactor running, must be called from the context of a Tokio 1.x runtime")
    }
}

impl std::error::Error for TryCurrentError {}

#[derive(Debug, PartialEq, Eq)]
pub enum RuntimeFlavor {
    CurrentThread,
    MultiThread,
}

#[derive(Debug)]
pub struct Builder {
    workers: usize,
}

impl Builder {
    pub fn new_current_thread() -> Builder {
        Builder { workers: 0 }
    }

    pub fn new_multi_thread() -> Builder {
        Builder { workers: default_workers() }
    }

    pub fn enable_all(&mut self) -> &mut Self {
        self
    }

    pub fn enable_io(&mut self) -> &mut Self {
        self
    }

    pub fn enable_time(&mut self) -> &mut Self {
        self
    }

    #[track_caller]
    pub fn worker_threads(&mut self, val: usize) -> &mut Self {
        assert!(val > 0, "Worker threads cannot be set to 0");
        if self.workers > 0 {
            self.workers = val;
        }
        self
    }

    pub fn max_blocking_threads(&mut self, val: usize) -> &mut Self {
        self
    }

    pub fn thread_name(&mut self, val: impl Into<String>) -> &mut Self {
        self
    }

    pub fn thread_stack_size(&mut self, val: usize) -> &mut Self {
        self
    }

    pub fn thread_keep_alive(&mut self, duration: Duration) -> &mut Self {
        self
    }

    pub fn on_thread_start<F: Fn() + Send + Sync + 'static>(&mut self, f: F) -> &mut Self {
        self
    }

    pub fn on_thread_stop<F: Fn() + Send + Sync + 'static>(&mut self, f: F) -> &mut Self {
        self
    }

    pub fn start_paused(&mut self, start_paused: bool) -> &mut Self {
        self
    }

    pub fn event_interval(&mut self, val: u32) -> &mut Self {
        self
    }

    pub fn global_queue_interval(&mut self, val: u32) -> &mut Self {
        self
    }

    pub fn build(&mut self) -> io::Result<Runtime> {
        Ok(Runtime { handle: Handle { workers: self.workers, number: host_runtime() }, down: false })
    }
}
