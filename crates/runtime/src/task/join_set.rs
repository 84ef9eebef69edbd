//! Tasks that belong together.

use super::abort::AbortHandle;
use super::error::{Id, JoinError};
use super::handle::Claim;
use super::{JoinHandle, blocking, named};
use crate::panic;
use crate::record::{Body, Recorded, SpanGuard};
use crate::run::lock;
use meanwhile_trace::SpanKind;
use std::collections::{BTreeMap, VecDeque};
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll, Wake, Waker};

/// Tasks that belong together and are joined in the order in which they end, as [`tokio::task::JoinSet`]. Dropping it
/// aborts them.
///
/// Waiting for the next is a span of kind join handle.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, task::JoinSet, time};
/// use meanwhile_trace::ClockKind;
///
/// let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
/// run_to_end(config, || {
///     Box::pin(async {
///         let mut set = JoinSet::new();
///         for ms in [30, 10, 20] {
///             set.spawn(async move {
///                 time::sleep(time::Duration::from_millis(ms)).await;
///                 ms
///             });
///         }
///         assert_eq!(set.join_all().await, [10, 20, 30]);
///         Ok(())
///     })
/// });
/// ```
pub struct JoinSet<T> {
    next: u64,
    members: BTreeMap<u64, Claim<T>>,
    ended: Arc<Ended>,
}

/// Which members have ended, in order, and who waits for that.
#[derive(Default)]
struct Ended {
    queue: Mutex<VecDeque<u64>>,
    waker: Mutex<Option<Waker>>,
}

/// The waker that a member calls when it has ended.
struct Member {
    key: u64,
    set: Weak<Ended>,
}

impl Wake for Member {
    fn wake(self: Arc<Self>) {
        let Some(set) = self.set.upgrade() else { return };
        lock(&set.queue).push_back(self.key);
        let waker = lock(&set.waker).take();
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}

impl<T> JoinSet<T> {
    /// Makes an empty set.
    pub fn new() -> Self {
        JoinSet { next: 0, members: BTreeMap::new(), ended: Arc::default() }
    }

    /// Returns how many tasks are in the set: those that have ended too, until they are joined.
    pub fn len(&self) -> usize {
        self.members.len()
    }

    /// Returns whether there are no tasks in the set.
    pub fn is_empty(&self) -> bool {
        self.members.is_empty()
    }

    /// Aborts all tasks; they can still be joined, as cancelled.
    pub fn abort_all(&mut self) {
        self.members.values().for_each(|it| it.abort());
    }

    /// Takes all tasks out of the set, and leaves them running.
    pub fn detach_all(&mut self) {
        self.members.clear();
        lock(&self.ended.queue).clear();
    }

    fn take_ended(&mut self) -> Option<(Id, Result<T, JoinError>)> {
        loop {
            let key = lock(&self.ended.queue).pop_front()?;
            if let Some(member) = self.members.remove(&key)
                && let Some(result) = member.take()
            {
                return Some((member.id(), result));
            }
        }
    }
}

impl<T: 'static> JoinSet<T> {
    /// Spawns a task into the set.
    pub fn spawn<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        let handle = named::spawn(task);
        self.insert(handle)
    }

    /// Spawns a task into the set; the same as [`spawn`](JoinSet::spawn), because all tasks are local here.
    pub fn spawn_local<F>(&mut self, task: F) -> AbortHandle
    where
        F: Future<Output = T> + 'static,
    {
        self.spawn(task)
    }

    /// Calls a function that blocks, as [`spawn_blocking`](super::spawn_blocking), into the set.
    pub fn spawn_blocking<F>(&mut self, f: F) -> AbortHandle
    where
        F: FnOnce() -> T + 'static,
    {
        let handle = blocking::spawn_blocking(f);
        self.insert(handle)
    }

    #[doc(hidden)]
    pub fn __adopt(&mut self, handle: JoinHandle<T>) -> AbortHandle {
        self.insert(handle)
    }

    fn insert(&mut self, handle: JoinHandle<T>) -> AbortHandle {
        let (abort, state) = (handle.abort_handle(), handle.into_claim());
        let key = self.next;
        self.next += 1;
        let waker = Waker::from(Arc::new(Member { key, set: Arc::downgrade(&self.ended) }));
        self.members.insert(key, state.clone());
        if state.set_waker(waker.clone()) {
            // It was over before it was in the set.
            waker.wake();
        }
        abort
    }

    /// Waits until a task of the set has ended, and takes it out; `None` if the set is empty.
    ///
    /// # Errors
    ///
    /// The task's: it was aborted, or it panicked.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped takes no task out.
    pub async fn join_next(&mut self) -> Option<Result<T, JoinError>> {
        self.next_ended().await.map(|(_, result)| result)
    }

    /// As [`join_next`](JoinSet::join_next), with the task's id.
    ///
    /// # Errors
    ///
    /// The task's, which has the id too.
    ///
    /// # Cancel safety
    ///
    /// As [`join_next`](JoinSet::join_next).
    pub async fn join_next_with_id(&mut self) -> Option<Result<(Id, T), JoinError>> {
        self.next_ended().await.map(|(id, result)| result.map(|it| (id, it)))
    }

    /// Takes a task out that has ended; `None` if there is none.
    ///
    /// # Errors
    ///
    /// The task's.
    pub fn try_join_next(&mut self) -> Option<Result<T, JoinError>> {
        self.take_ended().map(|(_, result)| result)
    }

    /// As [`try_join_next`](JoinSet::try_join_next), with the task's id.
    ///
    /// # Errors
    ///
    /// The task's.
    pub fn try_join_next_with_id(&mut self) -> Option<Result<(Id, T), JoinError>> {
        self.take_ended().map(|(id, result)| result.map(|it| (id, it)))
    }

    /// Waits for all tasks, and returns their outputs in the order in which they ended.
    ///
    /// # Panics
    ///
    /// Panics as soon as a task has panicked, with what it panicked with, or has been aborted.
    pub async fn join_all(mut self) -> Vec<T> {
        let mut outputs = Vec::with_capacity(self.len());
        while let Some(result) = self.join_next().await {
            match result {
                Ok(output) => outputs.push(output),
                Err(error) if error.is_panic() => panic::resume_unwind(error.into_panic()),
                Err(error) => panic!("{error}"),
            }
        }
        outputs
    }

    /// Aborts all tasks, and waits until they are gone.
    pub async fn shutdown(&mut self) {
        self.abort_all();
        while self.join_next().await.is_some() {}
    }

    /// Polls for a task of the set that has ended.
    pub fn poll_join_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<T, JoinError>>> {
        self.poll_ended(cx).map(|it| it.map(|(_, result)| result))
    }

    fn poll_ended(&mut self, cx: &mut Context<'_>) -> Poll<Option<(Id, Result<T, JoinError>)>> {
        if let Some(ended) = self.take_ended() {
            return Poll::Ready(Some(ended));
        }
        if self.members.is_empty() {
            return Poll::Ready(None);
        }
        *lock(&self.ended.waker) = Some(cx.waker().clone());
        Poll::Pending
    }

    /// As [`join_next_with_id`](JoinSet::join_next_with_id), of outputs that say whether a task has failed.
    #[doc(hidden)]
    pub fn __join_next(
        &mut self,
        failed: fn(&Option<Joined<T>>) -> bool,
    ) -> impl Future<Output = Option<(Id, Result<T, JoinError>)>> {
        self.next_judged(failed)
    }

    fn next_ended(&mut self) -> Recorded<NextEnded<'_, T>> {
        self.next_judged(failed)
    }

    fn next_judged(&mut self, failed: fn(&Option<Joined<T>>) -> bool) -> Recorded<NextEnded<'_, T>> {
        let span = match self.is_empty() {
            true => SpanGuard::none(),
            false => SpanGuard::at_first_poll(SpanKind::Join, "join next".into(), Body::Own),
        };
        Recorded::new(span, failed, NextEnded { set: self })
    }
}

/// A task that has ended, and its output.
type Joined<T> = (Id, Result<T, JoinError>);

/// Whether the task that ended has no output.
fn failed<T>(ended: &Option<(Id, Result<T, JoinError>)>) -> bool {
    matches!(ended, Some((_, Err(_))))
}

struct NextEnded<'a, T> {
    set: &'a mut JoinSet<T>,
}

impl<T: 'static> Future for NextEnded<'_, T> {
    type Output = Option<(Id, Result<T, JoinError>)>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.set.poll_ended(cx)
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

impl<T, F> FromIterator<F> for JoinSet<T>
where
    F: Future<Output = T> + 'static,
    T: 'static,
{
    /// Spawns all futures of an iterator.
    fn from_iter<I: IntoIterator<Item = F>>(futures: I) -> Self {
        let mut set = JoinSet::new();
        set.extend(futures);
        set
    }
}

impl<T, F> Extend<F> for JoinSet<T>
where
    F: Future<Output = T> + 'static,
    T: 'static,
{
    fn extend<I: IntoIterator<Item = F>>(&mut self, futures: I) {
        for future in futures {
            self.spawn(future);
        }
    }
}

impl<T> fmt::Debug for JoinSet<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JoinSet").field("len", &self.len()).finish()
    }
}
