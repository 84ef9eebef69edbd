//! An interpreter for async Rust: a program's text is parsed, lowered, compiled to bytecode and run by a machine in which
//! every async body is a future of `meanwhile-runtime`.
//!
//! # Pipeline
//!
//! | step | from | to | where |
//! |---|---|---|---|
//! | parse | text | a tree of `syn`'s types, after a look at how deep it nests | parse |
//! | collect | `syn` items | modules, items with resolved signatures | lower |
//! | lower | a `syn` body | the [`tree`]: names resolved, macros expanded, sugar gone; body by body, when first needed | lower |
//! | infer | a body of the tree | a type for every expression, `Unknown` where the text does not say | infer |
//! | check | typed bodies | what rustc refuses for moves, borrows and threads | check |
//! | compile | the typed body | code | compile |
//! | run | code | values, output, spans | machine |
//!
//! # The library
//!
//! What a program uses of std, tokio, futures and others is Rust source, too: the files of `library/`, which are modules
//! named as the originals. A function there is either written in Rust, and then interpreted as the program is, or its
//! body is `native!()` and the machine does it (native). So there is one mechanism for names, types, traits, drops
//! and panics, and the signatures that inference needs are those of the source.
//!
//! # Values
//!
//! Integers know their width. Structs, enums, tuples, vectors, strings, boxes live in objects, each owned by exactly one
//! place; a reference is an object and the number of a slot in it. Moves empty a slot; whether a use copies or moves is
//! decided by the value. Drops are instructions: memory is counted by the host, but a destructor runs where Rust runs it.

pub mod check;
pub mod code;
pub mod compile;
pub mod diagnostic;
pub mod ended;
pub mod engine;
pub mod infer;
pub mod lower;
pub mod machine;
pub mod names;
pub mod native;
pub mod parse;
pub mod source;
pub mod tree;
pub mod value;
