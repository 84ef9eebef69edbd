//! The strokes of each shape.

use super::Painting;
use crate::scene::{Outline, arrow_head};
use crate::{Align, Glyph, Point, Rect, Role};
use std::f64::consts::TAU;
use wasm_bindgen::JsValue;

impl Painting<'_> {
    pub(super) fn bar(&mut self, role: Role, rect: Rect, radius: f64) -> Result<(), JsValue> {
        self.fill(role);
        let rect = self.snapped(rect);
        if radius < 1.0 || rect.width < 3.0 {
            self.context.fill_rect(rect.x, rect.y, rect.width, rect.height);
            return Ok(());
        }
        self.context.begin_path();
        self.rounded(rect, radius)?;
        self.context.fill();
        Ok(())
    }

    /// The pattern is made of device pixels, so it is laid without the scale.
    pub(super) fn hatched(&mut self, rect: Rect) -> Result<(), JsValue> {
        let Some(pattern) = self.hatch else { return self.bar(Role::Scheduled, rect, 0.0) };
        let (rect, ratio) = (self.snapped(rect), self.ratio);
        self.context.set_fill_style_canvas_pattern(pattern);
        self.filling = None;
        self.context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)?;
        self.context.fill_rect(rect.x * ratio, rect.y * ratio, rect.width * ratio, rect.height * ratio);
        self.scale()
    }

    pub(super) fn frame(&mut self, role: Role, rect: Rect, radius: f64, dashed: bool) -> Result<(), JsValue> {
        self.stroke(role);
        self.dash(dashed)?;
        let width = self.hairline();
        self.context.set_line_width(width);
        let outer = self.snapped(rect);
        // A stroke runs along its middle: half a line inside, its edges fall on whole pixels.
        let inner = Rect::new(
            outer.x + width / 2.0,
            outer.y + width / 2.0,
            (outer.width - width).max(0.0),
            (outer.height - width).max(0.0),
        );
        self.context.begin_path();
        self.rounded(inner, radius)?;
        self.context.stroke();
        self.dash(false)
    }

    pub(super) fn line(&mut self, role: Role, from: Point, to: Point, dashed: bool) -> Result<(), JsValue> {
        let upright = from.x == to.x || from.y == to.y;
        let width = self.hairline();
        if upright && !dashed {
            self.fill(role);
            let (x, y) = (self.snap(from.x.min(to.x)), self.snap(from.y.min(to.y)));
            let (dx, dy) = ((to.x - from.x).abs(), (to.y - from.y).abs());
            let (dx, dy) = (self.snap(dx).max(width), self.snap(dy).max(width));
            self.context.fill_rect(x, y, dx, dy);
            return Ok(());
        }
        self.stroke(role);
        self.dash(dashed)?;
        self.context.set_line_width(width);
        self.context.begin_path();
        self.context.move_to(from.x, from.y);
        self.context.line_to(to.x, to.y);
        self.context.stroke();
        self.dash(false)
    }

    pub(super) fn arrow(&mut self, role: Role, from: Point, to: Point) {
        self.stroke(role);
        self.context.set_line_width(1.25);
        // Upright arrows run through the middle of a device pixel.
        let upright = self.snap(to.x) + 0.5 / self.ratio;
        let x = |at: Point| if from.x == to.x { at.x - to.x + upright } else { at.x };
        let [left, right] = arrow_head(from, to);
        self.context.begin_path();
        self.context.move_to(x(from), from.y);
        self.context.line_to(x(to), to.y);
        self.context.move_to(x(left), left.y);
        self.context.line_to(x(to), to.y);
        self.context.line_to(x(right), right.y);
        self.context.stroke();
    }

    /// Signs get a border of the ground's colour, so that they stand out from the bar they end.
    pub(super) fn mark(&mut self, role: Role, at: Point, radius: f64, glyph: Glyph) -> Result<(), JsValue> {
        let halo = role != Role::Print;
        match glyph.outline() {
            Outline::Circle => {
                self.context.begin_path();
                self.context.arc(at.x, at.y, radius, 0.0, TAU)?;
                self.filled(role, halo);
            }
            Outline::Polygon(points) => {
                self.context.begin_path();
                for (number, (x, y)) in points.iter().enumerate() {
                    let (x, y) = (at.x + x * radius, at.y + y * radius);
                    if number == 0 { self.context.move_to(x, y) } else { self.context.line_to(x, y) }
                }
                self.context.close_path();
                self.filled(role, halo);
            }
            Outline::Strokes(strokes) => {
                self.context.begin_path();
                for [from, to] in strokes {
                    self.context.move_to(at.x + from.0 * radius, at.y + from.1 * radius);
                    self.context.line_to(at.x + to.0 * radius, at.y + to.1 * radius);
                }
                self.context.set_line_cap("round");
                for (role, width) in [(Role::Panel, 4.5), (role, 2.2)] {
                    self.stroke(role);
                    self.context.set_line_width(width);
                    self.context.stroke();
                }
                self.context.set_line_cap("butt");
            }
        }
        Ok(())
    }

    pub(super) fn text(
        &mut self,
        role: Role,
        at: Point,
        text: &str,
        align: Align,
        font: String,
    ) -> Result<(), JsValue> {
        self.fill(role);
        if self.font != font {
            self.context.set_font(&font);
            self.font = font;
        }
        self.context.set_text_align(match align {
            Align::Start => "left",
            Align::Middle => "center",
            Align::End => "right",
        });
        self.context.fill_text(text, self.snap(at.x), self.snap(at.y))
    }

    fn filled(&mut self, role: Role, halo: bool) {
        if halo {
            self.stroke(Role::Panel);
            self.context.set_line_width(1.6);
            self.context.stroke();
        }
        self.fill(role);
        self.context.fill();
    }

    fn rounded(&self, rect: Rect, radius: f64) -> Result<(), JsValue> {
        let Rect { x, y, width, height } = rect;
        let radius = radius.min(width / 2.0).min(height / 2.0).max(0.0);
        let (right, bottom) = (x + width, y + height);
        self.context.move_to(x + radius, y);
        self.context.arc_to(right, y, right, bottom, radius)?;
        self.context.arc_to(right, bottom, x, bottom, radius)?;
        self.context.arc_to(x, bottom, x, y, radius)?;
        self.context.arc_to(x, y, right, y, radius)?;
        self.context.close_path();
        Ok(())
    }

    /// About one CSS pixel, in whole device pixels.
    fn hairline(&self) -> f64 {
        self.ratio.round().max(1.0) / self.ratio
    }

    fn dash(&self, dashed: bool) -> Result<(), JsValue> {
        let pattern = js_sys::Array::new();
        if dashed {
            pattern.push(&JsValue::from_f64(3.0));
            pattern.push(&JsValue::from_f64(3.0));
        }
        self.context.set_line_dash(&pattern)
    }
}
