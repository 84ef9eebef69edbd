//! Several futures as one.

use std::future::{Future, Ready, poll_fn, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

pub fn ok<T, E>(t: T) -> Ready<Result<T, E>> {
    ready(Ok(t))
}

pub fn err<T, E>(err: E) -> Ready<Result<T, E>> {
    ready(Err(err))
}

pub async fn lazy<R, F: FnOnce(&mut Context<'_>) -> R>(f: F) -> R {
    let mut f = Some(f);
    poll_fn(move |cx| Poll::Ready(f.take().unwrap()(cx))).await
}

/// A future and then its output, which is taken in the end.
enum Slot<F: Future> {
    Running(F),
    Done(F::Output),
    Taken,
}

impl<F: Future> Slot<F> {
    fn take_output(&mut self) -> F::Output {
        match std::mem::replace(self, Slot::Taken) {
            Slot::Done(output) => output,
            _ => unreachable!(),
        }
    }
}

/// Polls those that are not done. Whether all are.
fn poll_slots<F: Future>(slots: &mut [Slot<F>], cx: &mut Context<'_>) -> bool {
    native!()
}

/// The outputs of slots that are all done.
fn outputs_of<F: Future>(slots: Vec<Slot<F>>) -> Vec<F::Output> {
    native!()
}

pub struct JoinAll<F: Future> {
    slots: Vec<Slot<F>>,
}

pub fn join_all<I: IntoIterator>(iter: I) -> JoinAll<I::Item>
where
    I::Item: Future,
{
    let mut slots = Vec::new();
    for future in iter {
        slots.push(Slot::Running(future));
    }
    JoinAll { slots }
}

impl<F: Future> Future for JoinAll<F> {
    type Output = Vec<F::Output>;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Vec<F::Output>> {
        let this = unsafe { self.get_unchecked_mut() };
        if !poll_slots(&mut this.slots, cx) {
            return Poll::Pending;
        }
        Poll::Ready(outputs_of(std::mem::take(&mut this.slots)))
    }
}


pub async fn try_join_all<I, T, E>(iter: I) -> Result<Vec<T>, E>
where
    I: IntoIterator,
    I::Item: Future<Output = Result<T, E>>,
{
    let mut futures = Vec::new();
    let mut outputs: Vec<Option<T>> = Vec::new();
    for future in iter {
        futures.push(Some(Box::pin(future)));
        outputs.push(None);
    }
    poll_fn(move |cx| {
        let mut ready = true;
        for at in 0..futures.len() {
            let polled = match &mut futures[at] {
                Some(future) => future.as_mut().poll(cx),
                None => continue,
            };
            match polled {
                Poll::Pending => ready = false,
                Poll::Ready(Ok(output)) => {
                    outputs[at] = Some(output);
                    futures[at] = None;
                }
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
            }
        }
        if ready {
            let done = std::mem::take(&mut outputs);
            Poll::Ready(Ok(done.into_iter().map(|output| output.unwrap()).collect::<Vec<T>>()))
        } else {
            Poll::Pending
        }
    })
    .await
}

pub async fn join<A: Future, B: Future>(a: A, b: B) -> (A::Output, B::Output) {
    let mut a = Slot::Running(a);
    let mut b = Slot::Running(b);
    poll_fn(move |cx| {
        let ready = poll_slots(std::slice::from_mut(&mut a), cx);
        if poll_slots(std::slice::from_mut(&mut b), cx) && ready {
            Poll::Ready((a.take_output(), b.take_output()))
        } else {
            Poll::Pending
        }
    })
    .await
}

pub async fn join3<A: Future, B: Future, C: Future>(a: A, b: B, c: C) -> (A::Output, B::Output, C::Output) {
    let ((a, b), c) = join(join(a, b), c).await;
    (a, b, c)
}

pub async fn join4<A: Future, B: Future, C: Future, D: Future>(
    a: A,
    b: B,
    c: C,
    d: D,
) -> (A::Output, B::Output, C::Output, D::Output) {
    let ((a, b), (c, d)) = join(join(a, b), join(c, d)).await;
    (a, b, c, d)
}

pub async fn join5<A: Future, B: Future, C: Future, D: Future, E: Future>(
    a: A,
    b: B,
    c: C,
    d: D,
    e: E,
) -> (A::Output, B::Output, C::Output, D::Output, E::Output) {
    let ((a, b), (c, d, e)) = join(join(a, b), join3(c, d, e)).await;
    (a, b, c, d, e)
}

pub async fn try_join<A, B, T, U, E>(a: A, b: B) -> Result<(T, U), E>
where
    A: Future<Output = Result<T, E>>,
    B: Future<Output = Result<U, E>>,
{
    let mut a = Slot::Running(a);
    let mut b = Slot::Running(b);
    poll_fn(move |cx| {
        let first = poll_slots(std::slice::from_mut(&mut a), cx);
        if first {
            if let Slot::Done(Err(_)) = &a {
                return Poll::Ready(Err(a.take_output().err().unwrap()));
            }
        }
        let second = poll_slots(std::slice::from_mut(&mut b), cx);
        if second {
            if let Slot::Done(Err(_)) = &b {
                return Poll::Ready(Err(b.take_output().err().unwrap()));
            }
        }
        if first && second {
            Poll::Ready(Ok((a.take_output().ok().unwrap(), b.take_output().ok().unwrap())))
        } else {
            Poll::Pending
        }
    })
    .await
}

pub async fn try_join3<A, B, C, T, U, V, E>(a: A, b: B, c: C) -> Result<(T, U, V), E>
where
    A: Future<Output = Result<T, E>>,
    B: Future<Output = Result<U, E>>,
    C: Future<Output = Result<V, E>>,
{
    let ((a, b), c) = try_join(try_join(a, b), c).await?;
    Ok((a, b, c))
}

pub async fn try_join4<A, B, C, D, T, U, V, W, E>(a: A, b: B, c: C, d: D) -> Result<(T, U, V, W), E>
where
    A: Future<Output = Result<T, E>>,
    B: Future<Output = Result<U, E>>,
    C: Future<Output = Result<V, E>>,
    D: Future<Output = Result<W, E>>,
{
    let ((a, b), (c, d)) = try_join(try_join(a, b), try_join(c, d)).await?;
    Ok((a, b, c, d))
}

pub async fn try_join5<A, B, C, D, F, T, U, V, W, X, E>(
    a: A,
    b: B,
    c: C,
    d: D,
    f: F,
) -> Result<(T, U, V, W, X), E>
where
    A: Future<Output = Result<T, E>>,
    B: Future<Output = Result<U, E>>,
    C: Future<Output = Result<V, E>>,
    D: Future<Output = Result<W, E>>,
    F: Future<Output = Result<X, E>>,
{
    let ((a, b), (c, d, f)) = try_join(try_join(a, b), try_join3(c, d, f)).await?;
    Ok((a, b, c, d, f))
}

#[derive(Debug, Clone)]
pub enum Either<A, B> {
    Left(A),
    Right(B),
}

impl<A: Future, B: Future<Output = A::Output>> Future for Either<A, B> {
    type Output = A::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<A::Output> {
        match unsafe { self.get_unchecked_mut() } {
            Either::Left(a) => unsafe { Pin::new_unchecked(a) }.poll(cx),
            Either::Right(b) => unsafe { Pin::new_unchecked(b) }.poll(cx),
        }
    }
}

impl<T, A, B> Either<(T, A), (T, B)> {
    pub fn factor_first(self) -> (T, Either<A, B>) {
        match self {
            Either::Left((t, a)) => (t, Either::Left(a)),
            Either::Right((t, b)) => (t, Either::Right(b)),
        }
    }
}

pub async fn select<A: Future + Unpin, B: Future + Unpin>(a: A, b: B) -> Either<(A::Output, B), (B::Output, A)> {
    let mut both = Some((a, b));
    poll_fn(move |cx| {
        let (mut a, mut b) = both.take().unwrap();
        if let Poll::Ready(output) = Pin::new(&mut a).poll(cx) {
            return Poll::Ready(Either::Left((output, b)));
        }
        if let Poll::Ready(output) = Pin::new(&mut b).poll(cx) {
            return Poll::Ready(Either::Right((output, a)));
        }
        both = Some((a, b));
        Poll::Pending
    })
    .await
}

/// As [`select`], but an error of the first ends it as an error, with the other.
pub async fn try_select<A, B, T, U, E, F>(a: A, b: B) -> Result<Either<(T, B), (U, A)>, Either<(E, B), (F, A)>>
where
    A: Future<Output = Result<T, E>> + Unpin,
    B: Future<Output = Result<U, F>> + Unpin,
{
    match select(a, b).await {
        Either::Left((Ok(output), b)) => Ok(Either::Left((output, b))),
        Either::Left((Err(error), b)) => Err(Either::Left((error, b))),
        Either::Right((Ok(output), a)) => Ok(Either::Right((output, a))),
        Either::Right((Err(error), a)) => Err(Either::Right((error, a))),
    }
}

#[track_caller]
pub async fn select_all<I: IntoIterator>(iter: I) -> (<I::Item as Future>::Output, usize, Vec<I::Item>)
where
    I::Item: Future + Unpin,
{
    let mut futures = iter.into_iter().collect::<Vec<I::Item>>();
    assert!(!futures.is_empty());
    poll_fn(move |cx| {
        for at in 0..futures.len() {
            if let Poll::Ready(output) = Pin::new(&mut futures[at]).poll(cx) {
                let mut rest = std::mem::take(&mut futures);
                drop(rest.swap_remove(at));
                return Poll::Ready((output, at, rest));
            }
        }
        Poll::Pending
    })
    .await
}

pub async fn select_ok<I, T, E>(iter: I) -> Result<(T, Vec<I::Item>), E>
where
    I: IntoIterator,
    I::Item: Future<Output = Result<T, E>> + Unpin,
{
    let mut rest = iter.into_iter().collect::<Vec<I::Item>>();
    assert!(!rest.is_empty(), "iterator provided to select_ok was empty");
    poll_fn(move |cx| {
        let mut at = 0;
        while at < rest.len() {
            let Poll::Ready(output) = Pin::new(&mut rest[at]).poll(cx) else {
                at += 1;
                continue;
            };
            drop(rest.remove(at));
            match output {
                Ok(value) => return Poll::Ready(Ok((value, std::mem::take(&mut rest)))),
                Err(error) if rest.is_empty() => return Poll::Ready(Err(error)),
                // All are asked again.
                Err(_) => at = 0,
            }
        }
        Poll::Pending
    })
    .await
}

