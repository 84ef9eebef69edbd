//! Decides which part each piece of data goes to: what only parts mention goes with them, and to each of them, as it never
//! changes. What nothing mentions goes nowhere.
//!
//! A piece is mentioned by a number that is an address within it, in the code or in another piece. A number that only looks
//! like one keeps a piece in the first module, and nothing else.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::Result;

use super::super::wasm::{self, Reader, put_number};
use super::instructions::look_at;
use super::linked::Linked;
use super::module::Module;
use super::sections::put_signed;

/// So many bytes that are not wanted between two that are cost no more than to say where the second is.
const GAP: usize = 8;
/// The bit of the first module.
const FIRST: u64 = 1;

/// The data of the first module and its parts.
#[derive(Default)]
pub(super) struct Data {
    /// The address of the first byte of the images.
    start: usize,
    /// All data.
    whole: Vec<u8>,
    /// What the first module has, with zeros where it has nothing.
    first: Vec<u8>,
    /// The addresses of the pieces that are no more the first module's, with a bit for each part they go to.
    gone: Vec<(Range<usize>, u64)>,
    /// The places in the table that are told in data or in code, with a bit for each part in which they are.
    told: BTreeMap<usize, u64>,
}

impl Data {
    /// Splits the data of a module, given each function's part.
    pub(super) fn new(module: &Module<'_>, places: &[usize], linked: &Linked) -> Result<Self> {
        let (start, whole) = image(module.data)?;
        let parts = parts(module, places, linked)?;
        let told = told(module, places, linked, &parts)?;
        let mut data = Data { start, first: whole.clone(), whole, gone: Vec::new(), told };
        for (piece, parts) in linked.pieces.iter().zip(parts) {
            let at =
                (piece.at.start as usize).max(start)..(piece.at.end as usize).min(start + data.whole.len());
            if piece.may_move && parts & FIRST == 0 && !at.is_empty() {
                data.first[at.start - start..at.end - start].fill(0);
                data.gone.push((at, parts));
            }
        }
        Ok(data)
    }

    /// Whether there may be something outside a part that tells a place in the table: of what nothing tells here nothing is
    /// known.
    pub(super) fn is_told_outside(&self, place: usize, part: usize) -> bool {
        self.told.get(&place).is_none_or(|it| it & !(1 << part) != 0)
    }

    /// The content of the first module's section. Memory is full of zeros before.
    pub(super) fn first(&self) -> Vec<u8> {
        let wanted: Vec<bool> = self.first.iter().map(|it| *it != 0).collect();
        section(self.start, &self.first, &wanted)
    }

    /// The content of a part's section. What stands between two of its pieces is written anew as it is: constants, too,
    /// since all that may move stands together.
    pub(super) fn part(&self, part: usize) -> Vec<u8> {
        let mut wanted = vec![false; self.whole.len()];
        for (at, _) in self.gone.iter().filter(|it| it.1 & (1 << part) != 0) {
            let at = at.start - self.start..at.end - self.start;
            for (wanted, byte) in wanted[at.clone()].iter_mut().zip(&self.whole[at]) {
                *wanted = *byte != 0;
            }
        }
        section(self.start, &self.whole, &wanted)
    }
}

/// The places in the table that are told, given the parts that come to each piece.
fn told(
    module: &Module<'_>,
    places: &[usize],
    linked: &Linked,
    parts: &[u64],
) -> Result<BTreeMap<usize, u64>> {
    let mut told = BTreeMap::new();
    for (body, part) in module.code.iter().zip(&places[module.imported..]) {
        look_at(body, &mut |it| {
            // A number that only looks like a place tells it, too.
            for number in it.numbers().filter(|it| linked.in_code.contains(it)) {
                *told.entry(number as usize).or_default() |= 1 << part;
            }
        })?;
    }
    for (place, piece) in &linked.in_data {
        *told.entry(*place as usize).or_default() |= piece.map_or(FIRST, |it| parts[it]);
    }
    Ok(told)
}

/// The parts that come to each piece, a bit each.
fn parts(module: &Module<'_>, places: &[usize], linked: &Linked) -> Result<Vec<u64>> {
    let mut parts = vec![0_u64; linked.pieces.len()];
    for (body, place) in module.code.iter().zip(&places[module.imported..]) {
        look_at(body, &mut |it| linked.mentioned(it).for_each(|it| parts[it] |= 1 << place))?;
    }
    // What may change stays in the first module, whoever mentions it.
    for (piece, parts) in linked.pieces.iter().zip(&mut parts) {
        if !piece.may_move {
            *parts |= FIRST;
        }
    }
    let mut waiting: Vec<usize> = (0..parts.len()).collect();
    while let Some(from) = waiting.pop() {
        for to in &linked.pieces[from].mentions {
            if parts[*to] | parts[from] != parts[*to] {
                parts[*to] |= parts[from];
                waiting.push(*to);
            }
        }
    }
    Ok(parts)
}

/// What memory holds at first, from the lowest address of data to the highest.
fn image(section: &[u8]) -> Result<(usize, Vec<u8>)> {
    let segments = wasm::segments(Reader(section))?;
    let start = segments.iter().map(|it| it.address).min().unwrap_or_default();
    let end = segments.iter().map(|it| it.addresses().end).max().unwrap_or_default();
    let mut image = vec![0; end - start];
    for it in segments {
        image[it.address - start..][..it.bytes.len()].copy_from_slice(it.bytes);
    }
    Ok((start, image))
}

/// The content of a section with the bytes of an image that are wanted.
fn section(start: usize, image: &[u8], wanted: &[bool]) -> Vec<u8> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..image.len()).filter(|it| wanted[*it]) {
        match runs.last_mut().filter(|it| at - it.end <= GAP) {
            Some(run) => run.end = at + 1,
            None => runs.push(at..at + 1),
        }
    }
    let mut out = Vec::new();
    put_number(&mut out, runs.len());
    for run in runs {
        out.extend([0, 0x41]);
        put_signed(&mut out, start + run.start);
        out.push(0x0b);
        put_number(&mut out, run.len());
        out.extend(&image[run]);
    }
    out
}

#[cfg(test)]
mod tests;
