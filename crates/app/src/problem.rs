//! What can go wrong between the page and its worker, in words that say what happened and what to do.

/// Something the reader has to be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The browser did not let the page make a worker.
    WorkersBlocked(String),
    /// The worker has said nothing since it was made.
    WorkerSilent,
    /// The worker's script failed before it was up.
    WorkerFailed(String),
    /// The worker speaks another version of the messages.
    OtherVersion,
    /// The worker sent something that is no message, or could not read ours.
    Undecodable(String),
    /// The worker died in a run, and was replaced.
    WorkerDied(String),
    /// The worker did not react to Stop, and was replaced.
    WorkerStuck {
        /// How much of the run had not been told when it was ended.
        unknown_ms: u64,
    },
}

impl Problem {
    /// Says what happened.
    pub(crate) fn title(&self) -> String {
        match self {
            Problem::WorkersBlocked(_) => "This browser does not let the page start a worker".into(),
            Problem::WorkerSilent => "The worker did not start".into(),
            Problem::WorkerFailed(_) => "The worker could not be loaded".into(),
            Problem::OtherVersion => "This page is from an older version than its worker".into(),
            Problem::Undecodable(_) => "The page and its worker do not understand each other".into(),
            Problem::WorkerDied(_) => "The worker died in this run".into(),
            Problem::WorkerStuck { .. } => "The program did not give way to Stop".into(),
        }
    }

    /// Says what to do about it.
    pub(crate) fn advice(&self) -> String {
        match self {
            Problem::WorkersBlocked(detail) => {
                format!(
                    "Programs run in a Web Worker, so they cannot run here; the source and the texts can still be \
                     read. Allow workers for this site, or open it in another browser. ({detail})"
                )
            }
            Problem::WorkerSilent => {
                "Reload the page; if it stays like this, your browser or an extension blocks workers.".into()
            }
            Problem::WorkerFailed(detail) => format!("Check the connection and reload the page. ({detail})"),
            Problem::OtherVersion => "Reload the page to get the new version.".into(),
            Problem::Undecodable(detail) => format!("Reload the page. ({detail})"),
            Problem::WorkerDied(detail) => {
                format!("A new one has taken its place: the next run works. ({detail})")
            }
            Problem::WorkerStuck { unknown_ms } => {
                format!(
                    "Its worker was ended and replaced, so the last {unknown_ms} ms of the run could not be \
                     recorded. A loop that never awaits keeps everything else from running, Stop included."
                )
            }
        }
    }

    /// Returns whether programs can still be run.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self, Problem::WorkerDied(_) | Problem::WorkerStuck { .. })
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}. {}", self.title(), self.advice())
    }
}
