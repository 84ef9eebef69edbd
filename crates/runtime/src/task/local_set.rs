//! Tasks that share a thread: here, all of them.

use super::abort::AbortHandle;
use super::{JoinHandle, named};
use crate::context;
use pin_project_lite::pin_project;
use std::cell::RefCell;
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

/// Names the set whose future is being polled.
static CURRENT: u8 = 0;

fn current() -> Option<Rc<LocalTasks>> {
    context::local(std::ptr::from_ref(&CURRENT).addr())?.downcast().ok()
}

/// Spawns a task that need not be `Send`, into the [`LocalSet`] around it if there is one.
///
/// What differs from tokio's: it works outside of a set as well, because all tasks share one thread.
pub fn spawn_local<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    match current() {
        Some(set) => set.spawn(future),
        None => named::spawn(future),
    }
}

/// Tasks that share a thread, as [`tokio::task::LocalSet`]. Awaiting it waits for all of them, dropping it
/// drops them.
///
/// What differs: its tasks run from when they are spawned, and not only while the set is awaited.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, task};
/// use std::rc::Rc;
///
/// run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         let shared = Rc::new(5);
///         let local = task::LocalSet::new();
///         let sum = local.run_until(async move { task::spawn_local(async move { *shared + 1 }).await });
///         assert_eq!(sum.await.unwrap(), 6);
///         local.await;
///         Ok(())
///     })
/// });
/// ```
#[derive(Default)]
pub struct LocalSet {
    tasks: Rc<LocalTasks>,
}

/// The tasks of a set that may not be over.
#[derive(Default)]
struct LocalTasks(RefCell<Vec<AbortHandle>>);

impl LocalSet {
    /// Makes an empty set.
    pub fn new() -> Self {
        LocalSet::default()
    }

    /// Spawns a task into the set.
    pub fn spawn_local<F>(&self, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        self.tasks.spawn(future)
    }

    /// Awaits a future, in which [`spawn_local`] spawns into the set.
    pub async fn run_until<F: Future>(&self, future: F) -> F::Output {
        Inside { set: self.tasks.clone(), future }.await
    }
}

impl LocalTasks {
    fn spawn<F>(self: &Rc<Self>, future: F) -> JoinHandle<F::Output>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        let handle = named::spawn_as(future, |future| Inside { set: self.clone(), future });
        let mut tasks = self.0.borrow_mut();
        tasks.retain(|it| !it.is_finished());
        tasks.push(handle.abort_handle());
        drop(tasks);
        handle
    }
}

pin_project! {
    /// A future in which [`spawn_local`] spawns into a set.
    struct Inside<F> {
        set: Rc<LocalTasks>,
        #[pin]
        future: F,
    }
}

impl<F: Future> Future for Inside<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        let this = self.project();
        let key = std::ptr::from_ref(&CURRENT).addr();
        context::with_local(key, this.set.clone(), || this.future.poll(cx))
    }
}

impl Future for LocalSet {
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let mut tasks = self.tasks.0.borrow_mut();
        tasks.retain(|it| !it.is_finished());
        match tasks.first() {
            Some(task) => {
                // One at a time will do: all of them have to end.
                task.wake_at_end(cx.waker());
                Poll::Pending
            }
            None => Poll::Ready(()),
        }
    }
}

impl Drop for LocalSet {
    fn drop(&mut self) {
        let tasks = self.tasks.0.take();
        tasks.iter().for_each(AbortHandle::__cancel);
    }
}

impl fmt::Debug for LocalSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("LocalSet").field("tasks", &self.tasks.0.borrow().len()).finish()
    }
}
