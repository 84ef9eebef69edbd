//! What a recorder hands over at a time.

use crate::{Event, Tables};

/// The events since the last hand-over, with the table entries they are the first to name.
///
/// The first entry of `new` follows the last entry of the batch before, so batches must be applied in order and none
/// may be left out; `first_event` lets the reader notice.
#[derive(Clone, Debug, Default)]
pub struct Batch {
    /// How many events the recorder had handed over before this batch.
    pub first_event: u64,
    /// Table entries that no batch before has brought.
    pub new: Tables,
    /// The events, in order.
    pub events: Vec<Event>,
    /// How many events the recorder has dropped so far, since the start of the run.
    pub dropped_events: u64,
    /// The time of the hand-over, in nanoseconds since the start of the run.
    pub now_ns: u64,
}
