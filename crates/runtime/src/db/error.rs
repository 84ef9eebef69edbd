//! What can go wrong with a database.

/// The result of an operation on a database.
pub type Result<T> = std::result::Result<T, Error>;

/// An operation on a database went wrong, and has changed nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The schema with which the database was opened has no such store.
    #[error("the database has no store `{0}`")]
    NoStore(String),
    /// The schema with which the database was opened has no such index.
    #[error("the database has no index `{0}`")]
    NoIndex(String),
    /// There is a record already with the key, or with the field of a unique index.
    #[error("there is already a record with that key in `{0}`")]
    Constraint(String),
    /// The storage is used up.
    #[error("the storage is full: the browser's quota is used up")]
    Quota,
    /// The database is of a newer version than the schema.
    #[error("the database is of a newer version than {0}")]
    Version(u32),
    /// The database was opened elsewhere with a newer version, or removed.
    #[error("the connection is closed: the database was opened with a newer version")]
    Closed,
    /// A value cannot be stored, or what is stored is no such value.
    #[error("not a value of the store: {0}")]
    Data(String),
    /// A key is none that IndexedDB has, or what is stored has no such key.
    #[error("not a key of the store: {0}")]
    Key(String),
    /// A transaction that only reads was asked to write.
    #[error("the transaction only reads")]
    ReadOnly,
    /// A transaction was asked for a store that it was not begun with.
    #[error("the transaction was begun without the store `{0}`")]
    NotInTransaction(String),
    /// The browser allows no database, or failed otherwise; in its words.
    #[error("the database failed: {0}")]
    Other(String),
}
