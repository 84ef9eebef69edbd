//! What files have in common, wherever they are.

/// How a file is opened.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct How {
    /// Makes it if it is missing.
    pub(crate) create: bool,
    /// It must have been missing.
    pub(crate) create_new: bool,
    /// Empties it.
    pub(crate) truncate: bool,
}
