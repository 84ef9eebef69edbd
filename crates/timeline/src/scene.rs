//! A picture as plain data: shapes with roles, in layers. Colours come later.

use crate::number::length;
use meanwhile_trace::{End, SpanId};

/// A picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Its width in CSS pixels.
    pub width: f64,
    /// Its height in CSS pixels.
    pub height: f64,
    /// What it is, in a few words.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub description: String,
    /// From the bottom to the top.
    pub layers: Vec<Layer>,
}

/// Items that are cut off at the same border.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layer {
    /// Nothing outside is seen; `None` for the whole picture.
    pub clip: Option<Rect>,
    /// From the bottom to the top.
    pub items: Vec<Item>,
}

/// One shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What it means: its colour.
    pub role: Role,
    /// Its form.
    pub shape: Shape,
    /// The span it stands for, where it stands for one.
    pub span: Option<SpanId>,
}

/// The form of an item.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle.
    Bar {
        /// Where.
        rect: Rect,
        /// The radius of its corners.
        radius: f64,
    },
    /// A rectangle of slanting lines.
    Hatch {
        /// Where.
        rect: Rect,
    },
    /// The border of a rectangle.
    Frame {
        /// Where.
        rect: Rect,
        /// The radius of its corners.
        radius: f64,
        /// Whether the line is dashed.
        dashed: bool,
    },
    /// A straight line, one pixel wide.
    Line {
        /// From here.
        from: Point,
        /// To here.
        to: Point,
        /// Whether it is dashed.
        dashed: bool,
    },
    /// A line with a head at its end.
    Arrow {
        /// From here.
        from: Point,
        /// To here.
        to: Point,
    },
    /// A small sign.
    Mark {
        /// Its centre.
        at: Point,
        /// Half its height.
        radius: f64,
        /// Which sign.
        glyph: Glyph,
    },
    /// A line of text.
    Text {
        /// On the baseline, where `align` says.
        at: Point,
        /// The text.
        text: String,
        /// Where `at` stands in it.
        align: Align,
        /// Its font.
        font: Font,
        /// The height of its font in pixels.
        size: f64,
    },
}

/// A sign, told apart by its shape as well as by its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glyph {
    /// A filled circle: completed, or printed.
    Dot,
    /// A slash: cancelled.
    Cut,
    /// A cross: failed.
    Cross,
    /// A star: panicked.
    Burst,
    /// A small triangle that points up: woken from outside the program.
    Wedge,
}

/// Where a text's point stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Align {
    /// At its beginning.
    Start,
    /// In its middle.
    Middle,
    /// At its end.
    End,
}

/// A font.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Font {
    /// The interface's.
    Ui,
    /// The interface's, bold.
    Strong,
    /// Monospaced.
    Mono,
}

/// What an item means. A theme gives each role its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The ground.
    Panel,
    /// Text that matters.
    Ink,
    /// Other text.
    Muted,
    /// Text and lines that keep in the background.
    Faint,
    /// The lines of the ruler and the tree.
    Grid,
    /// Being polled.
    Busy,
    /// Polled so often that single polls cannot be told apart.
    Dense,
    /// Woken, not yet polled.
    Scheduled,
    /// Waiting to be woken.
    Idle,
    /// A phase in which something else was at work for it.
    Phase,
    /// Ended: completed.
    Completed,
    /// Ended: cancelled.
    Cancelled,
    /// Ended: failed.
    Failed,
    /// Ended: panicked.
    Panicked,
    /// Printed.
    Print,
    /// The chain of waits that bounded a span.
    Critical,
    /// Who woke whom.
    Wake,
    /// The selected span's lane.
    Selection,
    /// The lane under the pointer.
    Hover,
    /// A lane that something outside the picture points at.
    Highlight,
    /// A stretch for which a span held what the selected one waited for.
    Held,
    /// The time under the pointer.
    Cursor,
}

impl Role {
    /// Every role.
    pub const ALL: [Role; 22] = [
        Role::Panel,
        Role::Ink,
        Role::Muted,
        Role::Faint,
        Role::Grid,
        Role::Busy,
        Role::Dense,
        Role::Scheduled,
        Role::Idle,
        Role::Phase,
        Role::Completed,
        Role::Cancelled,
        Role::Failed,
        Role::Panicked,
        Role::Print,
        Role::Critical,
        Role::Wake,
        Role::Selection,
        Role::Hover,
        Role::Highlight,
        Role::Held,
        Role::Cursor,
    ];

    /// Returns its name, as SVG has it for a class.
    pub fn name(self) -> &'static str {
        match self {
            Role::Panel => "panel",
            Role::Ink => "ink",
            Role::Muted => "muted",
            Role::Faint => "faint",
            Role::Grid => "grid",
            Role::Busy => "busy",
            Role::Dense => "dense",
            Role::Scheduled => "scheduled",
            Role::Idle => "idle",
            Role::Phase => "phase",
            Role::Completed => "completed",
            Role::Cancelled => "cancelled",
            Role::Failed => "failed",
            Role::Panicked => "panicked",
            Role::Print => "print",
            Role::Critical => "critical",
            Role::Wake => "wake",
            Role::Selection => "selection",
            Role::Hover => "hover",
            Role::Highlight => "highlight",
            Role::Held => "held",
            Role::Cursor => "cursor",
        }
    }
}

impl From<End> for Role {
    fn from(end: End) -> Role {
        match end {
            End::Completed => Role::Completed,
            End::Failed => Role::Failed,
            End::Panicked => Role::Panicked,
            End::Cancelled => Role::Cancelled,
        }
    }
}

impl From<End> for Glyph {
    fn from(end: End) -> Glyph {
        match end {
            End::Completed => Glyph::Dot,
            End::Failed => Glyph::Cross,
            End::Panicked => Glyph::Burst,
            End::Cancelled => Glyph::Cut,
        }
    }
}

/// The form of a glyph around its centre, in units of its radius.
pub(crate) enum Outline {
    Circle,
    /// Stroked lines.
    Strokes(&'static [[(f64, f64); 2]]),
    /// A filled polygon.
    Polygon(&'static [(f64, f64)]),
}

impl Glyph {
    pub(crate) fn outline(self) -> Outline {
        match self {
            Glyph::Dot => Outline::Circle,
            Glyph::Cut => Outline::Strokes(&[[(-0.6, 1.8), (0.6, -1.8)]]),
            Glyph::Cross => Outline::Strokes(&[[(-1.1, -1.1), (1.1, 1.1)], [(-1.1, 1.1), (1.1, -1.1)]]),
            Glyph::Burst => Outline::Strokes(&[
                [(0.0, -1.6), (0.0, 1.6)],
                [(-1.4, -0.8), (1.4, 0.8)],
                [(-1.4, 0.8), (1.4, -0.8)],
            ]),
            Glyph::Wedge => Outline::Polygon(&[(0.0, -1.0), (0.9, 0.8), (-0.9, 0.8)]),
        }
    }
}

/// A place in the picture, in CSS pixels from its upper left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl Point {
    /// Makes a point.
    pub const fn new(x: f64, y: f64) -> Point {
        Point { x, y }
    }
}

/// An upright rectangle, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Rect {
    /// Makes a rectangle.
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Rect {
        Rect { x, y, width, height }
    }

    /// Returns its right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Returns its lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// Returns whether a point is in it.
    pub fn contains(&self, at: Point) -> bool {
        (self.x..self.right()).contains(&at.x) && (self.y..self.bottom()).contains(&at.y)
    }
}

impl Layer {
    /// Makes an empty layer.
    pub(crate) fn new(clip: Option<Rect>) -> Layer {
        Layer { clip, items: Vec::new() }
    }

    pub(crate) fn push(&mut self, role: Role, shape: Shape, span: Option<SpanId>) {
        self.items.push(Item { role, shape, span });
    }

    pub(crate) fn bar(&mut self, role: Role, rect: Rect, radius: f64, span: Option<SpanId>) {
        self.push(role, Shape::Bar { rect, radius }, span);
    }

    pub(crate) fn line(&mut self, role: Role, from: Point, to: Point) {
        self.push(role, Shape::Line { from, to, dashed: false }, None);
    }

    pub(crate) fn text(
        &mut self,
        role: Role,
        at: Point,
        text: impl Into<String>,
        align: Align,
        font: (Font, f64),
    ) {
        self.push(role, Shape::Text { at, text: text.into(), align, font: font.0, size: font.1 }, None);
    }
}

impl Scene {
    /// Returns every item, from the bottom to the top.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.layers.iter().flat_map(|it| &it.items)
    }
}

/// The two outer ends of an arrow's head.
pub(crate) fn arrow_head(from: Point, to: Point) -> [Point; 2] {
    const SIZE: f64 = 4.0;
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let length = length(dx, dy).max(1e-6);
    let (ux, uy) = (dx / length * SIZE, dy / length * SIZE);
    [
        Point::new(to.x - ux - uy * 0.75, to.y - uy + ux * 0.75),
        Point::new(to.x - ux + uy * 0.75, to.y - uy - ux * 0.75),
    ]
}
