//! Doors: functions that stand for one of a part, wherever it may be called before the part is there.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use super::super::super::wasm::put_number;
use super::super::data::Data;
use super::super::instructions::code;
use super::super::module::{FUNCTION, Module};
use super::super::sections::put_signed;
use super::{Split, calls};

/// Which functions of parts are called from elsewhere.
pub(super) struct Doors {
    /// The functions of parts that are in the table, with their places: those that were, and those called from elsewhere.
    places: BTreeMap<usize, usize>,
    /// How many of these places are new.
    pub(super) new_places: usize,
    /// The functions that have a door in the first module, in the order of their places.
    pub(super) of_first: Vec<usize>,
    /// The parts whose functions other parts have doors for.
    pub(super) of_parts: BTreeSet<usize>,
}

impl Doors {
    pub(super) fn new(module: &Module<'_>, parts: &[usize], data: &Data) -> Result<Self> {
        let mut by_first: BTreeSet<usize> = module.start.into_iter().collect();
        by_first.extend(module.exports.iter().filter(|it| it.1 == FUNCTION).map(|it| it.2));
        let mut by_parts = BTreeSet::new();
        for function in module.imported..module.functions.len() {
            let from = parts[function];
            let by = if from == 0 { &mut by_first } else { &mut by_parts };
            by.extend(calls(module, function)?.into_iter().filter(|it| parts[*it] != from));
        }
        // A place that is only told in a function's own part is told after it has been filled.
        let told = module.elements.iter().filter(|it| data.is_told_outside(it.0, parts[it.1])).map(|it| it.1);
        by_first.extend(told);
        let in_table: BTreeMap<usize, usize> = module.elements.iter().map(|it| (it.1, it.0)).collect();
        let of_a_part = |it: &usize| parts[*it] != 0;
        let mut sorted: BTreeSet<usize> = in_table.keys().copied().filter(of_a_part).collect();
        sorted.extend(by_first.iter().chain(&by_parts).copied().filter(of_a_part));
        // One part's places stand side by side, so that the part can fill them in one go.
        let mut sorted: Vec<usize> = sorted.into_iter().collect();
        sorted.sort_by_key(|it| parts[*it]);
        let first = module.tables.first().context("the module has no table")?.least;
        let mut new = first..;
        let place = |it: usize| Some((it, in_table.get(&it).copied().or_else(|| new.next())?));
        let places: BTreeMap<usize, usize> = sorted.into_iter().filter_map(place).collect();
        let mut of_first: Vec<usize> = by_first.into_iter().filter(of_a_part).collect();
        of_first.sort_by_key(|it| places[it]);
        let of_parts = by_parts.iter().map(|it| parts[*it]).filter(|it| *it != 0).collect();
        Ok(Doors { places, new_places: new.start - first, of_first, of_parts })
    }

    /// Places in the table, each with the function whose doors look for it there.
    pub(super) fn places(&self) -> impl Iterator<Item = (usize, usize)> {
        self.places.iter().map(|it| (*it.1, *it.0))
    }
}

impl Split<'_> {
    /// A function that asks the porter of this number for its part, and then calls what has been put into the table, given
    /// the number of its type.
    pub(super) fn door(&self, function: usize, of: usize, porter: usize) -> Vec<u8> {
        let mut out = vec![0, code::CALL];
        put_number(&mut out, porter);
        let signature = self.module.signatures[self.module.functions[function]];
        for parameter in 0..signature.parameters.len() {
            out.push(code::GET);
            put_number(&mut out, parameter);
        }
        out.push(code::NUMBER);
        put_signed(&mut out, self.doors.places[&function]);
        out.push(code::CALL_BY_TABLE);
        put_number(&mut out, of);
        out.extend([0, code::END]);
        out
    }

    /// The number in the first module of the porter of a part: they come last.
    pub(super) fn porter_number(&self, part: usize) -> usize {
        self.own_start() + self.first.len() + self.doors.of_first.len() + part - 1
    }

    /// A function that has a part loaded if it is not there yet.
    pub(super) fn porter(&self, part: usize) -> Vec<u8> {
        let global = self.module.global_types.len() + part - 1;
        let mut out = vec![0, code::GET_GLOBAL];
        put_number(&mut out, global);
        out.extend([code::IS_ZERO, code::IF, code::NOTHING, code::NUMBER]);
        put_signed(&mut out, part);
        out.push(code::CALL);
        put_number(&mut out, self.module.imported);
        out.extend([code::NUMBER, 1, code::SET_GLOBAL]);
        put_number(&mut out, global);
        out.extend([code::END, code::END]);
        out
    }
}
