//! Modules as the linker makes them, in small.

use super::super::super::wasm::{DATA, HEADER, put_number, put_text};
use super::*;

/// A module that has data at these addresses, each of so many bytes, and says of which kind it is; with symbols of them
/// by segment, offset and size, and with relocations of code and of data: kind, offset, symbol, addend. Its code begins
/// with the number 7.
pub(crate) struct Made {
    pub(crate) segments: Vec<(&'static str, u32, Vec<u8>)>,
    pub(crate) symbols: Vec<(u8, u8, u8)>,
    pub(crate) code: Vec<(u8, usize, usize, i8)>,
    pub(crate) data: Vec<(u8, usize, usize, i8)>,
}

impl Made {
    pub(crate) fn module(&self) -> Vec<u8> {
        let mut out = HEADER.to_vec();
        let mut section = |id: u8, name: &str, body: &[u8]| {
            let mut whole = Vec::new();
            if id == wasm::CUSTOM {
                put_text(&mut whole, name);
            }
            whole.extend(body);
            out.push(id);
            put_number(&mut out, whole.len());
            out.extend(whole);
        };
        let mut data = vec![self.segments.len() as u8];
        let mut info = vec![self.segments.len() as u8];
        for (name, address, bytes) in &self.segments {
            data.extend([0, 0x41]);
            put_number(&mut data, *address as usize);
            data.extend([0x0b, bytes.len() as u8]);
            data.extend(bytes);
            put_text(&mut info, name);
            info.extend([0, 0]);
        }
        section(wasm::CODE, "", &[7]);
        section(DATA, "", &data);
        // A function comes first among the symbols.
        let mut symbols = vec![self.symbols.len() as u8 + 1, 0, 0, 0];
        put_text(&mut symbols, "f");
        for (segment, offset, size) in &self.symbols {
            symbols.extend([DATA_SYMBOL, 0]);
            put_text(&mut symbols, "d");
            symbols.extend([*segment, *offset, *size]);
        }
        let mut linking = vec![2];
        for (kind, part) in [(5, info), (8, symbols)] {
            linking.extend([kind, part.len() as u8]);
            linking.extend(part);
        }
        section(wasm::CUSTOM, "linking", &linking);
        for (name, all) in [("reloc.CODE", &self.code), ("reloc.DATA", &self.data)] {
            let mut body = vec![0, all.len() as u8];
            for (kind, offset, symbol, addend) in all {
                body.extend([*kind, *offset as u8, *symbol as u8]);
                if ADDRESSES.contains(kind) {
                    body.push(*addend as u8 & 0x7f);
                }
            }
            section(wasm::CUSTOM, name, &body);
        }
        out
    }
}

/// Constants at 16: two of four bytes, of which the first mentions the second, and at 32 what may change.
fn made() -> Made {
    Made {
        segments: vec![(".rodata", 16, vec![20, 0, 0, 0, 7, 7, 7, 7]), (".data", 32, vec![1, 1])],
        symbols: vec![(0, 0, 4), (0, 4, 4), (1, 0, 2)],
        code: vec![(4, 0, 1, 0), (0, 0, 0, 0), (3, 0, 3, 0)],
        // The section's bytes begin after their number and what says where the first segment is.
        data: vec![(5, 6, 2, 0)],
    }
}

#[test]
fn pieces_are_where_symbols_are_and_mention_each_other() {
    let linked = Linked::read(&made().module()).unwrap();
    let piece = |at, may_move, mentions| Piece { at, may_move, mentions };
    let expected = [piece(16..20, true, vec![1]), piece(20..24, true, vec![]), piece(32..34, false, vec![])];
    assert_eq!(linked.pieces, expected);
}

#[test]
fn a_number_near_an_address_mentions_what_it_is_in_and_what_ends_there() {
    let linked = Linked::read(&made().module()).unwrap();
    let mentioned = |number| linked.mentioned(Mention::Number(number)).collect::<Vec<_>>();
    assert_eq!(mentioned(15), []);
    assert_eq!(mentioned(18), [0]);
    assert_eq!(mentioned(20), [0, 1]);
    assert_eq!(linked.mentioned(Mention::Pair([18, 3])).collect::<Vec<_>>(), [0]);
    assert_eq!(mentioned(33), [2]);
    assert_eq!(mentioned(40), []);
    assert_eq!(mentioned(32 + FIELDS), []);
}

#[test]
fn what_is_mentioned_by_an_address_outside_of_it_stays() {
    for (addend, may_move) in [(-1, false), (0, true), (4, true), (5, false)] {
        let made = Made { code: vec![(4, 0, 2, addend)], ..made() };
        assert_eq!(Linked::read(&made.module()).unwrap().pieces[1].may_move, may_move, "{addend}");
    }
}

#[test]
fn places_in_the_table_are_told_by_code_and_by_pieces() {
    let made = Made {
        code: vec![(1, 0, 0, 0)],
        data: vec![(2, 6, 0, 0), (2, 10, 0, 0)],
        symbols: vec![(0, 4, 4)],
        ..made()
    };
    let linked = Linked::read(&made.module()).unwrap();
    assert_eq!(linked.in_code, [7].into());
    assert_eq!(linked.in_data, [(20, None), (0x0707_0707, Some(0))]);
}

#[test]
fn symbols_that_overlap_are_one_piece() {
    let made = Made { symbols: vec![(0, 0, 5), (0, 2, 6), (0, 8, 0)], data: Vec::new(), ..made() };
    let linked = Linked::read(&made.module()).unwrap();
    assert_eq!((linked.pieces.len(), linked.pieces[0].at.clone()), (1, 16..24));
}

#[test]
fn what_is_unknown_or_missing_is_refused() {
    let made = Made { code: vec![(11, 0, 1, 0)], ..made() };
    assert!(Linked::read(&made.module()).unwrap_err().to_string().contains("kind 11"));
    let error = Linked::read(HEADER).unwrap_err();
    assert_eq!(error.to_string(), "no section linking");
}
