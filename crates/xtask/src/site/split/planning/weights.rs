//! What code weighs: its own bytes, and the tables and texts that go wherever it goes.

use anyhow::Result;

use super::super::super::wasm::Reader;
use super::super::instructions::{look_at, look_on, skip_locals};
use super::super::linked::Linked;
use super::super::module::Module;

/// The weights of a module's functions.
pub(in super::super) struct Weights<'a> {
    linked: &'a Linked,
    /// What each piece of data adds to each of the functions that mention it.
    shares: Vec<usize>,
}

impl<'a> Weights<'a> {
    /// Finds out how many functions mention each piece, and so share its weight.
    pub(in super::super) fn new(module: &Module<'_>, linked: &'a Linked) -> Result<Self> {
        let mut counts = vec![0; linked.pieces.len()];
        for body in &module.code {
            let mut mentioned = Vec::new();
            look_at(body, &mut |it| mentioned.extend(linked.mentioned(it)))?;
            mentioned.sort_unstable();
            mentioned.dedup();
            mentioned.into_iter().for_each(|it| counts[it] += 1);
        }
        let share = |(count, index): (&usize, usize)| match &linked.pieces[index] {
            piece if piece.may_move => piece.at.len() / (*count).max(1),
            _ => 0,
        };
        Ok(Weights { linked, shares: counts.iter().zip(0..).map(share).collect() })
    }

    /// The weights of all functions that are not imported.
    pub(super) fn of_all(&self, module: &Module<'_>) -> Result<Vec<usize>> {
        let of = |body: &&[u8]| {
            let mut rest = Reader(body);
            skip_locals(&mut rest)?;
            Ok(body.len() - rest.0.len() + self.of_rest(rest.0)?)
        };
        module.code.iter().map(of).collect()
    }

    /// The weight of the rest of a function, or of a part of it.
    pub(in super::super) fn of_rest(&self, code: &[u8]) -> Result<usize> {
        let mut mentioned = Vec::new();
        look_on(Reader(code), &mut |it| mentioned.extend(self.linked.mentioned(it)))?;
        mentioned.sort_unstable();
        mentioned.dedup();
        Ok(code.len() + mentioned.into_iter().map(|it: usize| self.shares[it]).sum::<usize>())
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::linked::tests::Made;
    use super::super::super::sections::Sections;
    use super::*;

    #[test]
    fn functions_share_what_they_mention() {
        let made = Made {
            segments: vec![(".rodata", 16, vec![1; 14])],
            symbols: vec![(0, 0, 4), (0, 4, 10)],
            code: vec![(4, 0, 1, 0), (4, 0, 2, 0)],
            data: Vec::new(),
        };
        let linked = Linked::read(&made.module()).unwrap();
        let mut module = Sections::new();
        module.raw(1, &[1, 0x60, 0, 0]);
        module.list(3, [0, 0], |out, it: u8| out.push(it));
        module.code(&[vec![0, 0x41, 17, 0x1a, 0x41, 22, 0x1a, 0x0b], vec![0, 0x41, 23, 0x1a, 0x0b]]);
        let module = Module::read(&module.0).unwrap();
        let weights = Weights::new(&module, &linked).unwrap();
        assert_eq!(weights.of_all(&module).unwrap(), [8 + 4 + 5, 5 + 5]);
        assert_eq!(weights.of_rest(&[0x41, 22, 0x1a]).unwrap(), 3 + 5);
    }
}
