//! What ends a program, or a part of it, before its end.

use super::future::HostFuture;
use crate::diagnostic::Diagnostic;
use crate::source::Span;
use crate::tree::FnId;
use crate::value::Value;
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;

/// Why code did not go on.
pub enum Trap {
    /// It panicked: scopes are left, then the task or the thread has ended.
    Panic(Box<Panic>),
    /// It waits: the fiber goes on with the output when the future is ready.
    Wait(HostFuture),
    /// A future that others wait for with it has failed with this value.
    Return(Value),
    /// `std::process::exit`.
    Exit(i32),
    /// A native asks for a call in its place, whose panic is to be caught.
    Catch(Value),
    /// A pointer of the program's leads on: its `deref` is called first, on this place, and then all is done anew.
    Deref(FnId, Value),
    /// It has used more than it may.
    Limit(&'static str, Span),
    /// It needs what the interpreter does not have, or the interpreter is at fault.
    Unsupported(Box<Diagnostic>),
}

/// A panic.
#[derive(Debug)]
pub struct Panic {
    /// Its message.
    pub message: String,
    /// What there is to say of it instead where a constant is computed.
    pub computing: Option<String>,
    /// Where.
    pub span: Span,
    /// Its payload, where it is more than the message.
    pub payload: Value,
    /// Whether it has been printed.
    pub reported: Cell<bool>,
    /// The calls and awaits that have led there, the innermost first: what they are in, and where.
    pub chain: Vec<(String, Span)>,
}

impl Trap {
    /// A panic with a message. As in Rust a literal is its own payload, and what has been formatted is a `String`.
    pub fn panic(span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        Trap::new_panic(span, message.into(), None)
    }

    /// A panic of which something else is said where a constant is computed.
    pub(super) fn panic_computing(span: Span, message: &'static str, words: String) -> Self {
        Trap::new_panic(span, message.into(), Some(words))
    }

    fn new_panic(span: Span, message: Cow<'static, str>, computing: Option<String>) -> Self {
        let payload = match &message {
            Cow::Borrowed(literal) => Value::str(literal),
            Cow::Owned(_) => Value::Moved,
        };
        Trap::Panic(Box::new(Panic {
            message: message.into_owned(),
            computing,
            span,
            payload,
            reported: Cell::new(false),
            chain: Vec::new(),
        }))
    }

    /// What the interpreter does not do.
    pub fn unsupported(span: Span, message: impl Into<String>) -> Self {
        Trap::Unsupported(Box::new(Diagnostic::error(span, message)))
    }

    /// What the interpreter should never come to.
    pub fn fault(span: Span, message: impl Into<String>) -> Self {
        let hint = "this is a fault of the playground: please report it with the program";
        Trap::Unsupported(Box::new(Diagnostic::error(span, message).hint(hint)))
    }
}

impl fmt::Debug for Trap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trap::Panic(panic) => {
                write!(f, "panic at {}:{}: {}", panic.span.line, panic.span.column, panic.message)
            }
            Trap::Wait(_) => f.write_str("waits"),
            Trap::Return(_) => f.write_str("fails"),
            Trap::Catch(_) => f.write_str("catches"),
            Trap::Deref(..) => f.write_str("follows a pointer"),
            Trap::Exit(code) => write!(f, "exit {code}"),
            Trap::Limit(what, span) => write!(f, "limit of {what} at {}:{}", span.line, span.column),
            Trap::Unsupported(it) => write!(f, "{} at {}:{}", it.message, it.span.line, it.span.column),
        }
    }
}
