//! Decimals by whole numbers alone. The standard library writes and reads every float to its last digit, by tables that
//! make some twenty kilobytes of a compressed wasm; nothing that is shown here needs more than a few decimals.

/// Writes a number with so many decimals, at most 12; what lies in the middle is rounded to the even digit.
///
/// ```
/// use meanwhile_trace::decimal;
/// assert_eq!(decimal::fixed(301.66, 1), "301.7");
/// assert_eq!(decimal::fixed(-0.5, 2), "-0.50");
/// ```
pub fn fixed(value: f64, decimals: usize) -> String {
    let power = 10_u64.pow(decimals.min(12) as u32);
    let scaled = (value.abs() * power as f64).round_ties_even() as u64;
    let mut text = String::new();
    if value < 0.0 && scaled > 0 {
        text.push('-');
    }
    text.push_str(&(scaled / power).to_string());
    if power > 1 {
        // The leading 1 keeps the zeros behind the point.
        let digits = (power + scaled % power).to_string();
        text.push('.');
        text.push_str(digits.strip_prefix('1').unwrap_or(&digits));
    }
    text
}

/// Writes a number with at most so many decimals, and no trailing zeros.
///
/// ```
/// assert_eq!(meanwhile_trace::decimal::trimmed(1.250, 6), "1.25");
/// assert_eq!(meanwhile_trace::decimal::trimmed(300.0, 6), "300");
/// ```
pub fn trimmed(value: f64, decimals: usize) -> String {
    let mut text = fixed(value, decimals);
    if decimals > 0 {
        let length = text.trim_end_matches('0').trim_end_matches('.').len();
        text.truncate(length);
    }
    text
}

/// Reads digits with at most one point among them; `None` for anything else.
///
/// ```
/// assert_eq!(meanwhile_trace::decimal::parse("66.5"), Some(66.5));
/// assert_eq!(meanwhile_trace::decimal::parse("1e3"), None);
/// ```
pub fn parse(text: &str) -> Option<f64> {
    let (mut digits, mut number, mut power, mut is_fraction) = (0, 0.0, 1.0, false);
    for byte in text.bytes() {
        match byte {
            b'0'..=b'9' => {
                digits += 1;
                number = number * 10.0 + f64::from(byte - b'0');
                power *= if is_fraction { 10.0 } else { 1.0 };
            }
            b'.' if !is_fraction => is_fraction = true,
            _ => return None,
        }
    }
    (digits > 0).then(|| number / power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_the_decimals_asked_for() {
        let table = [
            (0.0, 0, "0"),
            (0.25, 1, "0.2"),
            (0.75, 1, "0.8"),
            (2.5, 0, "2"),
            (0.999, 2, "1.00"),
            (1.005e3, 1, "1005.0"),
            (12.000_000_000_001, 12, "12.000000000001"),
            (-0.001, 2, "0.00"),
        ];
        for (value, decimals, text) in table {
            assert_eq!(fixed(value, decimals), text, "{value} with {decimals}");
        }
    }

    #[test]
    fn whole_nanoseconds_are_written_as_the_standard_library_does() {
        for ns in [0_u64, 1, 999, 301_660_000, 1_000_000, 123_456_789_012, 86_400_000_000_001] {
            let ms = ns as f64 / 1e6;
            assert_eq!(trimmed(ms, 6), ms.to_string());
        }
    }

    #[test]
    fn numbers_are_read_and_nothing_else_is() {
        assert_eq!(["0", "12", "1.5", ".5", "2."].map(parse), [0.0, 12.0, 1.5, 0.5, 2.0].map(Some));
        assert_eq!(["", ".", "-1", "1.2.3", "1,000", "x"].map(parse), [None; 6]);
    }
}
