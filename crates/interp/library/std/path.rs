//! Paths of files: texts, as on Unix.

mod component;

pub use component::{Component, Components, PrefixComponent};

use crate::ffi::{OsStr, OsString};
use crate::fmt;

pub const MAIN_SEPARATOR: char = '/';
pub const MAIN_SEPARATOR_STR: &str = "/";

pub struct Path {
    text: String,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PathBuf {
    inner: Path,
}

impl Path {
    pub fn new<S: AsRef<OsStr> + ?Sized>(s: &S) -> &Path {
        Box::leak(Box::new(Path { text: s.as_ref().to_string_lossy().into_owned() }))
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn to_str(&self) -> Option<&str> {
        Some(&self.text)
    }

    pub fn to_string_lossy(&self) -> crate::borrow::Cow<'_, str> {
        crate::borrow::Cow::Borrowed(&self.text)
    }

    pub fn as_os_str(&self) -> &OsStr {
        OsStr::new(&self.text)
    }

    pub fn to_path_buf(&self) -> PathBuf {
        PathBuf { inner: self.clone() }
    }

    pub fn is_absolute(&self) -> bool {
        self.text.starts_with('/')
    }

    pub fn is_relative(&self) -> bool {
        !self.is_absolute()
    }

    pub fn has_root(&self) -> bool {
        self.is_absolute()
    }

    /// The parts between the slashes; `.` counts where a path begins with it.
    fn parts(&self) -> Vec<&str> {
        let counts = |it: &(usize, &str)| !it.1.is_empty() && (it.1 != "." || it.0 == 0);
        self.text.split('/').enumerate().filter(counts).map(|it| it.1).collect::<Vec<&str>>()
    }

    pub fn parent(&self) -> Option<&Path> {
        let trimmed = without_end(&self.text);
        if trimmed.is_empty() {
            return None;
        }
        match trimmed.rsplit_once('/') {
            Some((parent, _)) if without_end(parent).is_empty() => Some(Path::new("/")),
            Some((parent, _)) => Some(Path::new(without_end(parent))),
            None => Some(Path::new("")),
        }
    }

    pub fn file_name(&self) -> Option<&OsStr> {
        self.name().map(OsStr::new)
    }

    fn name(&self) -> Option<&str> {
        match self.parts().last() {
            Some(last) if *last != ".." && *last != "." => Some(*last),
            _ => None,
        }
    }

    /// The name before its last dot, and what is behind it; a dot at the beginning does not count.
    fn halves(&self) -> Option<(&str, Option<&str>)> {
        let name = self.name()?;
        match name.rsplit_once('.') {
            Some(("", _)) | None => Some((name, None)),
            Some((stem, extension)) => Some((stem, Some(extension))),
        }
    }

    pub fn file_stem(&self) -> Option<&OsStr> {
        self.halves().map(|it| OsStr::new(it.0))
    }

    pub fn extension(&self) -> Option<&OsStr> {
        self.halves()?.1.map(OsStr::new)
    }

    pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.push(path);
        buf
    }

    pub fn with_file_name<S: AsRef<OsStr>>(&self, file_name: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.set_file_name(file_name);
        buf
    }

    pub fn with_extension<S: AsRef<OsStr>>(&self, extension: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.set_extension(extension);
        buf
    }

    pub fn starts_with<P: AsRef<Path>>(&self, base: P) -> bool {
        let base = base.as_ref();
        self.is_absolute() == base.is_absolute() && self.parts().starts_with(&base.parts())
    }

    pub fn ends_with<P: AsRef<Path>>(&self, child: P) -> bool {
        self.parts().ends_with(&child.as_ref().parts())
    }

    pub fn strip_prefix<P: AsRef<Path>>(&self, base: P) -> Result<PathBuf, StripPrefixError> {
        if !self.starts_with(base.as_ref()) {
            return Err(StripPrefixError(()));
        }
        let left = self.parts()[base.as_ref().parts().len()..].join("/");
        Ok(PathBuf::from(left))
    }

    pub fn components(&self) -> Components<'_> {
        Components::new(self)
    }

    pub fn iter(&self) -> crate::vec::IntoIter<&OsStr> {
        self.components().map(|it| it.as_os_str()).collect::<Vec<&OsStr>>().into_iter()
    }

    pub fn ancestors(&self) -> impl Iterator<Item = &Path> {
        crate::iter::successors(Some(self), |it| it.parent())
    }

    pub fn display(&self) -> Display<'_> {
        Display { path: self }
    }

    pub fn exists(&self) -> bool {
        crate::fs::exists(self).unwrap_or(false)
    }

    pub fn is_file(&self) -> bool {
        crate::fs::metadata(self).is_ok_and(|it| it.is_file())
    }

    pub fn is_dir(&self) -> bool {
        crate::fs::metadata(self).is_ok_and(|it| it.is_dir())
    }

    pub fn metadata(&self) -> crate::io::Result<crate::fs::Metadata> {
        crate::fs::metadata(self)
    }
}

/// A path's text without slashes and dots that say nothing at its end.
fn without_end(text: &str) -> &str {
    let mut text = text.trim_end_matches('/');
    while let Some(rest) = text.strip_suffix("/.") {
        text = rest.trim_end_matches('/');
    }
    text
}

impl Clone for Path {
    fn clone(&self) -> Path {
        Path { text: self.text.clone() }
    }
}

impl Default for Path {
    fn default() -> Path {
        Path { text: String::new() }
    }
}

impl PathBuf {
    pub fn new() -> PathBuf {
        PathBuf::from("")
    }

    pub fn as_path(&self) -> &Path {
        &self.inner
    }

    pub fn push<P: AsRef<Path>>(&mut self, path: P) {
        let path = path.as_ref();
        let text = &mut self.inner.text;
        if path.is_absolute() {
            text.clear();
        } else if !text.is_empty() && !text.ends_with('/') {
            text.push('/');
        }
        text.push_str(&path.text);
    }

    pub fn pop(&mut self) -> bool {
        match self.inner.parent() {
            Some(parent) => {
                let text = parent.text.clone();
                self.inner = Path { text };
                true
            }
            None => false,
        }
    }

    pub fn set_file_name<S: AsRef<OsStr>>(&mut self, file_name: S) {
        if self.inner.name().is_some() {
            self.pop();
        }
        self.push(file_name.as_ref());
    }

    pub fn set_extension<S: AsRef<OsStr>>(&mut self, extension: S) -> bool {
        let Some((stem, _)) = self.inner.halves() else { return false };
        let extension = extension.as_ref().to_string_lossy();
        let name = if extension.is_empty() { stem.to_string() } else { format!("{stem}.{extension}") };
        self.set_file_name(&name);
        true
    }

    pub fn into_os_string(self) -> OsString {
        OsString::from(self.inner.text)
    }

    pub fn into_string(self) -> Result<String, PathBuf> {
        Ok(self.inner.text)
    }
}

impl crate::ops::Deref for PathBuf {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.inner
    }
}

impl<T: AsRef<OsStr> + ?Sized> From<&T> for PathBuf {
    fn from(s: &T) -> PathBuf {
        PathBuf { inner: Path { text: s.as_ref().to_string_lossy().into_owned() } }
    }
}

impl From<OsString> for PathBuf {
    fn from(s: OsString) -> PathBuf {
        PathBuf::from(s.as_os_str())
    }
}

impl From<String> for PathBuf {
    fn from(s: String) -> PathBuf {
        PathBuf { inner: Path { text: s } }
    }
}

impl crate::str::FromStr for PathBuf {
    type Err = crate::convert::Infallible;

    fn from_str(s: &str) -> Result<PathBuf, crate::convert::Infallible> {
        Ok(PathBuf::from(s))
    }
}

impl ToOwned for Path {
    type Owned = PathBuf;

    fn to_owned(&self) -> PathBuf {
        self.to_path_buf()
    }
}

impl crate::borrow::Borrow<Path> for PathBuf {
    fn borrow(&self) -> &Path {
        &self.inner
    }
}

impl AsRef<Path> for Path {
    fn as_ref(&self) -> &Path {
        self
    }
}

impl AsRef<Path> for PathBuf {
    fn as_ref(&self) -> &Path {
        &self.inner
    }
}

impl AsRef<OsStr> for Path {
    fn as_ref(&self) -> &OsStr {
        self.as_os_str()
    }
}

impl AsRef<OsStr> for PathBuf {
    fn as_ref(&self) -> &OsStr {
        self.as_os_str()
    }
}

impl<P: AsRef<Path>> FromIterator<P> for PathBuf {
    fn from_iter<I: IntoIterator<Item = P>>(iter: I) -> PathBuf {
        let mut buf = PathBuf::new();
        for part in iter {
            buf.push(part);
        }
        buf
    }
}

impl fmt::Debug for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}

impl fmt::Debug for PathBuf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.inner.text, f)
    }
}

pub struct Display<'a> {
    path: &'a Path,
}

impl<'a> fmt::Display for Display<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.path.text)
    }
}

impl<'a> fmt::Debug for Display<'a> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.path.text, f)
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StripPrefixError(());

impl fmt::Display for StripPrefixError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("prefix not found")
    }
}

impl crate::error::Error for StripPrefixError {}

impl AsRef<Path> for String {
    fn as_ref(&self) -> &Path {
        Path::new(self.as_str())
    }
}

impl AsRef<Path> for str {
    fn as_ref(&self) -> &Path {
        Path::new(self)
    }
}
