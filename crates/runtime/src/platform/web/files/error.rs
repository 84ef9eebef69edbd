//! The browser's exceptions as errors of input and output.

use crate::io::os_error;
use crate::platform::web::thrown::{describe, name_of};
use std::io::{Error, ErrorKind};
use wasm_bindgen::JsValue;

/// What the browser's words mean. `InvalidModificationError` is what a directory that is not empty gives.
const KINDS: &[(&str, ErrorKind)] = &[
    ("InvalidModificationError", ErrorKind::DirectoryNotEmpty),
    ("NoModificationAllowedError", ErrorKind::ResourceBusy),
    ("NotAllowedError", ErrorKind::PermissionDenied),
    ("NotFoundError", ErrorKind::NotFound),
    ("QuotaExceededError", ErrorKind::StorageFull),
    ("SecurityError", ErrorKind::PermissionDenied),
    ("TypeMismatchError", ErrorKind::NotADirectory),
];

/// Returns the error that an exception stands for.
pub(super) fn error(thrown: impl Into<JsValue>) -> Error {
    let thrown = thrown.into();
    let name = name_of(&thrown);
    match KINDS.iter().find(|it| it.0 == name) {
        Some((_, kind)) => os_error(*kind),
        // Such as a name that the browser does not allow, or a browser without such files.
        None if name == "TypeError" => Error::new(ErrorKind::InvalidInput, describe(&thrown)),
        None => Error::other(describe(&thrown)),
    }
}
