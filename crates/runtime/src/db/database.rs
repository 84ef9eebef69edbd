//! Databases that are open.

use super::locks::Locks;
use super::plan::IndexPlan;
use super::queries::Queries;
use super::schema::{Schema, Stores};
use super::session::Session;
use super::transaction::Transaction;
use super::{Operation, operation};
use crate::platform::Connection;
use crate::run::part;
use crate::turn::see_through;
use std::ops::Deref;
use std::sync::Arc;

/// A database that is open; everything in [`Queries`] can be asked of it. The connection closes with its last clone.
#[derive(Clone, Debug)]
pub struct Database(Queries);

/// What everybody who uses a database shares.
pub(super) struct Inner {
    pub(super) name: String,
    pub(super) connection: Connection,
    pub(super) indexes: Vec<IndexPlan>,
    pub(super) locks: Arc<Locks>,
}

impl Database {
    /// Opens a database, and makes it or brings it up to the schema's version if need be.
    ///
    /// Connections to the same database with an older version are closed by that.
    ///
    /// # Errors
    ///
    /// Fails with `Version` if the database is of a newer version already, with `Constraint` if a new unique index does
    /// not let in the records that are there, with `Other` if the browser allows no database.
    pub fn open(name: &str, schema: Schema) -> Operation<Database> {
        let (locks, connection) = (part::<Locks>(), Connection::open(name, schema.0.clone()));
        let (label, name) = (format!("open {name}"), name.to_owned());
        operation(&label, async move {
            let connection = see_through(connection).await?;
            let database = Arc::new(Inner { name, connection, indexes: schema.0.indexes, locks });
            Ok(Database(Queries { database, session: None }))
        })
    }

    /// Begins a transaction that reads and writes a store, or a tuple of stores. Waits until no other transaction that
    /// writes has them.
    ///
    /// # Errors
    ///
    /// Never fails now; a store that is missing is told of when it is used.
    ///
    /// # Cancel safety
    ///
    /// A wait that is dropped loses its place in the queue, and nothing else.
    pub fn begin(&self, stores: impl Stores) -> Operation<Transaction> {
        self.transaction("begin", stores.names(), true)
    }

    /// Begins a transaction that reads a store, or a tuple of stores, which nobody changes until it is dropped.
    ///
    /// # Errors
    ///
    /// As [`begin`](Database::begin).
    ///
    /// # Cancel safety
    ///
    /// As [`begin`](Database::begin).
    pub fn begin_read(&self, stores: impl Stores) -> Operation<Transaction> {
        self.transaction("begin_read", stores.names(), false)
    }

    fn transaction(&self, what: &str, mut stores: Vec<&'static str>, writes: bool) -> Operation<Transaction> {
        // In one order for all, so that nobody waits in a circle.
        stores.sort_unstable();
        stores.dedup();
        let names = stores.join(", ");
        let database = self.0.database.clone();
        operation(&format!("{what} {names}"), async move {
            let mut guards = Vec::new();
            for store in &stores {
                guards.push(database.locks.take(&database.name, store, !writes).await);
            }
            let session = Some(Arc::new(Session::new(stores, writes)));
            Ok(Transaction::new(Queries { database, session }, guards, names))
        })
    }
}

impl Deref for Database {
    type Target = Queries;

    fn deref(&self) -> &Queries {
        &self.0
    }
}
