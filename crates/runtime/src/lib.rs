//! A tokio-shaped async runtime for the browser that records every future.
//!
//! A [`Run`] is one program with its recorder, its clock and its tasks. In the browser its tasks run on the microtask
//! loop of the page or the worker, sleeps are the browser's timers and requests its `fetch`. Natively a thread runs
//! them ([`run_to_end`]), and the network is an in-memory double ([`Fixtures`]).
//!
//! Either goes by the real clock or by the virtual one, whose time jumps to the next timer as soon as nothing can run,
//! as tokio's paused clock does; it stands still while a request or a job is under way. Only what goes through this crate is
//! known to it: a future that waits for anything else (a promise of somebody's own) does not hold virtual time.
//!
//! Outside of a run everything works in the browser, on the real clock, and nothing is recorded.
//!
//! ```
//! use meanwhile_runtime::{RunConfig, join, println, run_to_end, time};
//! use meanwhile_trace::ClockKind;
//!
//! let config = RunConfig { clock: ClockKind::Virtual, ..RunConfig::default() };
//! let finished = run_to_end(config, || {
//!     Box::pin(async {
//!         let start = time::Instant::now();
//!         join!(
//!             time::sleep(time::Duration::from_millis(300)),
//!             time::sleep(time::Duration::from_millis(200)),
//!         );
//!         println!("{} ms", start.elapsed().as_millis());
//!         Ok(())
//!     })
//! });
//! assert_eq!(finished.output(), "300 ms\n");
//! assert!(meanwhile_trace::check(&finished.trace.events).is_empty());
//! ```
//!
//! # Panics
//!
//! As in tokio a panic ends the task, whose handle yields a [`JoinError`](task::JoinError) with its message; the rest of
//! the program goes on. A panic in `main` ends the run. Natively a panic unwinds. In WebAssembly it cannot: it is caught
//! by way of JavaScript, and neither what is on the stack nor the future of the task is ever dropped. So in a browser a
//! task that panics
//!
//! - keeps the locks that it holds (a line on standard error says so, and the lint `deadlock` names who then waits for
//!   ever); permits of a semaphore that it has acquired itself are given back;
//! - keeps its ends of channels, so that the other ends do not hear of it, and does not abort the tasks of its `JoinSet`s;
//! - runs none of its destructors; its spans end as they do natively.
//!
//! A payload that is no text is replaced. `std::panic::catch_unwind` catches nothing there: [`panic::catch_unwind`] does.
//! What is no panic (a stack that overflows, memory that runs out) ends the whole machine ([`Run::on_crash`]).
//!
//! # Tests
//!
//! `COVERAGE.md` names for every public item a test that uses it natively and one in a browser; in these pages it is
//! the module `coverage`.
//!
//! # Other threads
//!
//! There is one thread. [`task::spawn_blocking`] calls on it whatever blocks, in a turn of its own; the programs on the
//! page, whose blocking calls the instrument pass knows by name, hand them to a [`job::JobPool`].

#[cfg(doc)]
#[doc = include_str!("../COVERAGE.md")]
pub mod coverage {}

mod context;
pub mod db;
pub mod env;
pub mod fs;
pub mod future;
pub mod http;
#[cfg(target_family = "wasm")]
pub mod interop;
pub mod io;
pub mod job;
mod macros;
pub mod net;
pub mod panic;
mod platform;
#[doc(hidden)]
pub mod print;
mod random;
#[doc(hidden)]
pub mod record;
mod run;
pub mod signal;
pub mod stream;
#[doc(hidden)]
pub mod support;
pub mod sync;
pub mod task;
pub mod thread;
pub mod time;
mod turn;

#[cfg(not(target_family = "wasm"))]
pub use run::{Finished, run_to_end};
pub use run::{Fixture, Fixtures, MainFuture, Run, RunConfig, Storage};
pub use task::spawn;
