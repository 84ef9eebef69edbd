//! What all streams can do.

use super::adapters::{Chain, Enumerate, Filter, FilterMap, Fuse, Inspect, Map, Scan, StreamFuture, Then};
use super::buffered::{BufferUnordered, Buffered, Chunks, ForEachConcurrent, ReadyChunks};
use super::cut::{CatchUnwind, Cycle, Skip, SkipWhile, Take, TakeUntil, TakeWhile};
use super::ends::{All, Any, Collect, Concat, Count, Fold, ForEach, Forward, Next, SelectNextSome, Unzip};
use super::flatten::{FlatMap, FlatMapUnordered, Flatten, FlattenUnordered};
use super::peek::Peekable;
use super::split::{SplitSink, SplitStream, split};
use super::together::Zip;
use super::{BoxStream, FusedStream, FuturesOrdered, FuturesUnordered, LocalBoxStream, SelectAll, Stream};
use crate::future::Either;
use crate::sink::Sink;
use std::future::Future;
use std::marker::PhantomData;
use std::num::NonZeroUsize;
use std::pin::Pin;
use std::task::{Context, Poll};

pub trait StreamExt: Stream {
    fn next(&mut self) -> Next<'_, Self>
    where
        Self: Unpin,
    {
        Next { stream: self }
    }

    fn into_future(self) -> StreamFuture<Self>
    where
        Self: Sized + Unpin,
    {
        StreamFuture { stream: Some(self) }
    }

    fn map<T, F: FnMut(Self::Item) -> T>(self, f: F) -> Map<Self, F>
    where
        Self: Sized,
    {
        Map { stream: self, f }
    }

    fn enumerate(self) -> Enumerate<Self>
    where
        Self: Sized,
    {
        Enumerate { stream: self, count: 0 }
    }

    fn filter<Fut: Future<Output = bool>, F: FnMut(&Self::Item) -> Fut>(self, f: F) -> Filter<Self, Fut, F>
    where
        Self: Sized,
    {
        Filter { stream: self, f, future: None, item: None }
    }

    fn filter_map<Fut: Future<Output = Option<T>>, T, F: FnMut(Self::Item) -> Fut>(
        self,
        f: F,
    ) -> FilterMap<Self, Fut, F>
    where
        Self: Sized,
    {
        FilterMap { stream: self, f, future: None }
    }

    fn then<Fut: Future, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Then<Self, Fut, F>
    where
        Self: Sized,
    {
        Then { stream: self, future: None, f }
    }

    fn collect<C: Default + Extend<Self::Item>>(self) -> Collect<Self, C>
    where
        Self: Sized,
    {
        let collection: C = C::default();
        Collect { stream: self, collection: Some(collection) }
    }

    fn unzip<A, B, FromA, FromB>(self) -> Unzip<Self, FromA, FromB>
    where
        FromA: Default + Extend<A>,
        FromB: Default + Extend<B>,
        Self: Sized + Stream<Item = (A, B)>,
    {
        let left: FromA = FromA::default();
        let right: FromB = FromB::default();
        Unzip { stream: self, both: Some((left, right)) }
    }

    fn concat(self) -> Concat<Self>
    where
        Self: Sized,
        Self::Item: Extend<<Self::Item as IntoIterator>::Item> + IntoIterator + Default,
    {
        Concat { stream: self, all: None }
    }

    fn count(self) -> Count<Self>
    where
        Self: Sized,
    {
        Count { stream: self, count: 0 }
    }

    fn cycle(self) -> Cycle<Self>
    where
        Self: Sized + Clone,
    {
        Cycle { orig: self.clone(), stream: self }
    }

    fn fold<T, Fut: Future<Output = T>, F: FnMut(T, Self::Item) -> Fut>(
        self,
        init: T,
        f: F,
    ) -> Fold<Self, Fut, T, F>
    where
        Self: Sized,
    {
        Fold { stream: self, f, accum: Some(init), future: None }
    }

    fn any<Fut: Future<Output = bool>, F: FnMut(Self::Item) -> Fut>(self, f: F) -> Any<Self, Fut, F>
    where
        Self: Sized,
    {
        Any { stream: self, f, future: None }
    }

    fn all<Fut: Future<Output = bool>, F: FnMut(Self::Item) -> Fut>(self, f: F) -> All<Self, Fut, F>
    where
        Self: Sized,
    {
        All { stream: self, f, future: None }
    }

    fn flatten(self) -> Flatten<Self>
    where
        Self::Item: Stream,
        Self: Sized,
    {
        Flatten { stream: self, next: None }
    }

    fn flatten_unordered(self, limit: impl Into<Option<usize>>) -> FlattenUnordered<Self>
    where
        Self::Item: Stream + Unpin,
        Self: Sized,
    {
        let limit: Option<usize> = limit.into();
        let limit = limit.filter(|it| *it > 0).unwrap_or(usize::MAX);
        FlattenUnordered { stream: Some(self), inner: SelectAll::new(), limit }
    }

    fn flat_map<U: Stream, F: FnMut(Self::Item) -> U>(self, f: F) -> FlatMap<Self, U, F>
    where
        Self: Sized,
    {
        FlatMap { inner: Flatten { stream: Map { stream: self, f }, next: None }, of: PhantomData }
    }

    fn flat_map_unordered<U, F>(self, limit: impl Into<Option<usize>>, f: F) -> FlatMapUnordered<Self, U, F>
    where
        U: Stream + Unpin,
        F: FnMut(Self::Item) -> U,
        Self: Sized,
    {
        let limit: Option<usize> = limit.into();
        let limit = limit.filter(|it| *it > 0).unwrap_or(usize::MAX);
        let inner = FlattenUnordered { stream: Some(Map { stream: self, f }), inner: SelectAll::new(), limit };
        FlatMapUnordered { inner, of: PhantomData }
    }

    fn scan<S, B, Fut, F>(self, initial_state: S, f: F) -> Scan<Self, S, Fut, F>
    where
        F: FnMut(&mut S, Self::Item) -> Fut,
        Fut: Future<Output = Option<B>>,
        Self: Sized,
    {
        Scan { stream: self, state: Some((initial_state, f)), future: None }
    }

    fn skip_while<Fut: Future<Output = bool>, F: FnMut(&Self::Item) -> Fut>(self, f: F) -> SkipWhile<Self, Fut, F>
    where
        Self: Sized,
    {
        SkipWhile { stream: self, f, future: None, item: None, done: false }
    }

    fn take_while<Fut: Future<Output = bool>, F: FnMut(&Self::Item) -> Fut>(self, f: F) -> TakeWhile<Self, Fut, F>
    where
        Self: Sized,
    {
        TakeWhile { stream: self, f, future: None, item: None, done: false }
    }

    fn take_until<Fut: Future>(self, fut: Fut) -> TakeUntil<Self, Fut>
    where
        Self: Sized,
    {
        TakeUntil { stream: self, future: Some(fut), result: None, free: false }
    }

    fn for_each<Fut: Future<Output = ()>, F: FnMut(Self::Item) -> Fut>(self, f: F) -> ForEach<Self, Fut, F>
    where
        Self: Sized,
    {
        ForEach { stream: self, f, future: None }
    }

    fn for_each_concurrent<Fut, F>(
        self,
        limit: impl Into<Option<usize>>,
        f: F,
    ) -> ForEachConcurrent<Self, Fut, F>
    where
        F: FnMut(Self::Item) -> Fut,
        Fut: Future<Output = ()>,
        Self: Sized,
    {
        let limit: Option<usize> = limit.into();
        let limit = limit.and_then(NonZeroUsize::new);
        ForEachConcurrent { stream: Some(self), f, running: FuturesUnordered::new(), limit }
    }

    fn take(self, n: usize) -> Take<Self>
    where
        Self: Sized,
    {
        Take { stream: self, remaining: n }
    }

    fn skip(self, n: usize) -> Skip<Self>
    where
        Self: Sized,
    {
        Skip { stream: self, remaining: n }
    }

    fn fuse(self) -> Fuse<Self>
    where
        Self: Sized,
    {
        Fuse { stream: self, done: false }
    }

    fn by_ref(&mut self) -> &mut Self {
        self
    }

    fn catch_unwind(self) -> CatchUnwind<Self>
    where
        Self: Sized + std::panic::UnwindSafe,
    {
        CatchUnwind { stream: self, caught: false }
    }

    fn boxed<'a>(self) -> BoxStream<'a, Self::Item>
    where
        Self: Sized + Send + 'a,
    {
        Box::pin(self)
    }

    fn boxed_local<'a>(self) -> LocalBoxStream<'a, Self::Item>
    where
        Self: Sized + 'a,
    {
        Box::pin(self)
    }

    fn buffered(self, n: usize) -> Buffered<Self>
    where
        Self::Item: Future,
        Self: Sized,
    {
        Buffered { stream: self.fuse(), running: FuturesOrdered::new(), max: n }
    }

    fn buffer_unordered(self, n: usize) -> BufferUnordered<Self>
    where
        Self::Item: Future,
        Self: Sized,
    {
        BufferUnordered { stream: self.fuse(), running: FuturesUnordered::new(), max: n }
    }

    fn zip<St: Stream>(self, other: St) -> Zip<Self, St>
    where
        Self: Sized,
    {
        Zip { first: self.fuse(), second: other.fuse(), left: None, right: None }
    }

    fn chain<St: Stream<Item = Self::Item>>(self, other: St) -> Chain<Self, St>
    where
        Self: Sized,
    {
        Chain { first: Some(self), second: other }
    }

    fn peekable(self) -> Peekable<Self>
    where
        Self: Sized,
    {
        Peekable { stream: self.fuse(), peeked: None }
    }

    #[track_caller]
    fn chunks(self, capacity: usize) -> Chunks<Self>
    where
        Self: Sized,
    {
        assert!(capacity > 0);
        Chunks { stream: self.fuse(), items: Vec::new(), capacity }
    }

    #[track_caller]
    fn ready_chunks(self, capacity: usize) -> ReadyChunks<Self>
    where
        Self: Sized,
    {
        assert!(capacity > 0);
        ReadyChunks { stream: self.fuse(), capacity }
    }

    fn forward<S>(self, sink: S) -> Forward<Self, S, Self::Ok>
    where
        S: Sink<Self::Ok, Error = Self::Error>,
        Self: super::TryStream + Sized,
    {
        Forward { stream: Some(self), sink, buffered: None }
    }

    fn split<Item>(self) -> (SplitSink<Self, Item>, SplitStream<Self>)
    where
        Self: Sink<Item> + Sized,
    {
        split(self)
    }

    fn inspect<F: FnMut(&Self::Item)>(self, f: F) -> Inspect<Self, F>
    where
        Self: Sized,
    {
        Inspect { stream: self, f }
    }

    fn left_stream<B: Stream<Item = Self::Item>>(self) -> Either<Self, B>
    where
        Self: Sized,
    {
        Either::Left(self)
    }

    fn right_stream<B: Stream<Item = Self::Item>>(self) -> Either<B, Self>
    where
        Self: Sized,
    {
        Either::Right(self)
    }

    fn poll_next_unpin(&mut self, cx: &mut Context<'_>) -> Poll<Option<Self::Item>>
    where
        Self: Unpin,
    {
        Pin::new(self).poll_next(cx)
    }

    fn select_next_some(&mut self) -> SelectNextSome<'_, Self>
    where
        Self: Unpin + FusedStream,
    {
        SelectNextSome { stream: self }
    }
}

impl<T: ?Sized + Stream> StreamExt for T {}

impl<A: Stream, B: Stream<Item = A::Item>> Stream for Either<A, B> {
    type Item = A::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<A::Item>> {
        match unsafe { self.get_unchecked_mut() } {
            Either::Left(a) => unsafe { Pin::new_unchecked(a) }.poll_next(cx),
            Either::Right(b) => unsafe { Pin::new_unchecked(b) }.poll_next(cx),
        }
    }
}
