//! Many futures at once.

use crate::context;
use crate::record::unplaced;
use futures_util::future as util;
use pin_project_lite::pin_project;
use std::pin::Pin;
use std::task::{Context, Poll};

pin_project! {
    // A type of this crate, so that the `.await` around it leaves the recording to the branches.
    struct Gathered<A> {
        #[pin]
        all: A,
    }
}

impl<A: Future> Future for Gathered<A> {
    type Output = A::Output;

    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<A::Output> {
        let result = self.project().all.poll(cx);
        if result.is_ready() {
            context::program_follows();
        }
        result
    }
}

/// Awaits all of many futures together, and returns their outputs in order.
///
/// ```
/// use meanwhile_runtime::{RunConfig, future, run_to_end};
///
/// run_to_end(RunConfig::default(), || {
///     Box::pin(async {
///         assert_eq!(future::join_all((1..=3).map(|n| async move { n * n })).await, [1, 4, 9]);
///         Ok(())
///     })
/// });
/// ```
pub fn join_all<I>(futures: I) -> impl Future<Output = Vec<<I::Item as IntoFuture>::Output>>
where
    I: IntoIterator,
    I::Item: IntoFuture,
{
    Gathered { all: util::join_all(futures.into_iter().map(unplaced)) }
}

/// Awaits all of many futures together, and returns their outputs in order or the first error; the other futures are
/// then dropped.
pub fn try_join_all<I, T, E>(futures: I) -> impl Future<Output = Result<Vec<T>, E>>
where
    I: IntoIterator,
    I::Item: IntoFuture<Output = Result<T, E>>,
{
    Gathered { all: util::try_join_all(futures.into_iter().map(unplaced)) }
}
