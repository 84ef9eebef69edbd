//! What stands between the page and a program: the [`messages`] that cross the border of the Web Worker, and (with
//! feature `session`, which the page does without) the `session` that serves them inside it.
//!
//! `src/bin/compiled` and `src/bin/further` are the workers that hold the examples as rustc compiled them,
//! `src/bin/interpreted` the one that runs and checks texts. They are built on `web-sys` and
//! not on a worker crate: gloo-worker decodes with `expect`, so that a page and a worker of different versions would
//! take each other down instead of saying "reload", and it derives the wasm's address from the script's name, which
//! carries a hash here.

#[cfg(feature = "session")]
pub mod jobs;
pub mod messages;
#[cfg(feature = "session")]
pub mod session;
