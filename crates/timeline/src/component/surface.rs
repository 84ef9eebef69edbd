//! The canvas: its size in device pixels, its colours from the page.

use super::Timeline;
use crate::canvas::Painter;
use crate::number::within;
use crate::{Scene, Theme};
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, HtmlElement};
use yew::prelude::*;

/// What painting keeps from one time to the next.
#[derive(Debug, Default)]
pub(super) struct Surface {
    painter: Painter,
    context: Option<CanvasRenderingContext2d>,
}

impl Surface {
    /// Paints a scene. A browser that has no canvas, or refuses, leaves it empty: the page's table says the same.
    pub(super) fn paint(&mut self, canvas: &NodeRef, scene: &Scene) {
        let Some(canvas) = canvas.cast::<HtmlCanvasElement>() else { return };
        let Some(window) = web_sys::window() else { return };
        let ratio = within(window.device_pixel_ratio(), 0.5, 8.0);
        let (width, height) = ((scene.width * ratio).round() as u32, (scene.height * ratio).round() as u32);
        // Setting a canvas's size empties it, and costs as much as painting it.
        if canvas.width() != width || canvas.height() != height {
            canvas.set_width(width);
            canvas.set_height(height);
        }
        if self.context.is_none() {
            self.context = canvas.get_context("2d").ok().flatten().and_then(|it| it.dyn_into().ok());
        }
        let theme = theme(&window, &canvas);
        if let Some(context) = &self.context {
            let _ = self.painter.paint(context, scene, &theme, ratio);
        }
    }
}

/// The page's colours. Which of the built-in palettes they complete goes by the system.
fn theme(window: &web_sys::Window, canvas: &HtmlCanvasElement) -> Theme {
    let style = window.get_computed_style(canvas).ok().flatten();
    let property = |name: &str| style.as_ref().and_then(|it| it.get_property_value(name).ok());
    let query = window.match_media("(prefers-color-scheme: dark)").ok().flatten();
    let scheme = property("color-scheme").unwrap_or_default();
    let dark = match scheme.trim() {
        "dark" => true,
        "light" => false,
        _ => query.is_some_and(|it| it.matches()),
    };
    let base = if dark { Theme::dark() } else { Theme::light() };
    base.with_properties(property)
}

impl Timeline {
    /// The size of what is visible, and how far it is scrolled.
    pub(super) fn measure(&self) -> Option<(f64, f64, f64)> {
        let host = self.host.cast::<HtmlElement>()?;
        let width = self.sizer.cast::<HtmlElement>()?.get_bounding_client_rect().width();
        let height = f64::from(host.client_height());
        (width > 0.0 && height > 0.0).then(|| (width, height, f64::from(host.scroll_top())))
    }

    pub(super) fn scroll_by(&self, pixels: f64) {
        if let Some(host) = self.host.cast::<HtmlElement>() {
            host.set_scroll_top(host.scroll_top() + pixels.round() as i32);
        }
    }

    pub(super) fn scroll_to(&self, pixels: f64) {
        if let Some(host) = self.host.cast::<HtmlElement>() {
            host.set_scroll_top(pixels.round() as i32);
        }
    }
}
