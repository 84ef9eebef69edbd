//! A set of tasks, which end with it.

use super::handle::HostTask;
use super::{AbortHandle, Id, JoinError, host_spawn, host_spawn_blocking};
use std::any::Any;
use std::future::{Future, NativeFuture};
use std::pin::Pin;
use std::task::{Context, Poll};

/// A set of the host's.
#[lang = "HostJoinSet"]
struct HostJoinSet<T> {
    native: (),
    of: std::marker::PhantomData<T>,
}

impl<T> HostJoinSet<T> {
    fn new() -> HostJoinSet<T> {
        native!()
    }

    fn count(&self) -> usize {
        native!()
    }

    /// Takes a task in; what is returned can abort it.
    fn adopt(&mut self, task: HostTask<T>) -> HostTask<()> {
        native!()
    }

    /// Waits for the next that has ended: its number, and its output, or the payload of its panic, or nothing.
    fn next(&mut self) -> NativeFuture<Option<(u64, Result<T, Option<Box<dyn Any + Send>>>)>> {
        native!()
    }

    /// The next that has ended already.
    fn try_next(&mut self) -> Option<(u64, Result<T, Option<Box<dyn Any + Send>>>)> {
        native!()
    }

    fn abort_tasks(&mut self) {
        native!()
    }

    fn detach_tasks(&mut self) {
        native!()
    }
}

pub struct JoinSet<T> {
    tasks: HostJoinSet<T>,
    /// What `poll_join_next` waits for.
    polled: Option<NativeFuture<Option<(u64, Result<T, Option<Box<dyn Any + Send>>>)>>>,
}

/// What a task has come to, under its number.
fn with_id<T>(ended: (u64, Result<T, Option<Box<dyn Any + Send>>>)) -> Result<(Id, T), JoinError> {
    let id = Id::of(ended.0);
    match ended.1 {
        Ok(output) => Ok((id, output)),
        Err(payload) => Err(JoinError::new(id, payload)),
    }
}

fn without_id<T>(ended: Result<(Id, T), JoinError>) -> Result<T, JoinError> {
    match ended {
        Ok((_, output)) => Ok(output),
        Err(error) => Err(error),
    }
}

impl<T> JoinSet<T> {
    pub fn new() -> JoinSet<T> {
        JoinSet { tasks: HostJoinSet::new(), polled: None }
    }

    pub fn len(&self) -> usize {
        self.tasks.count()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn add(&mut self, task: HostTask<T>) -> AbortHandle {
        self.polled = None;
        AbortHandle::of(self.tasks.adopt(task))
    }

    #[track_caller]
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + Send + 'static,
        T: Send,
    {
        self.add(host_spawn(task))
    }

    #[track_caller]
    pub fn spawn_local<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.add(host_spawn(task))
    }

    #[track_caller]
    pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send,
    {
        self.add(host_spawn_blocking(f))
    }

    pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        match self.tasks.next().await {
            Some(ended) => Some(without_id(with_id(ended))),
            None => None,
        }
    }

    pub async fn join_next_with_id(&mut self) -> Option<Result<(Id, T), JoinError>> {
        match self.tasks.next().await {
            Some(ended) => Some(with_id(ended)),
            None => None,
        }
    }

    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        match self.tasks.try_next() {
            Some(ended) => Some(without_id(with_id(ended))),
            None => None,
        }
    }

    pub fn try_join_next_with_id(&mut self) -> Option<Result<(Id, T), JoinError>> {
        match self.tasks.try_next() {
            Some(ended) => Some(with_id(ended)),
            None => None,
        }
    }

    pub async fn shutdown(&mut self) {
        self.abort_all();
        while self.join_next().await.is_some() {}
    }

    pub async fn join_all(mut self) -> Vec<T> {
        let mut outputs = Vec::new();
        while let Some(result) = self.join_next().await {
            match result {
                Ok(output) => outputs.push(output),
                Err(error) if error.is_panic() => std::panic::resume_unwind(error.into_panic()),
                Err(error) => panic!("{error}"),
            }
        }
        outputs
    }

    pub fn abort_all(&mut self) {
        self.polled = None;
        self.tasks.abort_tasks()
    }

    pub fn detach_all(&mut self) {
        self.polled = None;
        self.tasks.detach_tasks()
    }

    pub fn poll_join_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, JoinError>>> {
        match self.poll_join_next_with_id(cx) {
            Poll::Pending => Poll::Pending,
            Poll::Ready(Some(ended)) => Poll::Ready(Some(without_id(ended))),
            Poll::Ready(None) => Poll::Ready(None),
        }
    }

    pub fn poll_join_next_with_id(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<(Id, T), JoinError>>> {
        if self.polled.is_none() {
            self.polled = Some(self.tasks.next());
        }
        let polled = match &mut self.polled {
            Some(future) => Pin::new(future).poll(cx),
            None => Poll::Pending,
        };
        match polled {
            Poll::Pending => Poll::Pending,
            Poll::Ready(ended) => {
                self.polled = None;
                Poll::Ready(match ended {
                    Some(ended) => Some(with_id(ended)),
                    None => None,
                })
            }
        }
    }
}

impl<T> Drop for JoinSet<T> {
    fn drop(&mut self) {
        self.abort_all();
    }
}

impl<T> Default for JoinSet<T> {
    fn default() -> Self {
        JoinSet::new()
    }
}

impl<T> std::fmt::Debug for JoinSet<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JoinSet").field("len", &self.len()).finish()
    }
}

impl<T, F: Future<Output = T> + Send + 'static> FromIterator<F> for JoinSet<T> {
    fn from_iter<I: IntoIterator<Item = F>>(iter: I) -> Self {
        let mut set = JoinSet::new();
        for task in iter {
            set.spawn(task);
        }
        set
    }
}
