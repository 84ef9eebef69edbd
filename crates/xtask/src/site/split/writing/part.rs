//! Writes the modules of parts.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};

use super::super::super::wasm::{self, put_number, put_text};
use super::super::FIRST;
use super::super::instructions::{Mention, look_at};
use super::super::module::{FUNCTION, GLOBAL, MEMORY, TABLE};
use super::super::sections::{Sections, put_signature, put_table};
use super::{Split, calls, shared_name};

/// What has which number in a part.
struct Numbers {
    functions: BTreeMap<usize, usize>,
    types: BTreeMap<usize, usize>,
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
        let own = self.own(part);
        let mut foreign = BTreeSet::new();
        for function in &own {
            foreign.extend(calls(module, *function)?.into_iter().filter(|it| self.places[*it] != part));
        }
        let numbers = Numbers {
            functions: foreign.iter().chain(&own).enumerate().map(|(number, it)| (*it, number)).collect(),
            types: self.types_of(&own, &foreign)?,
        };
        let type_of = |function: usize| numbers.of(Mention::Type(module.functions[function]));
        let mut out = Sections::new();
        out.list(1, numbers.types.keys(), |out, it| put_signature(out, &module.signatures[*it]));
        out.raw(wasm::IMPORTS, &self.imports_of_part(&foreign, &type_of)?);
        out.list(3, own.iter().map(|it| type_of(*it)).collect::<Result<Vec<_>>>()?, put_number);
        let filled = self.doors_in_order().into_iter().filter(|it| self.places[it.1] == part);
        let filled = filled.map(|it| Ok((it.0, numbers.of(Mention::Function(it.1))?)));
        out.elements(filled.collect::<Result<Vec<_>>>()?);
        let bodies = own.iter().map(|it| self.body(*it, &|mention| numbers.of(mention)));
        out.code(&bodies.collect::<Result<Vec<_>>>()?);
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

    /// What a part needs of the first module: functions, and all tables, the memory and the variables, so that these have
    /// the same numbers in both.
    fn imports_of_part(
        &self,
        foreign: &BTreeSet<usize>,
        type_of: &dyn Fn(usize) -> Result<usize>,
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
        for function in foreign {
            let mut of = Vec::new();
            put_number(&mut of, type_of(*function)?);
            import(&self.lent_name(*function)?, FUNCTION, &of);
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
