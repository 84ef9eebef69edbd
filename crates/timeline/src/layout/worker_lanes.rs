//! The workers' lanes: which of them was busy with which job when, beside the loop.

use super::clusters::{Cluster, clusters};
use super::geometry::LOOP;
use super::lane::across;
use super::{Context, PaneBox};
use crate::text::fitted_name;
use crate::{Align, Font, Glyph, Layer, Point, Rect, Role, Shape, Stretch, Worker};
use meanwhile_trace::{End, SpanId};

const HEIGHT: f64 = 11.0;
/// The height of jobs' names.
const SIZE: f64 = 10.0;
/// The fewest characters of a name that are worth writing.
const FEWEST: usize = 8;

/// Where the parts of a worker's lane go.
pub(super) struct Layers<'a> {
    pub(super) bands: &'a mut Layer,
    pub(super) names: &'a mut Layer,
    pub(super) bars: &'a mut Layer,
}

/// A worker's lane.
#[derive(Clone, Copy)]
struct Lane<'a> {
    worker: &'a Worker,
    pane: &'a PaneBox,
    /// Its middle.
    y: f64,
}

impl Context<'_> {
    pub(super) fn worker_lanes(&self, layers: &mut Layers<'_>, number: usize, pane: &PaneBox) {
        for (place, worker) in self.plan.panes[number].workers.iter().enumerate() {
            let y = pane.workers_y + (place as f64 + 0.5) * LOOP;
            if y > self.geometry.plot.y - LOOP && y < self.geometry.height + LOOP {
                self.worker_lane(layers, &Lane { worker, pane, y });
            }
        }
    }

    fn worker_lane(&self, layers: &mut Layers<'_>, lane: &Lane<'_>) {
        let font = (Font::Mono, self.geometry.font_size());
        let at = Point::new(self.geometry.margin(), lane.y + 4.0);
        layers.names.text(Role::Muted, at, lane.worker.name(), Align::Start, font);
        let x = |at_ns| self.known_x(lane.pane, at_ns);
        let line = Rect::new(x(lane.pane.base_ns), lane.y - 0.5, 0.0, 1.0);
        layers.bars.bar(Role::Idle, Rect { width: x(lane.pane.end_ns) - line.x, ..line }, 0.0, None);
        let jobs = &lane.worker.jobs;
        for id in [self.options.hovered, self.options.selected].into_iter().flatten() {
            if jobs.iter().any(|it| it.span == id) {
                self.worker_band(layers.bands, lane, id);
            }
        }
        // Jobs that follow at once stay apart: only what lies on top of each other becomes one.
        let found = clusters(jobs, self.scale(3.0, -1.5), |it| (x(it.start_ns), x(it.end_ns)));
        for cluster in found {
            if let [job] = jobs[cluster.items.clone()] {
                self.job(layers.bars, lane, job, &cluster);
            } else {
                let role = if self.is_mostly_busy(lane, &cluster) { Role::Busy } else { Role::Dense };
                layers.bars.bar(role, across(cluster.from, cluster.to, lane.y, HEIGHT), 1.5, None);
            }
        }
        self.worker_frames(layers.bars, lane);
    }

    /// The ground behind a lane with the job that stands out.
    fn worker_band(&self, layer: &mut Layer, lane: &Lane<'_>, id: SpanId) {
        let rect = Rect::new(0.0, lane.y - LOOP / 2.0, self.geometry.width, LOOP);
        if self.options.selected == Some(id) {
            layer.bar(Role::Selection, rect, 0.0, None);
            layer.bar(Role::Busy, Rect { width: 3.0, ..rect }, 0.0, None);
        } else {
            layer.bar(Role::Hover, rect, 0.0, None);
        }
    }

    /// A job, with its name where there is room, and the sign of an end that was not a good one.
    fn job(&self, layer: &mut Layer, lane: &Lane<'_>, job: Stretch, place: &Cluster) {
        // Jobs that follow at once are told apart by a gap.
        let width = if place.width() > 4.0 { place.width() - 1.0 } else { place.width() };
        let rect = Rect { width, ..across(place.from, place.to, lane.y, HEIGHT) };
        layer.bar(Role::Busy, rect, 2.0, Some(job.span));
        let Some(span) = self.trace.span(job.span) else { return };
        let bad = span.end.filter(|it| it.1 != End::Completed);
        if let Some((_, end)) = bad {
            let shape =
                Shape::Mark { at: Point::new(rect.right(), lane.y), radius: 3.0, glyph: Glyph::from(end) };
            layer.push(Role::from(end), shape, Some(job.span));
        }
        let left = rect.x.max(self.geometry.plot.x) + 4.0;
        let right = rect.right().min(self.geometry.width) - if bad.is_some() { 9.0 } else { 4.0 };
        let name = self.trace.name(span);
        let text = fitted_name(name, right - left, SIZE);
        if text == name || text.chars().count() >= FEWEST {
            let at = Point::new(left, lane.y + SIZE * 0.34);
            layer.text(Role::Panel, at, text, Align::Start, (Font::Mono, SIZE));
        }
    }

    /// A border around each job that stands out.
    fn worker_frames(&self, layer: &mut Layer, lane: &Lane<'_>) {
        let stands_out = |it: &&Stretch| Some(it.span) == self.options.selected;
        for job in lane.worker.jobs.iter().filter(stands_out) {
            let x = |at_ns| self.known_x(lane.pane, at_ns);
            let (from, to) = (x(job.start_ns), x(job.end_ns).max(x(job.start_ns) + 3.0));
            if self.is_visible(from, to) {
                let rect = across(from - 2.0, to + 1.0, lane.y, HEIGHT + 4.0);
                layer.push(Role::Ink, Shape::Frame { rect, radius: 3.0, dashed: false }, Some(job.span));
            }
        }
    }

    fn is_mostly_busy(&self, lane: &Lane<'_>, cluster: &Cluster) -> bool {
        let (sample, each) = cluster.sample();
        let x = |at_ns| self.known_x(lane.pane, at_ns);
        let long = |it: usize| {
            let job = lane.worker.jobs[it];
            x(job.end_ns) - x(job.start_ns)
        };
        sample.map(long).sum::<f64>() * each >= cluster.width() * 0.5
    }
}
