//! Puts what few programs name of the interpreter's library into files of its own, which the worker fetches when a program
//! names it.
//!
//! In a module's data each crate's text stands between two marks, which the interpreter's build script writes. In the
//! place of a text that is taken out stands the name of its file, and zeros, which take no room.

use std::ops::Range;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::super::wasm;
use super::super::workers::digest;
use crate::workspace;

/// Before a crate's name, after it, and after its text.
const BEGINNING: &[u8] = b"\x01library ";
const MARK: u8 = 1;
const END: &[u8] = b"\x01\x01";
/// Before and after the name of a file.
const ELSEWHERE: &str = "\u{2}";

/// What nearly every program names stays, but for what few programs name of it and the bodies of its functions.
const KEPT: [&str; 2] = ["std", "tokio"];
/// How the names of the texts of these end.
const APART: [&str; 2] = ["-rare", "-bodies"];

/// How the names of files begin.
const FILE: &str = "library-";

/// Whether a file has something of what nearly every program names.
pub(in super::super) fn is_of_kept(file: &str) -> bool {
    KEPT.iter().any(|it| {
        let rest = file.strip_prefix(FILE).and_then(|file| file.strip_prefix(it));
        rest.is_some_and(|rest| APART.iter().any(|it| rest.starts_with(it)))
    })
}

/// Returns the module without the texts, which are written to the folder.
pub(super) fn take_out(module: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let mut files = Vec::new();
    let module = wasm::rewrite(module, |id, body| match id {
        wasm::DATA => data(body.0.to_vec(), &mut files).map(Some),
        _ => Ok(None),
    })?;
    ensure!(!files.is_empty(), "it has no texts of the library, or they are marked in a new way");
    for (name, text) in files {
        workspace::write(&folder.join(name), text)?;
    }
    Ok(module)
}

fn data(mut bytes: Vec<u8>, files: &mut Vec<(String, Vec<u8>)>) -> Result<Vec<u8>> {
    for (krate, whole) in texts(&bytes) {
        if KEPT.contains(&&*krate) {
            continue;
        }
        let text = bytes[whole.clone()].to_vec();
        let file = format!("{FILE}{krate}-{}.txt", digest(&text));
        let place = &mut bytes[whole];
        place.fill(0);
        let mark = format!("{ELSEWHERE}{file}{ELSEWHERE}");
        // A text that is shorter than the name of a file is not worth one.
        place
            .get_mut(..mark.len())
            .with_context(|| format!("{krate} is too short"))?
            .copy_from_slice(mark.as_bytes());
        files.push((file, text));
    }
    Ok(bytes)
}

/// The crates' names, and where their texts are, marks and all.
fn texts(bytes: &[u8]) -> Vec<(String, Range<usize>)> {
    let find = |what: &[u8], from: usize| {
        let at = bytes.get(from..)?.windows(what.len()).position(|it| it == what)?;
        Some(from + at)
    };
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = find(BEGINNING, from) {
        from = start + BEGINNING.len();
        let name: Vec<u8> = bytes[from..]
            .iter()
            .copied()
            .take_while(|it| b"_-".contains(it) || it.is_ascii_alphanumeric())
            .collect();
        let is_text = !name.is_empty() && bytes.get(from + name.len()) == Some(&MARK);
        // The interpreter's own code knows the marks, too.
        if let Some(end) = find(END, from).filter(|_| is_text) {
            from = end + END.len();
            found.push((String::from_utf8_lossy(&name).into_owned(), start..from));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_rare_crates_go_to_files() {
        let other = "\u{1}library rand\u{1}rand/lib.rs\0pub fn random() -> f64 { native!() }\0\u{1}\u{1}";
        let before =
            format!("x\u{1}library \u{1}\u{1}\u{1}library std\u{1}std/lib.rs\0\0\u{1}\u{1}y{other}z");
        let mut files = Vec::new();
        let after = data(before.clone().into_bytes(), &mut files).unwrap();
        let [(name, text)] = &files[..] else { panic!("{files:?}") };
        assert_eq!(text, other.as_bytes());
        assert!(name.starts_with("library-rand-") && name.ends_with(".txt"));
        let left = String::from_utf8(after).unwrap();
        assert_eq!(left.len(), before.len());
        assert!(left.contains("\u{1}library std\u{1}std/lib.rs\0\0\u{1}\u{1}y"));
        assert!(left.contains(&format!("y\u{2}{name}\u{2}\0\0")) && left.ends_with("\0z"));
    }

    #[test]
    fn of_what_stays_the_bodies_go_to_files() {
        let bodies = format!("\u{1}library std-bodies\u{1}{}\u{1}\u{1}", "{f()}".repeat(20));
        let before = format!("\u{1}library std\u{1}std/lib.rs\0\0\u{1}\u{1}{bodies}");
        let mut files = Vec::new();
        data(before.into_bytes(), &mut files).unwrap();
        let [(name, text)] = &files[..] else { panic!("{files:?}") };
        assert_eq!(text, bodies.as_bytes());
        assert!(
            is_of_kept(name)
                && is_of_kept("library-tokio-rare-12ab.txt")
                && !is_of_kept("library-std-12ab.txt")
                && !is_of_kept("library-rand-12ab.txt")
        );
    }

    #[test]
    fn a_module_without_texts_is_refused() {
        let module = wasm::tests::module(&[], &[]);
        assert!(take_out(&module, Path::new("nowhere")).is_err());
    }
}
