//! Walks through the code of a function, as far as it takes to find and to change what it mentions.

use anyhow::{Result, bail, ensure};

use super::super::wasm::{Reader, put_number};

/// What a function mentions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mention {
    /// A function, which it calls or takes a reference of.
    Function(usize),
    /// A number that may be an address, or a place in the table.
    Number(u32),
}

/// Returns a function's code with every function that it mentions replaced by what `change` makes of it. What it makes of
/// numbers is ignored.
pub(super) fn rewrite(body: &[u8], change: &mut dyn FnMut(Mention) -> usize) -> Result<Vec<u8>> {
    let mut walk =
        Walk { input: Reader(body), whole: body, copied: 0, out: Vec::with_capacity(body.len()), change };
    skip_locals(&mut walk.input)?;
    while !walk.input.0.is_empty() {
        walk.instruction()?;
    }
    walk.copy_up_to(body.len());
    Ok(walk.out)
}

/// Calls `see` with everything that a function mentions.
pub(super) fn look_at(body: &[u8], see: &mut dyn FnMut(Mention)) -> Result<()> {
    let same = &mut |it| {
        see(it);
        match it {
            Mention::Function(number) => number,
            Mention::Number(_) => 0,
        }
    };
    rewrite(body, same).map(|_| ())
}

/// Reads over the variables that a function's code begins with.
pub(super) fn skip_locals(input: &mut Reader<'_>) -> Result<()> {
    for _ in 0..input.number()? {
        input.number()?;
        input.byte()?;
    }
    Ok(())
}

struct Walk<'a, 'b> {
    input: Reader<'a>,
    whole: &'a [u8],
    /// How much of the whole is in `out`.
    copied: usize,
    out: Vec<u8>,
    change: &'b mut dyn FnMut(Mention) -> usize,
}

impl Walk<'_, '_> {
    fn at(&self) -> usize {
        self.whole.len() - self.input.0.len()
    }

    fn copy_up_to(&mut self, end: usize) {
        self.out.extend(&self.whole[self.copied..end]);
        self.copied = end;
    }

    /// Reads over that many numbers, signed or not, of whatever width.
    fn skip(&mut self, count: usize) -> Result<()> {
        for _ in 0..count {
            while self.input.byte()? >= 0x80 {}
        }
        Ok(())
    }

    fn function(&mut self) -> Result<()> {
        let start = self.at();
        let function = self.input.number()?;
        self.copy_up_to(start);
        put_number(&mut self.out, (self.change)(Mention::Function(function)));
        self.copied = self.at();
        Ok(())
    }

    fn constant(&mut self) -> Result<()> {
        let (mut value, mut shift) = (0u64, 0);
        loop {
            let byte = self.input.byte()?;
            value |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 {
                if byte & 0x40 != 0 {
                    value |= u64::MAX << shift;
                }
                break;
            }
            ensure!(shift < 35, "a constant goes on for ever");
        }
        (self.change)(Mention::Number(value as u32));
        Ok(())
    }

    /// An access to memory: an alignment and an offset, which is an address where the base is a constant.
    fn access(&mut self) -> Result<()> {
        self.input.number()?;
        let offset = self.input.number()?;
        (self.change)(Mention::Number(offset as u32));
        Ok(())
    }

    fn instruction(&mut self) -> Result<()> {
        match self.input.byte()? {
            0x10 | 0xd2 => self.function(),
            0x28..=0x3e => self.access(),
            0x41 => self.constant(),
            // Blocks, branches, variables, tables, the size of memory, references, wide constants.
            0x02..=0x04 | 0x0c | 0x0d | 0x20..=0x26 | 0x3f | 0x40 | 0x42 | 0xd0 => self.skip(1),
            0x11 => self.skip(2),
            0x0e => {
                let targets = self.input.number()?;
                self.skip(targets + 1)
            }
            0x1c => {
                let types = self.input.number()?;
                self.input.take(types).map(|_| ())
            }
            0x43 => self.input.take(4).map(|_| ()),
            0x44 => self.input.take(8).map(|_| ()),
            0x00 | 0x01 | 0x05 | 0x0b | 0x0f | 0x1a | 0x1b | 0x45..=0xc4 | 0xd1 => Ok(()),
            0xfc => match self.input.number()? {
                0..=7 => Ok(()),
                11 | 15..=17 => self.skip(1),
                10 | 14 => self.skip(2),
                other => bail!("the instruction 0xfc {other}, which no part could use"),
            },
            other => bail!("the instruction {other:#x}, of which nothing is known here"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One variable; call 300; constant -1; load with an offset of 1000; end.
    const BODY: [u8; 14] = [1, 1, 0x7f, 0x10, 0xac, 2, 0x41, 0x7f, 0x28, 2, 0xe8, 7, 0x1a, 0x0b];

    #[test]
    fn what_is_mentioned_is_found() {
        let mut found = Vec::new();
        look_at(&BODY, &mut |it| found.push(it)).unwrap();
        assert_eq!(found, [Mention::Function(300), Mention::Number(u32::MAX), Mention::Number(1000)]);
    }

    #[test]
    fn functions_are_replaced_and_all_else_stays() {
        let out = rewrite(&BODY, &mut |_| 5).unwrap();
        assert_eq!(out, [1, 1, 0x7f, 0x10, 5, 0x41, 0x7f, 0x28, 2, 0xe8, 7, 0x1a, 0x0b]);
    }

    #[test]
    fn what_is_cut_off_or_unknown_is_refused() {
        assert!(look_at(&BODY[..4], &mut |_| ()).is_err());
        assert!(look_at(&[0, 0xfd, 0], &mut |_| ()).is_err());
    }
}
