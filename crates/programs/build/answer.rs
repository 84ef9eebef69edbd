//! The formulas by which answers are computed from runs.

/// What stands behind the colon.
#[derive(Clone, Copy)]
enum Argument {
    Nothing,
    Number,
    Text,
}

/// Each formula, the variant of `Answer` that it becomes, and what it takes.
const FORMULAS: [(&str, &str, Argument); 11] = [
    ("elapsed", "Elapsed", Argument::Nothing),
    ("factor", "Factor", Argument::Nothing),
    ("lines", "Lines", Argument::Nothing),
    ("line", "Line", Argument::Number),
    ("position", "Position", Argument::Text),
    ("total", "Total", Argument::Text),
    ("peak", "Peak", Argument::Text),
    ("polls", "Polls", Argument::Text),
    ("end", "End", Argument::Text),
    ("count", "Count", Argument::Text),
    ("max_busy", "MaxBusy", Argument::Text),
];

/// Returns the formula as a Rust expression.
pub(crate) fn code(formula: &str) -> Result<String, String> {
    let (name, argument) = match formula.split_once(':') {
        Some((name, argument)) => (name, Some(argument)),
        None => (formula, None),
    };
    let Some((_, variant, takes)) = FORMULAS.iter().find(|it| it.0 == name) else {
        let known: Vec<_> = FORMULAS.iter().map(|it| it.0).collect();
        return Err(format!("`{name}` is no formula for an answer; there are: {}", known.join(", ")));
    };
    match (takes, argument) {
        (Argument::Nothing, None) => Ok(format!("Answer::{variant}")),
        (Argument::Text, Some(text)) if !text.is_empty() => Ok(format!("Answer::{variant}({text:?})")),
        (Argument::Number, Some(text)) => match text.parse::<usize>() {
            Ok(number) if number > 0 => Ok(format!("Answer::{variant}({number})")),
            _ => Err(format!("`{name}` takes a number from 1 behind a colon, not `{text}`")),
        },
        (Argument::Nothing, Some(_)) => Err(format!("`{name}` takes nothing behind a colon")),
        (_, _) => Err(format!("`{name}` needs something behind a colon")),
    }
}
