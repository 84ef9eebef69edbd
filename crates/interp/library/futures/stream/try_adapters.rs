//! Streams made of streams of results.

use super::{Fuse, FuturesOrdered, FuturesUnordered, Stream, TryStream};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// A stream whose items are changed one by one: `|this, item| next`.
macro_rules! mapped {
    ($name:ident<St $(, $param:ident)*> [$($bound:tt)*] => $item:ty, |$this:ident, $result:ident| $next:expr) => {
        #[must_use = "streams do nothing unless polled"]
        pub struct $name<St $(, $param)*> {
            pub(crate) stream: St,
            $(pub(crate) f: $param,)*
        }

        impl<St: TryStream $(, $param)*, $($bound)*> Stream for $name<St $(, $param)*> {
            type Item = $item;

            fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<$item>> {
                let $this = unsafe { self.get_unchecked_mut() };
                let Some($result) = ready!(next_of!($this.stream, cx)) else { return Poll::Ready(None) };
                Poll::Ready(Some($next))
            }
        }
    };
}

mapped!(MapOk<St, F> [T] => Result<T, St::Error>, |this, result| match result {
    Ok(value) => Ok((this.f)(value)),
    Err(error) => Err(error),
});
mapped!(MapErr<St, F> [E] => Result<St::Ok, E>, |this, result| match result {
    Ok(value) => Ok(value),
    Err(error) => Err((this.f)(error)),
});
mapped!(InspectOk<St, F> [] => Result<St::Ok, St::Error>, |this, result| {
    if let Ok(value) = &result {
        (this.f)(value);
    }
    result
});
mapped!(InspectErr<St, F> [] => Result<St::Ok, St::Error>, |this, result| {
    if let Err(error) = &result {
        (this.f)(error);
    }
    result
});
mapped!(IntoStream<St> [] => Result<St::Ok, St::Error>, |this, result| result);

#[must_use = "streams do nothing unless polled"]
pub struct ErrInto<St, E> {
    pub(crate) stream: St,
    pub(crate) of: std::marker::PhantomData<E>,
}

impl<St: TryStream, E> Stream for ErrInto<St, E>
where
    St::Error: Into<E>,
{
    type Item = Result<St::Ok, E>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<St::Ok, E>>> {
        let this = unsafe { self.get_unchecked_mut() };
        match ready!(next_of!(this.stream, cx)) {
            Some(Ok(value)) => Poll::Ready(Some(Ok(value))),
            Some(Err(error)) => {
                let error: E = error.into();
                Poll::Ready(Some(Err(error)))
            }
            None => Poll::Ready(None),
        }
    }
}

/// A stream in which a future is made of each `Ok` or each `Err`.
macro_rules! chained {
    ($name:ident, $taken:ident, $left:ident) => {
        #[must_use = "streams do nothing unless polled"]
        pub struct $name<St, Fut, F> {
            pub(crate) stream: St,
            pub(crate) future: Option<Fut>,
            pub(crate) f: F,
        }

        impl<St: TryStream, Fut: Future, F> Stream for $name<St, Fut, F> {
            type Item = Fut::Output;

            fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Fut::Output>> {
                let this = unsafe { self.get_unchecked_mut() };
                loop {
                    if let Some(future) = &mut this.future {
                        return Poll::Ready(Some(output_of!(this.future, future, cx)));
                    }
                    match ready!(next_of!(this.stream, cx)) {
                        Some($taken(it)) => this.future = Some((this.f)(it)),
                        Some($left(it)) => return Poll::Ready(Some($left(it))),
                        None => return Poll::Ready(None),
                    }
                }
            }
        }
    };
}

chained!(AndThen, Ok, Err);
chained!(OrElse, Err, Ok);

#[must_use = "streams do nothing unless polled"]
pub struct TryFilter<St: TryStream, Fut, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
    pub(crate) item: Option<St::Ok>,
}

impl<St: TryStream, Fut: Future<Output = bool>, F: FnMut(&St::Ok) -> Fut> Stream for TryFilter<St, Fut, F> {
    type Item = Result<St::Ok, St::Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                let wanted = output_of!(this.future, future, cx);
                let item = this.item.take();
                if wanted {
                    return Poll::Ready(item.map(Ok));
                }
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(Ok(item)) => {
                    this.future = Some((this.f)(&item));
                    this.item = Some(item);
                }
                other => return Poll::Ready(other),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct TryFilterMap<St, Fut, F> {
    pub(crate) stream: St,
    pub(crate) f: F,
    pub(crate) future: Option<Fut>,
}

impl<St, Fut, F, T> Stream for TryFilterMap<St, Fut, F>
where
    St: TryStream,
    Fut: Future<Output = Result<Option<T>, St::Error>>,
    F: FnMut(St::Ok) -> Fut,
{
    type Item = Result<T, St::Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(future) = &mut this.future {
                match output_of!(this.future, future, cx) {
                    Ok(Some(item)) => return Poll::Ready(Some(Ok(item))),
                    Ok(None) => {}
                    Err(error) => return Poll::Ready(Some(Err(error))),
                }
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(Ok(item)) => this.future = Some((this.f)(item)),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// `try_take_while` and `try_skip_while`: whether what the test holds for is taken.
macro_rules! while_it_holds {
    ($name:ident, $takes:literal) => {
        #[must_use = "streams do nothing unless polled"]
        pub struct $name<St: TryStream, Fut, F> {
            pub(crate) stream: St,
            pub(crate) f: F,
            pub(crate) future: Option<Fut>,
            pub(crate) item: Option<St::Ok>,
            pub(crate) done: bool,
        }

        impl<St, Fut, F> Stream for $name<St, Fut, F>
        where
            St: TryStream,
            Fut: Future<Output = Result<bool, St::Error>>,
            F: FnMut(&St::Ok) -> Fut,
        {
            type Item = Result<St::Ok, St::Error>;

            fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
                let this = unsafe { self.get_unchecked_mut() };
                loop {
                    if this.done {
                        if $takes {
                            return Poll::Ready(None);
                        }
                        return next_of!(this.stream, cx);
                    }
                    if let Some(future) = &mut this.future {
                        let holds = output_of!(this.future, future, cx);
                        let item = this.item.take();
                        match holds {
                            Err(error) => return Poll::Ready(Some(Err(error))),
                            Ok(holds) if holds == $takes => {
                                this.done = !$takes;
                                return Poll::Ready(item.map(Ok));
                            }
                            Ok(_) => {
                                this.done = $takes;
                                continue;
                            }
                        }
                    }
                    match ready!(next_of!(this.stream, cx)) {
                        Some(Ok(item)) => {
                            this.future = Some((this.f)(&item));
                            this.item = Some(item);
                        }
                        other => return Poll::Ready(other),
                    }
                }
            }
        }
    };
}

while_it_holds!(TryTakeWhile, true);
while_it_holds!(TrySkipWhile, false);

#[must_use = "streams do nothing unless polled"]
pub struct TryFlatten<St: TryStream> {
    pub(crate) stream: St,
    pub(crate) next: Option<St::Ok>,
}

impl<St: TryStream> Stream for TryFlatten<St>
where
    St::Ok: TryStream,
{
    type Item = Result<<St::Ok as TryStream>::Ok, <St::Ok as TryStream>::Error>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            if let Some(inner) = &mut this.next {
                match ready!(unsafe { Pin::new_unchecked(inner) }.poll_next(cx)) {
                    Some(item) => return Poll::Ready(Some(item)),
                    None => this.next = None,
                }
            }
            match ready!(next_of!(this.stream, cx)) {
                Some(Ok(inner)) => this.next = Some(inner),
                Some(Err(error)) => return Poll::Ready(Some(Err(error.into()))),
                None => return Poll::Ready(None),
            }
        }
    }
}

#[must_use = "streams do nothing unless polled"]
pub struct TryChunks<St: TryStream> {
    pub(crate) stream: Fuse<St>,
    pub(crate) items: Vec<St::Ok>,
    pub(crate) capacity: usize,
}

#[derive(Debug, PartialEq, Eq)]
pub struct TryChunksError<T, E>(pub Vec<T>, pub E);

impl<St: TryStream> Stream for TryChunks<St> {
    type Item = Result<Vec<St::Ok>, TryChunksError<St::Ok, St::Error>>;

    fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = unsafe { self.get_unchecked_mut() };
        loop {
            match ready!(next_of!(this.stream, cx)) {
                Some(Ok(item)) => {
                    this.items.push(item);
                    if this.items.len() >= this.capacity {
                        return Poll::Ready(Some(Ok(std::mem::replace(&mut this.items, Vec::new()))));
                    }
                }
                Some(Err(error)) => {
                    return Poll::Ready(Some(Err(TryChunksError(std::mem::replace(&mut this.items, Vec::new()), error))));
                }
                None if this.items.is_empty() => return Poll::Ready(None),
                None => return Poll::Ready(Some(Ok(std::mem::replace(&mut this.items, Vec::new())))),
            }
        }
    }
}

/// `try_buffered` and `try_buffer_unordered`.
macro_rules! buffer {
    ($name:ident, $queue:ident) => {
        #[must_use = "streams do nothing unless polled"]
        pub struct $name<St: TryStream> {
            pub(crate) stream: Fuse<St>,
            pub(crate) running: $queue<St::Ok>,
            pub(crate) max: usize,
        }

        impl<St: TryStream> Stream for $name<St>
        where
            St::Ok: Future,
        {
            type Item = <St::Ok as Future>::Output;

            fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
                let this = unsafe { self.get_unchecked_mut() };
                while this.running.len() < this.max {
                    match next_of!(this.stream, cx) {
                        Poll::Ready(Some(Ok(future))) => this.running.push(future),
                        Poll::Ready(Some(Err(error))) => return Poll::Ready(Some(Err(error))),
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
    };
}

buffer!(TryBuffered, FuturesOrdered);
buffer!(TryBufferUnordered, FuturesUnordered);
