//! Streams: several values, one after another.

#[macro_use]
mod macros;

mod adapters;
mod buffered;
mod cut;
mod ends;
mod ext;
mod flatten;
mod iter;
mod ordered;
mod peek;
mod select;
mod sources;
mod split;
mod together;
mod try_adapters;
mod try_ends;
mod try_ext;
mod unordered;

pub use adapters::{Chain, Enumerate, Filter, FilterMap, Fuse, Inspect, Map, Scan, StreamFuture, Then};
pub use buffered::{BufferUnordered, Buffered, Chunks, ForEachConcurrent, ReadyChunks};
pub use cut::{CatchUnwind, Cycle, Skip, SkipWhile, Take, TakeUntil, TakeWhile};
pub use ends::{All, Any, Collect, Concat, Count, Fold, ForEach, Forward, Next, SelectNextSome, Unzip};
pub use ext::StreamExt;
pub use flatten::{FlatMap, FlatMapUnordered, Flatten, FlattenUnordered};
pub use iter::{Iter, iter};
pub use ordered::FuturesOrdered;
pub use peek::{NextIf, Peek, PeekMut, Peekable};
pub use select::{
    PollNext, Select, SelectAll, SelectWithStrategy, select, select_all, select_with_strategy,
};
pub use sources::{
    Empty, Once, Pending, PollFn, Repeat, RepeatWith, TryUnfold, Unfold, empty, once, pending, poll_fn, repeat,
    repeat_with, try_unfold, unfold,
};
pub use split::{ReuniteError, SplitSink, SplitStream};
pub use together::{AbortHandle, AbortRegistration, Abortable, Aborted, Zip, abortable};
pub use try_adapters::{
    AndThen, ErrInto, InspectErr, InspectOk, IntoStream, MapErr, MapOk, OrElse, TryBufferUnordered, TryBuffered,
    TryChunks, TryFilter, TryFilterMap, TryFlatten, TrySkipWhile, TryTakeWhile,
};
pub use try_ends::{TryAll, TryAny, TryCollect, TryConcat, TryFold, TryForEach, TryForEachConcurrent, TryNext};
pub use try_ext::TryStreamExt;
pub use unordered::FuturesUnordered;

use std::ops::DerefMut;
use std::pin::Pin;
use std::task::{Context, Poll};

pub type BoxStream<'a, T> = Pin<Box<dyn Stream<Item = T> + Send + 'a>>;
pub type LocalBoxStream<'a, T> = Pin<Box<dyn Stream<Item = T> + 'a>>;

#[must_use = "streams do nothing unless polled"]
pub trait Stream {
    type Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>>;

    fn size_hint(&self) -> (usize, Option<usize>) {
        (0, None)
    }
}

impl<S: ?Sized + Stream + Unpin> Stream for &mut S {
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        Pin::new(&mut **self).poll_next(cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}

impl<S: ?Sized + Stream + Unpin> Stream for Box<S> {
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        Pin::new(&mut **self).poll_next(cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}

impl<P> Stream for Pin<P>
where
    P: DerefMut + Unpin,
    P::Target: Stream,
{
    type Item = <P::Target as Stream>::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Stream::poll_next(self.get_mut().as_mut(), cx)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (**self).size_hint()
    }
}

/// A stream that says whether it is at its end.
pub trait FusedStream: Stream {
    fn is_terminated(&self) -> bool;
}

impl<S: ?Sized + FusedStream + Unpin> FusedStream for &mut S {
    fn is_terminated(&self) -> bool {
        (**self).is_terminated()
    }
}

impl<S: ?Sized + FusedStream + Unpin> FusedStream for Box<S> {
    fn is_terminated(&self) -> bool {
        (**self).is_terminated()
    }
}

pub trait TryStream: Stream {
    type Ok;
    type Error;

    fn try_poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Self::Ok, Self::Error>>>;
}

impl<S, T, E> TryStream for S
where
    S: ?Sized + Stream<Item = Result<T, E>>,
{
    type Ok = T;
    type Error = E;

    fn try_poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<T, E>>> {
        self.poll_next(cx)
    }
}
