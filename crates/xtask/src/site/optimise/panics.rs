//! Ends a module at once where it panics.
//!
//! In a browser a panic ends in a trap. What comes before the trap, the message and whoever prints it, is for a module
//! that has somebody to tell; in any other its code is dead weight, as are the arguments of every call that leads there.

use std::collections::HashMap;

use anyhow::{Result, ensure};

use super::super::wasm::{self, Reader, put_number};

/// The functions of the standard library in which panics begin. They never return.
const BEGINNINGS: [&str; 14] = [
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "core::cell::panic_already_borrowed",
    "core::cell::panic_already_mutably_borrowed",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::assert_failed_inner",
    "core::panicking::panic",
    "core::panicking::panic_bounds_check",
    "core::panicking::panic_fmt",
    "core::result::unwrap_failed",
    "core::slice::index::slice_index_fail",
    "core::str::slice_error_fail",
];

/// A function's body: no variables, `unreachable`, `end`.
const TRAP: [u8; 3] = [0x00, 0x00, 0x0b];

/// Returns the module with each of those functions replaced by a trap. It must hold its functions' names.
pub(super) fn silence(module: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut names = HashMap::new();
    wasm::each_section(module, |id, body| {
        match id {
            wasm::IMPORTS => imported = count(body)?,
            wasm::CUSTOM => wasm::read_names(body, &mut names)?,
            _ => {}
        }
        Ok(())
    })?;
    ensure!(
        names.values().any(|it| *it == "core::panicking::panic_fmt"),
        "no function of it is called core::panicking::panic_fmt: its names have been stripped, or rustc's have changed"
    );
    let is_beginning = |function: usize| names.get(&function).is_some_and(|it| BEGINNINGS.contains(&&**it));
    wasm::rewrite(module, |id, body| match id {
        wasm::CODE => code(body, |index| is_beginning(imported + index)).map(Some),
        _ => Ok(None),
    })
}

/// The functions, those that `is_trap` picks replaced.
fn code(mut input: Reader<'_>, is_trap: impl Fn(usize) -> bool) -> Result<Vec<u8>> {
    let count = input.number()?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for index in 0..count {
        let length = input.number()?;
        let body = input.take(length)?;
        let body = if is_trap(index) { &TRAP } else { body };
        put_number(&mut out, body.len());
        out.extend(body);
    }
    Ok(out)
}

/// The number that a section begins with. As wasm-bindgen imports nothing but functions, those of its imports are its
/// imported functions.
fn count(mut input: Reader<'_>) -> Result<usize> {
    input.number()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module with one import and two functions of these names, each of which returns.
    fn module(names: [&str; 2]) -> Vec<u8> {
        let mut part = vec![2];
        for (index, name) in names.iter().enumerate() {
            part.push(index as u8 + 1);
            wasm::put_text(&mut part, name);
        }
        let mut section = Vec::new();
        wasm::put_text(&mut section, "name");
        section.push(1);
        put_number(&mut section, part.len());
        section.extend(part);
        let code = vec![2, 3, 0, 0x01, 0x0b, 4, 0, 0x01, 0x01, 0x0b];
        let mut out = wasm::tests::module(&["one"], &[]);
        for (id, body) in [(wasm::CODE, code), (wasm::CUSTOM, section)] {
            out.push(id);
            put_number(&mut out, body.len());
            out.extend(body);
        }
        out
    }

    #[test]
    fn where_a_panic_begins_there_is_a_trap() {
        let named = module(["f", "core[0123456789abcdef]::panicking::panic_fmt"]);
        let silenced = silence(&named).unwrap();
        let code = [2, 3, 0, 0x01, 0x0b, 3, 0x00, 0x00, 0x0b];
        assert!(silenced.windows(code.len()).any(|it| it == code), "{silenced:?}");
    }

    #[test]
    fn a_module_without_names_is_refused() {
        let error = silence(&module(["f", "g"])).unwrap_err();
        assert!(error.to_string().contains("panic_fmt"), "{error}");
    }
}
