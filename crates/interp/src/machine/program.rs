//! A whole program as the main future of a run.

use super::future::{Coroutine, HostFuture};
use super::{Callable, Fiber, Machine, Panic, Region, Trap};
use crate::native::thread::Threads;
use crate::source::Span;
use crate::tree::FnId;
use crate::value::{Head, Value};
use meanwhile_runtime::{record, task::linger};
use meanwhile_trace::report::Status;
use std::cell::RefCell;
use std::rc::Rc;

/// How a program has ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `main` has returned.
    Completed,
    /// `main` has returned an error, which prints so.
    Failed(String),
    /// `main` has panicked; the message has been printed.
    Panicked(Panicked),
    /// `std::process::exit`.
    Exit(i32),
    /// It has used more than it may of this, there.
    Limit(&'static str, Span),
    /// It needs what the interpreter does not have.
    Unsupported(String, Span),
}

/// A panic of `main`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Panicked {
    /// Its message.
    pub message: String,
    /// The calls and awaits that have led there, the innermost first: what they are in, and where.
    pub chain: Vec<(String, Span)>,
}

/// The panics of tasks and threads, with what has panicked. The program goes on without them.
pub type Lost = Rc<RefCell<Vec<(String, Panicked)>>>;

/// More than these are not remembered: one fault may take many tasks with it.
const MOST_LOST: usize = 20;

impl Outcome {
    /// What the main future of a run has to be ready with. Says to the run how it ends, where that is not by what `main`
    /// has returned.
    ///
    /// # Errors
    ///
    /// Fails with what is printed when `main` has returned an error.
    pub(crate) fn as_main_result(&self) -> Result<(), String> {
        let verdict = match self {
            Outcome::Completed => return Ok(()),
            Outcome::Failed(error) => return Err(format!("Error: {error}")),
            Outcome::Exit(0) => Status::Completed,
            Outcome::Exit(_) => Status::Failed,
            Outcome::Panicked(_) => Status::Panicked,
            Outcome::Limit(..) => Status::Limit,
            Outcome::Unsupported(..) => Status::Rejected,
        };
        record::main_ends(verdict);
        Ok(())
    }
}

impl Machine {
    /// Remembers the panic of a task or a thread. One that is passed on has been remembered before.
    pub(crate) fn remember_lost(&self, kind: &str, name: &str, panic: &Panic) {
        let mut lost = self.lost.borrow_mut();
        if lost.len() < MOST_LOST && !panic.chain.is_empty() {
            let who = if name.is_empty() { format!("a {kind}") } else { format!("the {kind} `{name}`") };
            let panicked = Panicked { message: panic.message.clone(), chain: panic.chain.clone() };
            lost.push((who, panicked));
        }
    }

    /// The panics of tasks and threads up to now, and those to come.
    pub fn lost(&self) -> Lost {
        self.lost.clone()
    }

    /// The future that runs a program's `main`.
    pub fn main_future(self: &Rc<Self>, main: FnId) -> impl Future<Output = Outcome> + use<> {
        let machine = self.clone();
        async move {
            let future = match machine.entry(main) {
                Ok(future) => future,
                Err(trap) => return machine.outcome(Err(trap)),
            };
            let result = machine.or_fatal(future).await;
            if result.is_ok() && machine.has_workers(main) {
                linger().await;
            }
            if matches!(result, Ok(_) | Err(Trap::Panic(_))) {
                machine.state.of::<Threads>().end_locals(&machine);
            }
            machine.outcome(result)
        }
    }

    /// `main` as a future: an async one by itself, another on a stack of its own, which may wait.
    fn entry(self: &Rc<Self>, main: FnId) -> Result<HostFuture, Trap> {
        match self.callable(main)? {
            Callable::Code(code) => {
                let mut fiber = Fiber::new(code, [], None);
                fiber.thread = true;
                Ok(Box::pin(Coroutine::new(self.clone(), fiber, main)))
            }
            Callable::Async(code) => {
                let region = Region::main(Machine::workers_of(self.program().function(main)));
                let body = Coroutine::new(self.clone(), Fiber::new(code, [], None), main);
                Ok(self.within(region, Box::pin(body)))
            }
            _ => Err(Trap::fault(Span::NONE, "a `main` without code")),
        }
    }

    /// Whether tasks run on threads of their own, besides that of `main`.
    fn has_workers(&self, main: FnId) -> bool {
        let program = self.program();
        let main = program.function(main);
        main.attributes.iter().any(|it| &*it.path == "tokio::main") && Machine::workers_of(main) > 0
    }

    fn is_exit_code(&self, head: Head) -> bool {
        let code = self.program().lang.adts.get("ExitCode").copied();
        code.is_some_and(|it| head == Head::Adt(it))
    }

    fn outcome(self: &Rc<Self>, result: Result<Value, Trap>) -> Outcome {
        match result {
            Ok(Value::Obj(result))
                if result.head == Head::Adt(self.known().result) && result.variant == 1 =>
            {
                match self.debug(&result.get(0), Span::NONE) {
                    Ok(text) => Outcome::Failed(text),
                    Err(trap) => self.outcome(Err(trap)),
                }
            }
            Ok(Value::Obj(code)) if self.is_exit_code(code.head) => match code.get(0).as_int() {
                Some(0) | None => Outcome::Completed,
                Some(code) => Outcome::Exit(code as i32),
            },
            Ok(Value::Obj(result)) if result.head == Head::Adt(self.known().result) => {
                self.outcome(Ok(result.get(0)))
            }
            Ok(value) => match self.implementation(&value, "Termination", "report") {
                Some(report) if matches!(value, Value::Obj(_) | Value::Unitary(..)) => {
                    let code = self.call(report, [value]);
                    self.outcome(code)
                }
                _ => Outcome::Completed,
            },
            Err(Trap::Return(_)) => Outcome::Completed,
            Err(Trap::Panic(panic)) => {
                Outcome::Panicked(Panicked { message: panic.message, chain: panic.chain })
            }
            Err(Trap::Exit(code)) => Outcome::Exit(code),
            Err(Trap::Limit(what, span)) => Outcome::Limit(what, span),
            Err(Trap::Unsupported(it)) => Outcome::Unsupported(it.message.clone(), it.span),
            Err(Trap::Wait(_) | Trap::Catch(_) | Trap::Deref(..)) => {
                Outcome::Unsupported("a wait that nobody waits for".to_owned(), Span::NONE)
            }
        }
    }
}
