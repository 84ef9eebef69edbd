//! The axis on top, its lines through all panes, and the line under the pointer.

use super::Context;
use super::geometry::AXIS;
use crate::axis::label_at;
use crate::number::within;
use crate::text::mono_width;
use crate::{Align, Font, Layer, Point, Rect, Role, Shape, Tick, ticks};

const SIZE: f64 = 12.0;
const FONT: (Font, f64) = (Font::Mono, SIZE);
const BASELINE: f64 = 18.0;
/// Between the time under the pointer and the labels that stay.
const ROOM: f64 = 6.0;

impl Context<'_> {
    pub(super) fn ticks(&self) -> Vec<Tick> {
        ticks(&self.geometry.view, self.geometry.plot, self.geometry.width, SIZE)
    }

    pub(super) fn grid(&self, layer: &mut Layer, ticks: &[Tick]) {
        for tick in ticks {
            layer.line(Role::Grid, Point::new(tick.x, AXIS), Point::new(tick.x, self.geometry.height));
        }
    }

    pub(super) fn axis(&self, layer: &mut Layer, ticks: &[Tick]) {
        let pill = self.pill();
        for tick in ticks.iter().filter(|it| !it.label.is_empty()) {
            let right = tick.label_x + mono_width(&tick.label, SIZE);
            if pill
                .as_ref()
                .is_some_and(|it| tick.label_x < it.rect.right() + ROOM && right > it.rect.x - ROOM)
            {
                continue;
            }
            layer.text(
                Role::Muted,
                Point::new(tick.label_x, BASELINE),
                tick.label.as_str(),
                Align::Start,
                FONT,
            );
        }
    }

    /// A line through both panes, and its time on the axis.
    pub(super) fn cursor(&self, layer: &mut Layer) {
        let Some(Pill { x, rect, text }) = self.pill() else { return };
        layer.line(Role::Cursor, Point::new(x, rect.bottom()), Point::new(x, self.geometry.height));
        layer.push(Role::Cursor, Shape::Frame { rect, radius: 4.0, dashed: false }, None);
        let at = Point::new(rect.x + rect.width / 2.0, BASELINE);
        layer.text(Role::Ink, at, text, Align::Middle, FONT);
    }

    /// Where the time under the pointer is written. Labels make room for it.
    fn pill(&self) -> Option<Pill> {
        let plot = self.geometry.plot;
        let x = self.options.cursor_x.filter(|it| (plot.x - 0.5..=self.geometry.width).contains(it))?;
        let text = label_at(&self.geometry.view, plot.width, self.geometry.time_at(x));
        let width = mono_width(&text, SIZE) + 12.0;
        let left = within(x - width / 2.0, 0.0, self.geometry.width - width - 1.0);
        Some(Pill { x, rect: Rect::new(left, 4.0, width, AXIS - 8.0), text })
    }
}

struct Pill {
    x: f64,
    rect: Rect,
    text: String,
}
