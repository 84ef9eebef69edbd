//! How iterators with a closure are shown: without it.

use super::{Filter, FilterMap, Inspect, Map, MapWhile, Scan};

macro_rules! shown {
    ($($name:ident<$($param:ident),*>: $($field:ident),*;)*) => {$(
        impl<$($param: crate::fmt::Debug),*, F> crate::fmt::Debug for $name<$($param),*, F> {
            fn fmt(&self, f: &mut crate::fmt::Formatter<'_>) -> crate::fmt::Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($field), &self.$field))*.finish()
            }
        }
    )*};
}

shown! {
    Map<I>: iter;
    Filter<I>: iter;
    FilterMap<I>: iter;
    MapWhile<I>: iter;
    Inspect<I>: iter;
    Scan<I, St>: iter, state;
}
