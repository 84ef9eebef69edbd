//! Many senders, one receiver, as [`tokio::sync::mpsc`].
//!
//! What differs: blocking senders are missing.
//!
//! ```
//! # use meanwhile_runtime::{run_to_end, RunConfig, sync::mpsc};
//! # run_to_end(RunConfig::default(), || Box::pin(async {
//! let (sender, mut receiver) = mpsc::channel(1);
//! sender.send("tea").await.unwrap();
//! drop(sender);
//! assert_eq!(receiver.recv().await, Some("tea"));
//! assert_eq!(receiver.recv().await, None);
//! # Ok(()) }));
//! ```

mod bounded;
mod ends;
mod permit;
mod unbounded;

pub use bounded::{Receiver, Sender, WeakSender, channel};
pub use permit::{OwnedPermit, Permit};
pub use tokio::sync::mpsc::error;
pub use unbounded::{UnboundedReceiver, UnboundedSender, WeakUnboundedSender, unbounded_channel};

use super::resource::Tag;
use meanwhile_trace::Action;

/// Records that a message came out.
fn taken<T>(tag: &Tag, message: Option<T>) -> Option<T> {
    if message.is_some() {
        tag.record(Action::Take);
    }
    message
}

/// Records that so many messages came out.
fn all_taken(tag: &Tag, count: usize) -> usize {
    (0..count).for_each(|_| tag.record(Action::Take));
    count
}

/// Records that a message went in.
fn put<T, E>(tag: &Tag, sent: Result<T, E>) -> Result<T, E> {
    if sent.is_ok() {
        tag.record(Action::Put);
    }
    sent
}
