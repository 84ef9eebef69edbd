//! The quiet times at the right of a line: how long the spans that are awaited there took.

use crate::format;
use meanwhile_trace::{Span, SpanId, Trace};

/// What the spans of one line took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct LineTime {
    /// How many spans were awaited there.
    pub(crate) count: usize,
    /// The shortest of them.
    pub(crate) min_ns: u64,
    /// The longest of them.
    pub(crate) max_ns: u64,
    /// All of them together.
    pub(crate) total_ns: u64,
    /// How many of them are not over.
    pub(crate) alive: usize,
}

/// The times of the lines that have one, in the order of the lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct LineTimes(Vec<(u32, LineTime)>);

impl LineTimes {
    /// Returns the time of a line.
    pub(crate) fn get(&self, line: u32) -> Option<&LineTime> {
        self.place(line).ok().and_then(|it| self.0.get(it)).map(|it| &it.1)
    }

    /// Returns the lines that have a time.
    pub(crate) fn lines(&self) -> impl Iterator<Item = u32> {
        self.0.iter().map(|it| it.0)
    }

    fn entry(&mut self, line: u32) -> &mut LineTime {
        let place = self.place(line).unwrap_or_else(|place| {
            let none = LineTime { count: 0, min_ns: u64::MAX, max_ns: 0, total_ns: 0, alive: 0 };
            self.0.insert(place, (line, none));
            place
        });
        &mut self.0[place].1
    }

    fn place(&self, line: u32) -> Result<usize, usize> {
        self.0.binary_search_by_key(&line, |it| it.0)
    }
}

impl LineTime {
    /// Writes it as it stands beside the line: `300 ms`, `3 × · 300 ms`, `6 × · 250–350 ms`.
    pub(crate) fn short(&self) -> String {
        let time = format::range(self.min_ns, self.max_ns);
        if self.count == 1 { time } else { format!("{} × · {time}", self.count) }
    }

    /// Says the same in a sentence.
    pub(crate) fn sentence(&self) -> String {
        let total = format::duration(self.total_ns);
        let alive = if self.alive == 0 { String::new() } else { format!(", {} not over", self.alive) };
        if self.count == 1 {
            format!("awaited once, {total}{alive}")
        } else {
            format!("awaited {} times, {total} in all{alive}", self.count)
        }
    }
}

/// Returns the line of the program at which a span is awaited; `None` for one that is awaited nowhere in it.
pub(crate) fn awaited_line(trace: &Trace, span: &Span) -> Option<u32> {
    span.awaited.and_then(|it| trace.tables.place(it)).filter(|it| it.file.is_none()).map(|it| it.line)
}

/// Returns the line to show for a span: where it is awaited, or else defined.
pub(crate) fn shown_line(trace: &Trace, span: SpanId) -> Option<u32> {
    trace.place(trace.span(span)?).filter(|it| it.file.is_none()).map(|it| it.line)
}

/// Returns the spans that belong to a line: those awaited there, or else those defined there.
pub(crate) fn spans_of_line(trace: &Trace, line: u32) -> Vec<SpanId> {
    let ids = |test: &dyn Fn(&Span) -> bool| -> Vec<SpanId> {
        trace.spans().iter().filter(|it| test(it)).map(|it| it.id).collect()
    };
    let awaited = ids(&|it| awaited_line(trace, it) == Some(line));
    if awaited.is_empty() { ids(&|it| shown_line(trace, it.id) == Some(line)) } else { awaited }
}

/// Returns the time of every line that has one.
pub(crate) fn line_times(trace: &Trace) -> LineTimes {
    let mut times = LineTimes::default();
    for span in trace.spans() {
        let Some(line) = awaited_line(trace, span) else { continue };
        let ns = span.end_ns(trace.now_ns()) - span.created_ns;
        let time = times.entry(line);
        time.count += 1;
        time.min_ns = time.min_ns.min(ns);
        time.max_ns = time.max_ns.max(ns);
        time.total_ns += ns;
        time.alive += usize::from(span.end.is_none());
    }
    times
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Story;

    #[test]
    fn a_line_awaited_twice_says_so_and_gives_the_range() {
        let trace = Story::default().sleep(6, 0, 300).sleep(6, 300, 250).sleep(9, 0, 40).trace();
        let times = line_times(&trace);
        assert_eq!(times.get(6).unwrap().short(), "2 × · 250–300 ms");
        assert_eq!(times.get(6).unwrap().sentence(), "awaited 2 times, 550 ms in all");
        assert_eq!(times.get(9).unwrap().short(), "40 ms");
        assert_eq!(times.0.len(), 2, "the main task is awaited nowhere");
    }

    #[test]
    fn equal_times_are_written_once() {
        let trace = Story::default().sleep(6, 0, 300).sleep(6, 0, 300).sleep(6, 0, 300).trace();
        assert_eq!(line_times(&trace).get(6).unwrap().short(), "3 × · 300 ms");
        let trace = Story::default().sleep(6, 0, 900).sleep(6, 0, 1500).trace();
        assert_eq!(line_times(&trace).get(6).unwrap().short(), "2 × · 0.9–1.5 s");
    }

    #[test]
    fn a_span_that_lives_counts_up_to_now() {
        let trace = Story::default().open_sleep(6, 100).at(400).trace();
        let times = line_times(&trace);
        let time = times.get(6).unwrap();
        assert_eq!((time.short().as_str(), time.alive), ("300 ms", 1));
        assert_eq!(time.sentence(), "awaited once, 300 ms, 1 not over");
    }

    #[test]
    fn a_line_finds_its_spans_and_a_span_its_line() {
        let trace = Story::default().sleep(6, 0, 300).sleep(9, 0, 40).sleep(6, 0, 5).trace();
        let of_six = spans_of_line(&trace, 6);
        assert_eq!(of_six.iter().map(|it| it.number()).collect::<Vec<_>>(), [2, 4]);
        assert_eq!(shown_line(&trace, of_six[1]), Some(6));
        assert!(spans_of_line(&trace, 5).is_empty());
    }
}
