//! Futures.

mod all;
mod ext;
mod try_ext;

pub use all::{
    Either, JoinAll, err, join, join3, join_all, lazy, ok, select, select_all, select_ok,
    try_join, try_join_all,
};
pub use ext::FutureExt;
pub use std::future::{Future, IntoFuture, Pending, PollFn, Ready, pending, poll_fn, ready};
pub use try_ext::TryFutureExt;

use std::pin::Pin;

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;
pub type LocalBoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + 'a>>;

pub trait FusedFuture: Future {
    fn is_terminated(&self) -> bool;
}
