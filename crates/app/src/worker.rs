//! The page's end of the worker: made, listened to, replaced.

use crate::browser;
use crate::problem::Problem;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use meanwhile_programs::Set;
use meanwhile_runner::messages::{CodecError, FromWorker, ToWorker, decode, encode};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use yew::Callback;

/// How long a worker may take to say that it is up, in milliseconds: on a slow network its wasm takes a while.
const LOADING_MS: u32 = 15_000;

/// What a worker is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// It holds these programs as rustc compiled them.
    Compiled(Set),
    /// It runs and checks texts.
    Interpreted,
}

/// What a worker tells the page.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// It sent a message.
    Message(FromWorker),
    /// It is of no more use.
    Broken(Problem),
}

/// A worker. Dropping it terminates it.
#[derive(Debug)]
pub(crate) struct Worker {
    raw: web_sys::Worker,
    link: Rc<Link>,
    /// What it is for.
    pub(crate) kind: Kind,
    /// Whether the service worker saw it being made, and so sees its requests.
    pub(crate) controlled: bool,
    /// Kept for as long as the worker may call them.
    handlers: [Closure<dyn Fn(web_sys::Event)>; 3],
    /// What it said before anyone listened.
    early: Array,
}

/// What the handlers share with the worker.
#[derive(Debug)]
struct Link {
    loaded: Cell<bool>,
    /// Messages that wait for the worker to be up.
    queue: RefCell<Vec<Uint8Array>>,
    timeout: RefCell<Option<Timeout>>,
    listener: Callback<Event>,
}

/// What `boot.js` has begun: a worker that was made before the application was there.
struct Early {
    worker: web_sys::Worker,
    events: Array,
    controlled: bool,
}

impl Worker {
    /// Takes over the worker that was made early, or makes one.
    ///
    /// # Errors
    ///
    /// Fails if the browser refuses.
    pub(crate) fn start(kind: Kind, listener: Callback<Event>) -> Result<Self, Problem> {
        let early = if kind == Kind::Compiled(Set::First) { take_early()? } else { None };
        let Early { worker, events, controlled } = match early {
            Some(early) => early,
            None => Early { worker: make(kind)?, events: Array::new(), controlled: is_controlled() },
        };
        let link = Rc::new(Link {
            loaded: Cell::new(false),
            queue: RefCell::default(),
            timeout: RefCell::default(),
            listener,
        });
        let handlers = [Link::on_message, Link::on_error, Link::on_message_error].map(|handle| {
            let (link, worker) = (link.clone(), worker.clone());
            Closure::<dyn Fn(web_sys::Event)>::new(move |event| handle(&link, &worker, &event))
        });
        let [message, error, message_error] = handlers.each_ref().map(|it| Some(it.as_ref().unchecked_ref()));
        worker.set_onmessage(message);
        worker.set_onerror(error);
        worker.set_onmessageerror(message_error);
        let listener = link.listener.clone();
        let silent = move || listener.emit(Event::Broken(Problem::WorkerSilent));
        link.timeout.replace(Some(Timeout::new(LOADING_MS, silent)));
        Ok(Worker { raw: worker, link, kind, controlled, handlers, early: events })
    }

    /// Handles what the worker said before anyone listened. To be called once the worker is in its place.
    pub(crate) fn catch_up(&self) {
        let [message, error, message_error] = &self.handlers;
        for event in self.early.iter().map(wasm_bindgen::JsCast::unchecked_into::<web_sys::Event>) {
            let handler = match event.type_().as_str() {
                "message" => message,
                "error" => error,
                _ => message_error,
            };
            let _ = handler.as_ref().unchecked_ref::<js_sys::Function>().call1(&JsValue::NULL, &event);
        }
    }

    /// Sends a message, as soon as the worker is up.
    pub(crate) fn send(&self, message: &ToWorker) {
        match encode(message) {
            Ok(bytes) => self.link.send(&self.raw, Uint8Array::from(&bytes[..])),
            Err(error) => self.link.broken(Problem::Undecodable(error.to_string())),
        }
    }

    /// Returns whether the worker has said that it is up.
    pub(crate) fn is_loaded(&self) -> bool {
        self.link.loaded.get()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.raw.set_onmessage(None);
        self.raw.set_onerror(None);
        self.raw.set_onmessageerror(None);
        self.raw.terminate();
        self.link.timeout.take();
    }
}

impl Link {
    fn send(&self, worker: &web_sys::Worker, bytes: Uint8Array) {
        if !self.loaded.get() {
            self.queue.borrow_mut().push(bytes);
        } else if let Err(error) = worker.post_message(&bytes) {
            self.broken(Problem::Undecodable(browser::describe(&error)));
        }
    }

    fn broken(&self, problem: Problem) {
        self.timeout.take();
        self.listener.emit(Event::Broken(problem));
    }

    fn on_message(&self, worker: &web_sys::Worker, event: &web_sys::Event) {
        let data = browser::get(event, "data").and_then(|it| it.dyn_into::<Uint8Array>().ok());
        let message = match data {
            Some(bytes) => decode::<FromWorker>(&bytes.to_vec()),
            None => Err(CodecError::Broken("it is not made of bytes".to_owned())),
        };
        match message {
            Ok(message) => {
                if message == FromWorker::Loaded {
                    self.loaded(worker);
                }
                self.listener.emit(Event::Message(message));
            }
            Err(CodecError::Version { .. }) => self.broken(Problem::OtherVersion),
            Err(error) => self.broken(Problem::Undecodable(error.to_string())),
        }
    }

    fn loaded(&self, worker: &web_sys::Worker) {
        self.timeout.take();
        self.loaded.set(true);
        for bytes in self.queue.take() {
            self.send(worker, bytes);
        }
    }

    fn on_error(&self, _: &web_sys::Worker, event: &web_sys::Event) {
        // It is told on the page, so the console need not tell it again.
        event.prevent_default();
        let detail = browser::describe(event);
        self.broken(match self.loaded.get() {
            true => Problem::WorkerDied(detail),
            false => Problem::WorkerFailed(detail),
        });
    }

    fn on_message_error(&self, _: &web_sys::Worker, _: &web_sys::Event) {
        self.broken(Problem::Undecodable("a message of the worker could not be read".to_owned()));
    }
}

/// Returns whether the service worker handles the requests of what this page makes.
pub(crate) fn is_controlled() -> bool {
    let container = browser::get(&browser::window().navigator(), "serviceWorker");
    container.is_some_and(|it| browser::get(&it, "controller").is_some())
}

fn make(kind: Kind) -> Result<web_sys::Worker, Problem> {
    let name = match kind {
        Kind::Compiled(Set::First) => "compiled",
        Kind::Compiled(Set::Further) => "further",
        Kind::Interpreted => "interpreted",
    };
    let selector = format!("meta[name=\"meanwhile-worker-{name}\"]");
    let meta = browser::document().query_selector(&selector).ok().flatten();
    let script = meta.and_then(|it| it.get_attribute("content"));
    let script =
        script.ok_or_else(|| Problem::WorkerFailed("the page does not name its script".to_owned()))?;
    web_sys::Worker::new(&format!("{}{script}", browser::base())).map_err(|it| blocked(&it))
}

fn blocked(error: &JsValue) -> Problem {
    Problem::WorkersBlocked(browser::describe(error))
}

/// Takes what `boot.js` has left, so that it is taken only once.
fn take_early() -> Result<Option<Early>, Problem> {
    let window = browser::window();
    let Some(early) = browser::get(&window, "meanwhileWorker") else { return Ok(None) };
    browser::set(&window, "meanwhileWorker", &JsValue::NULL);
    if let Some(error) = browser::get(&early, "error") {
        return Err(blocked(&error));
    }
    let worker = browser::get(&early, "worker").map(wasm_bindgen::JsCast::unchecked_into);
    let events = browser::get(&early, "events").map(|it| Array::from(&it)).unwrap_or_default();
    let controlled = browser::get(&early, "controlled").is_some_and(|it| it.is_truthy());
    Ok(worker.map(|worker| Early { worker, events, controlled }))
}
