//! The double of IndexedDB: databases in memory, which are the run's own.
//!
//! Every operation is done at its first poll, which is in a turn of its own.

mod data;
mod store;

use crate::db::{Change, Error, Plan, Query, Result, Row, Work};
use crate::platform::native::files::Space;
use crate::run::{Part, RunCore, lock, part};
use data::Data;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// The databases of a run.
struct Databases {
    by_name: Mutex<BTreeMap<String, Arc<Mutex<Data>>>>,
    space: Arc<Space>,
}

impl Part for Databases {
    fn make(run: Option<&RunCore>) -> Self {
        Databases { by_name: Mutex::default(), space: Space::of(run) }
    }
}

/// A database that is open.
pub(crate) struct Connection {
    data: Arc<Mutex<Data>>,
    version: u32,
}

impl Connection {
    pub(crate) fn open(name: &str, plan: Plan) -> Work<Connection> {
        let (databases, name) = (part::<Databases>(), name.to_owned());
        Box::pin(async move {
            let mut by_name = lock(&databases.by_name);
            let new = || Arc::new(Mutex::new(Data::new(databases.space.clone())));
            let data = by_name.entry(name).or_insert_with(new).clone();
            lock(&data).bring_up_to(&plan)?;
            Ok(Connection { data, version: plan.version })
        })
    }

    fn work<T: Send + 'static>(&self, work: impl FnOnce(&mut Data) -> Result<T> + Send + 'static) -> Work<T> {
        let (data, version) = (self.data.clone(), self.version);
        Box::pin(async move {
            let mut data = lock(&data);
            if data.version() == version { work(&mut data) } else { Err(Error::Closed) }
        })
    }

    pub(crate) fn read(&self, query: Query) -> Work<Vec<Row>> {
        self.work(move |data| data.read(&query))
    }

    pub(crate) fn count(&self, query: Query) -> Work<u64> {
        self.work(move |data| Ok(data.read(&query)?.len() as u64))
    }

    /// Makes all changes, or none.
    pub(crate) fn write(&self, changes: Vec<Change>) -> Work<()> {
        self.work(|data| data.write(changes))
    }
}
