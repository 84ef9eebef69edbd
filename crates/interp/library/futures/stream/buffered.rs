//! Several items at a time.

use super::{Fuse, FusedStream, FuturesOrdered, FuturesUnordered, Stream};
use std::future::Future;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// `buffered` and `buffer_unordered`: at most so many futures at once.
macro_rules! buffer {
    ($name:ident, $queue:ident) => {
        #[must_use = "streams do nothing unless polled"]
        pub struct $name<St: Stream> {
            pub(crate) stream: Fuse<St>,
            pub(crate) running: $queue<St::Item>,
            pub(crate) max: usize,
        }

        impl<St: Stream> Stream for $name<St>
        where
            St::Item: Future,
        {
            type Item = <St::Item as Future>::Output;

            fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
                let this = unsafe { self.get_unchecked_mut() };
                while this.running.len() < this.max {
                    match next_of!(this.stream, cx) {
                        Poll::Ready(Some(future)) => this.running.push(future),
                        _ => break,
                    }
                }
                match ready!(next_of!(this.running, cx)) {
                    Some(output) => Poll::Ready(Some(output)),
                    None if this.stream.is_done() => Poll::Ready(None),
                    None => Poll::Pending,
                }
            }
        }

        impl<St: Stream> FusedStream for $name<St>
        where
            St::Item: Future,
        {
            fn is_terminated(&self) -> bool {
                self.running.is_empty() && self.stream.is_terminated()
            }
        }
    };
}

buffer!(Buffered, FuturesOrdered);
buffer!(BufferUnordered, FuturesUnordered);

#[must_use = "futures do nothing unless you `.await` or poll them"]
pub struct ForEachConcurrent<St, Fut, F> {
    pub(crate) stream: Option<St>,
    pub(crate) f: F,
    pub(crate) running: FuturesUnordered<Fut>,
    pub(crate) limit: Option<NonZeroUsize>,
}

impl<St, Fut, F> Future for ForEachConcurrent<St, Fut, F>
where
    St: Stream,
    F: FnMut(St::Item) -> Fut,
    Fut: Future<Output = ()>,
{
    type Output = ();

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<()> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            let mut progressed = false;
            if this.limit.is_none_or(|it| it.get() > this.running.len()) {
                if let Some(stream) = &mut this.stream {
                    match unsafe { Pin::new_unchecked(stream) }.poll_next(cx) {
                        Poll::Ready(Some(item)) => {
                            progressed = true;
                            this.running.push((this.f)(item));
                        }
                        Poll::Ready(None) => {
                            progressed = true;
                            this.stream = None;
                        }
                        Poll::Pending => {}
                    }
                }
            }
            match next_of!(this.running, cx) {
                Poll::Ready(Some(())) => progressed = true,
                Poll::Ready(None) if this.stream.is_none() => return Poll::Ready(()),
                _ => {}
            }
            if !progressed {
                return Poll::Pending;
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct Chunks<St: Stream> {
    pub(crate) stream: Fuse<St>,
    pub(crate) items: Vec<St::Item>,
    pub(crate) capacity: usize,
}

impl<St: Stream> Stream for Chunks<St> {
    type Item = Vec<St::Item>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Vec<St::Item>>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some(item) => {
                    this.items.push(item);
                    if this.items.len() >= this.capacity {
                        return Poll::Ready(Some(std::mem::replace(&mut this.items, Vec::new())));
                    }
                }
                None if this.items.is_empty() => return Poll::Ready(None),
                None => return Poll::Ready(Some(std::mem::replace(&mut this.items, Vec::new()))),
            }
        }
    }
}

/// What is there without waiting.
#[must_use = "streams do nothing unless polled"]
pub struct ReadyChunks<St: Stream> {
    pub(crate) stream: Fuse<St>,
    pub(crate) capacity: usize,
}

impl<St: Stream> Stream for ReadyChunks<St> {
    type Item = Vec<St::Item>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Vec<St::Item>>> {
        let this = unsafe { self.get_unchecked_mut() };
        let mut items = Vec::new();
        loop {
            match next_of!(this.stream, cx) {
                Poll::Ready(Some(item)) => {
                    items.push(item);
                    if items.len() >= this.capacity {
                        return Poll::Ready(Some(items));
                    }
                }
                Poll::Pending if items.is_empty() => return Poll::Pending,
                Poll::Ready(None) if items.is_empty() => return Poll::Ready(None),
                _ => return Poll::Ready(Some(items)),
            }
        }
    }
}
