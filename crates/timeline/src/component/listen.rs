//! Listeners that Yew's own cannot be: those that keep the browser from acting, and those on what is not ours.

use super::{Act, Message, Timeline};
use crate::Point;
use crate::interact::{Wheel, command, wheel};
use gloo_events::{EventListener, EventListenerOptions};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    HtmlElement, KeyboardEvent, MutationObserver, MutationObserverInit, ResizeObserver, WheelEvent,
};
use yew::html::Scope;
use yew::prelude::*;

/// Everything that is listened to, until it is dropped.
pub(super) struct Listeners {
    _events: Vec<EventListener>,
    resize: Option<ResizeObserver>,
    theme: Option<MutationObserver>,
    _callback: Closure<dyn FnMut()>,
}

impl Drop for Listeners {
    fn drop(&mut self) {
        if let Some(it) = &self.resize {
            it.disconnect();
        }
        if let Some(it) = &self.theme {
            it.disconnect();
        }
    }
}

impl Timeline {
    /// Listens to keys and wheels on the timeline, and to whatever changes its size or its colours.
    pub(super) fn listen(&self, context: &Context<Self>) -> Option<Listeners> {
        let host = self.host.cast::<HtmlElement>()?;
        let sizer = self.sizer.cast::<HtmlElement>()?;
        let link = context.link().clone();
        let dirty = move || link.send_message(Message(Act::Dirty));
        let mut events = vec![
            keys(&host, context.link().clone()),
            wheels(&host, context.link().clone(), self.zoomed.clone()),
        ];
        events.extend(changes(&dirty));
        let callback = Closure::<dyn FnMut()>::new(dirty);
        let function = callback.as_ref().unchecked_ref::<js_sys::Function>();
        let resize = ResizeObserver::new(function).ok();
        if let Some(it) = &resize {
            it.observe(&sizer);
        }
        let theme = MutationObserver::new(function).ok();
        let root = web_sys::window().and_then(|it| it.document()).and_then(|it| it.document_element());
        if let (Some(it), Some(root)) = (&theme, root) {
            let options = MutationObserverInit::new();
            options.set_attributes(true);
            // Without it the colours are stale until the next change: nothing to stop for.
            let _ = it.observe_with_options(&root, &options);
        }
        Some(Listeners { _events: events, resize, theme, _callback: callback })
    }
}

fn keys(host: &HtmlElement, link: Scope<Timeline>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(host, "keydown", options, move |event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        let with_modifier = key.ctrl_key() || key.meta_key() || key.alt_key();
        let Some(command) = command(&key.code(), &key.key(), with_modifier) else { return };
        event.prevent_default();
        event.stop_propagation();
        link.send_message(Message(Act::Key(command)));
    })
}

fn wheels(host: &HtmlElement, link: Scope<Timeline>, zoomed: Rc<Cell<bool>>) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    let target = host.clone();
    EventListener::new_with_options(host, "wheel", options, move |event| {
        let Some(it) = event.dyn_ref::<WheelEvent>() else { return };
        let zooms = it.ctrl_key() || it.meta_key();
        let turn = wheel(it.delta_x(), it.delta_y(), it.delta_mode(), zooms, it.shift_key());
        // A picture that shows everything cannot be panned: sideways then goes back in the page's history, say.
        if turn == Wheel::Scroll || matches!(turn, Wheel::Pan(_)) && !zoomed.get() {
            return;
        }
        event.prevent_default();
        let at = within(&target, it.client_x(), it.client_y());
        link.send_message(Message(Act::Wheel { at, turn }));
    })
}

/// What changes colours or fonts without changing an element: the system's theme, and fonts that arrive late.
fn changes(dirty: &(impl Fn() + Clone + 'static)) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let scheme = window.match_media("(prefers-color-scheme: dark)").ok().flatten();
    let fonts = window.document().map(|it| it.fonts());
    let on = |target: &web_sys::EventTarget, event: &'static str| {
        let dirty = dirty.clone();
        EventListener::new(target, event, move |_| dirty())
    };
    let scheme = scheme.map(|it| on(&it, "change"));
    scheme.into_iter().chain(fonts.map(|it| on(&it, "loadingdone"))).collect()
}

/// A place in the window as a place in an element.
pub(super) fn within(element: &HtmlElement, client_x: i32, client_y: i32) -> Point {
    let edges = element.get_bounding_client_rect();
    Point::new(f64::from(client_x) - edges.left(), f64::from(client_y) - edges.top())
}
