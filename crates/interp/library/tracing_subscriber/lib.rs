//! tracing-subscriber: prints the events of `tracing` on standard output.

pub mod fmt;

pub use fmt::{Subscriber as FmtSubscriber, fmt};

/// How much is printed, as `RUST_LOG` says it; of what says it for single modules, the part for all.
#[derive(Debug)]
pub struct EnvFilter {
    level: u8,
}

fn level_in(filter: &str) -> u8 {
    let all = filter.split(',').filter(|it| !it.contains('='));
    let levels = all.map(|it| log::__level_named(it)).collect::<Vec<u8>>();
    levels.into_iter().max().unwrap_or(1)
}

impl EnvFilter {
    pub fn new<S: AsRef<str>>(directives: S) -> EnvFilter {
        EnvFilter { level: level_in(directives.as_ref()) }
    }

    pub fn from_default_env() -> EnvFilter {
        EnvFilter { level: std::env::var("RUST_LOG").map_or(1, |it| level_in(&it)) }
    }

    pub fn try_from_default_env() -> Result<EnvFilter, std::env::VarError> {
        std::env::var("RUST_LOG").map(|it| EnvFilter { level: level_in(&it) })
    }
}

impl From<&str> for EnvFilter {
    fn from(directives: &str) -> EnvFilter {
        EnvFilter { level: level_in(directives) }
    }
}

impl From<String> for EnvFilter {
    fn from(directives: String) -> EnvFilter {
        EnvFilter { level: level_in(&directives) }
    }
}

pub mod filter {
    //! What says how much is printed.

    pub use super::EnvFilter;
    pub use tracing::level_filters::LevelFilter;
}
