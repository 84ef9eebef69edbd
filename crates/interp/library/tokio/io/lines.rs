//! What readers with a store of bytes can do.

use super::AsyncBufRead;
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

pub(super) fn not_utf8() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, "stream did not contain valid UTF-8")
}

/// Reads up to a byte, with it, or to the end; `true` if the byte has come.
fn poll_until<R: AsyncBufRead + ?Sized>(
    reader: &mut R,
    cx: &mut Context<'_>,
    byte: u8,
    buf: &mut Vec<u8>,
) -> Poll<io::Result<bool>> {
    loop {
        let (found, used) = match ready!(unsafe { Pin::new_unchecked(&mut *reader) }.poll_fill_buf(cx)) {
            Ok(bytes) => match bytes.iter().position(|it| *it == byte) {
                Some(at) => {
                    buf.extend_from_slice(&bytes[..at + 1]);
                    (true, at + 1)
                }
                None => {
                    buf.extend_from_slice(bytes);
                    (false, bytes.len())
                }
            },
            Err(error) => return Poll::Ready(Err(error)),
        };
        unsafe { Pin::new_unchecked(&mut *reader) }.consume(used);
        if found || used == 0 {
            return Poll::Ready(Ok(found));
        }
    }
}

pub trait AsyncBufReadExt: AsyncBufRead {
    async fn read_until(&mut self, byte: u8, buf: &mut Vec<u8>) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let before = buf.len();
        poll_fn(|cx| poll_until(&mut *self, cx, byte, &mut *buf)).await?;
        Ok(buf.len() - before)
    }

    async fn read_line(&mut self, buf: &mut String) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let mut bytes = Vec::new();
        self.read_until(b'\n', &mut bytes).await?;
        let n = bytes.len();
        match String::from_utf8(bytes) {
            Ok(text) => {
                buf.push_str(&text);
                Ok(n)
            }
            Err(_) => Err(not_utf8()),
        }
    }

    fn split(self, byte: u8) -> Split<Self>
    where
        Self: Sized + Unpin,
    {
        Split { reader: self, buf: Vec::new(), delim: byte }
    }

    async fn fill_buf(&mut self) -> io::Result<&[u8]>
    where
        Self: Unpin,
    {
        poll_fn(|cx| match ready!(Pin::new(&mut *self).poll_fill_buf(cx)) {
            Ok(_) => Poll::Ready(Ok(())),
            Err(error) => Poll::Ready(Err(error)),
        })
        .await?;
        match Pin::new(&mut *self).poll_fill_buf(&mut Context::from_waker(std::task::Waker::noop())) {
            Poll::Ready(filled) => filled,
            Poll::Pending => unreachable!(),
        }
    }

    fn consume(&mut self, amt: usize)
    where
        Self: Unpin,
    {
        AsyncBufRead::consume(Pin::new(self), amt)
    }

    fn lines(self) -> Lines<Self>
    where
        Self: Sized,
    {
        Lines { reader: self, buf: Vec::new() }
    }
}

impl<R: AsyncBufRead + ?Sized> AsyncBufReadExt for R {}

#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct Lines<R> {
    reader: R,
    buf: Vec<u8>,
}

impl<R: AsyncBufRead> Lines<R> {
    pub async fn next_line(&mut self) -> io::Result<Option<String>>
    where
        R: Unpin,
    {
        poll_fn(|cx| Pin::new(&mut *self).poll_next_line(cx)).await
    }

    pub fn get_mut(&mut self) -> &mut R {
        &mut self.reader
    }

    pub fn get_ref(&self) -> &R {
        &self.reader
    }

    pub fn into_inner(self) -> R {
        self.reader
    }

    pub fn poll_next_line(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<Option<String>>> {
        let this = unsafe { self.get_unchecked_mut() };
        match ready!(poll_until(&mut this.reader, cx, b'\n', &mut this.buf)) {
            Err(error) => return Poll::Ready(Err(error)),
            Ok(false) if this.buf.is_empty() => return Poll::Ready(Ok(None)),
            Ok(_) => {}
        }
        let mut line = std::mem::replace(&mut this.buf, Vec::new());
        if line.last() == Some(&b'\n') {
            line.pop();
            if line.last() == Some(&b'\r') {
                line.pop();
            }
        }
        match String::from_utf8(line) {
            Ok(line) => Poll::Ready(Ok(Some(line))),
            Err(_) => Poll::Ready(Err(not_utf8())),
        }
    }
}

#[derive(Debug)]
#[must_use = "streams do nothing unless polled"]
pub struct Split<R> {
    reader: R,
    buf: Vec<u8>,
    delim: u8,
}

impl<R: AsyncBufRead> Split<R> {
    pub async fn next_segment(&mut self) -> io::Result<Option<Vec<u8>>>
    where
        R: Unpin,
    {
        poll_fn(|cx| Pin::new(&mut *self).poll_next_segment(cx)).await
    }

    pub fn poll_next_segment(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<Option<Vec<u8>>>> {
        let this = unsafe { self.get_unchecked_mut() };
        match ready!(poll_until(&mut this.reader, cx, this.delim, &mut this.buf)) {
            Err(error) => return Poll::Ready(Err(error)),
            Ok(false) if this.buf.is_empty() => return Poll::Ready(Ok(None)),
            Ok(_) => {}
        }
        let mut segment = std::mem::replace(&mut this.buf, Vec::new());
        if segment.last() == Some(&this.delim) {
            segment.pop();
        }
        Poll::Ready(Ok(Some(segment)))
    }
}
