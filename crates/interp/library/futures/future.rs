//! Futures.

mod abortable;
mod all;
mod ext;
mod maybe;
mod named;
mod option;
mod remote;
mod shared;
mod try_ext;

pub use all::{
    Either, JoinAll, err, join, join3, join4, join5, join_all, lazy, ok, select, select_all, select_ok,
    try_join, try_join3, try_join4, try_join5, try_join_all, try_select,
};
pub use abortable::{AbortHandle, AbortRegistration, Abortable, Aborted, abortable};
pub use ext::{CatchUnwind, Fuse, FutureExt, IntoStream};
pub use maybe::{MaybeDone, TryMaybeDone, maybe_done, try_maybe_done};
pub use named::{AlwaysReady, Map, MapErr, MapOk, always_ready};
pub use option::{OptionFuture, PollImmediate, poll_immediate};
pub use remote::{Remote, RemoteHandle};
pub use shared::{Shared, WeakShared};
pub use std::future::{Future, IntoFuture, Pending, PollFn, Ready, pending, poll_fn, ready};
pub use try_ext::TryFutureExt;

use std::pin::Pin;
use std::task::{Context, Poll};

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
pub type LocalBoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

#[lang = "FusedFuture"]
pub trait FusedFuture: Future {
    fn is_terminated(&self) -> bool;
}

impl<T> FusedFuture for Pending<T> {
    fn is_terminated(&self) -> bool {
        true
    }
}

impl<T> FusedFuture for Ready<T> {
    fn is_terminated(&self) -> bool {
        self.0.is_none()
    }
}

impl<F: FusedFuture + ?Sized + Unpin> FusedFuture for &mut F {
    fn is_terminated(&self) -> bool {
        (**self).is_terminated()
    }
}

impl<F: FusedFuture + ?Sized + Unpin> FusedFuture for Box<F> {
    fn is_terminated(&self) -> bool {
        (**self).is_terminated()
    }
}

impl<P: std::ops::DerefMut> FusedFuture for Pin<P>
where
    P::Target: FusedFuture,
{
    fn is_terminated(&self) -> bool {
        (**self).is_terminated()
    }
}

pub trait TryFuture: Future {
    type Ok;
    type Error;

    fn try_poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<Self::Ok, Self::Error>>;
}

impl<F: ?Sized + Future<Output = Result<T, E>>, T, E> TryFuture for F {
    type Ok = T;
    type Error = E;

    fn try_poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<T, E>> {
        self.poll(cx)
    }
}
