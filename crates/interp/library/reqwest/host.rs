//! What the host does.

use std::future::NativeFuture;
use std::task::{Context, Poll};

#[lang = "HostResponse"]
pub(crate) struct HostResponse {
    native: (),
}

#[lang = "HostPieces"]
pub(crate) struct HostPieces {
    native: (),
}

#[lang = "HostHttpError"]
pub(crate) struct HostHttpError {
    native: (),
}

/// No time is none to wait for; of redirections -1 is as many as usual.
pub(crate) fn host_send(
    method: &str,
    url: &str,
    headers: &[(String, String)],
    body: &[u8],
    has_body: bool,
    timeout_secs: u64,
    timeout_nanos: u32,
    redirections: i64,
) -> NativeFuture<Result<HostResponse, HostHttpError>> {
    native!()
}

impl HostResponse {
    pub(crate) fn answer_status(&self) -> u16 {
        native!()
    }

    pub(crate) fn answer_url(&self) -> String {
        native!()
    }

    pub(crate) fn answer_length(&self) -> Option<u64> {
        native!()
    }

    pub(crate) fn answer_headers(&self) -> Vec<(String, String)> {
        native!()
    }

    pub(crate) fn refusal(&self) -> Option<HostHttpError> {
        native!()
    }

    pub(crate) fn read_text(&self) -> NativeFuture<Result<String, HostHttpError>> {
        native!()
    }

    pub(crate) fn read_bytes(&self) -> NativeFuture<Result<Vec<u8>, HostHttpError>> {
        native!()
    }

    pub(crate) fn read_json(&self) -> NativeFuture<Result<String, HostHttpError>> {
        native!()
    }

    pub(crate) fn read_piece(&self) -> NativeFuture<Result<Option<Vec<u8>>, HostHttpError>> {
        native!()
    }

    pub(crate) fn into_pieces(&self) -> HostPieces {
        native!()
    }
}

impl HostPieces {
    pub(crate) fn poll_piece(&self, cx: &mut Context<'_>) -> Poll<Option<Result<Vec<u8>, HostHttpError>>> {
        native!()
    }
}

impl HostHttpError {
    /// Its text, its text for programmers, what it is, what it comes from; its status and its address.
    pub(crate) fn describe(&self) -> (Vec<String>, Option<u16>, Option<String>) {
        native!()
    }
}

unsafe impl Send for HostResponse {}
unsafe impl Sync for HostResponse {}
unsafe impl Send for HostPieces {}
unsafe impl Sync for HostPieces {}
