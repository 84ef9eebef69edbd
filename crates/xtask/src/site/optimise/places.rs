//! Clears the places of panics out of a module's data: `src/lib.rs`, line, column.
//!
//! No worker tells them (a program's panic has its message alone), and the paths are those of the machine that built the
//! site. rustc has no stable way to leave them out.

use std::ops::Range;

use anyhow::Result;

use super::super::wasm::{self, Reader, Segment};

/// `core::panic::Location` in memory: the path's address and length, line and column.
const SIZE: usize = 16;
/// What no line or column of a source is above. Any address is.
const MOST: u32 = 100_000;

/// Returns the module with all places zeroed, which takes no room after compression.
pub(super) fn forget(module: &[u8]) -> Result<Vec<u8>> {
    wasm::rewrite(module, |id, body| if id == wasm::DATA { data(body).map(Some) } else { Ok(None) })
}

fn data(section: Reader<'_>) -> Result<Vec<u8>> {
    let mut out = section.0.to_vec();
    let segments = wasm::segments(section)?;
    for segment in &segments {
        let aligned = segment.address.wrapping_neg() % 4;
        for at in (aligned..segment.bytes.len().saturating_sub(SIZE - 1)).step_by(4) {
            if let Some(path) = path(&segments, &segment.bytes[at..at + SIZE]) {
                out[segment.offset + at..][..SIZE].fill(0);
                out[path].fill(0);
            }
        }
    }
    Ok(out)
}

/// Where in the section the path of a place is, if these bytes are one.
fn path(segments: &[Segment<'_>], bytes: &[u8]) -> Option<Range<usize>> {
    let word = |index: usize| bytes[4 * index..].first_chunk().map(|it| u32::from_le_bytes(*it));
    let [address, length, line, column] = [word(0)?, word(1)?, word(2)?, word(3)?];
    let is_place = (1..MOST).contains(&line) && (1..MOST).contains(&column);
    let (path, start) = segments.iter().filter(|_| is_place).find_map(|it| {
        let at = (address as usize).checked_sub(it.address)?;
        Some((it.bytes.get(at..at.checked_add(length as usize)?)?, it.offset + at))
    })?;
    let is_path = path.ends_with(b".rs") && path.contains(&b'/') && path.iter().all(u8::is_ascii_graphic);
    is_path.then_some(start..start + path.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm::put_number;

    const BASE: u32 = 0x100;

    /// A module whose memory starts with this text and then these words.
    fn module(text: &str, words: [u32; 4]) -> Vec<u8> {
        assert_eq!(text.len() % 4, 0, "words are aligned");
        let mut bytes = text.as_bytes().to_vec();
        bytes.extend(words.iter().flat_map(|it| it.to_le_bytes()));
        let mut section = vec![1, 0x00, 0x41, 0x80, 0x02, 0x0b];
        put_number(&mut section, bytes.len());
        section.extend(bytes);
        let mut out = b"\0asm\x01\0\0\0".to_vec();
        out.push(wasm::DATA);
        put_number(&mut out, section.len());
        out.extend(section);
        out
    }

    #[test]
    fn a_place_and_its_path_are_cleared() {
        let text = "src/lib.rs, kept";
        let forgotten = forget(&module(text, [BASE, 10, 12, 5])).unwrap();
        assert_eq!(forgotten, module("\0\0\0\0\0\0\0\0\0\0, kept", [0; 4]));
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        for (text, words) in [
            ("main.rs.", [BASE, 7, 12, 5]),       // no path
            ("src/lib.", [BASE, 8, 12, 5]),       // no source
            ("a/b.rs..", [BASE, 6, BASE, 0]),     // no column
            ("a/b.rs..", [BASE, 6, MOST, MOST]),  // two addresses
            ("a/b.rs..", [BASE + 90, 6, 12, 5]),  // beyond the data
            ("a/b.rs..", [BASE, u32::MAX, 1, 1]), // so is its end
        ] {
            let module = module(text, words);
            assert_eq!(forget(&module).unwrap(), module, "{text} {words:?}");
        }
    }

    #[test]
    fn data_of_another_kind_is_refused() {
        let mut module = module("src/lib.", [0; 4]);
        module[11] = 0x01;
        assert!(forget(&module).is_err());
    }
}
