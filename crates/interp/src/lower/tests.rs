//! What becomes of texts: a source goes in, the tree or what is wrong comes out.

mod exprs;
mod formats;
mod macros;
mod names;
mod rules;
mod select;
mod soup;

use super::{World, dump};
use crate::diagnostic::Diagnostic;
use crate::source::FileId;
use crate::tree::{FnId, Origin};
use expect_test::Expect;

thread_local! {
    static LIBRARY: World = World::with_library();
}

/// A world with the library in it, and beside it crates that the tests need.
fn world() -> World {
    LIBRARY.with(Clone::clone)
}

fn lower(source: &str) -> (World, Vec<Diagnostic>) {
    let mut world = world();
    let mut errors = world.add_program(source).err().unwrap_or_default();
    errors.extend(world.lower_all().err().unwrap_or_default());
    (world, errors)
}

/// Shows all functions of a program but `main`, if there are others.
#[track_caller]
fn check(source: &str, expected: &Expect) {
    let (world, errors) = lower(source);
    assert!(errors.is_empty(), "{}", show(&errors));
    let mut text = String::new();
    for (index, function) in world.program.functions.iter().enumerate() {
        let name = world.program.names.text(function.name);
        let shown = function.span.file == FileId::PROGRAM && !name.starts_with('{') && &**name != "main";
        if shown && matches!(function.origin, Origin::Text) {
            text.push_str(&dump(&world, FnId(index as u32)));
            text.push('\n');
        }
    }
    expected.assert_eq(&numbered_from_one(&text));
}

/// The text with its expansions numbered from 1: how many the library has before them is not its matter.
fn numbered_from_one(text: &str) -> String {
    let mut seen = Vec::new();
    let mut parts = text.split('ˑ');
    let mut numbered = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|it: char| !it.is_ascii_digit()).unwrap_or(part.len());
        let (number, rest) = part.split_at(end);
        let at = seen.iter().position(|it| *it == number).unwrap_or_else(|| {
            seen.push(number);
            seen.len() - 1
        });
        numbered.push_str(&format!("ˑ{}{rest}", at + 1));
    }
    numbered
}

/// Shows the body of a function with these statements in it.
#[track_caller]
fn check_body(statements: &str, expected: &Expect) {
    check(&format!("fn f() {{ {statements} }} fn main() {{}}"), expected);
}

/// Shows what is wrong with a program.
#[track_caller]
fn check_errors(source: &str, expected: &Expect) {
    let (_, errors) = lower(source);
    expected.assert_eq(&show(&errors));
}

/// As [`check_errors`], of statements in `main`.
#[track_caller]
fn check_wrong(statements: &str, expected: &Expect) {
    check_errors(&format!("fn main() {{\n{statements}\n}}"), expected);
}

fn show(errors: &[Diagnostic]) -> String {
    let one = |it: &Diagnostic| {
        let code = it.code.map(|it| format!("{it} ")).unwrap_or_default();
        let hint = it.hint.as_ref().map(|it| format!(" ({it})")).unwrap_or_default();
        format!("{}:{}-{}: {code}{}{hint}\n", it.span.line, it.span.column, it.span.end_column, it.message)
    };
    errors.iter().map(one).collect()
}
