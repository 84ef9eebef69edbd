//! The worker that holds the further lessons as rustc compiled them: the one that the page talks to, and those that do the
//! jobs of its programs, which are told by their name.

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
            page_worker::start(&scope, Compiled, Some(Box::new(move |slug| jobs.of_program(slug))));
        }
    }
}

#[cfg(target_family = "wasm")]
mod clock;
#[cfg(target_family = "wasm")]
mod job_worker;
#[cfg(target_family = "wasm")]
#[path = "../compiled/page_worker.rs"]
mod page_worker;
#[cfg(target_family = "wasm")]
mod pool;
#[cfg(target_family = "wasm")]
#[path = "../compiled/scope.rs"]
mod scope;
