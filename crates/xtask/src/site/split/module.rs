//! A wasm module, taken apart as far as splitting takes.

use std::collections::HashMap;

use anyhow::{Context, Result, bail, ensure};

use super::super::wasm::{self, Reader};

/// The kinds of exports.
pub(super) const FUNCTION: u8 = 0;
pub(super) const TABLE: u8 = 1;
pub(super) const MEMORY: u8 = 2;
pub(super) const GLOBAL: u8 = 3;

/// A module. Functions are numbered as in wasm: those that are imported come first.
#[derive(Default)]
pub(super) struct Module<'a> {
    /// The content of the sections that stay as they are.
    pub(super) types: &'a [u8],
    pub(super) imports: &'a [u8],
    pub(super) memories: &'a [u8],
    pub(super) globals: &'a [u8],
    pub(super) data: &'a [u8],
    /// The types of functions.
    pub(super) signatures: Vec<Signature<'a>>,
    /// The type of each function.
    pub(super) functions: Vec<usize>,
    /// How many functions are imported.
    pub(super) imported: usize,
    pub(super) tables: Vec<Table>,
    /// The type of each global.
    pub(super) global_types: Vec<[u8; 2]>,
    pub(super) exports: Vec<(&'a str, u8, usize)>,
    pub(super) start: Option<usize>,
    /// Which function is in which place of the first table.
    pub(super) elements: Vec<(usize, usize)>,
    pub(super) code: Vec<&'a [u8]>,
    pub(super) names: HashMap<usize, String>,
}

/// What a function takes and returns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Signature<'a> {
    pub(super) parameters: &'a [u8],
    pub(super) results: &'a [u8],
}

/// A table: what it holds, how much at first and at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Table {
    pub(super) holds: u8,
    pub(super) least: usize,
    pub(super) most: Option<usize>,
}

impl<'a> Module<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self> {
        let mut module = Module::default();
        wasm::each_section(bytes, |id, body| module.section(id, body))?;
        ensure!(module.functions.len() == module.imported + module.code.len(), "a function has no code");
        Ok(module)
    }

    /// The code of a function that is not imported.
    pub(super) fn body(&self, function: usize) -> Option<&'a [u8]> {
        self.code.get(function.checked_sub(self.imported)?).copied()
    }

    fn section(&mut self, id: u8, body: Reader<'a>) -> Result<()> {
        match id {
            wasm::CUSTOM => wasm::read_names(body, &mut self.names)?,
            1 => self.read_types(body)?,
            wasm::IMPORTS => self.read_imports(body)?,
            3 => self.functions.extend(list(body, Reader::number)?),
            4 => self.tables = list(body, read_table)?,
            wasm::MEMORIES => self.memories = body.0,
            6 => self.read_globals(body)?,
            7 => self.exports = list(body, |it| Ok((it.text()?, it.byte()?, it.number()?)))?,
            8 => self.start = Some({ body }.number()?),
            9 => self.read_elements(body)?,
            // How many pieces of data there are is only said for instructions that no part may have.
            12 => {}
            wasm::CODE => self.code = list(body, |it| it.number().and_then(|length| it.take(length)))?,
            wasm::DATA => self.data = body.0,
            other => bail!("a section of kind {other}, of which nothing is known here"),
        }
        Ok(())
    }

    fn read_types(&mut self, body: Reader<'a>) -> Result<()> {
        self.types = body.0;
        self.signatures = list(body, |it| {
            ensure!(it.byte()? == 0x60, "a type that is none of a function");
            let parameters = it.number()?;
            let parameters = it.take(parameters)?;
            let results = it.number()?;
            Ok(Signature { parameters, results: it.take(results)? })
        })?;
        Ok(())
    }

    fn read_imports(&mut self, body: Reader<'a>) -> Result<()> {
        self.imports = body.0;
        self.functions = list(body, |it| {
            it.text()?;
            it.text()?;
            ensure!(it.byte()? == FUNCTION, "an import that is no function");
            it.number()
        })?;
        self.imported = self.functions.len();
        Ok(())
    }

    fn read_globals(&mut self, body: Reader<'a>) -> Result<()> {
        self.globals = body.0;
        self.global_types = list(body, |it| {
            let of = [it.byte()?, it.byte()?];
            ensure!(it.byte()? == 0x41, "a global that does not begin as a number");
            it.number()?;
            ensure!(it.byte()? == 0x0b, "a global whose first value is computed");
            Ok(of)
        })?;
        Ok(())
    }

    fn read_elements(&mut self, body: Reader<'a>) -> Result<()> {
        let segments = list(body, |it| {
            ensure!(it.byte()? == 0 && it.byte()? == 0x41, "functions that are not put into the first table");
            let start = it.number()?;
            ensure!(it.byte()? == 0x0b, "functions whose place in the table is computed");
            let count = it.number()?;
            (0..count).map(|index| Ok((start + index, it.number()?))).collect::<Result<Vec<_>>>()
        })?;
        self.elements = segments.concat();
        Ok(())
    }
}

/// Reads as many of them as the number says that stands first.
fn list<'a, T>(mut input: Reader<'a>, one: impl Fn(&mut Reader<'a>) -> Result<T>) -> Result<Vec<T>> {
    let count = input.number()?;
    let read = (0..count).map(|_| one(&mut input)).collect::<Result<Vec<_>>>()?;
    ensure!(input.0.is_empty(), "a section is longer than what is in it");
    Ok(read)
}

fn read_table(input: &mut Reader<'_>) -> Result<Table> {
    let (holds, has_most) = (input.byte()?, input.byte()?);
    let least = input.number()?;
    let most = match has_most {
        0 => None,
        1 => Some(input.number()?),
        other => bail!("a table with the limits {other}"),
    };
    Ok(Table { holds, least, most })
}

/// Calls `see` with each aligned word of the data and its address.
pub(super) fn each_word(data: &[u8], mut see: impl FnMut(u32, u32)) -> Result<()> {
    for segment in wasm::segments(Reader(data))? {
        let first = segment.address.next_multiple_of(4) - segment.address;
        for (index, word) in segment.bytes.get(first..).unwrap_or_default().chunks_exact(4).enumerate() {
            let word = u32::from_le_bytes(word.try_into().context("four bytes")?);
            see((segment.address + first + index * 4) as u32, word);
        }
    }
    Ok(())
}
