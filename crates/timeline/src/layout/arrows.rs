//! Who woke the selected span, and whom it woke in turn.

use super::clusters::clusters;
use super::{Context, PaneBox};
use crate::{Glyph, Layer, Point, Role, Shape};
use meanwhile_trace::{Cause, Span, SpanId, WakeUp};

/// How near to each other arrows may stand.
const GAP: f64 = 6.0;

impl Context<'_> {
    pub(super) fn arrows(&self, layer: &mut Layer) {
        let Some(id) = self.options.selected.or(self.options.hovered) else { return };
        let (Some(span), Some((pane, _))) = (self.trace.span(id), self.plan.lane(id)) else { return };
        let place = &self.geometry.panes[pane];
        let found = clusters(&span.wakes, self.scale(0.0, GAP), |it| {
            let x = self.geometry.x_of(place, it.at_ns);
            (x, x)
        });
        for cluster in found {
            let wake = span.wakes[cluster.items.end - 1];
            self.woken(layer, span, pane, &wake);
            if let Some(above) = self.woken_in_turn(span, &wake) {
                self.arrow(layer, pane, wake.at_ns, id, above);
            }
        }
    }

    fn woken(&self, layer: &mut Layer, span: &Span, pane: usize, wake: &WakeUp) {
        match wake.cause {
            Cause::Span(waker) if waker != span.id => self.arrow(layer, pane, wake.at_ns, waker, span.id),
            Cause::Span(_) => {}
            Cause::Timer | Cause::Io | Cause::External => {
                let Some(y) = self.y_of(span.id, pane) else { return };
                let x = self.geometry.x_of(&self.geometry.panes[pane], wake.at_ns);
                let at = Point::new(x, y + self.geometry.row_height * 0.42);
                layer.push(Role::Wake, Shape::Mark { at, radius: 3.2, glyph: Glyph::Wedge }, Some(span.id));
            }
        }
    }

    /// The parent that this very wake woke.
    fn woken_in_turn(&self, span: &Span, wake: &WakeUp) -> Option<SpanId> {
        let above = self.trace.span(span.parent?)?;
        let first = above.wakes.partition_point(|it| it.at_ns < wake.at_ns);
        let same_time = above.wakes[first..].iter().take_while(|it| it.at_ns == wake.at_ns).take(64);
        same_time.into_iter().any(|it| it.cause == Cause::Span(span.id)).then_some(above.id)
    }

    fn arrow(&self, layer: &mut Layer, pane: usize, at_ns: u64, from: SpanId, to: SpanId) {
        let (Some(from_y), Some(to_y)) = (self.y_of(from, pane), self.y_of(to, pane)) else { return };
        let place: &PaneBox = &self.geometry.panes[pane];
        let x = self.geometry.x_of(place, at_ns);
        let room = (to_y - from_y).signum() * self.geometry.row_height * 0.3;
        let shape = Shape::Arrow { from: Point::new(x, from_y + room), to: Point::new(x, to_y - room) };
        layer.push(Role::Wake, shape, None);
    }

    fn y_of(&self, span: SpanId, pane: usize) -> Option<f64> {
        let (own, row) = self.plan.lane(span)?;
        self.geometry.lane_y(own, row).filter(|_| own == pane)
    }
}
