//! The elements around the canvas: what is under the pointer, and what is read aloud.

use super::listen::within;
use super::{Act, Message, Timeline};
use crate::units::duration;
use meanwhile_trace::decimal::{fixed, trimmed};
use web_sys::HtmlElement;
use yew::prelude::*;

/// Seen by nobody, read by screen readers.
const HIDDEN: &str = "position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap";

const HELP: &str = "Up and down go from lane to lane, left and right from poll to poll, \
     in the lane of a worker from job to job. \
     Enter zooms to the selection, plus and minus zoom, 0 shows everything, Escape clears.";

impl Timeline {
    pub(super) fn html(&self, context: &Context<Self>) -> Html {
        let content = self.plan.height();
        let height = content.min(context.props().max_height.max(120.0));
        let scrolls = content > height;
        let (content, height) = (trimmed(content, 2), trimmed(height, 2));
        let label = format!("{}. {}", self.plan.title, self.plan.description);
        let overflow = if scrolls { "auto" } else { "hidden" };
        // A finger that moves up or down scrolls the page; all else is ours.
        let window = format!(
            "position:relative;height:{height}px;overflow:hidden {overflow};touch-action:pan-y;user-select:none;-webkit-user-select:none"
        );
        html! {
            <div class="timeline" style="position:relative">
                <div ref={self.host.clone()} class="timeline-window" style={window} tabindex="0"
                    role="application" aria-busy={context.props().live.to_string()} aria-roledescription="timeline" aria-label={label} aria-description={HELP}
                    onscroll={self.send(context, |_| Some(Act::Dirty))}
                    onpointerdown={self.pointers(context, Kind::Down)}
                    onpointermove={self.pointers(context, Kind::Move)}
                    onpointerup={self.pointers(context, Kind::Up)}
                    onpointercancel={self.pointers(context, Kind::Cancel)}
                    onpointerleave={self.pointers(context, Kind::Leave)}>
                    <div ref={self.sizer.clone()} style={format!("height:{content}px")}>
                        <canvas ref={self.canvas.clone()} aria-hidden="true"
                            style={format!("position:sticky;top:0;display:block;width:100%;height:{height}px")} />
                    </div>
                </div>
                { self.tip(context) }
                <div role="status" style={HIDDEN}>{ &self.announcement }</div>
            </div>
        }
    }

    /// Name, state and time of what is under the pointer.
    fn tip(&self, context: &Context<Self>) -> Html {
        let (Some(hit), Some(at), Some(geometry)) = (self.hit, self.pointer, &self.geometry) else {
            return Html::default();
        };
        let trace = &context.props().trace;
        let Some(span) = trace.span(hit.span) else { return Html::default() };
        let pane = self.plan.pane_of(span.id).and_then(|it| self.plan.panes.get(it));
        let own = hit.time_ns.saturating_sub(pane.map_or(0, |it| it.base_ns));
        // On the side with more room, so that it never widens the page.
        let across = if at.x < geometry.width / 2.0 {
            format!("left:{}px", fixed(at.x + 14.0, 0))
        } else {
            format!("right:{}px", fixed(geometry.width - at.x + 14.0, 0))
        };
        let down = if at.y < geometry.height - 80.0 {
            format!("top:{}px", fixed(at.y + 16.0, 0))
        } else {
            format!("bottom:{}px", fixed(geometry.height - at.y + 12.0, 0))
        };
        let style = format!(
            "position:absolute;pointer-events:none;z-index:2;max-width:min(320px,60%);{across};{down}"
        );
        html! {
            <div class="timeline-tip" {style} aria-hidden="true">
                <b>{ trace.name(span) }</b>
                <span>{ hit.describe(trace, &self.index) }</span>
                <span class="timeline-tip-time">{ format!("at {}", duration(own)) }</span>
            </div>
        }
    }

    fn send<E: 'static>(
        &self,
        context: &Context<Self>,
        act: impl Fn(E) -> Option<Act> + 'static,
    ) -> Callback<E> {
        context.link().batch_callback(move |event| act(event).map(Message))
    }

    fn pointers(&self, context: &Context<Self>, kind: Kind) -> Callback<PointerEvent> {
        let host = self.host.clone();
        self.send(context, move |event: PointerEvent| {
            let host = host.cast::<HtmlElement>()?;
            pointer(&host, kind, &event)
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Down,
    Move,
    Up,
    Cancel,
    Leave,
}

fn pointer(host: &HtmlElement, kind: Kind, event: &PointerEvent) -> Option<Act> {
    let (id, touch) = (event.pointer_id(), event.pointer_type() == "touch");
    let at = within(host, event.client_x(), event.client_y());
    match kind {
        Kind::Down => {
            // Not the other buttons, and not the scroll bar, which stands right of what is ours.
            if event.button() != 0 || at.x >= f64::from(host.client_width()) {
                return None;
            }
            // Without the capture a drag ends at the border: worse, but no reason to stop.
            let _ = host.set_pointer_capture(id);
            Some(Act::Press { id, at })
        }
        Kind::Move => Some(Act::Move { id, at, touch }),
        Kind::Up => Some(Act::Release { id, at, touch }),
        Kind::Cancel => Some(Act::Cancel { id }),
        Kind::Leave => Some(Act::Leave),
    }
}
