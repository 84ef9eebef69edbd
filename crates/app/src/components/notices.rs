//! What the reader has to know besides: problems, and what is not as usual.

use crate::dom::{list, tag};
use crate::examples;
use crate::state::{Delays, State};
use yew::Html;

/// Shows a problem as an alert, and each other thing in a line.
pub(super) fn notices(state: &State) -> Html {
    let mut notices = Vec::new();
    if let Some(problem) = &state.problem {
        let alert = tag(r#"div class="problem" role="alert" data-testid="error""#)
            .with(tag("strong").say(format!("{}.", problem.title())))
            .say(format!(" {}", problem.advice()));
        notices.push(alert.html());
    }
    for sentence in sentences(state) {
        notices.push(tag(r#"p class="notice" data-testid="notice""#).say(sentence).html());
    }
    list(notices)
}

fn sentences(state: &State) -> Vec<String> {
    let mut notices = Vec::new();
    if state.is_textless() {
        notices.push(
            "The texts of this lesson could not be loaded; it runs all the same. Check the connection and run it again."
                .to_owned(),
        );
    }
    if state.delays == Delays::Missing && state.example().is_some_and(examples::fetches) {
        notices.push(
            "Delays are added by the site's service worker, which is not available here: fetches run undelayed."
                .to_owned(),
        );
    }
    match state.trace.dropped_events {
        0 => {}
        1 => notices
            .push("1 event was dropped, because the recorder was full: spans may seem to go on.".to_owned()),
        n => notices.push(format!(
            "{n} events were dropped, because the recorder was full: spans may seem to go on."
        )),
    }
    notices
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::Route;
    use crate::state::Action;
    use meanwhile_runner::messages::RunId;
    use meanwhile_trace::{Batch, ClockKind};
    use std::rc::Rc;

    #[test]
    fn missing_delays_concern_programs_that_fetch() {
        let open = |fetches: bool| {
            let example = examples::all().iter().find(|it| examples::fetches(it) == fetches).unwrap();
            State::default()
                .reduce(Action::Open(Route::Example(example.slug.into())))
                .reduce(Action::SetDelays(Delays::Missing))
        };
        assert_eq!(sentences(&open(true)).len(), 1);
        assert!(sentences(&open(true))[0].ends_with("fetches run undelayed."));
        assert!(sentences(&open(false)).is_empty());
        assert!(sentences(&open(true).reduce(Action::SetDelays(Delays::Added))).is_empty());
    }

    #[test]
    fn dropped_events_are_counted_for_the_reader() {
        let run = RunId(1);
        let batch = Batch { dropped_events: 12, ..Batch::default() };
        let state = State::default()
            .reduce(Action::RunAsked(run, ClockKind::Real))
            .reduce(Action::RunGrew(run, Rc::new(vec![batch])));
        assert!(sentences(&state)[0].starts_with("12 events were dropped"));
    }
}
