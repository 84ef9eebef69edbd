//! From `syn`'s tree to the crate's own: names are resolved, macros expanded, sugar is gone.
//!
//! Items are collected first: [`module`] holds what names lead to, [`collect`] fills it, [`header`] resolves what items say
//! of themselves before their bodies. Bodies are lowered when they are asked for ([`body`], [`expr`], [`pattern`]).

mod attribute;
mod body;
mod collect;
mod constant;
mod deferred;
mod derive;
mod dump;
mod env;
mod expr;
mod format;
mod header;
mod import;
pub mod library;
mod macros;
mod messages;
mod module;
mod note;
mod path;
mod pattern;
mod suggest;
mod text;
mod ty;
mod world;

pub use dump::dump;
pub use world::World;

#[cfg(test)]
mod tests;
