//! A program as the main future of a run, and what its end comes to.

use crate::diagnostic::{Diagnostic, Severity};
use crate::engine::Engine;
use crate::machine::{Limits, Lost, Outcome, Panicked, Trap};
use crate::source::{FileId, Span};
use meanwhile_trace::report::Status;
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A program's `main`, whose output is what it returned: an error as its `Debug` text.
pub type Main = Pin<Box<dyn Future<Output = Result<(), String>>>>;

/// How a program has ended, as soon as it has, and what has ended in it before.
#[derive(Clone, Debug, Default)]
pub struct Ended {
    outcome: Rc<RefCell<Option<Outcome>>>,
    lost: Rc<RefCell<Lost>>,
}

impl Engine {
    /// Makes the program ready to be run. `tick` is called now and then while it computes.
    ///
    /// Cancel safety: dropping the future drops what the program holds, in Rust's order.
    pub fn main(self, limits: Limits, tick: impl Fn() + 'static) -> (Main, Ended) {
        let ended = Ended::default();
        let slot = ended.clone();
        let main = async move {
            let outcome = match self.begin(limits, Box::new(tick), &slot) {
                Ok(begun) => begun.await,
                Err(Trap::Unsupported(it)) => Outcome::Unsupported(it.message, it.span),
                Err(trap) => Outcome::Failed(format!("{trap:?}")),
            };
            let result = outcome.as_main_result();
            slot.outcome.replace(Some(outcome));
            result
        };
        (Box::pin(main), ended)
    }

    fn begin(
        &self,
        limits: Limits,
        tick: Box<dyn Fn()>,
        ended: &Ended,
    ) -> Result<impl Future<Output = Outcome> + use<>, Trap> {
        match self.program().main {
            Some(main) => {
                let machine = self.machine(limits)?.with_tick(tick);
                ended.lost.replace(machine.lost());
                Ok(machine.main_future(main))
            }
            None => Err(Trap::unsupported(Span::NONE, "`main` function not found in the program")),
        }
    }
}

/// A panic where it happened, with the calls and awaits in the program that led there.
fn panicked(who: &str, panicked: &Panicked) -> Diagnostic {
    let own = |it: &&(String, Span)| it.1.file == FileId::PROGRAM && it.1 != Span::NONE;
    let mut chain = panicked.chain.iter().filter(own);
    let place = chain.next().map_or(Span::NONE, |it| it.1);
    let found = Diagnostic::error(place, format!("{who} panicked: {}", panicked.message));
    chain.fold(found, |found, (name, span)| found.label(*span, format!("from here in `{name}`")))
}

impl Ended {
    /// The panics of tasks and threads, which the program has survived, with the calls and awaits that led to each.
    pub fn lost(&self) -> Vec<Diagnostic> {
        let all = self.lost.borrow();
        let lost = all.borrow();
        let warning =
            |it: &(String, Panicked)| Diagnostic { severity: Severity::Warning, ..panicked(&it.0, &it.1) };
        lost.iter().map(warning).collect()
    }

    /// What a run has come to that ended with this status: the runtime's word for it, unless the interpreter knows
    /// better.
    pub fn verdict(&self, status: Status) -> (Status, Vec<Diagnostic>) {
        match &*self.outcome.borrow() {
            Some(Outcome::Panicked(it)) => (Status::Panicked, vec![panicked("the program", it)]),
            Some(Outcome::Exit(0)) => (Status::Completed, Vec::new()),
            Some(Outcome::Exit(code)) => {
                let message = format!("the program ended itself with exit code {code}");
                (Status::Failed, vec![Diagnostic::warning(Span::NONE, message)])
            }
            Some(Outcome::Limit(what, span)) => (Status::Limit, vec![beyond(what, *span)]),
            Some(Outcome::Unsupported(message, span)) => {
                (Status::Rejected, vec![Diagnostic::error(*span, message.clone())])
            }
            Some(Outcome::Completed | Outcome::Failed(_)) | None => (status, Vec::new()),
        }
    }
}

/// What is said of a limit, and what can be done about it.
const LIMITS: [(&str, &str, &str); 7] = [
    (
        "instructions without an await",
        "this blocks: the run has used all its instructions here without an await",
        "let others run: await something in the loop, such as `tokio::task::yield_now()`, or end it",
    ),
    ("instructions", "the run has reached its limit of instructions", "make it end, or let it do less"),
    (
        "recursion",
        "the run has reached its limit of calls within calls",
        "make the recursion end, or use a loop",
    ),
    ("memory", "the run has reached its limit of memory", "keep less at a time"),
    ("output", "the run has reached its limit of output", "print less"),
    ("tasks", "the run has reached its limit of tasks", "await some tasks before more are spawned"),
    ("threads", "the run has reached its limit of threads", "join some threads before more are spawned"),
];

/// The message for a program that has gone beyond a limit.
fn beyond(what: &str, span: Span) -> Diagnostic {
    match LIMITS.iter().find(|it| it.0 == what) {
        Some((_, message, hint)) => Diagnostic::error(span, *message).hint(*hint),
        None => Diagnostic::error(span, format!("the run has reached its limit of {what}")),
    }
}
