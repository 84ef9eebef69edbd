//! The side of the thread that does a job.

use super::JobOutcome;
use crate::platform;
use crate::run::{install_hook, message_of};
use meanwhile_trace::Stream;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

type Print = Rc<dyn Fn(Stream, &str)>;

thread_local! {
    /// Where the job that is being done prints to.
    static PRINT: RefCell<Option<Print>> = const { RefCell::new(None) };
}

/// Calls a function with the tuple of its arguments, which comes as bytes, and returns its result as bytes. For
/// generated code.
///
/// # Panics
///
/// Panics if the bytes are no such tuple, or if the result cannot be written as bytes.
pub fn call<A: DeserializeOwned, R: Serialize>(arguments: &[u8], f: impl FnOnce(A) -> R) -> Vec<u8> {
    let arguments = match postcard::from_bytes(arguments) {
        Ok(it) => it,
        Err(error) => panic!("the arguments of the job cannot be read: {error}"),
    };
    match postcard::to_allocvec(&f(arguments)) {
        Ok(it) => it,
        Err(error) => panic!("the result of the job cannot be written: {error}"),
    }
}

/// Does a job on this thread. What it prints goes to `print`, the message of a panic included.
///
/// `work` returns `None` if it does not know the function.
pub fn perform(
    print: impl Fn(Stream, &str) + 'static,
    work: impl FnOnce() -> Option<Vec<u8>> + 'static,
) -> JobOutcome {
    install_hook();
    let outer = PRINT.replace(Some(Rc::new(print)));
    let result = Rc::new(Cell::new(None));
    let of_work = result.clone();
    let caught = platform::catch(Box::new(move || of_work.set(work())));
    let inner = PRINT.replace(outer);
    drop(inner);
    match caught {
        Err(payload) => JobOutcome::Panicked(message_of(&*payload).map(str::to_owned)),
        Ok(()) => match result.take() {
            Some(bytes) => JobOutcome::Returned(bytes),
            None => JobOutcome::Lost("the worker does not know the function".to_owned()),
        },
    }
}

/// Prints in the name of the job that is being done; returns whether there is one.
pub(crate) fn print_in_job(stream: Stream, text: &str) -> bool {
    let print = PRINT.with_borrow(Clone::clone);
    match print {
        Some(print) => {
            print(stream, text);
            true
        }
        None => false,
    }
}
