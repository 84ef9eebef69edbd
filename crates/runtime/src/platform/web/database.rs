//! IndexedDB, in a page as well as in a worker.

mod completion;
mod error;
mod key;
mod upgrade;

use super::storage::{Claim, Storage, left_behind};
use crate::db::{Change, Error, Plan, Query, Result, Row, Work};
use crate::run::{Part, RunCore, part};
use completion::completed;
use error::{error, exception};
use futures_util::future::try_join;
use idb::{Factory, ObjectStore, TransactionMode};
use js_sys::{Array, JSON, Promise, Reflect};
use send_wrapper::SendWrapper;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use tokio::sync::OnceCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = indexedDB, catch)]
    fn databases() -> std::result::Result<Promise, JsValue>;
}

/// What the names of the runs' databases start with; then come the run's own name and a slash.
const RUNS: &str = "meanwhile-runs/";

/// The databases of a run.
struct Databases(SendWrapper<Rc<Inner>>);

struct Inner {
    /// `None` outside of a run.
    storage: Option<Storage>,
    claim: OnceCell<Rc<Claim>>,
    /// What has been opened, to be closed and removed.
    opened: RefCell<Vec<(String, Weak<Open>)>>,
}

impl Part for Databases {
    fn make(run: Option<&RunCore>) -> Self {
        Databases(SendWrapper::new(Rc::new(Inner {
            storage: Storage::of(run),
            claim: OnceCell::new(),
            opened: RefCell::default(),
        })))
    }
}

impl Inner {
    /// Returns what the browser is to call a database.
    async fn full_name(&self, name: &str) -> String {
        let Some(storage) = &self.storage else { return name.to_owned() };
        let claim = self.claim.get_or_init(|| async {
            spawn_local(sweep());
            storage.claim().await
        });
        format!("{RUNS}{}/{name}", claim.await.id())
    }

    /// Closes and removes all databases of the run.
    async fn clear(&self) {
        if self.claim.get().is_none() {
            return;
        }
        let opened = self.opened.take();
        for open in opened.iter().filter_map(|it| it.1.upgrade()) {
            open.close();
        }
        for (name, _) in opened {
            remove(&name).await;
        }
    }
}

/// The run is over, and nothing of it is under way.
impl Drop for Databases {
    fn drop(&mut self) {
        let inner = Rc::clone(&self.0);
        spawn_local(async move { inner.clear().await });
    }
}

/// Removes a database. What stays is for a later run to remove.
async fn remove(name: &str) {
    if let Ok(request) = Factory::new().and_then(|it| it.delete(name)) {
        let _ = request.await;
    }
}

/// Removes the databases of runs that came to no proper end.
async fn sweep() {
    let Ok(promise) = databases() else { return };
    let Ok(infos) = JsFuture::from(promise).await.and_then(JsValue::dyn_into::<Array>) else { return };
    let names: Vec<String> =
        infos.iter().filter_map(|it| Reflect::get(&it, &"name".into()).ok()?.as_string()).collect();
    let run_of = |name: &str| Some(name.strip_prefix(RUNS)?.split_once('/')?.0.to_owned());
    let left = left_behind(names.iter().filter_map(|it| run_of(it)).collect()).await;
    for name in names.iter().filter(|it| run_of(it).is_some_and(|run| left.contains(&run))) {
        remove(name).await;
    }
}

/// A database that is open.
pub(crate) struct Connection(SendWrapper<Rc<Open>>);

struct Open {
    database: RefCell<idb::Database>,
    closed: Cell<bool>,
}

impl Open {
    fn close(&self) {
        if !self.closed.replace(true) {
            self.database.borrow().close();
        }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.close();
    }
}

impl Connection {
    pub(crate) fn open(name: &str, plan: Plan) -> Work<Connection> {
        let (databases, name) = (part::<Databases>(), name.to_owned());
        Box::pin(SendWrapper::new(async move {
            let name = databases.0.full_name(&name).await;
            let mut database = upgrade::open(&name, plan).await?;
            let open = Rc::new_cyclic(|open: &Weak<Open>| {
                let open = open.clone();
                database.on_version_change(move |_| {
                    open.upgrade().iter().for_each(|it| it.close());
                });
                Open { database: RefCell::new(database), closed: Cell::new(false) }
            });
            databases.0.opened.borrow_mut().push((name, Rc::downgrade(&open)));
            Ok(Connection(SendWrapper::new(open)))
        }))
    }

    fn work<T: 'static, F: Future<Output = Result<T>> + 'static>(
        &self,
        work: impl FnOnce(Rc<Open>) -> F,
    ) -> Work<T> {
        Box::pin(SendWrapper::new(work(Rc::clone(&self.0))))
    }

    pub(crate) fn read(&self, query: Query) -> Work<Vec<Row>> {
        self.work(|open| async move { open.read(&query).await })
    }

    pub(crate) fn count(&self, query: Query) -> Work<u64> {
        self.work(|open| async move {
            let (_, store) = open.store(query.store)?;
            let count = store.count(key::range(&query.range)?).map_err(error)?.await;
            count.map(u64::from).map_err(error)
        })
    }

    /// Makes all changes, or none.
    pub(crate) fn write(&self, changes: Vec<Change>) -> Work<()> {
        self.work(|open| async move { open.write(changes).await })
    }
}

impl Open {
    fn transaction(&self, stores: &[&str], mode: TransactionMode) -> Result<idb::Transaction> {
        if self.closed.get() {
            return Err(Error::Closed);
        }
        let known = self.database.borrow().store_names();
        if let Some(missing) = stores.iter().find(|it| !known.iter().any(|name| name == *it)) {
            return Err(Error::NoStore((*missing).to_owned()));
        }
        self.database.borrow().transaction(stores, mode).map_err(error)
    }

    fn store(&self, name: &str) -> Result<(idb::Transaction, ObjectStore)> {
        let transaction = self.transaction(&[name], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(name).map_err(error)?;
        Ok((transaction, store))
    }

    async fn read(&self, query: &Query) -> Result<Vec<Row>> {
        let (_, store) = self.store(query.store)?;
        let range = key::range(&query.range)?;
        // Both are asked for before either is waited for: then they are of one transaction.
        let (keys, values) = match query.index {
            None => (store.get_all_keys(range.clone(), query.limit), store.get_all(range, query.limit)),
            Some(field) if !store.index_names().iter().any(|it| it == field) => {
                return Err(Error::NoIndex(field.to_owned()));
            }
            Some(field) => {
                let index = store.index(field).map_err(error)?;
                (index.get_all_keys(range.clone(), query.limit), index.get_all(range, query.limit))
            }
        };
        let (keys, values) =
            try_join(keys.map_err(error)?.into_future(), values.map_err(error)?.into_future())
                .await
                .map_err(error)?;
        keys.iter().zip(&values).map(|(key, value)| Ok((key::of(key)?, json(value)?))).collect()
    }

    async fn write(&self, changes: Vec<Change>) -> Result<()> {
        let mut stores: Vec<_> = changes.iter().map(Change::store).collect();
        stores.dedup();
        let transaction = self.transaction(&stores, TransactionMode::ReadWrite)?;
        let mut asked = Ok(());
        for change in &changes {
            asked = ask(&transaction, change);
            if asked.is_err() {
                break;
            }
        }
        completed(transaction, asked, stores.first().copied().unwrap_or_default()).await
    }
}

/// Asks for a change. How it went is for the transaction to say.
fn ask(transaction: &idb::Transaction, change: &Change) -> Result<()> {
    let store = transaction.object_store(change.store()).map_err(error)?;
    match change {
        Change::Put { row: (key, json), fresh, .. } => {
            let value = JSON::parse(json).map_err(exception)?;
            let key = Some(key::to(key));
            if *fresh {
                store.add(&value, key.as_ref()).map(drop).map_err(error)
            } else {
                store.put(&value, key.as_ref()).map(drop).map_err(error)
            }
        }
        Change::Delete { key, .. } => store.delete(key::to(key)).map(drop).map_err(error),
        Change::Clear { .. } => store.clear().map(drop).map_err(error),
    }
}

fn json(value: &JsValue) -> Result<String> {
    let text = JSON::stringify(value).map_err(exception)?;
    text.as_string().ok_or_else(|| Error::Data("it is no JSON".to_owned()))
}
