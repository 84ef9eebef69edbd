//! From lanes to a scene. Only what is visible is laid out, and what falls into one pixel is laid out once.

mod arrows;
mod axis_band;
mod clusters;
mod geometry;
mod holders;
mod labels;
mod lane;
mod loop_lane;
mod pane;
mod phase_segments;
mod worker_lanes;

pub(crate) use geometry::content_height;
pub use geometry::{Geometry, PaneBox};

use crate::{Align, Font, Point};
use crate::{Index, Layer, Plan, Rect, Role, Scene, Stretch, Viewport};
use meanwhile_trace::{Span, SpanId, Trace};
use worker_lanes::Layers;

/// What a layout depends on besides the trace.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The width of the picture, in CSS pixels.
    pub width: f64,
    /// The height of the picture, in CSS pixels; `None` for as high as its content.
    pub height: Option<f64>,
    /// The visible time; `None` for all there is.
    pub viewport: Option<Viewport>,
    /// How far the lanes are scrolled down, in CSS pixels.
    pub scroll_y: f64,
    /// The span that stands out and whose wakes are drawn.
    pub selected: Option<SpanId>,
    /// The span under the pointer.
    pub hovered: Option<SpanId>,
    /// Spans that something outside the picture points at.
    pub highlighted: &'a [SpanId],
    /// When the selected span waited for what others held, and who did ([`holders`](crate::holders)).
    pub held: &'a [Stretch],
    /// Where the pointer is, for the line that shows its time.
    pub cursor_x: Option<f64>,
}

impl Options<'_> {
    /// The whole of a run at this width.
    pub fn new(width: f64) -> Self {
        Options {
            width,
            height: None,
            viewport: None,
            scroll_y: 0.0,
            selected: None,
            hovered: None,
            highlighted: &[],
            held: &[],
            cursor_x: None,
        }
    }
}

/// A picture, and where things are in it.
#[derive(Clone, Debug)]
pub struct Frame {
    /// What is to be painted.
    pub scene: Scene,
    /// Where the lanes are.
    pub geometry: Geometry,
}

/// What every part of the layout reads.
struct Context<'a> {
    trace: &'a Trace,
    index: &'a Index,
    plan: &'a Plan,
    options: &'a Options<'a>,
    geometry: &'a Geometry,
}

/// A visible lane.
#[derive(Clone, Copy)]
struct Lane<'a> {
    span: &'a Span,
    pane: &'a PaneBox,
    depth: u32,
    collapsed: bool,
    /// The middle of its bar.
    y: f64,
    /// The upper edge of its row.
    top: f64,
}

/// Lays out the visible part of a plan.
///
/// Takes time by what is visible and by the logarithm of what is not: a lane of a million polls costs no more than its
/// pixels, and a lane out of sight costs nothing.
pub fn lay_out(trace: &Trace, index: &Index, plan: &Plan, options: &Options<'_>) -> Frame {
    let geometry = Geometry::new(plan, options);
    let context = Context { trace, index, plan, options, geometry: &geometry };
    let layers = if plan.panes.is_empty() { context.empty() } else { context.layers() };
    let scene = Scene {
        width: geometry.width,
        height: geometry.height,
        title: plan.title.clone(),
        description: plan.description.clone(),
        layers,
    };
    Frame { scene, geometry }
}

impl<'a> Context<'a> {
    fn layers(&self) -> Vec<Layer> {
        let body = self.geometry.body();
        let lanes: Vec<Lane<'a>> = self.lanes().collect();
        let (mut bands, mut names) = (Layer::new(Some(body)), Layer::new(Some(body)));
        let (mut grid, mut bars) = (Layer::new(Some(body)), Layer::new(Some(self.geometry.lanes_clip())));
        let (mut arrows, mut headings) =
            (Layer::new(Some(self.geometry.lanes_clip())), Layer::new(Some(body)));
        let ticks = self.ticks();
        self.grid(&mut grid, &ticks);
        for lane in &lanes {
            self.band(&mut bands, lane);
            self.name(&mut names, lane);
            self.lane(&mut bars, lane);
        }
        self.held(&mut bands, &mut bars);
        for (number, pane) in self.geometry.panes.iter().enumerate() {
            self.pane(&mut headings, number, pane);
            self.loop_lane(&mut bars, &mut headings, pane);
            let mut layers = Layers { bands: &mut bands, names: &mut names, bars: &mut bars };
            self.worker_lanes(&mut layers, number, pane);
        }
        self.arrows(&mut arrows);
        let mut header = Layer::new(None);
        self.axis(&mut header, &ticks);
        self.cursor(&mut header);
        vec![bands, grid, names, bars, arrows, headings, header]
    }

    /// Where a time stands; of what came after dropped events nothing is known, and nothing is drawn.
    fn known_x(&self, pane: &PaneBox, at_ns: u64) -> f64 {
        self.geometry.x_of(pane, at_ns.min(self.index.known_ns()))
    }

    /// The visible lanes, from top to bottom.
    fn lanes(&self) -> impl Iterator<Item = Lane<'a>> {
        let (plan, trace, geometry) = (self.plan, self.trace, self.geometry);
        plan.panes.iter().zip(&geometry.panes).flat_map(move |(pane, place)| {
            let visible = geometry.visible_rows(place);
            visible.filter_map(move |number| {
                let row = pane.rows[number];
                let top = place.rows_y + number as f64 * geometry.row_height;
                let y = geometry.bar_y(top);
                Some(Lane {
                    span: trace.span(row.span)?,
                    pane: place,
                    depth: row.depth,
                    collapsed: row.collapsed,
                    y,
                    top,
                })
            })
        })
    }

    /// The ground behind a lane that stands out.
    fn band(&self, layer: &mut Layer, lane: &Lane<'_>) {
        let id = Some(lane.span.id);
        let roles = [
            (self.options.highlighted.contains(&lane.span.id), Role::Highlight),
            (self.options.hovered == id, Role::Hover),
            (self.options.selected == id, Role::Selection),
        ];
        for (_, role) in roles.into_iter().filter(|it| it.0) {
            let rect = Rect::new(0.0, lane.top, self.geometry.width, self.geometry.row_height);
            layer.bar(role, rect, 0.0, id);
            if role == Role::Selection {
                layer.bar(Role::Busy, Rect { width: 3.0, ..rect }, 0.0, None);
            }
        }
    }

    fn empty(&self) -> Vec<Layer> {
        let mut layer = Layer::new(None);
        let at = Point::new(self.geometry.width / 2.0, self.geometry.height / 2.0);
        layer.text(Role::Muted, at, "No future has run yet", Align::Middle, (Font::Ui, 13.0));
        vec![layer]
    }
}

#[cfg(test)]
mod tests;
