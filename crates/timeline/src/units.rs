//! Times as people read them.

use meanwhile_trace::decimal::trimmed;

/// Writes a duration with its unit, to about three figures: `902 ms`, `35.2 ms`, `0.6 ms`, `85 µs`, `1.25 s`.
///
/// ```
/// use meanwhile_timeline::units::duration;
/// assert_eq!(duration(902_400_000), "902 ms");
/// assert_eq!(duration(0), "0 ms");
/// ```
pub fn duration(ns: u64) -> String {
    // Below each bound: nanoseconds per unit, the unit, decimals. The bounds allow for rounding up.
    const STEPS: [(u64, f64, &str, usize); 9] = [
        (1, 1e6, "ms", 0),
        (1_000, 1.0, "ns", 0),
        (9_950, 1e3, "µs", 1),
        (99_500, 1e3, "µs", 0),
        (9_950_000, 1e6, "ms", 1),
        (99_950_000, 1e6, "ms", 1),
        (999_500_000, 1e6, "ms", 0),
        (9_995_000_000, 1e9, "s", 2),
        (99_950_000_000, 1e9, "s", 1),
    ];
    let (per_unit, unit, decimals) =
        STEPS.iter().find(|it| ns < it.0).map_or((1e9, "s", 0), |it| (it.1, it.2, it.3));
    format!("{} {unit}", trimmed(ns as f64 / per_unit, decimals))
}

/// Writes a factor to two figures: `2.6`, `12`, `1.04` where it is near 1.
pub fn factor(value: f64) -> String {
    let decimals = match value {
        it if (0.9..1.1).contains(&it) => 2,
        it if it < 0.1 => 3,
        it if it < 0.9 => 2,
        it if it < 9.95 => 1,
        _ => 0,
    };
    trimmed(value, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_has_about_three_figures_and_its_unit() {
        let table = [
            (0, "0 ms"),
            (1, "1 ns"),
            (999, "999 ns"),
            (1_500, "1.5 µs"),
            (9_960, "10 µs"),
            (85_000, "85 µs"),
            (99_499, "99 µs"),
            (99_500, "0.1 ms"),
            (600_000, "0.6 ms"),
            (35_240_000, "35.2 ms"),
            (99_960_000, "100 ms"),
            (350_000_000, "350 ms"),
            (999_400_000, "999 ms"),
            (999_500_000, "1 s"),
            (1_250_000_000, "1.25 s"),
            (12_340_000_000, "12.3 s"),
            (3_600_000_000_000, "3600 s"),
        ];
        for (ns, text) in table {
            assert_eq!(duration(ns), text, "{ns} ns");
        }
    }

    #[test]
    fn a_factor_is_rounded_to_what_can_be_told_apart() {
        for (value, text) in
            [(2.5641, "2.6"), (1.0, "1"), (1.043, "1.04"), (0.5, "0.5"), (12.3, "12"), (9.96, "10")]
        {
            assert_eq!(factor(value), text);
        }
    }
}
