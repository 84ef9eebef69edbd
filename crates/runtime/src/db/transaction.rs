//! Several changes or none.

use super::locks::Guard;
use super::queries::Queries;
use super::{Operation, operation};
use crate::turn::see_through;
use std::fmt;
use std::ops::Deref;

/// A transaction; everything in [`Queries`] can be asked of it. Its own changes are seen by it at once, and by others
/// after its [`commit`](Transaction::commit).
///
/// Dropping it without a commit rolls it back: nothing has happened.
#[must_use = "a transaction that is dropped is rolled back"]
pub struct Transaction {
    queries: Queries,
    guards: Vec<Guard>,
    stores: String,
}

impl Transaction {
    pub(super) fn new(queries: Queries, guards: Vec<Guard>, stores: String) -> Self {
        Transaction { queries, guards, stores }
    }

    /// Makes all changes, or none if it fails.
    ///
    /// # Errors
    ///
    /// Fails with `Quota`, or with `NoStore` or `Closed`.
    pub fn commit(self) -> Operation<()> {
        let Transaction { queries, guards, stores } = self;
        operation(&format!("commit {stores}"), async move {
            let changes = queries.session.map(|it| it.take()).unwrap_or_default();
            if changes.is_empty() {
                return Ok(());
            }
            let write = queries.database.connection.write(changes);
            // The stores are given back here, or, if nobody waits any more, when it is done.
            let (written, guards) = see_through(async move { (write.await, guards) }).await;
            drop(guards);
            written
        })
    }

    /// Drops it, and with it all its changes.
    pub fn rollback(self) {}
}

impl Deref for Transaction {
    type Target = Queries;

    fn deref(&self) -> &Queries {
        &self.queries
    }
}

impl fmt::Debug for Transaction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Transaction").field("stores", &self.stores).finish_non_exhaustive()
    }
}
