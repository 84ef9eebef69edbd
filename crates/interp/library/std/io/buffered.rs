//! Reading and writing in larger pieces.

use super::{BufRead, Read, Result, Seek, SeekFrom, Write};

#[derive(Debug)]
pub struct BufReader<R> {
    inner: R,
    buf: Vec<u8>,
    at: usize,
    capacity: usize,
}

impl<R> BufReader<R> {
    pub fn new(inner: R) -> BufReader<R> {
        BufReader::with_capacity(8192, inner)
    }

    pub fn with_capacity(capacity: usize, inner: R) -> BufReader<R> {
        BufReader { inner, buf: Vec::new(), at: 0, capacity }
    }

    pub fn get_ref(&self) -> &R {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut R {
        &mut self.inner
    }

    pub fn into_inner(self) -> R {
        self.inner
    }

    pub fn buffer(&self) -> &[u8] {
        &self.buf[self.at..]
    }

    pub fn capacity(&self) -> usize {
        self.capacity
    }
}

impl<R: Read> BufRead for BufReader<R> {
    fn fill_buf(&mut self) -> Result<&[u8]> {
        if self.at >= self.buf.len() {
            let mut chunk = vec![0u8; self.capacity];
            let n = self.inner.read(&mut chunk)?;
            chunk.truncate(n);
            self.buf = chunk;
            self.at = 0;
        }
        Ok(&self.buf[self.at..])
    }

    fn consume(&mut self, amount: usize) {
        self.at += amount;
    }
}

impl<R: Read> Read for BufReader<R> {
    fn read(&mut self, buf: &mut [u8]) -> Result<usize> {
        let n = {
            let available = self.fill_buf()?;
            let n = buf.len().min(available.len());
            buf[..n].copy_from_slice(&available[..n]);
            n
        };
        self.consume(n);
        Ok(n)
    }
}

impl<R: Seek> Seek for BufReader<R> {
    fn seek(&mut self, pos: SeekFrom) -> Result<u64> {
        let ahead = (self.buf.len() - self.at) as i64;
        self.buf.clear();
        self.at = 0;
        self.inner.seek(match pos {
            SeekFrom::Current(n) => SeekFrom::Current(n - ahead),
            other => other,
        })
    }
}

/// Writes through: nobody can tell when.
#[derive(Debug)]
pub struct BufWriter<W> {
    inner: W,
}

pub type LineWriter<W> = BufWriter<W>;

impl<W: Write> BufWriter<W> {
    pub fn new(inner: W) -> BufWriter<W> {
        BufWriter { inner }
    }

    pub fn with_capacity(capacity: usize, inner: W) -> BufWriter<W> {
        BufWriter { inner }
    }

    pub fn get_ref(&self) -> &W {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut W {
        &mut self.inner
    }

    pub fn into_inner(self) -> Result<W> {
        Ok(self.inner)
    }

    pub fn buffer(&self) -> &[u8] {
        &[]
    }
}

impl<W: Write> Write for BufWriter<W> {
    fn write(&mut self, buf: &[u8]) -> Result<usize> {
        self.inner.write(buf)
    }

    fn flush(&mut self) -> Result<()> {
        self.inner.flush()
    }
}
