//! The texts of the library's crates, taken apart when a crate is first looked at.
//!
//! The texts are part of the program. A site may have put those of some crates into files of their own; then it has left
//! the file's name in the text's place, and whoever runs the interpreter there says how a file is fetched.

use std::cell::{Cell, OnceCell, RefCell};
use std::fmt::Write as _;
use std::hint::black_box;
use std::rc::Rc;

mod crates {
    include!(concat!(env!("OUT_DIR"), "/library.rs"));
}

/// What stands at a text's beginning, after its beginning, and at its end.
const BEGINNING: &str = "\u{1}library ";
const MARK: char = '\u{1}';
const END: &str = "\u{1}\u{1}";
/// What stands between two pieces of a text.
const SEPARATOR: char = '\0';
/// What stands before and after the name of the file that a text has been put into.
const ELSEWHERE: char = '\u{2}';

/// What stands in a text for a body: those of a crate are in the same order.
const BODY: char = '\u{3}';
/// What stands for the text of a file that is in another text, because it is rarely read.
const RARE: &str = "\u{4}";

/// How the content of a file is come by.
type Fetch = fn(&str) -> String;

/// What the library has of a crate.
#[derive(Default)]
struct Texts {
    /// Path below `library/` and text of each file; of those that are rarely read no text.
    files: Vec<(&'static str, Option<&'static str>)>,
    /// The same of those that are rarely read, which are looked at when one of them is first asked for.
    rare: OnceCell<Vec<(&'static str, &'static str)>>,
    /// The number of the first body of these.
    first_rare_body: usize,
    /// The bodies that have been taken out of the texts. They may be a text of their own, which is looked at when a body is
    /// first asked for.
    bodies: OnceCell<Vec<&'static str>>,
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

/// Whether a file is only read when something in it is named.
pub(in crate::lower) fn is_rare(path: &str) -> bool {
    of_path(path).is_some_and(|it| it.files.iter().any(|it| it.0 == path && it.1.is_none()))
}

/// The text of a file.
pub(super) fn text(path: &str) -> Option<&'static str> {
    let texts = of_path(path)?;
    texts.files.iter().find(|it| it.0 == path)?.1.or_else(|| texts.rare(path))
}

/// A body that has been taken out of a file, by its number.
pub(in crate::lower) fn body(number: usize) -> Option<&'static str> {
    let krate = crates::CRATES.partition_point(|it| it.1 <= number).checked_sub(1)?;
    let (_, first, [_, _, apart]) = crates::CRATES[krate];
    let texts = of_crate(krate)?;
    let bodies = texts.bodies.get_or_init(|| content(whole(apart)).split(SEPARATOR).collect());
    bodies.get(number - first).copied()
}

fn of_path(path: &str) -> Option<Rc<Texts>> {
    of_crate(number_of(path)?)
}

/// The number of the crate that a file or a folder is in.
fn number_of(path: &str) -> Option<usize> {
    let name = path.split(['/', '.']).next().unwrap_or_default();
    crates::CRATES.iter().position(|it| it.0 == name)
}

fn of_crate(number: usize) -> Option<Rc<Texts>> {
    let known = KNOWN.with_borrow(|it| it.get(number).cloned().flatten());
    known.or_else(|| {
        let (_, first_body, [text, ..]) = crates::CRATES[number];
        let texts = Rc::new(take_apart(whole(text), first_body));
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

/// What is between the marks.
fn content(text: &'static str) -> &'static str {
    let text = text.strip_prefix(BEGINNING).and_then(|it| it.split_once(MARK)).map_or(text, |it| it.1);
    text.strip_suffix(END).unwrap_or(text)
}

impl Texts {
    fn rare(&self, path: &str) -> Option<&'static str> {
        let all = self.rare.get_or_init(|| {
            let [_, rare, _] = number_of(path).map(|it| crates::CRATES[it].2).unwrap_or_default();
            let text = content(whole(rare));
            let mut next_body = self.first_rare_body;
            let pieces: Vec<_> = text.split(SEPARATOR).collect();
            pieces.chunks_exact(2).map(|it| (it[0], numbered(it[1], &mut next_body))).collect()
        });
        all.iter().find(|it| it.0 == path).map(|it| it.1)
    }
}

fn take_apart(text: &'static str, mut next_body: usize) -> Texts {
    let mut pieces = content(text).split(SEPARATOR);
    let mut texts = Texts::default();
    while let Some(path) = pieces.next().filter(|it| !it.is_empty()) {
        let text = pieces.next().unwrap_or_default();
        texts.files.push((path, (text != RARE).then(|| numbered(text, &mut next_body))));
    }
    texts.first_rare_body = next_body;
    let bodies: Vec<_> = pieces.collect();
    if !bodies.is_empty() {
        texts.bodies = bodies.into();
    }
    texts
}

/// Writes the numbers of bodies where they have been taken out. A text without them is a fifth smaller to download.
fn numbered(text: &'static str, next_body: &mut usize) -> &'static str {
    let mut parts = text.split(BODY);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let _ = write!(out, "__body!({next_body}){part}");
        *next_body += 1;
    }
    // Once for each file and thread.
    Box::leak(out.into_boxed_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_and_bodies_are_told_apart() {
        let texts = take_apart(
            "\u{1}library a\u{1}a/lib.rs\0fn f(){\u{3}}\0a/b.rs\0fn g(){\u{3}}\0\0{1}\0{2}\u{1}\u{1}",
            7,
        );
        let files = [("a/lib.rs", Some("fn f(){__body!(7)}")), ("a/b.rs", Some("fn g(){__body!(8)}"))];
        assert_eq!(texts.files, files);
        assert_eq!(texts.bodies.get(), Some(&vec!["{1}", "{2}"]));
    }

    #[test]
    fn bodies_may_be_a_text_of_their_own() {
        let texts = take_apart("\u{1}library a\u{1}a/lib.rs\0fn f(){\u{3}}\0\u{1}\u{1}", 0);
        assert_eq!(texts.files.len(), 1);
        assert_eq!(texts.bodies.get(), None);
    }

    #[test]
    fn what_is_rarely_read_has_its_bodies_behind_those_of_the_others() {
        let texts = take_apart("\u{1}library a\u{1}a/b.rs\0\u{4}\0a/lib.rs\0fn f(){\u{3}}\0\u{1}\u{1}", 7);
        assert_eq!(texts.files, [("a/b.rs", None), ("a/lib.rs", Some("fn f(){__body!(7)}"))]);
        assert_eq!(texts.first_rare_body, 8);
        assert!(is_rare("std/net.rs") && !is_rare("std/option.rs"));
        let (_, behind) = text("std/sync/barrier.rs").unwrap().split_once("__body!(").unwrap();
        let number = behind.split_once(')').unwrap().0.parse().unwrap();
        assert!(body(number).is_some_and(|it| it.contains("Barrier {")), "the body of `Barrier::new`");
    }

    #[test]
    fn a_text_elsewhere_is_fetched() {
        set_fetch(|file| format!("{file}\0text\0\0"));
        let texts = take_apart(whole("\u{2}library-a.txt\u{2}\0\0\0"), 0);
        assert_eq!(texts.files, [("library-a.txt", Some("text"))]);
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
