//! A callback as a future.

use super::Held;
use crate::record::{Body, Recorded, SpanGuard};
use js_sys::Function;
use meanwhile_trace::SpanKind;
use send_wrapper::SendWrapper;
use std::borrow::Cow;
use std::cell::RefCell;
use std::fmt;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// Turns an interface that calls back into a future.
///
/// `start` is called at once, with what is to be called back; the future is ready when that has happened. Only the first
/// call counts.
///
/// # Errors
///
/// Fails if what was to be called is dropped without a call.
///
/// # Cancel safety
///
/// Dropping the wait leaves whatever was started to itself.
///
/// ```no_run
/// # async fn example(set_timeout: &js_sys::Function) {
/// use meanwhile_runtime::interop::callback;
/// use wasm_bindgen::JsValue;
///
/// let rung = callback::<JsValue>("alarm", |done| {
///     let _ = set_timeout.call2(&JsValue::UNDEFINED, &done.into_function(|value| value), &20.into());
/// });
/// assert!(rung.await.is_ok());
/// # }
/// ```
pub fn callback<T: 'static>(name: impl Into<Cow<'static, str>>, start: impl FnOnce(Done<T>)) -> Called<T> {
    let span = SpanGuard::new(SpanKind::Promise, &name.into(), None, Body::Own);
    let state = Rc::new(RefCell::new(State::Waiting(None)));
    start(Done { state: Some(state.clone()) });
    let waiting = Waiting(SendWrapper::new(Held::new(Answer { state })));
    Called { waiting: Recorded::new(span, Result::is_err, waiting) }
}

/// What is to be called back.
pub struct Done<T> {
    state: Option<Rc<RefCell<State<T>>>>,
}

enum State<T> {
    Waiting(Option<Waker>),
    Called(T),
    Over,
}

/// Nobody can call back any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the callback was dropped without a call")]
pub struct NeverCalled;

impl<T: 'static> Done<T> {
    /// Makes the future ready.
    pub fn call(mut self, value: T) {
        self.settle(State::Called(value));
    }

    /// Returns a JavaScript function that makes the future ready when it is called for the first time.
    pub fn into_function(self, read: impl FnOnce(JsValue) -> T + 'static) -> Function {
        let function = Closure::once_into_js(move |value: JsValue| self.call(read(value)));
        function.unchecked_into()
    }
}

impl<T> Done<T> {
    fn settle(&mut self, how: State<T>) {
        let Some(state) = self.state.take() else { return };
        // The waker is called only after the borrow.
        let before = state.replace(how);
        if let State::Waiting(Some(waker)) = before {
            waker.wake();
        }
    }
}

impl<T> Drop for Done<T> {
    fn drop(&mut self) {
        self.settle(State::Over);
    }
}

impl<T> fmt::Debug for Done<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Done").finish_non_exhaustive()
    }
}

/// A wait for a callback.
#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct Called<T> {
    waiting: Recorded<Waiting<T>>,
}

struct Waiting<T>(SendWrapper<Held<Answer<T>>>);

struct Answer<T> {
    state: Rc<RefCell<State<T>>>,
}

impl<T> Future for Answer<T> {
    type Output = Result<T, NeverCalled>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        match self.state.replace(State::Over) {
            State::Called(value) => Poll::Ready(Ok(value)),
            State::Over => Poll::Ready(Err(NeverCalled)),
            State::Waiting(_) => {
                let old = self.state.replace(State::Waiting(Some(cx.waker().clone())));
                drop(old);
                Poll::Pending
            }
        }
    }
}

impl<T> Future for Waiting<T> {
    type Output = Result<T, NeverCalled>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        self.0.poll(cx)
    }
}

impl<T> Future for Called<T> {
    type Output = Result<T, NeverCalled>;

    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.waiting).poll(cx)
    }
}

impl<T> fmt::Debug for Called<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Called").finish_non_exhaustive()
    }
}
