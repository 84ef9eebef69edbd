//! What all streams can do.

use crate::adapters::{
    ChunksTimeout, Filter, FilterMap, MapWhile, Merge, Peekable, SkipWhile, TakeWhile, Throttle, Timeout, TimeoutRepeating,
    throttle,
};
use crate::collect::FromStream;
use futures::stream::{
    Chain, Fuse, Map, Next, Skip, Stream, StreamExt as Theirs, Take, Then, TryNext, TryStreamExt,
};
use std::future::Future;
use std::time::Duration;
use tokio::time::Interval;

pub trait StreamExt: Stream {
    fn next(&mut self) -> Next<'_, Self>
    where
        Self: Unpin,
    {
        Theirs::next(self)
    }

    fn try_next<T, E>(&mut self) -> TryNext<'_, Self>
    where
        Self: Stream<Item = Result<T, E>> + Unpin,
    {
        TryStreamExt::try_next(self)
    }

    fn map<T, F: FnMut(Self::Item) -> T>(self, f: F) -> Map<Self, F>
    where
        Self: Sized,
    {
        Theirs::map(self, f)
    }

    fn map_while<T, F: FnMut(Self::Item) -> Option<T>>(self, f: F) -> MapWhile<Self, F>
    where
        Self: Sized,
    {
        MapWhile { stream: self, f }
    }

    fn then<F: FnMut(Self::Item) -> Fut, Fut: Future>(self, f: F) -> Then<Self, Fut, F>
    where
        Self: Sized,
    {
        Theirs::then(self, f)
    }

    fn merge<U: Stream<Item = Self::Item>>(self, other: U) -> Merge<Self, U>
    where
        Self: Sized,
    {
        Merge::new(self, other)
    }

    fn filter<F: FnMut(&Self::Item) -> bool>(self, f: F) -> Filter<Self, F>
    where
        Self: Sized,
    {
        Filter { stream: self, f }
    }

    fn filter_map<T, F: FnMut(Self::Item) -> Option<T>>(self, f: F) -> FilterMap<Self, F>
    where
        Self: Sized,
    {
        FilterMap { stream: self, f }
    }

    fn fuse(self) -> Fuse<Self>
    where
        Self: Sized,
    {
        Theirs::fuse(self)
    }

    fn take(self, n: usize) -> Take<Self>
    where
        Self: Sized,
    {
        Theirs::take(self, n)
    }

    fn take_while<F: FnMut(&Self::Item) -> bool>(self, f: F) -> TakeWhile<Self, F>
    where
        Self: Sized,
    {
        TakeWhile { stream: self, f, done: false }
    }

    fn skip(self, n: usize) -> Skip<Self>
    where
        Self: Sized,
    {
        Theirs::skip(self, n)
    }

    fn skip_while<F: FnMut(&Self::Item) -> bool>(self, f: F) -> SkipWhile<Self, F>
    where
        Self: Sized,
    {
        SkipWhile { stream: self, f: Some(f) }
    }

    async fn all<F: FnMut(Self::Item) -> bool>(&mut self, mut f: F) -> bool
    where
        Self: Unpin,
    {
        while let Some(item) = Theirs::next(self).await {
            if !f(item) {
                return false;
            }
        }
        true
    }

    async fn any<F: FnMut(Self::Item) -> bool>(&mut self, mut f: F) -> bool
    where
        Self: Unpin,
    {
        while let Some(item) = Theirs::next(self).await {
            if f(item) {
                return true;
            }
        }
        false
    }

    fn chain<U: Stream<Item = Self::Item>>(self, other: U) -> Chain<Self, U>
    where
        Self: Sized,
    {
        Theirs::chain(self, other)
    }

    async fn fold<B, F: FnMut(B, Self::Item) -> B>(self, init: B, mut f: F) -> B
    where
        Self: Sized,
    {
        let mut stream = std::pin::pin!(self);
        let mut all = init;
        while let Some(item) = Theirs::next(&mut stream).await {
            all = f(all, item);
        }
        all
    }

    async fn collect<T: FromStream<Self::Item>>(self) -> T
    where
        Self: Sized,
    {
        let mut stream = std::pin::pin!(self);
        let mut all: T = T::begin();
        while let Some(item) = Theirs::next(&mut stream).await {
            if !all.take_item(item) {
                break;
            }
        }
        all
    }

    fn timeout(self, duration: Duration) -> Timeout<Self>
    where
        Self: Sized,
    {
        Timeout::new(self, duration)
    }

    fn timeout_repeating(self, interval: Interval) -> TimeoutRepeating<Self>
    where
        Self: Sized,
    {
        TimeoutRepeating::new(self, interval)
    }

    fn throttle(self, duration: Duration) -> Throttle<Self>
    where
        Self: Sized,
    {
        throttle(duration, self)
    }

    #[track_caller]
    fn chunks_timeout(self, max_size: usize, duration: Duration) -> ChunksTimeout<Self>
    where
        Self: Sized,
    {
        assert!(max_size > 0, "`max_size` must be non-zero.");
        ChunksTimeout::new(self, max_size, duration)
    }

    fn peekable(self) -> Peekable<Self>
    where
        Self: Sized,
    {
        Peekable::new(self)
    }
}

impl<St: ?Sized + Stream> StreamExt for St {}
