//! The body of an answer, piece by piece.

use super::{Error, Failure, Result, Url, body_span};
use crate::context::Identity;
use crate::platform::ResponseBody;
use crate::record::SpanGuard;
use crate::time::{Instant, Sleep};
use bytes::Bytes;
use futures_util::Stream;
use meanwhile_trace::End;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// What comes next of a body; `None` at its end.
type Next = Option<std::result::Result<Bytes, Failure>>;

/// A body whose pieces can be waited for.
///
/// It has a span of its own from [`begin`](Pieces::begin) on: each wait for a piece is a poll of it. The span lives until
/// the body is complete, and is cancelled if this is dropped before, which ends the transfer too.
pub(super) struct Pieces {
    body: ResponseBody,
    /// `None` before the beginning.
    span: Option<SpanGuard>,
    deadline: Option<Pin<Box<Sleep>>>,
    over: bool,
}

impl Pieces {
    pub(super) fn new(body: ResponseBody) -> Self {
        Pieces { body, span: None, deadline: None, over: false }
    }

    /// Begins, unless that has been done.
    pub(super) fn begin(&mut self, url: &Url, deadline: Option<Instant>) {
        if !self.is_begun() {
            let (span, phases) = body_span(url);
            self.span = Some(span);
            self.body.set_phases(phases);
            self.deadline = deadline.map(|it| Box::pin(crate::time::deadline(it)));
        }
    }

    /// Returns whether somebody has begun.
    pub(super) fn is_begun(&self) -> bool {
        self.span.is_some()
    }

    pub(super) fn into_body(self) -> ResponseBody {
        self.body
    }

    /// Waits for all pieces that are still to come.
    pub(super) async fn rest(mut self, url: &Url) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        while let Some(piece) = poll_fn(|cx| self.poll_piece(cx)).await {
            bytes.extend_from_slice(&piece.map_err(|it| it.with_url(url.clone()))?);
        }
        Ok(bytes)
    }

    /// Waits for the next piece; `None` at the end, and after an error.
    pub(super) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        if self.over {
            return Poll::Ready(None);
        }
        let piece = match self.poll_body(cx) {
            Poll::Pending => ready!(self.poll_deadline(cx)),
            Poll::Ready(piece) => piece,
        };
        self.over = !matches!(piece, Some(Ok(_)));
        Poll::Ready(piece.map(|it| it.map_err(|failure| Error::broken(failure, None))))
    }

    fn poll_body(&mut self, cx: &mut Context<'_>) -> Poll<Next> {
        let identity = Identity::of(&*self);
        let turn = self.span.as_mut().and_then(|it| it.begin(cx.waker(), identity));
        let Some(turn) = turn else { return self.body.poll_piece(cx) };
        let piece = self.body.poll_piece(&mut Context::from_waker(turn.waker()));
        match &piece {
            Poll::Pending => turn.end(None),
            Poll::Ready(Some(Ok(_))) => turn.pause(),
            Poll::Ready(Some(Err(_))) => turn.end(Some(End::Failed)),
            Poll::Ready(None) => turn.end(Some(End::Completed)),
        }
        piece
    }

    fn poll_deadline(&mut self, cx: &mut Context<'_>) -> Poll<Next> {
        let Some(deadline) = &mut self.deadline else { return Poll::Pending };
        ready!(deadline.as_mut().poll(cx));
        // As a future that is dropped: it never came to its end.
        self.span = Some(SpanGuard::none());
        self.body.abort();
        Poll::Ready(Some(Err(Failure::TimedOut)))
    }
}

impl Stream for Pieces {
    type Item = Result<Bytes>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes>>> {
        self.poll_piece(cx)
    }
}

impl fmt::Debug for Pieces {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pieces").finish_non_exhaustive()
    }
}
