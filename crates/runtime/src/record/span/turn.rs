//! One recorded poll.

use super::{Body, Live};
use crate::context::{self, Quiet};
use meanwhile_trace::{End, Reading, SpanId};
use std::task::Waker;

/// One recorded poll. Dropped by a panic, it records that the span panicked.
pub(crate) struct Turn<'a> {
    pub(super) live: &'a Live,
    pub(super) span: SpanId,
    pub(super) body: Body,
    pub(super) direct: bool,
    pub(super) over: bool,
    pub(super) _entered: context::Entered,
}

impl Turn<'_> {
    /// The waker to poll with.
    pub(crate) fn waker(&self) -> &Waker {
        &self.live.waker
    }

    /// Whether the span's future does nothing but poll another.
    pub(crate) fn is_wrapper(&self) -> bool {
        self.body == Body::Wrapper
    }

    /// Ends the poll of a stream that has an item: nobody need be woken for the next poll to come.
    pub(crate) fn pause(mut self) {
        self.over = true;
        context::pop();
        self.live.handle.run.recorder.poll_end(self.span, false);
        if self.direct {
            context::leave_direct();
        }
    }

    /// Ends the poll: with `None` it returned `Pending`.
    pub(crate) fn end(mut self, end: Option<End>) {
        self.over = true;
        let quiet = context::pop().map_or(Quiet::No, |it| it.quiet);
        let shared = match self.body {
            Body::Own => true,
            Body::Compiled => end.is_none() && quiet == Quiet::AfterPoll,
            Body::Wrapper => quiet == Quiet::AfterPoll,
            Body::Unknown => false,
        };
        let reading = if shared { Reading::Shared } else { Reading::Fresh };
        self.live.handle.run.recorder.poll_end_with(self.span, end.is_some(), reading);
        match end {
            Some(end) => self.live.handle.record_end(self.span, end),
            None => self.live.record_loss(self.span),
        }
        if self.direct {
            context::leave_direct();
        }
    }
}

impl Drop for Turn<'_> {
    fn drop(&mut self) {
        if !self.over {
            context::pop();
            self.live.handle.record_end(self.span, End::Panicked);
        }
    }
}
