//! What the macros are made of.

mod branches;
mod join;
mod select;

pub use crate::context::program_follows;
pub use crate::random::pick;
pub use crate::record::unplaced as branch;
pub use branches::Branches;
pub use join::{BranchList, BranchState, MaybeDone, maybe_done, poll_join, poll_try_join, try_maybe_done};
pub use select::{Either, Never};
