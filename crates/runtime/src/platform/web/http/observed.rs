//! Which of the browser's accounts belongs to which request.
//!
//! An entry names the address and when the request began, and nothing else that would tell it from another. So a request
//! notes the time before and after its `fetch`, and takes the entry that fits; if there are two of either, nobody gets
//! any. Entries come from an observer of our own: the page's buffer of them, which has an end, is left alone.

use super::entry::Entry;
use crate::record::Phases;
use js_sys::{Array, Function, Object, Reflect};
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};

#[wasm_bindgen]
extern "C" {
    type PerformanceObserver;

    #[wasm_bindgen(constructor, catch)]
    fn new(callback: &Function) -> Result<PerformanceObserver, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn observe(this: &PerformanceObserver, options: &Object) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = takeRecords)]
    fn take_records(this: &PerformanceObserver) -> Result<Array, JsValue>;

    type EntryList;

    #[wasm_bindgen(method, catch, js_name = getEntries)]
    fn get_entries(this: &EntryList) -> Result<Array, JsValue>;
}

thread_local! {
    /// The thread's observer; `None` if the browser has no such thing.
    static OBSERVER: OnceCell<Option<PerformanceObserver>> = const { OnceCell::new() };

    /// The requests under way.
    static UNDER_WAY: RefCell<Vec<Rc<State>>> = const { RefCell::new(Vec::new()) };
}

/// A request whose account is waited for. Forgotten when this is dropped.
pub(super) struct Observed(Rc<State>);

struct State {
    address: String,
    /// The last moment before and the first after the browser was asked.
    sent_ns: [Cell<u64>; 2],
    request: Phases,
    /// When the headers were there.
    headers_ns: Cell<u64>,
    reading: RefCell<Option<Phases>>,
    entry: RefCell<Option<Entry>>,
}

impl Observed {
    /// Begins just before the browser is asked; `None` where there is nothing to tell: on the virtual clock, on which a
    /// real request takes no time.
    pub(super) fn begin(address: &str, request: Phases) -> Option<Self> {
        let is_there = OBSERVER.with(|it| it.get_or_init(|| observer().ok()).is_some());
        if request.clock().is_virtual() || !is_there {
            return None;
        }
        let state = Rc::new(State {
            address: address.to_owned(),
            sent_ns: [Cell::new(request.now_ns()), Cell::new(u64::MAX)],
            request,
            headers_ns: Cell::new(u64::MAX),
            reading: RefCell::default(),
            entry: RefCell::default(),
        });
        UNDER_WAY.with_borrow_mut(|it| it.push(state.clone()));
        Some(Observed(state))
    }

    /// The browser was asked.
    pub(super) fn sent(&self) {
        self.0.sent_ns[1].set(self.0.request.now_ns());
    }

    /// The headers are there.
    pub(super) fn answered(&self) {
        self.0.headers_ns.set(self.0.request.now_ns());
    }

    /// Says whose phases to tell besides.
    pub(super) fn set_reading(&mut self, reading: Option<Phases>) {
        self.0.reading.replace(reading);
    }

    /// Tells what the browser has to say, now that the request is over.
    pub(super) fn tell(self) {
        // Its entry was queued before the body's end was told, so nothing has to be waited for.
        let queued = OBSERVER.with(|it| it.get()?.as_ref()?.take_records().ok());
        queued.iter().for_each(assign);
        let state = &self.0;
        let entry = state.entry.borrow();
        let ns = |ms: f64| state.request.clock().at_real_ns((ms * 1e6) as u64);
        let Some(timings) = entry.as_ref().and_then(|it| it.timings(ns)) else { return };
        timings.tell_request(&state.request, state.headers_ns.get());
        if let Some(reading) = &*state.reading.borrow() {
            timings.tell_body(reading);
        }
    }
}

impl Drop for Observed {
    fn drop(&mut self) {
        UNDER_WAY.with_borrow_mut(|it| it.retain(|other| !Rc::ptr_eq(other, &self.0)));
    }
}

impl State {
    fn fits(&self, entry: &Entry) -> bool {
        let start_ns = self.request.clock().at_real_ns((entry.start_ms * 1e6).round() as u64);
        // What is no whole number of milliseconds differs in its last digits.
        let [before_ns, after_ns] = [self.sent_ns[0].get(), self.sent_ns[1].get()];
        let rounding_ns = 1_000;
        self.address == entry.name
            && before_ns <= start_ns + rounding_ns
            && start_ns <= after_ns.saturating_add(rounding_ns)
    }
}

/// Gives entries to the requests that they are of.
fn assign(entries: &Array) {
    for entry in entries.iter() {
        let entry = Entry::read(&entry);
        let fitting = UNDER_WAY.with_borrow(|all| {
            let fitting: Vec<_> = all.iter().filter(|it| it.fits(&entry)).cloned().collect();
            fitting
        });
        if let [only] = &fitting[..] {
            // A second one that fits makes the first doubtful.
            let first = only.entry.replace(None);
            only.entry.replace(if first.is_none() { Some(entry) } else { Some(Entry::default()) });
        }
    }
}

/// Makes the thread's observer, which lives as long as the thread.
fn observer() -> Result<PerformanceObserver, JsValue> {
    let callback = Closure::<dyn Fn(JsValue)>::new(|list: JsValue| {
        if let Ok(entries) = list.unchecked_into::<EntryList>().get_entries() {
            assign(&entries);
        }
    });
    let observer = PerformanceObserver::new(callback.as_ref().unchecked_ref())?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &"resource".into())?;
    observer.observe(&options)?;
    callback.forget();
    Ok(observer)
}
