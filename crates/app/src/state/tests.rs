//! Tests of the reducer.

use super::*;
use crate::testing::Story;
use meanwhile_trace::Stream;

const RUN: RunId = RunId(1);
const LATER: RunId = RunId(2);

fn after(actions: impl IntoIterator<Item = Action>) -> State {
    actions.into_iter().fold(State::default(), State::reduce)
}

fn grew(run: RunId) -> Action {
    let batch = Story::default().print(0, Stream::Out, "hello\n").sleep(3, 0, 5).batch();
    Action::RunGrew(run, Rc::new(vec![batch]))
}

fn ended(run: RunId) -> Action {
    Action::RunEnded(Ended::new(run, Status::Completed))
}

fn running() -> Vec<Action> {
    vec![Action::RunAsked(RUN, ClockKind::Virtual), Action::RunStarted(RUN), grew(RUN)]
}

fn open(slug: &str) -> Action {
    Action::Open(Route::Example(slug.into()))
}

#[test]
fn the_page_opens_with_the_first_example_and_nothing_run() {
    let state = after([Action::Open(Route::Home)]);
    assert_eq!(state.example().unwrap().slug, examples::first().slug);
    assert_eq!(state.code(), examples::first().texts.unwrap().source);
    assert_eq!((state.run, state.trace.spans().len()), (Run::None, 0));
}

#[test]
fn a_run_goes_from_asked_to_ended_and_grows_meanwhile() {
    let state = after(running());
    assert_eq!(state.run, Run::Running(RUN));
    assert_eq!(state.trace.clock, ClockKind::Virtual, "the trace says which clock it went by");
    assert_eq!((state.trace.spans().len(), state.trace.output().len()), (2, 1));
    let state = state.reduce(ended(RUN));
    assert!(matches!(state.run, Run::Ended(Ended { status: Status::Completed, .. })));
    assert_eq!(state.trace.spans().len(), 2, "what was measured stays");
}

#[test]
fn what_comes_late_from_an_earlier_run_changes_nothing() {
    let state = after(running()).reduce(Action::RunAsked(LATER, ClockKind::Real));
    let version = state.version;
    let state = state.reduce(grew(RUN)).reduce(ended(RUN)).reduce(Action::RunStarted(RUN));
    assert_eq!(state.run, Run::Starting(LATER));
    assert!(state.trace.spans().is_empty());
    assert_eq!(state.version, version);
    let state = state.reduce(Action::RunStarted(LATER)).reduce(ended(LATER)).reduce(grew(LATER));
    assert!(state.trace.spans().is_empty(), "nothing follows the end of a run");
}

#[test]
fn another_example_starts_with_a_clean_page_and_the_same_one_keeps_its_run() {
    let shown = after(running().into_iter().chain([ended(RUN)]));
    let slug = shown.example().unwrap().slug;
    let same = shown.clone().reduce(open(slug));
    assert!(matches!(same.run, Run::Ended(_)));
    let other = examples::all()[1].slug;
    let state = shown.reduce(Action::Select(Selection::Line(3))).reduce(open(other));
    assert_eq!(state.example().unwrap().slug, other);
    assert_eq!((state.run.clone(), state.selection), (Run::None, Selection::None));
    assert!(state.trace.spans().is_empty());
}

#[test]
fn an_address_that_names_nothing_is_said_back() {
    let state = after([open("no-such-thing")]);
    assert_eq!(state.program, Program::Missing("no-such-thing".into()));
    assert_eq!((state.code(), state.example().is_none()), ("", true));
    let state = after([Action::Open(Route::Elsewhere("lessons/7".into()))]);
    assert_eq!(state.program, Program::Missing("lessons/7".into()));
}

#[test]
fn the_text_of_an_example_selects_it_and_any_other_is_kept() {
    let second = &examples::all()[1];
    let state = after([Action::SetCode(format!("{}\n\n", second.texts.unwrap().source.trim_end()))]);
    assert_eq!(state.program, Program::Example(second.slug));
    let state = state.reduce(Action::SetCode("fn main() {}".into()));
    assert_eq!((state.code(), state.example().is_none()), ("fn main() {}", true));
}

#[test]
fn a_new_run_clears_a_passing_problem_but_not_a_lasting_one() {
    let with = |problem| after([Action::SetProblem(Some(problem)), Action::RunAsked(RUN, ClockKind::Real)]);
    assert_eq!(with(Problem::WorkerDied("out of memory".into())).problem, None);
    let blocked = with(Problem::WorkersBlocked("CSP".into()));
    assert_eq!(blocked.problem, Some(Problem::WorkersBlocked("CSP".into())));
    assert_eq!(blocked.reduce(Action::RunStarted(RUN)).problem, None, "what runs is not blocked");
}

#[test]
fn a_batch_that_does_not_fit_is_reported_and_keeps_what_there_was() {
    let state = after(running()).reduce(grew(RUN));
    assert_eq!(state.trace.spans().len(), 2);
    assert!(matches!(state.problem, Some(Problem::Undecodable(_))));
}

#[test]
fn a_problem_says_what_happened_and_what_to_do() {
    let text = Problem::OtherVersion.to_string();
    assert_eq!(
        text,
        "This page is from an older version than its worker. Reload the page to get the new version."
    );
    assert!(Problem::WorkerSilent.advice().contains("Reload the page"));
}

#[test]
fn long_lists_are_shown_in_parts_and_from_the_start_for_another_program() {
    let first = State::default();
    let state = after([Action::MoreSpans, Action::MoreEvents, Action::OpenEvents(true)]);
    assert_eq!((state.spans_shown, state.events_shown), (2 * first.spans_shown, 2 * first.events_shown));
    let state = state.reduce(open(examples::all()[1].slug));
    assert_eq!((state.spans_shown, state.events_shown), (first.spans_shown, first.events_shown));
    assert!(state.events_open, "who opened the list wants to see it");
}

#[test]
fn a_program_shuts_down_until_its_run_is_over() {
    let state = after(running()).reduce(ended(RUN)).reduce(Action::RunInterrupted(RUN));
    assert!(!state.is_shutting_down(), "it is over");
    let asked = state.reduce(Action::RunAsked(LATER, ClockKind::Real)).reduce(Action::RunStarted(LATER));
    assert!(!asked.is_shutting_down(), "that was another run");
    let told = asked.reduce(Action::RunInterrupted(LATER));
    assert!(told.is_shutting_down());
    assert!(!told.reduce(ended(LATER)).is_shutting_down());
}

#[test]
fn a_lesson_that_was_asked_to_run_before_its_text_was_there_has_run_that_text() {
    let first = examples::first();
    let lesson = examples::all().iter().find(|it| it.slug != first.slug).unwrap();
    let texts = lesson.texts.unwrap();
    let state = State { ran: Some("".into()), ..after([open(lesson.slug)]) };
    let state = state.reduce(Action::TextsCame(lesson.slug, texts));
    assert_eq!(state.ran.as_deref(), Some(texts.source));
}
