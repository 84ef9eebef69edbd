//! What stands beside the text, as the editor is told: records of fields, in the separators that ASCII has for that.

use crate::derived::Derived;
use crate::faults;
use crate::format;
use crate::state::State;

/// Ends a field.
const FIELD: char = '\u{1f}';

/// Ends a record.
const RECORD: char = '\u{1e}';

/// Writes the lines of the last run of which there is something to show: number, classes, time, sentence,
/// what gathering would save.
pub(crate) fn lines(state: &State, derived: &Derived) -> String {
    let waits = state.judgement.as_ref().map_or(&[][..], |it| &it.waits);
    let independent = waits.iter().flat_map(|it| it.lines.iter().copied());
    let mut numbers: Vec<u32> = derived.times.lines().chain(derived.awaits.iter().copied()).collect();
    numbers.extend(independent.chain(derived.line));
    numbers.sort_unstable();
    numbers.dedup();
    let mut out = String::new();
    for number in numbers {
        let time = derived.times.get(number);
        let awaits = time.is_some() || derived.awaits.contains(&number);
        let classes = [
            ("awaits", awaits),
            ("could-gather", state.waiting_at(number)),
            ("picked", derived.line == Some(number)),
        ];
        let classes: Vec<&str> = classes.iter().filter(|it| it.1).map(|it| it.0).collect();
        let (short, sentence) = time.map_or_else(Default::default, |it| (it.short(), it.sentence()));
        let gain = waits.iter().find(|it| it.lines.first() == Some(&number));
        let gain =
            gain.map_or_else(String::new, |it| format!("gather: −{}", format::duration(it.saved_ns())));
        record(&mut out, &[&number.to_string(), &classes.join(" "), &short, &sentence, &gain]);
    }
    out
}

/// Writes what is wrong at a place of the text: how bad it is, from where to where, what.
pub(crate) fn faults(state: &State) -> String {
    let mut out = String::new();
    for it in state.findings.iter() {
        let Some(range) = it.range else { continue };
        let places = [range.start.line, range.start.column, range.end.line, range.end.column];
        let [line, column, end_line, end_column] = places.map(|it| it.to_string());
        let said = faults::advice(it);
        record(&mut out, &[faults::severity(it), &line, &column, &end_line, &end_column, &said]);
    }
    out
}

/// Writes a record.
pub(crate) fn record(out: &mut String, fields: &[&str]) {
    for field in fields {
        out.extend(field.chars().filter(|it| !matches!(*it, FIELD | RECORD)));
        out.push(FIELD);
    }
    out.push(RECORD);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, Selection};
    use crate::testing::Story;
    use meanwhile_runner::messages::RunId;
    use meanwhile_trace::ClockKind;
    use meanwhile_trace::lint::{Judgement, Wait};
    use std::rc::Rc;

    fn shown(state: &State) -> Vec<String> {
        let mut derived = Derived::default();
        derived.update(state);
        let records = lines(state, &derived);
        records.split_terminator(RECORD).map(|it| it.trim_end_matches(FIELD).replace(FIELD, " | ")).collect()
    }

    #[test]
    fn lines_have_their_times_and_what_can_be_done_with_them() {
        let run = RunId(1);
        let batch = Story::default().sleep(7, 0, 300).sleep(7, 300, 250).batch();
        let state = State::default()
            .reduce(Action::RunAsked(run, ClockKind::Real))
            .reduce(Action::RunStarted(run))
            .reduce(Action::RunGrew(run, Rc::new(vec![batch])));
        let times = "7 | awaits | 2 × · 250–300 ms | awaited 2 times, 550 ms in all";
        assert!(shown(&state).contains(&times.to_owned()), "{:#?}", shown(&state));
        let state = state.reduce(Action::Select(Selection::Line(1)));
        assert_eq!(shown(&state)[0], "1 | picked");
        let wait = Wait { lines: vec![1, 2], sequential_ns: 900_000_000, gathered_ns: 350_000_000 };
        let judged = Judgement { waits: vec![wait], ..Judgement::default() };
        let ended =
            Action::RunEnded(crate::state::Ended::new(run, meanwhile_trace::report::Status::Completed));
        let state = state.reduce(ended).reduce(Action::RunJudged(run, Rc::new(judged)));
        assert_eq!(
            shown(&state)[..2],
            ["1 | could-gather picked |  |  | gather: −550 ms", "2 | could-gather"]
        );
    }

    #[test]
    fn without_a_run_there_is_nothing_beside_the_text() {
        assert_eq!(shown(&State::default()), [""; 0]);
    }
}
