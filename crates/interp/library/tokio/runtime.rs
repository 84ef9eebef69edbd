//! Runtimes: there is one, the run's.

use crate::task::JoinHandle;
use std::future::Future;
use std::io;
use std::time::Duration;

/// Runs a future to its end, and with it the tasks of the run; panics within a task.
pub(crate) fn host_block_on<F: Future>(future: F) -> F::Output {
    native!()
}

#[derive(Debug)]
pub struct Runtime {
    handle: Handle,
}

impl Runtime {
    pub fn new() -> io::Result<Runtime> {
        Ok(Runtime { handle: Handle { of: () } })
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
        crate::task::spawn(future)
    }

    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        crate::task::spawn_blocking(func)
    }

    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        host_block_on(future)
    }

    pub fn enter(&self) -> EnterGuard {
        EnterGuard { of: () }
    }

    pub fn shutdown_timeout(self, duration: Duration) {}

    pub fn shutdown_background(self) {}
}

#[derive(Debug)]
pub struct EnterGuard {
    of: (),
}

#[derive(Debug, Clone)]
pub struct Handle {
    of: (),
}

impl Handle {
    pub fn current() -> Handle {
        Handle { of: () }
    }

    pub fn try_current() -> Result<Handle, TryCurrentError> {
        Ok(Handle { of: () })
    }

    pub fn enter(&self) -> EnterGuard {
        EnterGuard { of: () }
    }

    #[track_caller]
    pub fn spawn<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        crate::task::spawn(future)
    }

    #[track_caller]
    pub fn spawn_blocking<F, R>(&self, func: F) -> JoinHandle<R>
    where
        F: FnOnce() -> R + Send + 'static,
        R: Send + 'static,
    {
        crate::task::spawn_blocking(func)
    }

    #[track_caller]
    pub fn block_on<F: Future>(&self, future: F) -> F::Output {
        host_block_on(future)
    }

    pub fn runtime_flavor(&self) -> RuntimeFlavor {
        RuntimeFlavor::MultiThread
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
    of: (),
}

impl Builder {
    pub fn new_current_thread() -> Builder {
        Builder { of: () }
    }

    pub fn new_multi_thread() -> Builder {
        Builder { of: () }
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

    pub fn worker_threads(&mut self, val: usize) -> &mut Self {
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
        Runtime::new()
    }
}
