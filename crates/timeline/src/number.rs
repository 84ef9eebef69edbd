//! Arithmetic that costs little: the standard library's own words for it bring along tables, or a panic that writes
//! floats.

/// Keeps a number within bounds. Where the bounds contradict each other, the lower one counts.
pub(crate) fn within(value: f64, least: f64, most: f64) -> f64 {
    value.min(most).max(least)
}

/// Returns the largest power of ten that is not above a number from 1 on; 1 for all others.
pub(crate) fn decade(value: f64) -> f64 {
    let mut power = 1.0;
    while power * 10.0 <= value {
        power *= 10.0;
    }
    power
}

/// Returns how many decimals a step of a ruler needs: none from 1 on, one from 0.1 on.
pub(crate) fn decimals(step: f64) -> usize {
    let (mut decimals, mut unit) = (0, step);
    // A hair of tolerance, for steps that are no whole number of anything in binary.
    while unit < 1.0 - 1e-9 && decimals < 9 {
        unit *= 10.0;
        decimals += 1;
    }
    decimals
}

/// Returns how far it is from one end of a line to the other.
pub(crate) fn length(dx: f64, dy: f64) -> f64 {
    (dx * dx + dy * dy).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_even_where_they_contradict_each_other() {
        assert_eq!([-1.0, 0.5, 3.0].map(|it| within(it, 0.0, 1.0)), [0.0, 0.5, 1.0]);
        assert_eq!(within(0.5, 2.0, 1.0), 2.0);
    }

    #[test]
    fn a_decade_is_not_above_its_number() {
        assert_eq!([0.0, 1.0, 9.99, 10.0, 12_345.0].map(decade), [1.0, 1.0, 1.0, 10.0, 10_000.0]);
    }

    #[test]
    fn a_step_has_as_many_decimals_as_it_shows() {
        assert_eq!([20.0, 1.0, 0.5, 0.1, 0.05, 0.001].map(decimals), [0, 0, 1, 1, 2, 3]);
    }
}
