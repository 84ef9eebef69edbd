//! What the linker says of a module's data: which pieces it is of, and what mentions which.
//!
//! It says so in custom sections, as the
//! [conventions](https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md) for linking wasm have it, if it is
//! asked for its relocations. Addresses of data stay the same in all that comes after it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use anyhow::{Context, Result, bail, ensure};

use super::super::wasm::{self, Reader, Segment};
use super::instructions::{Mention, constant};
use crate::workspace;

/// The kind of symbols that are data.
const DATA_SYMBOL: u8 = 1;
/// Flags of symbols: it is defined elsewhere, and it has a name all the same.
const UNDEFINED: usize = 0x10;
const NAMED: usize = 0x40;
/// The kinds of relocations that are addresses of data, as numbers in code and in data.
const ADDRESSES: [u8; 3] = [3, 4, 5];
/// The kinds of relocations that are places in the table, as numbers in code and in data.
const PLACES: [u8; 2] = [1, 2];
/// The other kinds that rustc needs: functions, types, variables, tables.
const OTHERS: [u8; 4] = [0, 6, 7, 20];
/// Segments of what never changes.
const CONSTANT: &str = ".rodata";
/// What comes after the linker adds no more to an address than leads to a field of what is there.
const FIELDS: u32 = 256;

/// The data of a module.
#[derive(Debug, Default)]
pub(super) struct Linked {
    /// In the order of their addresses, none of which is in two.
    pub(super) pieces: Vec<Piece>,
    /// All addresses that are mentioned.
    addresses: BTreeSet<u32>,
    /// The places in the table that code tells.
    pub(super) in_code: BTreeSet<u32>,
    /// The places in the table that data tells, with the piece in which they are.
    pub(super) in_data: Vec<(u32, Option<usize>)>,
}

/// A piece of data that is only mentioned as a whole.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its addresses.
    pub(super) at: Range<u32>,
    /// Whether it never changes, and all that mentions it can be seen.
    pub(super) may_move: bool,
    /// The pieces that it mentions.
    pub(super) mentions: Vec<usize>,
}

/// The module as the linker made it, given what its file is called without its ending: the name of the binary, and if it is
/// the page's own, a number that changes with its content.
pub(super) fn file(stem: &str) -> Result<Vec<u8>> {
    let folder = workspace::root().join("target/wasm32-unknown-unknown/release");
    let names = [Some(stem), stem.rsplit_once('-').map(|it| it.0)];
    let mut paths = names.into_iter().flatten().map(|it| folder.join(format!("{it}.wasm")));
    let path =
        paths.find(|it| it.exists()).with_context(|| format!("{stem} is not in {}", folder.display()))?;
    Ok(std::fs::read(&path)?)
}

/// Makes sure that a module comes from the one that lies where the linker has put it, by what the linker says of both.
pub(in super::super) fn check(stem: &str, module: &[u8]) -> Result<()> {
    let said = |module: &[u8]| {
        let mut said = Vec::new();
        wasm::each_section(module, |id, mut body| {
            if id == wasm::CUSTOM && body.text()? == "linking" {
                said = body.0.to_vec();
            }
            Ok(())
        })?;
        Ok::<_, anyhow::Error>(said)
    };
    let here = said(module)?;
    ensure!(
        !here.is_empty() && here == said(&file(stem)?)?,
        "{stem} does not come from what was linked last"
    );
    Ok(())
}

impl Linked {
    /// The pieces that something mentions: what begins where another ends is not told apart from that end.
    pub(super) fn mentioned(&self, mention: Mention) -> impl Iterator<Item = usize> {
        mention.numbers().filter(|it| self.is_address(*it)).flat_map(move |number| {
            let after = self.pieces.partition_point(|it| it.at.start <= number);
            (after.saturating_sub(2)..after).filter(move |it| number <= self.pieces[*it].at.end)
        })
    }

    fn is_address(&self, number: u32) -> bool {
        self.addresses.range(..=number).next_back().is_some_and(|it| number - it < FIELDS)
    }

    /// Reads what the linker says.
    ///
    /// # Errors
    ///
    /// What is missing, or of a kind of which nothing is known here.
    pub(super) fn read(module: &[u8]) -> Result<Self> {
        let (mut segments, mut custom) = (Vec::new(), BTreeMap::new());
        let (mut code, mut data) = (Reader(&[]), Reader(&[]));
        wasm::each_section(module, |id, mut body| {
            match id {
                wasm::CODE => code = body,
                wasm::DATA => (data, segments) = (body, wasm::segments(body)?),
                wasm::CUSTOM => {
                    let name = body.text()?;
                    custom.insert(name, body);
                }
                _ => {}
            }
            Ok(())
        })?;
        let section = |name: &str| custom.get(name).copied().with_context(|| format!("no section {name}"));
        let (symbols, constant) = read_linking(section("linking")?)?;
        let symbols = symbols.into_iter().map(|it| it.map(|it| it.resolve(&segments)).transpose());
        let symbols = symbols.collect::<Result<Vec<_>>>()?;
        let mut linked = Linked { pieces: pieces(&symbols, &segments, &constant), ..Linked::default() };
        for (name, is_data) in [("reloc.CODE", false), ("reloc.DATA", true)] {
            for it in read_relocations(section(name)?)? {
                let from = if is_data { Some(address_of(&segments, it.offset)?) } else { None };
                if it.is_place {
                    linked.tell(from, if is_data { data } else { code }, it.offset)?;
                } else {
                    linked.mention(from, &it, &symbols)?;
                }
            }
        }
        Ok(linked)
    }

    /// Notes a place in the table that stands there in a section, and at this address if that is one of data.
    fn tell(&mut self, from: Option<u32>, section: Reader<'_>, offset: usize) -> Result<()> {
        let mut input = Reader(section.0.get(offset..).context("a place that is nowhere")?);
        if let Some(address) = from {
            let word = input.take(4)?.try_into().context("four bytes")?;
            self.in_data.push((u32::from_le_bytes(word), self.piece_at(address)));
        } else {
            self.in_code.insert(constant(&mut input, 32)? as u32);
        }
        Ok(())
    }

    fn mention(&mut self, from: Option<u32>, it: &Relocation, symbols: &[Option<Range<u32>>]) -> Result<()> {
        // A symbol that is not defined is at 0, and there is no data.
        let Some(symbol) = symbols.get(it.symbol).context("a symbol that there is not")? else {
            return Ok(());
        };
        let address = symbol.start.wrapping_add_signed(it.addend);
        let Some(piece) = self.piece_at(symbol.start) else { return Ok(()) };
        if !(symbol.start..=symbol.end).contains(&address) {
            // The address itself tells another piece.
            self.pieces[piece].may_move = false;
        }
        self.addresses.insert(address);
        if let Some(from) = from.and_then(|it| self.piece_at(it)) {
            self.pieces[from].mentions.push(piece);
        }
        Ok(())
    }

    fn piece_at(&self, address: u32) -> Option<usize> {
        let index = self.pieces.partition_point(|it| it.at.start <= address).checked_sub(1)?;
        self.pieces[index].at.contains(&address).then_some(index)
    }
}

/// Symbols that overlap are one piece.
fn pieces(symbols: &[Option<Range<u32>>], segments: &[Segment<'_>], constant: &[bool]) -> Vec<Piece> {
    let mut sorted: Vec<&Range<u32>> = symbols.iter().flatten().filter(|it| !it.is_empty()).collect();
    sorted.sort_by_key(|it| (it.start, it.end));
    let is_constant = |address: u32| {
        let within = segments.iter().position(|it| it.addresses().contains(&(address as usize)));
        within.and_then(|it| constant.get(it)) == Some(&true)
    };
    let mut pieces: Vec<Piece> = Vec::new();
    for at in sorted {
        match pieces.last_mut().filter(|last| at.start < last.at.end) {
            Some(last) => last.at.end = last.at.end.max(at.end),
            None => {
                pieces.push(Piece { at: at.clone(), may_move: is_constant(at.start), mentions: Vec::new() });
            }
        }
    }
    pieces
}

/// The address of what stands so far behind the beginning of the section of data.
fn address_of(segments: &[Segment<'_>], offset: usize) -> Result<u32> {
    let segment =
        segments.iter().rev().find(|it| it.offset <= offset).context("an offset before all data")?;
    Ok((segment.address + offset - segment.offset) as u32)
}

/// A symbol that is data: the number of its segment, where in that it is, and its size.
struct Symbol {
    segment: usize,
    offset: usize,
    size: usize,
}

impl Symbol {
    fn resolve(self, segments: &[Segment<'_>]) -> Result<Range<u32>> {
        let segment = segments.get(self.segment).context("a segment that there is not")?;
        let start = (segment.address + self.offset) as u32;
        Ok(start..start + self.size as u32)
    }
}

/// The symbols that are data, with others between them as nothing, and whether each segment is of what never changes.
fn read_linking(mut input: Reader<'_>) -> Result<(Vec<Option<Symbol>>, Vec<bool>)> {
    const VERSION: usize = 2;
    const SEGMENTS: u8 = 5;
    const SYMBOLS: u8 = 8;
    ensure!(input.number()? == VERSION, "the linker says it in another way");
    let (mut symbols, mut constant) = (Vec::new(), Vec::new());
    while !input.0.is_empty() {
        let kind = input.byte()?;
        let length = input.number()?;
        let mut part = Reader(input.take(length)?);
        for _ in 0..if matches!(kind, SEGMENTS | SYMBOLS) { part.number()? } else { 0 } {
            if kind == SYMBOLS {
                symbols.push(read_symbol(&mut part)?);
                continue;
            }
            constant.push(part.text()?.starts_with(CONSTANT));
            // How it is aligned, and flags.
            part.number()?;
            part.number()?;
        }
    }
    Ok((symbols, constant))
}

fn read_symbol(input: &mut Reader<'_>) -> Result<Option<Symbol>> {
    let kind = input.byte()?;
    let flags = input.number()?;
    let is_defined = flags & UNDEFINED == 0;
    match kind {
        DATA_SYMBOL => {
            input.text()?;
            let mut number = || input.number();
            let all = if is_defined { Some((number()?, number()?, number()?)) } else { None };
            return Ok(all.map(|(segment, offset, size)| Symbol { segment, offset, size }));
        }
        // Functions, variables, events, tables.
        0 | 2 | 4 | 5 => {
            input.number()?;
            if is_defined || flags & NAMED != 0 {
                input.text()?;
            }
        }
        // Sections.
        3 => {
            input.number()?;
        }
        other => bail!("a symbol of kind {other}"),
    }
    Ok(None)
}

/// An address, or a place in the table, that the linker has written.
struct Relocation {
    is_place: bool,
    /// Where in the section.
    offset: usize,
    symbol: usize,
    addend: i32,
}

/// Those that are addresses of data, and those that are places in the table.
fn read_relocations(mut input: Reader<'_>) -> Result<Vec<Relocation>> {
    // The section's number.
    input.number()?;
    let mut all = Vec::new();
    for _ in 0..input.number()? {
        let kind = input.byte()?;
        let (offset, symbol) = (input.number()?, input.number()?);
        if ADDRESSES.contains(&kind) {
            all.push(Relocation {
                is_place: false,
                offset,
                symbol,
                addend: constant(&mut input, 32)? as i32,
            });
        } else if PLACES.contains(&kind) {
            all.push(Relocation { is_place: true, offset, symbol, addend: 0 });
        } else {
            ensure!(OTHERS.contains(&kind), "a relocation of kind {kind}");
        }
    }
    Ok(all)
}

#[cfg(test)]
pub(super) mod tests;
