//! `COVERAGE.md`: a table for each module.

use crate::Side;
use std::collections::BTreeMap;
use std::fmt;

/// What proves an item on one side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// The test of this name.
    Test(String),
    /// The example in its documentation.
    Example,
    /// None, for this reason.
    Reason(String),
    Nothing,
}

/// An item with its tests.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    pub(crate) item: String,
    pub(crate) native: Cell,
    pub(crate) browser: Cell,
}

const HEAD: &str = "\
# What proves it

Every public item of the runtime, with a test that uses it natively and one in a browser. Tests are named as cargo names
them, behind the file in `tests` (the same name on both sides is one test that runs on both); `lesson x` is the lesson
of that name in `crates/programs`, run natively and, end to end, in a browser; `example` is the example in the item's
documentation. A test of the runtime compares this file with the source, and writes it with `UPDATE_EXPECT=1`.
";

const SAME: &str = "the same";

impl Row {
    pub(crate) fn cell(&self, side: Side) -> &Cell {
        match side {
            Side::Native => &self.native,
            Side::Browser => &self.browser,
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Test(name) => write!(f, "`{name}`"),
            Cell::Example => f.write_str("example"),
            Cell::Reason(text) => write!(f, "none: {text}"),
            Cell::Nothing => f.write_str("nothing"),
        }
    }
}

/// Reads the rows.
pub(crate) fn parse(text: &str) -> Vec<Row> {
    let rows = text.lines().filter(|it| it.starts_with("| `"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [item, native, browser] = cells[..] else { panic!("a row has three cells: {line}") };
        let native = cell(native);
        let browser = if browser == SAME { native.clone() } else { cell(browser) };
        Row { item: item.trim_matches('`').to_owned(), native, browser }
    };
    rows.map(row).collect()
}

fn cell(text: &str) -> Cell {
    match (text.strip_prefix("none: "), text) {
        (Some(reason), _) => Cell::Reason(reason.to_owned()),
        (None, "example") => Cell::Example,
        (None, "nothing") => Cell::Nothing,
        (None, name) => Cell::Test(name.trim_matches('`').to_owned()),
    }
}

/// Writes the whole file.
pub(crate) fn write(rows: &[Row]) -> String {
    let mut modules: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        let first = row.item.split_once("::").map_or("", |it| it.0);
        modules.entry(first).or_default().push(row);
    }
    let mut text = HEAD.to_owned();
    for (module, rows) in modules {
        let title = if module.is_empty() { "The root".to_owned() } else { format!("`{module}`") };
        text += &format!("\n## {title}\n\n| item | native | browser |\n|---|---|---|\n");
        for Row { item, native, browser } in rows {
            let browser = if native == browser { SAME.to_owned() } else { browser.to_string() };
            text += &format!("| `{item}` | {native} | {browser} |\n");
        }
    }
    text
}

#[test]
fn what_is_written_is_read() {
    let row = |item: &str, native, browser| Row { item: item.to_owned(), native, browser };
    let test = || Cell::Test("sync::x".to_owned());
    let rows = [
        row("spawn", Cell::Example, test()),
        row("a::B::c", test(), test()),
        row("a::d", test(), Cell::Reason("no disk".to_owned())),
    ];
    let text = write(&rows);
    assert_eq!(write(&parse(&text)), text);
    assert!(text.contains("| `a::B::c` | `sync::x` | the same |"), "{text}");
}
