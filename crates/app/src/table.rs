//! The rows of the table of spans: the picture in words and numbers.

use meanwhile_trace::order::in_order;
use meanwhile_trace::{SpanId, Stats, Trace};

/// A column by which the rows can be put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Column {
    Start,
    End,
    Polls,
    Busy,
    Scheduled,
    Idle,
}

impl Column {
    /// Returns what stands in the column's head.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Column::Start => "Start",
            Column::End => "End",
            Column::Polls => "Polls",
            Column::Busy => "Busy",
            Column::Scheduled => "Scheduled",
            Column::Idle => "Idle",
        }
    }

    /// Every column that can be sorted by, from left to right.
    pub(crate) const ALL: [Column; 6] =
        [Column::Start, Column::End, Column::Polls, Column::Busy, Column::Scheduled, Column::Idle];
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    /// As the spans stand in the tree.
    #[default]
    Tree,
    /// The largest first.
    Descending(Column),
    /// The smallest first.
    Ascending(Column),
}

impl Order {
    /// Returns the order after a click on a column's head: largest first, smallest first, the tree again.
    pub(crate) fn clicked(self, column: Column) -> Self {
        match self {
            Order::Descending(it) if it == column => Order::Ascending(column),
            Order::Ascending(it) if it == column => Order::Tree,
            _ => Order::Descending(column),
        }
    }

    /// Returns the value of a column head's `aria-sort`.
    pub(crate) fn aria(self, column: Column) -> &'static str {
        match self {
            Order::Descending(it) if it == column => "descending",
            Order::Ascending(it) if it == column => "ascending",
            _ => "none",
        }
    }
}

/// One span of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    /// Which.
    pub(crate) span: SpanId,
    /// How far its name is indented: 0 wherever the order is not the tree's.
    pub(crate) indent: u32,
    /// When it began.
    pub(crate) start_ns: u64,
    /// When it ended; `None` while it lives.
    pub(crate) end_ns: Option<u64>,
    /// Its figures.
    pub(crate) stats: Stats,
}

impl Row {
    fn value(&self, column: Column) -> u64 {
        match column {
            Column::Start => self.start_ns,
            // What has not ended ends last.
            Column::End => self.end_ns.unwrap_or(u64::MAX),
            Column::Polls => self.stats.polls.into(),
            Column::Busy => self.stats.busy_ns,
            Column::Scheduled => self.stats.scheduled_ns,
            Column::Idle => self.stats.idle_ns,
        }
    }
}

/// Returns at most `limit` rows in this order.
pub(crate) fn rows(trace: &Trace, order: Order, limit: usize) -> Vec<Row> {
    let (column, descending) = match order {
        Order::Tree => return in_tree(trace).take(limit).filter_map(|it| row(trace, it, true)).collect(),
        Order::Descending(column) => (column, true),
        Order::Ascending(column) => (column, false),
    };
    let keys = trace.spans().iter().filter_map(|it| {
        let value = row(trace, it.id, false)?.value(column);
        // The largest first is the smallest distance from the largest number there is.
        Some((if descending { u64::MAX - value } else { value }, it.id.number()))
    });
    let spans = in_order(keys).into_iter().take(limit).filter_map(|it| SpanId::from_number(it.1));
    spans.filter_map(|it| row(trace, it, false)).collect()
}

fn row(trace: &Trace, span: SpanId, indented: bool) -> Option<Row> {
    let span = trace.span(span)?;
    Some(Row {
        span: span.id,
        indent: if indented { span.depth } else { 0 },
        start_ns: span.created_ns,
        end_ns: span.end.map(|(at_ns, _)| at_ns),
        stats: span.stats(trace.now_ns()),
    })
}

/// Walks the tree from the top, each span before its children.
fn in_tree(trace: &Trace) -> impl Iterator<Item = SpanId> + '_ {
    let mut stack: Vec<SpanId> =
        trace.spans().iter().rev().filter(|it| it.parent.is_none()).map(|it| it.id).collect();
    std::iter::from_fn(move || {
        let next = stack.pop()?;
        stack.extend(trace.span(next)?.children.iter().rev());
        Some(next)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Story;

    fn numbers(trace: &Trace, order: Order, limit: usize) -> Vec<u32> {
        rows(trace, order, limit).iter().map(|it| it.span.number()).collect()
    }

    #[test]
    fn rows_stand_in_the_order_asked_for() {
        let trace = Story::default().sleep(3, 0, 300).sleep(4, 10, 250).open_sleep(5, 20).at(400).trace();
        assert_eq!(numbers(&trace, Order::Tree, 10), [1, 2, 3, 4]);
        assert_eq!(numbers(&trace, Order::Ascending(Column::Idle), 10), [3, 2, 4, 1]);
        assert_eq!(numbers(&trace, Order::Descending(Column::Idle), 2), [1, 4]);
        assert_eq!(numbers(&trace, Order::Ascending(Column::End), 10), [3, 2, 1, 4], "what lives ends last");
    }

    #[test]
    fn names_are_indented_in_the_tree_alone() {
        let trace = Story::default().sleep(3, 0, 300).trace();
        let indents = |order| rows(&trace, order, 9).iter().map(|it| it.indent).collect::<Vec<_>>();
        assert_eq!(indents(Order::Tree), [0, 1]);
        assert_eq!(indents(Order::Descending(Column::Polls)), [0, 0]);
    }

    #[test]
    fn clicks_on_a_head_go_round() {
        let first = Order::default().clicked(Column::Busy);
        assert_eq!(first, Order::Descending(Column::Busy));
        assert_eq!(first.aria(Column::Busy), "descending");
        assert_eq!(first.aria(Column::Idle), "none");
        assert_eq!(first.clicked(Column::Busy), Order::Ascending(Column::Busy));
        assert_eq!(first.clicked(Column::Busy).clicked(Column::Busy), Order::Tree);
        assert_eq!(first.clicked(Column::Idle), Order::Descending(Column::Idle));
    }
}
