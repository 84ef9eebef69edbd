//! The phases inside a bar, as segments with their names where there is room.

use super::clusters::Cluster;
use super::lane::across;
use super::{Context, Lane};
use crate::phases::{Look, PhaseStretch, phases};
use crate::text::mono_width;
use crate::{Align, Font, Layer, Point, Role, Shape};

/// The height of names.
const SIZE: f64 = 10.0;
/// Between two segments.
const GAP: f64 = 1.0;
/// On both sides of a name.
const ROOM: f64 = 4.0;

impl Context<'_> {
    /// Draws the phases, `height` high.
    pub(super) fn phases(&self, layer: &mut Layer, lane: &Lane<'_>, height: f64) {
        for phase in phases(self.trace, lane.span, self.index.known_ns()) {
            let Some((from, to)) = self.edges(lane, &phase) else { continue };
            let (role, high) = match phase.look() {
                Look::Hollow => (Role::Phase, height - 2.0),
                Look::Low => (Role::Phase, height / 3.0),
                Look::Pale => (Role::Idle, height - 2.0),
                Look::Full => (Role::Phase, height),
            };
            let (rect, id) = (across(from, to, lane.y, high), Some(lane.span.id));
            if phase.look() == Look::Hollow && rect.width > 2.0 {
                layer.push(role, Shape::Frame { rect, radius: 1.5, dashed: false }, id);
            } else {
                layer.bar(role, rect, 1.5, id);
            }
        }
    }

    /// Writes the names of the phases into their segments, but for those that would run into something else there.
    pub(super) fn phase_names(&self, layer: &mut Layer, lane: &Lane<'_>, polls: &[Cluster]) {
        if self.geometry.is_dense() {
            return;
        }
        for phase in phases(self.trace, lane.span, self.index.known_ns()) {
            let Some((from, to)) = self.edges(lane, &phase).filter(|_| phase.look() != Look::Low) else {
                continue;
            };
            let from = from.max(self.geometry.plot.x);
            // The first poll of a span comes a little after its first phase has begun.
            let before = polls.iter().filter(|it| it.from <= from + ROOM * 2.0).map(|it| it.to);
            let left = before.fold(from, f64::max) + ROOM;
            let next = polls.iter().map(|it| it.from).find(|it| *it > left).unwrap_or(f64::INFINITY);
            let room = to.min(next).min(self.geometry.width) - ROOM - left;
            if mono_width(phase.name, SIZE) <= room {
                let at = Point::new(left, lane.y + SIZE * 0.34);
                layer.text(Role::Ink, at, phase.name, Align::Start, (Font::Mono, SIZE));
            }
        }
    }

    /// Where a phase begins and ends, if any of it can be seen.
    fn edges(&self, lane: &Lane<'_>, phase: &PhaseStretch<'_>) -> Option<(f64, f64)> {
        let x = |at_ns| self.geometry.x_of(lane.pane, at_ns);
        let (from, to) = (x(phase.start_ns), x(phase.end_ns));
        // What is too short for a gap is drawn without.
        let to = if to - from > GAP * 3.0 { to - GAP } else { to };
        (to - from >= 0.5 && self.is_visible(from, to)).then_some((from, to))
    }
}
