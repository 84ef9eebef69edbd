//! The service worker, which adds the delays that programs ask for: registered here, and waited for.

use crate::browser;
use crate::state::Delays;
use crate::worker::is_controlled;
use futures::channel::oneshot;
use futures::future::{FutureExt as _, LocalBoxFuture, Shared, select};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::JsFuture;

/// How long a program that fetches waits for the service worker, in milliseconds.
const WAIT_MS: u32 = 2_000;

/// Done when it is known, or has taken too long to learn, whether delays are added.
pub(crate) type Settled = Shared<LocalBoxFuture<'static, ()>>;

/// Registers the service worker and tells whether it is there; again, if it comes late.
pub(crate) fn settle(tell: impl Fn(Delays) + Clone + 'static) -> Settled {
    let settled = async move {
        let found = register(tell.clone()).await;
        tell(if found { Delays::Added } else { Delays::Missing });
    };
    settled.boxed_local().shared()
}

/// Returns whether the page is under a service worker's control.
async fn register(tell: impl Fn(Delays) + 'static) -> bool {
    // Not there without HTTPS, in some private windows, and where it is switched off.
    let Some(container) = browser::get(&browser::window().navigator(), "serviceWorker") else { return false };
    let container: web_sys::ServiceWorkerContainer = container.unchecked_into();
    let (sender, taken_over) = oneshot::channel();
    let sender = std::cell::Cell::new(Some(sender));
    let listener = EventListener::new(&container, "controllerchange", move |_| match sender.take() {
        Some(sender) => drop(sender.send(())),
        None => tell(Delays::Added),
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
    select(taken_over, TimeoutFuture::new(WAIT_MS)).await;
    is_controlled()
}
