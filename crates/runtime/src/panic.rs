//! Catching panics and passing them on, as in `std::panic`.
//!
//! Natively these are std's own. In a browser, where std's catch nothing, a panic is caught by way of JavaScript: it ends
//! in the same `Err`, but nothing that was on its stack is dropped.

#[cfg(not(target_family = "wasm"))]
pub use std::panic::{catch_unwind, resume_unwind};

#[cfg(target_family = "wasm")]
pub use web::{catch_unwind, resume_unwind};

#[cfg(target_family = "wasm")]
mod web {
    use crate::{context, platform, run};
    use std::any::Any;
    use std::panic::UnwindSafe;

    /// Calls a function, and returns what it panicked with if it did.
    ///
    /// # Errors
    ///
    /// Fails with the payload of the panic: a text as it was, anything else replaced.
    pub fn catch_unwind<R>(f: impl FnOnce() -> R + UnwindSafe) -> std::thread::Result<R> {
        let depth = context::depth();
        let (mut f, mut result) = (Some(f), None);
        let caught = platform::catch_borrowing(|| {
            if let Some(f) = f.take() {
                result = Some(f());
            }
        });
        if caught.is_err() {
            let cut = context::cut(depth);
            if let Some(run) = context::current_run() {
                run.leaks.end_panicked(&cut);
            }
        }
        caught.map(|()| result.expect("what has returned has a result"))
    }

    /// Panics without a message, with what another panic left.
    pub fn resume_unwind(payload: Box<dyn Any + Send>) -> ! {
        run::set_payload(payload);
        std::panic::resume_unwind(Box::new(()))
    }
}
