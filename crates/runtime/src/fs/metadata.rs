//! What is known of a file.

use std::io::{Error, ErrorKind, Result};
use std::time::{Duration, SystemTime};

/// What the platform knows of a file or directory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stat {
    pub(crate) is_dir: bool,
    pub(crate) len: u64,
    /// Since 1970; `None` for a directory.
    pub(crate) modified_ms: Option<u64>,
}

impl Stat {
    pub(crate) const DIR: Stat = Stat { is_dir: true, len: 0, modified_ms: None };
}

/// What is known of a file or directory.
#[derive(Clone, Debug)]
pub struct Metadata(pub(super) Stat);

/// Whether something is a file or a directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FileType {
    pub(super) is_dir: bool,
}

impl FileType {
    /// Returns whether it is a file.
    pub fn is_file(&self) -> bool {
        !self.is_dir
    }

    /// Returns whether it is a directory.
    pub fn is_dir(&self) -> bool {
        self.is_dir
    }

    /// Returns false: there are no links.
    pub fn is_symlink(&self) -> bool {
        false
    }
}

impl Metadata {
    /// Returns whether it is a file or a directory.
    pub fn file_type(&self) -> FileType {
        FileType { is_dir: self.0.is_dir }
    }

    /// Returns whether it is a file.
    pub fn is_file(&self) -> bool {
        !self.0.is_dir
    }

    /// Returns whether it is a directory.
    pub fn is_dir(&self) -> bool {
        self.0.is_dir
    }

    /// Returns how many bytes a file has; 0 for a directory.
    #[expect(clippy::len_without_is_empty, reason = "std's has none either")]
    pub fn len(&self) -> u64 {
        self.0.len
    }

    /// Returns when a file was last written to.
    ///
    /// # Errors
    ///
    /// Fails for a directory, of which that is not known.
    pub fn modified(&self) -> Result<SystemTime> {
        let since_1970 = self.0.modified_ms.map(Duration::from_millis);
        since_1970.map(|it| SystemTime::UNIX_EPOCH + it).ok_or_else(|| Error::from(ErrorKind::Unsupported))
    }
}
