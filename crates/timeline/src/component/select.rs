//! Going from lane to lane and along them, and what is said then.

use super::{Timeline, TimelineProps};
use crate::interact::next_poll;
use crate::{Hit, Lane, Part, explain, plain};
use meanwhile_trace::SpanId;
use yew::prelude::*;

impl Timeline {
    pub(super) fn select(&mut self, context: &Context<Self>, span: Option<SpanId>) {
        self.poll = None;
        context.props().on_select.emit(span);
    }

    /// The lane of the selection: of its two, for a job, the one that it was made in.
    fn lane(&self, props: &TimelineProps) -> Option<Lane> {
        let span = props.selected?;
        match self.plan.worker_of(span).filter(|it| self.worker == Some(*it)) {
            Some((pane, worker)) => Some(Lane::Worker(pane, worker)),
            None => self.plan.lane(span).map(|(pane, row)| Lane::Row(pane, row)),
        }
    }

    /// Goes to a lane `by` lanes further down.
    pub(super) fn go(&mut self, context: &Context<Self>, by: isize) {
        let props = context.props();
        let span = match self.plan.neighbour(self.lane(props), by) {
            Some(Lane::Row(pane, row)) => {
                self.worker = None;
                self.plan.panes[pane].rows.get(row).map(|it| it.span)
            }
            Some(Lane::Worker(pane, worker)) => {
                self.worker = Some((pane, worker));
                let near = self.plan.panes[pane].workers[worker].nearest(self.selected_since(props));
                near.map(|it| it.span)
            }
            None => None,
        };
        self.select(context, span);
        // From one lane of a job to its other one the selection stays, and nobody tells us.
        if span == props.selected {
            self.show_selection(props);
        }
    }

    /// When the selected span was made; in a worker's lane, when that began with it.
    fn selected_since(&self, props: &TimelineProps) -> u64 {
        let Some(span) = props.selected.and_then(|it| props.trace.span(it)) else { return 0 };
        let job = self.plan.worker_of(span.id).and_then(|(pane, worker)| {
            self.plan.panes[pane].workers[worker].jobs.iter().find(|it| it.span == span.id)
        });
        job.map_or(span.created_ns, |it| it.start_ns)
    }

    /// The page has selected another span, of itself or because we asked it to.
    pub(super) fn selection_changed(&mut self, context: &Context<Self>) {
        self.find_holders(context.props());
        self.show_selection(context.props());
    }

    /// Says what is selected and brings its lane into sight.
    fn show_selection(&mut self, props: &TimelineProps) {
        let Some(span) = props.selected else {
            self.poll = None;
            self.announcement.clear();
            return;
        };
        self.announcement = plain(&explain(&props.trace, &self.index, span));
        let lane = self.lane(props);
        if let Some(to) = lane.zip(self.geometry.as_ref()).and_then(|(lane, it)| it.scroll_to(lane)) {
            self.scroll_to(to);
        }
    }

    /// Goes to the next poll of the selected span and says what it was; in a worker's lane, to its next job.
    pub(super) fn step(&mut self, context: &Context<Self>, forward: bool) {
        let props = context.props();
        let Some(span) = props.selected.and_then(|it| props.trace.span(it)) else { return };
        if let Some(Lane::Worker(pane, worker)) = self.lane(props) {
            let job = self.plan.panes[pane].workers[worker].next(span.id, forward);
            return self.select(context, job);
        }
        self.poll = next_poll(span, self.poll, forward);
        self.pointer = None;
        let (Some(number), Some((pane, _))) = (self.poll, self.plan.lane(span.id)) else { return };
        let time_ns = span.polls[number].start_ns;
        let own = time_ns.saturating_sub(self.plan.panes[pane].base_ns);
        self.show(self.view_or_fit().revealing(own as f64, self.plan.extent_ns));
        let hit = Hit { span: span.id, part: Part::Poll(number), time_ns };
        self.announcement =
            format!("{}, at {}", hit.describe(&props.trace, &self.index), crate::units::duration(own));
    }
}
