//! Reading from and writing to memory.

use super::{BufRead, Error, ErrorKind, Read, Result, Seek, SeekFrom, Write};

#[derive(Debug, Default, Eq, PartialEq, Clone)]
pub struct Cursor<T> {
    inner: T,
    pos: u64,
}

impl<T> Cursor<T> {
    pub const fn new(inner: T) -> Cursor<T> {
        Cursor { inner, pos: 0 }
    }

    pub fn into_inner(self) -> T {
        self.inner
    }

    pub const fn get_ref(&self) -> &T {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    pub const fn position(&self) -> u64 {
        self.pos
    }

    pub fn set_position(&mut self, pos: u64) {
        self.pos = pos;
    }
}

impl<T: AsRef<[u8]>> Cursor<T> {
    /// What is behind the position.
    fn rest(&self) -> &[u8] {
        let bytes: &[u8] = self.inner.as_ref();
        &bytes[(self.pos as usize).min(bytes.len())..]
    }

    pub fn is_empty(&self) -> bool {
        self.rest().is_empty()
    }
}

impl<T: AsRef<[u8]>> Read for Cursor<T> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let rest = self.rest();
        let n = buf.len().min(rest.len());
        buf[..n].copy_from_slice(&rest[..n]);
        self.pos += n as u64;
        Ok(n)
    }
}

impl<T: AsRef<[u8]>> BufRead for Cursor<T> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        Ok(self.rest())
    }

    fn consume(&mut self, amount: usize) {
        self.pos += amount as u64;
    }
}

impl<T: AsRef<[u8]>> Seek for Cursor<T> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        let bytes: &[u8] = self.inner.as_ref();
        let Some(target) = sought(pos, self.pos, bytes.len()) else {
            return Err(Error::message(
                ErrorKind::InvalidInput,
                "invalid seek to a negative or overflowing position",
            ));
        };
        self.pos = target;
        Ok(target)
    }
}

/// Where a seek leads, if that is not in front of the first of so many bytes.
pub(crate) fn sought(pos: SeekFrom, at: u64, len: usize) -> Option<u64> {
    let target = match pos {
        SeekFrom::Start(n) => n as i128,
        SeekFrom::End(n) => len as i128 + n as i128,
        SeekFrom::Current(n) => at as i128 + n as i128,
    };
    if target < 0 { None } else { Some(target as u64) }
}

/// Overwrites what is at a position, and goes on behind the end.
pub(crate) fn write_at(inner: &mut Vec<u8>, pos: usize, buf: &[u8]) {
    if inner.len() < pos {
        inner.resize(pos, 0);
    }
    let over = buf.len().min(inner.len() - pos);
    inner[pos..pos + over].copy_from_slice(&buf[..over]);
    inner.extend_from_slice(&buf[over..]);
}

macro_rules! growing {
    ($($ty:ty)*) => {$(
        impl Write for Cursor<$ty> {
            fn write(&mut self, buf: &[u8]) -> Result<usize> {
                write_at(&mut self.inner, self.pos as usize, buf);
                self.pos += buf.len() as u64;
                Ok(buf.len())
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }
    )*};
}

growing! { Vec<u8> &mut Vec<u8> }
