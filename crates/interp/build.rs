//! Makes the library's files part of the program, prepared so that reading them takes little: without comments, and with
//! the bodies of functions apart, which are read when they are needed. Most never are.

#![allow(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

use proc_macro2::{Delimiter, Group, LexError, TokenStream, TokenTree};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// Between two pieces of a crate's text.
const SEPARATOR: &str = "\0";
/// Before a crate's name and text.
const BEGINNING: &str = "\u{1}library ";
/// After a crate's text.
const END: &str = "\u{1}\u{1}";
/// In the place of a body.
const BODY: &str = "{\u{3}}";
/// In the place of the text of a file that is in another text.
const RARE: &str = "\u{4}";
/// What is read for every program. The bodies of these are texts of their own: checking a program takes none of them.
const ALWAYS_READ: [&str; 2] = ["std", "tokio"];
/// The beginnings of the paths of files of these that few programs name anything of. They are texts of their own, too, and
/// are read when something in them is named.
const RARELY_READ: &[&str] = &[
    "std/collections/binary_heap",
    "std/collections/linked_list",
    "std/env",
    "std/f32",
    "std/f64",
    "std/ffi",
    "std/fs",
    "std/io",
    "std/net",
    "std/num/",
    "std/panic",
    "std/path",
    "std/process",
    "std/ptr",
    "std/sync/barrier",
    "std/sync/condvar",
    "std/sync/mpsc",
    "std/sync/rwlock",
    "std/thread",
    "tokio/fs",
    "tokio/io",
    "tokio/net",
    "tokio/runtime",
    "tokio/signal",
    "tokio/sync/barrier",
    "tokio/sync/broadcast",
    "tokio/sync/once_cell",
    "tokio/sync/notify",
    "tokio/sync/rwlock",
    "tokio/sync/watch",
    "tokio/task/local",
];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("library");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    if root.is_dir() {
        collect(&root, &mut files)?;
    }
    // What is rarely read comes last, so that bodies have their numbers before it is.
    files.sort_by_key(|it| {
        (crate_of(&path_of(&root, it)).to_owned(), is_rare(&path_of(&root, it)), it.clone())
    });
    // Whoever works on the library is told lines as they are in its files; elsewhere that would only be longer.
    let lines = env::var("PROFILE").is_ok_and(|it| it == "debug");
    let mut crates: Vec<Crate> = Vec::new();
    let mut bodies_before = 0;
    for file in &files {
        let path = path_of(&root, file);
        let name = crate_of(&path);
        if crates.last().is_none_or(|it| it.name != name) {
            bodies_before += crates.last().map_or(0, |it| it.bodies.len());
            crates.push(Crate {
                name: name.to_owned(),
                files: Vec::new(),
                bodies: Vec::new(),
                bodies_before,
            });
        }
        let Some(krate) = crates.last_mut() else { continue };
        let text = fs::read_to_string(file)?;
        let prepared = prepare(&text, lines, krate).map_err(|error| {
            let at = error.span().start();
            io::Error::other(format!("{}:{}:{}: {error}", file.display(), at.line, at.column + 1))
        })?;
        krate.files.push((path, prepared));
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("library.rs");
    fs::write(out, table(&crates))
}

/// The path of a file of the library.
fn path_of(root: &Path, file: &Path) -> String {
    file.strip_prefix(root).unwrap_or(file).display().to_string().replace('\\', "/")
}

fn crate_of(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or_default()
}

fn is_rare(path: &str) -> bool {
    RARELY_READ.iter().any(|it| path.starts_with(it))
}

/// What the library has of a crate.
struct Crate {
    name: String,
    /// Path and text of each file.
    files: Vec<(String, String)>,
    bodies: Vec<String>,
    /// How many bodies the crates before this one have.
    bodies_before: usize,
}

/// All crates as a table: name, number of the first body, and three texts: the files, those that are rarely read, and the
/// bodies, where these two are apart. In a text are first the files, path and text in turn, then an empty path, then the
/// bodies. `site` looks for its two ends, and may put a text into a file of its own.
fn table(crates: &[Crate]) -> String {
    let mut out = String::from("pub(super) static CRATES: &[(&str, usize, [&str; 3])] = &[\n");
    for krate in crates {
        let named = |ending: &str, pieces: &[&str]| match pieces {
            [] => String::new(),
            pieces => marked(&format!("{}{ending}", krate.name), pieces),
        };
        let in_first = |(path, text)| [path, if is_rare(path) { RARE } else { text }];
        let files = krate.files.iter().map(|(path, text)| (&**path, &**text));
        let mut first: Vec<&str> = files.clone().flat_map(in_first).chain([""]).collect();
        let rare: Vec<&str> = files.filter(|it| is_rare(it.0)).flat_map(|it| [it.0, it.1]).collect();
        let mut bodies: Vec<&str> = krate.bodies.iter().map(String::as_str).collect();
        if !ALWAYS_READ.contains(&&*krate.name) {
            first.append(&mut bodies);
        }
        let texts = [named("", &first), named("-rare", &rare), named("-bodies", &bodies)];
        let _ = writeln!(out, "    ({:?}, {}, {texts:?}),", krate.name, krate.bodies_before);
    }
    out.push_str("];\n");
    out
}

fn marked(name: &str, pieces: &[&str]) -> String {
    format!("{BEGINNING}{name}\u{1}{}{END}", pieces.join(SEPARATOR))
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, into)?;
        } else if path.extension().is_some_and(|it| it == "rs") {
            into.push(path);
        }
    }
    Ok(())
}

/// Takes comments and bodies out of a text.
fn prepare(text: &str, lines: bool, krate: &mut Crate) -> Result<String, LexError> {
    let (mut taken, mut words) = (Vec::new(), Vec::new());
    let tokens: TokenStream = text.parse()?;
    find_bodies(tokens.clone(), &mut taken);
    flatten(text, tokens, &mut words);
    let mut out = Writer { text, lines, out: String::new(), end: 0 };
    let mut taken = taken.into_iter().peekable();
    let mut words = words.into_iter().peekable();
    while let Some(word) = words.next() {
        let Some(body) = taken.next_if(|it| it.start == word.start) else {
            out.word(&word);
            continue;
        };
        let mut apart = Writer { text, lines, out: String::new(), end: word.start };
        if lines {
            apart.out = "\n".repeat(text[..body.start].matches('\n').count());
        }
        apart.word(&word);
        while let Some(inner) = words.next_if(|it| it.start < body.end) {
            apart.word(&inner);
        }
        out.mark(&body, BODY);
        krate.bodies.push(apart.out);
    }
    Ok(out.out)
}

/// Where the bodies of functions are, from the first to the last.
fn find_bodies(tokens: TokenStream, into: &mut Vec<Range<usize>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut in_function = false;
    for (index, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Ident(it) if it == "fn" => {
                in_function |= matches!(tokens.get(index + 1), Some(TokenTree::Ident(_)));
            }
            TokenTree::Punct(it) if it.as_char() == ';' => in_function = false,
            TokenTree::Group(it) if it.delimiter() == Delimiter::Brace => {
                if std::mem::take(&mut in_function) {
                    if !is_native(it) {
                        into.push(it.span().byte_range());
                    }
                } else if !is_macro(&tokens[..index]) {
                    find_bodies(it.stream(), into);
                }
            }
            _ => {}
        }
    }
}

/// Whether a body is the host's, which is found out when the library is read.
fn is_native(body: &Group) -> bool {
    matches!(body.stream().into_iter().next(), Some(TokenTree::Ident(it)) if it == "native")
}

/// Whether what follows belongs to a macro: `name! {`, `macro_rules! name {`.
fn is_macro(before: &[TokenTree]) -> bool {
    let is_bang = |it: &TokenTree| matches!(it, TokenTree::Punct(it) if it.as_char() == '!');
    match before {
        [.., word, bang, TokenTree::Ident(_)] if is_bang(bang) => {
            matches!(word, TokenTree::Ident(it) if it == "macro_rules")
        }
        [.., TokenTree::Ident(_), bang] => is_bang(bang),
        _ => false,
    }
}

/// Where all tokens are, brackets too, without those that a comment is read as.
fn flatten(text: &str, tokens: TokenStream, into: &mut Vec<Range<usize>>) {
    let mut comment_end = 0;
    for token in tokens {
        let range = token.span().byte_range();
        if range.start < comment_end {
            continue;
        }
        if text[range.clone()].starts_with("//") || text[range.clone()].starts_with("/*") {
            comment_end = range.end;
            continue;
        }
        match token {
            TokenTree::Group(it) if it.delimiter() != Delimiter::None => {
                into.push(it.span_open().byte_range());
                flatten(text, it.stream(), into);
                into.push(it.span_close().byte_range());
            }
            _ => into.push(range),
        }
    }
}

/// A text in the making.
struct Writer<'a> {
    text: &'a str,
    /// Whether every token stays on its line.
    lines: bool,
    out: String,
    /// Where the last token ended.
    end: usize,
}

impl Writer<'_> {
    fn word(&mut self, range: &Range<usize>) {
        self.mark(range, &self.text[range.clone()]);
    }

    /// Whether a word would be read as part of what is before it: two words would, and two signs, a dot after a number,
    /// a quotation mark after a letter, which makes another kind of text of it, and a letter after a quotation mark.
    fn is_needed(&self, word: &str) -> bool {
        let is_sign = |it: char| it.is_ascii_punctuation() && !"(){}[],;_".contains(it);
        let is_word = |it: char| it == '_' || it.is_alphanumeric();
        match (self.out.chars().last(), word.chars().next()) {
            (Some(last), Some(next)) => {
                is_word(last) && (is_word(next) || "\"'#.".contains(next))
                    || "\"'".contains(last) && is_word(next)
                    || is_sign(last) && is_sign(next)
            }
            _ => false,
        }
    }

    /// Writes this in the place of that stretch.
    fn mark(&mut self, range: &Range<usize>, word: &str) {
        let gap = &self.text[self.end..range.start];
        if self.lines && gap.contains('\n') {
            self.out.push_str(&"\n".repeat(gap.matches('\n').count()));
            let indent = gap.rsplit('\n').next().unwrap_or_default();
            self.out.push_str(&" ".repeat(indent.chars().count()));
        } else if !gap.is_empty() && (self.lines || self.is_needed(word)) {
            self.out.push(' ');
        }
        self.out.push_str(word);
        if self.lines {
            let (had, has) = (self.text[range.clone()].matches('\n').count(), word.matches('\n').count());
            self.out.push_str(&"\n".repeat(had.saturating_sub(has)));
        }
        self.end = range.end;
    }
}
