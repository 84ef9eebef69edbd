//! A worker's global scope: what both kinds of worker do with it.

use js_sys::{Array, Uint8Array};
use meanwhile_runner::messages::{CodecError, decode, encode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Returns the scope of this worker. Started anywhere else there is nobody to answer to.
pub(crate) fn scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// Calls a function with each message, for as long as the worker lives.
pub(crate) fn listen(scope: &DedicatedWorkerGlobalScope, hear: impl Fn(MessageEvent) + 'static) {
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(hear);
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
}

/// Reads a message.
pub(crate) fn read<T: DeserializeOwned>(event: &MessageEvent) -> Result<T, CodecError> {
    match event.data().dyn_into::<Uint8Array>() {
        Ok(bytes) => decode(&bytes.to_vec()),
        Err(_) => Err(CodecError::Broken("it is not made of bytes".to_owned())),
    }
}

/// Answers. The bytes are handed over and not copied once more. A message that cannot be sent has nobody to be told to:
/// whoever made this worker is gone.
pub(crate) fn post(scope: &DedicatedWorkerGlobalScope, message: &impl Serialize) {
    let Ok(bytes) = encode(message) else { return };
    let bytes = Uint8Array::from(&bytes[..]);
    let _ = scope.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
}
