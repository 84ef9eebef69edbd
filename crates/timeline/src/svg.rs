//! A scene as SVG.

use crate::scene::Outline;
use crate::{Align, Font, Glyph, Item, Layer, Point, Rect, Role, Scene, Shape, Theme};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// Writes a scene as a standalone SVG document: its colours, title and description are in it.
///
/// Numbers are rounded to a tenth of a pixel. Items that stand for a span carry its number as `data-span`. Names in it
/// have a prefix made from its content, so that several can stand in one page.
pub fn to_svg(scene: &Scene, theme: &Theme) -> String {
    let (width, height) = (Number(scene.width), Number(scene.height));
    let mut out = Writer { text: String::new(), theme };
    out.line(&format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img" id="{ID}" aria-labelledby="{ID}-title {ID}-description">"#
    ));
    out.line(&format!(r#"<title id="{ID}-title">{}</title>"#, escaped(&scene.title)));
    out.line(&format!(r#"<desc id="{ID}-description">{}</desc>"#, escaped(&scene.description)));
    out.style(scene);
    out.definitions(scene);
    out.line(&format!(r#"<rect width="{width}" height="{height}" class="panel"/>"#));
    for (number, layer) in scene.layers.iter().enumerate().filter(|it| !it.1.items.is_empty()) {
        match layer.clip {
            Some(_) => out.line(&format!(r##"<g clip-path="url(#{ID}-clip{number})">"##)),
            None => out.line("<g>"),
        }
        for item in &layer.items {
            out.item(item);
        }
        out.line("</g>");
    }
    out.line("</svg>");
    let id = format!("timeline-{:08x}", fingerprint(&out.text));
    out.text.replace(ID, &id)
}

/// Stands for the document's own name until its content is known: a character for private use, which no text keeps.
const ID: char = '\u{e000}';

/// FNV-1a, because it is short and the same everywhere.
fn fingerprint(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

struct Writer<'a> {
    text: String,
    theme: &'a Theme,
}

impl Writer<'_> {
    fn line(&mut self, text: &str) {
        self.text += text;
        self.text.push('\n');
    }

    /// One class a role that occurs, so that the document is short and its colours are in one place.
    fn style(&mut self, scene: &Scene) {
        let mut roles: BTreeSet<usize> = scene.items().map(|it| it.role as usize).collect();
        roles.insert(Role::Panel as usize);
        let mut css = String::new();
        for role in Role::ALL.into_iter().filter(|it| roles.contains(&(*it as usize))) {
            let (name, colour) = (role.name(), self.theme.colour(role));
            let _ = write!(css, "#{ID} .{name}{{fill:{colour}}}#{ID} .l.{name}{{fill:none;stroke:{colour}}}");
        }
        let panel = self.theme.colour(Role::Panel);
        let _ = write!(css, "#{ID} .halo{{paint-order:stroke;stroke:{panel};stroke-width:1.6px}}");
        let _ = write!(
            css,
            "#{ID} .l.halo{{stroke:{panel};stroke-width:4.5px}}#{ID} .b{{stroke-width:2.2px;stroke-linecap:round}}"
        );
        for (class, font) in [("u", Font::Ui), ("s", Font::Strong), ("m", Font::Mono)] {
            let _ = write!(css, "#{ID} .{class}{{font:{}}}", self.theme.font(font, 12.0));
        }
        self.line(&format!("<style>{}</style>", escaped_style(&css)));
    }

    fn definitions(&mut self, scene: &Scene) {
        self.line("<defs>");
        let colour = self.theme.colour(Role::Scheduled);
        self.line(&format!(
            r#"<pattern id="{ID}-hatch" width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.2" height="4.5" fill="{}"/></pattern>"#,
            escaped(colour)
        ));
        let clips = scene.layers.iter().enumerate().filter(|it: &(usize, &Layer)| !it.1.items.is_empty());
        for (number, clip) in clips.filter_map(|(number, layer)| Some((number, layer.clip?))) {
            self.line(&format!(r#"<clipPath id="{ID}-clip{number}"><rect {}/></clipPath>"#, edges(clip)));
        }
        self.line("</defs>");
    }

    fn item(&mut self, item: &Item) {
        let role = item.role.name();
        let span = item.span.map(|it| format!(r#" data-span="{}""#, it.number())).unwrap_or_default();
        match &item.shape {
            Shape::Bar { rect, radius } => {
                let (radius, rect) = (rounding(radius.min(rect.width / 2.0)), edges(*rect));
                self.line(&format!(r#"<rect {rect}{radius} class="{role}"{span}/>"#));
            }
            Shape::Hatch { rect } => {
                self.line(&format!(r#"<rect {} fill="url(#{ID}-hatch)"{span}/>"#, edges(*rect)));
            }
            Shape::Frame { rect, radius, dashed } => {
                let (rect, radius, dash) = (edges(*rect), rounding(*radius), dash(*dashed));
                self.line(&format!(r#"<rect {rect}{radius} class="l {role}"{dash}{span}/>"#));
            }
            Shape::Line { from, to, dashed } => {
                let dash = dash(*dashed);
                self.line(&format!(
                    r#"<path d="M{} L{}" class="l {role}"{dash}{span}/>"#,
                    pair(*from),
                    pair(*to)
                ));
            }
            Shape::Arrow { from, to } => {
                let path = format!("M{} L{}{}", pair(*from), pair(*to), arrow_head(*from, *to));
                self.line(&format!(r#"<path d="{path}" class="l {role}"{span}/>"#));
            }
            Shape::Mark { at, radius, glyph } => self.mark(role, *at, *radius, *glyph, &span),
            Shape::Text { at, text, align, font, size } => {
                let (x, y, text) = (Number(at.x), Number(at.y), escaped(text));
                let anchor = anchor(*align);
                let (class, size) = (font_class(*font), font_size(*size));
                self.line(&format!(
                    r#"<text x="{x}" y="{y}" class="{class} {role}"{size}{anchor}{span}>{text}</text>"#
                ));
            }
        }
    }

    /// Signs get a border of the ground's colour, so that they stand out from the bar they end.
    fn mark(&mut self, role: &str, at: Point, radius: f64, glyph: Glyph, span: &str) {
        let point = |(x, y): (f64, f64)| pair(Point::new(at.x + x * radius, at.y + y * radius));
        let halo = if role == Role::Print.name() { "" } else { "halo " };
        match glyph.outline() {
            Outline::Circle => {
                let (x, y, radius) = (Number(at.x), Number(at.y), Number(radius));
                self.line(&format!(r#"<circle cx="{x}" cy="{y}" r="{radius}" class="{halo}{role}"{span}/>"#));
            }
            Outline::Polygon(points) => {
                let points: Vec<_> = points.iter().map(|it| point(*it)).collect();
                let points = points.join(" ");
                self.line(&format!(r#"<polygon points="{points}" class="{halo}{role}"{span}/>"#));
            }
            Outline::Strokes(strokes) => {
                let path: String =
                    strokes.iter().map(|it| format!("M{} L{}", point(it[0]), point(it[1]))).collect();
                self.line(&format!(r#"<path d="{path}" class="l halo"/>"#));
                self.line(&format!(r#"<path d="{path}" class="l b {role}"{span}/>"#));
            }
        }
    }
}

/// The two strokes of an arrow's head.
fn arrow_head(from: Point, to: Point) -> String {
    let [left, right] = crate::scene::arrow_head(from, to);
    format!(" M{} L{} L{}", pair(left), pair(to), pair(right))
}

struct Number(f64);

impl std::fmt::Display for Number {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (self.0 * 10.0).round() / 10.0;
        // No negative zero.
        write!(f, "{}", rounded + 0.0)
    }
}

fn pair(at: Point) -> String {
    format!("{},{}", Number(at.x), Number(at.y))
}

fn edges(rect: Rect) -> String {
    let (width, height) = (Number(rect.width.max(0.0)), Number(rect.height.max(0.0)));
    format!(r#"x="{}" y="{}" width="{width}" height="{height}""#, Number(rect.x), Number(rect.y))
}

fn rounding(radius: f64) -> String {
    if radius > 0.0 { format!(r#" rx="{}""#, Number(radius)) } else { String::new() }
}

fn dash(dashed: bool) -> &'static str {
    if dashed { r#" stroke-dasharray="3 3""# } else { "" }
}

fn anchor(align: Align) -> &'static str {
    match align {
        Align::Start => "",
        Align::Middle => r#" text-anchor="middle""#,
        Align::End => r#" text-anchor="end""#,
    }
}

fn font_class(font: Font) -> &'static str {
    match font {
        Font::Ui => "u",
        Font::Strong => "s",
        Font::Mono => "m",
    }
}

fn font_size(size: f64) -> String {
    if size == 12.0 { String::new() } else { format!(r#" style="font-size:{}px""#, Number(size)) }
}

/// Text as XML has it; characters that XML does not allow become a sign for what is missing.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | ID | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            it => out.push(it),
        }
    }
    out
}

/// Style needs its quotes, but must not end its element.
fn escaped_style(css: &str) -> String {
    css.replace('&', "&amp;").replace('<', "&lt;")
}

#[cfg(test)]
mod tests;
