//! Pipes within the program.

use super::split::{ReadHalf, WriteHalf, split};
use super::{AsyncRead, AsyncWrite, ReadBuf};
use std::collections::VecDeque;
use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Waker};

/// Bytes on their way in one direction.
#[derive(Debug)]
pub struct SimplexStream {
    bytes: VecDeque<u8>,
    is_closed: bool,
    max_buf_size: usize,
    reading: Option<Waker>,
    writing: Option<Waker>,
}

fn wake(waker: Option<Waker>) {
    if let Some(waker) = waker {
        waker.wake();
    }
}

pub fn simplex(max_buf_size: usize) -> (ReadHalf<SimplexStream>, WriteHalf<SimplexStream>) {
    split(SimplexStream::new_unsplit(max_buf_size))
}

impl SimplexStream {
    pub fn new_unsplit(max_buf_size: usize) -> SimplexStream {
        SimplexStream { bytes: VecDeque::new(), is_closed: false, max_buf_size, reading: None, writing: None }
    }

    fn close_write(&mut self) {
        self.is_closed = true;
        wake(self.reading.take());
    }

    fn close_read(&mut self) {
        self.is_closed = true;
        wake(self.writing.take());
    }
}

impl AsyncRead for SimplexStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.bytes.is_empty() {
            if this.is_closed {
                return Poll::Ready(Ok(()));
            }
            this.reading = Some(cx.waker().clone());
            return Poll::Pending;
        }
        let n = this.bytes.len().min(buf.remaining());
        let bytes = this.bytes.drain(..n).collect::<Vec<u8>>();
        buf.put_slice(&bytes);
        if n > 0 {
            wake(this.writing.take());
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for SimplexStream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let this = self.get_mut();
        if this.is_closed {
            return Poll::Ready(Err(io::Error::from(io::ErrorKind::BrokenPipe)));
        }
        let room = this.max_buf_size - this.bytes.len();
        if room == 0 {
            this.writing = Some(cx.waker().clone());
            return Poll::Pending;
        }
        let n = buf.len().min(room);
        this.bytes.extend(buf[..n].iter().copied());
        wake(this.reading.take());
        Poll::Ready(Ok(n))
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.get_mut().close_write();
        Poll::Ready(Ok(()))
    }
}

/// One end of a pipe in both directions.
#[derive(Debug)]
pub struct DuplexStream {
    read: Arc<Mutex<SimplexStream>>,
    write: Arc<Mutex<SimplexStream>>,
}

pub fn duplex(max_buf_size: usize) -> (DuplexStream, DuplexStream) {
    let one = Arc::new(Mutex::new(SimplexStream::new_unsplit(max_buf_size)));
    let two = Arc::new(Mutex::new(SimplexStream::new_unsplit(max_buf_size)));
    (DuplexStream { read: one.clone(), write: two.clone() }, DuplexStream { read: two, write: one })
}

impl AsyncRead for DuplexStream {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut *self.read.lock().unwrap()).poll_read(cx, buf)
    }
}

impl AsyncWrite for DuplexStream {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut *self.write.lock().unwrap()).poll_write(cx, buf)
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut *self.write.lock().unwrap()).poll_shutdown(cx)
    }
}

impl Drop for DuplexStream {
    fn drop(&mut self) {
        self.write.lock().unwrap().close_write();
        self.read.lock().unwrap().close_read();
    }
}
