//! Two spans of one run side by side.

mod critical;
mod flight;

pub use critical::{Stretch, critical_path};
pub use flight::peak_in_flight;

use meanwhile_trace::report::ComparisonReport;
use meanwhile_trace::{End, Span, SpanId, SpanKind, Trace};

/// Two spans of one run, each with a time of its own that starts at 0.
///
/// Grows with a live run: what is not known yet is `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The span drawn above.
    pub left: Side,
    /// The span drawn below; `None` while it has not begun.
    pub right: Option<Side>,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The span.
    pub span: SpanId,
    /// The run's time at which its own time is 0: when it was made.
    pub start_ns: u64,
    /// Its whole time; up to now while it lives.
    pub total_ns: u64,
    /// How it ended, once it has.
    pub end: Option<End>,
    /// The most futures it had in flight at once ([`peak_in_flight`]).
    pub peak_in_flight: usize,
    /// The chain of waits that bounded it, in order ([`critical_path`]); empty while it lives.
    pub critical_path: Vec<Stretch>,
}

/// The names that mark a comparison, and the headings they get.
const NAMES: [(&str, &str); 2] = [("sequential", "Sequential"), ("gathered", "Gathered")];

impl Comparison {
    /// Finds the two spans worth comparing.
    ///
    /// Candidates are the `async fn`s that the main task awaits itself (an `async fn main` or an `async` block in
    /// between does not count), but for those that were never polled. The first named `sequential` and the first named
    /// `gathered` are the pair, even while the second has not begun. Without such names the pair is there once the run
    /// is over, if there are exactly two candidates, of two different functions. In either case the second must
    /// not have begun before the first had ended.
    pub fn find(trace: &Trace) -> Option<Comparison> {
        let candidates = candidates(trace);
        let [first, second] =
            NAMES.map(|(name, _)| candidates.iter().copied().find(|it| function(trace, it) == name));
        let (left, right) = match (first, second) {
            (Some(one), Some(two)) if one.id < two.id => (one, Some(two)),
            (Some(_), Some(_)) | (None, Some(_)) => return None,
            (Some(one), None) if trace.root()?.end.is_none() => (one, None),
            _ => unnamed(trace, &candidates)?,
        };
        let apart = right.is_none_or(|it| left.end.is_some_and(|(end, _)| end <= it.created_ns));
        apart
            .then(|| Comparison { left: Side::new(trace, left), right: right.map(|it| Side::new(trace, it)) })
    }

    /// Returns whether both have run to their end: returned, in good order or with an error.
    pub fn is_whole(&self) -> bool {
        self.left.has_returned() && self.right.as_ref().is_some_and(Side::has_returned)
    }

    /// Returns the time of the left divided by that of the right, once both have returned; `None` also where the right
    /// took no time at all and the left did. Two that took no time are equal: 1.
    pub fn factor(&self) -> Option<f64> {
        let right = self.right.as_ref().filter(|_| self.is_whole())?;
        match (self.left.total_ns, right.total_ns) {
            (0, 0) => Some(1.0),
            (_, 0) => None,
            (left, right) => Some(left as f64 / right as f64),
        }
    }

    /// Returns the time of the left less that of the right, in nanoseconds, once both have returned.
    pub fn saved_ns(&self) -> Option<i64> {
        let right = self.right.as_ref().filter(|_| self.is_whole())?;
        let saved = i128::from(self.left.total_ns) - i128::from(right.total_ns);
        Some(saved.clamp(i64::MIN.into(), i64::MAX.into()) as i64)
    }

    /// Returns the two as they stand in `RunResult`, once both have returned and the factor is a number.
    pub fn report(&self) -> Option<ComparisonReport> {
        Some(ComparisonReport {
            left: self.left.span.number(),
            right: self.right.as_ref()?.span.number(),
            factor: self.factor()?,
            saved_ms: self.saved_ns()? as f64 / 1e6,
        })
    }

    /// Returns both sides that are there, the left first.
    pub fn sides(&self) -> impl Iterator<Item = &Side> {
        std::iter::once(&self.left).chain(&self.right)
    }

    /// Returns the longer of the two times, in nanoseconds.
    pub fn longest_ns(&self) -> u64 {
        self.sides().map(|it| it.total_ns).max().unwrap_or(0)
    }
}

impl Side {
    fn new(trace: &Trace, span: &Span) -> Side {
        Side {
            span: span.id,
            start_ns: span.created_ns,
            total_ns: span.end_ns(trace.now_ns()) - span.created_ns,
            end: span.end.map(|(_, end)| end),
            peak_in_flight: peak_in_flight(trace, span.id),
            critical_path: if span.end.is_some() { critical_path(trace, span.id) } else { Vec::new() },
        }
    }

    /// Returns whether it has ended of itself, by returning.
    pub fn has_returned(&self) -> bool {
        matches!(self.end, Some(End::Completed | End::Failed))
    }

    /// Returns its heading: `Sequential`, `Gathered`, or else the span's name.
    pub fn heading(&self, trace: &Trace) -> String {
        let Some(span) = trace.span(self.span) else { return String::new() };
        let known = NAMES.iter().find(|it| it.0 == function(trace, span));
        known.map_or_else(|| trace.name(span).to_owned(), |it| it.1.to_owned())
    }
}

/// The `async fn`s that the main task awaits itself.
fn candidates(trace: &Trace) -> Vec<&Span> {
    let children = |span: &Span| span.children.iter().filter_map(|it| trace.span(*it)).collect::<Vec<_>>();
    let mut found = trace.root().map(children).unwrap_or_default();
    while let [only] = found[..]
        && (only.kind == SpanKind::Block || function(trace, only) == "main")
    {
        found = children(only);
    }
    found.retain(|it| it.kind == SpanKind::Fn && !it.polls.is_empty());
    found
}

fn unnamed<'a>(trace: &Trace, candidates: &[&'a Span]) -> Option<(&'a Span, Option<&'a Span>)> {
    let [one, two] = candidates else { return None };
    let over = trace.root()?.end.is_some() && one.end.is_some() && two.end.is_some();
    (over && function(trace, one) != function(trace, two)).then_some((*one, Some(*two)))
}

/// A span's name without its arguments.
fn function<'a>(trace: &'a Trace, span: &Span) -> &'a str {
    let name = trace.name(span);
    name.split('(').next().unwrap_or(name)
}

#[cfg(test)]
mod tests;
