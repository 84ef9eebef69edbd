//! The worker that holds the first lessons as rustc compiled them. None of them has jobs to be done by other workers.

/// Natively there is no worker to be: the session is tested in the library.
#[cfg(not(target_family = "wasm"))]
fn main() {}

#[cfg(target_family = "wasm")]
fn main() {
    if let Some(scope) = scope::scope() {
        page_worker::start(&scope, meanwhile_runner::session::Compiled, None);
    }
}

/// Smaller than the standard library's, and no slower.
#[cfg(target_family = "wasm")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(target_family = "wasm")]
mod page_worker;
#[cfg(target_family = "wasm")]
mod scope;
