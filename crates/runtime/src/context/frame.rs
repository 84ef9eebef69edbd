//! Polls under way, and what a poll says to the recorded futures beneath it.

use meanwhile_trace::{Place, SpanId};

/// Where a future lies in memory and how much of it: a future that is polled at the address and with the size that its
/// awaiter named is that very future, not something inside of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Identity {
    address: usize,
    size: usize,
}

impl Identity {
    pub(crate) fn of<T>(it: &T) -> Self {
        Identity { address: std::ptr::from_ref(it).addr(), size: size_of::<T>() }
    }
}

/// What an `.await` or a branch says to the recorded futures directly beneath it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Slot {
    /// Where they are awaited.
    pub(crate) place: Option<Place>,
    /// The operand itself.
    pub(crate) target: Identity,
    /// Whether nothing but our own code has run since the event before.
    pub(crate) quiet: bool,
    /// Whether the operand is code that we do not know, so that nothing beneath may share a reading.
    pub(crate) opaque: bool,
    /// Whether a recorded future was polled directly beneath.
    pub(crate) claimed: bool,
    /// Whether the operand itself was that future, so that its last event is the event before.
    pub(crate) direct: bool,
}

/// Why nothing but our own code has run in a poll since the event before, if that is so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Quiet {
    /// It is not known to be so.
    No,
    /// The body was resumed, and goes straight to the future that it waits for.
    Resumed,
    /// The poll of a future beneath has just ended: its siblings follow, or the body returns `Pending`.
    AfterPoll,
}

/// One poll under way.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) span: SpanId,
    /// Whether only code of this crate runs in it.
    pub(crate) own: bool,
    /// Whether code runs in it of which we do not know what it does between the polls of what is beneath.
    pub(crate) opaque: bool,
    pub(crate) quiet: Quiet,
    pub(crate) slot: Option<Slot>,
}

/// What the frame above knows of a future that is about to be polled.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Claim {
    /// Where it is awaited.
    pub(crate) place: Option<Place>,
    /// Whether it is the awaited operand itself.
    pub(crate) direct: bool,
    /// Whether nothing but our own code has run since the event before.
    pub(crate) quiet: bool,
    /// The number of the task whose turn it is; 0 for none.
    pub(crate) task: u64,
}

/// Who publishes a place.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Publication {
    pub(crate) place: Option<Place>,
    /// The publisher itself, which may be the operand of another.
    pub(crate) publisher: Identity,
    /// The operand.
    pub(crate) target: Identity,
    /// Whether the operand is not of this crate.
    pub(crate) opaque: bool,
    /// Whether the publisher has been polled before.
    pub(crate) resumed: bool,
    /// Whether our own code follows even if the operand is ready: that of `join!` and its kin.
    pub(crate) has_siblings: bool,
}

impl Frame {
    /// A frame for code that is not a poll: a task's destructors.
    pub(crate) fn of(span: SpanId) -> Self {
        Frame { span, own: false, opaque: true, quiet: Quiet::No, slot: None }
    }

    /// Opens a slot for what a publisher polls; returns the one that was open before.
    pub(super) fn open(&mut self, publication: Publication) -> Option<Slot> {
        let outer = self.slot;
        let nested = outer.filter(|it| it.target == publication.publisher);
        let quiet = match std::mem::replace(&mut self.quiet, Quiet::No) {
            Quiet::No => nested.is_some_and(|it| it.quiet),
            Quiet::Resumed => publication.resumed,
            Quiet::AfterPoll => true,
        };
        let opaque = publication.opaque || self.opaque || outer.is_some_and(|it| it.opaque);
        self.slot = Some(Slot {
            place: publication.place.or(outer.and_then(|it| it.place)),
            target: publication.target,
            quiet: quiet && !opaque,
            opaque,
            claimed: false,
            direct: false,
        });
        outer
    }

    /// Closes the slot again; returns whether it was claimed.
    pub(super) fn close(&mut self, outer: Option<Slot>, publication: Publication, pending: bool) -> bool {
        let Some(inner) = std::mem::replace(&mut self.slot, outer) else { return false };
        if let Some(outer) = &mut self.slot {
            outer.claimed |= inner.claimed;
            outer.direct |= inner.direct && outer.target == publication.publisher;
        }
        if !inner.opaque {
            let follows = inner.direct && (pending || publication.has_siblings);
            self.quiet = if follows { Quiet::AfterPoll } else { Quiet::No };
        }
        inner.claimed
    }
}
