//! The program's surroundings: its arguments and variables.

use crate::error::Error;
use crate::fmt;

/// All variables, names and values.
fn variables() -> Vec<(String, String)> {
    native!()
}

fn set_variable(name: &str, value: &str) {
    native!()
}

fn remove_variable(name: &str) {
    native!()
}

fn arguments() -> Vec<String> {
    native!()
}

pub fn args() -> Args {
    Args { inner: arguments().into_iter() }
}

#[derive(Debug)]
pub struct Args {
    inner: crate::vec::IntoIter<String>,
}

impl Iterator for Args {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        self.inner.next()
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.inner.size_hint()
    }
}

impl ExactSizeIterator for Args {}

impl DoubleEndedIterator for Args {
    fn next_back(&mut self) -> Option<String> {
        self.inner.next_back()
    }
}

#[derive(Debug, PartialEq, Eq, Clone)]
pub enum VarError {
    NotPresent,
    NotUnicode(String),
}

impl fmt::Display for VarError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            VarError::NotPresent => f.write_str("environment variable not found"),
            VarError::NotUnicode(s) => write!(f, "environment variable was not valid unicode: {s:?}"),
        }
    }
}

impl Error for VarError {}

pub fn var<K: AsRef<str>>(key: K) -> Result<String, VarError> {
    let key = key.as_ref();
    match variables().into_iter().find(|variable| variable.0 == key) {
        Some((_, value)) => Ok(value),
        None => Err(VarError::NotPresent),
    }
}

pub fn var_os<K: AsRef<str>>(key: K) -> Option<String> {
    var(key).ok()
}

pub fn vars() -> crate::vec::IntoIter<(String, String)> {
    variables().into_iter()
}

pub unsafe fn set_var<K: AsRef<str>, V: AsRef<str>>(key: K, value: V) {
    set_variable(key.as_ref(), value.as_ref())
}

pub unsafe fn remove_var<K: AsRef<str>>(key: K) {
    remove_variable(key.as_ref())
}

pub fn current_dir() -> crate::io::Result<crate::path::PathBuf> {
    Ok(crate::path::PathBuf::from("/"))
}

pub fn temp_dir() -> crate::path::PathBuf {
    crate::path::PathBuf::from("/tmp")
}
