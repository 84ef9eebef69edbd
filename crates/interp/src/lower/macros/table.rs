//! Which crate has which macro.

use super::known::{Known, LogKind};
use crate::tree::BinaryOp;

/// The macros of one module of a crate.
pub(in crate::lower) struct Row {
    pub(in crate::lower) krate: &'static str,
    pub(in crate::lower) path: &'static [&'static str],
    pub(in crate::lower) macros: &'static [(&'static str, Known)],
}

const fn row(
    krate: &'static str,
    path: &'static [&'static str],
    macros: &'static [(&'static str, Known)],
) -> Row {
    Row { krate, path, macros }
}

const fn log(level: u8) -> Known {
    Known::Log { kind: LogKind::Log, level: Some(level) }
}

const fn event(level: u8) -> Known {
    Known::Log { kind: LogKind::Event, level: Some(level) }
}

/// A macro whose level is an argument.
const fn leveled(kind: LogKind) -> Known {
    Known::Log { kind, level: None }
}

const SPAN: Known = Known::Log { kind: LogKind::Span, level: None };

const JOINS: &[(&str, Known)] = &[
    ("join", Known::Join { fails: false }),
    ("try_join", Known::Join { fails: true }),
    ("select", Known::FuturesSelect { biased: false }),
    ("select_biased", Known::FuturesSelect { biased: true }),
    ("pin_mut", Known::PinVariables),
    ("ready", Known::Ready),
    ("poll", Known::Poll),
    ("pending", Known::Pending),
];

/// All of them.
pub(in crate::lower) const TABLE: &[Row] = &[
    row(
        "std",
        &[],
        &[
            ("print", Known::Print { error: false, line: false }),
            ("println", Known::Print { error: false, line: true }),
            ("eprint", Known::Print { error: true, line: false }),
            ("eprintln", Known::Print { error: true, line: true }),
            ("format", Known::Format),
            ("format_args", Known::FormatArgs),
            ("write", Known::Write { line: false }),
            ("writeln", Known::Write { line: true }),
            ("panic", Known::Panic),
            ("todo", Known::Todo),
            ("unimplemented", Known::Unimplemented),
            ("unreachable", Known::Unreachable),
            ("assert", Known::Assert),
            ("assert_eq", Known::AssertEq(BinaryOp::Eq)),
            ("assert_ne", Known::AssertEq(BinaryOp::Ne)),
            ("debug_assert", Known::Assert),
            ("debug_assert_eq", Known::AssertEq(BinaryOp::Eq)),
            ("debug_assert_ne", Known::AssertEq(BinaryOp::Ne)),
            ("dbg", Known::Dbg),
            ("vec", Known::Vec),
            ("matches", Known::Matches),
            ("stringify", Known::Stringify),
            ("concat", Known::Concat),
            ("line", Known::Line),
            ("column", Known::Column),
            ("file", Known::File),
            ("module_path", Known::ModulePath),
            ("env", Known::Env),
            ("option_env", Known::OptionEnv),
            ("include_str", Known::Include),
            ("include_bytes", Known::Include),
            ("include", Known::Include),
            ("cfg", Known::Cfg),
            ("compile_error", Known::CompileError),
            ("thread_local", Known::ThreadLocal),
            ("native", Known::Native),
            ("global_asm", Known::No("there is no assembler in a browser")),
        ],
    ),
    row("std", &["pin"], &[("pin", Known::Pin)]),
    row("std", &["task"], &[("ready", Known::Ready)]),
    row("std", &["assert_matches"], &[]),
    row("std", &["arch"], &[("asm", Known::No("there is no assembler in a browser"))]),
    row(
        "tokio",
        &[],
        &[
            ("join", Known::Join { fails: false }),
            ("try_join", Known::Join { fails: true }),
            ("select", Known::Select),
            ("pin", Known::PinVariables),
            ("task_local", Known::TaskLocal),
            ("main", Known::Attribute),
            ("test", Known::Attribute),
        ],
    ),
    row("futures", &[], JOINS),
    row("async_trait", &[], &[("async_trait", Known::Attribute)]),
    row("thiserror", &[], &[("Error", Known::Attribute)]),
    row("serde", &[], &[("Serialize", Known::Attribute), ("Deserialize", Known::Attribute)]),
    row("pin_project", &[], &[("pin_project", Known::Attribute), ("pinned_drop", Known::Attribute)]),
    row(
        "futures",
        &["future"],
        &[("join", Known::Join { fails: false }), ("try_join", Known::Join { fails: true })],
    ),
    row("futures_lite", &[], &[("pin", Known::PinVariables), ("ready", Known::Ready)]),
    row("futures_lite", &["pin"], &[]),
    row("pin_utils", &[], &[("pin_mut", Known::PinVariables)]),
    row("trpl", &[], JOINS),
    row("pin_project_lite", &[], &[("pin_project", Known::PinProject)]),
    row(
        "async_stream",
        &[],
        &[("stream", Known::Stream { fails: false }), ("try_stream", Known::Stream { fails: true })],
    ),
    row("lazy_static", &[], &[("lazy_static", Known::LazyStatic)]),
    row("anyhow", &[], &[("anyhow", Known::Anyhow), ("bail", Known::Bail), ("ensure", Known::Ensure)]),
    row("eyre", &[], &[("eyre", Known::Anyhow), ("bail", Known::Bail), ("ensure", Known::Ensure)]),
    row("serde_json", &[], &[("json", Known::Json)]),
    row(
        "log",
        &[],
        &[
            ("error", log(1)),
            ("warn", log(2)),
            ("info", log(3)),
            ("debug", log(4)),
            ("trace", log(5)),
            ("log", leveled(LogKind::Log)),
            ("log_enabled", leveled(LogKind::LogAsked)),
        ],
    ),
    row(
        "tracing",
        &[],
        &[
            ("error", event(1)),
            ("warn", event(2)),
            ("info", event(3)),
            ("debug", event(4)),
            ("trace", event(5)),
            ("event", leveled(LogKind::Event)),
            ("enabled", leveled(LogKind::EventAsked)),
            ("error_span", SPAN),
            ("warn_span", SPAN),
            ("info_span", SPAN),
            ("debug_span", SPAN),
            ("trace_span", SPAN),
            ("span", SPAN),
            ("instrument", Known::Attribute),
        ],
    ),
];
