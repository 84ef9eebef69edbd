//! The worker that runs programs given as text, by the interpreter.

/// Natively there is no worker to be: the session is tested in the library.
#[cfg(not(target_family = "wasm"))]
fn main() {}

#[cfg(target_family = "wasm")]
fn main() {
    if let Some(scope) = scope::scope() {
        page_worker::start(&scope, meanwhile_runner::session::Interpreted, None);
        // The page knows by now that the worker is up; what it says meanwhile waits.
        meanwhile_runner::session::Interpreted::prepare();
    }
}

#[cfg(target_family = "wasm")]
#[path = "../compiled/page_worker.rs"]
mod page_worker;
#[cfg(target_family = "wasm")]
#[path = "../compiled/scope.rs"]
mod scope;
