//! Painting a scene on a canvas, sharp at any ratio of device pixels to CSS pixels.

mod shapes;

use crate::{Layer, Rect, Role, Scene, Shape, Theme};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

/// Paints scenes. Keeps what is costly to make between two paintings.
#[derive(Debug, Default)]
pub struct Painter {
    hatch: Option<Hatch>,
}

#[derive(Debug)]
struct Hatch {
    colour: String,
    ratio: f64,
    pattern: CanvasPattern,
}

/// A painting under way.
struct Painting<'a> {
    context: &'a CanvasRenderingContext2d,
    theme: &'a Theme,
    /// Device pixels per CSS pixel.
    ratio: f64,
    hatch: Option<&'a CanvasPattern>,
    /// What the context fills and strokes with, lest it be set anew for every item.
    filling: Option<Role>,
    stroking: Option<Role>,
    font: String,
}

impl Painter {
    /// Paints a scene over the whole canvas. `ratio` is the number of device pixels to a CSS pixel; the canvas must
    /// have the scene's size times it.
    ///
    /// # Errors
    ///
    /// Fails if the browser refuses a call; the picture is then incomplete.
    pub fn paint(
        &mut self,
        context: &CanvasRenderingContext2d,
        scene: &Scene,
        theme: &Theme,
        ratio: f64,
    ) -> Result<(), JsValue> {
        self.make_hatch(context, theme.colour(Role::Scheduled), ratio)?;
        let hatch = self.hatch.as_ref().map(|it| &it.pattern);
        let mut painting =
            Painting { context, theme, ratio, hatch, filling: None, stroking: None, font: String::new() };
        painting.scale()?;
        painting.fill(Role::Panel);
        context.fill_rect(0.0, 0.0, scene.width, scene.height);
        for layer in scene.layers.iter().filter(|it| !it.items.is_empty()) {
            painting.layer(layer)?;
        }
        Ok(())
    }

    /// Slanting lines as a tile of device pixels, so that they stay sharp.
    fn make_hatch(
        &mut self,
        context: &CanvasRenderingContext2d,
        colour: &str,
        ratio: f64,
    ) -> Result<(), JsValue> {
        if self.hatch.as_ref().is_some_and(|it| it.colour == colour && it.ratio == ratio) {
            return Ok(());
        }
        let Some(document) = context.canvas().and_then(|it| it.owner_document()) else { return Ok(()) };
        let tile: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
        let size = (5.0 * ratio).round().max(3.0);
        tile.set_width(size as u32);
        tile.set_height(size as u32);
        let Some(inside) = tile.get_context("2d")? else { return Ok(()) };
        let inside: CanvasRenderingContext2d = inside.dyn_into()?;
        inside.set_stroke_style_str(colour);
        inside.set_line_width(size * 0.36);
        inside.begin_path();
        // Three parallels: the outer two fill the corners, so that tiles join.
        for shift in [-size, 0.0, size] {
            inside.move_to(shift - size * 0.5, size * 1.5);
            inside.line_to(shift + size * 1.5, -size * 0.5);
        }
        inside.stroke();
        if let Some(pattern) = context.create_pattern_with_html_canvas_element(&tile, "repeat")? {
            self.hatch = Some(Hatch { colour: colour.to_owned(), ratio, pattern });
        }
        Ok(())
    }
}

impl Painting<'_> {
    fn scale(&self) -> Result<(), JsValue> {
        self.context.set_transform(self.ratio, 0.0, 0.0, self.ratio, 0.0, 0.0)
    }

    fn layer(&mut self, layer: &Layer) -> Result<(), JsValue> {
        if let Some(clip) = layer.clip {
            self.context.save();
            let clip = self.snapped(clip);
            self.context.begin_path();
            self.context.rect(clip.x, clip.y, clip.width, clip.height);
            self.context.clip();
        }
        for item in &layer.items {
            self.shape(item.role, &item.shape)?;
        }
        if layer.clip.is_some() {
            self.context.restore();
            (self.filling, self.stroking) = (None, None);
            self.font.clear();
        }
        Ok(())
    }

    fn shape(&mut self, role: Role, shape: &Shape) -> Result<(), JsValue> {
        match shape {
            Shape::Bar { rect, radius } => self.bar(role, *rect, *radius),
            Shape::Hatch { rect } => self.hatched(*rect),
            Shape::Frame { rect, radius, dashed } => self.frame(role, *rect, *radius, *dashed),
            Shape::Line { from, to, dashed } => self.line(role, *from, *to, *dashed),
            Shape::Arrow { from, to } => {
                self.arrow(role, *from, *to);
                Ok(())
            }
            Shape::Mark { at, radius, glyph } => self.mark(role, *at, *radius, *glyph),
            Shape::Text { at, text, align, font, size } => {
                let font = self.theme.font(*font, *size);
                self.text(role, *at, text, *align, font)
            }
        }
    }

    fn fill(&mut self, role: Role) {
        if self.filling != Some(role) {
            self.context.set_fill_style_str(self.theme.colour(role));
            self.filling = Some(role);
        }
    }

    fn stroke(&mut self, role: Role) {
        if self.stroking != Some(role) {
            self.context.set_stroke_style_str(self.theme.colour(role));
            self.stroking = Some(role);
        }
    }

    /// Moves a length to whole device pixels.
    fn snap(&self, css: f64) -> f64 {
        (css * self.ratio).round() / self.ratio
    }

    /// Moves a rectangle's edges to whole device pixels; it never vanishes.
    fn snapped(&self, rect: Rect) -> Rect {
        let (x, y) = (self.snap(rect.x), self.snap(rect.y));
        let least = 1.0 / self.ratio;
        let width = (self.snap(rect.right()) - x).max(least);
        let height = (self.snap(rect.bottom()) - y).max(least);
        Rect { x, y, width, height }
    }
}
