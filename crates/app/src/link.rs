//! Programs in addresses: `#/code/1.<text>` holds a program as UTF-8, packed by raw deflate, in the alphabet of base64
//! for addresses and without padding; `#/code/0.<text>` the same unpacked, for browsers that cannot pack.
//!
//! The packing is done by functions of `boot.js`: all that it takes is in the browser.

use crate::browser;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Writes a program so that it can stand in an address.
///
/// # Errors
///
/// Gives what the browser threw.
pub(crate) async fn pack(text: &str) -> Result<String, JsValue> {
    transform("pack", text).await
}

/// Reads what [`pack`] has written.
///
/// # Errors
///
/// Gives what the browser threw: the address was cut off or changed on its way.
pub(crate) async fn unpack(packed: &str) -> Result<String, JsValue> {
    transform("unpack", packed).await
}

async fn transform(name: &str, text: &str) -> Result<String, JsValue> {
    let tools = browser::get(&browser::window(), "meanwhileTools").unwrap_or_default();
    let promise = browser::call(&tools, name, &text.into(), &JsValue::UNDEFINED)?;
    let done = JsFuture::from(js_sys::Promise::from(promise)).await?;
    done.as_string().ok_or_else(|| "no text came of it".into())
}
