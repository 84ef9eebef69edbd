//! Where the printing macros lead: to the run's output, or outside of a run to where std's lead.

use crate::job::print_in_job;
use crate::{context, platform};
pub use meanwhile_trace::Stream;
use std::fmt;

/// Prints in the name of the span that is being polled.
pub fn print(stream: Stream, text: fmt::Arguments<'_>) {
    // Formatted first: it is the program's code, and may print itself.
    let text = fmt::format(text);
    match context::current_run() {
        Some(run) => run.print(stream, &text),
        None if print_in_job(stream, &text) => {}
        None => platform::print(stream, &text),
    }
}
