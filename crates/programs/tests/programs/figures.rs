//! Answers are computed from runs, and are among the choices.

use crate::virtual_clock;
use meanwhile_programs::{Figures, find, nearest};
use meanwhile_timeline::{Comparison, peak_in_flight};

#[track_caller]
fn check(slug: &'static str) {
    let program = find(slug).unwrap();
    let finished = virtual_clock::run(slug);
    let comparison = Comparison::find(&finished.trace);
    let factor = comparison.as_ref().and_then(Comparison::factor);
    let figures = Figures { trace: &finished.trace, factor, peak_in_flight };
    let answer = program.answer.compute(figures);
    if program.needs_real_clock && answer.is_none() {
        // Time that is spent computing is not seen by the virtual clock.
        assert_eq!(program.answer, meanwhile_programs::Answer::Factor);
        return;
    }
    let answer = answer.unwrap_or_else(|| panic!("{:?} has no answer in this run", program.answer));
    let choices = program.texts.unwrap().choices();
    if !choices.is_empty() {
        let chosen = nearest(&choices, &answer);
        assert!(chosen.is_some(), "{answer} is none of {choices:?}");
        println!("{answer}: {}", choices[chosen.unwrap()]);
    }
}

meanwhile_programs::each_lesson!(check);
