//! Makes a worker note which of its functions are called, and which tails of them are come to, from which
//! [`planning`](super::planning) learns what belongs together.
//!
//! The notes are one byte each, in pages of memory behind what the module asks for: nothing else knows of them. Whoever
//! asks on a channel by the name [`CHANNEL`] is sent them, and they begin anew.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::super::MODULE;
use super::super::wasm::{self, Reader, put_number};
use super::body::Body;
use super::instructions::{code, skip_locals};
use super::linked::{self, Linked};
use super::module::Module;
use super::planning::{LEAST, Weights};
use super::sections::{self, put_signed};
use crate::workspace;

/// If this is set in the environment, a build is one of workers that note their calls.
pub(crate) const RECORDING: &str = "MEANWHILE_RECORD_CALLS";
/// The name of the channel on which the notes are asked for.
const CHANNEL: &str = "meanwhile calls";
/// The size of a page of memory.
const PAGE: usize = 64 << 10;
/// Where a script first has all that its module exports.
const READY: &str = "wasm = instance.exports;";

/// The module of a worker whose calls are noted, as it is without the notes.
pub(super) fn recorded(worker: &str) -> PathBuf {
    workspace::root().join(format!("target/plan/{worker}.wasm"))
}

/// The same module as the linker made it.
pub(super) fn recorded_linked(worker: &str) -> PathBuf {
    recorded(worker).with_extension("linked.wasm")
}

/// Replaces the module of this worker by one that notes its calls, and keeps the module as it was.
pub(super) fn record(folder: &Path, worker: &str) -> Result<()> {
    let path = folder.join(format!("{worker}{MODULE}"));
    let module = std::fs::read(&path)?;
    workspace::write(&recorded(worker), &module)?;
    let linked = linked::file(worker)?;
    workspace::write(&recorded_linked(worker), &linked)?;
    let (noting, notes, count) = with_notes(&module, &Linked::read(&linked)?)?;
    workspace::write(&path, noting)?;
    let script = folder.join(format!("{worker}.js"));
    let text = workspace::read(&script)?;
    ensure!(text.matches(READY).count() == 1, "the script is not as wasm-bindgen writes it");
    let answer = format!(
        "{READY}self.calls=new BroadcastChannel(\"{CHANNEL}\");self.calls.onmessage=({{data}})=>{{\
         if(data!==\"ask\")return;\
         const notes=new Uint8Array(wasm.memory.buffer,{notes},{count});\
         self.calls.postMessage(notes.slice());\
         notes.fill(0)}};"
    );
    workspace::write(&script, text.replace(READY, &answer))
}

/// The module with the notes, their address, and how many there are.
fn with_notes(bytes: &[u8], linked: &Linked) -> Result<(Vec<u8>, usize, usize)> {
    let module = Module::read(bytes)?;
    let noted = noted(&module, &Weights::new(&module, linked)?)?;
    let (mut notes, count) = (None, module.code.len() + noted.len());
    let noting = wasm::rewrite(bytes, |id, body| match id {
        wasm::MEMORIES => {
            let (memories, pages) = with_more_pages(body, count.div_ceil(PAGE))?;
            notes = Some(pages * PAGE);
            Ok(Some(memories))
        }
        wasm::CODE => code_with(&module, &noted, notes.context("the module has no memory")?).map(Some),
        _ => Ok(None),
    })?;
    Ok((noting, notes.context("the module has no memory")?, count))
}

/// The only memory with so many pages more, and how many it had.
fn with_more_pages(mut input: Reader<'_>, more: usize) -> Result<(Vec<u8>, usize)> {
    ensure!(input.number()? == 1 && input.byte()? == 0, "its memory is another one than rustc makes");
    let pages = input.number()?;
    let mut out = vec![1, 0];
    put_number(&mut out, pages + more);
    Ok((out, pages))
}

/// A tail that has a note.
#[derive(Debug)]
pub(super) struct Noted {
    function: usize,
    pub(super) shape: u64,
    pub(super) number: usize,
    /// Where in the function it begins.
    at: usize,
}

/// The tails that have notes, in the order of these, which come after those of functions.
pub(super) fn noted(module: &Module<'_>, weights: &Weights<'_>) -> Result<Vec<Noted>> {
    let mut all = Vec::new();
    for function in module.imported..module.functions.len() {
        let Some(body) = Body::read(module, function)? else { continue };
        let mut tails = Vec::new();
        body.code.each_tail(&mut |number, at| tails.push((number, at)));
        for (number, at) in tails {
            if weights.of_rest(&body.bytes[at.clone()])? >= LEAST {
                all.push(Noted { function, shape: body.shape, number, at: at.start });
            }
        }
    }
    Ok(all)
}

/// All functions, each with its notes.
fn code_with(module: &Module<'_>, noted: &[Noted], notes: usize) -> Result<Vec<u8>> {
    let mut of_tails = noted.iter().zip(notes + module.code.len()..).peekable();
    let mut bodies = Vec::new();
    for (index, body) in module.code.iter().enumerate() {
        let mut rest = Reader(body);
        skip_locals(&mut rest)?;
        let mut done = body.len() - rest.0.len();
        let mut out = body[..done].to_vec();
        note(&mut out, notes + index);
        while let Some((tail, address)) = of_tails.next_if(|it| it.0.function == module.imported + index) {
            out.extend(&body[done..tail.at]);
            done = tail.at;
            note(&mut out, address);
        }
        out.extend(&body[done..]);
        bodies.push(out);
    }
    Ok(sections::code(&bodies))
}

/// Stores the byte 1.
fn note(out: &mut Vec<u8>, address: usize) {
    out.push(code::NUMBER);
    put_signed(out, address);
    out.extend([code::NUMBER, 1, code::STORE_BYTE, 0, 0]);
}

#[cfg(test)]
mod tests {
    use super::super::sections::Sections;
    use super::*;

    /// Functions that take and return nothing, in a module with as much memory.
    fn module(pages: u8, bodies: &[Vec<u8>]) -> Vec<u8> {
        let mut module = Sections::new();
        module.raw(1, &[1, 0x60, 0, 0]);
        module.list(3, bodies, |out, _| out.push(0));
        module.raw(wasm::MEMORIES, &[1, 0, pages]);
        module.code(bodies);
        module.0
    }

    /// Stores 1 at this place of the third page.
    fn note_at(place: u8) -> [u8; 9] {
        [0x41, place | 0x80, 0x80, 8, 0x41, 1, 0x3a, 0, 0]
    }

    #[test]
    fn every_function_begins_with_its_note() {
        let before = module(2, &[vec![0, 0x0b], vec![1, 1, 0x7f, 0x10, 0, 0x0b]]);
        let (noting, notes, count) = with_notes(&before, &Linked::default()).unwrap();
        assert_eq!((notes, count), (2 * PAGE, 2));
        let bodies = [
            [&[0][..], &note_at(0), &[0x0b]].concat(),
            [&[1, 1, 0x7f][..], &note_at(1), &[0x10, 0, 0x0b]].concat(),
        ];
        assert_eq!(noting, module(3, &bodies));
    }

    #[test]
    fn what_is_done_if_something_holds_has_a_note_if_it_is_long() {
        let long = [1; LEAST];
        let before =
            [&[0, 0x41, 0, 0x04, 0x40][..], &long, &[0x0b, 0x41, 0, 0x04, 0x40, 1, 0x0b, 0x0b]].concat();
        let noting = with_notes(&module(2, &[before]), &Linked::default()).unwrap().0;
        let after = [
            &[0][..],
            &note_at(0),
            &[0x41, 0, 0x04, 0x40],
            &note_at(1),
            &long,
            &[0x0b, 0x41, 0, 0x04, 0x40, 1, 0x0b, 0x0b],
        ];
        assert_eq!(noting, module(3, &[after.concat()]));
    }

    #[test]
    fn a_module_without_memory_is_refused() {
        let mut module = Sections::new();
        module.raw(1, &[1, 0x60, 0, 0]);
        module.list(3, [0], put_number);
        module.code(&[vec![0, 0x0b]]);
        assert!(with_notes(&module.0, &Linked::default()).is_err());
    }
}
