//! What all streams of results can do.

use super::try_adapters::{
    AndThen, ErrInto, InspectErr, InspectOk, IntoStream, MapErr, MapOk, OrElse, TryBufferUnordered, TryBuffered,
    TryChunks, TryFilter, TryFilterMap, TryFlatten, TrySkipWhile, TryTakeWhile,
};
use super::try_ends::{TryAll, TryAny, TryCollect, TryConcat, TryFold, TryForEach, TryForEachConcurrent, TryNext};
use super::{FuturesOrdered, FuturesUnordered, StreamExt, TryStream};
use std::future::Future;
use std::marker::PhantomData;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::task::{Context, Poll};

pub trait TryStreamExt: TryStream {
    fn err_into<E>(self) -> ErrInto<Self, E>
    where
        Self: Sized,
        Self::Error: Into<E>,
    {
        ErrInto { stream: self, of: PhantomData }
    }

    fn map_ok<T, F: FnMut(Self::Ok) -> T>(self, f: F) -> MapOk<Self, F>
    where
        Self: Sized,
    {
        MapOk { stream: self, f }
    }

    fn map_err<E, F: FnMut(Self::Error) -> E>(self, f: F) -> MapErr<Self, F>
    where
        Self: Sized,
    {
        MapErr { stream: self, f }
    }

    fn inspect_ok<F: FnMut(&Self::Ok)>(self, f: F) -> InspectOk<Self, F>
    where
        Self: Sized,
    {
        InspectOk { stream: self, f }
    }

    fn inspect_err<F: FnMut(&Self::Error)>(self, f: F) -> InspectErr<Self, F>
    where
        Self: Sized,
    {
        InspectErr { stream: self, f }
    }

    fn into_stream(self) -> IntoStream<Self>
    where
        Self: Sized,
    {
        IntoStream { stream: self }
    }

    fn try_next(&mut self) -> TryNext<'_, Self>
    where
        Self: Unpin,
    {
        TryNext { stream: self }
    }

    fn and_then<Fut, F: FnMut(Self::Ok) -> Fut>(self, f: F) -> AndThen<Self, Fut, F>
    where
        Self: Sized,
    {
        AndThen { stream: self, f, future: None }
    }

    fn or_else<Fut, F: FnMut(Self::Error) -> Fut>(self, f: F) -> OrElse<Self, Fut, F>
    where
        Self: Sized,
    {
        OrElse { stream: self, f, future: None }
    }

    fn try_for_each<Fut, F: FnMut(Self::Ok) -> Fut>(self, f: F) -> TryForEach<Self, Fut, F>
    where
        Fut: Future<Output = Result<(), Self::Error>>,
        Self: Sized,
    {
        TryForEach { stream: self, f, future: None }
    }

    fn try_all<Fut, F: FnMut(Self::Ok) -> Fut>(self, f: F) -> TryAll<Self, Fut, F>
    where
        Fut: Future<Output = bool>,
        Self: Sized,
    {
        TryAll { stream: self, f, future: None }
    }

    fn try_any<Fut, F: FnMut(Self::Ok) -> Fut>(self, f: F) -> TryAny<Self, Fut, F>
    where
        Fut: Future<Output = bool>,
        Self: Sized,
    {
        TryAny { stream: self, f, future: None }
    }

    fn try_filter<Fut, F: FnMut(&Self::Ok) -> Fut>(self, f: F) -> TryFilter<Self, Fut, F>
    where
        Fut: Future<Output = bool>,
        Self: Sized,
    {
        TryFilter { stream: self, f, future: None, item: None }
    }

    fn try_filter_map<Fut, F: FnMut(Self::Ok) -> Fut, T>(self, f: F) -> TryFilterMap<Self, Fut, F>
    where
        Fut: Future<Output = Result<Option<T>, Self::Error>>,
        Self: Sized,
    {
        TryFilterMap { stream: self, f, future: None }
    }

    fn try_skip_while<Fut, F: FnMut(&Self::Ok) -> Fut>(self, f: F) -> TrySkipWhile<Self, Fut, F>
    where
        Fut: Future<Output = Result<bool, Self::Error>>,
        Self: Sized,
    {
        TrySkipWhile { stream: self, f, future: None, item: None, done: false }
    }

    fn try_take_while<Fut, F: FnMut(&Self::Ok) -> Fut>(self, f: F) -> TryTakeWhile<Self, Fut, F>
    where
        Fut: Future<Output = Result<bool, Self::Error>>,
        Self: Sized,
    {
        TryTakeWhile { stream: self, f, future: None, item: None, done: false }
    }

    fn try_for_each_concurrent<Fut, F>(
        self,
        limit: impl Into<Option<usize>>,
        f: F,
    ) -> TryForEachConcurrent<Self, Fut, F>
    where
        F: FnMut(Self::Ok) -> Fut,
        Fut: Future<Output = Result<(), Self::Error>>,
        Self: Sized,
    {
        let limit: Option<usize> = limit.into();
        let limit = limit.and_then(NonZeroUsize::new);
        TryForEachConcurrent { stream: Some(self), f, running: FuturesUnordered::new(), limit }
    }

    fn try_collect<C: Default + Extend<Self::Ok>>(self) -> TryCollect<Self, C>
    where
        Self: Sized,
    {
        let items: C = C::default();
        TryCollect { stream: self, items: Some(items) }
    }

    fn try_fold<T, Fut, F: FnMut(T, Self::Ok) -> Fut>(self, init: T, f: F) -> TryFold<Self, Fut, T, F>
    where
        Fut: Future<Output = Result<T, Self::Error>>,
        Self: Sized,
    {
        TryFold { stream: self, f, accum: Some(init), future: None }
    }

    fn try_concat(self) -> TryConcat<Self>
    where
        Self: Sized,
        Self::Ok: Extend<<Self::Ok as IntoIterator>::Item> + IntoIterator + Default,
    {
        TryConcat { stream: self, all: None }
    }

    fn try_flatten(self) -> TryFlatten<Self>
    where
        Self::Ok: TryStream,
        Self: Sized,
    {
        TryFlatten { stream: self, next: None }
    }

    #[track_caller]
    fn try_chunks(self, capacity: usize) -> TryChunks<Self>
    where
        Self: Sized,
    {
        assert!(capacity > 0);
        TryChunks { stream: self.fuse(), items: Vec::new(), capacity }
    }

    fn try_buffered(self, n: usize) -> TryBuffered<Self>
    where
        Self::Ok: Future,
        Self: Sized,
    {
        TryBuffered { stream: self.fuse(), running: FuturesOrdered::new(), max: n }
    }

    fn try_buffer_unordered(self, n: usize) -> TryBufferUnordered<Self>
    where
        Self::Ok: Future,
        Self: Sized,
    {
        TryBufferUnordered { stream: self.fuse(), running: FuturesUnordered::new(), max: n }
    }

    fn try_poll_next_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Self::Ok, Self::Error>>>
    where
        Self: Unpin,
    {
        Pin::new(self).poll_next(cx)
    }
}

impl<S: ?Sized + TryStream> TryStreamExt for S {}
