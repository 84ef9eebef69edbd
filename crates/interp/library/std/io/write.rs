//! Writing.

use super::{Error, ErrorKind, Read, Result};
use crate::fmt;

#[lang = "io::Write"]
pub trait Write {
    fn write(&mut self, buf: &[u8]) -> Result<usize>;

    fn flush(&mut self) -> Result<()>;

    fn write_all(&mut self, buf: &[u8]) -> Result<()> {
        let mut at = 0;
        while at < buf.len() {
            let n = self.write(&buf[at..])?;
            if n == 0 {
                return Err(Error::message(ErrorKind::WriteZero, "failed to write whole buffer"));
            }
            at += n;
        }
        Ok(())
    }

    fn write_fmt(&mut self, args: fmt::Arguments<'_>) -> Result<()> {
        self.write_all(fmt::arguments_text(args).as_bytes())
    }

    fn by_ref(&mut self) -> &mut Self {
        self
    }
}

impl<W: Write + ?Sized> Write for &mut W {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        (**self).write(buf)
    }

    fn flush(&mut self) -> Result<()> {
        (**self).flush()
    }
}

impl<W: Write + ?Sized> Write for Box<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        (**self).write(buf)
    }

    fn flush(&mut self) -> Result<()> {
        (**self).flush()
    }
}

impl Write for &mut [u8] {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        let n = buf.len().min(self.len());
        self[..n].copy_from_slice(&buf[..n]);
        *self = &mut self[n..];
        Ok(n)
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

#[derive(Debug, Default, Clone, Copy)]
pub struct Sink;

pub fn sink() -> Sink {
    Sink
}

impl Write for Sink {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        Ok(buf.len())
    }

    fn flush(&mut self) -> Result<()> {
        Ok(())
    }
}

#[derive(Debug, Default, Clone, Copy)]
pub struct Empty;

pub fn empty() -> Empty {
    Empty
}

impl Read for Empty {
    fn read(&mut self, _buf: &mut [u8]) -> Result<usize> {
        Ok(0)
    }
}

/// What tokio writes from the front of: all that `bytes` reads from, of which tokio's programs need not know.
#[doc(hidden)]
pub trait __Source {
    fn __chunk(&self) -> &[u8];
    fn __advance(&mut self, n: usize);
}

impl __Source for &[u8] {
    fn __chunk(&self) -> &[u8] {
        *self
    }

    fn __advance(&mut self, n: usize) {
        *self = &self[n..];
    }
}

impl<T: AsRef<[u8]>> __Source for super::Cursor<T> {
    fn __chunk(&self) -> &[u8] {
        let bytes: &[u8] = self.get_ref().as_ref();
        &bytes[(self.position() as usize).min(bytes.len())..]
    }

    fn __advance(&mut self, n: usize) {
        self.set_position(self.position() + n as u64);
    }
}

impl Write for Vec<u8> {
    fn write(&mut self, buf: &[u8]) -> super::Result<usize> {
        self.extend_from_slice(buf);
        Ok(buf.len())
    }

    fn flush(&mut self) -> super::Result<()> {
        Ok(())
    }
}
