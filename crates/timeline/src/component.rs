//! The timeline as a Yew component: it zooms, pans, selects, and speaks to those who do not see it.

mod act;
mod listen;
mod read_out;
mod select;
mod surface;

use crate::interact::{Command, Gestures, Wheel};
use crate::{Comparison, Geometry, Hit, Index, Plan, Point, Stretch, Viewport};
use gloo_render::AnimationFrame;
use listen::Listeners;
use meanwhile_trace::{SpanId, Trace};
use std::cell::Cell;
use std::rc::Rc;
use surface::Surface;
use yew::prelude::*;

/// What a [`Timeline`] shows.
#[derive(Clone, Debug, Properties)]
pub struct TimelineProps {
    /// The run as far as it is known.
    pub trace: Rc<Trace>,
    /// A number that changes whenever the trace has grown or is another one.
    pub version: u64,
    /// Two of its spans to show one above the other; the whole run without.
    #[prop_or_default]
    pub comparison: Option<Rc<Comparison>>,
    /// The selected span.
    #[prop_or_default]
    pub selected: Option<SpanId>,
    /// Spans that something else on the page points at.
    #[prop_or_default]
    pub highlighted: Rc<[SpanId]>,
    /// Whether the run is still going on.
    #[prop_or_default]
    pub live: bool,
    /// The greatest height in CSS pixels; more lanes scroll inside.
    #[prop_or(TimelineProps::MAX_HEIGHT)]
    pub max_height: f64,
    /// Called when another span is selected, or none.
    #[prop_or_default]
    pub on_select: Callback<Option<SpanId>>,
    /// Called when the pointer comes to another span, or leaves them all.
    #[prop_or_default]
    pub on_hover: Callback<Option<SpanId>>,
}

impl PartialEq for TimelineProps {
    /// Traces are compared by their version: a trace grows where it is.
    fn eq(&self, other: &Self) -> bool {
        self.shows_the_same(other)
            && self.selected == other.selected
            && self.highlighted == other.highlighted
            && self.live == other.live
            && self.max_height == other.max_height
            && self.on_select == other.on_select
            && self.on_hover == other.on_hover
    }
}

impl TimelineProps {
    /// The greatest height where none is given, in CSS pixels.
    pub const MAX_HEIGHT: f64 = 560.0;

    fn shows_the_same(&self, other: &Self) -> bool {
        let same_comparison = match (&self.comparison, &other.comparison) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two) || one == two,
            (None, None) => true,
            _ => false,
        };
        self.version == other.version && Rc::ptr_eq(&self.trace, &other.trace) && same_comparison
    }
}

/// The timeline of a run, on a canvas.
///
/// It fills the width it is given and is as high as its lanes, up to `max_height`. A plain wheel scrolls the lanes if
/// there are more than fit, and the page otherwise; with Ctrl or the command key it zooms at the pointer, with Shift or
/// sideways it pans. Dragging pans, two fingers pinch, a finger moving up or down scrolls the page. With the keyboard:
/// W, S, A, D by their place zoom and pan, `+`, `-` and `0` zoom and fit, up and down go from lane to lane, left and
/// right from poll to poll (in a worker's lane from job to job), Enter zooms to the selection, Space folds it, Escape clears it. Keys that it handles go no
/// further.
///
/// Colours come from CSS custom properties ([`Theme::with_properties`](crate::Theme::with_properties)), read anew for
/// every painting. Nothing is eased: there is no motion to reduce.
pub struct Timeline {
    index: Index,
    plan: Plan,
    /// Spans that hide what stands below them.
    collapsed: Vec<SpanId>,
    /// What people zoomed to; everything without.
    viewport: Option<Viewport>,
    /// Whether there is anything to pan to, for the listeners that must know at once.
    zoomed: Rc<Cell<bool>>,
    /// The poll of the selected span that the arrow keys came to.
    poll: Option<usize>,
    /// The worker's lane that the selection was made in: its pane and its place there.
    worker: Option<(usize, usize)>,
    /// Who held what the selected span waited for.
    held: Vec<Stretch>,
    pointer: Option<Point>,
    hit: Option<Hit>,
    /// Where the last painting put things.
    geometry: Option<Geometry>,
    gestures: Gestures,
    host: NodeRef,
    sizer: NodeRef,
    canvas: NodeRef,
    surface: Surface,
    listeners: Option<Listeners>,
    frame: Option<AnimationFrame>,
    announcement: String,
}

impl std::fmt::Debug for Timeline {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Timeline").field("viewport", &self.viewport).finish_non_exhaustive()
    }
}

/// What happens to a timeline.
#[derive(Debug)]
pub struct Message(Act);

#[derive(Clone, Copy, Debug)]
enum Act {
    /// It is time to paint.
    Frame,
    /// Something that the picture depends on has changed.
    Dirty,
    Wheel {
        at: Point,
        turn: Wheel,
    },
    Key(Command),
    Press {
        id: i32,
        at: Point,
    },
    Move {
        id: i32,
        at: Point,
        touch: bool,
    },
    Release {
        id: i32,
        at: Point,
        touch: bool,
    },
    /// The browser took the pointer.
    Cancel {
        id: i32,
    },
    Leave,
}

impl Component for Timeline {
    type Message = Message;
    type Properties = TimelineProps;

    fn create(context: &Context<Self>) -> Self {
        let mut timeline = Timeline {
            index: Index::default(),
            plan: Plan::default(),
            collapsed: Vec::new(),
            viewport: None,
            zoomed: Rc::default(),
            poll: None,
            worker: None,
            held: Vec::new(),
            pointer: None,
            hit: None,
            geometry: None,
            gestures: Gestures::default(),
            host: NodeRef::default(),
            sizer: NodeRef::default(),
            canvas: NodeRef::default(),
            surface: Surface::default(),
            listeners: None,
            frame: None,
            announcement: String::new(),
        };
        timeline.take_in(context.props());
        timeline
    }

    fn changed(&mut self, context: &Context<Self>, old: &TimelineProps) -> bool {
        let props = context.props();
        if !props.shows_the_same(old) {
            self.take_in(props);
        }
        if props.selected != old.selected {
            self.selection_changed(context);
        }
        self.request_frame(context);
        true
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        self.act(context, message.0)
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        if first {
            self.listeners = self.listen(context);
        }
        self.request_frame(context);
    }

    fn view(&self, context: &Context<Self>) -> Html {
        self.html(context)
    }
}
