//! As much of the wasm format as it takes to change modules in place.

use std::collections::HashMap;
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};

/// The eight bytes that every module of version 1 starts with.
pub(super) const HEADER: &[u8] = b"\0asm\x01\0\0\0";

/// The sections that are read here, by their numbers.
pub(super) const CUSTOM: u8 = 0;
pub(super) const IMPORTS: u8 = 2;
pub(super) const MEMORIES: u8 = 5;
pub(super) const EXPORTS: u8 = 7;
pub(super) const CODE: u8 = 10;
pub(super) const DATA: u8 = 11;

/// Calls `f` with each section's number and content.
pub(super) fn each_section<'a>(
    module: &'a [u8],
    mut f: impl FnMut(u8, Reader<'a>) -> Result<()>,
) -> Result<()> {
    let mut input = Reader(module.strip_prefix(HEADER).context("this is no wasm of version 1")?);
    while !input.0.is_empty() {
        let id = input.byte()?;
        let length = input.number()?;
        f(id, Reader(input.take(length)?))?;
    }
    Ok(())
}

/// Returns the module with the sections that `change` makes of its own; where it makes none, a section stays.
pub(super) fn rewrite(
    module: &[u8],
    mut change: impl FnMut(u8, Reader<'_>) -> Result<Option<Vec<u8>>>,
) -> Result<Vec<u8>> {
    let mut out = HEADER.to_vec();
    each_section(module, |id, body| {
        let changed = change(id, body)?;
        let body = changed.as_deref().unwrap_or(body.0);
        out.push(id);
        put_number(&mut out, body.len());
        out.extend(body);
        Ok(())
    })?;
    Ok(out)
}

/// Returns the module without the custom sections of these names.
pub(super) fn without(module: &[u8], is_dropped: &dyn Fn(&str) -> bool) -> Result<Vec<u8>> {
    let mut out = HEADER.to_vec();
    each_section(module, |id, body| {
        if id != CUSTOM || !is_dropped({ body }.text()?) {
            out.push(id);
            put_number(&mut out, body.0.len());
            out.extend(body.0);
        }
        Ok(())
    })?;
    Ok(out)
}

/// Returns the module with each import's and export's name replaced; the names of modules stay.
pub(super) fn rename(module: &[u8], name: &mut dyn FnMut(&str) -> String) -> Result<Vec<u8>> {
    rewrite(module, |id, body| match id {
        IMPORTS => imports(body, name).map(Some),
        EXPORTS => exports(body, name).map(Some),
        _ => Ok(None),
    })
}

fn imports(mut input: Reader<'_>, name: &mut dyn FnMut(&str) -> String) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let count = input.number()?;
    put_number(&mut out, count);
    for _ in 0..count {
        put_text(&mut out, input.text()?);
        put_text(&mut out, &name(input.text()?));
        // A function and its type. wasm-bindgen imports nothing else.
        let kind = input.byte()?;
        ensure!(kind == 0, "an import of kind {kind}, of which nothing is known here");
        out.push(kind);
        put_number(&mut out, input.number()?);
    }
    Ok(out)
}

fn exports(mut input: Reader<'_>, name: &mut dyn FnMut(&str) -> String) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let count = input.number()?;
    put_number(&mut out, count);
    for _ in 0..count {
        put_text(&mut out, &name(input.text()?));
        out.push(input.byte()?);
        put_number(&mut out, input.number()?);
    }
    Ok(out)
}

/// Reads a custom section, and if it is the one of names, the names of functions.
pub(super) fn read_names(mut input: Reader<'_>, names: &mut HashMap<usize, String>) -> Result<()> {
    const OF_FUNCTIONS: u8 = 1;
    if input.text()? != "name" {
        return Ok(());
    }
    while !input.0.is_empty() {
        let kind = input.byte()?;
        let length = input.number()?;
        let mut part = Reader(input.take(length)?);
        if kind == OF_FUNCTIONS {
            for _ in 0..part.number()? {
                names.insert(part.number()?, plain(part.text()?));
            }
        }
    }
    Ok(())
}

/// A path without the hashes by which the compiler tells crates apart: `core[0123456789abcdef]::panicking::panic`.
fn plain(name: &str) -> String {
    let mut parts = name.split('[');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest)) if is_hash(hash) => out.push_str(rest),
            _ => out.extend(["[", part]),
        }
    }
    out
}

/// Up to sixteen digits: those in front that are zero are left out.
fn is_hash(text: &str) -> bool {
    (8..=16).contains(&text.len()) && text.bytes().all(|it| it.is_ascii_hexdigit())
}

/// What a module's memory holds at the start, in one piece.
pub(super) struct Segment<'a> {
    pub(super) address: usize,
    /// Where its bytes begin in the section.
    pub(super) offset: usize,
    pub(super) bytes: &'a [u8],
}

impl Segment<'_> {
    pub(super) fn addresses(&self) -> Range<usize> {
        self.address..self.address + self.bytes.len()
    }
}

/// Reads the section of data.
pub(super) fn segments(section: Reader<'_>) -> Result<Vec<Segment<'_>>> {
    let mut segments = Vec::new();
    let mut input = section;
    for _ in 0..input.number()? {
        // Into memory 0, at a constant of 32 bits.
        ensure!(input.take(2)? == [0x00, 0x41], "a segment of data of a kind of which nothing is known here");
        // A signed number, which for an address is none below 0: the sign is one more bit of the last byte, and 0.
        let address = input.number()?;
        ensure!(input.byte()? == 0x0b, "an address that is computed");
        let length = input.number()?;
        let offset = section.0.len() - input.0.len();
        segments.push(Segment { address, offset, bytes: input.take(length)? });
    }
    Ok(segments)
}

/// What is left to be read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'a>(pub(super) &'a [u8]);

impl<'a> Reader<'a> {
    pub(super) fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("the module is cut off")?;
        self.0 = rest;
        Ok(taken)
    }

    pub(super) fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    /// An unsigned LEB128 number of 32 bits.
    pub(super) fn number(&mut self) -> Result<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        bail!("a number goes on for ever")
    }

    pub(super) fn text(&mut self) -> Result<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).context("a name is not UTF-8")
    }
}

pub(super) fn put_number(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

pub(super) fn put_text(out: &mut Vec<u8>, text: &str) {
    put_number(out, text.len());
    out.extend(text.as_bytes());
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A module with these imports and exports, and a section that is none of ours.
    pub(crate) fn module(imports: &[&str], exports: &[&str]) -> Vec<u8> {
        let mut import_section = vec![imports.len() as u8];
        for (index, name) in imports.iter().enumerate() {
            put_text(&mut import_section, "./app_bg.js");
            put_text(&mut import_section, name);
            import_section.extend([0, index as u8]);
        }
        let mut export_section = vec![exports.len() as u8];
        for name in exports {
            put_text(&mut export_section, name);
            export_section.extend([0, 1]);
        }
        let mut out = HEADER.to_vec();
        for (id, body) in [(IMPORTS, import_section), (EXPORTS, export_section), (11, vec![9; 300])] {
            out.push(id);
            put_number(&mut out, body.len());
            out.extend(body);
        }
        out
    }

    #[test]
    fn custom_sections_are_dropped_by_name() {
        let kept = module(&["one"], &[]);
        let mut with = kept.clone();
        with.extend([CUSTOM, 3, 2, b'a', b'b']);
        assert_eq!(without(&with, &|it| it == "ab").unwrap(), kept);
        assert_eq!(without(&with, &|it| it == "a").unwrap(), with);
    }

    #[test]
    fn a_module_keeps_all_but_the_names() {
        let before = module(&["one", "two"], &["three"]);
        assert_eq!(rename(&before, &mut str::to_owned).unwrap(), before);
        let after = rename(&before, &mut |it| it.to_uppercase()).unwrap();
        assert_eq!(after, module(&["ONE", "TWO"], &["THREE"]));
    }

    #[test]
    fn what_is_no_module_is_refused_at_every_length() {
        let whole = module(&["one"], &["two"]);
        for length in [0, 7, 9, 12, 20, whole.len() - 1] {
            assert!(rename(&whole[..length], &mut str::to_owned).is_err(), "{length} bytes");
        }
    }

    #[test]
    fn only_hashes_of_crates_are_left_out() {
        assert_eq!(
            plain("<[T] as core[0123456789abcdef]::fmt::Debug>::fmt"),
            "<[T] as core::fmt::Debug>::fmt"
        );
        assert_eq!(plain("alloc[d4578f97218ecb3]::vec"), "alloc::vec");
        assert_eq!(plain("[u8; 3]"), "[u8; 3]");
    }
}
