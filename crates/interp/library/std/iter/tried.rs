//! What a fold that may end early goes on with.

use crate::ops::ControlFlow;

/// What the closures of `try_fold` and `try_for_each` return.
pub trait Tried<C>: Sized {
    fn decide(self) -> ControlFlow<Self, C>;

    fn done(output: C) -> Self;
}

impl<C> Tried<C> for Option<C> {
    fn decide(self) -> ControlFlow<Self, C> {
        match self {
            Some(value) => ControlFlow::Continue(value),
            None => ControlFlow::Break(None),
        }
    }

    fn done(output: C) -> Self {
        Some(output)
    }
}

impl<C, E> Tried<C> for Result<C, E> {
    fn decide(self) -> ControlFlow<Self, C> {
        match self {
            Ok(value) => ControlFlow::Continue(value),
            Err(error) => ControlFlow::Break(Err(error)),
        }
    }

    fn done(output: C) -> Self {
        Ok(output)
    }
}

impl<C, B> Tried<C> for ControlFlow<B, C> {
    fn decide(self) -> ControlFlow<Self, C> {
        match self {
            ControlFlow::Continue(value) => ControlFlow::Continue(value),
            ControlFlow::Break(value) => ControlFlow::Break(ControlFlow::Break(value)),
        }
    }

    fn done(output: C) -> Self {
        ControlFlow::Continue(output)
    }
}
