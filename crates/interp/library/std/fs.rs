//! Files: those that a run keeps in memory.

mod file;

pub use file::{File, OpenOptions};

use crate::io::{Error, ErrorKind, Result};
use crate::path::{Path, PathBuf};

/// The bytes of a file.
fn read_file(path: &str) -> Option<Vec<u8>> {
    native!()
}

/// Writes a file anew.
fn write_file(path: &str, bytes: &[u8]) {
    native!()
}

/// Takes a file away; whether it was there.
fn take_file(path: &str) -> bool {
    native!()
}

fn of_system(code: i32, kind: ErrorKind, text: &str) -> Error {
    Error::from_os(code, kind, String::from(text))
}

fn missing() -> Error {
    of_system(2, ErrorKind::NotFound, "No such file or directory")
}

pub fn read<P: AsRef<Path>>(path: P) -> Result<Vec<u8>> {
    read_file(path.as_ref().as_str()).ok_or_else(missing)
}

pub fn read_to_string<P: AsRef<Path>>(path: P) -> Result<String> {
    match String::from_utf8(read(path)?) {
        Ok(text) => Ok(text),
        Err(_) => Err(Error::message(ErrorKind::InvalidData, "stream did not contain valid UTF-8")),
    }
}

pub fn write<P: AsRef<Path>, C: AsRef<[u8]>>(path: P, contents: C) -> Result<()> {
    write_file(path.as_ref().as_str(), contents.as_ref());
    Ok(())
}

pub fn remove_file<P: AsRef<Path>>(path: P) -> Result<()> {
    if take_file(path.as_ref().as_str()) { Ok(()) } else { Err(missing()) }
}

pub fn copy<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> Result<u64> {
    let bytes = read(from)?;
    write_file(to.as_ref().as_str(), &bytes);
    Ok(bytes.len() as u64)
}

pub fn rename<P: AsRef<Path>, Q: AsRef<Path>>(from: P, to: Q) -> Result<()> {
    let bytes = read(&from)?;
    take_file(from.as_ref().as_str());
    write_file(to.as_ref().as_str(), &bytes);
    Ok(())
}

pub fn exists<P: AsRef<Path>>(path: P) -> Result<bool> {
    Ok(read_file(path.as_ref().as_str()).is_some())
}

pub fn metadata<P: AsRef<Path>>(path: P) -> Result<Metadata> {
    let bytes = read(path)?;
    Ok(Metadata { len: bytes.len() as u64 })
}

#[derive(Clone, Debug)]
pub struct Metadata {
    len: u64,
}

impl Metadata {
    pub fn len(&self) -> u64 {
        self.len
    }

    pub fn is_file(&self) -> bool {
        true
    }

    pub fn is_dir(&self) -> bool {
        false
    }
}

pub fn canonicalize<P: AsRef<Path>>(path: P) -> Result<PathBuf> {
    Ok(path.as_ref().to_path_buf())
}
