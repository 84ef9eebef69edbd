//! Tasks that somebody waits for.

mod join_map;
mod local_pool;

pub use join_map::JoinMap;
pub use local_pool::LocalPoolHandle;

use std::future::Future;
use std::sync::{Arc, Mutex};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

struct Inner {
    closed: bool,
    tasks: usize,
}

#[derive(Clone)]
pub struct TaskTracker {
    inner: Arc<Mutex<Inner>>,
    changed: Arc<Notify>,
}

pub struct TaskTrackerToken {
    tracker: TaskTracker,
}

impl TaskTracker {
    pub fn new() -> TaskTracker {
        let inner = Arc::new(Mutex::new(Inner { closed: false, tasks: 0 }));
        TaskTracker { inner, changed: Arc::new(Notify::new()) }
    }

    pub async fn wait(&self) {
        loop {
            let changed = self.changed.notified();
            if self.is_closed() && self.is_empty() {
                return;
            }
            changed.await;
        }
    }

    pub fn close(&self) -> bool {
        let was_open = {
            let mut inner = self.inner.lock().unwrap();
            !std::mem::replace(&mut inner.closed, true)
        };
        self.changed.notify_waiters();
        was_open
    }

    pub fn reopen(&self) -> bool {
        std::mem::replace(&mut self.inner.lock().unwrap().closed, false)
    }

    pub fn is_closed(&self) -> bool {
        self.inner.lock().unwrap().closed
    }

    pub fn len(&self) -> usize {
        self.inner.lock().unwrap().tasks
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn token(&self) -> TaskTrackerToken {
        self.inner.lock().unwrap().tasks += 1;
        TaskTrackerToken { tracker: self.clone() }
    }

    #[track_caller]
    pub fn spawn<F>(&self, task: F) -> JoinHandle<F::Output>
    where
        F: Future + Send + 'static,
        F::Output: Send + 'static,
    {
        tokio::task::spawn(self.track_future(task))
    }

    pub fn track_future<F: Future>(&self, future: F) -> impl Future<Output = F::Output> {
        let token = self.token();
        async move {
            let output = future.await;
            drop(token);
            output
        }
    }
}

impl Drop for TaskTrackerToken {
    fn drop(&mut self) {
        self.tracker.inner.lock().unwrap().tasks -= 1;
        self.tracker.changed.notify_waiters();
    }
}

impl Default for TaskTracker {
    fn default() -> Self {
        TaskTracker::new()
    }
}
