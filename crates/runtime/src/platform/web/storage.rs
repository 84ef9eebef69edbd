//! What runs keep in the browser's storage: whose it is, and that it goes when they do.
//!
//! Each run that keeps something holds a lock of the browser's, named after it. The browser lets go of it when the
//! worker is ended, however that happens, so what belongs to no lock that is held is of no use to anybody.

use crate::run::{Part, RunCore};
use futures_util::future::{Either, select};
use js_sys::{Array, Function, Promise, Reflect};
use send_wrapper::SendWrapper;
use std::rc::Rc;
use tokio::sync::{OnceCell, oneshot};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request_lock(name: &str, callback: &Function) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = query, catch)]
    fn query_locks() -> Result<Promise, JsValue>;
}

/// What the names of locks start with.
const PREFIX: &str = "meanwhile-run-";

/// The storage of a run, under a name that no other run has.
#[derive(Clone)]
pub(super) struct Storage(SendWrapper<Rc<OnceCell<Rc<Claim>>>>);

/// A run's right to its storage. What it kept has to be gone before the last of these is dropped.
pub(super) struct Claim {
    id: String,
    release: Option<Function>,
}

impl Part for Storage {
    fn make(_: Option<&RunCore>) -> Self {
        Storage(SendWrapper::new(Rc::default()))
    }
}

impl Storage {
    /// Returns the storage of a run, which everything that it keeps shares; `None` outside of a run.
    pub(super) fn of(run: Option<&RunCore>) -> Option<Storage> {
        run.map(|it| Storage::clone(&it.parts.get(run)))
    }

    /// Claims a name at the first call.
    pub(super) async fn claim(&self) -> Rc<Claim> {
        self.0.get_or_init(|| async { Rc::new(Claim::new().await) }).await.clone()
    }
}

impl Claim {
    async fn new() -> Self {
        let digits = || (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
        let id = format!("{:08x}{:08x}", digits(), digits());
        let release = hold(&format!("{PREFIX}{id}")).await;
        Claim { id, release }
    }

    /// Returns the name.
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        if let Some(release) = &self.release {
            // A function of the browser's own, which does not fail.
            let _ = release.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Gets a lock, and returns what lets go of it; `None` where the browser has no locks.
async fn hold(name: &str) -> Option<Function> {
    let mut release = None;
    let until = Promise::new(&mut |resolve, _| release = Some(resolve));
    let (granted, is_granted) = oneshot::channel();
    let callback = Closure::once(move |_: JsValue| {
        let _ = granted.send(());
        JsValue::from(until)
    });
    let over = JsFuture::from(request_lock(name, callback.as_ref().unchecked_ref()).ok()?);
    match select(is_granted, over).await {
        Either::Left((Ok(()), _)) => release,
        _ => None,
    }
}

/// Returns the names of the runs that hold a lock; `None` where that cannot be told.
async fn live() -> Option<Vec<String>> {
    let snapshot = JsFuture::from(query_locks().ok()?).await.ok()?;
    let held: Array = Reflect::get(&snapshot, &"held".into()).ok()?.dyn_into().ok()?;
    let names = held.iter().filter_map(|it| Reflect::get(&it, &"name".into()).ok()?.as_string());
    Some(names.filter_map(|it| it.strip_prefix(PREFIX).map(str::to_owned)).collect())
}

/// Returns those of the names that belong to no run. They have to have been listed before.
pub(super) async fn left_behind(names: Vec<String>) -> Vec<String> {
    // Where it cannot be told, nothing is anybody's to remove.
    let Some(live) = live().await else { return Vec::new() };
    names.into_iter().filter(|it| !live.contains(it)).collect()
}
