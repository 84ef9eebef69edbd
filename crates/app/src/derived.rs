//! What is worked out from the state for showing it, each part only when what it depends on has changed.

use crate::answer::{Answer, answer, is_whole};
use crate::highlight::{Class, Piece as Token, highlight, python};
use crate::line_times::{LineTimes, line_times, shown_line, spans_of_line};
use crate::output::{Line, lines};
use crate::state::{Program, Run, Selection, State, Surface};
use crate::table::{Order, Row, rows};
use meanwhile_timeline::{Comparison, Index, Piece, explain, holders, looks};
use meanwhile_trace::{SpanId, dump_events};
use std::rc::Rc;
use yew::AttrValue;

/// A line of the source, in pieces of one colour.
pub(crate) type SourceLine = Vec<(Class, AttrValue)>;

/// Everything that is shown and not in the state itself.
#[derive(Debug, Default)]
pub(crate) struct Derived {
    /// The source, by lines; empty where the editor or a text area shows it.
    pub(crate) source: Vec<SourceLine>,
    /// The lines of the last run's text at which something is awaited.
    pub(crate) awaits: Vec<u32>,
    /// The two spans worth comparing.
    pub(crate) comparison: Option<Rc<Comparison>>,
    /// What each line took.
    pub(crate) times: LineTimes,
    /// What was printed.
    pub(crate) output: Vec<Line>,
    /// The line to which the selection belongs.
    pub(crate) line: Option<u32>,
    /// The spans that belong to the selected line.
    pub(crate) highlighted: Rc<[SpanId]>,
    /// The selected thing in a sentence.
    pub(crate) saying: Vec<Piece>,
    /// Which looks the phases of spans have.
    pub(crate) looks: [bool; 4],
    /// Whether others held what the selected span waited for.
    pub(crate) has_holders: bool,
    /// The table of spans.
    pub(crate) rows: Vec<Row>,
    /// The list of events.
    pub(crate) events: AttrValue,
    /// What the run answers to the lesson's question, once it is over.
    pub(crate) answer: Option<Answer>,
    of: Keys,
}

/// What the parts were worked out from.
#[derive(Debug, Default)]
struct Keys {
    source: Option<(Program, bool, String)>,
    ran: Option<Option<Rc<str>>>,
    trace: Option<u64>,
    selection: Option<(u64, Selection)>,
    rows: Option<(u64, Order, usize)>,
    events: Option<(u64, usize)>,
    run: Option<(u64, Run)>,
}

/// Returns whether the key is another one than the last time, and remembers it.
fn changed<K: PartialEq>(last: &mut Option<K>, key: K) -> bool {
    let changed = last.as_ref() != Some(&key);
    *last = Some(key);
    changed
}

impl Derived {
    /// Works out anew what depends on what has changed.
    pub(crate) fn update(&mut self, state: &State) {
        let trace = &*state.trace;
        self.update_source(state);
        if changed(&mut self.of.trace, state.version) {
            self.comparison = Comparison::find(trace).map(Rc::new);
            self.times = line_times(trace);
            self.output = lines(trace);
            self.looks = looks(trace);
        }
        if changed(&mut self.of.selection, (state.version, state.selection)) {
            self.select(state);
        }
        if changed(&mut self.of.rows, (state.version, state.order, state.spans_shown)) {
            self.rows = rows(trace, state.order, state.spans_shown);
        }
        // Nothing of the events is written before they are asked for.
        let events_shown = if state.events_open { state.events_shown.min(trace.events.len()) } else { 0 };
        if changed(&mut self.of.events, (state.version, events_shown)) {
            self.events = dump_events(trace, 0..events_shown).into();
        }
        if changed(&mut self.of.run, (state.version, state.run.clone())) {
            self.answer(state);
        }
    }

    fn update_source(&mut self, state: &State) {
        let in_python = state.reading.python;
        // A text area has no room for marks: the lines of the last run stand below it.
        let text = match () {
            () if in_python || state.surface() == Surface::Text => state.code().to_owned(),
            () if state.surface() == Surface::Area => state.ran.as_deref().unwrap_or_default().to_owned(),
            () => String::new(),
        };
        if changed(&mut self.of.source, (state.program.clone(), in_python, text.clone())) {
            let twin = state.texts().filter(|_| in_python);
            self.source = twin.map_or_else(|| source(highlight(&text)), |it| source(python(it.python)));
        }
        if changed(&mut self.of.ran, state.ran.clone()) {
            let lines = highlight(state.ran.as_deref().unwrap_or_default());
            let awaits = lines.iter().zip(1..).filter(|it| it.0.iter().any(|it| it.0 == Class::Await));
            self.awaits = awaits.map(|it| it.1).collect();
        }
    }

    /// Looks for the answer in a run that is over.
    fn answer(&mut self, state: &State) {
        self.answer = match (&state.run, state.example()) {
            (Run::Ended(ended), Some(lesson)) if is_whole(ended.status) => {
                let choices = state.texts().map(|it| it.choices()).unwrap_or_default();
                answer(lesson, &choices, &state.trace, self.comparison.as_deref())
            }
            _ => None,
        };
    }

    fn select(&mut self, state: &State) {
        let trace = &*state.trace;
        (self.line, self.highlighted) = match state.selection {
            Selection::Line(line) => (Some(line), spans_of_line(trace, line).into()),
            Selection::Span(span) => (shown_line(trace, span), Rc::default()),
            Selection::None => (None, Rc::default()),
        };
        self.has_holders = matches!(state.selection, Selection::Span(it) if !holders(trace, it).is_empty());
        self.saying = match state.selection {
            Selection::Span(span) => explain(trace, &Index::new(trace), span),
            Selection::Line(line) => self.say_line(line),
            Selection::None if trace.spans().is_empty() => {
                plain("Run the program to see what its futures do.")
            }
            Selection::None => plain("Pick a bar, a row or a line of the source to see what happened there."),
        };
    }

    fn say_line(&self, line: u32) -> Vec<Piece> {
        let mut pieces = vec![Piece { text: format!("Line {line}"), strong: true, span: None }];
        pieces.extend(match self.times.get(line) {
            Some(time) => plain(&format!(": {}.", time.sentence())),
            None => plain(" was not awaited in this run."),
        });
        pieces
    }
}

fn plain(text: &str) -> Vec<Piece> {
    vec![Piece { text: text.to_owned(), strong: false, span: None }]
}

fn source(lines: Vec<Vec<Token<'_>>>) -> Vec<SourceLine> {
    let owned = |line: Vec<Token<'_>>| {
        line.into_iter().map(|(class, text)| (class, AttrValue::from(text.to_owned()))).collect()
    };
    lines.into_iter().map(owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use crate::route::Route;
    use crate::state::{Action, Ended, Step};
    use crate::testing::{Story, compared};
    use meanwhile_runner::messages::RunId;
    use meanwhile_timeline::plain as text_of;
    use meanwhile_trace::report::Status;
    use meanwhile_trace::{ClockKind, Stream};

    fn derived(state: &State) -> Derived {
        let mut derived = Derived::default();
        derived.update(state);
        derived
    }

    fn ran() -> State {
        let batch = Story::default().print(0, Stream::Out, "hello\n").sleep(3, 0, 5).sleep(3, 5, 7).batch();
        State::default()
            .reduce(Action::RunAsked(RunId(1), ClockKind::Real))
            .reduce(Action::RunGrew(RunId(1), Rc::new(vec![batch])))
    }

    #[test]
    fn a_selected_line_has_its_spans_and_its_sentence() {
        let derived = derived(&ran().reduce(Action::Select(Selection::Line(3))));
        assert_eq!((derived.line, derived.highlighted.len()), (Some(3), 2));
        assert_eq!(text_of(&derived.saying), "Line 3: awaited 2 times, 12 ms in all.");
    }

    #[test]
    fn a_selected_span_has_its_line_and_its_sentence() {
        let state = ran();
        let span = state.trace.spans()[1].id;
        let derived = derived(&state.reduce(Action::Select(Selection::Span(span))));
        assert_eq!((derived.line, derived.highlighted.len()), (Some(3), 0));
        assert!(text_of(&derived.saying).starts_with("sleep, line 3: "), "{}", text_of(&derived.saying));
    }

    #[test]
    fn a_line_that_was_not_awaited_says_so_and_nothing_picked_says_how() {
        let none = derived(&ran().reduce(Action::Select(Selection::Line(1))));
        assert_eq!(text_of(&none.saying), "Line 1 was not awaited in this run.");
        assert!(text_of(&derived(&ran()).saying).starts_with("Pick a bar"));
        assert!(text_of(&derived(&State::default()).saying).starts_with("Run the program"));
    }

    #[test]
    fn only_a_run_to_the_end_answers() {
        let state = State::default()
            .reduce(Action::RunAsked(RunId(1), ClockKind::Virtual))
            .reduce(Action::RunGrew(RunId(1), Rc::new(vec![compared(900, 352, 3)])));
        assert_eq!(derived(&state).answer, None);
        let end = |status| derived(&state.clone().reduce(Action::RunEnded(Ended::new(RunId(1), status))));
        assert_eq!(end(Status::Completed).answer.unwrap().value.to_string(), "352 ms");
        assert_eq!(end(Status::Stopped).answer, None);
        let never_ended = ran().reduce(Action::RunEnded(Ended::new(RunId(1), Status::Completed)));
        assert_eq!(derived(&ran()).looks, [false; 4]);
        assert_eq!(derived(&never_ended).answer, None, "nothing in it was gathered");
    }

    #[test]
    fn the_source_is_that_of_the_language_chosen() {
        let state = State::default().reduce(Action::Read(Step::Python(true)));
        let python = examples::first().texts.unwrap().python;
        assert_eq!(derived(&state).source.len(), python.lines().count());
        let first: String = derived(&state).source[0].iter().map(|it| it.1.as_str()).collect();
        assert_eq!(Some(first.as_str()), python.lines().next());
    }

    #[test]
    fn what_is_shown_follows_the_state() {
        let mut derived = Derived::default();
        derived.update(&State::default());
        assert!(derived.output.is_empty() && derived.rows.is_empty() && derived.events.is_empty());
        let state = ran();
        derived.update(&state);
        assert_eq!((derived.output.len(), derived.rows.len()), (1, 3));
        assert!(derived.times.get(3).is_some() && derived.times.get(4).is_none());
        assert!(derived.events.is_empty(), "they are closed");
        derived.update(&state.clone().reduce(Action::OpenEvents(true)));
        assert_eq!(derived.events.lines().count(), state.trace.events.len());
        let other = &examples::all()[1];
        derived.update(&state.reduce(Action::Open(Route::Example(other.slug.into()))));
        assert_eq!(derived.source.len(), other.texts.unwrap().source.lines().count());
        assert!(derived.output.is_empty() && derived.rows.is_empty() && derived.events.is_empty());
    }
}
