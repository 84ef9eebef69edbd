//! The top of the page: the mark and the choice of colours.

use super::View;
use crate::state::Theme;
use yew::prelude::*;

/// Shows the mark and the button that goes round the three choices.
pub(super) fn header(view: &View<'_>) -> Html {
    let theme = view.state.theme;
    let (now, next) = (theme.name(), theme.next().name());
    let onclick = view.ask::<MouseEvent>(move |page| page.set_theme(theme.next()));
    html! {
        <header class="header">
            <a class="mark" href="#/">
                <svg viewBox="0 0 26 20" width="26" height="20" aria-hidden="true">
                    <rect x="0" y="1" width="16" height="4" rx="2" fill="var(--busy)" />
                    <rect x="5" y="8" width="21" height="4" rx="2" fill="var(--sched)" />
                    <rect x="2" y="15" width="12" height="4" rx="2" fill="var(--done)" />
                </svg>
                { "meanwhile" }
            </a>
            <p class="tagline">{ "Async Rust you can see" }</p>
            <button class="quiet" type="button" data-testid="theme" {onclick}
                aria-label={format!("Colours: {now}. Change to {next}")}>
                <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
                    <circle cx="8" cy="8" r="6.25" fill="none" stroke="currentColor" stroke-width="1.5" />
                    <path d={half(theme)} fill="currentColor" />
                </svg>
                <span class="theme-name">{ capitalised(now) }</span>
            </button>
        </header>
    }
}

/// The part of the disc that is inked: half of it for the system's choice, none for light, all for dark.
fn half(theme: Theme) -> &'static str {
    match theme {
        Theme::System => "M8 1.75a6.25 6.25 0 0 1 0 12.5z",
        Theme::Light => "",
        Theme::Dark => "M8 1.75a6.25 6.25 0 0 1 0 12.5a6.25 6.25 0 0 1 0-12.5z",
    }
}

fn capitalised(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_ascii_uppercase() + rest
}
