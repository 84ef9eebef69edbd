//! The answer to a lesson's question, computed from the run that is shown.

use meanwhile_programs::{Figures, Program, Value, nearest};
use meanwhile_timeline::{Comparison, peak_in_flight};
use meanwhile_trace::Trace;
use meanwhile_trace::report::Status;

/// What a run says to a lesson's question.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Answer {
    /// The answer.
    pub(crate) value: Value,
    /// Which of the choices is right, if there are such.
    pub(crate) right: Option<usize>,
}

/// Returns whether a run that ended in this way got as far as its program goes.
pub(crate) fn is_whole(status: Status) -> bool {
    matches!(status, Status::Completed | Status::Failed | Status::Panicked)
}

/// Answers a lesson's question from a run that is over; `None` if the run does not say.
pub(crate) fn answer(
    lesson: &Program,
    choices: &[&str],
    trace: &Trace,
    comparison: Option<&Comparison>,
) -> Option<Answer> {
    let factor = comparison.and_then(Comparison::factor);
    let value = lesson.answer.compute(Figures { trace, factor, peak_in_flight })?;
    let right = nearest(choices, &value);
    Some(Answer { value, right })
}

/// Says what a guess was worth.
pub(crate) fn verdict(answer: &Answer, choices: &[&str], guess: Option<usize>) -> String {
    let value = match &answer.value {
        Value::Times(_) => format!("{} times", answer.value),
        _ => answer.value.to_string(),
    };
    match (guess, answer.right.and_then(|it| choices.get(it))) {
        (Some(guess), Some(_)) if Some(guess) == answer.right => format!("Right: in this run, {value}."),
        (Some(_), Some(right)) if **right != value => format!("Not quite: in this run, {value}, so {right}."),
        (Some(_), Some(_)) => format!("Not quite: in this run, {value}."),
        _ => format!("In this run: {value}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::testing::{Story, compared};
    use meanwhile_trace::Stream;

    fn trace_of(batch: &meanwhile_trace::Batch) -> Trace {
        let mut trace = Trace::default();
        trace.apply(batch).unwrap();
        trace
    }

    fn lesson(answer: meanwhile_programs::Answer) -> Program {
        Program { answer, ..*examples::first() }
    }

    #[test]
    fn the_choice_that_comes_nearest_is_right() {
        let trace = trace_of(&compared(900, 352, 3));
        let comparison = Comparison::find(&trace);
        let choices = examples::first().texts.unwrap().choices();
        let found = answer(examples::first(), &choices, &trace, comparison.as_ref()).unwrap();
        assert_eq!(found.value, Value::Ms(352.0));
        assert_eq!(found.right.map(|it| choices[it]), Some("350 ms"));
    }

    #[test]
    fn factors_and_futures_in_flight_come_from_the_comparison() {
        let trace = trace_of(&compared(900, 300, 3));
        let comparison = Comparison::find(&trace);
        let ask = |formula, choices: &[&str]| {
            answer(&lesson(formula), choices, &trace, comparison.as_ref()).unwrap()
        };
        let factor = ask(meanwhile_programs::Answer::Factor, &["2 times", "3 times"]);
        assert_eq!(factor.right, Some(1));
        let peak = ask(meanwhile_programs::Answer::Peak("gathered"), &["1", "2", "3"]);
        assert_eq!((peak.value, peak.right), (Value::Count(3), Some(2)));
    }

    #[test]
    fn a_run_without_what_is_asked_for_does_not_answer() {
        let trace = Story::default().print(3, Stream::Out, "hello\n").trace();
        assert_eq!(answer(&lesson(meanwhile_programs::Answer::Total("gathered")), &[], &trace, None), None);
        let line =
            answer(&lesson(meanwhile_programs::Answer::Line(1)), &["bye", "hello"], &trace, None).unwrap();
        assert_eq!(line.right, Some(1));
    }

    #[test]
    fn guesses_are_judged_in_a_sentence() {
        let choices = ["250 ms", "350 ms"];
        let answer = Answer { value: Value::Ms(352.0), right: Some(1) };
        assert_eq!(verdict(&answer, &choices, Some(1)), "Right: in this run, 352 ms.");
        assert_eq!(verdict(&answer, &choices, Some(0)), "Not quite: in this run, 352 ms, so 350 ms.");
        assert_eq!(verdict(&answer, &choices, None), "In this run: 352 ms.");
        let exact = Answer { value: Value::Ms(350.0), right: Some(1) };
        assert_eq!(verdict(&exact, &choices, Some(0)), "Not quite: in this run, 350 ms.");
        let times = Answer { value: Value::Times(2.6), right: None };
        assert_eq!(verdict(&times, &[], None), "In this run: 2.6 times.");
    }

    #[test]
    fn a_run_that_was_cut_short_says_nothing() {
        assert!(is_whole(Status::Completed) && is_whole(Status::Failed));
        assert!(!is_whole(Status::Stopped) && !is_whole(Status::Limit) && !is_whole(Status::Rejected));
    }
}
