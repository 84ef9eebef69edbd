//! Light or dark: what is chosen, where it is remembered, how the styles learn of it.

use crate::browser;
use crate::state::Theme;

/// Where the choice is stored; `boot.js` reads it before the first paint.
const KEY: &str = "meanwhile-theme";

impl Theme {
    /// Returns the word for it, as it is stored.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    /// Returns the choice that a click leads to.
    pub(crate) fn next(self) -> Self {
        match self {
            Theme::System => Theme::Light,
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::System,
        }
    }
}

/// Returns what the reader chose on an earlier visit.
pub(super) fn stored() -> Theme {
    match browser::stored(KEY).as_deref() {
        Some("light") => Theme::Light,
        Some("dark") => Theme::Dark,
        _ => Theme::System,
    }
}

/// Remembers a choice, and makes the styles follow it.
pub(super) fn store(theme: Theme) {
    browser::store(KEY, Some(theme.name()).filter(|_| theme != Theme::System));
    show(theme);
}

/// Makes the styles follow a choice, and the system where that is the choice.
pub(crate) fn show(theme: Theme) {
    let system_is_dark = || {
        let query = browser::window().match_media("(prefers-color-scheme: dark)");
        query.ok().flatten().is_some_and(|it| it.matches())
    };
    let dark = match theme {
        Theme::System => system_is_dark(),
        Theme::Light => false,
        Theme::Dark => true,
    };
    if let Some(root) = browser::document().document_element() {
        let _ = root.set_attribute("data-theme", if dark { "dark" } else { "light" });
    }
}
