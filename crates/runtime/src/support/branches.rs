//! The branches of `select!` and `join!`, in a list.

use pin_project_lite::pin_project;
use std::pin::Pin;

pin_project! {
    /// A branch and the ones after it, which are dropped in this order, as the fields of a tuple are.
    #[derive(Debug)]
    pub struct Branches<F, R> {
        #[pin]
        first: F,
        #[pin]
        rest: R,
    }
}

impl<F, R> Branches<F, R> {
    /// Puts a branch before the others; behind the last there is `()`.
    pub fn new(first: F, rest: R) -> Self {
        Branches { first, rest }
    }

    /// Returns the first branch.
    pub fn first(self: Pin<&mut Self>) -> Pin<&mut F> {
        self.project().first
    }

    /// Returns the other branches.
    pub fn rest(self: Pin<&mut Self>) -> Pin<&mut R> {
        self.project().rest
    }
}
