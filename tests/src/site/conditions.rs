//! The conditions under which the site is served: as built, or as a visitor with bad luck gets it.

/// What differs from the site as it was built. The default is nothing.
#[derive(Clone, Debug, Default)]
pub struct Conditions {
    /// The service worker's script is not to be had, as in a private window that allows none.
    pub no_service_worker: bool,
    /// What is answered instead of the script of the worker that runs programs.
    pub worker: WorkerScript,
    /// How often a file below this folder of the site is refused, as on a bad connection, before it can be had.
    pub refused: Option<(&'static str, usize)>,
    /// A `Content-Security-Policy` for the page.
    pub policy: Option<&'static str>,
    /// What is answered when one of the site's documents is asked for.
    pub data: Data,
}

/// What the server answers when one of the site's documents is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Data {
    /// The document as it was built.
    #[default]
    AsBuilt,
    /// The address that the document has moved to, where it is.
    Moved,
    /// The address that was asked for, again and again.
    Circle,
    /// The first half of the document, after which the connection breaks.
    Half,
    /// The document, after a while: 0.3 s for one that is asked for without a wish of its own.
    Slow,
}

/// What the server answers when the script of the worker that runs programs is asked for.
#[derive(Clone, Debug, Default)]
pub enum WorkerScript {
    /// The script as it was built.
    #[default]
    AsBuilt,
    /// Not found, as after a deploy that removed it.
    Missing,
    /// This one.
    Replaced(String),
}

impl Conditions {
    /// The worker's script is this one instead of the one that was built.
    pub fn with_worker(script: impl Into<String>) -> Self {
        Self { worker: WorkerScript::Replaced(script.into()), ..Self::default() }
    }
}
