//! What JavaScript threw.

use js_sys::Reflect;
use wasm_bindgen::{JsCast as _, JsValue};

/// Returns the name of an exception; empty for what has none.
pub(super) fn name_of(thrown: &JsValue) -> String {
    let name = Reflect::get(thrown, &"name".into()).ok().and_then(|it| it.as_string());
    name.unwrap_or_default()
}

/// Returns an exception in words.
pub(super) fn describe(thrown: &JsValue) -> String {
    if let Some(error) = thrown.dyn_ref::<js_sys::Error>() {
        return String::from(error.message());
    }
    // A `DOMException` need not be an `Error`.
    let message = Reflect::get(thrown, &"message".into()).ok().and_then(|it| it.as_string());
    message.or_else(|| thrown.as_string()).unwrap_or_else(|| format!("{thrown:?}"))
}
