//! tracing-subscriber: prints the events of `tracing` on standard output.

pub mod fmt;

pub use fmt::fmt;
