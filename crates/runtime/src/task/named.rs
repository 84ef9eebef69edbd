//! The names of tasks.

use super::{JoinHandle, blocking, spawn_named};
use meanwhile_trace::Place;
use pin_project_lite::pin_project;
use std::any::type_name;
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

/// A name for the next task whose future is of this type.
struct Label {
    of: &'static str,
    name: Cow<'static, str>,
    place: Place,
}

thread_local! {
    static NEXT: RefCell<Option<Label>> = const { RefCell::new(None) };
}

pin_project! {
    /// A future that is about to be spawned by a method of somebody's: of a [`JoinSet`](super::JoinSet), say.
    pub struct Labelled<F> {
        #[pin]
        future: F,
    }
}

/// Gives a future a name and a place for the case that it is spawned now.
///
/// The name is kept beside it and not in it: what spawns it need not know of names. It is for a future of this very type
/// alone, so that it cannot go astray where nothing of ours is called.
pub(crate) fn label<F: Future>(name: Cow<'static, str>, place: Place, future: F) -> Labelled<F> {
    let label = Label { of: type_name::<Labelled<F>>(), name, place };
    let old = NEXT.replace(Some(label));
    drop(old);
    Labelled { future }
}

/// Spawns a task under the name that its future was given.
pub(super) fn spawn<F>(future: F) -> JoinHandle<F::Output>
where
    F: Future + 'static,
    F::Output: 'static,
{
    spawn_as(future, |future| future)
}

/// As [`spawn`], with something wrapped around the future.
pub(super) fn spawn_as<F, G>(future: F, wrap: impl FnOnce(F) -> G) -> JoinHandle<G::Output>
where
    F: Future,
    G: Future + 'static,
    G::Output: 'static,
{
    match NEXT.take().filter(|it| it.of == type_name::<F>()) {
        Some(label) => spawn_named(&label.name, Some(label.place), wrap(future)),
        None => spawn_named("task", None, wrap(future)),
    }
}

impl<F: Future> Future for Labelled<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<F::Output> {
        self.project().future.poll(cx)
    }
}

impl<F> fmt::Debug for Labelled<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Labelled").finish_non_exhaustive()
    }
}

/// Spawns a task under a name of the program's own choice, as tokio's unstable `task::Builder`.
///
/// ```
/// use meanwhile_runtime::{RunConfig, run_to_end, task};
///
/// let run = run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         task::Builder::new().name("clock").spawn(async {}).unwrap().await.unwrap();
///         Ok(())
///     })
/// });
/// assert!(meanwhile_trace::dump_tree(&run.trace).contains("task clock completed"));
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct Builder<'a> {
    name: Option<&'a str>,
}

impl<'a> Builder<'a> {
    /// Makes a builder of tasks without a name.
    pub fn new() -> Self {
        Builder::default()
    }

    /// Sets the task's name.
    #[must_use]
    pub fn name(self, name: &'a str) -> Self {
        Builder { name: Some(name) }
    }

    /// Spawns a task, as [`spawn`](super::spawn).
    ///
    /// # Errors
    ///
    /// Never fails.
    pub fn spawn<F>(self, future: F) -> io::Result<JoinHandle<F::Output>>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        let label = NEXT.take().filter(|it| it.of == type_name::<F>());
        let place = label.as_ref().map(|it| it.place);
        let name = self.name.or(label.as_ref().map(|it| &*it.name)).unwrap_or("task");
        Ok(spawn_named(name, place, future))
    }

    /// Spawns a task; the same as [`spawn`](Builder::spawn).
    ///
    /// # Errors
    ///
    /// Never fails.
    pub fn spawn_local<F>(self, future: F) -> io::Result<JoinHandle<F::Output>>
    where
        F: Future + 'static,
        F::Output: 'static,
    {
        self.spawn(future)
    }

    /// Calls a function that blocks, as [`spawn_blocking`](super::spawn_blocking).
    ///
    /// # Errors
    ///
    /// Never fails.
    pub fn spawn_blocking<F, R>(self, f: F) -> io::Result<JoinHandle<R>>
    where
        F: FnOnce() -> R + 'static,
        R: 'static,
    {
        Ok(blocking::spawn_here(self.name.unwrap_or("job"), f))
    }
}
