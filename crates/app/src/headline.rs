//! What a run came to, in one large line and a few figures beside it.

use crate::format;
use crate::state::{Ended, Run, State};
use meanwhile_timeline::{Comparison, Side};
use meanwhile_trace::decimal::trimmed;
use meanwhile_trace::report::Status;

/// The line and its figures.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Headline {
    /// The number that the line starts with, where it is one of its own: `2.6×`.
    pub(crate) factor: Option<Figure>,
    /// The rest of the line.
    pub(crate) text: String,
    /// The figures beside it.
    pub(crate) figures: Vec<Figure>,
    /// A sentence under it: the error, or what to do.
    pub(crate) note: Option<String>,
    /// Whether the run ended in a way that needs attention.
    pub(crate) is_bad: bool,
}

/// A number with its name.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Figure {
    /// By which tests find it.
    pub(crate) hook: &'static str,
    /// What it is.
    pub(crate) label: String,
    /// As people read it.
    pub(crate) text: String,
    /// The exact number: milliseconds, or a ratio.
    pub(crate) value: String,
}

impl Figure {
    fn time(hook: &'static str, label: String, ns: u64) -> Self {
        Figure { hook, label, text: format::duration(ns), value: format::exact_ms(ns) }
    }
}

/// Draws up the headline of what the page shows.
pub(crate) fn headline(state: &State, comparison: Option<&Comparison>) -> Headline {
    let figures = comparison.map(|it| figures(state, it)).unwrap_or_default();
    let plain = |text: &str| Headline { factor: None, text: text.into(), figures, note: None, is_bad: false };
    match &state.run {
        Run::None => plain("Not run yet"),
        Run::Starting(_) => plain("Starting…"),
        Run::Running(_) => plain("Running…"),
        Run::Ended(ended) => ended_headline(state, ended, comparison, plain("")),
    }
}

/// Says a headline in a sentence, for those who hear the page.
pub(crate) fn spoken(headline: &Headline) -> String {
    let factor = headline.factor.as_ref().map_or("", |it| &it.text);
    let figures: String = headline.figures.iter().map(|it| format!(", {} {}", it.label, it.text)).collect();
    let note = headline.note.as_ref().map_or(String::new(), |it| format!(". {it}"));
    format!("{factor} {}{figures}{note}", headline.text).trim().to_owned()
}

fn ended_headline(
    state: &State,
    ended: &Ended,
    comparison: Option<&Comparison>,
    mut line: Headline,
) -> Headline {
    let trace_ns = state.trace.root().map_or(0, |it| it.end_ns(state.trace.now_ns()) - it.created_ns);
    let time = format::duration(ended.seen_ms.map_or(trace_ns, |it| it * 1_000_000));
    line.note = match (&ended.detail, &ended.hint) {
        // The alert above says it already.
        _ if state.problem.is_some() => None,
        (Some(detail), Some(hint)) => Some(format!("{detail}. {hint}")),
        (detail, _) => detail.clone(),
    };
    line.is_bad = ended.status != Status::Completed;
    match ended.status {
        Status::Completed => match comparison.and_then(Comparison::factor) {
            Some(factor) => compare(&mut line, factor),
            None => line.text = format!("Done in {time}"),
        },
        Status::Failed => line.text = format!("Failed after {time}"),
        Status::Panicked => line.text = format!("Panicked after {time}"),
        Status::Stopped => line.text = format!("Stopped after {time}"),
        Status::Limit => line.text = format!("Ended by a limit after {time}"),
        Status::Rejected => line.text = "Not run".to_owned(),
    }
    line
}

/// Says how the second compares with the first; a difference of less than two in a hundred is none.
fn compare(line: &mut Headline, factor: f64) {
    let (times, word) = match factor {
        it if (0.98..1.02).contains(&it) => (it, ""),
        it if it < 1.0 => (1.0 / it, "slower"),
        it => (it, "faster"),
    };
    let text = if word.is_empty() { "As fast" } else { &format::factor(times) };
    line.text = if word.is_empty() { "either way".to_owned() } else { word.to_owned() };
    line.factor = Some(Figure {
        hook: "figure-factor",
        label: String::new(),
        text: text.to_owned(),
        value: trimmed(factor, 12),
    });
}

fn figures(state: &State, comparison: &Comparison) -> Vec<Figure> {
    let time = |hook, side: &Side| {
        let heading = side.heading(&state.trace);
        let known = matches!(heading.as_str(), "Sequential" | "Gathered");
        let label = if known { heading.to_ascii_lowercase() } else { heading };
        Figure::time(hook, label, side.total_ns)
    };
    let mut figures = vec![time("figure-sequential", &comparison.left)];
    let Some(right) = &comparison.right else { return figures };
    figures.push(time("figure-gathered", right));
    if let Some(saved) = comparison.saved_ns() {
        let label = if saved < 0 { "lost" } else { "saved" };
        let value = trimmed(saved as f64 / 1e6, 6);
        let text = format::duration(saved.unsigned_abs());
        figures.push(Figure { hook: "figure-saved", label: label.to_owned(), text, value });
    }
    let peak = right.peak_in_flight.to_string();
    figures.push(Figure {
        hook: "figure-in-flight",
        label: "in flight".to_owned(),
        text: peak.clone(),
        value: peak,
    });
    figures
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Problem;
    use crate::state::Action;
    use crate::testing::{Story, compared};
    use meanwhile_runner::messages::RunId;
    use meanwhile_trace::{Batch, ClockKind};
    use std::rc::Rc;

    const RUN: RunId = RunId(1);

    fn ran(batch: Batch) -> State {
        [
            Action::RunAsked(RUN, ClockKind::Real),
            Action::RunStarted(RUN),
            Action::RunGrew(RUN, Rc::new(vec![batch])),
        ]
        .into_iter()
        .fold(State::default(), State::reduce)
    }

    fn said(state: &State) -> String {
        spoken(&headline(state, Comparison::find(&state.trace).as_ref()))
    }

    fn ended(status: Status) -> Action {
        Action::RunEnded(Ended::new(RUN, status))
    }

    #[test]
    fn a_comparison_is_said_as_a_factor_with_its_figures() {
        let state = ran(compared(902, 352, 3)).reduce(ended(Status::Completed));
        assert_eq!(
            said(&state),
            "2.6× faster, sequential 902 ms, gathered 352 ms, saved 550 ms, in flight 3"
        );
    }

    #[test]
    fn what_gains_nothing_or_loses_is_said_too() {
        let same = ran(compared(300, 300, 1)).reduce(ended(Status::Completed));
        assert!(said(&same).starts_with("As fast either way, "), "{}", said(&same));
        let slower = ran(compared(200, 300, 1)).reduce(ended(Status::Completed));
        assert!(said(&slower).starts_with("1.5× slower, "), "{}", said(&slower));
        assert!(said(&slower).contains("lost 100 ms"), "{}", said(&slower));
    }

    #[test]
    fn every_state_has_its_line() {
        let story = || Story::default().sleep(3, 0, 120).batch();
        assert_eq!(said(&State::default()), "Not run yet");
        assert_eq!(said(&State::default().reduce(Action::RunAsked(RUN, ClockKind::Real))), "Starting…");
        assert_eq!(said(&ran(story())), "Running…");
        let cases = [
            (Status::Completed, "Done in 120 ms"),
            (Status::Failed, "Failed after 120 ms"),
            (Status::Panicked, "Panicked after 120 ms"),
            (Status::Stopped, "Stopped after 120 ms"),
            (Status::Limit, "Ended by a limit after 120 ms"),
            (Status::Rejected, "Not run"),
        ];
        for (status, expected) in cases {
            assert_eq!(said(&ran(story()).reduce(ended(status))), expected);
        }
    }

    #[test]
    fn a_terminated_worker_gives_the_time_that_the_page_saw_and_an_error_its_text() {
        let stopped = Ended { seen_ms: Some(700), ..Ended::new(RUN, Status::Stopped) };
        let state = ran(Story::default().sleep(3, 0, 120).batch()).reduce(Action::RunEnded(stopped));
        assert_eq!(said(&state), "Stopped after 700 ms");
        let rejected = Ended {
            detail: Some("There is no example \"x\"".into()),
            hint: Some("There are: y.".into()),
            ..Ended::new(RUN, Status::Rejected)
        };
        let state = ran(Batch::default()).reduce(Action::RunEnded(rejected));
        assert_eq!(said(&state), "Not run. There is no example \"x\". There are: y.");
        let state = state.reduce(Action::SetProblem(Some(Problem::WorkerSilent)));
        assert_eq!(said(&state), "Not run", "a problem is said once");
    }
}
