//! Numbers and counts in columns and headings; durations and factors are written by `meanwhile_timeline::units`.
//! The exact value always stands beside, in a `data-value` attribute.

pub(crate) use meanwhile_timeline::units::duration;
use meanwhile_trace::decimal::{fixed, trimmed};

/// Writes milliseconds to a tenth, for columns: `0.4`, `302.0`.
pub(crate) fn column_ms(ns: u64) -> String {
    fixed(ns as f64 / 1e6, 1)
}

/// Writes the exact milliseconds, for `data-value`.
pub(crate) fn exact_ms(ns: u64) -> String {
    trimmed(ns as f64 / 1e6, 6)
}

/// Writes how many times as fast: `2.6×`.
pub(crate) fn factor(factor: f64) -> String {
    format!("{}×", meanwhile_timeline::units::factor(factor))
}

/// Writes a range of durations in the unit of the longer one: `250–300 ms`, `0.2–1.28 s`.
pub(crate) fn range(min_ns: u64, max_ns: u64) -> String {
    let (min, max) = (duration(min_ns), duration(max_ns));
    if min == max {
        return max;
    }
    match (min.split_once(' '), max.split_once(' ')) {
        (Some((number, one)), Some((_, other))) if one == other => format!("{number}–{max}"),
        (_, Some((_, "s"))) => format!("{}–{max}", fixed(min_ns as f64 / 1e9, 1)),
        (_, Some((_, "ms"))) => format!("{}–{max}", fixed(min_ns as f64 / 1e6, 1)),
        _ => format!("{min}–{max}"),
    }
}

/// Writes a count with its noun: `1 span`, `14 spans`.
pub(crate) fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_keep_a_tenth_and_data_keeps_everything() {
        assert_eq!(column_ms(301_660_000), "301.7");
        assert_eq!(exact_ms(301_660_000), "301.66");
    }

    #[test]
    fn a_range_names_its_unit_once() {
        assert_eq!(range(250_000_000, 300_000_000), "250–300 ms");
        assert_eq!(range(900_000_000, 1_500_000_000), "0.9–1.5 s");
        assert_eq!(range(40_000, 1_500_000), "0.0–1.5 ms");
        assert_eq!(range(300_000_000, 300_100_000), "300 ms");
    }

    #[test]
    fn factors_and_counts_read_well() {
        assert_eq!(factor(2.567), "2.6×");
        assert_eq!(count(1, "span"), "1 span");
        assert_eq!(count(0, "event"), "0 events");
    }
}
