//! An unbounded channel that is filled faster than it is emptied.

use super::{Examined, Finding, Lint, counted};
use crate::{Action, Resource, ResourceKind};

/// A queue shorter than this is a burst, not a leak.
const LEAST_MESSAGES: u64 = 100;

pub(super) struct GrowingChannel;

impl Lint for GrowingChannel {
    fn name(&self) -> &'static str {
        "growing-channel"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        let unbounded = trace.resources().iter().filter(|it| it.kind == ResourceKind::UnboundedChannel);
        let finding = |channel: &Resource| {
            let count = |action| channel.uses.iter().filter(|it| it.action == action).count() as u64;
            let (sent, received) = (count(Action::Put), count(Action::Take));
            let peak = channel.levels().map(|(_, level)| level).max()?;
            let last = channel.levels().last()?.1;
            // Emptied later, or at about the speed at which it was filled: a burst.
            let only_grew = peak >= LEAST_MESSAGES && last * 10 >= peak * 9 && received * 2 < sent;
            let span = trace.span(channel.made_by).filter(|_| only_grew)?;
            let message = format!(
                "The {} only grew: {sent} messages were sent, {received} received; a bounded channel would make the \
                 senders wait",
                trace.text(channel.name)
            );
            Some(Finding::new(self, trace, span, message))
        };
        unbounded.filter_map(finding).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} only grew", counted(count, "unbounded channel"))
    }
}
