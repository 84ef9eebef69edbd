//! A whole program as the main future of a run.

use super::future::{Coroutine, HostFuture};
use super::{Callable, Fiber, Machine, Trap};
use crate::source::Span;
use crate::tree::FnId;
use crate::value::{Head, Value};
use std::rc::Rc;

/// How a program has ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// `main` has returned.
    Completed,
    /// `main` has returned an error, which prints so.
    Failed(String),
    /// `main` has panicked; the message has been printed.
    Panicked,
    /// `std::process::exit`.
    Exit(i32),
    /// It has used more than it may of this, there.
    Limit(&'static str, Span),
    /// It needs what the interpreter does not have.
    Unsupported(String, Span),
}

impl Machine {
    /// The future that runs a program's `main`.
    pub fn main_future(self: &Rc<Self>, main: FnId) -> impl Future<Output = Outcome> + use<> {
        let machine = self.clone();
        async move {
            let future = match machine.entry(main) {
                Ok(future) => future,
                Err(trap) => return machine.outcome(Err(trap)),
            };
            let result = machine.or_fatal(future).await;
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
                Ok(Box::pin(Coroutine::new(self.clone(), Fiber::new(code, [], None), main)))
            }
            _ => Err(Trap::fault(Span::NONE, "a `main` without code")),
        }
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
            Ok(_) | Err(Trap::Return(_)) => Outcome::Completed,
            Err(Trap::Panic(_)) => Outcome::Panicked,
            Err(Trap::Exit(code)) => Outcome::Exit(code),
            Err(Trap::Limit(what, span)) => Outcome::Limit(what, span),
            Err(Trap::Unsupported(it)) => Outcome::Unsupported(it.message.clone(), it.span),
            Err(Trap::Wait(_) | Trap::Catch(_)) => {
                Outcome::Unsupported("a wait that nobody waits for".to_owned(), Span::NONE)
            }
        }
    }
}
