//! Paths by what is between their slashes: two paths are equal if that is.

use super::{Path, PathBuf};
use crate::ffi::OsStr;
use crate::cmp::Ordering;
use crate::hash::{Hash, Hasher};

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Component<'a> {
    Prefix(PrefixComponent<'a>),
    RootDir,
    CurDir,
    ParentDir,
    Normal(&'a OsStr),
}

/// `C:` and its like, of which there are none on Unix.
#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PrefixComponent<'a> {
    raw: &'a str,
}

impl<'a> Component<'a> {
    pub fn as_os_str(self) -> &'a OsStr {
        match self {
            Component::Prefix(prefix) => OsStr::new(prefix.raw),
            Component::RootDir => OsStr::new("/"),
            Component::CurDir => OsStr::new("."),
            Component::ParentDir => OsStr::new(".."),
            Component::Normal(name) => name,
        }
    }
}

impl AsRef<Path> for Component<'_> {
    fn as_ref(&self) -> &Path {
        Path::new(self.as_os_str())
    }
}

impl AsRef<OsStr> for Component<'_> {
    fn as_ref(&self) -> &OsStr {
        self.as_os_str()
    }
}

#[derive(Clone, Debug)]
pub struct Components<'a> {
    left: crate::collections::VecDeque<Component<'a>>,
}

impl<'a> Components<'a> {
    pub(super) fn new(path: &'a Path) -> Components<'a> {
        let of = |part: &'a str| match part {
            "." => Component::CurDir,
            ".." => Component::ParentDir,
            name => Component::Normal(OsStr::new(name)),
        };
        let root = path.is_absolute().then_some(Component::RootDir);
        Components { left: root.into_iter().chain(path.parts().into_iter().map(of)).collect() }
    }

    pub fn as_path(&self) -> &'a Path {
        Path::new(&self.left.iter().collect::<PathBuf>())
    }
}

impl<'a> Iterator for Components<'a> {
    type Item = Component<'a>;

    fn next(&mut self) -> Option<Component<'a>> {
        self.left.pop_front()
    }
}

impl<'a> DoubleEndedIterator for Components<'a> {
    fn next_back(&mut self) -> Option<Component<'a>> {
        self.left.pop_back()
    }
}

impl PartialEq for Path {
    fn eq(&self, other: &Path) -> bool {
        self.is_absolute() == other.is_absolute() && self.parts() == other.parts()
    }
}

impl Eq for Path {}

impl PartialOrd for Path {
    fn partial_cmp(&self, other: &Path) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Path {
    fn cmp(&self, other: &Path) -> Ordering {
        self.components().cmp(other.components())
    }
}

impl Hash for Path {
    fn hash<H: Hasher>(&self, state: &mut H) {
        for part in self.components() {
            part.hash(state);
        }
    }
}

macro_rules! compared {
    ($($some:ty, $other:ty;)*) => {$(
        impl PartialEq<$other> for $some {
            fn eq(&self, other: &$other) -> bool {
                let (some, other): (&Path, &Path) = (self.as_ref(), other.as_ref());
                some == other
            }
        }
    )*};
}

compared! {
    PathBuf, Path;
    PathBuf, &Path;
    Path, PathBuf;
    &Path, PathBuf;
}

impl<P: AsRef<Path>> Extend<P> for PathBuf {
    fn extend<I: IntoIterator<Item = P>>(&mut self, iter: I) {
        for part in iter {
            self.push(part);
        }
    }
}
