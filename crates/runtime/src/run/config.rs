//! What a run is given.

use super::Fixtures;
use crate::job::JobPool;
use meanwhile_trace::{ClockKind, Recorder};
use std::rc::Rc;

/// What a run is given: its clock, its seed and its limits.
#[derive(Clone, Debug)]
pub struct RunConfig {
    /// Which clock it goes by.
    pub clock: ClockKind,
    /// What the order of `select!`'s branches is drawn from: the same seed gives the same run.
    pub seed: u64,
    /// How many events are kept; further ones are dropped and counted.
    pub capacity: u64,
    /// How many bytes the program may print; the rest is cut and counted.
    pub output_limit_bytes: u64,
    /// The address that `std::env::var("SITE")` answers, without a slash at its end.
    pub site: String,
    /// Whether the message of a panic says where it happened. Misleading for instrumented source, whose lines are not
    /// those of the program.
    pub panic_places: bool,
    /// What the site serves natively, where there is no network.
    pub http: Fixtures,
    /// The threads that do the program's jobs. Without any they are done on the run's own thread, each in a turn of its
    /// own.
    pub jobs: Option<Rc<dyn JobPool>>,
    /// What the run may keep natively, where files and databases are in memory.
    pub storage: Storage,
}

/// What a run may keep natively, where files and databases are in memory. A browser has rules of its own.
#[derive(Clone, Copy, Debug)]
pub struct Storage {
    /// How many bytes; beyond that writing fails, as it does in a browser whose quota is used up.
    pub quota_bytes: u64,
}

impl Default for Storage {
    /// 1 GiB.
    fn default() -> Self {
        Storage { quota_bytes: 1024 * 1024 * 1024 }
    }
}

impl Default for RunConfig {
    /// The real clock, seed 0, the recorder's usual capacity and 256 KiB of output.
    fn default() -> Self {
        RunConfig {
            clock: ClockKind::Real,
            seed: 0,
            capacity: Recorder::DEFAULT_CAPACITY,
            output_limit_bytes: 256 * 1024,
            site: String::new(),
            panic_places: true,
            http: Fixtures::default(),
            storage: Storage::default(),
            jobs: None,
        }
    }
}
