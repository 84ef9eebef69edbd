//! The picture of a run: trace to lanes to scene to canvas or SVG.
//!
//! A [`Plan`] says which spans get a lane, in one pane for a whole run or in two for a [`Comparison`]. [`lay_out`] turns
//! it into a [`Frame`]: a [`Scene`] of plain data, whose items have a [`Role`] instead of a colour, and the geometry by
//! which a [`Hit`] is found again. [`to_svg`] writes a scene as SVG; the feature `canvas` paints it, and the feature
//! `yew` brings the component that lets people zoom, pan and select. [`explain`] says in a sentence what a span did.
//!
//! Layout never paints and painting never lays out. The crate is pure but for those two features.
//!
//! ```
//! use meanwhile_timeline::{Index, Options, Plan, Theme, lay_out, to_svg};
//! use meanwhile_trace::Trace;
//!
//! let trace = Trace::default();
//! let index = Index::new(&trace);
//! let plan = Plan::whole(&trace);
//! let frame = lay_out(&trace, &index, &plan, &Options::new(800.0));
//! assert!(to_svg(&frame.scene, &Theme::light()).starts_with("<svg"));
//! ```

mod axis;
#[cfg(feature = "canvas")]
pub mod canvas;
mod compare;
#[cfg(feature = "yew")]
mod component;
mod describe;
mod explain;
mod hit;
mod index;
#[cfg(any(test, feature = "yew"))]
mod interact;
mod layout;
mod number;
mod phases;
mod plan;
mod scene;
mod svg;
#[cfg(test)]
mod testing;
mod text;
mod theme;
pub mod units;
mod viewport;
mod workers;

pub use axis::{Tick, ticks};
pub use compare::{Comparison, Side, Stretch, critical_path, peak_in_flight};
#[cfg(feature = "yew")]
pub use component::{Timeline, TimelineProps};
pub use describe::describe;
pub use explain::{Piece, explain, holders, plain};
pub use hit::{Hit, Part};
pub use index::{Index, LoopPoll};
pub use layout::{Frame, Geometry, Options, PaneBox, lay_out};
pub use phases::{Look, looks};
pub use plan::{Lane, Pane, Plan, Row};
pub use scene::{Align, Font, Glyph, Item, Layer, Point, Rect, Role, Scene, Shape};
pub use svg::to_svg;
pub use theme::Theme;
pub use viewport::Viewport;
pub use workers::Worker;
