//! What is under the pointer.

use crate::phases::phases;
use crate::units::duration;
use crate::{Geometry, Index, LoopPoll, Plan, Point, Stretch};
use meanwhile_trace::{End, Segment, Span, SpanId, State, Trace, quoted};

/// What is at a point of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// The span; for the loop's lane, the task that kept it busy.
    pub span: SpanId,
    /// Which part of it.
    pub part: Part,
    /// The time at the point, in the run's time.
    pub time_ns: u64,
}

/// A part of a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part {
    /// Its name.
    Name,
    /// A poll, by its number in [`Span::polls`].
    Poll(usize),
    /// A printed line, by its number in [`Trace::output`].
    Print(usize),
    /// A stretch in one state other than a poll.
    Stretch(Segment),
    /// A phase, by its number in [`Span::phases`].
    Phase(usize),
    /// Its end.
    End(End),
    /// The lane before the span was made or after it ended.
    Outside,
    /// A stretch of the loop's lane.
    Loop(LoopPoll),
    /// The time of a job in the lane of the worker of this number.
    Job(u32, Stretch),
}

impl Geometry {
    /// Finds what is at a point; what is nearer than `tolerance` pixels counts as hit: a few for a mouse, a dozen for a
    /// finger.
    pub fn hit(&self, trace: &Trace, index: &Index, plan: &Plan, at: Point, tolerance: f64) -> Option<Hit> {
        let Some((pane, row)) = self.row_at(at.y) else {
            let job = self.hit_job(plan, at, tolerance);
            return job.or_else(|| self.hit_loop(index, at, tolerance));
        };
        let span = trace.span(plan.panes.get(pane)?.rows.get(row)?.span)?;
        let place = &self.panes[pane];
        let own = self.time_at(at.x).max(0.0);
        let time_ns = place.base_ns.saturating_add(own as u64);
        let x_of = |time_ns: u64| self.x_of(place, time_ns);
        let near = |time_ns: u64| (x_of(time_ns) - at.x).abs() <= tolerance;
        let above = self.lane_y(pane, row).is_some_and(|y| at.y < y - self.row_height * 0.25);
        let part = if at.x < self.plot.x - tolerance.max(6.0) {
            Part::Name
        } else if let Some(print) = printed(trace, index, span, time_ns, |it| above && near(it)) {
            Part::Print(print)
        } else if let Some(poll) = polled(span, time_ns, index.known_ns(), near) {
            Part::Poll(poll)
        } else if let Some((_, end)) = span.end.filter(|it| near(it.0)) {
            Part::End(end)
        } else if let Some(phase) = phase_at(span, time_ns, index.known_ns()) {
            Part::Phase(phase)
        } else {
            span.segment_at(time_ns, index.known_ns()).map_or(Part::Outside, Part::Stretch)
        };
        Some(Hit { span: span.id, part, time_ns })
    }

    fn hit_loop(&self, index: &Index, at: Point, tolerance: f64) -> Option<Hit> {
        let inside = at.x >= self.plot.x - tolerance && at.y >= self.plot.y;
        let pane = self.panes.iter().find(|it| (it.loop_y..it.workers_y).contains(&at.y) && inside)?;
        let time = |x: f64| pane.base_ns.saturating_add(self.time_at(x).max(0.0) as u64);
        let time_ns = time(at.x);
        let exact = index.busiest_within(time_ns, time_ns + 1);
        let poll = exact.or_else(|| index.busiest_within(time(at.x - tolerance), time(at.x + tolerance)))?;
        Some(Hit { span: poll.span, part: Part::Loop(poll), time_ns })
    }
}

impl Geometry {
    /// The job at a point of a worker's lane; on the worker's name, its first.
    fn hit_job(&self, plan: &Plan, at: Point, tolerance: f64) -> Option<Hit> {
        let (number, place) = self.worker_at(at.y)?;
        let (pane, worker) = (self.panes.get(number)?, plan.panes.get(number)?.workers.get(place)?);
        let on_name = at.x < self.plot.x - tolerance.max(6.0);
        let time_ns = pane.base_ns.saturating_add(self.time_at(at.x).max(0.0) as u64);
        let job = *if on_name { worker.jobs.first() } else { worker.nearest(time_ns) }?;
        let reach = self.x_of(pane, job.start_ns) - tolerance..self.x_of(pane, job.end_ns) + tolerance;
        let hit = Hit { span: job.span, part: Part::Job(worker.number, job), time_ns };
        (on_name || reach.contains(&at.x)).then_some(hit)
    }
}

impl Hit {
    /// Says in a few words what was hit: `idle 350 ms`, `poll 2 of 4, 0.2 ms`, `printed "start a.pdf"`.
    pub fn describe(&self, trace: &Trace, index: &Index) -> String {
        let Some(span) = trace.span(self.span) else { return String::new() };
        let now = index.known_ns();
        match self.part {
            Part::Name | Part::Outside => {
                let state = span.end.map_or("alive", |(_, end)| end.name());
                format!("{}, {state}, {}", span.kind.name(), duration(span.end_ns(now) - span.created_ns))
            }
            Part::Poll(number) => poll_text(span, number, now),
            Part::Print(number) => {
                let text = trace.output().get(number).map_or("", |it| trace.text(it.text));
                format!("printed {}", quoted(text.trim_end()))
            }
            Part::Stretch(it) => format!("{} {}", it.state.name(), duration(it.end_ns - it.start_ns)),
            Part::Phase(number) => {
                let phase = phases(trace, span, now).nth(number);
                phase.map_or_else(String::new, |it| {
                    format!("{} for {}", it.said(), duration(it.end_ns - it.start_ns))
                })
            }
            Part::Job(worker, it) => {
                let (time, state) =
                    (duration(it.end_ns - it.start_ns), span.end.map_or("alive", |it| it.1.name()));
                format!("on worker {worker} for {time}, {state}")
            }
            Part::End(end) => end.name().to_owned(),
            Part::Loop(it) => {
                format!("loop busy {}", duration(it.end_ns.min(now).saturating_sub(it.start_ns)))
            }
        }
    }
}

fn poll_text(span: &Span, number: usize, now_ns: u64) -> String {
    let Some(poll) = span.polls.get(number) else { return String::new() };
    let busy = duration(poll.end_ns.unwrap_or(now_ns).saturating_sub(poll.start_ns));
    let result = match (poll.end_ns, poll.ready) {
        (None, _) => "running",
        (_, true) => "ready",
        (_, false) => "pending",
    };
    format!("poll {} of {}: busy {busy}, {result}", number + 1, span.polls.len())
}

fn phase_at(span: &Span, time_ns: u64, now_ns: u64) -> Option<usize> {
    span.phase_stretches(now_ns).position(|it| (it.1..it.2).contains(&time_ns))
}

fn printed(
    trace: &Trace,
    index: &Index,
    span: &Span,
    time_ns: u64,
    near: impl Fn(u64) -> bool,
) -> Option<usize> {
    let prints = index.prints(span.id);
    let at = |number: &u32| trace.output().get(*number as usize).map_or(0, |it| it.at_ns);
    let after = prints.partition_point(|it| at(it) <= time_ns);
    let neighbours = prints[after.saturating_sub(1)..].iter().take(2);
    let nearest = neighbours.min_by_key(|it| at(it).abs_diff(time_ns))?;
    near(at(nearest)).then_some(*nearest as usize)
}

fn polled(span: &Span, time_ns: u64, now_ns: u64, near: impl Fn(u64) -> bool) -> Option<usize> {
    let after = span.polls.partition_point(|it| it.start_ns <= time_ns);
    let before = after.checked_sub(1);
    if let Some(number) = before.filter(|it| time_ns < span.polls[*it].end_ns.unwrap_or(now_ns)) {
        return Some(number);
    }
    let distance = |number: &usize| {
        let poll = &span.polls[*number];
        poll.start_ns.abs_diff(time_ns).min(poll.end_ns.unwrap_or(now_ns).abs_diff(time_ns))
    };
    let nearest =
        before.into_iter().chain((after < span.polls.len()).then_some(after)).min_by_key(distance)?;
    let poll = &span.polls[nearest];
    (near(poll.start_ns) || near(poll.end_ns.unwrap_or(now_ns))).then_some(nearest)
}

/// What a span was doing at one instant.
pub(crate) trait SegmentAt {
    /// Returns the stretch around `time_ns`; `None` before the span was made and after it ended.
    fn segment_at(&self, time_ns: u64, now_ns: u64) -> Option<Segment>;
}

impl SegmentAt for Span {
    fn segment_at(&self, time_ns: u64, now_ns: u64) -> Option<Segment> {
        let end_ns = self.end_ns(now_ns);
        if time_ns < self.created_ns || time_ns >= end_ns {
            return None;
        }
        let next = self.polls.partition_point(|it| it.start_ns <= time_ns);
        let last = next.checked_sub(1).map(|it| self.polls[it]);
        let idle_from = last.map_or(self.created_ns, |it| it.end_ns.unwrap_or(end_ns));
        if let Some(poll) = last.filter(|_| time_ns < idle_from) {
            return Some(Segment { start_ns: poll.start_ns, end_ns: idle_from, state: State::Busy });
        }
        let (scheduled_from, until) = match self.polls.get(next) {
            Some(poll) => (poll.scheduled_since_ns.unwrap_or(poll.start_ns), poll.start_ns),
            None => (self.scheduled_since_ns().unwrap_or(end_ns), end_ns),
        };
        Some(if time_ns < scheduled_from {
            Segment { start_ns: idle_from, end_ns: scheduled_from, state: State::Idle }
        } else {
            Segment { start_ns: scheduled_from, end_ns: until, state: State::Scheduled }
        })
    }
}

#[cfg(test)]
mod tests;
