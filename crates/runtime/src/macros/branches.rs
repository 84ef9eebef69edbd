//! The branches of `select!` and `join!`.

/// A list of branches: made from the fields of a tuple, and looked into.
#[doc(hidden)]
#[macro_export]
macro_rules! __branches {
    (@own $futures:ident) => { () };
    (@own $futures:ident $index:tt $($rest:tt)*) => {
        $crate::support::Branches::new($futures.$index, $crate::__branches!(@own $futures $($rest)*))
    };

    (@at [] $branches:ident) => { $branches.as_mut().first() };
    (@at [_ $($mark:tt)*] $branches:ident) => {
        $crate::__branches!(@deeper [$($mark)*] ($branches.as_mut().rest()))
    };
    (@deeper [] ($branches:expr)) => { $branches.first() };
    (@deeper [_ $($mark:tt)*] ($branches:expr)) => {
        $crate::__branches!(@deeper [$($mark)*] ($branches.rest()))
    };
}
