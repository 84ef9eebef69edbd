//! The run before the last: what a change of the text has brought.

use super::{Run, State};
use crate::format;
use meanwhile_trace::ClockKind;
use meanwhile_trace::report::Status;
use std::rc::Rc;

/// A run that came to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Before {
    text: Rc<str>,
    clock: ClockKind,
    took_ns: u64,
}

impl Before {
    /// Keeps what there is to keep of the run that is shown.
    pub(super) fn of(state: &State) -> Option<Self> {
        let is_whole = matches!(&state.run, Run::Ended(ended) if ended.status == Status::Completed);
        let root = state.trace.root().filter(|_| is_whole)?;
        let took_ns = root.end_ns(state.trace.now_ns()) - root.created_ns;
        Some(Before { text: state.ran.clone()?, clock: state.trace.clock, took_ns })
    }
}

impl State {
    /// Says how the run that has ended compares with the one before, if that ran another text by the same clock.
    pub(crate) fn against_before(&self) -> Option<String> {
        let (before, now) = (self.before.as_ref()?, Before::of(self)?);
        if before.text == now.text || before.clock != now.clock {
            return None;
        }
        let [was, is] = [before.took_ns, now.took_ns].map(format::duration);
        let (more, less) =
            (before.took_ns.max(now.took_ns) as f64, before.took_ns.min(now.took_ns).max(1) as f64);
        let factor = more / less;
        Some(if factor < 1.02 {
            format!("As fast as before your change: the whole run took {is}, and {was} before.")
        } else {
            let (word, turn) =
                if now.took_ns < before.took_ns { ("faster", "saved") } else { ("slower", "lost") };
            let difference = format::duration(before.took_ns.abs_diff(now.took_ns));
            format!(
                "{} {word} than before your change: the whole run took {is} instead of {was}, {difference} {turn}.",
                format::factor(factor)
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::{Action, Ended, Writing};
    use crate::testing::Story;
    use meanwhile_runner::messages::RunId;

    fn ran(state: State, number: u32, clock: ClockKind, ms: u64) -> State {
        let run = RunId(number);
        state
            .reduce(Action::RunAsked(run, clock))
            .reduce(Action::RunStarted(run))
            .reduce(Action::RunGrew(run, Rc::new(vec![Story::default().sleep(7, 0, ms).at(ms).batch()])))
            .reduce(Action::RunEnded(Ended::new(run, Status::Completed)))
    }

    fn changed(state: State) -> State {
        state.reduce(Action::Write(Writing::Text("fn main() {}".into())))
    }

    #[test]
    fn a_changed_text_is_compared_with_the_one_before() {
        let first = ran(State::default(), 1, ClockKind::Virtual, 900);
        assert_eq!(first.against_before(), None, "there was none before");
        let again = ran(first.clone(), 2, ClockKind::Virtual, 900);
        assert_eq!(again.against_before(), None, "the text is the same");
        let told = ran(changed(again), 3, ClockKind::Virtual, 300).against_before().unwrap();
        assert_eq!(
            told,
            "3× faster than before your change: the whole run took 300 ms instead of 900 ms, 600 ms saved."
        );
    }

    #[test]
    fn different_clocks_are_not_compared() {
        let first = ran(State::default(), 1, ClockKind::Real, 900);
        assert_eq!(ran(changed(first), 2, ClockKind::Virtual, 300).against_before(), None);
    }
}
