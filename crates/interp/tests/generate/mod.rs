//! Programs made by chance, of what the interpreter says it supports: the same seed makes the same program.
//!
//! They compile: a value that is read is copied or cloned, what moves is known to have moved, and names are never used
//! twice for what differs. They end: loops have few rounds. And they print the same in every run: no two timers of a
//! program fire at the same time.
#![allow(dead_code, reason = "each test uses a part of it")]

pub(crate) mod chance;
mod drops;
mod print;
mod program;
mod statement;
mod tasks;
mod types;
mod value;

#[allow(unused_imports, reason = "each test uses a part of it")]
pub(crate) use program::program;
