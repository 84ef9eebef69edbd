//! Rows of measurements and their table.

/// Something measured.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub(crate) what: String,
    pub(crate) measured: f64,
    /// The most it may be; `None` when it is only told.
    pub(crate) budget: Option<f64>,
    pub(crate) unit: &'static str,
}

impl Row {
    pub(crate) fn is_over(&self) -> bool {
        // A measurement that is not a number must not pass for a good one.
        self.budget.is_some_and(|budget| self.measured.is_nan() || self.measured > budget)
    }
}

/// Sets the rows in columns.
pub(crate) fn render(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.what.chars().count()).max().unwrap_or(0).max(4);
    let mut text = format!("{:width$}  {:>12}  {:>12}\n", "what", "measured", "budget");
    for row in rows {
        let unit = row.unit;
        let measured = format!("{:.1} {unit}", row.measured);
        let budget = row.budget.map(|budget| format!("{budget} {unit}")).unwrap_or_default();
        let verdict = match row.budget {
            None => "",
            Some(_) if row.is_over() => "OVER",
            Some(_) => "ok",
        };
        let line = format!("{:width$}  {measured:>12}  {budget:>12}  {verdict}", row.what);
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(measured: f64, budget: Option<f64>) -> Row {
        Row { what: "page".into(), measured, budget, unit: "kB" }
    }

    #[test]
    fn a_budget_is_the_last_value_allowed() {
        assert!(!row(120.0, Some(120.0)).is_over());
        assert!(row(120.1, Some(120.0)).is_over());
        assert!(row(f64::NAN, Some(120.0)).is_over());
        assert!(!row(9999.0, None).is_over());
    }

    #[test]
    fn columns_line_up() {
        let text = render(&[row(99.96, Some(120.0)), row(3.0, None), row(121.0, Some(120.0))]);
        let expected = "\
what      measured        budget
page      100.0 kB        120 kB  ok
page        3.0 kB
page      121.0 kB        120 kB  OVER
";
        assert_eq!(text, expected);
    }
}
