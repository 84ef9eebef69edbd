//! Opening a database, and bringing it up to a plan.

use super::error::error;
use crate::db::{Error, Plan, Result};
use crate::platform::web::thrown::name_of;
use idb::event::{DatabaseEvent as _, Event as _, VersionChangeEvent};
use idb::{
    Database, Factory, IndexParams, KeyPath, ObjectStore, ObjectStoreParams, Request as _, Transaction,
};
use std::cell::RefCell;
use std::rc::Rc;

/// Opens a database.
pub(super) async fn open(name: &str, plan: Plan) -> Result<Database> {
    let version = plan.version;
    let mut request = Factory::new().and_then(|it| it.open(name, Some(version))).map_err(error)?;
    let refused = Rc::new(RefCell::new(None));
    let of_upgrade = refused.clone();
    let first_unique = plan.indexes.iter().find(|it| it.unique).map_or("", |it| it.store);
    request.on_upgrade_needed(move |event| {
        if let Err((error, transaction)) = bring_up(&event, &plan) {
            of_upgrade.replace(Some(error));
            drop(transaction.map(Transaction::abort));
        }
    });
    let opened = request.await;
    match (opened, refused.take()) {
        (Ok(database), None) => Ok(database),
        (_, Some(refused)) => Err(refused),
        (Err(idb::Error::DomException(thrown)), None) => Err(match name_of(&thrown).as_str() {
            "VersionError" => Error::Version(version),
            // What the records that are there do to a unique index that is made over them.
            "ConstraintError" | "AbortError" => Error::Constraint(first_unique.to_owned()),
            _ => error(idb::Error::DomException(thrown)),
        }),
        (Err(other), None) => Err(error(other)),
    }
}

/// Makes what is missing; fails with the transaction that is to be aborted.
fn bring_up(
    event: &VersionChangeEvent,
    plan: &Plan,
) -> std::result::Result<(), (Error, Option<Transaction>)> {
    let request = event.target().map_err(|it| (error(it), None))?;
    let transaction = request.transaction();
    make(event, plan, transaction.as_ref()).map_err(|error| (error, transaction))
}

fn make(event: &VersionChangeEvent, plan: &Plan, transaction: Option<&Transaction>) -> Result<()> {
    let database = event.database().map_err(error)?;
    let transaction = transaction.ok_or(Error::Closed)?;
    let known = database.store_names();
    let is_known = |name: &str| known.iter().any(|it| it == name);
    for name in plan.removed.iter().filter(|it| is_known(it)) {
        database.delete_object_store(name).map_err(error)?;
    }
    for name in plan.stores.iter().filter(|it| !is_known(it) || plan.removed.contains(it)) {
        database.create_object_store(name, ObjectStoreParams::new()).map_err(error)?;
    }
    for index in &plan.indexes {
        let missing = |_| Error::NoStore(index.store.to_owned());
        let store: ObjectStore = transaction.object_store(index.store).map_err(missing)?;
        if store.index_names().iter().any(|it| it == index.field) {
            continue;
        }
        let mut params = IndexParams::new();
        params.unique(index.unique);
        let path = KeyPath::new_single(index.field);
        store.create_index(index.field, path, Some(params)).map_err(error)?;
    }
    Ok(())
}
