//! Open files.

use super::{Metadata, missing, of_system, read_file, write_file};
use crate::fmt;
use crate::io::{self, ErrorKind, Read, Result, Seek, SeekFrom, Write};
use crate::path::Path;
use crate::sync::Arc;
use crate::sync::atomic::{AtomicU64, Ordering};

pub struct File {
    path: String,
    /// Shared with what `try_clone` makes.
    at: Arc<AtomicU64>,
    access: OpenOptions,
}

fn bad_descriptor() -> io::Error {
    of_system(9, ErrorKind::Uncategorized, "Bad file descriptor")
}

fn invalid_argument() -> io::Error {
    of_system(22, ErrorKind::InvalidInput, "Invalid argument")
}

impl File {
    pub fn open<P: AsRef<Path>>(path: P) -> Result<File> {
        OpenOptions::new().read(true).open(path)
    }

    pub fn create<P: AsRef<Path>>(path: P) -> Result<File> {
        OpenOptions::new().write(true).create(true).truncate(true).open(path)
    }

    pub fn create_new<P: AsRef<Path>>(path: P) -> Result<File> {
        OpenOptions::new().read(true).write(true).create_new(true).open(path)
    }

    pub fn options() -> OpenOptions {
        OpenOptions::new()
    }

    pub fn metadata(&self) -> Result<Metadata> {
        Ok(Metadata { len: self.bytes().len() as u64 })
    }

    pub fn set_len(&self, size: u64) -> Result<()> {
        if !self.access.writes() {
            return Err(invalid_argument());
        }
        let mut bytes = self.bytes();
        bytes.resize(size as usize, 0);
        write_file(&self.path, &bytes);
        Ok(())
    }

    pub fn sync_all(&self) -> Result<()> {
        Ok(())
    }

    pub fn sync_data(&self) -> Result<()> {
        Ok(())
    }

    pub fn try_clone(&self) -> Result<File> {
        Ok(File { path: self.path.clone(), at: self.at.clone(), access: self.access.clone() })
    }

    fn bytes(&self) -> Vec<u8> {
        read_file(&self.path).unwrap_or_default()
    }

    fn take_from(&self, buf: &mut [u8]) -> Result<usize> {
        if !self.access.read {
            return Err(bad_descriptor());
        }
        let bytes = self.bytes();
        let at = (self.at.load(Ordering::Relaxed) as usize).min(bytes.len());
        let n = buf.len().min(bytes.len() - at);
        buf[..n].copy_from_slice(&bytes[at..at + n]);
        self.at.store((at + n) as u64, Ordering::Relaxed);
        Ok(n)
    }

    fn put(&self, buf: &[u8]) -> Result<usize> {
        if !self.access.writes() {
            return Err(bad_descriptor());
        }
        let mut bytes = self.bytes();
        let at = if self.access.append { bytes.len() } else { self.at.load(Ordering::Relaxed) as usize };
        io::write_at(&mut bytes, at, buf);
        write_file(&self.path, &bytes);
        self.at.store((at + buf.len()) as u64, Ordering::Relaxed);
        Ok(buf.len())
    }

    fn go_to(&self, pos: SeekFrom) -> Result<u64> {
        let at = self.at.load(Ordering::Relaxed);
        let target = io::sought(pos, at, self.bytes().len()).ok_or_else(invalid_argument)?;
        self.at.store(target, Ordering::Relaxed);
        Ok(target)
    }
}

macro_rules! through {
    ($($ty:ty)*) => {$(
        impl Read for $ty {
            fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
                self.take_from(buf)
            }
        }

        impl Write for $ty {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                self.put(buf)
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }

        impl Seek for $ty {
            fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
                self.go_to(pos)
            }
        }
    )*};
}

through! { File &File }

impl fmt::Debug for File {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("File")
            .field("path", &self.path)
            .field("read", &self.access.read)
            .field("write", &self.access.writes())
            .finish_non_exhaustive()
    }
}

#[derive(Clone, Debug)]
pub struct OpenOptions {
    read: bool,
    write: bool,
    append: bool,
    truncate: bool,
    create: bool,
    create_new: bool,
}

macro_rules! options {
    ($($name:ident)*) => {$(
        pub fn $name(&mut self, $name: bool) -> &mut OpenOptions {
            self.$name = $name;
            self
        }
    )*};
}

impl OpenOptions {
    pub fn new() -> OpenOptions {
        OpenOptions { read: false, write: false, append: false, truncate: false, create: false, create_new: false }
    }

    options! { read write append truncate create create_new }

    pub fn open<P: AsRef<Path>>(&self, path: P) -> Result<File> {
        let path = path.as_ref().as_str().to_string();
        let creates = self.create || self.create_new;
        let sense = match (self.writes(), self.append) {
            (false, _) => self.read && !creates && !self.truncate,
            (true, true) => !self.truncate || self.create_new,
            (true, false) => true,
        };
        if !sense {
            return Err(invalid_argument());
        }
        let is_there = read_file(&path).is_some();
        if is_there && self.create_new {
            return Err(of_system(17, ErrorKind::AlreadyExists, "File exists"));
        }
        if !is_there && !creates {
            return Err(missing());
        }
        if !is_there || self.truncate {
            write_file(&path, &[]);
        }
        Ok(File { path, at: Arc::new(AtomicU64::new(0)), access: self.clone() })
    }

    fn writes(&self) -> bool {
        self.write || self.append
    }
}
