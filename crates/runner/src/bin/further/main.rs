//! The worker that holds the further lessons as rustc compiled them. All else is that of the worker with the first.

/// Natively there is no worker to be: the session is tested in the library.
#[cfg(not(target_family = "wasm"))]
fn main() {}

#[cfg(target_family = "wasm")]
fn main() {
    use meanwhile_runner::jobs::Pool;
    use meanwhile_runner::session::Compiled;

    let Some(scope) = scope::scope() else { return };
    match job_worker::is_one(&scope) {
        true => job_worker::start(scope),
        false => {
            let jobs = Pool::new(pool::WebWorkers::new(scope.clone()));
            page_worker::start(&scope, Compiled, Some(jobs));
        }
    }
}

#[cfg(target_family = "wasm")]
#[path = "../compiled/clock.rs"]
mod clock;
#[cfg(target_family = "wasm")]
#[path = "../compiled/job_worker.rs"]
mod job_worker;
#[cfg(target_family = "wasm")]
#[path = "../compiled/page_worker.rs"]
mod page_worker;
#[cfg(target_family = "wasm")]
#[path = "../compiled/pool.rs"]
mod pool;
#[cfg(target_family = "wasm")]
#[path = "../compiled/scope.rs"]
mod scope;
