//! How a transaction ended.
//!
//! `idb`'s own future does not say why a transaction was aborted when that was found out at its end, as with a quota.

use super::error::exception;
use crate::db::{Error, Result};
use crate::platform::web::thrown::name_of;
use idb::Transaction;
use std::cell::RefCell;
use std::rc::Rc;
use tokio::sync::oneshot;
use web_sys::Event;

/// Waits until a transaction is over, whose changes have been asked for: with an error it is aborted.
pub(super) async fn completed(mut transaction: Transaction, asked: Result<()>, store: &str) -> Result<()> {
    let (sender, receiver) = oneshot::channel();
    let sender = Rc::new(RefCell::new(Some(sender)));
    let tell = move |result: Result<()>| {
        if let Some(sender) = sender.take() {
            let _ = sender.send(result);
        }
    };
    let (completed, store) = (tell.clone(), store.to_owned());
    transaction.on_complete(move |_| completed(Ok(())));
    transaction.on_abort(move |event| tell(Err(reason(&event, &store))));
    if let Err(error) = asked {
        let aborted = transaction.abort();
        // Its events come when nobody listens any more, and that is an error to the browser.
        aborted.into_iter().for_each(|mut it| it.forget_callbacks());
        return Err(error);
    }
    let result = receiver.await.unwrap_or(Err(Error::Closed));
    drop(transaction);
    result
}

fn reason(event: &Event, store: &str) -> Error {
    let transaction = event.target().and_then(|it| Transaction::try_from(it).ok());
    match transaction.and_then(|it| it.error()) {
        Some(thrown) if name_of(&thrown) == "ConstraintError" => Error::Constraint(store.to_owned()),
        Some(thrown) => exception(thrown),
        None => Error::Closed,
    }
}
