//! `window.meanwhile`: what authors, tests and tools may rely on.
//!
//! `boot.js` makes the object before the application is there, so that it exists from the start; every call waits.
//! Here is what it then calls. Promises are always settled: with a `RunResult` for a run, however it ended.

mod result;
pub(crate) use result::to_js;

use crate::browser::{self, Settled};
use crate::page::{Options, Page};
use js_sys::{Function, Object, Promise};
use meanwhile_trace::ClockKind;
use meanwhile_trace::report::Engine;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};

/// Hands the page over to the object that `boot.js` made.
pub(crate) fn connect(page: &Rc<Page>) {
    let methods = Object::new();
    let define = |name: &str, method: Box<dyn Fn(JsValue) -> JsValue>| {
        let method: Function = Closure::wrap(method).into_js_value().unchecked_into();
        browser::set(&methods, name, &method);
    };
    let it = page.clone();
    define("ready", Box::new(move |_| it.ready().promise().into()));
    let it = page.clone();
    define("code", Box::new(move |_| it.store.state().code().into()));
    let it = page.clone();
    define("setCode", Box::new(move |text| set_code(&it, &text)));
    let it = page.clone();
    define("run", Box::new(move |options| run(&it, &options).into()));
    let it = page.clone();
    define("stop", Box::new(move |_| stop(&it).into()));
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&methods);
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("meanwhile-page", &init) {
        let _ = browser::window().dispatch_event(&event);
    }
}

fn set_code(page: &Rc<Page>, text: &JsValue) -> JsValue {
    page.set_code(text.as_string().unwrap_or_default());
    JsValue::UNDEFINED
}

fn run(page: &Rc<Page>, options: &JsValue) -> Promise {
    let result = Settled::new();
    match options_of(options) {
        Ok(options) => page.run(Options { result: Some(result.clone()), ..options }),
        Err(error) => result.settle(&Promise::reject(&error)),
    }
    result.promise()
}

fn stop(page: &Rc<Page>) -> Promise {
    let ended = page.ended();
    page.stop();
    ended.promise()
}

/// Reads `{ clock, engine, example, seed }`, each of which may be missing.
fn options_of(options: &JsValue) -> Result<Options, js_sys::Error> {
    let wrong = |what: &str| js_sys::TypeError::new(what).unchecked_into::<js_sys::Error>();
    let text = |key: &str| match browser::get(options, key) {
        None => Ok(None),
        Some(value) => value.as_string().map(Some).ok_or_else(|| wrong(&format!("{key} must be a text"))),
    };
    let clock = match text("clock")?.as_deref() {
        None => None,
        Some("real") => Some(ClockKind::Real),
        Some("virtual") => Some(ClockKind::Virtual),
        Some(_) => return Err(wrong("clock must be \"real\" or \"virtual\"")),
    };
    let engine = match text("engine")?.as_deref() {
        None => None,
        Some("compiled") => Some(Engine::Compiled),
        Some("interpreted") => Some(Engine::Interpreted),
        Some(_) => return Err(wrong("engine must be \"compiled\" or \"interpreted\"")),
    };
    let seed = match browser::get(options, "seed") {
        None => 0,
        Some(seed) => match seed.as_f64().filter(|it| *it >= 0.0 && it.fract() == 0.0) {
            Some(seed) => seed as u64,
            None => return Err(wrong("seed must be a whole number from 0")),
        },
    };
    Ok(Options { example: text("example")?, clock, engine, seed, result: None })
}
