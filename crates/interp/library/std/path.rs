//! Paths of files: texts, as on Unix.

use crate::fmt;

#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path {
    text: String,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct PathBuf {
    inner: Path,
}

impl Path {
    pub fn new<S: AsRef<str> + ?Sized>(s: &S) -> &Path {
        Box::leak(Box::new(Path { text: String::from(s.as_ref()) }))
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

    pub fn as_os_str(&self) -> &str {
        &self.text
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

    /// The parts between the slashes.
    fn parts(&self) -> Vec<&str> {
        self.text.split('/').filter(|part| !part.is_empty() && *part != ".").collect::<Vec<&str>>()
    }

    pub fn parent(&self) -> Option<&Path> {
        let trimmed = self.text.trim_end_matches('/');
        if trimmed.is_empty() {
            return None;
        }
        match trimmed.rsplit_once('/') {
            Some(("", _)) => Some(Path::new("/")),
            Some((parent, _)) => Some(Path::new(parent)),
            None => Some(Path::new("")),
        }
    }

    pub fn file_name(&self) -> Option<&str> {
        match self.parts().last() {
            Some(last) if *last != ".." => Some(*last),
            _ => None,
        }
    }

    pub fn file_stem(&self) -> Option<&str> {
        let name = self.file_name()?;
        match name.rsplit_once('.') {
            Some(("", _)) => Some(name),
            Some((stem, _)) => Some(stem),
            None => Some(name),
        }
    }

    pub fn extension(&self) -> Option<&str> {
        match self.file_name()?.rsplit_once('.') {
            Some(("", _)) => None,
            Some((_, extension)) => Some(extension),
            None => None,
        }
    }

    pub fn join<P: AsRef<Path>>(&self, path: P) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.push(path);
        buf
    }

    pub fn with_file_name<S: AsRef<str>>(&self, file_name: S) -> PathBuf {
        let mut buf = self.to_path_buf();
        buf.set_file_name(file_name);
        buf
    }

    pub fn with_extension<S: AsRef<str>>(&self, extension: S) -> PathBuf {
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

    pub fn components(&self) -> crate::vec::IntoIter<&str> {
        let mut parts = self.parts();
        if self.is_absolute() {
            parts.insert(0, "/");
        }
        parts.into_iter()
    }

    pub fn iter(&self) -> crate::vec::IntoIter<&str> {
        self.components()
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

    pub fn set_file_name<S: AsRef<str>>(&mut self, file_name: S) {
        if self.inner.file_name().is_some() {
            self.pop();
        }
        self.push(Path::new(file_name.as_ref()));
    }

    pub fn set_extension<S: AsRef<str>>(&mut self, extension: S) -> bool {
        let stem = match self.inner.file_stem() {
            Some(stem) => String::from(stem),
            None => return false,
        };
        let extension = extension.as_ref();
        let name = if extension.is_empty() { stem } else { format!("{stem}.{extension}") };
        self.set_file_name(&name);
        true
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

impl<T: AsRef<str> + ?Sized> From<&T> for PathBuf {
    fn from(s: &T) -> PathBuf {
        PathBuf { inner: Path { text: String::from(s.as_ref()) } }
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

impl AsRef<str> for Path {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl AsRef<str> for PathBuf {
    fn as_ref(&self) -> &str {
        &self.inner.text
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
