//! Texts that are nearly programs: arbitrary ones, soups of words, and programs with some of their words changed. The
//! same seed makes the same text.

use crate::generate::chance::Chance;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Words that programs are made of, for texts that have few of their own.
const WORDS: &[&str] = &[
    "fn",
    "main",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "<",
    ">",
    ";",
    ",",
    ".",
    "::",
    ":",
    "=",
    "=>",
    "->",
    "let",
    "mut",
    "if",
    "else",
    "match",
    "loop",
    "while",
    "for",
    "in",
    "break",
    "continue",
    "return",
    "async",
    "await",
    "move",
    "|",
    "||",
    "&",
    "&&",
    "*",
    "!",
    "?",
    "..",
    "..=",
    "+",
    "-",
    "/",
    "%",
    "^",
    "<<",
    ">>",
    "+=",
    "==",
    "!=",
    "struct",
    "enum",
    "impl",
    "trait",
    "use",
    "mod",
    "pub",
    "self",
    "Self",
    "super",
    "crate",
    "where",
    "dyn",
    "const",
    "static",
    "type",
    "as",
    "unsafe",
    "ref",
    "_",
    "@",
    "#",
    "$",
    "'a",
    "'static",
    "0",
    "1",
    "255",
    "-1",
    "9223372036854775807",
    "340282366920938463463374607431768211455",
    "1e308",
    "0.0",
    "\"{}\"",
    "\"{:>1$}\"",
    "\"{0:?} {x}\"",
    "'c'",
    "b'x'",
    "true",
    "x",
    "T",
    "u8",
    "i128",
    "usize",
    "f64",
    "str",
    "String",
    "Vec",
    "Option",
    "Some",
    "None",
    "Ok",
    "Err",
    "Box",
    "Rc",
    "Arc",
    "RefCell",
    "Mutex",
    "println!",
    "vec!",
    "format!",
    "panic!",
    "macro_rules!",
    "tokio::select!",
    "tokio::join!",
    "tokio::spawn",
    "std::thread::spawn",
    ".unwrap()",
    ".clone()",
    ".await",
    ".collect::<Vec<_>>()",
    ".iter()",
    ".map(|it| it)",
    ".len()",
    "usize::MAX",
    "drop",
    "#[derive(Debug)]",
    "#[tokio::main]",
];

/// What texts are made from.
pub(crate) struct Sources {
    texts: Vec<String>,
    words: Vec<Vec<String>>,
}

impl Sources {
    /// The programs of the conformance suite, and the lessons.
    pub(crate) fn read() -> io::Result<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut paths = Vec::new();
        for folder in [here.join("tests/cases"), here.join("../programs/programs")] {
            collect(&folder, &mut paths)?;
        }
        paths.sort();
        let texts = paths.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
        let words = texts.iter().map(|it| words(it)).collect();
        Ok(Sources { texts, words })
    }

    /// The text of a seed.
    pub(crate) fn text(&self, seed: u64) -> String {
        let mut chance = Chance::new(seed);
        match chance.below(10) {
            0 => arbitrary(&mut chance),
            1 => self.soup(&mut chance),
            2 => self.cut(&mut chance),
            _ => self.mutated(&mut chance),
        }
    }

    fn soup(&self, chance: &mut Chance) -> String {
        let mut out = String::from(if chance.percent(50) { "fn main() { " } else { "" });
        let own = &self.words[chance.below(self.words.len())];
        for _ in 0..chance.below(60) {
            let word = if chance.percent(50) { chance.pick(WORDS) } else { chance.pick(own).as_str() };
            out.push_str(word);
            out.push(' ');
        }
        out
    }

    /// A program with some characters too few, or in another order.
    fn cut(&self, chance: &mut Chance) -> String {
        let mut chars: Vec<char> = self.texts[chance.below(self.texts.len())].chars().collect();
        for _ in 0..1 + chance.below(3) {
            let from = chance.below(chars.len());
            let to = (from + chance.below(40)).min(chars.len());
            let part: Vec<char> = chars.drain(from..to).collect();
            if chance.percent(40) {
                let at = chance.below(chars.len() + 1);
                chars.splice(at..at, part);
            }
        }
        chars.into_iter().collect()
    }

    fn mutated(&self, chance: &mut Chance) -> String {
        let mut words = self.words[chance.below(self.words.len())].clone();
        let other = &self.words[chance.below(self.words.len())];
        for _ in 0..1 + chance.below(4) {
            let at = chance.below(words.len());
            let length = words.len();
            match chance.below(9) {
                0 => drop(words.remove(at)),
                1 => words.insert(at, (*chance.pick(WORDS)).to_owned()),
                2 => words[at] = (*chance.pick(WORDS)).to_owned(),
                3 => words.swap(at, chance.below(length)),
                4 => words[at] = chance.pick(other).clone(),
                // One name or number for another.
                5 | 6 => {
                    let kind = |it: &str| it.chars().next().is_some_and(char::is_alphanumeric);
                    let alike: Vec<_> = (0..length).filter(|it| kind(&words[*it])).collect();
                    if let [_, _, ..] = alike[..] {
                        let (to, from) = (*chance.pick(&alike), *chance.pick(&alike));
                        words[to] = words[from].clone();
                    }
                }
                7 => {
                    let end = (at + chance.below(12)).min(length);
                    let part = words[at..end].to_vec();
                    let to = chance.below(length);
                    words.splice(to..to, part);
                }
                _ => {
                    let from = chance.below(other.len());
                    let end = (from + chance.below(12)).min(other.len());
                    words.splice(at..at, other[from..end].iter().cloned());
                }
            }
            if words.is_empty() {
                break;
            }
        }
        words.join(" ")
    }
}

fn arbitrary(chance: &mut Chance) -> String {
    let char = |chance: &mut Chance| match chance.below(4) {
        0 => char::from_u32(chance.below(0x11_0000) as u32).unwrap_or('\u{fffd}'),
        1 => *chance.pick(&['(', '{', '[', '<', '&', '*', '-', '!', '"', '\'', '#', '/', '\\', '\n', '\0']),
        _ => char::from(32 + chance.below(95) as u8),
    };
    if chance.percent(20) {
        // The same again and again: depth is what overflows.
        let (part, times) = (*chance.pick(WORDS), chance.below(20_000));
        return format!("fn main() {{ let x = {}", format!("{part} ").repeat(times));
    }
    (0..chance.below(200)).map(|_| char(chance)).collect()
}

/// The words of a text; what is quoted is one.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '"' => quoted(rest),
            it if it.is_alphanumeric() || it == '_' => {
                rest.find(|it: char| !it.is_alphanumeric() && it != '_').unwrap_or(rest.len())
            }
            _ => ["::", "=>", "->", "..=", "..", "&&", "||", "==", "!=", "<=", ">=", "+=", "-="]
                .iter()
                .find(|it| rest.starts_with(**it))
                .map_or(first.len_utf8(), |it| it.len()),
        };
        let (word, behind) = rest.split_at(length);
        if !word.trim().is_empty() {
            words.push(word.to_owned());
        }
        rest = behind;
    }
    // A line comment would swallow the rest of what is put on one line.
    words.retain(|it| it != "/");
    words
}

fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, char) in text.char_indices().skip(1) {
        match char {
            '"' if !escaped => return at + 1,
            _ => escaped = char == '\\' && !escaped,
        }
    }
    text.len()
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
