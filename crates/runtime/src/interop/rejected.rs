//! Why a promise was rejected.

use js_sys::JSON;
use send_wrapper::SendWrapper;
use std::fmt;
use wasm_bindgen::{JsCast as _, JsValue};

/// A promise was rejected, with a value of any kind.
pub struct Rejected {
    message: String,
    // An error is expected to be `Send`; the value stays on its thread.
    value: SendWrapper<JsValue>,
}

impl Rejected {
    pub(super) fn new(value: JsValue) -> Self {
        Rejected { message: describe(&value), value: SendWrapper::new(value) }
    }

    /// Returns what the promise was rejected with.
    pub fn value(&self) -> &JsValue {
        &self.value
    }
}

/// An error's message, a text, or the value as JSON.
fn describe(value: &JsValue) -> String {
    if let Some(error) = value.dyn_ref::<js_sys::Error>() {
        return error.message().into();
    }
    let json = || JSON::stringify(value).ok().and_then(|it| it.as_string());
    value.as_string().or_else(json).unwrap_or_else(|| format!("{value:?}"))
}

impl fmt::Display for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the promise was rejected: {}", self.message)
    }
}

impl fmt::Debug for Rejected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Rejected").field(&self.message).finish()
    }
}

impl std::error::Error for Rejected {}
