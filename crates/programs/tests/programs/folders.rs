//! What is said of the lessons, and whether it fits its place.

use meanwhile_programs::{Program, facts};
use std::collections::BTreeSet;
use std::path::Path;

/// The ideas by which lessons can be found.
const TAGS: &[&str] = &[
    "asyncio",
    "basics",
    "blocking",
    "cancellation",
    "channels",
    "database",
    "debugging",
    "errors",
    "files",
    "futures",
    "locks",
    "network",
    "parallelism",
    "servers",
    "streams",
    "tasks",
    "time",
];

/// Names that somebody who comes from asyncio looks for.
const ASYNCIO: &[&str] = &[
    "asyncio.run",
    "asyncio.create_task",
    "asyncio.gather",
    "asyncio.wait",
    "asyncio.wait_for",
    "asyncio.timeout",
    "asyncio.TaskGroup",
    "asyncio.Queue",
    "asyncio.Lock",
    "asyncio.Semaphore",
    "asyncio.Event",
    "asyncio.Condition",
    "asyncio.Barrier",
    "asyncio.as_completed",
    "asyncio.to_thread",
    "asyncio.sleep",
    "asyncio.shield",
    "asyncio.CancelledError",
    "Task.cancel",
    "StreamReader",
    "StreamWriter",
    "asyncio.start_server",
    "asyncio.open_connection",
    "loop.call_soon",
    "loop.call_later",
    "loop.run_in_executor",
    "asyncio.Future",
    "async for",
    "async with",
    "contextvars",
];

#[test]
fn texts_fit_their_places() {
    for program in Program::ALL {
        let (slug, texts) = (program.slug, program.texts.unwrap());
        assert!(program.summary.len() <= 80, "{slug}: the summary takes more than a line");
        assert!(!program.summary.ends_with('.') && texts.asked().ends_with('?'), "{slug}");
        assert!(!texts.about.lines().any(|it| it.starts_with('#')), "{slug}: a heading");
        for text in [texts.source, texts.python] {
            assert!(text.lines().count() <= 80, "{slug}: too long to be read at once");
            let widest = text.lines().map(|it| it.chars().count()).max();
            assert!(widest <= Some(110), "{slug}: a line of {widest:?} characters");
        }
        for tag in program.tags {
            assert!(TAGS.contains(tag), "{slug}: {tag} is not one of the tags");
        }
    }
}

#[test]
fn the_path_counts_up_and_its_parts_do_not_come_twice() {
    let numbers: Vec<_> = Program::ALL.iter().filter_map(|it| it.number).collect();
    assert!(numbers.is_sorted() && numbers.first() == Some(&1), "{numbers:?}");
    let mut parts: Vec<_> = Program::ALL.iter().map(|it| it.part).collect();
    parts.dedup();
    let different: BTreeSet<_> = parts.iter().collect();
    assert_eq!(different.len(), parts.len(), "{parts:?}");
    let slugs: BTreeSet<_> = Program::ALL.iter().map(|it| it.slug).collect();
    assert_eq!(slugs.len(), Program::ALL.len());
}

#[test]
fn every_program_is_compiled_and_has_its_data() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/data");
    for program in Program::ALL {
        assert!(meanwhile_programs::start(program.slug).is_some(), "{}", program.slug);
        assert!(program.data.is_none_or(|it| data.join(it).is_dir()), "{}: {:?}", program.slug, program.data);
        let mentions = program.texts.unwrap().source.contains("reqwest::");
        assert_eq!(program.fetches, mentions, "{}", program.slug);
    }
    assert!(meanwhile_programs::start("no-such-program").is_none());
}

#[test]
fn every_name_of_asyncio_leads_to_a_lesson() {
    let names: Vec<_> = Program::ALL.iter().flat_map(|it| it.asyncio).map(|it| it.0).collect();
    let missing: Vec<_> =
        ASYNCIO.iter().filter(|name| !names.iter().any(|it| it.starts_with(**name))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn groups_of_independent_awaits_are_where_the_awaits_are() {
    for program in Program::ALL {
        let lines: Vec<_> = program.texts.unwrap().source.lines().collect();
        for place in facts(program.slug).independent.into_iter().flatten() {
            let rest: String =
                lines[place.line as usize - 1].chars().skip(place.column as usize - 1).collect();
            assert!(rest.starts_with("await"), "{}: {place:?}", program.slug);
        }
    }
}
