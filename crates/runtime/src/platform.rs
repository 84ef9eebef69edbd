//! The seam between the runtime and what it runs on: the browser, or a native thread.
//!
//! Both sides have the same signatures. The clock of a run is shared: only its source of real time differs.

mod files;
#[cfg(not(target_family = "wasm"))]
mod native;
mod run_clock;
mod timer_queue;
#[cfg(target_family = "wasm")]
mod web;

pub(crate) use files::How;
#[cfg(not(target_family = "wasm"))]
pub(crate) use native::{
    Connection, Disk, LEAKS, Node, OWN_TIMERS, ResponseBody, Timer, block, catch, drive, env_var, exchange,
    now_ns, print, spawn_local,
};
pub(crate) use run_clock::{RunClock, TimerKey};
#[cfg(target_family = "wasm")]
pub(crate) use web::{
    Connection, Disk, LEAKS, Node, OWN_TIMERS, ResponseBody, Timer, block, catch, catch_borrowing, env_var,
    exchange, now_ns, print, spawn_local,
};
