//! The code of a function as a tree, in which what may be skipped can be found.

use std::ops::Range;

use anyhow::{Result, bail, ensure};

use super::super::wasm::Reader;
use super::instructions::{Access, BlockType, Instruction, Kind, Nest, next};
use super::module::{Module, Signature};

/// A function.
pub(super) struct Body<'a> {
    pub(super) bytes: &'a [u8],
    /// The types of its variables, its parameters first.
    pub(super) locals: Vec<u8>,
    pub(super) signature: Signature<'a>,
    pub(super) code: Seq<'a>,
    /// Tells functions apart by what they do in what order, but not with what: addresses change with every build.
    pub(super) shape: u64,
}

/// Instructions one after another, up to the last that is reached.
#[derive(Default)]
pub(super) struct Seq<'a> {
    pub(super) steps: Vec<Step<'a>>,
    /// Whether it goes on behind the last of them, as wasm sees it.
    pub(super) falls: bool,
    /// Where in the function it ends.
    pub(super) end: usize,
}

/// An instruction, or one that has an end, with all up to there.
pub(super) struct Step<'a> {
    /// Where in the function it begins.
    pub(super) at: usize,
    /// The number of the *tail* that begins here: the rest of its sequence, which may not be reached even where what is in
    /// front of it is. Nothing is on the stack then, of what the sequence put there.
    pub(super) tail: Option<usize>,
    pub(super) what: What<'a>,
}

pub(super) enum What<'a> {
    One(Instruction<'a>),
    Nest { opens: Instruction<'a>, nest: Nest, result: Option<u8>, body: Seq<'a>, otherwise: Option<Seq<'a>> },
}

/// A sequence from one of its steps on.
#[derive(Clone, Copy)]
pub(super) struct Rest<'s> {
    pub(super) seq: &'s Seq<'s>,
    pub(super) from: usize,
}

impl Seq<'_> {
    /// The tails in it, with where they are, those in front first.
    pub(super) fn each_tail(&self, see: &mut dyn FnMut(usize, Range<usize>)) {
        for step in &self.steps {
            if let Some(tail) = step.tail {
                see(tail, step.at..self.end);
            }
            if let What::Nest { body, otherwise, .. } = &step.what {
                body.each_tail(see);
                otherwise.iter().for_each(|it| it.each_tail(see));
            }
        }
    }
}

impl<'a> Body<'a> {
    /// Reads a function that is not imported, by its number; `None` if it has what is not understood here.
    pub(super) fn read(module: &'a Module<'a>, function: usize) -> Result<Option<Self>> {
        let Some(bytes) = module.body(function) else { bail!("a function without code") };
        let signature = module.signatures[module.functions[function]];
        let mut input = Reader(bytes);
        let mut locals = signature.parameters.to_vec();
        for _ in 0..input.number()? {
            let count = input.number()?;
            locals.resize(locals.len() + count, input.byte()?);
        }
        let mut reading = Reading {
            module,
            input,
            length: bytes.len(),
            tails: 0,
            shape: 0xcbf2_9ce4_8422_2325,
            is_understood: signature.results.len() <= 1,
        };
        let (code, _) = reading.seq(false)?;
        ensure!(reading.input.0.is_empty(), "a function that goes on behind its end");
        let body = Body { bytes, locals, signature, code, shape: reading.shape };
        Ok(reading.is_understood.then_some(body))
    }
}

struct Reading<'a> {
    module: &'a Module<'a>,
    input: Reader<'a>,
    length: usize,
    tails: usize,
    shape: u64,
    is_understood: bool,
}

impl<'a> Reading<'a> {
    fn at(&self) -> usize {
        self.length - self.input.0.len()
    }

    /// Reads up to an end, or to what is done otherwise; with how it ended. What may not be reached begins at once, or not.
    fn seq(&mut self, may_be_skipped: bool) -> Result<(Seq<'a>, Kind)> {
        let mut seq = Seq { falls: true, ..Seq::default() };
        let (mut height, mut is_tail) = (0i64, may_be_skipped);
        loop {
            seq.end = self.at();
            let it = next(&mut self.input)?;
            self.hash(&it);
            if matches!(it.kind, Kind::End | Kind::Else) {
                return Ok((seq, it.kind));
            }
            let tail = (is_tail && height == 0 && seq.falls).then_some(self.tails);
            if tail.is_some() {
                (self.tails, is_tail) = (self.tails + 1, false);
            }
            is_tail |= matches!(it.kind, Kind::Opens(..) | Kind::BranchIf(_));
            let (at, is_reached) = (seq.end, seq.falls);
            let (pops, pushes) = self.effect(&it.kind);
            height += pushes as i64 - pops as i64;
            let what = self.what(it, &mut seq.falls)?;
            if is_reached {
                seq.steps.push(Step { at, tail, what });
            }
        }
    }

    fn what(&mut self, it: Instruction<'a>, falls: &mut bool) -> Result<What<'a>> {
        match &it.kind {
            Kind::Opens(nest, of) => {
                let nest = *nest;
                let result = match *of {
                    BlockType::Value(of) => Some(of),
                    BlockType::Nothing => None,
                    BlockType::Type(_) => {
                        self.is_understood = false;
                        None
                    }
                };
                let (body, ended) = self.seq(nest == Nest::If)?;
                let otherwise = match ended {
                    Kind::Else => Some(self.seq(true)?.0),
                    _ => None,
                };
                // Behind an end code counts as reached, even if nothing comes there.
                return Ok(What::Nest { opens: it, nest, result, body, otherwise });
            }
            Kind::Branch(_) | Kind::BranchTable(_) | Kind::Return | Kind::Unreachable => *falls = false,
            _ => {}
        }
        Ok(What::One(it))
    }

    /// How many values an instruction takes off the stack, and how many it puts there.
    fn effect(&self, kind: &Kind) -> (usize, usize) {
        let call = |of: usize| {
            let of = self.module.signatures[of];
            (of.parameters.len(), of.results.len())
        };
        match kind {
            Kind::Call(function) => call(self.module.functions[*function]),
            Kind::Indirect(of, _) => (call(*of).0 + 1, call(*of).1),
            Kind::Local(Access::Get, _) => (0, 1),
            Kind::Local(Access::Set, _) | Kind::BranchIf(_) => (1, 0),
            Kind::Local(Access::Tee, _) => (1, 1),
            Kind::Opens(nest, of) => {
                (usize::from(*nest == Nest::If), usize::from(matches!(of, BlockType::Value(_))))
            }
            Kind::Plain(pops, pushes, _) => (*pops, *pushes),
            // Nothing that follows in the same sequence is reached.
            Kind::Branch(_) | Kind::BranchTable(_) | Kind::Return | Kind::Unreachable => (0, 0),
            Kind::Else | Kind::End => (0, 0),
        }
    }

    /// Adds an instruction to the shape, by FNV-1a.
    fn hash(&mut self, it: &Instruction<'_>) {
        let of = match it.kind {
            Kind::Opens(..) => it.bytes,
            _ => &it.bytes[..1],
        };
        for byte in of {
            self.shape = (self.shape ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sections::Sections;
    use super::*;

    /// What plans name functions and tails by: if it changes, they have to be made anew.
    #[test]
    fn tails_begin_behind_what_may_not_be_reached_where_nothing_is_on_the_stack() {
        let body = [
            &[0][..],
            // block: get 0, br_if 0, nop; end; if: nop, else: nop, nop; end
            &[0x02, 0x40, 0x20, 0, 0x0d, 0, 0x01, 0x0b],
            &[0x20, 0, 0x04, 0x40, 0x01, 0x05, 0x01, 0x01, 0x0b],
            // number 7, then a block with a value, and their sum is dropped; nop; return; nop
            &[0x41, 7, 0x02, 0x7f, 0x41, 8, 0x0b, 0x6a, 0x1a, 0x01, 0x0f, 0x01, 0x0b],
        ];
        let mut module = Sections::new();
        module.raw(1, &[1, 0x60, 1, 0x7f, 0]);
        module.raw(3, &[1, 0]);
        module.code(&[body.concat()]);
        let module = Module::read(&module.0).unwrap();
        let body = Body::read(&module, 0).unwrap().unwrap();
        let mut tails = Vec::new();
        body.code.each_tail(&mut |tail, at| tails.push((tail, at.start, at.len())));
        assert_eq!(tails, [(0, 7, 1), (1, 9, 21), (2, 13, 1), (3, 15, 2), (4, 18, 12), (5, 27, 3)]);
        assert_eq!(body.shape, 12_823_461_130_845_490_079);
    }
}
