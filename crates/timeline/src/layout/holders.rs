//! Who held what the selected span waited for: a mark around the stretch in the holder's lane.

use super::Context;
use super::lane::across;
use crate::{Layer, Role, Shape};
use meanwhile_trace::SpanId;

impl Context<'_> {
    /// Draws the marks: their grounds into `bands`, their borders into `borders`.
    pub(super) fn held(&self, bands: &mut Layer, borders: &mut Layer) {
        for held in self.options.held {
            let Some((pane, row, id)) = self.visible_lane(held.span) else { continue };
            let place = &self.geometry.panes[pane];
            let x = |at_ns| self.known_x(place, at_ns);
            let (from, to) = (x(held.start_ns), x(held.end_ns).max(x(held.start_ns) + 3.0));
            let Some(y) = self.geometry.lane_y(pane, row).filter(|_| self.is_visible(from, to)) else {
                continue;
            };
            let rect = across(from - 2.0, to + 2.0, y, self.geometry.row_height - 3.0);
            bands.bar(Role::Highlight, rect, 4.0, Some(id));
            borders.push(Role::Held, Shape::Frame { rect, radius: 4.0, dashed: true }, Some(id));
        }
    }

    /// The lane of a span, or that of the nearest one above it, where a collapsed one hides it.
    fn visible_lane(&self, span: SpanId) -> Option<(usize, usize, SpanId)> {
        let mut at = span;
        loop {
            if let Some((pane, row)) = self.plan.lane(at) {
                return Some((pane, row, at));
            }
            at = self.trace.span(at)?.parent?;
        }
    }
}
