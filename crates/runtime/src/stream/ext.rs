//! The adaptors of `tokio_stream::StreamExt`, those that go by time among them.

use super::timed::{ChunksTimeout, Throttle, Timeout};
use futures_util::Stream;
use std::time::Duration;
use tokio_stream::adapters::{
    Chain, Filter, FilterMap, Fuse, Map, MapWhile, Merge, Peekable, Skip, SkipWhile, Take, TakeWhile, Then,
};
use tokio_stream::{FromStream, StreamExt as Theirs};

/// What can be done with a stream: as `tokio_stream::StreamExt`.
///
/// A trait of our own, because theirs has the adaptors that go by time on tokio's clock or not at all.
///
/// ```
/// use meanwhile_runtime::stream::StreamExt;
/// use meanwhile_runtime::{RunConfig, run_to_end, time::Duration};
/// use meanwhile_trace::ClockKind;
///
/// let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
/// let finished = run_to_end(config, || {
///     Box::pin(async {
///         let slow = tokio_stream::iter(1..=3).map(|n| n * 2).throttle(Duration::from_millis(10));
///         assert_eq!(slow.collect::<Vec<_>>().await, [2, 4, 6]);
///         Ok(())
///     })
/// });
/// assert_eq!(finished.trace.now_ns(), 30_000_000);
/// ```
pub trait StreamExt: Stream {
    /// Waits for the next item. Cancel safety: no item is lost.
    fn next(&mut self) -> impl Future<Output = Option<Self::Item>>
    where
        Self: Unpin,
    {
        Theirs::next(self)
    }

    /// Waits for the next item of a stream of results. Cancel safety: no item is lost.
    fn try_next<T, E>(&mut self) -> impl Future<Output = Result<Option<T>, E>>
    where
        Self: Stream<Item = Result<T, E>> + Unpin,
    {
        Theirs::try_next(self)
    }

    /// Makes another item of each.
    fn map<T, F>(self, f: F) -> Map<Self, F>
    where
        F: FnMut(Self::Item) -> T,
        Self: Sized,
    {
        Theirs::map(self, f)
    }

    /// Makes another item of each, until there is none to be made.
    fn map_while<T, F>(self, f: F) -> MapWhile<Self, F>
    where
        F: FnMut(Self::Item) -> Option<T>,
        Self: Sized,
    {
        Theirs::map_while(self, f)
    }

    /// Makes a future of each item, and awaits it before it takes the next.
    fn then<F, Fut>(self, f: F) -> Then<Self, Fut, F>
    where
        F: FnMut(Self::Item) -> Fut,
        Fut: Future,
        Self: Sized,
    {
        Theirs::then(self, f)
    }

    /// Yields the items of both streams as they come.
    fn merge<U>(self, other: U) -> Merge<Self, U>
    where
        U: Stream<Item = Self::Item>,
        Self: Sized,
    {
        Theirs::merge(self, other)
    }

    /// Leaves items out.
    fn filter<F>(self, f: F) -> Filter<Self, F>
    where
        F: FnMut(&Self::Item) -> bool,
        Self: Sized,
    {
        Theirs::filter(self, f)
    }

    /// Makes another item of each, or none.
    fn filter_map<T, F>(self, f: F) -> FilterMap<Self, F>
    where
        F: FnMut(Self::Item) -> Option<T>,
        Self: Sized,
    {
        Theirs::filter_map(self, f)
    }

    /// Stays at its end once it is there.
    fn fuse(self) -> Fuse<Self>
    where
        Self: Sized,
    {
        Theirs::fuse(self)
    }

    /// Ends after so many items.
    fn take(self, n: usize) -> Take<Self>
    where
        Self: Sized,
    {
        Theirs::take(self, n)
    }

    /// Ends at the first item that is not wanted.
    fn take_while<F>(self, f: F) -> TakeWhile<Self, F>
    where
        F: FnMut(&Self::Item) -> bool,
        Self: Sized,
    {
        Theirs::take_while(self, f)
    }

    /// Leaves the first items out.
    fn skip(self, n: usize) -> Skip<Self>
    where
        Self: Sized,
    {
        Theirs::skip(self, n)
    }

    /// Leaves items out up to the first that is wanted.
    fn skip_while<F>(self, f: F) -> SkipWhile<Self, F>
    where
        F: FnMut(&Self::Item) -> bool,
        Self: Sized,
    {
        Theirs::skip_while(self, f)
    }

    /// Says whether something is true of every item.
    fn all<F>(&mut self, f: F) -> impl Future<Output = bool>
    where
        Self: Unpin,
        F: FnMut(Self::Item) -> bool,
    {
        Theirs::all(self, f)
    }

    /// Says whether something is true of an item.
    fn any<F>(&mut self, f: F) -> impl Future<Output = bool>
    where
        Self: Unpin,
        F: FnMut(Self::Item) -> bool,
    {
        Theirs::any(self, f)
    }

    /// Goes on with another stream.
    fn chain<U>(self, other: U) -> Chain<Self, U>
    where
        U: Stream<Item = Self::Item>,
        Self: Sized,
    {
        Theirs::chain(self, other)
    }

    /// Makes one value of all items.
    fn fold<B, F>(self, init: B, f: F) -> impl Future<Output = B>
    where
        Self: Sized,
        F: FnMut(B, Self::Item) -> B,
    {
        Theirs::fold(self, init, f)
    }

    /// Gathers all items.
    fn collect<T>(self) -> impl Future<Output = T>
    where
        T: FromStream<Self::Item>,
        Self: Sized,
    {
        Theirs::collect(self)
    }

    /// Lets the next item be looked at before it is taken.
    fn peekable(self) -> Peekable<Self>
    where
        Self: Sized,
    {
        Theirs::peekable(self)
    }

    /// Yields an error where no item comes in time; the stream goes on after it.
    fn timeout(self, duration: Duration) -> Timeout<Self>
    where
        Self: Sized,
    {
        Timeout::new(self, duration)
    }

    /// Lets at most one item through in so much time.
    fn throttle(self, duration: Duration) -> Throttle<Self>
    where
        Self: Sized,
    {
        Throttle::new(self, duration)
    }

    /// Gathers items into lists of `max_size`, or of fewer after so much time.
    ///
    /// # Panics
    ///
    /// Panics if `max_size` is 0.
    #[track_caller]
    fn chunks_timeout(self, max_size: usize, duration: Duration) -> ChunksTimeout<Self>
    where
        Self: Sized,
    {
        ChunksTimeout::new(self, max_size, duration)
    }
}

impl<S: Stream + ?Sized> StreamExt for S {}
