//! The macros that are known here.

use crate::tree::BinaryOp;

/// What a macro does.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(in crate::lower) enum Known {
    /// `print!` and its like: whether to the error stream, and whether a line ends.
    Print {
        error: bool,
        line: bool,
    },
    Format,
    FormatArgs,
    Write {
        line: bool,
    },
    Panic,
    Todo,
    Unimplemented,
    Unreachable,
    Assert,
    AssertEq(BinaryOp),
    Dbg,
    Vec,
    Matches,
    /// `join!` and `try_join!`.
    Join {
        fails: bool,
    },
    /// tokio's `select!`.
    Select,
    /// `select!` and `select_biased!` of the futures crate.
    FuturesSelect {
        biased: bool,
    },
    /// A value that is pinned where it is.
    Pin,
    /// Variables that are pinned where they are.
    PinVariables,
    Ready,
    Poll,
    Pending,
    Log {
        kind: LogKind,
        level: Option<u8>,
    },
    Anyhow,
    Bail,
    Ensure,
    Stringify,
    Concat,
    Line,
    Column,
    File,
    ModulePath,
    Env,
    OptionEnv,
    Include,
    Cfg,
    CompileError,
    ThreadLocal,
    LazyStatic,
    TaskLocal,
    Stream {
        fails: bool,
    },
    /// The body of a function that the machine does.
    Native,
    PinProject,
    Json,
    /// An attribute or a derive: they are known by their names, but have to be imported.
    Attribute,
    /// What cannot be done, and what to do instead.
    No(&'static str),
}

/// Whose macros of log messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::lower) enum LogKind {
    /// The `log` crate's.
    Log,
    /// `tracing`'s events.
    Event,
    /// `tracing`'s spans.
    Span,
    /// `log_enabled!`: whether anybody listens.
    LogAsked,
    /// `tracing::enabled!`.
    EventAsked,
}

impl Known {
    /// Whether it makes items.
    pub(in crate::lower) fn makes_items(self) -> bool {
        matches!(self, Known::ThreadLocal | Known::LazyStatic | Known::TaskLocal | Known::PinProject)
    }
}
