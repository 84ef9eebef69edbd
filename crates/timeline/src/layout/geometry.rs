//! Where lanes and times are in the picture.

use super::Options;
use crate::number::within;
use crate::text::mono_width;
use crate::{Lane, Plan, Rect, Viewport};
use std::ops::Range;

/// Where lanes and times are in the picture, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Geometry {
    /// The width of the picture.
    pub width: f64,
    /// The height of the picture.
    pub height: f64,
    /// The height it would have if all lanes were visible.
    pub content_height: f64,
    /// The columns of time, below the axis.
    pub plot: Rect,
    /// The visible time, in the panes' own time.
    pub view: Viewport,
    /// The height of a lane.
    pub row_height: f64,
    /// From top to bottom; parts of them may be out of sight.
    pub panes: Vec<PaneBox>,
    /// By which all of it is moved up.
    pub scroll_y: f64,
}

/// Where a pane is.
#[derive(Clone, Debug, PartialEq)]
pub struct PaneBox {
    /// The run's time at the pane's own 0.
    pub base_ns: u64,
    /// The pane's last nanosecond, in the run's time.
    pub end_ns: u64,
    /// Its upper edge.
    pub y: f64,
    /// The upper edge of the loop's lane.
    pub loop_y: f64,
    /// The upper edge of its first worker's lane.
    pub workers_y: f64,
    /// The upper edge of its first span's lane.
    pub rows_y: f64,
    /// How many spans have a lane in it.
    pub rows: usize,
    /// Its lower edge.
    pub bottom: f64,
}

/// The height of the axis.
pub(super) const AXIS: f64 = 28.0;
/// The height of the lane of the loop, and of that of a worker.
pub(super) const LOOP: f64 = 18.0;
/// Below this width everything moves closer together.
const NARROW: f64 = 560.0;
const HEADING: f64 = 24.0;
const PANE_TOP: f64 = 8.0;
const PANE_BOTTOM: f64 = 10.0;
const EMPTY_HEIGHT: f64 = 160.0;
/// Lanes are lower where there are more than fit on a screen.
const MANY: usize = 120;
/// Between a name and the columns of time.
pub(super) const NAME_GAP: f64 = 11.0;
/// How deep names are indented at most.
pub(super) const DEEPEST: u32 = 8;

impl Geometry {
    /// Finds the places of a plan's lanes.
    pub(super) fn new(plan: &Plan, options: &Options<'_>) -> Geometry {
        let width = options.width.max(120.0);
        let (row_height, mut panes) = stack(plan);
        let content_height = panes.last().map_or(EMPTY_HEIGHT, |it| it.bottom);
        let height = options.height.unwrap_or(content_height);
        let scroll_y = within(options.scroll_y, 0.0, content_height - height);
        for pane in &mut panes {
            for edge in
                [&mut pane.y, &mut pane.loop_y, &mut pane.workers_y, &mut pane.rows_y, &mut pane.bottom]
            {
                *edge -= scroll_y;
            }
        }
        let label = label_width(plan, width);
        let plot =
            Rect::new(label, AXIS, (width - label - right_room(width)).max(20.0), (height - AXIS).max(0.0));
        let fit = Viewport::fit(plan.extent_ns);
        let view = options.viewport.map_or(fit, |it| it.clamped(plan.extent_ns));
        Geometry { width, height, content_height, plot, view, row_height, panes, scroll_y }
    }

    /// Returns where a time of the run stands in a pane. Times out of sight stand far enough outside.
    pub fn x_of(&self, pane: &PaneBox, time_ns: u64) -> f64 {
        const FAR: f64 = 10_000.0;
        let own = time_ns as f64 - pane.base_ns as f64;
        within(self.plot.x + self.view.fraction_of(own) * self.plot.width, -FAR, self.width + FAR)
    }

    /// Returns the time at `x`, in the panes' own time.
    pub fn time_at(&self, x: f64) -> f64 {
        self.view.time_at((x - self.plot.x) / self.plot.width)
    }

    /// Returns the lane at `y`: its pane and its place there.
    pub fn row_at(&self, y: f64) -> Option<(usize, usize)> {
        if y < AXIS || y >= self.height {
            return None;
        }
        self.panes.iter().enumerate().find_map(|(number, pane)| {
            let row = ((y - pane.rows_y) / self.row_height).floor();
            (row >= 0.0 && row < pane.rows as f64).then_some((number, row as usize))
        })
    }

    /// Returns the middle of the bar of a lane, by its pane and its place there.
    pub fn lane_y(&self, pane: usize, row: usize) -> Option<f64> {
        self.panes.get(pane).map(|it| self.bar_y(it.rows_y + row as f64 * self.row_height))
    }

    /// Returns the worker's lane at `y`: its pane and its place there.
    pub fn worker_at(&self, y: f64) -> Option<(usize, usize)> {
        let is_there = |it: &&PaneBox| (it.workers_y.max(AXIS)..it.rows_y.min(self.height)).contains(&y);
        let pane = self.panes.iter().position(|it| is_there(&it))?;
        Some((pane, ((y - self.panes[pane].workers_y) / LOOP) as usize))
    }

    /// Returns the middle of a worker's lane.
    pub fn worker_y(&self, pane: usize, worker: usize) -> Option<f64> {
        self.panes.get(pane).map(|it| it.workers_y + (worker as f64 + 0.5) * LOOP)
    }

    /// Returns by how much the lanes must be scrolled for a lane to be whole in sight.
    pub fn scroll_to(&self, lane: Lane) -> Option<f64> {
        let (top, height) = match lane {
            Lane::Worker(pane, worker) => (self.worker_y(pane, worker)? - LOOP / 2.0, LOOP),
            Lane::Row(pane, row) => {
                (self.panes.get(pane)?.rows_y + row as f64 * self.row_height, self.row_height)
            }
        };
        let bottom = top + height + 4.0;
        let by = if top < AXIS { top - AXIS } else { (bottom - self.height).max(0.0) };
        Some((self.scroll_y + by).max(0.0))
    }

    /// Everything below the axis.
    pub(super) fn body(&self) -> Rect {
        Rect::new(0.0, AXIS, self.width, (self.height - AXIS).max(0.0))
    }

    /// The columns of time with the room that marks at their ends need.
    pub(super) fn lanes_clip(&self) -> Rect {
        let room = 5.0;
        Rect::new(self.plot.x - room, AXIS, self.width - self.plot.x + room, (self.height - AXIS).max(0.0))
    }

    pub(super) fn visible_rows(&self, pane: &PaneBox) -> Range<usize> {
        let row = |y: f64| within((y - pane.rows_y) / self.row_height, 0.0, pane.rows as f64);
        row(AXIS).floor() as usize..row(self.height).ceil() as usize
    }

    /// The middle of a bar lies below the middle of its row, because prints are drawn above it.
    pub(super) fn bar_y(&self, top: f64) -> f64 {
        top + self.row_height / 2.0 + if self.is_dense() { 1.0 } else { 2.0 }
    }

    pub(super) fn is_dense(&self) -> bool {
        self.row_height < 18.0
    }

    /// The height of names in pixels.
    pub(super) fn font_size(&self) -> f64 {
        if self.is_dense() { 11.0 } else { name_size(self.width) }
    }

    /// The left border of all text.
    pub(super) fn margin(&self) -> f64 {
        margin(self.width)
    }

    /// How far a lane's name is indented.
    pub(super) fn indent(&self, depth: u32) -> f64 {
        margin(self.width) + f64::from(depth.min(DEEPEST)) * indent_step(self.width)
    }
}

/// The height of all lanes of a plan, the axis included.
pub(crate) fn content_height(plan: &Plan) -> f64 {
    stack(plan).1.last().map_or(EMPTY_HEIGHT, |it| it.bottom)
}

/// The height of a lane, and the panes one below the other.
fn stack(plan: &Plan) -> (f64, Vec<PaneBox>) {
    let rows: usize = plan.panes.iter().map(|it| it.rows.len()).sum();
    let row_height = if rows > MANY { 14.0 } else { 20.0 };
    let mut y = AXIS;
    let panes = plan.panes.iter().map(|pane| {
        let loop_y = y + PANE_TOP + if pane.heading.is_some() { HEADING } else { 0.0 };
        let workers_y = loop_y + LOOP;
        let rows_y = workers_y + pane.workers.len() as f64 * LOOP;
        let bottom = rows_y + pane.rows.len() as f64 * row_height + PANE_BOTTOM;
        let (base_ns, end_ns) = (pane.base_ns, pane.end_ns);
        let top = std::mem::replace(&mut y, bottom);
        PaneBox { base_ns, end_ns, y: top, loop_y, workers_y, rows_y, rows: pane.rows.len(), bottom }
    });
    (row_height, panes.collect())
}

/// As wide as the widest name, but no wider than about a quarter of the picture.
fn label_width(plan: &Plan, width: f64) -> f64 {
    let widest = plan.name_columns().map(|(depth, columns)| {
        let text = mono_width("0", name_size(width)) * columns as f64;
        margin(width) + f64::from(depth) * indent_step(width) + text + NAME_GAP
    });
    let most = within(width * 0.28, 118.0, 240.0);
    widest.fold(64.0, f64::max).min(most).ceil()
}

/// Right of the columns of time, where the last labels reach out.
fn right_room(width: f64) -> f64 {
    if width < NARROW { 16.0 } else { 34.0 }
}

fn margin(width: f64) -> f64 {
    if width < NARROW { 10.0 } else { 12.0 }
}

fn indent_step(width: f64) -> f64 {
    if width < NARROW { 7.0 } else { 12.0 }
}

fn name_size(width: f64) -> f64 {
    if width < NARROW { 11.0 } else { 12.0 }
}
