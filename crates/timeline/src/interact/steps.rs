//! Wheels, and steps from poll to poll.

use crate::number::within;
use meanwhile_trace::Span;

/// What a turn of the wheel does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Wheel {
    /// Scrolls what is around: the lanes if there are more than fit, or else the page.
    Scroll,
    /// Shows so many times as much time, about the pointer.
    Zoom(f64),
    /// Moves the time by so many pixels.
    Pan(f64),
}

/// Tells what a turn of the wheel does. A plain wheel is left to the browser: it must scroll the page.
/// With Ctrl or the command key it zooms (so does a pinch on a touch pad); with Shift, or sideways, it pans.
pub(crate) fn wheel(dx: f64, dy: f64, mode: u32, zooms: bool, shift: bool) -> Wheel {
    /// Pixels to a line and to a page.
    const UNITS: [f64; 3] = [1.0, 16.0, 400.0];
    /// A notch of a mouse's wheel is far more than a touch pad's step, and should zoom about as far as a few of them.
    const MOST: f64 = 40.0;
    let unit = UNITS.get(mode as usize).copied().unwrap_or(1.0);
    let (dx, dy) = (dx * unit, dy * unit);
    match () {
        () if zooms => Wheel::Zoom((within(dy, -MOST, MOST) * 0.01).exp2()),
        () if shift && dx == 0.0 => Wheel::Pan(dy),
        () if dx.abs() > dy.abs() => Wheel::Pan(dx),
        () => Wheel::Scroll,
    }
}

/// Returns the poll after (or before) `current`. Without one: the first, or the last.
pub(crate) fn next_poll(span: &Span, current: Option<usize>, forward: bool) -> Option<usize> {
    let last = span.polls.len().checked_sub(1)?;
    Some(match (current, forward) {
        (None, true) => 0,
        (None, false) => last,
        (Some(at), true) => (at + 1).min(last),
        (Some(at), false) => at.saturating_sub(1).min(last),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_wheel_is_left_to_the_page() {
        assert_eq!(wheel(0.0, 100.0, 0, false, false), Wheel::Scroll);
        assert_eq!(wheel(3.0, 100.0, 0, false, false), Wheel::Scroll);
    }

    #[test]
    fn shift_and_sideways_pan_and_control_zooms() {
        assert_eq!(wheel(0.0, 100.0, 0, false, true), Wheel::Pan(100.0));
        assert_eq!(wheel(30.0, 2.0, 0, false, false), Wheel::Pan(30.0));
        assert_eq!(wheel(0.0, 3.0, 1, false, true), Wheel::Pan(48.0));
        let Wheel::Zoom(out) = wheel(0.0, 100.0, 0, true, false) else { panic!("zooms") };
        let Wheel::Zoom(back) = wheel(0.0, -100.0, 0, true, false) else { panic!("zooms") };
        assert!((out * back - 1.0).abs() < 1e-9 && out > 1.2 && out < 1.5, "{out} {back}");
    }

    #[test]
    fn steps_from_poll_to_poll_stop_at_both_ends() {
        let run = crate::testing::Run::new();
        let main = run.task("main", None);
        let trace = run.trace();
        let never = trace.span(main).unwrap();
        assert_eq!(next_poll(never, None, true), None);
        run.poll(main);
        run.poll(main);
        let trace = run.trace();
        let span = trace.span(main).unwrap();
        assert_eq!(next_poll(span, None, true), Some(0));
        assert_eq!(next_poll(span, None, false), Some(1));
        assert_eq!(next_poll(span, Some(1), true), Some(1));
        assert_eq!(next_poll(span, Some(0), false), Some(0));
    }
}
