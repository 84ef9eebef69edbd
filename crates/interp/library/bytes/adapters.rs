//! Buffers made of others, and read from and written to as files are.

use super::{Buf, BufMut};
use std::io::{self, Read, Write};

/// One buffer after another.
#[derive(Debug)]
pub struct Chain<T, U> {
    pub(crate) first: T,
    pub(crate) last: U,
}

impl<T, U> Chain<T, U> {
    pub fn first_ref(&self) -> &T {
        &self.first
    }

    pub fn last_ref(&self) -> &U {
        &self.last
    }

    pub fn into_inner(self) -> (T, U) {
        (self.first, self.last)
    }
}

impl<T: Buf, U: Buf> Buf for Chain<T, U> {
    fn remaining(&self) -> usize {
        self.first.remaining() + self.last.remaining()
    }

    fn chunk(&self) -> &[u8] {
        if self.first.has_remaining() { self.first.chunk() } else { self.last.chunk() }
    }

    fn advance(&mut self, cnt: usize) {
        let n = cnt.min(self.first.remaining());
        self.first.advance(n);
        self.last.advance(cnt - n);
    }
}

/// At most so many bytes of a buffer.
#[derive(Debug)]
pub struct Take<T> {
    pub(crate) inner: T,
    pub(crate) limit: usize,
}

impl<T> Take<T> {
    pub fn into_inner(self) -> T {
        self.inner
    }

    pub fn get_ref(&self) -> &T {
        &self.inner
    }

    pub fn get_mut(&mut self) -> &mut T {
        &mut self.inner
    }

    pub fn limit(&self) -> usize {
        self.limit
    }

    pub fn set_limit(&mut self, limit: usize) {
        self.limit = limit
    }
}

impl<T: Buf> Buf for Take<T> {
    fn remaining(&self) -> usize {
        self.inner.remaining().min(self.limit)
    }

    fn chunk(&self) -> &[u8] {
        let n = self.inner.chunk().len().min(self.limit);
        &self.inner.chunk()[..n]
    }

    #[track_caller]
    fn advance(&mut self, cnt: usize) {
        assert!(cnt <= self.limit);
        self.inner.advance(cnt);
        self.limit -= cnt;
    }
}

/// A buffer that is read from.
#[derive(Debug)]
pub struct Reader<B> {
    pub(crate) buf: B,
}

impl<B> Reader<B> {
    pub fn get_ref(&self) -> &B {
        &self.buf
    }

    pub fn into_inner(self) -> B {
        self.buf
    }
}

impl<B: Buf> Read for Reader<B> {
    fn read(&mut self, dst: &mut [u8]) -> io::Result<usize> {
        let n = self.buf.remaining().min(dst.len());
        self.buf.copy_to_slice(&mut dst[..n]);
        Ok(n)
    }
}

/// A buffer that is written to.
#[derive(Debug)]
pub struct Writer<B> {
    pub(crate) buf: B,
}

impl<B> Writer<B> {
    pub fn get_ref(&self) -> &B {
        &self.buf
    }

    pub fn into_inner(self) -> B {
        self.buf
    }
}

impl<B: BufMut> Write for Writer<B> {
    fn write(&mut self, src: &[u8]) -> io::Result<usize> {
        self.buf.put_slice(src);
        Ok(src.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
