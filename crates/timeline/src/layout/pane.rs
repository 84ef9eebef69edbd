//! What belongs to a pane as a whole: its heading, its time, what it saved.

use super::lane::across;
use super::{Context, PaneBox};
use crate::text::{fitted_name, mono_width};
use crate::units::duration;
use crate::{Align, Font, Layer, Point, Rect, Role, Shape};

const SIZE: f64 = 12.0;
const FONT: (Font, f64) = (Font::Mono, SIZE);
const BASELINE: f64 = 4.0;
/// The baseline of a heading, below the upper edge of its pane.
const HEADING: f64 = 25.0;

impl Context<'_> {
    pub(super) fn pane(&self, layer: &mut Layer, number: usize, pane: &PaneBox) {
        let geometry = self.geometry;
        if number > 0 {
            layer.line(Role::Grid, Point::new(0.0, pane.y), Point::new(geometry.width, pane.y));
        }
        if let Some(heading) = &self.plan.panes[number].heading {
            let text = fitted_name(heading, geometry.width - geometry.margin() * 2.0, 13.0);
            layer.text(
                Role::Ink,
                Point::new(geometry.margin(), pane.y + HEADING),
                text,
                Align::Start,
                (Font::Strong, 13.0),
            );
        }
        let right = self.total(layer, number, pane);
        self.saved(layer, number, pane, right);
    }

    /// Writes the pane's time at the end of its first bar, or where there is no room, beside its heading; returns up to
    /// where the first lane is taken.
    fn total(&self, layer: &mut Layer, number: usize, pane: &PaneBox) -> f64 {
        let shown = &self.plan.panes[number];
        let text = duration(shown.total_ns.unwrap_or(pane.end_ns - pane.base_ns));
        let role = if shown.total_ns.is_some() { Role::Ink } else { Role::Muted };
        let (x, width) = (self.geometry.x_of(pane, pane.end_ns), mono_width(&text, SIZE));
        let y = self.geometry.bar_y(pane.rows_y);
        if self.is_visible(x, x) && x + 9.0 + width <= self.geometry.width - 2.0 {
            layer.text(role, Point::new(x + 9.0, y + BASELINE), text, Align::Start, FONT);
            return x + 9.0 + width;
        }
        let beside = if shown.heading.is_some() { pane.y + HEADING } else { pane.loop_y + 13.0 };
        let right = self.geometry.width - 8.0;
        layer.bar(Role::Panel, across(right - width - 4.0, right + 4.0, beside - BASELINE, 16.0), 3.0, None);
        layer.text(role, Point::new(right, beside), text, Align::End, FONT);
        x
    }

    /// A dashed box in the quicker pane for the time that the other one took longer.
    fn saved(&self, layer: &mut Layer, number: usize, pane: &PaneBox, from: f64) {
        let Some(saved) = self.plan.saved_ns.filter(|it| *it != 0) else { return };
        if number != usize::from(saved > 0) {
            return;
        }
        let time = duration(saved.unsigned_abs());
        let short = format!("\u{2212}{time}");
        let until = self.geometry.x_of(pane, pane.end_ns + saved.unsigned_abs());
        let y = self.geometry.bar_y(pane.rows_y);
        let rect = across(from + 12.0, until, y, 17.0);
        let rect = cut_off(rect, self.geometry.plot.x, self.geometry.width);
        let long = format!("{time} {}", if saved > 0 { "saved" } else { "less" });
        let Some(text) = [long, short].into_iter().find(|it| mono_width(it, SIZE) + 10.0 <= rect.width)
        else {
            return;
        };
        layer.bar(Role::Panel, rect, 4.0, None);
        layer.push(Role::Faint, Shape::Frame { rect, radius: 4.0, dashed: true }, None);
        let middle = rect.x + rect.width / 2.0;
        layer.text(Role::Muted, Point::new(middle, y + BASELINE), text, Align::Middle, FONT);
    }
}

fn cut_off(rect: Rect, left: f64, right: f64) -> Rect {
    let from = rect.x.max(left);
    Rect { x: from, width: rect.right().min(right) - from, ..rect }
}
