//! Writes the sections of a module.

use anyhow::Result;

use super::super::wasm::{self, put_number};
use super::module::{Signature, Table};

/// A section that is a list, with one more at its end.
pub(super) fn with_one_more(section: &[u8], one: &[u8]) -> Result<Vec<u8>> {
    with_more(section, &[one])
}

/// A section that is a list, with others at its end.
pub(super) fn with_more(section: &[u8], others: &[impl AsRef<[u8]>]) -> Result<Vec<u8>> {
    let mut input = wasm::Reader(section);
    let count = input.number()?;
    let mut out = Vec::new();
    put_number(&mut out, count + others.len());
    out.extend(input.0);
    others.iter().for_each(|it| out.extend(it.as_ref()));
    Ok(out)
}

/// The section of functions' code.
pub(super) fn code(bodies: &[Vec<u8>]) -> Vec<u8> {
    let mut out = Vec::new();
    put_number(&mut out, bodies.len());
    for body in bodies {
        put_number(&mut out, body.len());
        out.extend(body);
    }
    out
}

pub(super) fn put_signature(out: &mut Vec<u8>, of: &Signature<'_>) {
    out.push(0x60);
    for types in [of.parameters, of.results] {
        put_number(out, types.len());
        out.extend(types);
    }
}

pub(super) fn put_table(out: &mut Vec<u8>, table: &Table) {
    out.extend([table.holds, u8::from(table.most.is_some())]);
    put_number(out, table.least);
    if let Some(most) = table.most {
        put_number(out, most);
    }
}

/// A number where wasm takes signed ones.
pub(super) fn put_signed(out: &mut Vec<u8>, mut number: usize) {
    while number >= 0x40 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// A module in the making.
pub(super) struct Sections(pub(super) Vec<u8>);

impl Sections {
    pub(super) fn new() -> Self {
        Sections(wasm::HEADER.to_vec())
    }

    pub(super) fn raw(&mut self, id: u8, body: &[u8]) {
        self.0.push(id);
        put_number(&mut self.0, body.len());
        self.0.extend(body);
    }

    pub(super) fn list<T>(&mut self, id: u8, of: impl IntoIterator<Item = T>, put: impl Fn(&mut Vec<u8>, T)) {
        let mut body = Vec::new();
        let mut count = 0;
        for one in of {
            put(&mut body, one);
            count += 1;
        }
        let mut section = Vec::new();
        put_number(&mut section, count);
        section.extend(body);
        self.raw(id, &section);
    }

    pub(super) fn code(&mut self, bodies: &[Vec<u8>]) {
        self.raw(wasm::CODE, &code(bodies));
    }

    /// Functions for the first table, each with its place; those that stand side by side together.
    pub(super) fn elements(&mut self, mut of: Vec<(usize, usize)>) {
        of.sort_unstable();
        let together: Vec<_> = of.chunk_by(|one, next| one.0 + 1 == next.0).collect();
        self.list(9, together, |out, run| {
            out.extend([0, 0x41]);
            put_signed(out, run[0].0);
            out.push(0x0b);
            put_number(out, run.len());
            for (_, function) in run {
                put_number(out, *function);
            }
        });
    }
}
