//! The browser's exceptions as errors of a database.

use crate::db::Error;
use crate::platform::web::thrown::{describe, name_of};
use wasm_bindgen::JsValue;

/// Returns the error that an exception stands for.
pub(super) fn exception(thrown: impl Into<JsValue>) -> Error {
    let thrown = thrown.into();
    match name_of(&thrown).as_str() {
        "QuotaExceededError" => Error::Quota,
        "InvalidStateError" => Error::Closed,
        "DataCloneError" => Error::Data(describe(&thrown)),
        "DataError" => Error::Key(describe(&thrown)),
        _ => Error::Other(describe(&thrown)),
    }
}

/// As [`exception`], for what `idb` makes of one.
pub(super) fn error(error: idb::Error) -> Error {
    use idb::Error as Idb;
    match error {
        Idb::DomException(thrown) => exception(thrown),
        Idb::AddFailed(thrown)
        | Idb::ClearFailed(thrown)
        | Idb::CountFailed(thrown)
        | Idb::DeleteFailed(thrown)
        | Idb::GetAllFailed(thrown)
        | Idb::GetAllKeysFailed(thrown)
        | Idb::IndexCreateFailed(thrown)
        | Idb::IndexedDbOpenFailed(thrown)
        | Idb::KeyRangeCreateFailed(thrown)
        | Idb::ObjectStoreCreateFailed(thrown)
        | Idb::TransactionOpenFailed(thrown)
        | Idb::UpdateFailed(thrown) => exception(thrown),
        other => Error::Other(other.to_string()),
    }
}
