//! The controls of a run.

use super::View;
use super::ask::Ask;
use crate::browser;
use crate::dom::{Tag, tag};
use meanwhile_trace::ClockKind;
use meanwhile_trace::report::Engine;
use yew::Html;

/// Shows Run, Stop, and the choice of engine and clock.
pub(super) fn bar(view: &View<'_>) -> Html {
    tag(r#"div class="bar" role="group" aria-label="Run""#)
        .with(run(view))
        .with(stop(view))
        .with(
            tag(r#"fieldset class="switch""#)
                .with(tag("legend").text("Engine"))
                .with(engine(
                    view,
                    Engine::Compiled,
                    "compiled",
                    if view.state.is_compiled() {
                        "The program as rustc compiled it into this site's WebAssembly"
                    } else {
                        "Only an unchanged lesson is there as rustc compiled it"
                    },
                ))
                .with(engine(
                    view,
                    Engine::Interpreted,
                    "interpreted",
                    "The text, run by the interpreter in this site's WebAssembly",
                )),
        )
        .with(
            tag(r#"fieldset class="switch""#)
                .with(tag("legend").text("Clock"))
                .with(clock(view, ClockKind::Real, "real clock", "Time passes as it does for you"))
                .with(clock(
                    view,
                    ClockKind::Virtual,
                    "virtual clock",
                    "Virtual time jumps to the next timer as soon as nothing can run",
                )),
        )
        .html()
}

fn run(view: &View<'_>) -> Tag {
    let button = tag(r#"button type="button" class="primary" data-testid="run" aria-keyshortcuts="Control+Enter""#)
        .with(tag(r#"svg viewBox="0 0 10 12" width="10" height="12" aria-hidden="true""#).with(tag(
            r#"path d="M0 1v10a.8.8 0 0 0 1.2.7l8.4-5a.8.8 0 0 0 0-1.4L1.2.3A.8.8 0 0 0 0 1z" fill="currentColor""#,
        )))
        .text("Run")
        .with(tag(r#"kbd aria-hidden="true""#).text(run_key()));
    view.click(button, Ask::Run)
}

fn stop(view: &View<'_>) -> Tag {
    let button = tag(r#"button type="button" data-testid="stop""#)
        .set_if(view.state.active().is_none(), "disabled", "disabled")
        .with(
            tag(r#"svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true""#)
                .with(tag(r#"rect width="10" height="10" rx="1.5" fill="currentColor""#)),
        )
        .text(if view.state.is_shutting_down() { "Stop now" } else { "Stop" });
    view.click(button, Ask::Stop)
}

fn engine(view: &View<'_>, engine: Engine, label: &'static str, title: &'static str) -> Tag {
    let is_there = engine == Engine::Interpreted || view.state.is_compiled();
    let input = tag(r#"input type="radio" name="engine""#)
        .set_if(!is_there, "disabled", "disabled")
        .checked(view.state.engine() == engine)
        .set_to("data-testid", format!("engine-{}", engine.name()));
    tag("label")
        .set("title", title)
        .with(view.choose(input, Ask::Engine(engine)))
        .with(tag("span").text(label))
}

fn clock(view: &View<'_>, kind: ClockKind, label: &'static str, title: &'static str) -> Tag {
    let input = tag(r#"input type="radio" name="clock""#)
        .set("value", kind.name())
        .checked(view.state.clock == kind)
        .set_to("data-testid", format!("clock-{}", kind.name()));
    tag("label").set("title", title).with(view.choose(input, Ask::Clock(kind))).with(tag("span").text(label))
}

/// How the key that runs the program is written on this system.
fn run_key() -> &'static str {
    let platform = browser::window().navigator().platform().unwrap_or_default();
    if platform.starts_with("Mac") || platform.starts_with("iP") { "⌘ ↵" } else { "Ctrl ↵" }
}
