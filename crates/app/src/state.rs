//! What the page shows, and how each thing that happens changes it: a pure function from action to state.

mod before;
mod editing;
mod reading;
mod text;

use crate::examples;
use crate::problem::Problem;
use crate::route::Route;
use crate::table::{Column, Order};
pub(crate) use before::Before;
pub(crate) use editing::{Draft, Editing, Editor, Link, Origin, Writing};
use meanwhile_programs::Texts;
use meanwhile_runner::messages::{Finding, RunId};
use meanwhile_trace::lint::Judgement;
use meanwhile_trace::report::{Engine, Status};
use meanwhile_trace::{Batch, ClockKind, SpanId, Trace};
pub(crate) use reading::{Reading, Step};
use std::rc::Rc;
pub(crate) use text::Surface;

/// How many spans, and how many events, are shown at first, and how many more at a time.
const SPANS: usize = 200;
const EVENTS: usize = 500;

/// Everything the page shows.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// Which program.
    pub(crate) program: Program,
    /// The text that was set from outside, for as long as the example it belongs to has none.
    given: Rc<str>,
    /// The texts of examples that were downloaded.
    texts: Rc<Vec<(&'static str, Texts)>>,
    /// The example whose texts could not be downloaded.
    textless: Option<&'static str>,
    /// The clock of the next run.
    pub(crate) clock: ClockKind,
    /// Light, dark or the system's.
    pub(crate) theme: Theme,
    /// How far the run is.
    pub(crate) run: Run,
    /// Which run was told to end and does so by itself.
    interrupted: Option<RunId>,
    /// What is known of it.
    pub(crate) trace: Rc<Trace>,
    /// What the lints found in it, once they have run.
    pub(crate) judgement: Option<Rc<Judgement>>,
    /// Changes with every change of the trace.
    pub(crate) version: u64,
    /// What the reader has picked.
    pub(crate) selection: Selection,
    /// The order of the table of spans.
    pub(crate) order: Order,
    /// How many spans the table shows.
    pub(crate) spans_shown: usize,
    /// Whether the events are listed.
    pub(crate) events_open: bool,
    /// How many of them.
    pub(crate) events_shown: usize,
    /// How the reader goes through the lessons.
    pub(crate) reading: Reading,
    /// What the reader writes.
    pub(crate) editing: Editing,
    /// The text of the last run, to which lines and times belong.
    pub(crate) ran: Option<Rc<str>>,
    /// What ran it.
    pub(crate) ran_by: Engine,
    /// The run before, if it came to its end.
    pub(crate) before: Option<Before>,
    /// What is wrong with the text.
    pub(crate) findings: Rc<Vec<Finding>>,
    /// What is wrong, if something is.
    pub(crate) problem: Option<Problem>,
    /// Whether the service worker adds the delays that programs ask for.
    pub(crate) delays: Delays,
}

/// Which program is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Program {
    /// The example of this slug.
    Example(&'static str),
    /// The reader's own.
    Own,
    /// None: the table of asyncio's names.
    Asyncio,
    /// An address that names nothing.
    Missing(String),
    /// A text that is none of the examples.
    Foreign(Rc<str>),
}

/// How far a run is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Run {
    /// There has been none of this program.
    None,
    /// Asked for: the worker, or the service worker that a program needs, is still coming.
    Starting(RunId),
    /// Going on.
    Running(RunId),
    /// Over.
    Ended(Ended),
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ended {
    /// Which run.
    pub(crate) run: RunId,
    /// In what way.
    pub(crate) status: Status,
    /// What there is to say about it.
    pub(crate) detail: Option<String>,
    /// What to do about it.
    pub(crate) hint: Option<String>,
    /// How long the page saw it go on, where the trace does not reach as far: its worker was terminated.
    pub(crate) seen_ms: Option<u64>,
}

/// What the reader has picked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Selection {
    /// Nothing.
    #[default]
    None,
    /// A span, in the picture or in the table.
    Span(SpanId),
    /// A line of the source.
    Line(u32),
}

/// Which colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// The system's.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// Whether delays are added to the site's own data.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Delays {
    /// Not known yet.
    #[default]
    Unknown,
    /// The service worker is there.
    Added,
    /// There is none.
    Missing,
}

/// What can happen.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// An address was opened.
    Open(Route),
    /// The program's text was replaced from outside.
    SetCode(String),
    /// A text came with an address.
    OpenText(String),
    /// The texts of the example of this slug were downloaded.
    TextsCame(&'static str, Texts),
    /// They could not be.
    TextsMissing(&'static str),
    /// A clock was chosen.
    SetClock(ClockKind),
    /// Colours were chosen.
    SetTheme(Theme),
    /// A column's head was clicked.
    SortBy(Column),
    /// More spans were asked for.
    MoreSpans,
    /// The list of events was opened or closed.
    OpenEvents(bool),
    /// More events were asked for.
    MoreEvents,
    /// Something was picked.
    Select(Selection),
    /// The reader did something with the lessons.
    Read(Step),
    /// Something happened to the text.
    Write(Writing),
    /// It is known what is wrong with the text.
    Found(Rc<Vec<Finding>>),
    /// A run was asked for.
    RunAsked(RunId, ClockKind),
    /// The worker has started it.
    RunStarted(RunId),
    /// It was told to end, and does so by itself.
    RunInterrupted(RunId),
    /// More of it is known.
    RunGrew(RunId, Rc<Vec<Batch>>),
    /// It is over.
    RunEnded(Ended),
    /// The lints have run over it.
    RunJudged(RunId, Rc<Judgement>),
    /// Something went wrong, or is right again.
    SetProblem(Option<Problem>),
    /// It is known whether delays are added.
    SetDelays(Delays),
}

impl Default for State {
    fn default() -> Self {
        State {
            program: Program::Example(examples::first().slug),
            given: "".into(),
            texts: Rc::default(),
            textless: None,
            clock: ClockKind::Real,
            theme: Theme::System,
            run: Run::None,
            interrupted: None,
            trace: Rc::default(),
            judgement: None,
            version: 0,
            selection: Selection::None,
            order: Order::Tree,
            spans_shown: SPANS,
            events_open: false,
            events_shown: EVENTS,
            reading: Reading::default(),
            editing: Editing::default(),
            ran: None,
            ran_by: Engine::Compiled,
            before: None,
            findings: Rc::default(),
            problem: None,
            delays: Delays::Unknown,
        }
    }
}

impl State {
    /// Returns the state after an action.
    pub(crate) fn reduce(mut self, action: Action) -> Self {
        match action {
            Action::Open(route) => self.show(Program::of_route(&route)),
            Action::SetCode(text) => {
                self.show(Program::of_text(&text));
                self.given = text.into();
                // Whoever sets a text wants it, and not what the reader once made of it.
                self.write(Writing::Reset);
            }
            Action::OpenText(text) => {
                self.show(Program::of_text(&text));
                self.given = text.into();
            }
            Action::TextsCame(slug, texts) => {
                Rc::make_mut(&mut self.texts).push((slug, texts));
                self.textless = None;
                // A lesson may have been asked to run before its text was there.
                if self.program == Program::Example(slug) && self.ran.as_deref() == Some("") {
                    self.ran = Some(texts.source.into());
                }
            }
            Action::TextsMissing(slug) => self.textless = Some(slug),
            Action::SetClock(clock) => self.clock = clock,
            Action::SetTheme(theme) => self.theme = theme,
            Action::SortBy(column) => self.order = self.order.clicked(column),
            Action::MoreSpans => self.spans_shown += SPANS,
            Action::OpenEvents(open) => self.events_open = open,
            Action::MoreEvents => self.events_shown += EVENTS,
            Action::Select(selection) => self.selection = selection,
            Action::Read(step) => self.reading.take(step),
            Action::Write(writing) => self.write(writing),
            Action::Found(findings) => self.findings = findings,
            Action::RunAsked(run, clock) => self.begin(run, clock),
            Action::RunStarted(run) if self.run == Run::Starting(run) => {
                self.run = Run::Running(run);
                // Whatever kept programs from running keeps them no more.
                self.problem = None;
            }
            Action::RunGrew(run, batches) if self.active() == Some(run) => self.grow(&batches),
            Action::RunEnded(ended) if self.active() == Some(ended.run) => self.run = Run::Ended(ended),
            Action::RunJudged(run, judgement) if self.ended() == Some(run) => {
                self.judgement = Some(judgement);
            }
            Action::RunInterrupted(run) => self.interrupted = Some(run),
            Action::SetProblem(problem) => self.problem = problem,
            Action::SetDelays(delays) => self.delays = delays,
            // What comes late from an earlier run.
            Action::RunStarted(_) | Action::RunGrew(..) | Action::RunEnded(_) | Action::RunJudged(..) => {}
        }
        self
    }

    /// Returns whether a line is one of those that waited for one another without need.
    pub(crate) fn waiting_at(&self, line: u32) -> bool {
        self.judgement.iter().flat_map(|it| &it.waits).any(|it| it.lines.contains(&line))
    }

    /// Returns the run that is asked for or going on.
    pub(crate) fn active(&self) -> Option<RunId> {
        match self.run {
            Run::Starting(run) | Run::Running(run) => Some(run),
            Run::None | Run::Ended(_) => None,
        }
    }

    /// Returns the run that is over.
    fn ended(&self) -> Option<RunId> {
        match &self.run {
            Run::Ended(ended) => Some(ended.run),
            _ => None,
        }
    }

    /// Returns whether the program that is going on was told to end and shuts down by itself.
    pub(crate) fn is_shutting_down(&self) -> bool {
        self.interrupted.is_some() && self.interrupted == self.active()
    }

    fn write(&mut self, writing: Writing) {
        let mut editing = std::mem::take(&mut self.editing);
        let own = self.origin().map(|of| (of, self.own_code()));
        editing.take(writing, own);
        self.editing = editing;
    }

    fn show(&mut self, program: Program) {
        if self.program != program {
            self.program = program;
            self.given = "".into();
            self.reading.turn_the_page();
            self.spans_shown = SPANS;
            self.events_shown = EVENTS;
            self.run = Run::None;
            self.ran = None;
            self.before = None;
            self.findings = Rc::default();
            self.clear();
        }
    }

    fn begin(&mut self, run: RunId, clock: ClockKind) {
        self.before = Before::of(self).or(self.before.take());
        self.run = Run::Starting(run);
        self.ran = Some(self.code().into());
        self.ran_by = self.engine();
        self.findings = Rc::default();
        self.reading.run_asked();
        self.clear();
        Rc::make_mut(&mut self.trace).clock = clock;
        if self.problem.as_ref().is_some_and(Problem::is_passing) {
            self.problem = None;
        }
    }

    fn clear(&mut self) {
        self.trace = Rc::default();
        self.judgement = None;
        self.version += 1;
        self.selection = Selection::None;
    }

    fn grow(&mut self, batches: &[Batch]) {
        let trace = Rc::make_mut(&mut self.trace);
        let error = batches.iter().find_map(|it| trace.apply(it).err());
        self.version += 1;
        if let Some(error) = error {
            self.problem = Some(Problem::Undecodable(error.to_string()));
        }
    }
}

impl Ended {
    /// An end about which there is nothing more to say.
    pub(crate) fn new(run: RunId, status: Status) -> Self {
        Ended { run, status, detail: None, hint: None, seen_ms: None }
    }
}

impl Program {
    /// Returns what an address shows.
    pub(crate) fn of_route(route: &Route) -> Self {
        match route {
            Route::Home => Program::Example(examples::first().slug),
            Route::Example(slug) => examples::find(slug)
                .map_or_else(|| Program::Missing(slug.clone()), |it| Program::Example(it.slug)),
            Route::Own => Program::Own,
            Route::Asyncio => Program::Asyncio,
            // Its text is in the address, and is set once it has been read.
            Route::Code(_) => Program::Foreign("".into()),
            Route::Elsewhere(path) => Program::Missing(path.clone()),
        }
    }

    fn of_text(text: &str) -> Self {
        examples::of_text(text).map_or_else(|| Program::Foreign(text.into()), |it| Program::Example(it.slug))
    }
}

#[cfg(test)]
mod tests;
