//! How an object of `sync` becomes a resource of the trace, and a wait for it a leaf span.

use crate::context;
use crate::record::{Body, Recorded, SpanGuard, succeeds};
use crate::run::{Kept, Leak, RunCore, lock};
use meanwhile_trace::{Action, ResourceId, ResourceKind, SpanId, SpanKind};
use pin_project_lite::pin_project;
use std::borrow::Cow;
use std::cell::RefCell;
use std::pin::Pin;
use std::sync::{Arc, Mutex, Weak};
use std::task::{Context, Poll};

thread_local! {
    /// What the program calls what it is making.
    static NAME: RefCell<Option<Cow<'static, str>>> = const { RefCell::new(None) };
}

/// Runs `make`, and calls the resources that it makes by `name`: the variable that they go into.
pub fn named<T>(name: impl Into<Cow<'static, str>>, make: impl FnOnce() -> T) -> T {
    let outer = NAME.replace(Some(name.into()));
    let made = make();
    NAME.set(outer);
    made
}

/// Sets what the resources that are made from now on are called, and returns what they were called until now: as
/// [`named`], where there is no closure to be called.
pub fn name_of_made(name: Option<Cow<'static, str>>) -> Option<Cow<'static, str>> {
    NAME.replace(name)
}

/// `mutex till`, or `mutex` for one without a name.
fn full_name(kind: ResourceKind) -> Cow<'static, str> {
    NAME.with_borrow(|name| match name {
        Some(name) => Cow::Owned(format!("{} {name}", kind.name())),
        None => Cow::Borrowed(kind.name()),
    })
}

/// Ties an object to a resource of the run that uses it.
///
/// An object made outside of a run (a `static`, say) becomes a resource at its first use in one; one that outlives a run
/// becomes a new resource in the next.
#[derive(Debug)]
pub(crate) struct Tag {
    kind: ResourceKind,
    known: Mutex<Option<(Weak<RunCore>, ResourceId)>>,
}

/// A resource of a run, to say what a span does with it.
#[derive(Clone)]
pub(crate) struct Grip {
    run: Arc<RunCore>,
    resource: ResourceId,
}

impl Tag {
    /// Makes a tag for an object that is made outside of any function.
    pub(crate) const fn new_const(kind: ResourceKind) -> Self {
        Tag { kind, known: Mutex::new(None) }
    }

    /// Makes a tag, and the resource at once if there is a run.
    pub(crate) fn new(kind: ResourceKind) -> Self {
        let tag = Tag::new_const(kind);
        tag.grip();
        tag
    }

    /// Returns the resource in the current run; `None` outside of one.
    pub(crate) fn grip(&self) -> Option<Grip> {
        let run = context::current_run()?;
        let mut known = lock(&self.known);
        if let Some((of, resource)) = &*known
            && std::ptr::eq(of.as_ptr(), Arc::as_ptr(&run))
        {
            return Some(Grip { resource: *resource, run });
        }
        let by = context::current_span().unwrap_or(SpanId::from_index(0));
        let name = full_name(self.kind);
        let resource = run.recorder.resource(by, self.kind, &name);
        *known = Some((Arc::downgrade(&run), resource));
        Some(Grip { run, resource })
    }

    /// Records what the span that is being polled does with the object.
    pub(crate) fn record(&self, action: Action) {
        if let (Some(grip), Some(span)) = (self.grip(), context::current_span()) {
            grip.record(span, action);
        }
    }

    /// Records the acquisition of a lock by the span that is being polled, to be released when the result is dropped.
    pub(crate) fn hold(&self) -> Held {
        self.hold_with(|_| Leak::Lock)
    }

    /// Records an acquisition of what can be given back for a task that a panic has leaked, which `give_back` does.
    pub(crate) fn hold_to_give_back(&self, give_back: impl FnOnce() + Send + 'static) -> Held {
        self.hold_with(|Holder { grip, span }| {
            Leak::GiveBack(Box::new(move || {
                grip.record(span, Action::Release);
                give_back();
            }))
        })
    }

    fn hold_with(&self, leak: impl FnOnce(Holder) -> Leak) -> Held {
        let Some((grip, span)) = self.grip().zip(context::current_span()) else {
            return Held { holder: None, kept: None };
        };
        grip.record(span, Action::Acquire);
        let holder = Holder { grip, span };
        let kept = holder.grip.run.keep(|| leak(holder.clone()));
        Held { holder: Some(holder), kept }
    }

    /// Makes a leaf span for a wait for the object: `wait` is recorded when `inner` is not ready at once, and `done` says
    /// what to make of its output, in the leaf's last poll.
    pub(crate) fn wait<F, T>(
        &self,
        kind: SpanKind,
        name: impl Into<Cow<'static, str>>,
        inner: F,
        done: impl FnOnce(&Tag, F::Output) -> T,
    ) -> Recorded<impl Future<Output = T>>
    where
        F: Future,
    {
        wait(self, kind, name, inner, done)
    }
}

/// As [`Tag::wait`], for a tag that the future owns.
pub(crate) fn wait<T, F: Future>(
    tag: impl std::ops::Deref<Target = Tag>,
    kind: SpanKind,
    name: impl Into<Cow<'static, str>>,
    inner: F,
    done: impl FnOnce(&Tag, F::Output) -> T,
) -> Recorded<impl Future<Output = T>> {
    let span = SpanGuard::new(kind, &name.into(), None, Body::Own);
    Recorded::new(span, succeeds, Wait { tag, inner, done: Some(done), waited: false })
}

/// What has a tag.
pub(crate) trait Tagging {
    /// Returns the tag.
    fn tag(&self) -> &Tag;
}

/// An owner of a tag, for futures that borrow nothing.
pub(crate) struct Tagged<T>(pub(crate) Arc<T>);

impl<T: Tagging> std::ops::Deref for Tagged<T> {
    type Target = Tag;

    fn deref(&self) -> &Tag {
        self.0.tag()
    }
}

impl Grip {
    fn record(&self, span: SpanId, action: Action) {
        self.run.recorder.use_resource(span, self.resource, action);
    }
}

/// Who holds a resource.
#[derive(Clone)]
struct Holder {
    grip: Grip,
    span: SpanId,
}

/// An acquisition: records the release when dropped. Guards hold it before the lock itself, so that the release is
/// recorded before what it wakes.
pub(crate) struct Held {
    holder: Option<Holder>,
    kept: Option<Kept>,
}

impl Held {
    /// Forgets the acquisition without a release.
    pub(crate) fn forget(&mut self) {
        self.holder = None;
        self.kept = None;
    }

    /// Returns whether it has been given back for the task that acquired it.
    pub(crate) fn is_given_back(&self) -> bool {
        self.kept.as_ref().is_some_and(Kept::is_given_back)
    }
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Held").finish_non_exhaustive()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if self.is_given_back() {
            return;
        }
        if let Some(holder) = self.holder.take() {
            holder.grip.record(holder.span, Action::Release);
        }
    }
}

pin_project! {
    struct Wait<D, F, G> {
        tag: D,
        #[pin]
        inner: F,
        done: Option<G>,
        waited: bool,
    }
}

impl<D, F, G, T> Future for Wait<D, F, G>
where
    D: std::ops::Deref<Target = Tag>,
    F: Future,
    G: FnOnce(&Tag, F::Output) -> T,
{
    type Output = T;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        let this = self.project();
        let Poll::Ready(output) = this.inner.poll(cx) else {
            if !std::mem::replace(this.waited, true) {
                this.tag.record(Action::Wait);
            }
            return Poll::Pending;
        };
        let done = this.done.take().expect("a future is not polled after it was ready");
        Poll::Ready(done(this.tag, output))
    }
}
