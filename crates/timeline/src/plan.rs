//! Which spans get a lane, in which order, in which pane.

use crate::workers::workers;
use crate::{Comparison, Stretch, Viewport, Worker, critical_path};
use meanwhile_trace::{End, Span, SpanId, Trace};

/// Which spans get a lane: one pane for a whole run, two for a comparison.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// From top to bottom.
    pub panes: Vec<Pane>,
    /// What the picture is called.
    pub title: String,
    /// What it shows, in words.
    pub description: String,
    /// How much time there is to see, in nanoseconds: the right end of the axis.
    pub extent_ns: f64,
    /// How much the second of two saved, once it is known.
    pub saved_ns: Option<i64>,
    /// Where each span's lane is, by the span's index: its pane and its place there.
    lanes: Vec<Option<(u32, u32)>>,
    /// The stretches of the critical path, by the span's index.
    critical: Vec<Vec<Stretch>>,
    /// The longest name at each depth, in characters.
    columns: Vec<usize>,
}

/// Deeper lanes are indented no further.
const DEEPEST: usize = 8;

/// Lanes that share a zero.
#[derive(Clone, Debug)]
pub struct Pane {
    /// What stands above them.
    pub heading: Option<String>,
    /// The run's time at the pane's own 0.
    pub base_ns: u64,
    /// The pane's last nanosecond, in the run's time.
    pub end_ns: u64,
    /// The whole time of what it shows, where that is one span that has ended.
    pub total_ns: Option<u64>,
    /// The workers that did jobs, from top to bottom; their lanes stand between the loop's and those of the spans.
    pub workers: Vec<Worker>,
    /// The lanes, from top to bottom.
    pub rows: Vec<Row>,
}

/// A lane to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// A worker's: its pane and its place there.
    Worker(usize, usize),
    /// A span's: its pane and its place there.
    Row(usize, usize),
}

/// One lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// The span.
    pub span: SpanId,
    /// How far it is indented: 0 for the first of a pane.
    pub depth: u32,
    /// Whether spans below it are hidden.
    pub collapsed: bool,
}

impl Plan {
    /// Shows every span of a run.
    pub fn whole(trace: &Trace) -> Plan {
        Plan::whole_with(trace, &[])
    }

    /// Shows every span of a run but those below a collapsed one.
    pub fn whole_with(trace: &Trace, collapsed: &[SpanId]) -> Plan {
        let roots = trace.spans().iter().filter(|it| it.parent.is_none());
        let rows = rows(trace, roots, collapsed);
        let end_ns = trace.spans().iter().map(|it| it.end_ns(trace.now_ns())).max().unwrap_or(0);
        let over = trace.root().and_then(|it| it.end);
        let total_ns = trace.root().zip(over).map(|(root, (at, _))| at - root.created_ns);
        let pane = Pane { heading: None, base_ns: 0, end_ns, total_ns, workers: workers(trace, None), rows };
        let path = match trace.root() {
            Some(root) if over.is_some_and(|(_, end)| end != End::Cancelled) => critical_path(trace, root.id),
            _ => Vec::new(),
        };
        let panes = if pane.rows.is_empty() { Vec::new() } else { vec![pane] };
        Plan::of(trace, panes, end_ns, path.into_iter(), None)
    }

    /// Shows the two spans of a comparison and what stands below them.
    pub fn comparison(trace: &Trace, comparison: &Comparison) -> Plan {
        Plan::comparison_with(trace, comparison, &[])
    }

    /// Shows the two spans of a comparison and what stands below them, but for what a collapsed one hides.
    pub fn comparison_with(trace: &Trace, comparison: &Comparison, collapsed: &[SpanId]) -> Plan {
        let pane = |side: &crate::Side| Pane {
            heading: Some(side.heading(trace)),
            base_ns: side.start_ns,
            end_ns: side.start_ns + side.total_ns,
            total_ns: side.end.map(|_| side.total_ns),
            workers: workers(trace, Some(side.span)),
            rows: rows(trace, trace.span(side.span).into_iter(), collapsed),
        };
        let panes = comparison.sides().map(pane).collect();
        let path =
            comparison.sides().filter(|it| it.has_returned()).flat_map(|it| it.critical_path.iter().copied());
        Plan::of(trace, panes, comparison.longest_ns(), path, Some(comparison))
    }

    fn of(
        trace: &Trace,
        panes: Vec<Pane>,
        longest_ns: u64,
        path: impl Iterator<Item = Stretch>,
        comparison: Option<&Comparison>,
    ) -> Plan {
        let mut lanes = vec![None; trace.spans().len()];
        for (pane, rows) in panes.iter().enumerate() {
            for (row, it) in rows.rows.iter().enumerate() {
                lanes[it.span.index()] = Some((pane as u32, row as u32));
            }
        }
        // The lanes of workers have names too.
        let worker = panes.iter().flat_map(|it| &it.workers).map(|it| it.name().len()).max();
        let mut columns = Vec::from_iter(worker);
        for row in panes.iter().flat_map(|it| &it.rows) {
            let depth = (row.depth as usize).min(DEEPEST);
            columns.resize(columns.len().max(depth + 1), 0);
            let name = trace.span(row.span).map_or("", |it| trace.name(it));
            columns[depth] = columns[depth].max(crate::text::columns(name));
        }
        let mut critical = vec![Vec::new(); trace.spans().len()];
        for stretch in path {
            if let Some(of_span) = critical.get_mut(stretch.span.index()) {
                of_span.push(stretch);
            }
        }
        Plan {
            panes,
            title: if comparison.is_some() { "Two ways compared" } else { "Timeline of a run" }.to_owned(),
            description: crate::describe(trace, comparison),
            extent_ns: Viewport::extent_ns(longest_ns),
            saved_ns: comparison.and_then(Comparison::saved_ns),
            lanes,
            critical,
            columns,
        }
    }

    /// Returns the depths there are, with the longest name at each, in characters.
    pub(crate) fn name_columns(&self) -> impl Iterator<Item = (u32, usize)> {
        self.columns.iter().enumerate().map(|(depth, columns)| (depth as u32, *columns))
    }

    /// Returns the pane and the place in it of a span's lane, where it has one.
    pub fn lane(&self, span: SpanId) -> Option<(usize, usize)> {
        self.lanes.get(span.index())?.map(|it| (it.0 as usize, it.1 as usize))
    }

    /// Returns how high a picture of all lanes is, in CSS pixels.
    pub fn height(&self) -> f64 {
        crate::layout::content_height(self)
    }

    /// Returns the stretches for which everything waited for this span, in order.
    pub fn critical(&self, span: SpanId) -> &[Stretch] {
        self.critical.get(span.index()).map_or(&[], Vec::as_slice)
    }

    /// Returns where a job stands in a worker's lane: the pane and the worker's place there.
    pub fn worker_of(&self, job: SpanId) -> Option<(usize, usize)> {
        self.panes.iter().enumerate().find_map(|(pane, it)| {
            let has_done = |it: &Worker| it.jobs.iter().any(|it| it.span == job);
            it.workers.iter().position(has_done).map(|worker| (pane, worker))
        })
    }

    /// Returns the pane in which a span is to be seen.
    pub fn pane_of(&self, span: SpanId) -> Option<usize> {
        self.lane(span).or_else(|| self.worker_of(span)).map(|it| it.0)
    }

    /// Returns the lane `by` lanes below this one (above, if negative); the nearest there is. Without one to start from,
    /// it is counted from above the first or below the last.
    pub fn neighbour(&self, from: Option<Lane>, by: isize) -> Option<Lane> {
        let lanes = |it: &Pane| it.workers.len() + it.rows.len();
        let before = |pane: usize| self.panes.iter().take(pane).map(lanes).sum::<usize>();
        let last = before(self.panes.len()).checked_sub(1)?;
        let from = match from {
            Some(Lane::Worker(pane, worker)) => before(pane) + worker,
            Some(Lane::Row(pane, row)) => before(pane) + self.panes.get(pane)?.workers.len() + row,
            // From nowhere, the way down begins above the first lane and the way up below the last.
            None if by > 0 => return self.lane_at((by as usize - 1).min(last)),
            None => last + 1,
        };
        self.lane_at(from.saturating_add_signed(by).min(last))
    }

    /// The lane of this number, from top to bottom.
    fn lane_at(&self, mut at: usize) -> Option<Lane> {
        for (number, pane) in self.panes.iter().enumerate() {
            let lanes = pane.workers.len() + pane.rows.len();
            if at < lanes {
                let row = at.checked_sub(pane.workers.len());
                return Some(row.map_or(Lane::Worker(number, at), |it| Lane::Row(number, it)));
            }
            at -= lanes;
        }
        None
    }
}

/// The lanes of some spans and all below them, parents before children, in the order in which they were made.
fn rows<'a>(trace: &'a Trace, roots: impl Iterator<Item = &'a Span>, collapsed: &[SpanId]) -> Vec<Row> {
    let mut rows = Vec::new();
    for root in roots {
        let mut waiting = vec![root];
        while let Some(span) = waiting.pop() {
            let hides = !span.children.is_empty() && collapsed.contains(&span.id);
            rows.push(Row { span: span.id, depth: span.depth - root.depth, collapsed: hides });
            if !hides {
                waiting.extend(span.children.iter().rev().filter_map(|it| trace.span(*it)));
            }
        }
    }
    rows
}
