//! Paths within the run's directory.

use crate::io::os_error;
use std::io::{Error, ErrorKind, Result};
use std::path::{Component, Path};

/// The names from the run's directory down; none for the directory itself.
pub(crate) type Names = Vec<String>;

/// Takes a path apart. Relative and absolute paths start at the same place, and `..` does not lead above it.
pub(super) fn names(path: &Path) -> Result<Names> {
    if path.as_os_str().is_empty() {
        return Err(os_error(ErrorKind::NotFound));
    }
    let mut names = Names::new();
    for component in path.components() {
        match component {
            Component::Prefix(_) | Component::RootDir | Component::CurDir => {}
            Component::ParentDir => drop(names.pop()),
            Component::Normal(name) => match name.to_str() {
                Some(name) if !name.contains(['\0', '\\']) => names.push(name.to_owned()),
                _ => return Err(Error::new(ErrorKind::InvalidInput, "file name is not allowed here")),
            },
        }
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out() {
        let joined = |path: &str| names(Path::new(path)).map(|it| it.join("/")).map_err(|it| it.kind());
        assert_eq!(joined("a/./b//c"), Ok("a/b/c".to_owned()));
        assert_eq!(joined("/a/../b"), Ok("b".to_owned()));
        assert_eq!(joined("../../etc/passwd"), Ok("etc/passwd".to_owned()));
        assert_eq!(joined("a/../../.."), Ok(String::new()));
        assert_eq!(joined(""), Err(ErrorKind::NotFound));
        assert_eq!(joined("a\\b"), Err(ErrorKind::InvalidInput));
        assert_eq!(joined("a\0"), Err(ErrorKind::InvalidInput));
    }
}
