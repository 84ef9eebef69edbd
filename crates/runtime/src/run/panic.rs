//! Panics of programs: their message goes to the run.

use crate::context;
use crate::job::print_in_job;
use meanwhile_trace::Stream;
use std::any::Any;
use std::cell::Cell;
use std::panic::PanicHookInfo;
use std::sync::Once;

/// Makes the messages of panics in runs part of their output. Panics elsewhere go where they went before.
pub(crate) fn install_hook() {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let outside = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !report(info) {
                outside(info);
            }
        }));
    });
}

thread_local! {
    static REPORTING: Cell<bool> = const { Cell::new(false) };
}

/// Reports a panic to the current run; returns whether there is one.
fn report(info: &PanicHookInfo<'_>) -> bool {
    // A panic in here must not come back here.
    if REPORTING.replace(true) {
        return false;
    }
    let reported = match context::current_run() {
        Some(run) => {
            run.print(Stream::Err, &message(info, run.panic_places));
            true
        }
        None => print_in_job(Stream::Err, &message(info, false)),
    };
    if reported {
        keep_payload(info);
    }
    REPORTING.set(false);
    reported
}

/// Returns the message of a panic, if its payload is a text.
pub(crate) fn message_of(payload: &(dyn Any + Send)) -> Option<&str> {
    let literal = payload.downcast_ref::<&'static str>().copied();
    literal.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
}

fn message(info: &PanicHookInfo<'_>, with_place: bool) -> String {
    let text = info.payload_as_str().unwrap_or("Box<dyn Any>");
    match info.location().filter(|_| with_place) {
        Some(place) => format!("\nthread 'main' panicked at {place}:\n{text}\n"),
        None => format!("\nthread 'main' panicked:\n{text}\n"),
    }
}

/// Natively the panic unwinds, and carries its payload itself.
#[cfg(not(target_family = "wasm"))]
fn keep_payload(_: &PanicHookInfo<'_>) {}

#[cfg(target_family = "wasm")]
use kept::keep_payload;
#[cfg(target_family = "wasm")]
pub(crate) use kept::{set_payload, take_payload};

#[cfg(target_family = "wasm")]
mod kept {
    //! In WebAssembly a panic ends in a trap, which carries nothing: its payload is kept beside it.

    use std::any::Any;
    use std::cell::RefCell;
    use std::panic::PanicHookInfo;

    thread_local! {
        static PAYLOAD: RefCell<Option<Box<dyn Any + Send>>> = const { RefCell::new(None) };
    }

    /// Stands for a payload that is no text, and that the hook may only look at.
    struct Unknown;

    pub(super) fn keep_payload(info: &PanicHookInfo<'_>) {
        let payload: Box<dyn Any + Send> = match info.payload().downcast_ref::<&'static str>() {
            Some(text) => Box::new(*text),
            None => match info.payload_as_str() {
                Some(text) => Box::new(text.to_owned()),
                None => Box::new(Unknown),
            },
        };
        let old = PAYLOAD.replace(Some(payload));
        drop(old);
    }

    /// Takes the payload of the panic that has just ended in a trap; `None` if it was no panic.
    pub(crate) fn take_payload() -> Option<Box<dyn Any + Send>> {
        PAYLOAD.take()
    }

    /// Sets the payload of a panic that is passed on, of which no hook hears.
    pub(crate) fn set_payload(payload: Box<dyn Any + Send>) {
        let old = PAYLOAD.replace(Some(payload));
        drop(old);
    }
}
