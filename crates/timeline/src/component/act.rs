//! What the component does about what happens to it.

use super::{Act, Message, Timeline, TimelineProps};
use crate::interact::{Command, Gesture, Wheel};
use crate::number::within;
use crate::{Hit, Options, Part, Plan, Point, Viewport, holders, lay_out};
use gloo_render::request_animation_frame;
use yew::prelude::*;

/// How far from a thing a mouse or a finger may be and still hit it, in CSS pixels.
const MOUSE: f64 = 4.0;
const FINGER: f64 = 14.0;
/// One press of a key zooms and pans by this much.
const KEY_ZOOM: f64 = 0.7;
const KEY_PAN: f64 = 0.15;

impl Timeline {
    /// Does what a message asks for; returns whether the elements around the canvas change.
    pub(super) fn act(&mut self, context: &Context<Self>, act: Act) -> bool {
        match act {
            Act::Frame => {
                self.frame = None;
                self.paint(context.props());
                return self.point_again(context);
            }
            Act::Dirty => {}
            Act::Wheel { at, turn } => self.turn(at, turn),
            Act::Key(command) => return self.key(context, command),
            Act::Press { id, at } => self.gestures.press(id, at),
            Act::Move { id, at, touch } => return self.moved(context, id, at, touch),
            Act::Release { id, at, touch } => return self.released(context, id, at, touch),
            Act::Cancel { id } => self.gestures.cancel(id),
            Act::Leave => return self.point_at(context, None),
        }
        self.request_frame(context);
        false
    }

    /// Brings index and plan up to date with the trace.
    pub(super) fn take_in(&mut self, props: &TimelineProps) {
        let anew = self.index.update(&props.trace);
        if anew {
            self.viewport = None;
            self.collapsed.clear();
            self.poll = None;
        }
        self.make_plan(props);
        self.find_holders(props);
    }

    pub(super) fn find_holders(&mut self, props: &TimelineProps) {
        self.held = props.selected.map_or_else(Vec::new, |it| holders(&props.trace, it));
    }

    fn make_plan(&mut self, props: &TimelineProps) {
        self.plan = match &props.comparison {
            Some(it) => Plan::comparison_with(&props.trace, it, &self.collapsed),
            None => Plan::whole_with(&props.trace, &self.collapsed),
        };
        self.hit = None;
    }

    pub(super) fn request_frame(&mut self, context: &Context<Self>) {
        if self.frame.is_none() {
            let link = context.link().clone();
            self.frame = Some(request_animation_frame(move |_| link.send_message(Message(Act::Frame))));
        }
    }

    fn paint(&mut self, props: &TimelineProps) {
        let Some((width, height, scroll_y)) = self.measure() else { return };
        self.zoomed.set(self.viewport.is_some());
        let dragging = self.gestures.is_dragging();
        let options = Options {
            width,
            height: Some(height),
            viewport: self.viewport,
            scroll_y,
            selected: props.selected,
            hovered: self.hit.map(|it| it.span),
            highlighted: &props.highlighted,
            held: &self.held,
            cursor_x: self.pointer.filter(|_| !dragging).map(|it| it.x).or_else(|| self.poll_x(props)),
        };
        let frame = lay_out(&props.trace, &self.index, &self.plan, &options);
        self.surface.paint(&self.canvas, &frame.scene);
        self.geometry = Some(frame.geometry);
    }

    fn poll_x(&self, props: &TimelineProps) -> Option<f64> {
        let span = props.trace.span(props.selected?)?;
        let (geometry, pane) = (self.geometry.as_ref()?, self.plan.lane(span.id)?.0);
        Some(geometry.x_of(geometry.panes.get(pane)?, span.polls.get(self.poll?)?.start_ns))
    }

    pub(super) fn view_or_fit(&self) -> Viewport {
        self.viewport.unwrap_or(Viewport::fit(self.plan.extent_ns))
    }

    /// Keeps a viewport, unless it shows everything: then a growing run stays in sight.
    pub(super) fn show(&mut self, view: Viewport) {
        let all = view.span_ns() >= self.plan.extent_ns * 0.999;
        self.viewport = (!all).then_some(view);
    }

    fn zoom(&mut self, x: f64, factor: f64) {
        let Some(geometry) = &self.geometry else { return };
        let fraction = within((x - geometry.plot.x) / geometry.plot.width, 0.0, 1.0);
        self.show(self.view_or_fit().zoomed(fraction, factor, self.plan.extent_ns));
    }

    /// Moves by so many pixels.
    fn pan(&mut self, pixels: f64) {
        let Some(geometry) = &self.geometry else { return };
        self.show(self.view_or_fit().panned(pixels / geometry.plot.width, self.plan.extent_ns));
    }

    fn turn(&mut self, at: Point, turn: Wheel) {
        match turn {
            Wheel::Zoom(factor) => self.zoom(at.x, factor),
            Wheel::Pan(pixels) => self.pan(pixels),
            Wheel::Scroll => {}
        }
    }

    fn moved(&mut self, context: &Context<Self>, id: i32, at: Point, touch: bool) -> bool {
        match self.gestures.move_to(id, at) {
            Gesture::Hover(at) if !touch => return self.point_at(context, Some(at)),
            Gesture::Drag { dx, dy } => {
                self.pan(-dx);
                if !touch {
                    self.scroll_by(-dy);
                }
            }
            Gesture::Pinch { x, dx, factor } => {
                self.pan(-dx);
                self.zoom(x, factor);
            }
            Gesture::None | Gesture::Hover(_) | Gesture::Click(_) => return false,
        }
        self.request_frame(context);
        self.hit.take().is_some()
    }

    fn released(&mut self, context: &Context<Self>, id: i32, at: Point, touch: bool) -> bool {
        let gesture = self.gestures.release(id, at);
        self.request_frame(context);
        let Gesture::Click(at) = gesture else { return false };
        let hit = self.hit_at(context.props(), at, if touch { FINGER } else { MOUSE });
        self.poll = match hit.map(|it| it.part) {
            Some(Part::Poll(number)) => Some(number),
            _ => None,
        };
        self.worker = match hit.map(|it| it.part) {
            Some(Part::Job(..)) => self.geometry.as_ref().and_then(|it| it.worker_at(at.y)),
            _ => None,
        };
        context.props().on_select.emit(hit.map(|it| it.span));
        true
    }

    /// The pointer is there, or nowhere.
    fn point_at(&mut self, context: &Context<Self>, at: Option<Point>) -> bool {
        self.pointer = at;
        let hit = at.and_then(|it| self.hit_at(context.props(), it, MOUSE));
        let (was, is) = (self.hit.map(|it| it.span), hit.map(|it| it.span));
        self.hit = hit;
        if was != is {
            context.props().on_hover.emit(is);
        }
        self.request_frame(context);
        true
    }

    /// What is under the resting pointer changes when the run grows or the lanes scroll.
    fn point_again(&mut self, context: &Context<Self>) -> bool {
        let resting = self.pointer.filter(|_| !self.gestures.is_dragging());
        let hit = resting.and_then(|it| self.hit_at(context.props(), it, MOUSE));
        hit != self.hit && self.point_at(context, resting)
    }

    fn hit_at(&self, props: &TimelineProps, at: Point, tolerance: f64) -> Option<Hit> {
        self.geometry.as_ref()?.hit(&props.trace, &self.index, &self.plan, at, tolerance)
    }

    fn key(&mut self, context: &Context<Self>, command: Command) -> bool {
        let props = context.props();
        let middle = self.geometry.as_ref().map_or(0.0, |it| it.plot.x + it.plot.width / 2.0);
        let x = self.pointer.map_or_else(|| self.poll_x(props).unwrap_or(middle), |it| it.x);
        let width = self.geometry.as_ref().map_or(0.0, |it| it.plot.width);
        match command {
            Command::ZoomIn => self.zoom(x, KEY_ZOOM),
            Command::ZoomOut => self.zoom(x, 1.0 / KEY_ZOOM),
            Command::PanLeft => self.pan(-width * KEY_PAN),
            Command::PanRight => self.pan(width * KEY_PAN),
            Command::Fit => self.viewport = None,
            Command::LaneUp => self.go(context, -1),
            Command::LaneDown => self.go(context, 1),
            Command::FirstLane => self.go(context, isize::MIN),
            Command::LastLane => self.go(context, isize::MAX),
            Command::Earlier => self.step(context, false),
            Command::Later => self.step(context, true),
            Command::Focus => self.focus(props),
            Command::Fold => self.fold(props),
            Command::Clear => self.select(context, None),
        }
        self.request_frame(context);
        true
    }

    /// Shows the selected span from its start to its end.
    fn focus(&mut self, props: &TimelineProps) {
        let Some(span) = props.selected.and_then(|it| props.trace.span(it)) else { return };
        let Some(pane) = self.plan.pane_of(span.id) else { return };
        let own = |time_ns: u64| time_ns.saturating_sub(self.plan.panes[pane].base_ns) as f64;
        let (from, to) = (own(span.created_ns), own(span.end_ns(self.index.known_ns())));
        self.show(Viewport::around(from, to, self.plan.extent_ns));
    }

    fn fold(&mut self, props: &TimelineProps) {
        let Some(span) = props.selected.and_then(|it| props.trace.span(it)) else { return };
        if span.children.is_empty() {
            return;
        }
        if let Some(at) = self.collapsed.iter().position(|it| *it == span.id) {
            self.collapsed.swap_remove(at);
        } else {
            self.collapsed.push(span.id);
        }
        self.make_plan(props);
    }
}
