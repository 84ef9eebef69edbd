//! What the reader does with the lessons: looks for one, guesses, reads the other language.

use crate::catalog::Filter;
use std::rc::Rc;

/// How the reader goes through the lessons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Which lessons are listed.
    pub(crate) filter: Filter,
    /// Whether the list is open, where there is no room for it beside the program.
    pub(crate) menu_open: bool,
    /// The lessons that were run to their end, on this visit or an earlier one.
    pub(crate) done: Rc<Vec<&'static str>>,
    /// Which answer the reader takes for right.
    pub(crate) guess: Option<usize>,
    /// Whether the answer may be told.
    pub(crate) revealed: bool,
    /// Whether the program is shown in Python.
    pub(crate) python: bool,
}

/// What the reader can do with the lessons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Look for words.
    Search(String),
    /// Look for a tag, or for whatever tag.
    Tag(Option<&'static str>),
    /// Open the list, or close it.
    Menu(bool),
    /// Have run these to their end.
    Done(Vec<&'static str>),
    /// Choose an answer.
    Guess(usize),
    /// Ask for the answer.
    Reveal,
    /// Read Python, or Rust.
    Python(bool),
}

impl Reading {
    /// Takes a step.
    pub(super) fn take(&mut self, step: Step) {
        match step {
            Step::Search(query) => self.filter.query = query,
            Step::Tag(tag) => self.filter.tag = tag,
            Step::Menu(open) => self.menu_open = open,
            Step::Done(lessons) => {
                let new: Vec<_> = lessons.into_iter().filter(|it| !self.done.contains(it)).collect();
                Rc::make_mut(&mut self.done).extend(new);
            }
            Step::Guess(choice) if !self.revealed => self.guess = Some(choice),
            // Whoever has seen the answer guesses no more.
            Step::Guess(_) => {}
            Step::Reveal => self.revealed = true,
            Step::Python(python) => self.python = python,
        }
    }

    /// Another lesson is opened: what was guessed and told concerned the one before.
    pub(super) fn turn_the_page(&mut self) {
        self.guess = None;
        self.revealed = false;
        self.menu_open = false;
    }

    /// A run is asked for: the answer to a guess comes with its end.
    pub(super) fn run_asked(&mut self) {
        self.revealed |= self.guess.is_some();
    }
}

#[cfg(test)]
mod tests {
    use crate::route::Route;
    use crate::state::{Action, State, Step};
    use meanwhile_runner::messages::RunId;
    use meanwhile_trace::ClockKind;

    fn after(steps: impl IntoIterator<Item = Step>) -> State {
        steps.into_iter().map(Action::Read).fold(State::default(), State::reduce)
    }

    fn run(state: State) -> State {
        state.reduce(Action::RunAsked(RunId(1), ClockKind::Virtual))
    }

    #[test]
    fn a_run_tells_the_answer_only_to_those_who_have_guessed() {
        assert!(!run(State::default()).reading.revealed, "the first run starts by itself");
        let state = run(after([Step::Guess(1), Step::Guess(2)]));
        assert!(state.reading.revealed);
        assert_eq!(state.reading.guess, Some(2), "a guess may be changed");
        let state = state.reduce(Action::Read(Step::Guess(0)));
        assert_eq!(state.reading.guess, Some(2), "but not once the answer is there");
    }

    #[test]
    fn the_answer_can_be_asked_for_without_a_guess() {
        let state = after([Step::Reveal]);
        assert!(state.reading.revealed && state.reading.guess.is_none());
    }

    #[test]
    fn another_lesson_asks_anew_and_keeps_the_search_and_the_language() {
        let search = Step::Search("lock".to_owned());
        let state = after([search, Step::Menu(true), Step::Python(true), Step::Guess(1), Step::Reveal]);
        let state = state.reduce(Action::Open(Route::Example("two-tasks".to_owned())));
        assert_eq!(
            (state.reading.guess, state.reading.revealed, state.reading.menu_open),
            (None, false, false)
        );
        assert_eq!(state.reading.filter.query, "lock");
        assert!(state.reading.python);
    }

    #[test]
    fn a_lesson_is_done_once() {
        let state = after([Step::Done(vec!["fetch"]), Step::Done(vec!["two-tasks", "fetch"])]);
        assert_eq!(*state.reading.done, ["fetch", "two-tasks"]);
    }

    #[test]
    fn a_tag_filters_until_it_is_taken_away() {
        let state = after([Step::Tag(Some("locks"))]);
        assert_eq!(state.reading.filter.tag, Some("locks"));
        assert!(state.reduce(Action::Read(Step::Tag(None))).reading.filter.is_empty());
    }
}
