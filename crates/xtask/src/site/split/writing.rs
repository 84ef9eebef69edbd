//! Writes the modules: the first one here, the others in [`part`].

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use super::super::wasm::{self, put_number, put_text};
use super::LOADER;
use super::data::Data;
use super::instructions::{Mention, code, look_at, rewrite};
use super::linked::Linked;
use super::module::{FUNCTION, GLOBAL, MEMORY, Module, TABLE, Table};
use super::sections::{Sections, put_table, with_one_more};

mod doors;
mod part;

use doors::Doors;

/// Writes the first module and then the parts, given each function's part.
pub(super) fn write(module: &Module<'_>, places: &[usize], linked: &Linked) -> Result<Vec<Vec<u8>>> {
    let split = Split::new(module, places, linked)?;
    let mut modules = vec![split.first()?];
    for part in 1..=split.parts {
        modules.push(split.part(part)?);
    }
    Ok(modules)
}

struct Split<'a> {
    module: &'a Module<'a>,
    places: &'a [usize],
    doors: Doors,
    /// The first module's own functions, in their order.
    first: Vec<usize>,
    /// What parts need of the first module, each with its place among these exports.
    lent: BTreeMap<usize, usize>,
    /// How many parts there are.
    parts: usize,
    data: Data,
}

impl<'a> Split<'a> {
    fn new(module: &'a Module<'a>, places: &'a [usize], linked: &Linked) -> Result<Self> {
        let parts = places.iter().copied().max().unwrap_or_default();
        let data = Data::new(module, places, linked)?;
        let doors = Doors::new(module, places, &data)?;
        let mut lent = BTreeSet::new();
        for function in (0..places.len()).filter(|it| places[*it] != 0) {
            lent.extend(calls(module, function)?.into_iter().filter(|it| places[*it] == 0));
        }
        let first = own(module, places, 0);
        let mut split = Split { module, places, doors, first, lent: BTreeMap::new(), parts, data };
        // In the order of their numbers, as they compress best.
        let numbers = split.first_numbers();
        let mut lent: Vec<usize> = lent.into_iter().collect();
        lent.sort_by_key(|it| numbers.get(it));
        split.lent = lent.into_iter().zip(0..).collect();
        Ok(split)
    }

    /// The numbers of functions in the first module; those of parts have their doors'.
    fn first_numbers(&self) -> BTreeMap<usize, usize> {
        let imported = 0..self.module.imported;
        let others = self.first.iter().chain(&self.doors.of_first).copied();
        let own_start = self.own_start();
        imported.map(|it| (it, it)).chain(others.enumerate().map(|(at, it)| (it, own_start + at))).collect()
    }

    /// The number of the first function of the first module that is not imported: after what is imported comes what loads
    /// a part, if there are any.
    fn own_start(&self) -> usize {
        self.module.imported + usize::from(self.parts > 0)
    }

    fn first(&self) -> Result<Vec<u8>> {
        let numbers = self.first_numbers();
        let number = |function: usize| numbers.get(&function).copied().context("a function without a door");
        let module = self.module;
        let doors = &self.doors.of_first;
        let mut out = Sections::new();
        let (types, imports) = self.types_and_imports()?;
        out.raw(1, &types);
        out.raw(wasm::IMPORTS, &imports);
        let types = self.first.iter().chain(doors).map(|it| module.functions[*it]);
        let of_porters = (0..self.parts).map(|_| module.signatures.len() + 1);
        out.list(3, types.chain(of_porters), put_number);
        out.list(4, &self.tables(), put_table);
        out.raw(wasm::MEMORIES, module.memories);
        let mut globals = module.globals.to_vec();
        for _ in 0..self.parts {
            // A number that changes, 0 at first: whether the part is there.
            globals = with_one_more(&globals, &[code::I32, 1, code::NUMBER, 0, code::END])?;
        }
        out.raw(6, &globals);
        out.list(wasm::EXPORTS, &self.exports(&number)?, |out, (name, kind, index)| {
            put_text(out, name);
            out.push(*kind);
            put_number(out, *index);
        });
        if let Some(start) = module.start {
            let mut body = Vec::new();
            put_number(&mut body, number(start)?);
            out.raw(8, &body);
        }
        // What has no door gets its place from its part.
        let elements = module.elements.iter().filter_map(|it| Some((it.0, *numbers.get(&it.1)?)));
        out.elements(elements.collect());
        // Types have the numbers that they had.
        let same = |mention| match mention {
            Mention::Function(function) => number(function),
            Mention::Type(of) => Ok(of),
            Mention::Number(_) | Mention::Pair(_) => Ok(0),
        };
        let mut bodies = self.first.iter().map(|it| self.body(*it, &same)).collect::<Result<Vec<_>>>()?;
        let door = |it: &usize| self.door(*it, module.functions[*it], self.porter_number(self.places[*it]));
        bodies.extend(doors.iter().map(door));
        bodies.extend((1..=self.parts).map(|part| self.porter(part)));
        out.code(&bodies);
        out.raw(wasm::DATA, &self.data.first());
        Ok(out.0)
    }

    /// With the type of the function that loads a part, and that of those which ask whether it has to.
    fn types_and_imports(&self) -> Result<(Vec<u8>, Vec<u8>)> {
        let module = self.module;
        if self.parts == 0 {
            return Ok((module.types.to_vec(), module.imports.to_vec()));
        }
        let types = with_one_more(module.types, &[0x60, 1, 0x7f, 0])?;
        let mut loader = Vec::new();
        put_text(&mut loader, LOADER.0);
        put_text(&mut loader, LOADER.1);
        loader.push(FUNCTION);
        put_number(&mut loader, module.signatures.len());
        Ok((with_one_more(&types, &[0x60, 0, 0])?, with_one_more(module.imports, &loader)?))
    }

    fn body(&self, function: usize, number: &dyn Fn(Mention) -> Result<usize>) -> Result<Vec<u8>> {
        let mut lost = None;
        let body = rewrite(self.module.body(function).unwrap_or_default(), &mut |it| {
            number(it).unwrap_or_else(|error| {
                lost = Some(error);
                0
            })
        })?;
        lost.map_or(Ok(body), Err)
    }

    /// The tables, the first of them with room for the doors.
    fn tables(&self) -> Vec<Table> {
        let mut tables = self.module.tables.clone();
        if let Some(first) = tables.first_mut() {
            first.least += self.doors.new_places;
            first.most = first.most.map(|it| it + self.doors.new_places);
        }
        tables
    }

    fn exports(&self, number: &dyn Fn(usize) -> Result<usize>) -> Result<Vec<(String, u8, usize)>> {
        let module = self.module;
        let mut out = Vec::new();
        for (name, kind, index) in &module.exports {
            let index = if *kind == FUNCTION { number(*index)? } else { *index };
            out.push(((*name).to_owned(), *kind, index));
        }
        let mut lent: Vec<_> = self.lent.iter().collect();
        lent.sort_by_key(|it| it.1);
        for (function, at) in lent {
            out.push((at.to_string(), FUNCTION, number(*function)?));
        }
        for part in &self.doors.of_parts {
            out.push((shared_name(FUNCTION, *part), FUNCTION, self.porter_number(*part)));
        }
        let shared = [(TABLE, module.tables.len()), (MEMORY, 1), (GLOBAL, module.global_types.len())];
        for (kind, count) in shared.into_iter().filter(|_| self.parts > 0) {
            out.extend((0..count).map(|index| (shared_name(kind, index), kind, index)));
        }
        Ok(out)
    }

    fn lent_name(&self, function: usize) -> Result<String> {
        Ok(self.lent.get(&function).context("a function that is not lent")?.to_string())
    }
}

/// The functions of a part, those that begin alike side by side, as they compress best.
fn own(module: &Module<'_>, places: &[usize], part: usize) -> Vec<usize> {
    let all = module.imported..module.functions.len();
    let mut own: Vec<usize> = all.filter(|it| places[*it] == part).collect();
    own.sort_by_key(|it| module.body(*it));
    own
}

/// The name under which the first module shares what is no function of the whole: porters by their parts' numbers. No name
/// of wasm-bindgen's has a space.
fn shared_name(kind: u8, index: usize) -> String {
    format!("{} {index}", ["f", "t", "m", "g"][usize::from(kind)])
}

/// The functions that a function mentions.
fn calls(module: &Module<'_>, function: usize) -> Result<BTreeSet<usize>> {
    let mut out = BTreeSet::new();
    look_at(module.body(function).unwrap_or_default(), &mut |it| {
        if let Mention::Function(other) = it {
            out.insert(other);
        }
    })?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::super::linked::tests::Made;
    use super::*;

    /// The code of `three`, where this is the number of its type, and functions have those that they have in a part, too.
    fn three(of: u8) -> [u8; 17] {
        [0, 0x20, 0, 0x10, 0, 0x20, 0, 0x10, 1, 0x20, 0, 0x41, 1, 0x11, of, 0, 0x0b]
    }

    /// `one` is imported; `two` calls `three`; `three` calls both, and `two` by way of the table. All are of the second type.
    fn module() -> Vec<u8> {
        let mut out = Sections::new();
        out.raw(1, &[2, 0x60, 0, 0, 0x60, 1, 0x7f, 0]);
        out.raw(wasm::IMPORTS, &[1, 1, b'm', 1, b'i', FUNCTION, 1]);
        out.raw(3, &[2, 1, 1]);
        out.raw(4, &[1, 0x70, 1, 2, 2]);
        out.raw(5, &[1, 0, 1]);
        out.raw(6, &[1, 0x7f, 1, 0x41, 0, 0x0b]);
        out.raw(wasm::EXPORTS, &[1, 1, b'e', FUNCTION, 1]);
        out.elements(vec![(1, 1)]);
        out.code(&[vec![0, 0x20, 0, 0x10, 2, 0x0b], three(1).to_vec()]);
        out.raw(wasm::DATA, &[0]);
        out.0
    }

    #[test]
    fn a_call_into_a_part_goes_through_a_door() {
        let bytes = module();
        let before = Module::read(&bytes).unwrap();
        let [first, part] = &write(&before, &[0, 0, 1], &Linked::default()).unwrap()[..] else {
            panic!("two modules")
        };
        let first = Module::read(first).unwrap();
        // What loads the part is imported; then come `two`, the door of `three` and the porter.
        assert_eq!((first.imported, first.code.len()), (2, 3));
        assert_eq!(first.code[0], [0, 0x20, 0, 0x10, 3, 0x0b]);
        assert_eq!(first.code[1], [0, 0x10, 4, 0x20, 0, 0x41, 2, 0x11, 1, 0, 0x0b]);
        assert_eq!(
            first.code[2],
            [0, 0x23, 1, 0x45, 0x04, 0x40, 0x41, 1, 0x10, 1, 0x41, 1, 0x24, 1, 0x0b, 0x0b]
        );
        assert_eq!(first.elements, [(1, 2)], "the door's place is the part's to fill");
        assert_eq!((first.tables[0].least, first.tables[0].most), (3, Some(3)));
        let lent: Vec<_> =
            first.exports.iter().filter(|it| it.1 == FUNCTION).map(|it| (it.0, it.2)).collect();
        assert_eq!(lent, [("e", 2), ("0", 0), ("1", 2)]);
        // The part has two imported functions and the only type that they need, and fills the door's place with its own.
        assert!(part.windows(17).any(|it| it == three(0)), "{part:?}");
        assert!(part.windows(7).any(|it| it == [1, 5, 1, 0x60, 1, 0x7f, 0]), "{part:?}");
        let elements = [9, 7, 1, 0, 0x41, 2, 0x0b, 1, 2];
        assert!(part.windows(elements.len()).any(|it| it == elements), "{part:?}");
    }

    /// Functions without parameters: `one` calls nothing, `two` calls `one`, and both are in the table.
    fn two_parts() -> Vec<u8> {
        let mut out = Sections::new();
        out.raw(1, &[1, 0x60, 0, 0]);
        out.raw(wasm::IMPORTS, &[0]);
        out.raw(3, &[2, 0, 0]);
        out.raw(4, &[1, 0x70, 0, 3]);
        out.raw(5, &[1, 0, 1]);
        out.raw(6, &[0]);
        out.elements(vec![(1, 0), (2, 1)]);
        out.code(&[vec![0, 0x0b], vec![0, 0x10, 0, 0x0b]]);
        out.raw(wasm::DATA, &[1, 0, 0x41, 16, 0x0b, 4, 1, 0, 0, 0]);
        out.0
    }

    #[test]
    fn a_part_has_its_own_doors_to_others() {
        let bytes = two_parts();
        let modules = write(&Module::read(&bytes).unwrap(), &[1, 2], &Linked::default()).unwrap();
        let first = Module::read(&modules[0]).unwrap();
        // Two doors, as what tells their places is not known, and two porters, one of them lent.
        assert_eq!((first.code.len(), first.elements), (4, vec![(1, 1), (2, 2)]));
        let lent: Vec<_> =
            first.exports.iter().filter(|it| it.1 == FUNCTION).map(|it| (it.0, it.2)).collect();
        assert_eq!(lent, [("f 1", 3)]);
        // The porter is imported; `two` calls the door behind it, which calls what is at the first place by then.
        let code = [10, 16, 2, 4, 0, 0x10, 2, 0x0b, 9, 0, 0x10, 0, 0x41, 1, 0x11, 0, 0, 0x0b];
        assert!(modules[2].windows(code.len()).any(|it| it == code), "{:?}", modules[2]);
    }

    #[test]
    fn what_only_its_own_part_leads_to_has_no_door() {
        let made = Made {
            segments: vec![(".rodata", 16, vec![1, 0, 0, 0])],
            symbols: vec![(0, 0, 4)],
            code: Vec::new(),
            data: vec![(2, 6, 0, 0)],
        };
        let linked = Linked::read(&made.module()).unwrap();
        let bytes = two_parts();
        let modules = write(&Module::read(&bytes).unwrap(), &[1, 0], &linked).unwrap();
        assert_eq!(Module::read(&modules[0]).unwrap().elements, [(1, 2), (2, 1)], "`two` calls `one`");
        let modules = write(&Module::read(&bytes).unwrap(), &[1, 1], &linked).unwrap();
        assert_eq!(Module::read(&modules[0]).unwrap().elements, [(2, 1)]);
        let filled = [9, 8, 1, 0, 0x41, 1, 0x0b, 2, 0, 1];
        assert!(modules[1].windows(filled.len()).any(|it| it == filled), "{:?}", modules[1]);
    }

    #[test]
    fn a_function_with_several_places_fills_all_of_them() {
        let bytes = two_parts();
        let mut module = Module::read(&bytes).unwrap();
        module.elements = vec![(0, 0), (1, 0), (2, 1)];
        let modules = write(&module, &[1, 0], &Linked::default()).unwrap();
        let filled = [9, 8, 1, 0, 0x41, 0, 0x0b, 2, 0, 0];
        assert!(modules[1].windows(filled.len()).any(|it| it == filled), "{:?}", modules[1]);
    }

    #[test]
    fn what_is_not_split_stays_but_for_its_order() {
        let bytes = module();
        let once = write(&Module::read(&bytes).unwrap(), &[0, 0, 0], &Linked::default()).unwrap();
        // `three` comes before `two` now, which begins alike and then calls a later function.
        let module = Module::read(&once[0]).unwrap();
        assert_eq!((module.code[0].len(), module.code[1].len()), (17, 6));
        assert_eq!((module.exports, module.elements), (vec![("e", FUNCTION, 2)], vec![(1, 2)]));
        assert_eq!((once.len(), once[0].len()), (1, bytes.len()));
        let twice = write(&Module::read(&once[0]).unwrap(), &[0, 0, 0], &Linked::default()).unwrap();
        assert_eq!(once, twice);
    }
}
