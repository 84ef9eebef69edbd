//! Independent awaits that ran one after another.

use super::{Examined, Finding, Lint, Wait, counted, time};
use crate::{Place, Span, SpanId, Trace};

/// Saving less than this is not worth a word.
const LEAST_SAVED_NS: u64 = 1_000_000;

pub(super) struct SequentialAwaits;

/// What one run through a group of awaits took, and would have taken gathered.
struct Cost<'a> {
    first: &'a Span,
    sequential_ns: u64,
    gathered_ns: u64,
    /// Whether several of them print.
    prints: bool,
}

impl Lint for SequentialAwaits {
    fn name(&self) -> &'static str {
        "sequential-awaits"
    }

    fn check(&self, run: &Examined<'_>) -> Vec<Finding> {
        let trace = run.trace;
        run.facts.independent.iter().filter_map(|group| self.finding(trace, group)).collect()
    }

    fn summary(&self, count: usize) -> String {
        format!("{} of independent awaits ran one after another", counted(count, "group"))
    }
}

impl SequentialAwaits {
    /// The run through this group in which gathering would have saved most.
    fn finding(&self, trace: &Trace, group: &[Place]) -> Option<Finding> {
        let worst = worst(trace, group)?;
        let lines: Vec<String> = group.iter().map(|it| it.line.to_string()).collect();
        let (last, others) = lines.split_last()?;
        let message = format!(
            "Lines {} and {last} wait for one another, but need not: gathered they would have taken {} instead of {}{}",
            others.join(", "),
            time(worst.gathered_ns),
            time(worst.sequential_ns),
            if worst.prints { ", with their output mixed" } else { "" }
        );
        Some(Finding::new(self, trace, worst.first, message))
    }
}

/// What each group of awaits cost that waited for one another, where that cost most.
pub(super) fn waits(run: &Examined<'_>) -> Vec<Wait> {
    let wait = |group: &Vec<Place>| {
        let Cost { sequential_ns, gathered_ns, .. } = worst(run.trace, group)?;
        Some(Wait { lines: group.iter().map(|it| it.line).collect(), sequential_ns, gathered_ns })
    };
    run.facts.independent.iter().filter_map(wait).collect()
}

/// The run through a group in which gathering would have saved most, if it would have saved something.
fn worst<'a>(trace: &'a Trace, group: &[Place]) -> Option<Cost<'a>> {
    let costs = trace.spans().iter().filter_map(|it| cost(trace, it, group));
    costs.max_by_key(Cost::saved_ns).filter(|it| it.saved_ns() >= LEAST_SAVED_NS)
}

impl Cost<'_> {
    fn saved_ns(&self) -> u64 {
        self.sequential_ns - self.gathered_ns
    }
}

/// What the group cost inside `parent`: the first child awaited at each of its places.
fn cost<'a>(trace: &'a Trace, parent: &Span, group: &[Place]) -> Option<Cost<'a>> {
    let children = || parent.children.iter().filter_map(|it| trace.span(*it));
    let at = |place: &Place| {
        children().find(|it| it.awaited.and_then(|at| trace.tables.place(at)) == Some(*place))
    };
    let awaited: Vec<&Span> = group.iter().map(at).collect::<Option<_>>()?;
    let members = Members(trace, &awaited);
    if members.share_resources() {
        return None;
    }
    let lengths = || awaited.iter().map(|it| it.stats(trace.now_ns()).total_ns);
    Some(Cost {
        first: awaited.first()?,
        sequential_ns: lengths().sum(),
        gathered_ns: lengths().max()?,
        prints: members.how_many_print() > 1,
    })
}

/// The awaited spans of a group.
struct Members<'a>(&'a Trace, &'a [&'a Span]);

impl Members<'_> {
    /// Which of them a span is part of.
    fn of(&self, span: SpanId) -> Option<usize> {
        self.1.iter().position(|it| self.0.is_within(span, it.id))
    }

    /// Whether two of them use the same lock, channel or the like: they may need each other's order.
    fn share_resources(&self) -> bool {
        self.0.resources().iter().any(|it| self.distinct(it.uses.iter().map(|it| it.span)) > 1)
    }

    fn how_many_print(&self) -> usize {
        self.distinct(self.0.output().iter().map(|it| it.span))
    }

    fn distinct(&self, spans: impl Iterator<Item = SpanId>) -> usize {
        let mut met = vec![false; self.1.len()];
        spans.filter_map(|it| self.of(it)).for_each(|it| met[it] = true);
        met.into_iter().filter(|it| *it).count()
    }
}
