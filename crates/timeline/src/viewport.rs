//! The visible stretch of time.

use crate::number::{decade, within};

/// The visible stretch of time, in nanoseconds of a pane's own time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The time at the left edge.
    pub start_ns: f64,
    /// The time at the right edge.
    pub end_ns: f64,
}

/// The leading figures at which a growing axis stops.
const STOPS: [f64; 13] = [1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0];

impl Viewport {
    /// The shortest stretch that can be shown: 1 µs.
    pub const SHORTEST_NS: f64 = 1_000.0;

    /// Returns how much time there is to see for spans that take `total_ns`: a little more, up to the next round
    /// figure, so that the picture of a growing run changes its scale in a few steps.
    pub fn extent_ns(total_ns: u64) -> f64 {
        if total_ns == 0 {
            return 1e6;
        }
        let wanted = (total_ns as f64 * 1.08).max(Self::SHORTEST_NS);
        let power = decade(wanted);
        let stop = STOPS.iter().find(|it| **it * power >= wanted).copied().unwrap_or(10.0);
        stop * power
    }

    /// Shows everything there is.
    pub fn fit(extent_ns: f64) -> Viewport {
        Viewport { start_ns: 0.0, end_ns: extent_ns.max(Self::SHORTEST_NS) }
    }

    /// Returns how much time is visible, in nanoseconds.
    pub fn span_ns(&self) -> f64 {
        self.end_ns - self.start_ns
    }

    /// Returns the time at a fraction of the width: 0 at the left edge, 1 at the right.
    pub fn time_at(&self, fraction: f64) -> f64 {
        self.start_ns + self.span_ns() * fraction
    }

    /// Returns the fraction of the width at which a time stands.
    pub fn fraction_of(&self, time_ns: f64) -> f64 {
        (time_ns - self.start_ns) / self.span_ns()
    }

    /// Shows `factor` times as much time (less than 1 zooms in), and keeps the time at `fraction` where it is,
    /// as far as the bounds let it.
    #[must_use]
    pub fn zoomed(&self, fraction: f64, factor: f64, extent_ns: f64) -> Viewport {
        let longest = extent_ns.max(Self::SHORTEST_NS);
        let span = within(self.span_ns() * factor, Self::SHORTEST_NS, longest);
        let start_ns = self.time_at(fraction) - span * fraction;
        Viewport { start_ns, end_ns: start_ns + span }.clamped(extent_ns)
    }

    /// Moves to the right by a fraction of the width.
    #[must_use]
    pub fn panned(&self, fraction: f64, extent_ns: f64) -> Viewport {
        let by = self.span_ns() * fraction;
        Viewport { start_ns: self.start_ns + by, end_ns: self.end_ns + by }.clamped(extent_ns)
    }

    /// Shows the stretch from `from_ns` to `to_ns` with some room on both sides.
    #[must_use]
    pub fn around(from_ns: f64, to_ns: f64, extent_ns: f64) -> Viewport {
        let room = ((to_ns - from_ns) * 0.08).max(Self::SHORTEST_NS / 2.0);
        Viewport { start_ns: from_ns - room, end_ns: to_ns + room }.clamped(extent_ns)
    }

    /// Moves the least that makes `time_ns` visible, with some room beyond it.
    #[must_use]
    pub fn revealing(&self, time_ns: f64, extent_ns: f64) -> Viewport {
        const ROOM: f64 = 0.1;
        let at = self.fraction_of(time_ns);
        if (0.0..=1.0).contains(&at) {
            return *self;
        }
        let by = if at < 0.0 { at - ROOM } else { at - 1.0 + ROOM };
        self.panned(by, extent_ns)
    }

    /// Keeps within the bounds: 0 and `extent_ns`, and not shorter than can be shown.
    #[must_use]
    pub fn clamped(&self, extent_ns: f64) -> Viewport {
        let longest = extent_ns.max(Self::SHORTEST_NS);
        let span = within(self.span_ns(), Self::SHORTEST_NS, longest);
        let start_ns = within(self.start_ns, 0.0, longest - span);
        Viewport { start_ns, end_ns: start_ns + span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXTENT: f64 = 1e9;

    #[test]
    fn the_time_under_the_pointer_stays_where_it_is() {
        let view = Viewport { start_ns: 2e8, end_ns: 6e8 };
        for fraction in [0.0, 0.1, 0.5, 0.93, 1.0] {
            for factor in [0.01, 0.5, 0.9, 1.1, 1.3] {
                let zoomed = view.zoomed(fraction, factor, EXTENT);
                let moved = (zoomed.time_at(fraction) - view.time_at(fraction)).abs();
                assert!(moved < 1e-3, "moved by {moved} ns at {fraction} by {factor}");
            }
        }
    }

    #[test]
    fn zooming_out_at_an_edge_stays_within_the_run() {
        let view = Viewport { start_ns: 9e8, end_ns: 1e9 }.zoomed(0.0, 100.0, EXTENT);
        assert_eq!(view, Viewport::fit(EXTENT));
    }

    #[test]
    fn no_less_than_a_microsecond_is_shown() {
        let view = Viewport::fit(EXTENT).zoomed(0.5, 1e-12, EXTENT);
        assert!((view.span_ns() - Viewport::SHORTEST_NS).abs() < 1e-3);
        assert!((view.time_at(0.5) - 5e8).abs() < 1.0);
    }

    #[test]
    fn panning_stops_at_both_ends() {
        let view = Viewport { start_ns: 1e8, end_ns: 3e8 };
        assert_eq!(view.panned(-5.0, EXTENT), Viewport { start_ns: 0.0, end_ns: 2e8 });
        assert_eq!(view.panned(50.0, EXTENT), Viewport { start_ns: 8e8, end_ns: 1e9 });
        assert_eq!(view.panned(0.5, EXTENT), Viewport { start_ns: 2e8, end_ns: 4e8 });
    }

    #[test]
    fn a_random_walk_never_leaves_the_bounds() {
        let mut seed = 7_u64;
        let mut view = Viewport::fit(EXTENT);
        for _ in 0..10_000 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let unit = (seed >> 11) as f64 / (1_u64 << 53) as f64;
            view = if seed & 1024 == 0 {
                view.zoomed(unit, 0.2 + unit * 3.0, EXTENT)
            } else {
                view.panned(unit * 4.0 - 2.0, EXTENT)
            };
            assert!(view.start_ns >= 0.0 && view.end_ns <= EXTENT + 1e-3, "{view:?}");
            assert!(view.span_ns() >= Viewport::SHORTEST_NS - 1e-3, "{view:?}");
        }
    }

    #[test]
    fn a_growing_run_changes_its_scale_in_few_steps_and_always_fits() {
        let mut extents = Vec::new();
        for ms in 1..=2_000_u64 {
            let extent = Viewport::extent_ns(ms * 1_000_000);
            assert!(extent >= ms as f64 * 1e6 * 1.08, "{ms} ms");
            if extents.last() != Some(&extent) {
                extents.push(extent);
            }
        }
        assert!(extents.windows(2).all(|it| it[0] < it[1]));
        assert!(extents.len() <= 40, "{} steps", extents.len());
    }

    #[test]
    fn a_time_out_of_sight_is_brought_into_sight() {
        let view = Viewport { start_ns: 4e8, end_ns: 5e8 };
        assert_eq!(view.revealing(4.5e8, EXTENT), view);
        for time in [0.0, 1e8, 7e8, 1e9] {
            let fraction = view.revealing(time, EXTENT).fraction_of(time);
            assert!((0.0..=1.0).contains(&fraction), "{time}: {fraction}");
        }
    }
}
