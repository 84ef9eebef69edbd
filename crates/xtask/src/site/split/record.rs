//! Makes a worker note which of its functions are called, from which [`planning`](super::planning) learns what belongs
//! together.
//!
//! The notes are one byte a function, in a page of memory behind what the module asks for: nothing else knows of it. Whoever
//! asks on a channel by the name [`CHANNEL`] is sent them, and they begin anew.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::super::MODULE;
use super::super::wasm::{self, Reader, put_number};
use super::instructions::skip_locals;
use super::sections::put_signed;
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

/// Replaces the module of this worker by one that notes its calls, and keeps the module as it was.
pub(super) fn record(folder: &Path, worker: &str) -> Result<()> {
    let path = folder.join(format!("{worker}{MODULE}"));
    let module = std::fs::read(&path)?;
    workspace::write(&recorded(worker), &module)?;
    let (noting, notes, count) = with_notes(&module)?;
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
fn with_notes(module: &[u8]) -> Result<(Vec<u8>, usize, usize)> {
    let (mut notes, mut count) = (None, 0);
    let noting = wasm::rewrite(module, |id, body| match id {
        wasm::MEMORIES => {
            let (memories, pages) = with_one_more_page(body)?;
            notes = Some(pages * PAGE);
            Ok(Some(memories))
        }
        wasm::CODE => {
            let (code, functions) = noted(body, notes.context("the module has no memory")?)?;
            count = functions;
            Ok(Some(code))
        }
        _ => Ok(None),
    })?;
    ensure!(count <= PAGE, "there are more functions than notes in a page of memory");
    Ok((noting, notes.context("the module has no memory")?, count))
}

/// The only memory with one page more, and how many it had.
fn with_one_more_page(mut input: Reader<'_>) -> Result<(Vec<u8>, usize)> {
    ensure!(input.number()? == 1 && input.byte()? == 0, "its memory is another one than rustc makes");
    let pages = input.number()?;
    let mut out = vec![1, 0];
    put_number(&mut out, pages + 1);
    Ok((out, pages))
}

/// All functions, each with its note at its beginning, and how many there are.
fn noted(mut input: Reader<'_>, notes: usize) -> Result<(Vec<u8>, usize)> {
    let count = input.number()?;
    let mut out = Vec::new();
    put_number(&mut out, count);
    for function in 0..count {
        let length = input.number()?;
        let body = input.take(length)?;
        let mut rest = Reader(body);
        skip_locals(&mut rest)?;
        let mut note = vec![0x41];
        put_signed(&mut note, notes + function);
        // Store the byte 1.
        note.extend([0x41, 1, 0x3a, 0, 0]);
        put_number(&mut out, length + note.len());
        out.extend(&body[..length - rest.0.len()]);
        out.extend(note);
        out.extend(rest.0);
    }
    Ok((out, count))
}

#[cfg(test)]
mod tests {
    use super::super::sections::Sections;
    use super::*;

    #[test]
    fn every_function_begins_with_its_note() {
        let mut module = Sections::new();
        module.raw(wasm::MEMORIES, &[1, 0, 2]);
        module.code(&[vec![0, 0x0b], vec![1, 1, 0x7f, 0x10, 0, 0x0b]]);
        let (noting, notes, count) = with_notes(&module.0).unwrap();
        assert_eq!((notes, count), (2 * PAGE, 2));
        let mut expected = Sections::new();
        expected.raw(wasm::MEMORIES, &[1, 0, 3]);
        let note = |last: u8| [0x41, last | 0x80, 0x80, 8, 0x41, 1, 0x3a, 0, 0];
        expected.code(&[
            [&[0][..], &note(0), &[0x0b]].concat(),
            [&[1, 1, 0x7f][..], &note(1), &[0x10, 0, 0x0b]].concat(),
        ]);
        assert_eq!(noting, expected.0);
    }

    #[test]
    fn a_module_without_memory_is_refused() {
        let mut module = Sections::new();
        module.code(&[vec![0, 0x0b]]);
        assert!(with_notes(&module.0).is_err());
    }
}
