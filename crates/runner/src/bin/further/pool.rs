//! The workers of the pool: this worker's own script once more, under another name.

use crate::clock::origin_ms;
use crate::scope::read;
use js_sys::{JsString, Uint8Array};
use meanwhile_runner::jobs::{Hear, Heard, ToJobWorker, Worker, Workers};
use meanwhile_runner::messages::encode;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, ErrorEvent, Event, MessageEvent, WorkerOptions};

/// What the name of a worker that does jobs begins with.
pub(crate) const NAME: &str = "meanwhile-job";

/// As many workers as the machine can run at once, but enough to be several and not more than can be told apart.
const FEWEST: usize = 2;
const MOST: usize = 8;

/// Makes workers that do jobs.
pub(crate) struct WebWorkers {
    scope: DedicatedWorkerGlobalScope,
}

impl WebWorkers {
    pub(crate) fn new(scope: DedicatedWorkerGlobalScope) -> Self {
        WebWorkers { scope }
    }
}

impl Workers for WebWorkers {
    fn limit(&self) -> usize {
        (self.scope.navigator().hardware_concurrency() as usize).clamp(FEWEST, MOST)
    }

    fn make(&self, number: u32, hear: Hear) -> Result<Box<dyn Worker>, String> {
        let options = WorkerOptions::new();
        options.set_name(&format!("{NAME}-{number}"));
        let script = self.scope.location().href();
        let raw = web_sys::Worker::new_with_options(&script, &options).map_err(|it| describe(&it))?;
        Ok(Box::new(WebWorker::new(raw, hear.into())))
    }

    fn later(&self, f: Box<dyn FnOnce()>) {
        wasm_bindgen_futures::spawn_local(async move { f() });
    }

    fn at_ns(&self, at_ms: f64) -> u64 {
        ((at_ms - origin_ms(&self.scope)) * 1e6) as u64
    }
}

struct WebWorker {
    raw: web_sys::Worker,
    /// Kept for as long as the worker may call them.
    _handlers: [Closure<dyn Fn(Event)>; 3],
}

impl WebWorker {
    fn new(raw: web_sys::Worker, hear: Rc<dyn Fn(Heard)>) -> Self {
        let handlers = [on_message, on_error, on_message_error].map(|of| {
            let hear = hear.clone();
            Closure::<dyn Fn(Event)>::new(move |event| hear(of(event)))
        });
        let [message, error, message_error] = handlers.each_ref().map(|it| Some(it.as_ref().unchecked_ref()));
        raw.set_onmessage(message);
        raw.set_onerror(error);
        raw.set_onmessageerror(message_error);
        WebWorker { raw, _handlers: handlers }
    }
}

impl Worker for WebWorker {
    fn send(&self, message: &ToJobWorker) -> Result<(), String> {
        let bytes = encode(message).map_err(|it| it.to_string())?;
        self.raw.post_message(&Uint8Array::from(&bytes[..])).map_err(|it| describe(&it))
    }
}

impl Drop for WebWorker {
    fn drop(&mut self) {
        self.raw.set_onmessage(None);
        self.raw.set_onerror(None);
        self.raw.set_onmessageerror(None);
        self.raw.terminate();
    }
}

fn on_message(event: Event) -> Heard {
    match event.dyn_into::<MessageEvent>().map(|it| read(&it)) {
        Ok(Ok(message)) => Heard::Message(message),
        Ok(Err(error)) => Heard::Died(error.to_string()),
        Err(_) => Heard::Died("it said something that is no message".to_owned()),
    }
}

fn on_error(event: Event) -> Heard {
    // It is told to the program, so the console need not tell it again.
    event.prevent_default();
    let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).filter(|it| !it.is_empty());
    Heard::Died(message.unwrap_or_else(|| "its script could not be loaded".to_owned()))
}

fn on_message_error(_: Event) -> Heard {
    Heard::Died("a message of it could not be read".to_owned())
}

/// Returns what JavaScript threw, in words.
fn describe(thrown: &JsValue) -> String {
    match thrown.dyn_ref::<js_sys::Error>() {
        Some(error) => error.message().into(),
        None => thrown.dyn_ref::<JsString>().map_or_else(|| format!("{thrown:?}"), Into::into),
    }
}
