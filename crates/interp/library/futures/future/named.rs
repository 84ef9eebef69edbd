//! Futures whose types programs name.

use super::FusedFuture;
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

/// A future that is always ready.
pub struct AlwaysReady<T, F: Fn() -> T>(F);

pub fn always_ready<T, F: Fn() -> T>(prod: F) -> AlwaysReady<T, F> {
    AlwaysReady(prod)
}

impl<T, F: Fn() -> T> FusedFuture for AlwaysReady<T, F> {
    fn is_terminated(&self) -> bool {
        false
    }
}

impl<T, F: Fn() -> T> Future for AlwaysReady<T, F> {
    type Output = T;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<T> {
        Poll::Ready((self.0)())
    }
}

/// Futures whose outputs go through a function.
macro_rules! mapped {
    ($($name:ident [$($param:ident),*] $from:ty => $to:ty, [$($call:tt)*] |$it:ident, $f:ident| $made:expr;)*) => {$(
        #[must_use = "futures do nothing unless you `.await` or poll them"]
        pub struct $name<Fut, F> {
            future: Fut,
            f: Option<F>,
        }

        impl<Fut, F> $name<Fut, F> {
            pub(super) fn new(future: Fut, f: F) -> Self {
                $name { future, f: Some(f) }
            }
        }

        impl<Fut: Future<Output = $from>, F: $($call)*, $($param),*> FusedFuture for $name<Fut, F> {
            fn is_terminated(&self) -> bool {
                self.f.is_none()
            }
        }

        impl<Fut: Future<Output = $from>, F: $($call)*, $($param),*> Future for $name<Fut, F> {
            type Output = $to;

            fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<$to> {
                let this = unsafe { self.get_unchecked_mut() };
                if this.f.is_none() {
                    panic!("Map must not be polled after it returned `Poll::Ready`");
                }
                match unsafe { Pin::new_unchecked(&mut this.future) }.poll(cx) {
                    Poll::Pending => Poll::Pending,
                    Poll::Ready($it) => {
                        let $f = this.f.take().unwrap();
                        Poll::Ready($made)
                    }
                }
            }
        }
    )*};
}

mapped! {
    Map [T, U] T => U, [FnOnce(T) -> U] |it, f| f(it);
    MapOk [T, E, U] Result<T, E> => Result<U, E>, [FnOnce(T) -> U] |it, f| it.map(f);
    MapErr [T, E, U] Result<T, E> => Result<T, U>, [FnOnce(E) -> U] |it, f| it.map_err(f);
}
