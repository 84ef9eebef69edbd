//! One span's lane: idle as a thin bar, scheduled hatched, busy solid, its end as a sign.

use super::clusters::{Cluster, Scale, clusters};
use super::{Context, Lane};
use crate::{Glyph, Layer, Point, Rect, Role, Shape};
use meanwhile_trace::{Poll, Span};

/// The sizes of what is drawn in a lane.
struct Sizes {
    busy: f64,
    scheduled: f64,
    idle: f64,
    mark: f64,
    print: f64,
    /// From the middle of the bar up to the middle of the prints.
    print_up: f64,
}

const ROOMY: Sizes = Sizes { busy: 12.0, scheduled: 9.0, idle: 5.5, mark: 3.3, print: 1.8, print_up: 9.0 };
const DENSE: Sizes = Sizes { busy: 8.0, scheduled: 6.0, idle: 4.0, mark: 2.6, print: 1.3, print_up: 6.2 };

/// How wide even the shortest poll is drawn.
const LEAST: f64 = 3.0;

impl Context<'_> {
    pub(super) fn lane(&self, layer: &mut Layer, lane: &Lane<'_>) {
        let sizes = if self.geometry.is_dense() { &DENSE } else { &ROOMY };
        self.life(layer, lane, sizes);
        self.phases(layer, lane, sizes.busy);
        let polls = self.polls(lane.span, lane);
        for cluster in &polls {
            self.scheduled(layer, lane, sizes, &lane.span.polls[cluster.items.start]);
        }
        self.waits_to_the_end(layer, lane, sizes);
        for cluster in &polls {
            let role = self.busy_role(lane, cluster);
            let rect = across(cluster.from, cluster.to, lane.y, sizes.busy);
            layer.bar(role, rect, 1.2, Some(lane.span.id));
        }
        self.phase_names(layer, lane, &polls);
        self.critical(layer, lane, sizes);
        self.end(layer, lane, sizes);
        self.prints(layer, lane, sizes);
    }

    /// The scale at which things of a lane are told apart.
    pub(super) fn scale(&self, least: f64, gap: f64) -> Scale {
        let clip = self.geometry.lanes_clip();
        Scale { left: clip.x, right: clip.right(), least, gap }
    }

    /// The whole life as a thin bar; thinner still before the first poll, when nothing of it has run.
    fn life(&self, layer: &mut Layer, lane: &Lane<'_>, sizes: &Sizes) {
        let span = lane.span;
        // Phases tell more of it, from the first one on.
        let end = span.end_ns(self.index.known_ns());
        let end = span.phases.first().map_or(end, |it| it.start_ns.min(end));
        let first_poll = span.polls.first().map_or(end, |it| it.start_ns.min(end));
        for (from, until, height) in [(span.created_ns, first_poll, 1.5), (first_poll, end, sizes.idle)] {
            let (from, to) = (self.geometry.x_of(lane.pane, from), self.geometry.x_of(lane.pane, until));
            if to > from && self.is_visible(from, to) {
                layer.bar(Role::Idle, across(from, to, lane.y, height), height / 2.0, Some(span.id));
            }
        }
    }

    fn polls(&self, span: &Span, lane: &Lane<'_>) -> Vec<Cluster> {
        clusters(&span.polls, self.scale(LEAST, 0.5), |it| {
            let end = it.end_ns.unwrap_or(self.index.known_ns()).max(it.start_ns);
            (self.geometry.x_of(lane.pane, it.start_ns), self.geometry.x_of(lane.pane, end))
        })
    }

    fn scheduled(&self, layer: &mut Layer, lane: &Lane<'_>, sizes: &Sizes, poll: &Poll) {
        if let Some(since) = poll.scheduled_since_ns {
            self.hatch(layer, lane, sizes, since, poll.start_ns);
        }
    }

    /// Woken, but not polled again: to this day, or until it was dropped.
    fn waits_to_the_end(&self, layer: &mut Layer, lane: &Lane<'_>, sizes: &Sizes) {
        if let Some(since) = lane.span.scheduled_since_ns() {
            self.hatch(layer, lane, sizes, since, lane.span.end_ns(self.index.known_ns()));
        }
    }

    fn hatch(&self, layer: &mut Layer, lane: &Lane<'_>, sizes: &Sizes, since: u64, until: u64) {
        let (from, to) = (self.geometry.x_of(lane.pane, since), self.geometry.x_of(lane.pane, until));
        if to - from >= 0.75 && self.is_visible(from, to) {
            let rect = across(from.min(to - 2.0), to, lane.y, sizes.scheduled);
            layer.push(Role::Scheduled, Shape::Hatch { rect }, Some(lane.span.id));
        }
    }

    /// Solid where the span was busy for most of the cluster, paler where polls are only too near to be told apart.
    fn busy_role(&self, lane: &Lane<'_>, cluster: &Cluster) -> Role {
        if cluster.items.len() < 3 || cluster.width() < LEAST * 2.5 {
            return Role::Busy;
        }
        let (sample, each) = cluster.sample();
        let busy: f64 = sample
            .map(|it| {
                let poll = &lane.span.polls[it];
                let end = poll.end_ns.unwrap_or(self.index.known_ns());
                self.geometry.x_of(lane.pane, end) - self.geometry.x_of(lane.pane, poll.start_ns)
            })
            .sum();
        if busy * each >= cluster.width() * 0.5 { Role::Busy } else { Role::Dense }
    }

    /// A thin line under the stretches for which everything waited for this span.
    fn critical(&self, layer: &mut Layer, lane: &Lane<'_>, sizes: &Sizes) {
        let stretches = self.plan.critical(lane.span.id);
        let found = clusters(stretches, self.scale(1.0, 0.5), |it| {
            (self.geometry.x_of(lane.pane, it.start_ns), self.geometry.x_of(lane.pane, it.end_ns))
        });
        for cluster in found {
            let rect = Rect::new(cluster.from, lane.y + sizes.busy / 2.0 + 0.5, cluster.width(), 1.5);
            layer.bar(Role::Critical, rect, 0.0, Some(lane.span.id));
        }
    }

    fn end(&self, layer: &mut Layer, lane: &Lane<'_>, sizes: &Sizes) {
        let Some((at, end)) = lane.span.end else { return };
        // In the middle of the last poll's mark, where that is as short as a mark can be.
        let last = lane.span.polls.last().map(|it| self.geometry.x_of(lane.pane, it.start_ns) + LEAST / 2.0);
        let end_x = self.geometry.x_of(lane.pane, at);
        let x = last.filter(|it| (end_x..end_x + LEAST).contains(it)).unwrap_or(end_x);
        if self.is_visible(x, x) {
            let shape =
                Shape::Mark { at: Point::new(x, lane.y), radius: sizes.mark, glyph: Glyph::from(end) };
            layer.push(Role::from(end), shape, Some(lane.span.id));
        }
    }

    fn prints(&self, layer: &mut Layer, lane: &Lane<'_>, sizes: &Sizes) {
        let output = self.trace.output();
        let x = |number: &u32| self.geometry.x_of(lane.pane, output[*number as usize].at_ns);
        let prints = self.index.prints(lane.span.id);
        for cluster in clusters(prints, self.scale(0.0, sizes.print * 2.4), |it| (x(it), x(it))) {
            let at = Point::new((cluster.from + cluster.to) / 2.0, lane.y - sizes.print_up);
            let (radius, width) = (sizes.print, cluster.width());
            if width > radius * 4.0 {
                let rect = across(cluster.from - radius, cluster.to + radius, at.y, radius * 2.0);
                layer.bar(Role::Print, rect, radius, Some(lane.span.id));
            } else {
                layer.push(Role::Print, Shape::Mark { at, radius, glyph: Glyph::Dot }, Some(lane.span.id));
            }
        }
    }

    pub(super) fn is_visible(&self, from: f64, to: f64) -> bool {
        let clip = self.geometry.lanes_clip();
        to >= clip.x && from <= clip.right()
    }
}

/// A rectangle between two columns, `height` high around `y`.
pub(super) fn across(from: f64, to: f64, y: f64, height: f64) -> Rect {
    Rect::new(from, y - height / 2.0, to - from, height)
}
