//! Cancellation.

mod token;

pub use token::{CancellationToken, DropGuard, WaitForCancellationFuture, WaitForCancellationFutureOwned};
