//! What the page asks of the browser, with every answer taken as fallible.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Returns the window.
///
/// # Panics
///
/// Panics outside a window: the application is started nowhere else.
pub(crate) fn window() -> web_sys::Window {
    web_sys::window().expect("the application runs in a window")
}

/// Returns the document.
///
/// # Panics
///
/// Panics in a window without one, which no page has.
pub(crate) fn document() -> web_sys::Document {
    window().document().expect("a window has a document")
}

/// Returns the element of this id, if it is there and can have the focus.
pub(crate) fn element(id: &str) -> Option<web_sys::HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Scrolls one element within another, but never the page: whoever picks a bar wants to go on looking at it.
pub(crate) fn bring_into_view(pane: &str, id: &str) {
    let (Some(pane), Some(it)) = (element(pane), element(id)) else { return };
    let (pane_box, its_box) = (pane.get_bounding_client_rect(), it.get_bounding_client_rect());
    let margin = 2.0 * its_box.height();
    let above = pane_box.top() + margin - its_box.top();
    let below = its_box.bottom() + margin - pane_box.bottom();
    if above > 0.0 {
        pane.set_scroll_top(pane.scroll_top() - above as i32);
    } else if below > 0.0 {
        pane.set_scroll_top(pane.scroll_top() + below as i32);
    }
}

/// Returns the milliseconds since the page was opened.
pub(crate) fn now_ms() -> f64 {
    window().performance().map_or(0.0, |it| it.now())
}

/// Returns the address that the site's own files are relative to.
pub(crate) fn base() -> String {
    let here = document().base_uri().ok().flatten().unwrap_or_default();
    let end = here.find(['?', '#']).unwrap_or(here.len());
    let folder = here[..end].rfind('/').map_or(end, |it| it + 1);
    here[..folder].to_owned()
}

/// Returns the hash of the page's address.
pub(crate) fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Returns a property of a JavaScript object; `None` if it is missing, or the object is none.
pub(crate) fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok().filter(|it| !it.is_undefined() && !it.is_null())
}

/// Sets a property of a JavaScript object that is our own, and so takes it.
pub(crate) fn set(object: &JsValue, key: &str, value: &JsValue) {
    let _ = Reflect::set(object, &key.into(), value);
}

/// Says what a thrown value or an error event says.
pub(crate) fn describe(error: &JsValue) -> String {
    let message = get(error, "message").and_then(|it| it.as_string()).filter(|it| !it.is_empty());
    message.or_else(|| error.as_string()).unwrap_or_else(|| "no reason given".to_owned())
}

/// A promise that is settled from outside: to wait for in Rust as in JavaScript.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    promise: Promise,
    resolve: Function,
}

impl Settled {
    /// Makes one that is not settled.
    pub(crate) fn new() -> Self {
        let mut resolve = Function::default();
        let promise = Promise::new(&mut |settle, _| resolve = settle);
        Settled { promise, resolve }
    }

    /// Settles it; later calls change nothing. A promise settles it as that one is settled.
    pub(crate) fn settle(&self, with: &JsValue) {
        // Such a function throws nothing.
        let _ = self.resolve.call1(&JsValue::UNDEFINED, with);
    }

    /// Settles it with an error of this message.
    pub(crate) fn fail(&self, message: &str) {
        self.settle(&Promise::reject(&js_sys::Error::new(message)));
    }

    /// Returns the function that settles it.
    pub(crate) fn resolve(&self) -> &Function {
        &self.resolve
    }

    /// Returns the promise.
    pub(crate) fn promise(&self) -> Promise {
        self.promise.clone()
    }
}

/// Asks for a file.
pub(crate) fn fetch(address: &str) -> Promise {
    window().fetch_with_str(address)
}

/// Waits for the text of a file that was asked for.
///
/// # Errors
///
/// Gives what the browser threw, or the response's status if that is not one of success.
pub(crate) async fn text_of(fetched: Promise) -> Result<String, JsValue> {
    let response: web_sys::Response = JsFuture::from(fetched).await?.dyn_into()?;
    if !response.ok() {
        return Err(response.status().into());
    }
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}

/// Settles something after so many milliseconds, if it is not settled before.
pub(crate) fn settle_after(settled: &Settled, ms: i32) {
    let _ = window().set_timeout_with_callback_and_timeout_and_arguments_0(settled.resolve(), ms);
}

/// Calls back in the next animation frame.
pub(crate) fn next_frame(callback: impl FnOnce() + 'static) {
    let callback = Closure::once_into_js(callback);
    // Without frames (a page being torn down) nothing is left to be painted.
    let _ = window().request_animation_frame(callback.unchecked_ref());
}

/// Reads what the page has stored for the reader; `None` too where storage is blocked.
pub(crate) fn stored(key: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(key).ok()?
}

/// Stores something for the reader, or forgets it; returns whether that has worked. Where storage is blocked or full it
/// lasts as long as the page.
pub(crate) fn store(key: &str, value: Option<&str>) -> bool {
    let Ok(Some(storage)) = window().local_storage() else { return false };
    let done = match value {
        Some(value) => storage.set_item(key, value),
        None => storage.remove_item(key),
    };
    done.is_ok()
}

/// Returns the keys under which something is stored that begin like this, without that beginning.
pub(crate) fn stored_keys(start: &str) -> Vec<String> {
    let Ok(Some(storage)) = window().local_storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|it| storage.key(it).ok()?);
    keys.filter_map(|it| Some(it.strip_prefix(start)?.to_owned())).collect()
}

/// Calls a function that the page's own scripts have left at an object, with up to two arguments.
pub(crate) fn call(
    object: &JsValue,
    name: &str,
    first: &JsValue,
    second: &JsValue,
) -> Result<JsValue, JsValue> {
    let function: Function = get(object, name).unwrap_or_default().dyn_into()?;
    function.call2(object, first, second)
}

/// Returns what a tag of the page says to whoever knows its name.
pub(crate) fn meta(name: &str) -> Option<String> {
    let tag = document().query_selector(&format!("meta[name=\"meanwhile-{name}\"]")).ok()??;
    tag.get_attribute("content")
}
