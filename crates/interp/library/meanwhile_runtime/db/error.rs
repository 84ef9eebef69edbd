//! What can go wrong.

use super::host::Failure;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    #[error("the database has no store `{0}`")]
    NoStore(String),
    #[error("the database has no index `{0}`")]
    NoIndex(String),
    #[error("there is already a record with that key in `{0}`")]
    Constraint(String),
    #[error("the storage is full: the browser's quota is used up")]
    Quota,
    #[error("the database is of a newer version than {0}")]
    Version(u32),
    #[error("the connection is closed: the database was opened with a newer version")]
    Closed,
    #[error("not a value of the store: {0}")]
    Data(String),
    #[error("not a key of the store: {0}")]
    Key(String),
    #[error("the transaction only reads")]
    ReadOnly,
    #[error("the transaction was begun without the store `{0}`")]
    NotInTransaction(String),
    #[error("the database failed: {0}")]
    Other(String),
}

pub(super) fn of_host((kind, about): Failure) -> Error {
    match kind {
        "NoStore" => Error::NoStore(about),
        "Constraint" => Error::Constraint(about),
        "Quota" => Error::Quota,
        "Version" => Error::Version(about.parse().unwrap_or(0)),
        "Closed" => Error::Closed,
        "Data" => Error::Data(about),
        "Key" => Error::Key(about),
        "ReadOnly" => Error::ReadOnly,
        "NotInTransaction" => Error::NotInTransaction(about),
        _ => Error::Other(about),
    }
}
