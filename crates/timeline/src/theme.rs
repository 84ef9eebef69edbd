//! Colours by role, and fonts.

use crate::{Font, Role};
use meanwhile_trace::decimal::trimmed;

/// Colours and fonts, as CSS has them.
///
/// The two built-in palettes keep every pair of neighbouring roles apart in lightness as well as in hue, so that they
/// can be told apart by colour-blind readers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    colours: [String; Role::ALL.len()],
    /// The interface's font family.
    pub ui: String,
    /// The monospaced font family.
    pub mono: String,
}

/// Per role: the CSS custom property, the colour on light ground, the colour on dark ground.
const PALETTE: [(Role, &str, &str, &str); Role::ALL.len()] = [
    (Role::Panel, "--panel", "#ffffff", "#1b1d22"),
    (Role::Ink, "--ink", "#1d1c1a", "#ecebe7"),
    (Role::Muted, "--ink2", "#5d5a54", "#b3b2ad"),
    (Role::Faint, "--ink3", "#716d65", "#93928d"),
    (Role::Grid, "--line", "#e3dfd6", "#2c2f37"),
    (Role::Busy, "--busy", "#1f5fa8", "#6cb2ff"),
    (Role::Dense, "--dense", "#6f9bcb", "#4d7fb5"),
    (Role::Scheduled, "--sched", "#c98a00", "#f2c14e"),
    (Role::Idle, "--idle", "#c9d8ea", "#36506f"),
    (Role::Phase, "--phase", "#a09fd8", "#6364a6"),
    (Role::Completed, "--done", "#1d8a5f", "#4fc493"),
    (Role::Cancelled, "--cancel", "#c2410c", "#ff8a4c"),
    (Role::Failed, "--fail", "#a21caf", "#e38bf5"),
    (Role::Panicked, "--panic", "#b91c1c", "#ff6b6b"),
    (Role::Print, "--ink2", "#5d5a54", "#b3b2ad"),
    (Role::Critical, "--accent", "#b4451f", "#ff8a5c"),
    (Role::Wake, "--accent", "#b4451f", "#ff8a5c"),
    (Role::Selection, "--selection", "#e4ecf5", "#22303f"),
    (Role::Hover, "--hover", "#f5f3ee", "#23262c"),
    (Role::Highlight, "--highlight", "#faf1d9", "#33301f"),
    (Role::Held, "--ink2", "#5d5a54", "#b3b2ad"),
    (Role::Cursor, "--ink3", "#716d65", "#93928d"),
];

const UI: &str = "Inter, system-ui, sans-serif";
const MONO: &str = "\"JetBrains Mono\", ui-monospace, \"DejaVu Sans Mono\", monospace";

impl Theme {
    /// Dark ink on light ground.
    pub fn light() -> Theme {
        Theme::built_in(|it| it.2)
    }

    /// Light ink on dark ground.
    pub fn dark() -> Theme {
        Theme::built_in(|it| it.3)
    }

    /// Takes colours and fonts from CSS custom properties; what `property` does not know stays as it is.
    ///
    /// The properties are `--panel`, `--ink`, `--ink2`, `--ink3`, `--line`, `--accent`, `--busy`, `--dense`, `--sched`,
    /// `--idle`, `--phase`, `--done`, `--cancel`, `--fail`, `--panic`, `--selection`, `--hover`, `--highlight`, `--ui` and `--mono`.
    #[must_use]
    pub fn with_properties(mut self, property: impl Fn(&str) -> Option<String>) -> Theme {
        let known = |name: &str| property(name).map(|it| it.trim().to_owned()).filter(|it| !it.is_empty());
        for (colour, (_, name, _, _)) in self.colours.iter_mut().zip(PALETTE) {
            if let Some(given) = known(name) {
                *colour = given;
            }
        }
        self.ui = known("--ui").unwrap_or(self.ui);
        self.mono = known("--mono").unwrap_or(self.mono);
        self
    }

    /// Returns the colour of a role.
    pub fn colour(&self, role: Role) -> &str {
        &self.colours[role as usize]
    }

    /// Returns a font as CSS's `font` wants it.
    pub fn font(&self, font: Font, size: f64) -> String {
        match font {
            Font::Ui => format!("{}px {}", trimmed(size, 2), self.ui),
            Font::Strong => format!("650 {}px {}", trimmed(size, 2), self.ui),
            Font::Mono => format!("{}px {}", trimmed(size, 2), self.mono),
        }
    }

    fn built_in(colour: impl Fn(&(Role, &str, &'static str, &'static str)) -> &'static str) -> Theme {
        Theme {
            colours: PALETTE.each_ref().map(|it| colour(it).to_owned()),
            ui: UI.to_owned(),
            mono: MONO.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_the_colour_of_its_own_row() {
        for ((role, _, light, dark), expected) in PALETTE.iter().zip(Role::ALL) {
            assert_eq!(*role, expected);
            assert_eq!(Theme::light().colour(*role), *light);
            assert_eq!(Theme::dark().colour(*role), *dark);
        }
    }

    #[test]
    fn properties_of_the_page_win_and_unknown_ones_change_nothing() {
        let theme = Theme::dark().with_properties(|it| match it {
            "--busy" => Some(" blue ".to_owned()),
            "--idle" => Some(String::new()),
            _ => None,
        });
        assert_eq!(theme.colour(Role::Busy), "blue");
        assert_eq!(theme.colour(Role::Idle), Theme::dark().colour(Role::Idle));
        assert_eq!(theme.mono, MONO);
    }

    #[test]
    fn text_and_marks_stand_out_from_the_ground_and_states_from_each_other() {
        for theme in [Theme::light(), Theme::dark()] {
            let ground = theme.colour(Role::Panel);
            for (role, least) in [
                (Role::Ink, 7.0),
                (Role::Muted, 4.5),
                (Role::Faint, 3.0),
                (Role::Busy, 4.5),
                (Role::Completed, 3.0),
                (Role::Cancelled, 3.0),
                (Role::Failed, 3.0),
                (Role::Panicked, 3.0),
                (Role::Critical, 3.0),
            ] {
                let found = contrast(theme.colour(role), ground);
                assert!(found >= least, "{role:?}: {found:.2}");
            }
            assert!(contrast(theme.colour(Role::Busy), theme.colour(Role::Idle)) >= 3.0);
            let phase = theme.colour(Role::Phase);
            for (other, least) in [(Role::Ink, 4.5), (Role::Idle, 1.5), (Role::Busy, 2.0)] {
                let found = contrast(theme.colour(other), phase);
                assert!(found >= least, "phases and {other:?}: {found:.2}");
            }
            assert!(contrast(theme.colour(Role::Ink), theme.colour(Role::Idle)) >= 4.5);
        }
    }

    fn contrast(one: &str, two: &str) -> f64 {
        let (one, two) = (luminance(one), luminance(two));
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    fn luminance(colour: &str) -> f64 {
        let channel = |at: usize| {
            let value = f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.03928 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
    }
}
