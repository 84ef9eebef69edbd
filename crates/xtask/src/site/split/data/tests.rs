//! Data of a module that is split.

use super::super::linked::tests::Made;
use super::super::sections::Sections;
use super::*;

const PIECE: u8 = 2;

/// Pieces of two bytes each from 16 on. The first mentions the second; the last may change.
fn linked() -> Linked {
    let pieces: Vec<u8> = (0..6).collect();
    let made = Made {
        segments: vec![(".rodata", 16, vec![1; 10]), (".data", 26, vec![1, 1])],
        symbols: pieces.iter().map(|it| if *it < 5 { (0, 2 * it, 2) } else { (1, 0, 2) }).collect(),
        code: pieces.iter().map(|it| (4, 0, usize::from(*it) + 1, 0)).collect(),
        data: vec![(5, 6, 2, 0)],
    };
    Linked::read(&made.module()).unwrap()
}

/// A module with that data, and with a function for each of these lists of numbers.
fn module(functions: &[&[u8]], data: &[u8]) -> Vec<u8> {
    let mut out = Sections::new();
    out.raw(1, &[1, 0x60, 0, 0]);
    out.list(3, functions, |out, _| out.push(0));
    out.raw(wasm::MEMORIES, &[1, 0, 1]);
    let body = |numbers: &&[u8]| {
        let pushes = numbers.iter().flat_map(|it| [0x41, *it, 0x1a]);
        [0].into_iter().chain(pushes).chain([0x0b]).collect::<Vec<u8>>()
    };
    out.code(&functions.iter().map(body).collect::<Vec<_>>());
    out.raw(wasm::DATA, data);
    out.0
}

fn segment(address: u8, bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![0, 0x41, address, 0x0b];
    put_number(&mut out, bytes.len());
    out.extend(bytes);
    out
}

fn only(segment: &[u8]) -> Vec<u8> {
    [&[1], segment].concat()
}

fn split(functions: &[&[u8]], places: &[usize], parts: usize) -> Vec<Vec<u8>> {
    let bytes: Vec<u8> = (1..=12).collect();
    let module = module(functions, &only(&segment(16, &bytes)));
    let data = Data::new(&Module::read(&module).unwrap(), places, &linked()).unwrap();
    let parts = (1..=parts).map(|it| data.part(it));
    [data.first()].into_iter().chain(parts).collect()
}

#[test]
fn what_only_a_part_mentions_goes_with_it() {
    let sections = split(&[&[17, 23, 27], &[20, 20 + PIECE]], &[0, 1], 1);
    // A number where one piece ends and the next begins keeps both.
    assert_eq!(sections[0], only(&segment(16, &[1, 2, 3, 4, 0, 0, 7, 8, 0, 0, 11, 12])));
    assert_eq!(sections[1], only(&segment(20, &[5, 6])));
}

#[test]
fn what_is_mentioned_goes_where_what_mentions_it_goes() {
    let sections = split(&[&[27], &[17]], &[0, 1], 1);
    assert_eq!(sections[0], only(&segment(26, &[11, 12])));
    assert_eq!(sections[1], only(&segment(16, &[1, 2, 3, 4])));
    // From the first module it is reached, too.
    let sections = split(&[&[17], &[19]], &[0, 1], 1);
    assert_eq!(sections[0], [&[1], &segment(16, &[1, 2, 3, 4, 0, 0, 0, 0, 0, 0, 11, 12])[..]].concat());
    assert_eq!(sections[1], [0]);
}

#[test]
fn what_several_parts_mention_goes_with_each() {
    let sections = split(&[&[], &[19, 25], &[25]], &[0, 1, 2], 2);
    assert_eq!(sections[1], only(&segment(18, &[3, 4, 5, 6, 7, 8, 9, 10])), "with what stands between");
    assert_eq!(sections[2], only(&segment(24, &[9, 10])));
}

#[test]
fn a_place_in_the_table_is_told_where_its_piece_goes_and_where_code_has_the_number() {
    let made = Made {
        segments: vec![(".rodata", 16, vec![9, 0, 0, 0, 8, 0, 0, 0])],
        symbols: vec![(0, 0, 4), (0, 4, 4)],
        code: vec![(1, 0, 0, 0), (4, 0, 1, 0), (4, 0, 2, 0)],
        data: vec![(2, 6, 0, 0), (2, 10, 0, 0)],
    };
    let linked = Linked::read(&made.module()).unwrap();
    // The first module mentions neither; a part mentions the first piece, another the second, and the place 7.
    let module = module(&[&[], &[17], &[22, 7]], &only(&segment(16, &[9, 0, 0, 0, 8, 0, 0, 0])));
    let data = Data::new(&Module::read(&module).unwrap(), &[0, 1, 2], &linked).unwrap();
    let outside = |place| [0, 1, 2].map(|part| data.is_told_outside(place, part));
    assert_eq!(outside(9), [true, false, true]);
    assert_eq!(outside(8), [true, true, false]);
    assert_eq!(outside(7), [true, true, false]);
    assert_eq!(outside(5), [true, true, true], "of which nothing is known");
}

#[test]
fn what_nothing_mentions_goes_nowhere() {
    assert_eq!(split(&[&[]], &[0], 0)[0], only(&segment(26, &[11, 12])));
}

#[test]
fn zeros_take_no_room() {
    let bytes: Vec<u8> = [vec![0, 1], vec![0; GAP + 1], vec![2, 0]].concat();
    let module = module(&[], &only(&segment(16, &bytes)));
    let data = Data::new(&Module::read(&module).unwrap(), &[], &Linked::default()).unwrap();
    assert_eq!(data.first(), [&[2], &segment(17, &[1])[..], &segment(27, &[2])].concat());
}
