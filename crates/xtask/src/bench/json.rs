//! Numbers out of the one line of JSON that a measuring program prints. No more of JSON is needed here, and every
//! command of a fresh clone would wait for a crate that knows the rest.

use anyhow::{Context, Result};

/// Returns the number of this key.
pub(super) fn number(json: &str, key: &str) -> Result<f64> {
    let found = json.split_once(&format!("\"{key}\":")).map(|(_, rest)| rest.trim_start());
    let text = found.and_then(|rest| rest.split([',', '}']).next()).map(str::trim_end);
    text.and_then(|it| it.parse().ok()).with_context(|| format!("there is no number {key} in: {json}"))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_number_is_found_by_its_key() {
        let json = r#"{"loads":5,"medianMs": 182.4 ,"allMs":[1.5,2.5],"last":-3e2}"#;
        assert_eq!(number(json, "loads").unwrap(), 5.0);
        assert_eq!(number(json, "medianMs").unwrap(), 182.4);
        assert_eq!(number(json, "last").unwrap(), -300.0);
        for key in ["allMs", "none"] {
            assert!(number(json, key).unwrap_err().to_string().contains(key));
        }
    }
}
