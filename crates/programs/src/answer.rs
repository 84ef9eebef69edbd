//! Answers, computed from a run and never typed in.

use meanwhile_trace::report::ms;
use meanwhile_trace::{Span, SpanId, Trace, decimal};
use std::fmt;

/// How a lesson's answer is computed. Spans go by their names; of several, the first one made counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// How long the run took.
    Elapsed,
    /// The factor between the two spans that are compared.
    Factor,
    /// How many lines were printed.
    Lines,
    /// The line of this number, from 1.
    Line(usize),
    /// The number of the line with this text, from 1.
    Position(&'static str),
    /// How long this span lived.
    Total(&'static str),
    /// How many futures this span had in flight at most.
    Peak(&'static str),
    /// How often this span was polled.
    Polls(&'static str),
    /// How this span ended.
    End(&'static str),
    /// How many spans have a name that starts like this.
    Count(&'static str),
    /// How long this span's longest poll took.
    MaxBusy(&'static str),
}

/// What is known of a run. Comparing is the business of `meanwhile-timeline`, which is handed in.
#[derive(Clone, Copy)]
pub struct Figures<'a> {
    /// The run, which is over.
    pub trace: &'a Trace,
    /// The factor of its comparison, if it has one.
    pub factor: Option<f64>,
    /// Returns how many futures a span had in flight at most.
    pub peak_in_flight: fn(&Trace, SpanId) -> usize,
}

/// An answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Milliseconds.
    Ms(f64),
    /// How many times one thing is in another.
    Times(f64),
    /// How many.
    Count(usize),
    /// A text.
    Text(String),
}

impl Answer {
    /// Computes the answer from a run; `None` if the run does not have what it takes.
    pub fn compute(self, run: Figures<'_>) -> Option<Value> {
        let trace = run.trace;
        let named = |name: &str| trace.spans().iter().find(|it| trace.name(it) == name);
        match self {
            Answer::Elapsed => Some(Value::Ms(ms(total_ns(trace, trace.root()?)))),
            Answer::Factor => run.factor.map(Value::Times),
            Answer::Lines => Some(Value::Count(lines(trace).len())),
            Answer::Line(number) => lines(trace).into_iter().nth(number.checked_sub(1)?).map(Value::Text),
            Answer::Position(text) => {
                lines(trace).iter().position(|it| it == text).map(|it| Value::Count(it + 1))
            }
            Answer::Total(name) => named(name).map(|it| Value::Ms(ms(total_ns(trace, it)))),
            Answer::Peak(name) => named(name).map(|it| Value::Count((run.peak_in_flight)(trace, it.id))),
            Answer::Polls(name) => named(name).map(|it| Value::Count(it.polls.len())),
            Answer::End(name) => {
                let (_, end) = named(name)?.end?;
                Some(Value::Text(end.name().to_owned()))
            }
            Answer::Count(prefix) => {
                let like = |it: &&Span| trace.name(it).starts_with(prefix);
                Some(Value::Count(trace.spans().iter().filter(like).count()))
            }
            Answer::MaxBusy(name) => {
                let polls = named(name)?.polls.iter();
                let longest = polls.filter_map(|it| Some(it.end_ns?.saturating_sub(it.start_ns))).max()?;
                Some(Value::Ms(ms(longest)))
            }
        }
    }
}

/// Returns the index of the choice that comes nearest to a value: the same text, or else the least distance between the
/// value and the first number in the choice. `None` if no choice says anything of the kind.
pub fn nearest(choices: &[&str], value: &Value) -> Option<usize> {
    if let Value::Text(text) = value {
        return choices.iter().position(|it| it == text);
    }
    let value = value.number()?;
    let numbers = choices.iter().enumerate().filter_map(|(index, it)| Some((index, first_number(it)?)));
    let distance = |number: f64| (number - value).abs();
    numbers.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1))).map(|it| it.0)
}

impl Value {
    /// Returns the value as a number; `None` for a text.
    pub fn number(&self) -> Option<f64> {
        match self {
            Value::Ms(it) | Value::Times(it) => Some(*it),
            Value::Count(it) => Some(*it as f64),
            Value::Text(_) => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Ms(it) if *it < 10.0 => write!(f, "{} ms", decimal::fixed(*it, 1)),
            Value::Ms(it) => write!(f, "{} ms", decimal::fixed(*it, 0)),
            Value::Times(it) => f.write_str(&decimal::fixed(*it, 1)),
            Value::Count(it) => write!(f, "{it}"),
            Value::Text(it) => f.write_str(it),
        }
    }
}

impl fmt::Debug for Figures<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Figures").field("factor", &self.factor).finish_non_exhaustive()
    }
}

fn total_ns(trace: &Trace, span: &Span) -> u64 {
    span.stats(trace.now_ns()).total_ns
}

/// The lines that were printed, however many calls each of them took.
fn lines(trace: &Trace) -> Vec<String> {
    let printed: String = trace.output().iter().map(|it| trace.text(it.text)).collect();
    printed.lines().map(str::to_owned).collect()
}

/// The first number in a text, in which commas stand between thousands.
fn first_number(text: &str) -> Option<f64> {
    let start = text.find(|it: char| it.is_ascii_digit())?;
    let digits = text[start..].split(|it: char| !(it.is_ascii_digit() || it == ',' || it == '.')).next()?;
    decimal::parse(&digits.replace(',', ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_choice_goes_by_its_first_number() {
        let choices = ["about 100 ms", "about 300 ms", "66,240 ms", "for ever"];
        assert_eq!(nearest(&choices, &Value::Ms(290.0)), Some(1));
        assert_eq!(nearest(&choices, &Value::Count(60_000)), Some(2));
        assert_eq!(nearest(&["1.5 times", "2 times."], &Value::Times(1.9)), Some(1));
        assert_eq!(nearest(&["for ever"], &Value::Ms(1.0)), None);
    }

    #[test]
    fn a_text_is_chosen_only_if_it_is_the_same() {
        let choices = ["completed", "cancelled"];
        assert_eq!(nearest(&choices, &Value::Text("cancelled".to_owned())), Some(1));
        assert_eq!(nearest(&choices, &Value::Text("failed".to_owned())), None);
    }

    #[test]
    fn values_are_shown_with_their_units() {
        let shown =
            [Value::Ms(0.25), Value::Ms(350.4), Value::Times(2.57), Value::Count(3)].map(|it| it.to_string());
        assert_eq!(shown, ["0.2 ms", "350 ms", "2.6", "3"]);
    }
}
