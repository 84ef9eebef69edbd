//! Who stood in the way of a wait, and who ended it.

use super::Sentence;
use crate::Stretch;
use crate::units::duration;
use meanwhile_trace::{Action, End, Holding, Span, SpanId, SpanKind, Trace};

/// How many holders are named; the others are counted.
const MOST: usize = 3;

/// Returns when others held what a span waits for, or waited for last, while it did, by who asked for it: what
/// [`Options::held`](crate::Options::held) draws. Empty for a span that waited for nothing that can be held.
pub fn holders(trace: &Trace, span: SpanId) -> Vec<Stretch> {
    let holdings = trace.span(span).map(|it| trace.holders(it)).unwrap_or_default();
    let stretch = |it: &Holding| Stretch {
        span: trace.user(it.span).map_or(it.span, |it| it.id),
        start_ns: it.start_ns,
        end_ns: it.end_ns.unwrap_or(trace.now_ns()),
    };
    holdings.iter().map(stretch).collect()
}

impl Sentence<'_> {
    /// ` Held meanwhile by a for 30 ms and by b, which never released it.`
    pub(super) fn held(&mut self, span: &Span) {
        let holdings = self.trace.holders(span);
        if holdings.is_empty() {
            return self.given(span);
        }
        self.plain(" Held meanwhile by ");
        for (number, holding) in holdings.iter().take(MOST).enumerate() {
            if number > 0 {
                self.plain(", by ");
            }
            self.holder(holding);
        }
        if holdings.len() > MOST {
            self.plain(&format!(", and by {} more", holdings.len() - MOST));
        }
        self.plain(".");
    }

    fn holder(&mut self, holding: &Holding) {
        let Some(holder) = self.trace.user(holding.span) else { return };
        self.name(holder.id);
        let running = self.trace.root().is_some_and(|it| it.end.is_none());
        match (holding.end_ns, holder.end) {
            (Some(end_ns), _) => self.plain(&format!(" for {}", duration(end_ns - holding.start_ns))),
            (None, Some((_, End::Panicked))) => self.plain(", which took it along when it panicked"),
            (None, None) if running => self.plain(", which still holds it"),
            (None, _) => self.plain(", which never released it"),
        }
    }

    /// For what is given rather than held: who gave it. ` It came from producer.`
    fn given(&mut self, span: &Span) {
        let Some((resource, wait)) = self.trace.wait_of(span) else { return };
        let wanted = if span.kind == SpanKind::Send { Action::Take } else { Action::Put };
        let during = |at_ns| (wait.start_ns..=wait.end_ns).contains(&at_ns);
        let ended = resource.kind.is_held() || !matches!(span.end, Some((_, End::Completed)));
        let giver =
            resource.uses.iter().rfind(|it| it.action == wanted && it.span != span.id && during(it.at_ns));
        let Some(giver) = giver.filter(|_| !ended).and_then(|it| self.trace.user(it.span)) else { return };
        self.plain(match span.kind {
            SpanKind::Send => " Room was made by ",
            SpanKind::Recv => " It came from ",
            _ => " It was given by ",
        });
        self.name(giver.id);
        self.plain(".");
    }
}
