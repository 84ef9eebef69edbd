//! Threads for tasks that stay where they are.

use std::future::Future;
use tokio::task::JoinHandle;

#[derive(Clone, Debug)]
pub struct LocalPoolHandle {
    size: usize,
}

impl LocalPoolHandle {
    #[track_caller]
    pub fn new(pool_size: usize) -> LocalPoolHandle {
        assert!(pool_size > 0);
        LocalPoolHandle { size: pool_size }
    }

    pub fn num_threads(&self) -> usize {
        self.size
    }

    pub fn spawn_pinned<F, Fut>(&self, create_task: F) -> JoinHandle<Fut::Output>
    where
        F: FnOnce() -> Fut + Send + 'static,
        Fut: Future + 'static,
        Fut::Output: Send + 'static,
    {
        tokio::task::spawn_local(async move { create_task().await })
    }

    #[track_caller]
    pub fn spawn_pinned_by_idx<F, Fut>(&self, create_task: F, idx: usize) -> JoinHandle<Fut::Output>
    where
        F: FnOnce() -> Fut + Send + 'static,
        Fut: Future + 'static,
        Fut::Output: Send + 'static,
    {
        assert!(idx < self.size, "index out of bounds: the len is {} but the index is {idx}", self.size);
        self.spawn_pinned(create_task)
    }
}
