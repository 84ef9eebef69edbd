//! What the host does: values are JSON.

use std::future::NativeFuture;

#[lang = "HostQueries"]
pub(super) struct HostQueries {
    native: (),
}

/// The kind of an error, and what it is about.
pub(super) type Failure = (&'static str, String);

pub(super) fn host_open_database(
    name: &str,
    version: u32,
    stores: &[&'static str],
    removed: &[&'static str],
) -> NativeFuture<Result<HostQueries, Failure>> {
    native!()
}

impl HostQueries {
    pub(super) fn begin_stores(
        &self,
        stores: &[&'static str],
        writes: bool,
    ) -> NativeFuture<Result<HostQueries, Failure>> {
        native!()
    }

    pub(super) fn commit_changes(&self) -> NativeFuture<Result<(), Failure>> {
        native!()
    }

    pub(super) fn put_json<Q: ?Sized>(
        &self,
        store: &str,
        key: &Q,
        json: &str,
        fresh: bool,
    ) -> NativeFuture<Result<(), Failure>> {
        native!()
    }

    pub(super) fn get_json<Q: ?Sized>(
        &self,
        store: &str,
        key: &Q,
    ) -> NativeFuture<Result<Option<String>, Failure>> {
        native!()
    }

    pub(super) fn delete_key<Q: ?Sized>(&self, store: &str, key: &Q) -> NativeFuture<Result<(), Failure>> {
        native!()
    }

    pub(super) fn clear_store(&self, store: &str) -> NativeFuture<Result<(), Failure>> {
        native!()
    }

    /// A bound is none (0), with its key (1) or without it (2).
    pub(super) fn scan_json<K, R>(
        &self,
        store: &str,
        texts: bool,
        start: u8,
        first: Option<K>,
        end: u8,
        last: Option<K>,
    ) -> NativeFuture<Result<Vec<(R, String)>, Failure>> {
        native!()
    }
}

unsafe impl Send for HostQueries {}
unsafe impl Sync for HostQueries {}
