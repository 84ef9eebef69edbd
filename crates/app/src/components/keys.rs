//! What the whole document listens to: the address, the system's colours, Ctrl+Enter, and the keys of the search.

use super::nav::open_search;
use crate::browser;
use crate::page::{Options, Page, theme};
use crate::state::Theme;
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast as _;

/// Listens for as long as what is returned is kept.
pub(super) fn listen(page: &Rc<Page>) -> Vec<EventListener> {
    let mut listeners = vec![on_hash(page), on_key(page)];
    listeners.extend(on_system_theme(page));
    listeners
}

fn on_hash(page: &Rc<Page>) -> EventListener {
    let page = page.clone();
    EventListener::new(&browser::window(), "hashchange", move |_| page.follow())
}

fn on_key(page: &Rc<Page>) -> EventListener {
    let page = page.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&browser::document(), "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else { return };
        if key.key() == "Enter" && (key.ctrl_key() || key.meta_key()) && !key.repeat() {
            key.prevent_default();
            page.run(Options::default());
        } else if searches(key) {
            key.prevent_default();
            open_search(&page);
        }
    })
}

/// Whether a key asks for the search: Ctrl+K, or a slash that is not being written somewhere.
fn searches(key: &web_sys::KeyboardEvent) -> bool {
    if key.ctrl_key() || key.meta_key() {
        return key.key() == "k" && !key.shift_key() && !key.alt_key();
    }
    let writes = |it: web_sys::Element| {
        let radio = it.get_attribute("type").is_some_and(|it| it == "radio");
        !radio && it.closest("input, textarea, select, [contenteditable]").ok().flatten().is_some()
    };
    let target = key.target().and_then(|it| it.dyn_into().ok());
    key.key() == "/" && !key.alt_key() && !target.is_some_and(writes)
}

fn on_system_theme(page: &Rc<Page>) -> Option<EventListener> {
    let query = browser::window().match_media("(prefers-color-scheme: dark)").ok()??;
    let page = page.clone();
    Some(EventListener::new(&query, "change", move |_| {
        if page.store.state().theme == Theme::System {
            theme::show(Theme::System);
        }
    }))
}
