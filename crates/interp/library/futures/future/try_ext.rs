//! What futures of results can do.

use super::{MapErr, MapOk};
use std::future::Future;

pub trait TryFutureExt<T, E>: Future<Output = Result<T, E>> {
    fn map_ok<U, F: FnOnce(T) -> U>(self, f: F) -> MapOk<Self, F>
    where
        Self: Sized,
    {
        MapOk::new(self, f)
    }

    fn map_err<U, F: FnOnce(E) -> U>(self, f: F) -> MapErr<Self, F>
    where
        Self: Sized,
    {
        MapErr::new(self, f)
    }

    async fn err_into<U: From<E>>(self) -> Result<T, U>
    where
        Self: Sized,
    {
        match self.await {
            Ok(value) => Ok(value),
            Err(error) => Err(U::from(error)),
        }
    }

    async fn and_then<U, Fut: Future<Output = Result<U, E>>, F: FnOnce(T) -> Fut>(self, f: F) -> Result<U, E>
    where
        Self: Sized,
    {
        match self.await {
            Ok(value) => f(value).await,
            Err(error) => Err(error),
        }
    }

    async fn or_else<U, Fut: Future<Output = Result<T, U>>, F: FnOnce(E) -> Fut>(self, f: F) -> Result<T, U>
    where
        Self: Sized,
    {
        match self.await {
            Ok(value) => Ok(value),
            Err(error) => f(error).await,
        }
    }

    async fn inspect_ok<F: FnOnce(&T)>(self, f: F) -> Result<T, E>
    where
        Self: Sized,
    {
        self.await.inspect(f)
    }

    async fn inspect_err<F: FnOnce(&E)>(self, f: F) -> Result<T, E>
    where
        Self: Sized,
    {
        self.await.inspect_err(f)
    }

    async fn unwrap_or_else<F: FnOnce(E) -> T>(self, f: F) -> T
    where
        Self: Sized,
    {
        self.await.unwrap_or_else(f)
    }
}

impl<T, E, F: Future<Output = Result<T, E>> + ?Sized> TryFutureExt<T, E> for F {}
