//! The controls of a run.

use super::View;
use crate::browser;
use crate::page::{Options, Page};
use meanwhile_trace::ClockKind;
use yew::prelude::*;

/// Shows Run, Stop, which engine runs the program, and the choice of clock.
pub(super) fn bar(view: &View<'_>) -> Html {
    let run = view.ask::<MouseEvent>(|page| drop(page.run(Options::default())));
    let stop = view.ask::<MouseEvent>(Page::stop);
    let is_active = view.state.active().is_some();
    html! {
        <div class="bar" role="group" aria-label="Run">
            <button type="button" class="primary" data-testid="run" onclick={run} aria-keyshortcuts="Control+Enter">
                <svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true">
                    <path d="M0 1v10a.8.8 0 0 0 1.2.7l8.4-5a.8.8 0 0 0 0-1.4L1.2.3A.8.8 0 0 0 0 1z" fill="currentColor" />
                </svg>
                { "Run" }<kbd aria-hidden="true">{ run_key() }</kbd>
            </button>
            <button type="button" data-testid="stop" onclick={stop} disabled={!is_active}>
                <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
                    <rect width="10" height="10" rx="1.5" fill="currentColor" />
                </svg>
                { if view.state.is_shutting_down() { "Stop now" } else { "Stop" } }
            </button>
            <span class="tag" title="The program as rustc compiled it into this site's WebAssembly">{ "compiled" }</span>
            <fieldset class="switch">
                <legend>{ "Clock" }</legend>
                { clock(view, ClockKind::Real, "real clock", "Time passes as it does for you") }
                { clock(view, ClockKind::Virtual, "virtual clock",
                    "Virtual time jumps to the next timer as soon as nothing can run") }
            </fieldset>
        </div>
    }
}

fn clock(view: &View<'_>, kind: ClockKind, label: &'static str, title: &'static str) -> Html {
    let onchange = view.ask::<Event>(move |page| page.set_clock(kind));
    html! {
        <label {title}>
            <input type="radio" name="clock" value={kind.name()} checked={view.state.clock == kind} {onchange}
                data-testid={format!("clock-{}", kind.name())} />
            <span>{ label }</span>
        </label>
    }
}

/// How the key that runs the program is written on this system.
fn run_key() -> &'static str {
    let platform = browser::window().navigator().platform().unwrap_or_default();
    if platform.starts_with("Mac") || platform.starts_with("iP") { "⌘ ↵" } else { "Ctrl ↵" }
}
