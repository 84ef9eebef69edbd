//! Connections, requests, files and the database: the same programs, natively on their doubles and in a browser's worker
//! on the real thing.
#![expect(clippy::unwrap_used, reason = "a test may fail")]

#[macro_use]
mod harness;

#[cfg(target_family = "wasm")]
mod browser;
mod db;
mod db_faults;
#[cfg(target_family = "wasm")]
mod fake_fetch;
mod fs;
mod fs_faults;
mod halves;
mod http;
#[cfg(target_family = "wasm")]
mod http_in_a_browser;
mod io;
mod io_tools;
mod net;
mod net_faults;
mod servers;
#[cfg(not(target_family = "wasm"))]
mod spans;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);
