//! The table of the programs, which the build makes from their folders.

use crate::{Answer, Program, Set, Texts};

/// Takes the texts of a folder in.
macro_rules! texts_of_home {
    ($folder:literal) => {
        Some(Texts {
            about: include_str!(concat!($folder, "/about.md")).trim_ascii(),
            source: include_str!(concat!($folder, "/main.rs")),
            python: include_str!(concat!($folder, "/main.py")),
            question: include_str!(concat!($folder, "/question.txt")).trim_ascii(),
        })
    };
}

/// Takes the texts of a folder in, if this build has texts.
#[cfg(feature = "texts")]
macro_rules! texts {
    ($folder:literal) => {
        texts_of_home!($folder)
    };
}

#[cfg(not(feature = "texts"))]
macro_rules! texts {
    ($folder:literal) => {
        None
    };
}

/// By the name of a program, groups of awaits of which none needs another, each by its line and column from 1. They could
/// be gathered.
type Independent = (&'static str, &'static [&'static [(u32, u32)]]);

include!(concat!(env!("OUT_DIR"), "/table.rs"));
