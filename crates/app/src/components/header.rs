//! The top of the page: the mark and the choice of colours.

use super::View;
use super::ask::Ask;
use crate::dom::{Tag, tag};
use crate::state::Theme;
use yew::Html;

/// Shows the mark and the button that goes round the three choices.
pub(super) fn header(view: &View<'_>) -> Html {
    tag(r#"header class="header""#)
        .with(mark())
        .with(tag(r#"p class="tagline""#).text("Async Rust you can see"))
        .with(colours(view))
        .html()
}

fn mark() -> Tag {
    tag(r##"a class="mark" href="#/""##)
        .with(
            tag(r#"svg viewBox="0 0 26 20" width="26" height="20" aria-hidden="true""#)
                .with(tag(r#"rect x="0" y="1" width="16" height="4" rx="2" fill="var(--busy)""#))
                .with(tag(r#"rect x="5" y="8" width="21" height="4" rx="2" fill="var(--sched)""#))
                .with(tag(r#"rect x="2" y="15" width="12" height="4" rx="2" fill="var(--done)""#)),
        )
        .text("meanwhile")
}

fn colours(view: &View<'_>) -> Tag {
    let theme = view.state.theme;
    let (now, next) = (theme.name(), theme.next().name());
    let button = tag(r#"button class="quiet" type="button" data-testid="theme""#)
        .set_to("aria-label", format!("Colours: {now}. Change to {next}"))
        .with(
            tag(r#"svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true""#)
                .with(tag(
                    r#"circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5""#,
                ))
                .with(tag(r#"path fill="currentColor""#).set("d", half(theme))),
        )
        .with(tag(r#"span class="theme-name""#).text(title(theme)));
    view.click(button, Ask::Theme(theme.next()))
}

/// The part of the disc that is inked: half of it for the system's choice, none for light, all for dark.
fn half(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "M8 1.75a6.25 6.25 0 0 1 0 12.5z",
        Theme::Light => "",
        Theme::Dark => "M8 1.75a6.25 6.25 0 0 1 0 12.5a6.25 6.25 0 0 1 0-12.5z",
    }
}

fn title(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "System",
        Theme::Light => "Light",
        Theme::Dark => "Dark",
    }
}
