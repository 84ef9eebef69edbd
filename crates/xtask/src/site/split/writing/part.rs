//! Writes the modules of parts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use super::super::super::wasm::{self, put_number, put_text};
use super::super::FIRST;
use super::super::instructions::{Mention, look_at};
use super::super::module::{FUNCTION, GLOBAL, MEMORY, Signature, TABLE};
use super::super::sections::{Sections, put_signature, put_table};
use super::{Split, calls, own, shared_name};

/// What has which number in a part. It has its own doors to other parts.
struct Numbers {
    functions: BTreeMap<usize, usize>,
    types: BTreeMap<usize, usize>,
    /// The type of porters.
    type_of_porters: usize,
}

impl Numbers {
    fn of(&self, mention: Mention) -> Result<usize> {
        match mention {
            Mention::Function(it) => self.functions.get(&it).copied().context("a function that is nowhere"),
            Mention::Type(it) => self.types.get(&it).copied().context("a type that is nowhere"),
            Mention::Number(_) | Mention::Pair(_) => Ok(0),
        }
    }
}

impl Split<'_> {
    pub(super) fn part(&self, part: usize) -> Result<Vec<u8>> {
        let module = self.module;
        let own = own(self.module, self.places, part);
        let mut foreign = BTreeSet::new();
        for function in &own {
            foreign.extend(calls(module, *function)?.into_iter().filter(|it| self.places[*it] != part));
        }
        let types = self.types_of(&own, &foreign)?;
        let (lent, doors): (Vec<usize>, Vec<usize>) =
            foreign.into_iter().partition(|it| self.places[*it] == 0);
        let porters: BTreeSet<usize> = doors.iter().map(|it| self.places[*it]).collect();
        let porters: BTreeMap<usize, usize> = porters.into_iter().zip(lent.len()..).collect();
        let here = own.iter().chain(&doors).copied().zip(lent.len() + porters.len()..);
        let numbers = Numbers {
            functions: lent.iter().copied().zip(0..).chain(here).collect(),
            type_of_porters: types.len(),
            types,
        };
        let type_of = |function: &usize| numbers.of(Mention::Type(module.functions[*function]));
        let mut out = Sections::new();
        let of_porters = Signature { parameters: &[], results: &[] };
        let types = numbers.types.keys().map(|it| &module.signatures[*it]);
        out.list(1, types.chain((!porters.is_empty()).then_some(&of_porters)), put_signature);
        out.raw(wasm::IMPORTS, &self.imports_of_part(&lent, porters.keys(), &numbers)?);
        out.list(3, own.iter().chain(&doors).map(type_of).collect::<Result<Vec<_>>>()?, put_number);
        // A function may have several places: wasm-opt makes one of those that are the same.
        let filled: BTreeSet<(usize, usize)> =
            module.elements.iter().copied().chain(self.doors.places()).collect();
        let filled = filled.into_iter().filter(|it| self.places[it.1] == part);
        let filled = filled.map(|it| Ok((it.0, numbers.of(Mention::Function(it.1))?)));
        out.elements(filled.collect::<Result<Vec<_>>>()?);
        let mut bodies = Vec::new();
        for it in &own {
            bodies.push(self.body(*it, &|mention| numbers.of(mention))?);
        }
        for it in &doors {
            bodies.push(self.door(*it, type_of(it)?, porters[&self.places[*it]]));
        }
        out.code(&bodies);
        out.raw(wasm::DATA, &self.data.part(part));
        Ok(out.0)
    }

    /// The types that a part mentions, and those of all functions that it does, with their numbers in it.
    fn types_of(&self, own: &[usize], foreign: &BTreeSet<usize>) -> Result<BTreeMap<usize, usize>> {
        let functions = own.iter().chain(foreign).map(|it| self.module.functions[*it]);
        let mut used: BTreeSet<usize> = functions.collect();
        for function in own {
            look_at(self.module.body(*function).unwrap_or_default(), &mut |it| {
                if let Mention::Type(of) = it {
                    used.insert(of);
                }
            })?;
        }
        Ok(used.into_iter().zip(0..).collect())
    }

    /// What a part needs of the first module: functions, porters, and all tables, the memory and the variables, so that these have
    /// the same numbers in both.
    fn imports_of_part<'a>(
        &self,
        lent: &[usize],
        porters: impl Iterator<Item = &'a usize>,
        numbers: &Numbers,
    ) -> Result<Vec<u8>> {
        let module = self.module;
        let mut imports = Vec::new();
        let mut count = 0;
        let mut import = |name: &str, kind: u8, what: &[u8]| {
            put_text(&mut imports, FIRST);
            put_text(&mut imports, name);
            imports.push(kind);
            imports.extend(what);
            count += 1;
        };
        let number = |number: usize| {
            let mut out = Vec::new();
            put_number(&mut out, number);
            out
        };
        for function in lent {
            let of = numbers.of(Mention::Type(module.functions[*function]))?;
            import(&self.lent_name(*function)?, FUNCTION, &number(of));
        }
        for part in porters {
            import(&shared_name(FUNCTION, *part), FUNCTION, &number(numbers.type_of_porters));
        }
        for (index, table) in self.tables().iter().enumerate() {
            let mut of = Vec::new();
            put_table(&mut of, table);
            import(&shared_name(TABLE, index), TABLE, &of);
        }
        // The only memory: its limits are what the section says after their number.
        import(&shared_name(MEMORY, 0), MEMORY, module.memories.get(1..).unwrap_or_default());
        for (index, of) in module.global_types.iter().enumerate() {
            import(&shared_name(GLOBAL, index), GLOBAL, of);
        }
        let mut section = Vec::new();
        put_number(&mut section, count);
        section.extend(imports);
        Ok(section)
    }
}
