//! The instructions of wasm, as far as it takes to find and to change what functions mention, and to cut functions up.

use anyhow::{Result, bail, ensure};

use super::super::wasm::{Reader, put_number};
use super::sections::put_signed;

/// The first bytes of the instructions that are written here.
pub(super) mod code {
    pub(in super::super) const UNREACHABLE: u8 = 0x00;
    pub(in super::super) const BLOCK: u8 = 0x02;
    pub(in super::super) const IF: u8 = 0x04;
    pub(in super::super) const ELSE: u8 = 0x05;
    pub(in super::super) const END: u8 = 0x0b;
    pub(in super::super) const BRANCH: u8 = 0x0c;
    pub(in super::super) const BRANCH_IF: u8 = 0x0d;
    pub(in super::super) const RETURN: u8 = 0x0f;
    pub(in super::super) const CALL: u8 = 0x10;
    /// The type of the function follows, and the number of a table.
    pub(in super::super) const CALL_BY_TABLE: u8 = 0x11;
    pub(in super::super) const GET: u8 = 0x20;
    pub(in super::super) const SET: u8 = 0x21;
    pub(in super::super) const GET_GLOBAL: u8 = 0x23;
    pub(in super::super) const SET_GLOBAL: u8 = 0x24;
    /// How it is aligned follows, and what is added to the address.
    pub(in super::super) const STORE_BYTE: u8 = 0x3a;
    /// A number of 32 bits follows.
    pub(in super::super) const NUMBER: u8 = 0x41;
    pub(in super::super) const IS_ZERO: u8 = 0x45;
    pub(in super::super) const EQUAL: u8 = 0x46;
    /// In the place of a type: there is no value.
    pub(in super::super) const NOTHING: u8 = 0x40;
    /// The type of numbers of 32 bits.
    pub(in super::super) const I32: u8 = 0x7f;
}

/// What a function mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    /// A function, which it calls or takes a reference of.
    Function(usize),
    /// The type of a function that it calls by way of a table.
    Type(usize),
    /// A number that may be an address, or a place in the table.
    Number(u32),
    /// Two of them, the first in the lower half: wasm-opt makes one store of two that are beside each other.
    Pair([u32; 2]),
}

impl Mention {
    /// The numbers that may be addresses, or places in the table.
    pub(super) fn numbers(self) -> impl Iterator<Item = u32> {
        let (one, pair) = match self {
            Mention::Number(number) => (Some(number), None),
            Mention::Pair(pair) => (None, Some(pair)),
            Mention::Function(_) | Mention::Type(_) => (None, None),
        };
        one.into_iter().chain(pair.into_iter().flatten())
    }
}

/// An instruction as it stands in the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Instruction<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) kind: Kind,
}

/// What an instruction does. What takes values off the stack and puts some there says how many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Call(usize),
    /// A call of a function of this type by way of a table, with the table's number.
    Indirect(usize, usize),
    Local(Access, usize),
    Opens(Nest, BlockType),
    Else,
    End,
    Branch(usize),
    BranchIf(usize),
    /// The last one is where it goes if none of the others fits.
    BranchTable(Vec<usize>),
    Return,
    Unreachable,
    /// Everything else, with the one thing that it may mention.
    Plain(usize, usize, Option<Mention>),
}

/// What is done with a variable.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Access {
    Get,
    Set,
    /// It is set, and its value stays on the stack.
    Tee,
}

/// What has an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Nest {
    Block,
    Loop,
    If,
}

/// What is on the stack after what has an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockType {
    Nothing,
    Value(u8),
    /// More, or something that it takes: the number of a type.
    Type(usize),
}

impl Instruction<'_> {
    fn mention(&self) -> Option<Mention> {
        match &self.kind {
            Kind::Call(function) => Some(Mention::Function(*function)),
            Kind::Indirect(of, _) | Kind::Opens(_, BlockType::Type(of)) => Some(Mention::Type(*of)),
            Kind::Plain(_, _, mention) => *mention,
            _ => None,
        }
    }
}

/// Returns a function's code with every function and type that it mentions replaced by what `change` makes of it. What it
/// makes of numbers is ignored.
pub(super) fn rewrite(body: &[u8], change: &mut dyn FnMut(Mention) -> usize) -> Result<Vec<u8>> {
    let mut input = Reader(body);
    skip_locals(&mut input)?;
    let mut out = body[..body.len() - input.0.len()].to_vec();
    while !input.0.is_empty() {
        let it = next(&mut input)?;
        let Some(mention) = it.mention() else {
            out.extend(it.bytes);
            continue;
        };
        let changed = change(mention);
        match (mention, &it.kind) {
            (Mention::Number(_) | Mention::Pair(_), _) => out.extend(it.bytes),
            (_, Kind::Opens(..)) => {
                out.push(it.bytes[0]);
                // Unlike elsewhere the number of a type has a sign here, which tells it from a type itself.
                put_signed(&mut out, changed);
            }
            (_, kind) => {
                out.push(it.bytes[0]);
                put_number(&mut out, changed);
                if let Kind::Indirect(_, table) = kind {
                    put_number(&mut out, *table);
                }
            }
        }
    }
    Ok(out)
}

/// Calls `see` with everything that a function mentions.
pub(super) fn look_at(body: &[u8], see: &mut dyn FnMut(Mention)) -> Result<()> {
    let mut input = Reader(body);
    skip_locals(&mut input)?;
    look_on(input, see)
}

/// Calls `see` with everything that the rest of a function's code mentions.
pub(super) fn look_on(mut input: Reader<'_>, see: &mut dyn FnMut(Mention)) -> Result<()> {
    while !input.0.is_empty() {
        next(&mut input)?.mention().into_iter().for_each(&mut *see);
    }
    Ok(())
}

/// Reads over the variables that a function's code begins with.
pub(super) fn skip_locals(input: &mut Reader<'_>) -> Result<()> {
    for _ in 0..input.number()? {
        input.number()?;
        input.byte()?;
    }
    Ok(())
}

/// Reads one instruction.
pub(super) fn next<'a>(input: &mut Reader<'a>) -> Result<Instruction<'a>> {
    let whole = input.0;
    let kind = kind(input)?;
    Ok(Instruction { bytes: &whole[..whole.len() - input.0.len()], kind })
}

fn kind(input: &mut Reader<'_>) -> Result<Kind> {
    let first = input.byte()?;
    Ok(match first {
        code::UNREACHABLE => Kind::Unreachable,
        code::BLOCK => Kind::Opens(Nest::Block, block_type(input)?),
        0x03 => Kind::Opens(Nest::Loop, block_type(input)?),
        code::IF => Kind::Opens(Nest::If, block_type(input)?),
        code::ELSE => Kind::Else,
        code::END => Kind::End,
        code::BRANCH => Kind::Branch(input.number()?),
        code::BRANCH_IF => Kind::BranchIf(input.number()?),
        0x0e => {
            let targets = input.number()?;
            Kind::BranchTable((0..=targets).map(|_| input.number()).collect::<Result<_>>()?)
        }
        code::RETURN => Kind::Return,
        code::CALL => Kind::Call(input.number()?),
        0x11 => {
            let of = input.number()?;
            Kind::Indirect(of, input.number()?)
        }
        code::GET => Kind::Local(Access::Get, input.number()?),
        code::SET => Kind::Local(Access::Set, input.number()?),
        0x22 => Kind::Local(Access::Tee, input.number()?),
        0xfc => more(input)?,
        _ => plain(first, input)?,
    })
}

/// What only takes values off the stack and puts others there.
fn plain(first: u8, input: &mut Reader<'_>) -> Result<Kind> {
    let mut mention = None;
    let (pops, pushes) = match first {
        0x01 => (0, 0),
        0x1a => (1, 0),
        0x1b => (3, 1),
        0x1c => {
            let types = input.number()?;
            input.take(types)?;
            (3, 1)
        }
        // Variables of the module, and tables.
        0x23..=0x26 => {
            input.number()?;
            [(0, 1), (1, 0), (1, 1), (2, 0)][usize::from(first - 0x23)]
        }
        // Accesses to memory: an alignment and an offset, which is an address where the base is a constant.
        0x28..=0x3e => {
            input.number()?;
            mention = Some(Mention::Number(input.number()? as u32));
            if first < 0x36 { (1, 1) } else { (2, 0) }
        }
        // The size of memory.
        0x3f | 0x40 => {
            input.number()?;
            (usize::from(first - 0x3f), 1)
        }
        code::NUMBER => {
            mention = Some(Mention::Number(constant(input, 32)? as u32));
            (0, 1)
        }
        0x42 => {
            let number = constant(input, 64)?;
            mention = Some(Mention::Pair([number as u32, (number >> 32) as u32]));
            (0, 1)
        }
        0x43 | 0x44 => {
            input.take(if first == 0x43 { 4 } else { 8 })?;
            (0, 1)
        }
        // Tests against zero, counts of bits, roots, conversions: what takes one value.
        0x45 | 0x50 | 0x67..=0x69 | 0x79..=0x7b | 0x8b..=0x91 | 0x99..=0x9f | 0xa7..=0xc4 => (1, 1),
        0x46..=0xa6 => (2, 1),
        0xd0 => {
            input.byte()?;
            (0, 1)
        }
        0xd1 => (1, 1),
        0xd2 => {
            mention = Some(Mention::Function(input.number()?));
            (0, 1)
        }
        other => bail!("the instruction {other:#x}, of which nothing is known here"),
    };
    Ok(Kind::Plain(pops, pushes, mention))
}

/// What was added to wasm later.
fn more(input: &mut Reader<'_>) -> Result<Kind> {
    let second = input.number()?;
    let (numbers, pops, pushes) = match second {
        0..=7 => (0, 1, 1),
        10 | 14 => (2, 3, 0),
        11 | 17 => (1, 3, 0),
        15 => (1, 2, 1),
        16 => (1, 0, 1),
        other => bail!("the instruction 0xfc {other}, which no part could use"),
    };
    for _ in 0..numbers {
        input.number()?;
    }
    Ok(Kind::Plain(pops, pushes, None))
}

fn block_type(input: &mut Reader<'_>) -> Result<BlockType> {
    Ok(match input.0.first() {
        Some(&code::NOTHING) => {
            input.byte()?;
            BlockType::Nothing
        }
        Some(0x41..=0x7f) => BlockType::Value(input.byte()?),
        _ => BlockType::Type(input.number()?),
    })
}

/// A signed number of so many bits, 64 at most, with its sign in all bits above.
pub(super) fn constant(input: &mut Reader<'_>, bits: u32) -> Result<u64> {
    let (mut value, mut shift) = (0_u64, 0);
    loop {
        let byte = input.byte()?;
        value |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            if byte & 0x40 != 0 {
                value |= u64::MAX.checked_shl(shift).unwrap_or_default();
            }
            return Ok(value);
        }
        ensure!(shift < bits, "a constant goes on for ever");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One variable; call 300; constant -1; load with an offset of 1000; drop; end.
    const BODY: [u8; 14] = [1, 1, 0x7f, 0x10, 0xac, 2, 0x41, 0x7f, 0x28, 2, 0xe8, 7, 0x1a, 0x0b];

    #[test]
    fn what_is_mentioned_is_found() {
        let mut found = Vec::new();
        look_at(&BODY, &mut |it| found.push(it)).unwrap();
        assert_eq!(found, [Mention::Function(300), Mention::Number(u32::MAX), Mention::Number(1000)]);
    }

    #[test]
    fn a_number_of_64_bits_may_be_two() {
        let pair = |number: &[u8]| {
            let mut found = Vec::new();
            look_at(&[&[0, 0x42], number, &[0x0b]].concat(), &mut |it| found.push(it)).unwrap();
            found
        };
        // 11 << 32 | 1100128, then -1, then the lowest there is.
        let long = [0xe0, 0x92, 0xc3, 0x80, 0xb0, 0x01];
        assert_eq!(pair(&long), [Mention::Pair([1_100_128, 11])]);
        assert_eq!(pair(&[0x7f]), [Mention::Pair([u32::MAX; 2])]);
        let lowest = [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f];
        assert_eq!(pair(&lowest), [Mention::Pair([0, 1 << 31])]);
    }

    #[test]
    fn functions_and_types_are_replaced_and_all_else_stays() {
        let out = rewrite(&BODY, &mut |_| 5).unwrap();
        assert_eq!(out, [1, 1, 0x7f, 0x10, 5, 0x41, 0x7f, 0x28, 2, 0xe8, 7, 0x1a, 0x0b]);
        assert_eq!(rewrite(&[0, 0x11, 0x90, 1, 2, 0x0b], &mut |_| 5).unwrap(), [0, 0x11, 5, 2, 0x0b]);
    }

    #[test]
    fn the_type_of_a_block_is_told_from_a_value_by_its_sign() {
        let body = [0, 0x02, 3, 0x0b, 0x02, 0x40, 0x0b, 0x02, 0x7f, 0x0b, 0x0b];
        let out = rewrite(&body, &mut |_| 64).unwrap();
        assert_eq!(out, [0, 0x02, 0xc0, 0, 0x0b, 0x02, 0x40, 0x0b, 0x02, 0x7f, 0x0b, 0x0b]);
    }

    #[test]
    fn what_is_cut_off_or_unknown_is_refused() {
        assert!(look_at(&BODY[..4], &mut |_| ()).is_err());
        assert!(look_at(&[0, 0xfd, 0], &mut |_| ()).is_err());
    }
}
