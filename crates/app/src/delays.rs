//! The service worker, which adds the delays that programs ask for: registered here, and waited for.

use crate::browser::{self, Settled};
use crate::state::Delays;
use crate::worker::is_controlled;
use gloo_events::EventListener;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// How long a program that fetches waits for the service worker, in milliseconds.
const WAIT_MS: i32 = 2_000;

/// Registers the service worker and tells whether it is there; again, if it comes late. Settles what is given when that
/// is known, or has taken too long to learn.
pub(crate) async fn settle(tell: impl Fn(Delays) + Clone + 'static, settled: Settled) {
    let found = register(tell.clone()).await;
    tell(if found { Delays::Added } else { Delays::Missing });
    settled.settle(&JsValue::UNDEFINED);
}

/// Returns whether the page is under a service worker's control.
async fn register(tell: impl Fn(Delays) + 'static) -> bool {
    // Not there without HTTPS, in some private windows, and where it is switched off.
    let Some(container) = browser::get(&browser::window().navigator(), "serviceWorker") else { return false };
    let container: web_sys::ServiceWorkerContainer = container.unchecked_into();
    let taken_over = Settled::new();
    let resolve = taken_over.clone();
    let listener = EventListener::new(&container, "controllerchange", move |_| {
        resolve.settle(&JsValue::UNDEFINED);
        tell(Delays::Added);
    });
    // As long as the page lives: it may come after everyone has stopped waiting.
    listener.forget();
    let registration = match JsFuture::from(container.register("sw.js")).await {
        Ok(registration) => registration.unchecked_into::<web_sys::ServiceWorkerRegistration>(),
        Err(_) => return false,
    };
    if is_controlled() {
        return true;
    }
    // A page that was reloaded past its service worker has an active one that does not control it; it can be asked to.
    if let Some(active) = registration.active() {
        let _ = active.post_message(&"claim".into());
    }
    browser::settle_after(&taken_over, WAIT_MS);
    let _ = JsFuture::from(taken_over.promise()).await;
    is_controlled()
}
