//! The texts of the library's crates, taken apart when a crate is first looked at.
//!
//! The texts are part of the program. A site may have put those of some crates into files of their own; then it has left
//! the file's name in the text's place, and whoever runs the interpreter there says how a file is fetched.

use std::cell::{Cell, RefCell};
use std::hint::black_box;
use std::rc::Rc;

mod crates {
    include!(concat!(env!("OUT_DIR"), "/library.rs"));
}

/// What stands at a text's beginning, after its beginning, and at its end.
const BEGINNING: &str = "\u{1}library ";
const MARK: char = '\u{1}';
const END: &str = "\u{1}\u{1}";
/// What stands before and after the name of the file that a text has been put into.
const ELSEWHERE: char = '\u{2}';

/// How the content of a file is come by.
type Fetch = fn(&str) -> String;

/// What the library has of a crate.
#[derive(Default)]
struct Texts {
    /// Path below `library/` and text of each file.
    files: Vec<(&'static str, &'static str)>,
    /// The bodies that have been taken out of the texts.
    bodies: Vec<&'static str>,
}

thread_local! {
    static KNOWN: RefCell<Vec<Option<Rc<Texts>>>> = const { RefCell::new(Vec::new()) };
    static FETCH: Cell<Option<Fetch>> = const { Cell::new(None) };
}

/// Says how to fetch the texts that are not part of the program, on this thread.
pub fn set_fetch(fetch: Fetch) {
    FETCH.set(Some(fetch));
}

/// The names of all crates that the library has files of.
pub(super) fn crates() -> impl Iterator<Item = &'static str> {
    crates::CRATES.iter().map(|it| it.0)
}

/// The paths of a crate's files, given the crate's name or that of a folder in it.
pub(super) fn paths(folder: &str) -> impl Iterator<Item = &'static str> {
    let texts = of_path(folder).unwrap_or_default();
    (0..texts.files.len()).map(move |it| texts.files[it].0)
}

/// The text of a file.
pub(super) fn text(path: &str) -> Option<&'static str> {
    of_path(path)?.files.iter().find(|it| it.0 == path).map(|it| it.1)
}

/// A body that has been taken out of a file, by its number.
pub(in crate::lower) fn body(number: usize) -> Option<&'static str> {
    let krate = crates::CRATES.partition_point(|it| it.1 <= number).checked_sub(1)?;
    of_crate(krate)?.bodies.get(number - crates::CRATES[krate].1).copied()
}

fn of_path(path: &str) -> Option<Rc<Texts>> {
    let name = path.split(['/', '.']).next().unwrap_or_default();
    of_crate(crates::CRATES.iter().position(|it| it.0 == name)?)
}

fn of_crate(number: usize) -> Option<Rc<Texts>> {
    let known = KNOWN.with_borrow(|it| it.get(number).cloned().flatten());
    known.or_else(|| {
        let texts = Rc::new(take_apart(whole(crates::CRATES[number].2)));
        KNOWN.with_borrow_mut(|it| {
            it.resize(crates::CRATES.len(), None);
            it[number] = Some(texts.clone());
        });
        Some(texts)
    })
}

/// The text itself. What the compiler knows of it need not be so any more.
fn whole(text: &'static str) -> &'static str {
    let text = black_box(text);
    let Some(file) = text.strip_prefix(ELSEWHERE).and_then(|it| it.split(ELSEWHERE).next()) else {
        return text;
    };
    let fetched = FETCH.get().map(|it| it(file)).unwrap_or_default();
    // Once for each crate and thread.
    Box::leak(fetched.into_boxed_str())
}

fn take_apart(text: &'static str) -> Texts {
    let text = text.strip_prefix(BEGINNING).and_then(|it| it.split_once(MARK)).map_or(text, |it| it.1);
    let mut pieces = text.strip_suffix(END).unwrap_or(text).split('\0');
    let mut texts = Texts::default();
    while let Some(path) = pieces.next().filter(|it| !it.is_empty()) {
        texts.files.push((path, pieces.next().unwrap_or_default()));
    }
    texts.bodies.extend(pieces);
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_bodies_are_told_apart() {
        let texts =
            take_apart("\u{1}library a\u{1}a/lib.rs\0fn f(){__body!(0)}\0a/b.rs\0\0\0{1}\0{2}\u{1}\u{1}");
        assert_eq!(texts.files, [("a/lib.rs", "fn f(){__body!(0)}"), ("a/b.rs", "")]);
        assert_eq!(texts.bodies, ["{1}", "{2}"]);
    }

    #[test]
    fn a_text_elsewhere_is_fetched() {
        set_fetch(|file| format!("{file}\0text\0\0"));
        let texts = take_apart(whole("\u{2}library-a.txt\u{2}\0\0\0"));
        assert_eq!(texts.files, [("library-a.txt", "text")]);
    }

    #[test]
    fn every_crate_has_a_first_file() {
        for name in crates() {
            assert!(text(super::super::root(name)).is_some(), "{name}");
        }
        assert!(body(usize::MAX).is_none());
    }

    /// What nearly every program names is read at every start, and would have all crates read that it names.
    #[test]
    fn std_and_tokio_name_no_other_crate() {
        for path in ["std", "tokio"].into_iter().flat_map(paths) {
            let text = text(path).unwrap();
            let named = crates().filter(|it| !["std", "tokio"].contains(it));
            let named = named.filter(|it| text.contains(&format!("use {it}::")));
            let named: Vec<_> = named.filter(|it| !text.contains(&format!("mod {it};"))).collect();
            assert!(named.is_empty(), "{path} names {named:?}");
        }
    }
}
