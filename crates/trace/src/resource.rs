//! Things that spans wait for: locks, permits, channels, signals.

use crate::{Action, ResourceId, ResourceKind, Span, SpanId, TextId, Trace};

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
                    // The latest are the likeliest: looked at from the end, the many that are over cost nothing.
                    if let Some(holding) = holdings.iter_mut().rfind(open) {
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

/// A stretch during which a span waited for a resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Who.
    pub span: SpanId,
    /// Since when.
    pub start_ns: u64,
    /// Until when: it got it, or ended, or still waits now.
    pub end_ns: u64,
}

impl Resource {
    /// Returns who waited for it and when, in the order in which they began.
    pub fn waits(&self, trace: &Trace) -> Vec<Waiting> {
        let waits = (0..self.uses.len()).filter(|it| self.uses[*it].action == Action::Wait);
        waits.map(|it| self.waiting(trace, it)).collect()
    }

    /// The wait that begins with the use of this number.
    fn waiting(&self, trace: &Trace, number: usize) -> Waiting {
        let Use { at_ns: start_ns, span, .. } = self.uses[number];
        let got = self.uses[number..].iter().find(|it| it.span == span && it.action == Action::Acquire);
        let ended = || trace.span(span).map_or(start_ns, |it| it.end_ns(trace.now_ns()));
        Waiting { span, start_ns, end_ns: got.map_or_else(ended, |it| it.at_ns) }
    }
}

impl Trace {
    /// Returns what a span waits for, or waited for last, and when it did.
    pub fn wait_of(&self, span: &Span) -> Option<(&Resource, Waiting)> {
        let resource = self.resource(span.waits_for?)?;
        let begins = |it: &Use| it.span == span.id && it.action == Action::Wait;
        let number = resource.uses.iter().rposition(begins)?;
        Some((resource, resource.waiting(self, number)))
    }

    /// Returns who held what a span waits for, or waited for last, while it did, in the order in which they got it.
    pub fn holders(&self, waiting: &Span) -> Vec<Holding> {
        let Some((resource, wait)) = self.wait_of(waiting).filter(|it| it.0.kind.is_held()) else {
            return Vec::new();
        };
        let mut holdings = resource.holdings();
        let meanwhile =
            |it: &Holding| it.start_ns < wait.end_ns && it.end_ns.is_none_or(|end| end > wait.start_ns);
        holdings.retain(|it| it.span != waiting.id && meanwhile(it));
        holdings
    }

    /// Returns who uses a resource when `span` does: whoever asked for it, if that is a wait for it.
    pub fn user(&self, span: SpanId) -> Option<&Span> {
        let span = self.span(span)?;
        let asked = span.parent.filter(|_| span.is_leaf()).and_then(|it| self.span(it));
        Some(asked.unwrap_or(span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{ManualClock, NewSpan, Recorder, SpanKind};
    use std::sync::Arc;

    #[test]
    fn of_all_who_ever_held_a_lock_those_count_that_held_it_during_the_wait() {
        let clock = Arc::new(ManualClock::default());
        let recorder = Recorder::new(clock.clone(), 1_000);
        let main = recorder.create(NewSpan::new(SpanKind::Task, "main"));
        let lock = recorder.resource(main, ResourceKind::Mutex, "mutex till");
        let use_it = |at_ns, span, action| {
            clock.set_ns(at_ns);
            recorder.use_resource(span, lock, action);
        };
        let leaf = |parent| {
            recorder.create(NewSpan { parent: Some(parent), ..NewSpan::new(SpanKind::Lock, "lock") })
        };
        let ann = recorder.create(NewSpan { parent: Some(main), ..NewSpan::new(SpanKind::Fn, "ann") });
        let [before, during, after, late, me] = [ann, ann, main, main, main].map(leaf);
        use_it(0, before, Action::Acquire);
        use_it(10, before, Action::Release);
        use_it(10, during, Action::Acquire);
        use_it(20, me, Action::Wait);
        use_it(30, during, Action::Release);
        use_it(30, after, Action::Acquire);
        use_it(40, after, Action::Release);
        use_it(40, me, Action::Acquire);
        use_it(50, me, Action::Release);
        use_it(50, late, Action::Acquire);
        let mut trace = Trace::default();
        trace.apply(&recorder.drain()).unwrap();
        let me = trace.span(me).unwrap();
        let held = |span, start_ns, end_ns| Holding { span, start_ns, end_ns: Some(end_ns) };
        assert_eq!(trace.holders(me), [held(during, 10, 30), held(after, 30, 40)]);
        assert_eq!(trace.wait_of(me).unwrap().1, Waiting { span: me.id, start_ns: 20, end_ns: 40 });
        assert_eq!(trace.user(during).unwrap().id, ann, "whoever asked for the lock holds it");
        assert_eq!(trace.user(ann).unwrap().id, ann);
        assert_eq!(trace.holders(trace.span(late).unwrap()), [], "it did not wait");
    }
}
