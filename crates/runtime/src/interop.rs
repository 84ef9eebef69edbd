//! From JavaScript's promises and callbacks to futures, and back. In a browser only.
//!
//! What waits for JavaScript is a leaf span of kind promise. On the virtual clock time stands still meanwhile, as it does
//! for a request: a promise that never settles holds it for ever.

mod callback;
mod rejected;

pub use callback::{Called, Done, NeverCalled, callback};
pub use rejected::Rejected;

use crate::context;
use crate::platform;
use crate::record::{Body, Recorded, SpanGuard};
use crate::run::InFlight;
use js_sys::{Error, Function, Promise};
use meanwhile_trace::SpanKind;
use send_wrapper::SendWrapper;
use std::borrow::Cow;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Waits for a promise.
///
/// # Errors
///
/// Fails with what the promise is rejected with, which may be anything.
///
/// # Cancel safety
///
/// A promise cannot be cancelled: dropping the wait leaves it to itself.
///
/// ```no_run
/// # async fn example(image: &js_sys::Object) -> Result<(), meanwhile_runtime::interop::Rejected> {
/// use meanwhile_runtime::interop::promise;
///
/// let answer = promise("answer", js_sys::Promise::resolve(&wasm_bindgen::JsValue::from(42))).await?;
/// assert_eq!(answer.as_f64(), Some(42.0));
/// # Ok(())
/// # }
/// ```
pub fn promise(name: impl Into<Cow<'static, str>>, promise: Promise) -> Settled {
    let span = SpanGuard::new(SpanKind::Promise, &name.into(), None, Body::Own);
    Settled {
        waiting: Recorded::new(span, Result::is_err, Waiting(SendWrapper::new(Held::new(promise.into())))),
    }
}

/// A wait for a promise.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Settled {
    waiting: Recorded<Waiting<JsFuture>>,
}

/// A future that JavaScript makes ready, and the note that it is under way.
pub(crate) struct Held<F> {
    future: F,
    in_flight: Option<InFlight>,
}

impl<F> Held<F> {
    fn new(future: F) -> Self {
        Held { future, in_flight: None }
    }
}

struct Waiting<F>(SendWrapper<Held<F>>);

impl<F, T> Future for Waiting<F>
where
    F: Future<Output = Result<T, JsValue>> + Unpin,
{
    type Output = Result<T, Rejected>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let result = self.0.poll(cx);
        result.map(|it| it.map_err(Rejected::new))
    }
}

impl<F: Future + Unpin> Held<F> {
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<F::Output> {
        let result = Pin::new(&mut self.future).poll(cx);
        if result.is_ready() {
            self.in_flight = None;
        } else if self.in_flight.is_none() {
            self.in_flight = context::current_run().map(|it| it.in_flight());
        }
        result
    }
}

impl Future for Settled {
    type Output = Result<JsValue, Rejected>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.waiting).poll(cx)
    }
}

impl fmt::Debug for Settled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Settled").finish_non_exhaustive()
    }
}

/// Spawns a task, and returns a promise that settles as its future does: with what it returns.
///
/// If the task panics, or is dropped at the end of its run, the promise is rejected with an `Error` that says so.
pub fn to_promise<F>(name: impl Into<Cow<'static, str>>, future: F) -> Promise
where
    F: Future<Output = Result<JsValue, JsValue>> + 'static,
{
    let task = crate::task::spawn_named(&name.into(), None, future);
    let mut task = Some(task);
    Promise::new(&mut |resolve, reject| {
        let Some(task) = task.take() else { return };
        // Outside of the run: nobody of the program waits for the task.
        platform::spawn_local(async move {
            match task.await {
                Ok(Ok(value)) => settle(&resolve, &value),
                Ok(Err(value)) => settle(&reject, &value),
                Err(error) => settle(&reject, &Error::new(&error.to_string())),
            }
        });
    })
}

/// Settles a promise. What hears of it runs later, so that nothing can be thrown here.
fn settle(how: &Function, value: &JsValue) {
    let _ = how.call1(&JsValue::UNDEFINED, value);
}
