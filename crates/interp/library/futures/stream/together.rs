//! Pairs of items, and streams that somebody else can end.

use super::{Fuse, FusedStream, Stream};
pub use crate::future::{AbortHandle, AbortRegistration, Abortable, Aborted};
use std::pin::Pin;
use std::task::{Context, Poll};

#[must_use = "streams do nothing unless polled"]
pub struct Zip<St1: Stream, St2: Stream> {
    pub(crate) first: Fuse<St1>,
    pub(crate) second: Fuse<St2>,
    pub(crate) left: Option<St1::Item>,
    pub(crate) right: Option<St2::Item>,
}

impl<St1: Stream, St2: Stream> Stream for Zip<St1, St2> {
    type Item = (St1::Item, St2::Item);

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<(St1::Item, St2::Item)>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.left.is_none() {
            match next_of!(this.first, cx) {
                Poll::Ready(Some(item)) => this.left = Some(item),
                _ => {}
            }
        }
        if this.right.is_none() {
            match next_of!(this.second, cx) {
                Poll::Ready(Some(item)) => this.right = Some(item),
                _ => {}
            }
        }
        if this.left.is_some() && this.right.is_some() {
            let pair = (this.left.take().unwrap(), this.right.take().unwrap());
            Poll::Ready(Some(pair))
        } else if this.first.is_done() || this.second.is_done() {
            Poll::Ready(None)
        } else {
            Poll::Pending
        }
    }
}

impl<St1: Stream, St2: Stream> FusedStream for Zip<St1, St2> {
    fn is_terminated(&self) -> bool {
        self.first.is_terminated() && self.second.is_terminated()
    }
}

pub fn abortable<St: Stream>(stream: St) -> (Abortable<St>, AbortHandle) {
    let (handle, registration) = AbortHandle::new_pair();
    (Abortable::new(stream, registration), handle)
}

impl<St: Stream> Stream for Abortable<St> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        this.poll_task(cx, None, |task, cx| task.poll_next(cx))
    }
}
