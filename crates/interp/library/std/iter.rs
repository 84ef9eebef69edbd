//! Iterators.

mod adapters;
mod collect;
mod flatten;
mod iterator;
mod limits;
mod peekable;
mod sources;
mod step;
mod sum;
mod tried;
mod two;

pub use adapters::{
    Cloned, Copied, Cycle, Enumerate, Filter, FilterMap, Fuse, Inspect, Map, MapWhile, Rev, Scan,
};
pub use collect::{DoubleEndedIterator, ExactSizeIterator, Extend, FromIterator, FusedIterator, IntoIterator};
pub use flatten::{FlatMap, Flatten};
pub use iterator::Iterator;
pub use limits::{Skip, SkipWhile, StepBy, Take, TakeWhile};
pub use peekable::Peekable;
pub use sources::{
    Empty, FromFn, Once, OnceWith, Repeat, RepeatN, RepeatWith, Successors, empty, from_fn, once, once_with, repeat,
    repeat_n, repeat_with, successors,
};
pub use step::Step;
pub use two::{Chain, Zip, zip};
pub use sum::{Product, Sum};
