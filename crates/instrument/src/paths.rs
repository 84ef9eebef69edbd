//! Which foreign names lead where: the one table of them.

/// Names of one foreign module that are to be found in one module of the runtime, under the same names.
struct Family {
    from: &'static str,
    /// Below `meanwhile_runtime`; empty for its root.
    to: &'static str,
    /// Items, and modules that have all that the foreign ones have, as far as anybody looks.
    names: &'static [&'static str],
}

/// What the runtime has.
const FAMILIES: &[Family] = &[
    Family { from: "tokio", to: "", names: &["join", "try_join", "pin", "select", "task_local"] },
    Family { from: "tokio", to: "task", names: &["spawn"] },
    Family {
        from: "tokio::task",
        to: "task",
        names: &[
            "consume_budget",
            "coop",
            "id",
            "spawn",
            "spawn_blocking",
            "spawn_local",
            "try_id",
            "unconstrained",
            "yield_now",
            "AbortHandle",
            "AccessError",
            "Builder",
            "Id",
            "JoinError",
            "JoinHandle",
            "JoinSet",
            "LocalKey",
            "LocalSet",
            "Unconstrained",
        ],
    },
    Family {
        from: "tokio::task::coop",
        to: "task::coop",
        names: &["consume_budget", "has_budget_remaining", "unconstrained", "Unconstrained"],
    },
    Family {
        from: "tokio::sync",
        to: "sync",
        names: &[
            "broadcast",
            "mpsc",
            "oneshot",
            "watch",
            "AcquireError",
            "Barrier",
            "BarrierWaitResult",
            "MappedMutexGuard",
            "Mutex",
            "MutexGuard",
            "Notify",
            "OnceCell",
            "OwnedMutexGuard",
            "OwnedRwLockReadGuard",
            "OwnedRwLockWriteGuard",
            "OwnedSemaphorePermit",
            "RwLock",
            "RwLockMappedWriteGuard",
            "RwLockReadGuard",
            "RwLockWriteGuard",
            "Semaphore",
            "SemaphorePermit",
            "SetError",
            "TryAcquireError",
            "TryLockError",
        ],
    },
    Family {
        from: "tokio::time",
        to: "time",
        names: &[
            "sleep",
            "sleep_until",
            "timeout",
            "timeout_at",
            "interval",
            "interval_at",
            "Duration",
            "Instant",
            "Interval",
            "MissedTickBehavior",
            "Sleep",
            "Timeout",
        ],
    },
    Family { from: "tokio::signal", to: "signal", names: &["ctrl_c"] },
    Family { from: "tokio::time::error", to: "time::error", names: &["Elapsed"] },
    Family {
        from: "reqwest",
        to: "http",
        names: &[
            "get",
            "header",
            "redirect",
            "Body",
            "Client",
            "ClientBuilder",
            "Error",
            "IntoUrl",
            "Method",
            "RequestBuilder",
            "Response",
            "Result",
            "StatusCode",
            "Url",
        ],
    },
    Family {
        from: "tokio::io",
        to: "io",
        names: &[
            "copy",
            "copy_bidirectional",
            "copy_bidirectional_with_sizes",
            "copy_buf",
            "duplex",
            "empty",
            "join",
            "repeat",
            "simplex",
            "sink",
            "split",
            "stderr",
            "stdin",
            "stdout",
            "AsyncBufRead",
            "AsyncBufReadExt",
            "AsyncRead",
            "AsyncReadExt",
            "AsyncSeek",
            "AsyncSeekExt",
            "AsyncWrite",
            "AsyncWriteExt",
            "BufReader",
            "BufStream",
            "BufWriter",
            "Chain",
            "DuplexStream",
            "Empty",
            "Error",
            "ErrorKind",
            "Join",
            "Lines",
            "ReadBuf",
            "ReadHalf",
            "Repeat",
            "Result",
            "SeekFrom",
            "SimplexStream",
            "Sink",
            "Split",
            "Stderr",
            "Stdin",
            "Stdout",
            "Take",
            "WriteHalf",
        ],
    },
    Family {
        from: "tokio::fs",
        to: "fs",
        names: &[
            "copy",
            "create_dir",
            "create_dir_all",
            "metadata",
            "read",
            "read_dir",
            "read_to_string",
            "remove_dir",
            "remove_dir_all",
            "remove_file",
            "rename",
            "try_exists",
            "write",
            "DirEntry",
            "File",
            "FileType",
            "Metadata",
            "OpenOptions",
            "ReadDir",
        ],
    },
    Family {
        from: "tokio::net",
        to: "net",
        names: &["lookup_host", "tcp", "TcpListener", "TcpStream", "ToSocketAddrs", "UdpSocket"],
    },
    // The rest of both is used as it is: it polls futures that record themselves.
    Family { from: "tokio_stream", to: "stream", names: &["wrappers", "Elapsed", "StreamExt"] },
    Family { from: "futures", to: "", names: &["join", "try_join"] },
    Family { from: "futures::future", to: "future", names: &["join_all", "try_join_all"] },
    Family { from: "std", to: "", names: &["print", "println", "eprint", "eprintln", "dbg"] },
    Family { from: "std::env", to: "env", names: &["var"] },
    Family { from: "std::panic", to: "panic", names: &["catch_unwind", "resume_unwind"] },
    Family { from: "std::thread", to: "thread", names: &["sleep"] },
    Family { from: "std::time", to: "time", names: &["Instant"] },
];

/// Crates of which the programs have nothing but what the table names.
const CLOSED: &[&str] = &["tokio", "reqwest"];

/// Crates that the programs use as they are, but for what the table names.
const OPEN: &[&str] = &["std", "futures", "tokio_stream"];

/// Names of a crate that stand for another.
const ALIASES: &[(&str, &str)] = &[("core", "std"), ("alloc", "std"), ("futures_util", "futures")];

/// What cannot be had in a browser's worker, and what to do instead.
const DENIED: &[(&str, &str)] = &[
    (
        "std::thread",
        "programs run on one thread here: use `tokio::spawn`, and `tokio::time::sleep(..).await`",
    ),
    ("std::fs", "it would block: use `tokio::fs`"),
    ("std::panic::set_hook", "the message of a panic is printed here"),
    ("std::panic::take_hook", "the message of a panic is printed here"),
    ("std::net::TcpListener", "it would block: use `tokio::net::TcpListener`"),
    ("std::net::TcpStream", "it would block: use `tokio::net::TcpStream`"),
    ("std::net::UdpSocket", "it would block: use `tokio::net::UdpSocket`"),
    ("std::process::abort", "return from `main` to end the program"),
    ("std::process::exit", "return an `ExitCode` from `main` to end the program"),
    ("std::process::id", "there are no processes in a browser"),
    ("std::process::Command", "there are no processes in a browser"),
    ("std::io::stdin", "the page has no input"),
    ("std::io::stdout", "print with `print!` or `println!`"),
    ("std::io::stderr", "print with `eprint!` or `eprintln!`"),
    ("std::time::SystemTime", "use `std::time::Instant`"),
    ("tokio::task::block_in_place", "programs run on one thread here: call the function, which blocks it"),
    ("tokio::runtime", "annotate `main` with `#[tokio::main]`"),
    ("futures::select", "use `tokio::select!`"),
    ("futures::select_biased", "use `tokio::select!` with `biased;`"),
    ("futures::executor", "annotate `main` with `#[tokio::main]`, and await the future"),
];

/// The attribute that makes `main` a program's entry.
pub(crate) const MAIN: [&str; 2] = ["tokio", "main"];

/// What the table knows of a path.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Known {
    /// The first `length` segments name something of the runtime, to be found at `target`.
    Item { length: usize, target: String },
    /// The whole path is a module of a closed crate; `target` is the runtime's.
    Module { target: String },
    /// The first `length` segments name something that is not to be had.
    Missing { length: usize, hint: String },
    /// None of the runtime's business.
    Other,
}

/// Looks a path up. It starts with the name of a crate.
pub(crate) fn lookup(path: &[String]) -> Known {
    let path = canonical(path);
    let prefix = |length: usize| path[..length].join("::");
    for length in (2..=path.len()).rev() {
        let (module, name) = (prefix(length - 1), path[length - 1].as_str());
        if let Some(family) = FAMILIES.iter().find(|it| it.from == module && it.names.contains(&name)) {
            return Known::Item { length, target: join(family.to, name) };
        }
    }
    if let Some((length, hint)) = denied(&path) {
        return Known::Missing { length, hint: hint.to_owned() };
    }
    if !path.first().is_some_and(|it| CLOSED.contains(&it.as_str())) {
        return Known::Other;
    }
    let known = (1..=path.len()).rev().find(|it| is_module(&prefix(*it))).unwrap_or(0);
    if known == path.len() {
        return Known::Module { target: module_target(&prefix(known)) };
    }
    Known::Missing { length: known + 1, hint: available(&prefix(known)) }
}

/// What a glob import of a closed crate's module brings.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Glob {
    /// All of a module of the runtime.
    Module(String),
    /// Names, and where they lead.
    Names(Vec<(String, String)>),
}

/// Returns what a glob import of a closed crate's module brings; `None` if the path is no such module.
pub(crate) fn glob(path: &[String]) -> Option<Glob> {
    let module = canonical(path).join("::");
    let Known::Module { target } = lookup(path) else { return None };
    // The runtime has much at its root that tokio does not have.
    if !target.is_empty() {
        return Some(Glob::Module(target));
    }
    let items = FAMILIES
        .iter()
        .filter(|it| it.from == module)
        .flat_map(|family| family.names.iter().map(|it| (it.to_string(), join(family.to, it))));
    let modules = FAMILIES.iter().filter_map(|family| {
        let name = family.from.strip_prefix(&module)?.strip_prefix("::")?;
        (!name.contains("::")).then(|| (name.to_owned(), module_target(family.from)))
    });
    Some(Glob::Names(items.chain(modules).collect()))
}

/// Spells a path with the names of crates that the table uses.
fn canonical(path: &[String]) -> Vec<String> {
    let mut path = path.to_vec();
    if let Some(first) = path.first_mut() {
        *first = crate_name(first).to_owned();
    }
    path
}

/// Returns the name under which the table has a crate.
pub(crate) fn crate_name(name: &str) -> &str {
    ALIASES.iter().find(|it| it.0 == name).map_or(name, |it| it.1)
}

/// Returns whether a path can start with this name because it is a crate the table speaks of.
pub(crate) fn is_crate(name: &str) -> bool {
    OPEN.contains(&crate_name(name)) || is_closed(name)
}

/// Returns whether this is a crate for async programs, of which something leads elsewhere.
pub(crate) fn is_replaced(name: &str) -> bool {
    is_crate(name) && crate_name(name) != "std"
}

/// Returns whether a program has nothing of this crate but what the table names.
pub(crate) fn is_closed(name: &str) -> bool {
    CLOSED.contains(&crate_name(name))
}

fn denied(path: &[String]) -> Option<(usize, &'static str)> {
    DENIED.iter().find_map(|(prefix, hint)| {
        let mut parts = prefix.split("::");
        let length = parts.clone().count();
        let mut segments = path.iter();
        parts.all(|part| segments.next().is_some_and(|it| it == part)).then_some((length, *hint))
    })
}

fn is_module(path: &str) -> bool {
    CLOSED.contains(&path) || FAMILIES.iter().any(|it| it.from == path)
}

fn module_target(path: &str) -> String {
    FAMILIES.iter().find(|it| it.from == path).map_or_else(String::new, |it| it.to.to_owned())
}

fn available(module: &str) -> String {
    let names_of = |family: &'static Family| match family.from.strip_prefix(module)? {
        "" => Some(family.names.to_vec()),
        below => Some(vec![below.strip_prefix("::")?.split("::").next()?]),
    };
    let mut names: Vec<_> = FAMILIES.iter().filter_map(names_of).flatten().collect();
    names.sort_unstable();
    names.dedup();
    format!("of `{module}` there is: {}", names.join(", "))
}

fn join(module: &str, name: &str) -> String {
    if module.is_empty() { name.to_owned() } else { format!("{module}::{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(text: &str) -> Vec<String> {
        text.split("::").map(str::to_owned).collect()
    }

    fn item(length: usize, target: &str) -> Known {
        Known::Item { length, target: target.to_owned() }
    }

    #[test]
    fn names_lead_to_the_runtime() {
        assert_eq!(lookup(&path("tokio::spawn")), item(2, "task::spawn"));
        assert_eq!(lookup(&path("tokio::time::Instant::now")), item(3, "time::Instant"));
        assert_eq!(lookup(&path("core::time::Instant")), item(3, "time::Instant"));
        assert_eq!(lookup(&path("reqwest::get")), item(2, "http::get"));
        assert_eq!(lookup(&path("futures_util::future::join_all")), item(3, "future::join_all"));
        assert_eq!(lookup(&path("tokio::time")), Known::Module { target: "time".to_owned() });
    }

    #[test]
    fn open_crates_are_used_as_they_are_but_for_what_the_table_names() {
        assert_eq!(lookup(&path("futures::stream::StreamExt")), Known::Other);
        assert_eq!(lookup(&path("futures::future::select_all")), Known::Other);
        assert_eq!(lookup(&path("futures::future::join_all")), item(3, "future::join_all"));
        assert_eq!(lookup(&path("tokio_stream::iter")), Known::Other);
        assert_eq!(lookup(&path("tokio_stream::StreamExt")), item(2, "stream::StreamExt"));
        assert_eq!(lookup(&path("tokio_stream::wrappers::IntervalStream")), item(2, "stream::wrappers"));
    }

    #[test]
    fn what_both_have_is_left_alone() {
        assert_eq!(lookup(&path("std::time::Duration")), Known::Other);
        assert_eq!(lookup(&path("std::time")), Known::Other);
        assert_eq!(lookup(&path("std::process::ExitCode")), Known::Other);
        assert_eq!(lookup(&path("serde::Deserialize")), Known::Other);
    }

    #[test]
    fn what_is_missing_is_named_as_far_as_it_is_unknown() {
        let missing = |text| match lookup(&path(text)) {
            Known::Missing { length, hint } => (length, hint),
            other => panic!("{other:?}"),
        };
        assert_eq!(missing("tokio::process::Command::new").0, 2);
        assert_eq!(missing("std::thread::spawn").0, 2);
        assert_eq!(missing("std::process::exit").0, 3);
        assert_eq!(missing("std::process::Command::new").0, 3);
        assert_eq!(missing("tokio::time::pause").0, 3);
        assert_eq!(missing("tokio::time::error::Error").1, "of `tokio::time::error` there is: Elapsed");
    }

    #[test]
    fn a_glob_brings_all_names_and_modules() {
        let Some(Glob::Names(names)) = glob(&path("tokio")) else { panic!("not the root") };
        let names: Vec<_> = names.into_iter().map(|it| it.0).collect();
        for name in ["join", "spawn", "task", "time"] {
            assert!(names.iter().any(|it| it == name), "{name} is not in {names:?}");
        }
        assert_eq!(glob(&path("tokio::sync::mpsc")), None);
        assert_eq!(glob(&path("tokio::sync")), Some(Glob::Module("sync".to_owned())));
        assert_eq!(glob(&path("std::time")), None);
        assert_eq!(glob(&path("futures::stream")), None);
    }

    #[test]
    fn families_of_one_module_name_everything_once() {
        for family in FAMILIES {
            let all = FAMILIES.iter().filter(|it| it.from == family.from).flat_map(|it| it.names);
            for name in family.names {
                assert_eq!(all.clone().filter(|it| *it == name).count(), 1, "{}::{name}", family.from);
            }
        }
    }
}
