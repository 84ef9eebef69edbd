//! A database: typed stores of records, in the browser's IndexedDB. Natively it is in memory.
//!
//! tokio has no such thing; the nearest there is to a standard is IndexedDB, whose words are used here. A [`Store`] holds
//! records by key, in the order of the keys, an [`Index`] finds them by one of their fields, and a [`Transaction`] does
//! several things or nothing.
//!
//! Each run has databases of its own, which are empty when it opens them and gone when it is over; the quota that they
//! share natively is that of [`Storage`](crate::Storage). Outside of a run, which only a browser has, they stay.
//!
//! # Transactions
//!
//! A transaction of IndexedDB ends as soon as the event loop turns with none of its requests under way, so it could not
//! be held across any other `.await`. A [`Transaction`] can: what it changes is kept in memory, its own reads see it, and
//! [`commit`](Transaction::commit) does all of it in one transaction of IndexedDB. Without that, when it is dropped or
//! its future is, nothing has happened.
//!
//! Transactions that write to a store wait for each other at [`begin`](Database::begin), and single changes wait for
//! them; those waits are locks in a trace. Single reads wait for nobody: they see what was committed last. Stores are
//! locked in the order of their names, so two transactions cannot wait for each other; but who changes a store outside
//! of the transaction that it holds waits for itself for ever.
//!
//! # What is stored
//!
//! Values are what serde makes of them, in the form of JSON. So numbers that are not finite become `null`, and a whole
//! number beyond 2^53, which JavaScript could not keep, is an error. Keys are whole numbers up to 2^53, other finite
//! numbers, strings, and tuples of these; numbers come before strings, strings before tuples.
//!
//! # Cancel safety
//!
//! A change or a commit whose future is dropped after its first poll goes on to its end in the background: all of it is
//! done or nothing, but which is not known.
//!
//! ```
//! use meanwhile_runtime::db::{Database, Index, Schema, Store};
//! use meanwhile_runtime::{RunConfig, run_to_end};
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Debug, PartialEq, Serialize, Deserialize)]
//! struct Item {
//!     name: String,
//!     left: u32,
//! }
//!
//! const STOCK: Store<u32, Item> = Store::new("stock");
//! const BY_NAME: Index<u32, Item, String> = STOCK.index("name");
//!
//! run_to_end(RunConfig::default(), || Box::pin(async {
//!     let schema = Schema::new(1).store(STOCK).index(BY_NAME);
//!     let shop = Database::open("shop", schema).await.unwrap();
//!     shop.put(STOCK, &7, &Item { name: "nuts".to_owned(), left: 10 }).await.unwrap();
//!
//!     let sale = shop.begin(STOCK).await.unwrap();
//!     let mut nuts = sale.get(STOCK, &7).await.unwrap().unwrap();
//!     nuts.left -= 3;
//!     sale.put(STOCK, &7, &nuts).await.unwrap();
//!     sale.commit().await.unwrap();
//!
//!     let found = shop.find(BY_NAME, "nuts").await.unwrap();
//!     assert_eq!(found, [(7, Item { name: "nuts".to_owned(), left: 7 })]);
//!     Ok(())
//! }));
//! ```

mod database;
mod error;
mod key;
mod locks;
mod plan;
mod queries;
mod schema;
mod session;
mod transaction;
mod value;

pub use database::Database;
pub use error::{Error, Result};
pub use key::{AsKey, Key};
pub use queries::Queries;
pub use schema::{Index, Schema, Store, Stores};
pub use transaction::Transaction;

pub(crate) use key::{KeyData, KeyRange};
#[cfg(not(target_family = "wasm"))]
pub(crate) use plan::IndexPlan;
pub(crate) use plan::{Change, Plan, Query, Row};
#[cfg(not(target_family = "wasm"))]
pub(crate) use value::index_key;

use crate::record::{Body, Recorded, SpanGuard};
use meanwhile_trace::SpanKind;
use std::pin::Pin;

/// Work on a database that is under way.
pub(crate) type Work<T> = Pin<Box<dyn Future<Output = Result<T>> + Send>>;

/// An operation on a database, which is a leaf span; see the [module](self).
pub type Operation<T> = Recorded<Work<T>>;

/// Makes the leaf of an operation.
fn operation<T>(name: &str, work: impl Future<Output = Result<T>> + Send + 'static) -> Operation<T> {
    let span = SpanGuard::new(SpanKind::Database, name, None, Body::Unknown);
    Recorded::new(span, Result::is_err, Box::pin(work))
}
