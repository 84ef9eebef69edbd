//! Several streams at once.

use super::{Fuse, FusedStream, FuturesUnordered, Stream, StreamExt, StreamFuture};
use std::iter::FromIterator;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// Which of two streams is polled next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum PollNext {
    #[default]
    Left,
    Right,
}

impl PollNext {
    #[must_use]
    pub fn toggle(&mut self) -> Self {
        let old = *self;
        *self = old.other();
        old
    }

    fn other(&self) -> PollNext {
        match self {
            PollNext::Left => PollNext::Right,
            PollNext::Right => PollNext::Left,
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct SelectWithStrategy<St1, St2, Clos, State> {
    first: Fuse<St1>,
    second: Fuse<St2>,
    state: State,
    strategy: Clos,
}

pub fn select_with_strategy<St1, St2, Clos, State>(
    stream1: St1,
    stream2: St2,
    which: Clos,
) -> SelectWithStrategy<St1, St2, Clos, State>
where
    St1: Stream,
    St2: Stream<Item = St1::Item>,
    Clos: FnMut(&mut State) -> PollNext,
    State: Default,
{
    let state: State = State::default();
    SelectWithStrategy { first: stream1.fuse(), second: stream2.fuse(), state, strategy: which }
}

/// The next item of either stream, the one that is to be preferred first.
fn next_of_two<St1, St2>(
    first: &mut Fuse<St1>,
    second: &mut Fuse<St2>,
    prefer: PollNext,
    cx: &mut Context<'_>,
) -> Poll<Option<St1::Item>>
where
    St1: Stream,
    St2: Stream<Item = St1::Item>,
{
    let mut done = true;
    let mut which = prefer;
    for _ in 0..2 {
        let polled = match which {
            PollNext::Left => Pin::new(&mut *first).poll_next(cx),
            PollNext::Right => Pin::new(&mut *second).poll_next(cx),
        };
        match polled {
            Poll::Ready(Some(item)) => return Poll::Ready(Some(item)),
            Poll::Ready(None) => {}
            Poll::Pending => done = false,
        }
        which = which.other();
    }
    if done { Poll::Ready(None) } else { Poll::Pending }
}

impl<St1, St2, Clos, State> Stream for SelectWithStrategy<St1, St2, Clos, State>
where
    St1: Stream,
    St2: Stream<Item = St1::Item>,
    Clos: FnMut(&mut State) -> PollNext,
{
    type Item = St1::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St1::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        let prefer = (this.strategy)(&mut this.state);
        next_of_two(&mut this.first, &mut this.second, prefer, cx)
    }
}

/// Both streams in turn.
#[must_use = "streams do nothing unless polled"]
pub struct Select<St1, St2> {
    first: Fuse<St1>,
    second: Fuse<St2>,
    turn: PollNext,
}

pub fn select<St1, St2>(stream1: St1, stream2: St2) -> Select<St1, St2>
where
    St1: Stream,
    St2: Stream<Item = St1::Item>,
{
    Select { first: stream1.fuse(), second: stream2.fuse(), turn: PollNext::Left }
}

impl<St1, St2> Select<St1, St2> {
    pub fn into_inner(self) -> (St1, St2) {
        (self.first.into_inner(), self.second.into_inner())
    }
}

impl<St1: Stream, St2: Stream<Item = St1::Item>> Stream for Select<St1, St2> {
    type Item = St1::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St1::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        let prefer = this.turn.toggle();
        next_of_two(&mut this.first, &mut this.second, prefer, cx)
    }
}

impl<St1: Stream, St2: Stream<Item = St1::Item>> FusedStream for Select<St1, St2> {
    fn is_terminated(&self) -> bool {
        self.first.is_terminated() && self.second.is_terminated()
    }
}

/// Any number of streams, as their items come.
#[must_use = "streams do nothing unless polled"]
pub struct SelectAll<St: Stream + Unpin> {
    inner: FuturesUnordered<StreamFuture<St>>,
}

pub fn select_all<I>(streams: I) -> SelectAll<I::Item>
where
    I: IntoIterator,
    I::Item: Stream + Unpin,
{
    let mut all = SelectAll::new();
    for stream in streams {
        all.push(stream);
    }
    all
}

impl<St: Stream + Unpin> SelectAll<St> {
    pub fn new() -> Self {
        SelectAll { inner: FuturesUnordered::new() }
    }

    pub fn len(&self) -> usize {
        self.inner.len()
    }

    pub fn is_empty(&self) -> bool {
        self.inner.is_empty()
    }

    pub fn push(&mut self, stream: St) {
        self.inner.push(StreamFuture { stream: Some(stream) });
    }

    pub fn clear(&mut self) {
        self.inner.clear()
    }
}

impl<St: Stream + Unpin> Default for SelectAll<St> {
    fn default() -> Self {
        SelectAll::new()
    }
}

impl<St: Stream + Unpin> Stream for SelectAll<St> {
    type Item = St::Item;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<St::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.inner, cx)) {
                Some((Some(item), rest)) => {
                    this.push(rest);
                    return Poll::Ready(Some(item));
                }
                Some((None, _)) => {}
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<St: Stream + Unpin> FusedStream for SelectAll<St> {
    fn is_terminated(&self) -> bool {
        self.inner.is_terminated()
    }
}

impl<St: Stream + Unpin> FromIterator<St> for SelectAll<St> {
    fn from_iter<T: IntoIterator<Item = St>>(iter: T) -> Self {
        select_all(iter)
    }
}

impl<St: Stream + Unpin> Extend<St> for SelectAll<St> {
    fn extend<T: IntoIterator<Item = St>>(&mut self, iter: T) {
        for stream in iter {
            self.push(stream);
        }
    }
}
