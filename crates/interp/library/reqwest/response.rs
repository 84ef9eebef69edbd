//! Answers.

use crate::error::{Result, of_host, of_json};
use crate::header::HeaderMap;
use crate::host::{HostPieces, HostResponse};
use crate::status::StatusCode;
use crate::url::Url;
use bytes::Bytes;
use futures::stream::Stream;
use serde::de::DeserializeOwned;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

pub struct Response {
    host: HostResponse,
    status: StatusCode,
    url: Url,
    headers: HeaderMap,
}

impl Response {
    pub(crate) fn of(host: HostResponse) -> Response {
        let status = StatusCode::of(host.answer_status());
        let url = Url::of(host.answer_url());
        let headers = HeaderMap::of(host.answer_headers());
        Response { host, status, url, headers }
    }

    pub fn status(&self) -> StatusCode {
        self.status
    }

    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    pub fn url(&self) -> &Url {
        &self.url
    }

    pub fn content_length(&self) -> Option<u64> {
        self.host.answer_length()
    }

    pub async fn text(self) -> Result<String> {
        self.host.read_text().await.map_err(of_host)
    }

    pub async fn json<T: DeserializeOwned>(self) -> Result<T> {
        let text = match self.host.read_json().await {
            Ok(text) => text,
            Err(error) => return Err(of_host(error)),
        };
        match serde_json::from_str::<T>(&text) {
            Ok(value) => Ok(value),
            Err(error) => Err(of_json(error, &self.url)),
        }
    }

    pub async fn bytes(self) -> Result<Bytes> {
        match self.host.read_bytes().await {
            Ok(bytes) => Ok(Bytes::from(bytes)),
            Err(error) => Err(of_host(error)),
        }
    }

    pub async fn chunk(&mut self) -> Result<Option<Bytes>> {
        match self.host.read_piece().await {
            Ok(piece) => Ok(piece.map(Bytes::from)),
            Err(error) => Err(of_host(error)),
        }
    }

    pub fn bytes_stream(self) -> impl Stream<Item = Result<Bytes>> {
        BytesStream { host: self.host.into_pieces() }
    }

    pub fn error_for_status(self) -> Result<Self> {
        match self.host.refusal() {
            Some(error) => Err(of_host(error)),
            None => Ok(self),
        }
    }

    pub fn error_for_status_ref(&self) -> Result<&Self> {
        match self.host.refusal() {
            Some(error) => Err(of_host(error)),
            None => Ok(self),
        }
    }
}

impl fmt::Debug for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Response")
            .field("url", &self.url.as_str())
            .field("status", &self.status)
            .field("headers", &self.headers)
            .finish()
    }
}

struct BytesStream {
    host: HostPieces,
}

impl Stream for BytesStream {
    type Item = Result<Bytes>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        match self.host.poll_piece(cx) {
            Poll::Ready(Some(Ok(bytes))) => Poll::Ready(Some(Ok(Bytes::from(bytes)))),
            Poll::Ready(Some(Err(error))) => Poll::Ready(Some(Err(of_host(error)))),
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    }
}
