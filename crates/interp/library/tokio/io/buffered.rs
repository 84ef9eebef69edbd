//! Readers and writers with a store of bytes.

use super::{AsyncBufRead, AsyncRead, AsyncSeek, AsyncWrite, ReadBuf};
use std::io::{self, SeekFrom};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

const CAPACITY: usize = 8 * 1024;

macro_rules! pinned {
    ($place:expr) => {
        unsafe { Pin::new_unchecked(&mut $place) }
    };
}

macro_rules! inner {
    ($($name:ident)*) => {$(
        impl<T> $name<T> {
            pub fn get_ref(&self) -> &T {
                &self.inner
            }

            pub fn get_mut(&mut self) -> &mut T {
                &mut self.inner
            }

            pub fn into_inner(self) -> T {
                self.inner
            }

            pub fn buffer(&self) -> &[u8] {
                &self.bytes[self.at..]
            }
        }
    )*};
}

#[derive(Debug)]
pub struct BufReader<T> {
    inner: T,
    bytes: Vec<u8>,
    at: usize,
    capacity: usize,
}

impl<T: AsyncRead> BufReader<T> {
    pub fn new(inner: T) -> Self {
        BufReader::with_capacity(CAPACITY, inner)
    }

    pub fn with_capacity(capacity: usize, inner: T) -> Self {
        BufReader { inner, bytes: Vec::new(), at: 0, capacity }
    }
}

impl<T: AsyncRead> AsyncRead for BufReader<T> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let n = match ready!(self.as_mut().poll_fill_buf(cx)) {
            Ok(bytes) => {
                let n = bytes.len().min(buf.remaining());
                buf.put_slice(&bytes[..n]);
                n
            }
            Err(error) => return Poll::Ready(Err(error)),
        };
        self.consume(n);
        Poll::Ready(Ok(()))
    }
}

impl<T: AsyncRead> AsyncBufRead for BufReader<T> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.at >= this.bytes.len() {
            let mut bytes = vec![0u8; this.capacity];
            let mut space = ReadBuf::new(&mut bytes);
            if let Err(error) = ready!(pinned!(this.inner).poll_read(cx, &mut space)) {
                return Poll::Ready(Err(error));
            }
            let n = space.filled().len();
            bytes.truncate(n);
            this.bytes = bytes;
            this.at = 0;
        }
        Poll::Ready(Ok(&this.bytes[this.at..]))
    }

    fn consume(self: Pin<&mut Self>, amt: usize) {
        let this = unsafe { self.get_unchecked_mut() };
        this.at = (this.at + amt).min(this.bytes.len());
    }
}

impl<T: AsyncWrite> AsyncWrite for BufReader<T> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_write(cx, buf)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_shutdown(cx)
    }
}

impl<T: AsyncSeek> AsyncSeek for BufReader<T> {
    fn start_seek(self: Pin<&mut Self>, position: SeekFrom) -> io::Result<()> {
        let this = unsafe { self.get_unchecked_mut() };
        let left = (this.bytes.len() - this.at) as i64;
        this.bytes.clear();
        this.at = 0;
        let position = match position {
            SeekFrom::Current(by) => SeekFrom::Current(by - left),
            other => other,
        };
        pinned!(this.inner).start_seek(position)
    }

    fn poll_complete(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<u64>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_complete(cx)
    }
}

#[derive(Debug)]
pub struct BufWriter<T> {
    inner: T,
    bytes: Vec<u8>,
    at: usize,
    capacity: usize,
}

inner! { BufReader BufWriter }

impl<T: AsyncWrite> BufWriter<T> {
    pub fn new(inner: T) -> Self {
        BufWriter::with_capacity(CAPACITY, inner)
    }

    pub fn with_capacity(capacity: usize, inner: T) -> Self {
        BufWriter { inner, bytes: Vec::new(), at: 0, capacity }
    }

    fn poll_empty(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.at < self.bytes.len() {
            match ready!(pinned!(self.inner).poll_write(cx, &self.bytes[self.at..])) {
                Ok(0) => {
                    let message = "failed to write the buffered data";
                    return Poll::Ready(Err(io::Error::new(io::ErrorKind::WriteZero, message)));
                }
                Ok(n) => self.at += n,
                Err(error) => return Poll::Ready(Err(error)),
            }
        }
        self.bytes.clear();
        self.at = 0;
        Poll::Ready(Ok(()))
    }
}

impl<T: AsyncWrite> AsyncWrite for BufWriter<T> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.bytes.len() + buf.len() > this.capacity {
            if let Err(error) = ready!(this.poll_empty(cx)) {
                return Poll::Ready(Err(error));
            }
        }
        if buf.len() >= this.capacity {
            return pinned!(this.inner).poll_write(cx, buf);
        }
        this.bytes.extend_from_slice(buf);
        Poll::Ready(Ok(buf.len()))
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = unsafe { self.get_unchecked_mut() };
        if let Err(error) = ready!(this.poll_empty(cx)) {
            return Poll::Ready(Err(error));
        }
        pinned!(this.inner).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let this = unsafe { self.get_unchecked_mut() };
        if let Err(error) = ready!(this.poll_empty(cx)) {
            return Poll::Ready(Err(error));
        }
        pinned!(this.inner).poll_shutdown(cx)
    }
}

impl<T: AsyncRead> AsyncRead for BufWriter<T> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_read(cx, buf)
    }
}

impl<T: AsyncBufRead> AsyncBufRead for BufWriter<T> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_fill_buf(cx)
    }

    fn consume(self: Pin<&mut Self>, amt: usize) {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).consume(amt)
    }
}

/// Both: what is written waits behind what is read.
#[derive(Debug)]
pub struct BufStream<RW> {
    inner: BufReader<BufWriter<RW>>,
}

impl<RW: AsyncRead + AsyncWrite> BufStream<RW> {
    pub fn new(stream: RW) -> BufStream<RW> {
        BufStream { inner: BufReader::new(BufWriter::new(stream)) }
    }

    pub fn get_ref(&self) -> &RW {
        self.inner.get_ref().get_ref()
    }

    pub fn get_mut(&mut self) -> &mut RW {
        self.inner.get_mut().get_mut()
    }

    pub fn into_inner(self) -> RW {
        self.inner.into_inner().into_inner()
    }
}

impl<RW: AsyncRead + AsyncWrite> AsyncRead for BufStream<RW> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_read(cx, buf)
    }
}

impl<RW: AsyncRead + AsyncWrite> AsyncBufRead for BufStream<RW> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_fill_buf(cx)
    }

    fn consume(self: Pin<&mut Self>, amt: usize) {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).consume(amt)
    }
}

impl<RW: AsyncRead + AsyncWrite> AsyncWrite for BufStream<RW> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_write(cx, buf)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        pinned!(unsafe { self.get_unchecked_mut() }.inner).poll_shutdown(cx)
    }
}
