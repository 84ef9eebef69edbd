//! Whether `COVERAGE.md` is true: every public item of the runtime has a row there, and the tests that the row names
//! exist, run where it says and use the item.
//!
//! With `UPDATE_EXPECT=1` rows that are missing are added, with tests that use the item, and those that are wrong are put
//! right; the items that no test uses are named all the same.
#![cfg(not(target_family = "wasm"))]

mod expand;
mod items;
mod table;
mod tests;

use items::{Offered, Source, home};
use std::collections::{BTreeMap, BTreeSet};
use table::{Cell, Row};
use tests::{Proof, proofs};

/// What cannot be tested on a side, or need not be, by the beginning of its path: the side, the beginning, the reason.
const REASONS: &[(Side, &str, &str)] = &[
    (Side::Native, "interop", "there is no JavaScript natively"),
    (Side::Native, "Run::on_crash", "natively the process ends with the program"),
    (Side::Browser, "Fixture", "it is of the native double of the network"),
    (Side::Browser, "Storage", "it is for the native doubles; a browser has a quota of its own"),
    (Side::Browser, "Finished", "it is how a thread is driven natively"),
    (Side::Browser, "Run::drive", "it is how a thread is driven natively"),
    (Side::Browser, "run_to_end", "it is how a thread is driven natively"),
];

/// Where a test runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Native,
    Browser,
}

#[test]
fn every_public_item_has_a_row_that_is_true() {
    let file = home().join("COVERAGE.md");
    let text = std::fs::read_to_string(&file).unwrap_or_default();
    let written = table::parse(&text);
    let mut complaints = Vec::new();
    let source = Source::read(&home().join("src/lib.rs"));
    let rows = true_rows(&source, &written, &mut complaints);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&file, table::write(&rows)).expect("the table can be written");
        complaints.retain(|it| it.starts_with("untested"));
    }
    assert!(complaints.is_empty(), "COVERAGE.md is not true:\n{}", complaints.join("\n"));
}

/// Compares what is written with what there is; returns the table as it should be.
fn true_rows(source: &Source, written: &[Row], complaints: &mut Vec<String>) -> Vec<Row> {
    let (offered, proofs) = (source.offered(), proofs());
    let by_item: BTreeMap<&str, &Row> = written.iter().map(|it| (it.item.as_str(), it)).collect();
    let names: BTreeSet<String> = offered.iter().map(|it| it.path.join("::")).collect();
    for row in written.iter().filter(|it| !names.contains(&it.item)) {
        complaints.push(format!("there is no `{}`", row.item));
    }
    let makers = makers(source, &offered);
    let row = |item: &Offered| {
        let path = item.path.join("::");
        let fitting: Vec<&Proof> = proofs.iter().filter(|it| uses(it, item, &makers)).collect();
        let mut cell = |side: Side| {
            let known = by_item.get(path.as_str()).map(|it| it.cell(side).clone());
            let best = best(side, &path, item, &fitting);
            match (known, best) {
                (Some(known), _) if is_true(side, &path, item, &known, &fitting) => known,
                (known, Some(best)) => {
                    let known = known
                        .map_or("there is no row".to_owned(), |it| format!("`{it}` does not use it there"));
                    complaints.push(format!("`{path}` ({side:?}): {known}; {best} does"));
                    best
                }
                (_, None) => {
                    complaints.push(format!("untested: `{path}` ({side:?})"));
                    Cell::Nothing
                }
            }
        };
        let (native, browser) = (cell(Side::Native), cell(Side::Browser));
        Row { item: path, native, browser }
    };
    offered.iter().map(row).collect()
}

/// Whether what a row says of one side holds.
fn is_true(side: Side, path: &str, item: &Offered, known: &Cell, fitting: &[&Proof]) -> bool {
    match known {
        Cell::Test(name) => fitting.iter().any(|it| it.name == *name && runs(it, side)),
        Cell::Example => side == Side::Native && item.has_example,
        Cell::Reason(text) => reason(side, path).is_some_and(|it| it == text),
        Cell::Nothing => false,
    }
}

/// What to write for one side: a test of the runtime's own before an example, and that before a lesson.
fn best(side: Side, path: &str, item: &Offered, fitting: &[&Proof]) -> Option<Cell> {
    if let Some(text) = reason(side, path) {
        return Some(Cell::Reason(text.to_owned()));
    }
    let of = |is_lesson: bool| {
        let fitting =
            fitting.iter().filter(|it| runs(it, side) && it.name.starts_with("lesson ") == is_lesson);
        // Of many the one that uses least is nearest to the point; those that run on both sides come first.
        fitting
            .min_by_key(|it| (!(it.is_native && it.is_browser), it.uses.len()))
            .map(|it| Cell::Test(it.name.clone()))
    };
    let example = (side == Side::Native && item.has_example).then_some(Cell::Example);
    of(false).or(example).or_else(|| of(true))
}

fn runs(proof: &Proof, side: Side) -> bool {
    match side {
        Side::Native => proof.is_native,
        Side::Browser => proof.is_browser,
    }
}

fn reason(side: Side, path: &str) -> Option<&'static str> {
    REASONS.iter().find(|(of, beginning, _)| *of == side && path.starts_with(beginning)).map(|it| it.2)
}

/// For each type the functions that give or take one.
fn makers<'a>(source: &Source, offered: &'a [Offered]) -> Makers<'a> {
    let mut makers = Makers { functions: BTreeMap::new(), leads: source.leads() };
    for item in offered {
        for given in item.gives.iter().filter(|it| it.starts_with(char::is_uppercase)) {
            makers.functions.entry(given.clone()).or_default().push(item);
        }
    }
    makers
}

/// Names that much else has too: alone they say nothing of the type.
const COMMON: [&str; 6] = ["clone", "filter", "get", "map", "new", "take"];

/// How a program comes by a value of a type that it does not name.
struct Makers<'a> {
    functions: BTreeMap<String, Vec<&'a Offered>>,
    /// Each time the target and the type that leads to it.
    leads: Vec<(String, String)>,
}

impl Makers<'_> {
    /// Whether a test has a value of a type: it names the type, or what gives one.
    fn has(&self, proof: &Proof, name: &str, known: &mut BTreeSet<String>) -> bool {
        if proof.uses.contains(name) {
            return true;
        }
        if !known.insert(name.to_owned()) {
            return false;
        }
        let by_function = self.functions.get(name).into_iter().flatten().any(|it| match it.own() {
            [function] => proof.uses.contains(function) && has_module(proof, it),
            [of, function] => {
                let has_owner = proof.uses.contains(of)
                    || !COMMON.contains(&function.as_str()) && self.has(proof, of, known);
                proof.uses.contains(function) && has_owner
            }
            _ => false,
        });
        by_function || self.leads.iter().any(|(target, of)| target == name && self.has(proof, of, known))
    }
}

/// Whether a test names the module of an item.
fn has_module(proof: &Proof, item: &Offered) -> bool {
    let modules = &item.path[..item.modules];
    // What gives the halves of a connection is in the module above; the lessons know `http` by another name.
    let name = match modules {
        [] => return true,
        [.., above, last] if last == "tcp" => above,
        [.., last] => last,
    };
    proof.uses.contains(name) || name == "http" && proof.uses.contains("reqwest")
}

/// Whether a test uses an item: it names the item, its module and its type, or what gives one of that.
fn uses(proof: &Proof, item: &Offered, makers: &Makers<'_>) -> bool {
    let has = |name: &String| proof.uses.contains(name);
    let has_type = |name: &str| makers.has(proof, name, &mut BTreeSet::new());
    has_module(proof, item)
        && match item.own() {
            // A trait is used by its methods.
            [_] if item.is_of_trait && item.methods.iter().any(has) => true,
            [_, name] if item.is_of_trait => has(name),
            [name] if name.starts_with(char::is_uppercase) => has_type(name),
            [name] => has(name),
            [of, name] => has(name) && has_type(of),
            _ => false,
        }
}
