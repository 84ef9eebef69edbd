//! Things that spans wait for: locks, permits, channels, signals.

use crate::{Action, ResourceId, ResourceKind, SpanId, TextId};

/// Everything a trace knows of one thing that spans wait for.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its id.
    pub id: ResourceId,
    /// What it is.
    pub kind: ResourceKind,
    /// What it is called.
    pub name: TextId,
    /// The span that made it.
    pub made_by: SpanId,
    /// When it was made.
    pub made_ns: u64,
    /// What was done with it, in order.
    pub uses: Vec<Use>,
}

/// One thing a span did with a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// When.
    pub at_ns: u64,
    /// Who.
    pub span: SpanId,
    /// What.
    pub action: Action,
}

/// A stretch during which a span held a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holding {
    /// Who.
    pub span: SpanId,
    /// Since when.
    pub start_ns: u64,
    /// Until when; `None` while it holds it.
    pub end_ns: Option<u64>,
}

impl Resource {
    /// Returns who held it and when, in the order in which they got it.
    pub fn holdings(&self) -> Vec<Holding> {
        let mut holdings: Vec<Holding> = Vec::new();
        for one in &self.uses {
            match one.action {
                Action::Acquire => {
                    holdings.push(Holding { span: one.span, start_ns: one.at_ns, end_ns: None });
                }
                Action::Release => {
                    let open = |it: &&mut Holding| it.span == one.span && it.end_ns.is_none();
                    if let Some(holding) = holdings.iter_mut().find(open) {
                        holding.end_ns = Some(one.at_ns);
                    }
                }
                Action::Wait | Action::Put | Action::Take => {}
            }
        }
        holdings
    }

    /// Returns how many messages it held after each use that changed that, in order.
    pub fn levels(&self) -> impl Iterator<Item = (u64, u64)> + '_ {
        self.uses
            .iter()
            .scan(0u64, |level, one| {
                match one.action {
                    Action::Put => *level += 1,
                    Action::Take => *level = level.saturating_sub(1),
                    Action::Wait | Action::Acquire | Action::Release => return Some(None),
                }
                Some(Some((one.at_ns, *level)))
            })
            .flatten()
    }
}
