//! Keys and what they do.

/// What a key does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Command {
    ZoomIn,
    ZoomOut,
    PanLeft,
    PanRight,
    /// Shows all there is.
    Fit,
    LaneUp,
    LaneDown,
    FirstLane,
    LastLane,
    /// The poll before the current one.
    Earlier,
    /// The poll after the current one.
    Later,
    /// Shows the selected span from its start to its end.
    Focus,
    /// Hides or shows what stands below the selected span.
    Fold,
    Clear,
}

/// Where a key stands on the keyboard, whatever is printed on it.
const BY_PLACE: [(&str, Command); 6] = [
    ("KeyW", Command::ZoomIn),
    ("KeyS", Command::ZoomOut),
    ("KeyA", Command::PanLeft),
    ("KeyD", Command::PanRight),
    ("NumpadAdd", Command::ZoomIn),
    ("NumpadSubtract", Command::ZoomOut),
];

/// What a key types or is called.
const BY_KEY: [(&str, Command); 14] = [
    ("+", Command::ZoomIn),
    ("=", Command::ZoomIn),
    ("-", Command::ZoomOut),
    ("_", Command::ZoomOut),
    ("0", Command::Fit),
    ("ArrowUp", Command::LaneUp),
    ("ArrowDown", Command::LaneDown),
    ("Home", Command::FirstLane),
    ("End", Command::LastLane),
    ("ArrowLeft", Command::Earlier),
    ("ArrowRight", Command::Later),
    ("Enter", Command::Focus),
    (" ", Command::Fold),
    ("Escape", Command::Clear),
];

/// Returns what a key does. Nothing together with Ctrl, Alt or the command key: those belong to the browser.
pub(crate) fn command(code: &str, key: &str, with_modifier: bool) -> Option<Command> {
    if with_modifier {
        return None;
    }
    let by_place = BY_PLACE.iter().find(|it| it.0 == code);
    by_place.or_else(|| BY_KEY.iter().find(|it| it.0 == key)).map(|it| it.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_by_their_place_and_signs_by_what_they_type() {
        // On an AZERTY keyboard the key in the place of W types z.
        assert_eq!(command("KeyW", "z", false), Some(Command::ZoomIn));
        assert_eq!(command("KeyZ", "w", false), None);
        assert_eq!(command("BracketRight", "+", false), Some(Command::ZoomIn));
        assert_eq!(command("Digit0", "0", false), Some(Command::Fit));
        assert_eq!(command("Digit0", "à", false), None);
    }

    #[test]
    fn keys_with_a_modifier_belong_to_the_browser() {
        for (code, key) in [("KeyW", "w"), ("Digit0", "0"), ("Equal", "+"), ("ArrowLeft", "ArrowLeft")] {
            assert_eq!(command(code, key, true), None, "{code}");
        }
    }
}
