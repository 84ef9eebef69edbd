//! Names, and the lines that show which span stands below which.

use super::geometry::{DEEPEST, NAME_GAP};
use super::{Context, Lane};
use crate::text::fitted_name;
use crate::{Align, Font, Layer, Point, Role, Shape};
use meanwhile_trace::{Span, SpanId};

impl Context<'_> {
    pub(super) fn name(&self, layer: &mut Layer, lane: &Lane<'_>) {
        self.branches(layer, lane);
        let size = self.geometry.font_size();
        let left = self.geometry.indent(lane.depth);
        let mut room = self.geometry.plot.x - left - NAME_GAP + 0.5;
        let mut name = String::new();
        if lane.collapsed {
            name = format!("+{} ", lane.span.children.len());
            room -= crate::text::mono_width(&name, size);
        }
        name += &fitted_name(self.trace.name(lane.span), room, size);
        let stands_out = self.options.selected == Some(lane.span.id) || lane.depth == 0;
        let role = if stands_out { Role::Ink } else { Role::Muted };
        let at = Point::new(left, lane.y + size * 0.34);
        let shape = Shape::Text { at, text: name, align: Align::Start, font: Font::Mono, size };
        layer.push(role, shape, Some(lane.span.id));
    }

    /// The lines of the tree: down from each span that has more below, and a short one to the name.
    fn branches(&self, layer: &mut Layer, lane: &Lane<'_>) {
        if lane.depth == 0 || lane.depth > DEEPEST {
            return;
        }
        let step = self.geometry.indent(1) - self.geometry.indent(0);
        let x = |depth: u32| self.geometry.indent(depth) + step * 0.35;
        let (top, bottom) = (lane.top, lane.top + self.geometry.row_height);
        let mut span = lane.span;
        for depth in (0..lane.depth).rev() {
            let more = self.has_younger_sibling(span);
            let here = depth + 1 == lane.depth;
            if here {
                let end = self.geometry.indent(lane.depth) - 2.0;
                layer.line(Role::Grid, Point::new(x(depth), lane.y), Point::new(end, lane.y));
            }
            if here || more {
                let until = if more { bottom } else { lane.y };
                layer.line(Role::Grid, Point::new(x(depth), top), Point::new(x(depth), until));
            }
            match span.parent.and_then(|it| self.trace.span(it)) {
                Some(above) => span = above,
                None => break,
            }
        }
    }

    fn has_younger_sibling(&self, span: &Span) -> bool {
        let siblings = span.parent.and_then(|it| self.trace.span(it)).map(|it| it.children.last());
        siblings.flatten().is_some_and(|last: &SpanId| *last != span.id)
    }
}
