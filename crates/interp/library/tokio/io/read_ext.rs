//! What all readers can do.

use super::{AsyncBufRead, AsyncRead, ReadBuf};
use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

fn end_of_file() -> io::Error {
    io::Error::new(io::ErrorKind::UnexpectedEof, "early eof")
}

macro_rules! numbers {
    ($($name:ident $name_le:ident $of:ty)*) => {$(
        async fn $name(&mut self) -> io::Result<$of>
        where
            Self: Unpin,
        {
            let mut bytes = [0u8; std::mem::size_of::<$of>()];
            self.read_exact(&mut bytes).await?;
            Ok(<$of>::from_be_bytes(bytes))
        }

        async fn $name_le(&mut self) -> io::Result<$of>
        where
            Self: Unpin,
        {
            let mut bytes = [0u8; std::mem::size_of::<$of>()];
            self.read_exact(&mut bytes).await?;
            Ok(<$of>::from_le_bytes(bytes))
        }
    )*};
}

pub trait AsyncReadExt: AsyncRead {
    fn chain<R: AsyncRead>(self, next: R) -> Chain<Self, R>
    where
        Self: Sized,
    {
        Chain { first: self, second: next, done_first: false }
    }

    async fn read(&mut self, buf: &mut [u8]) -> io::Result<usize>
    where
        Self: Unpin,
    {
        poll_fn(|cx| {
            let mut space = ReadBuf::new(&mut *buf);
            match ready!(Pin::new(&mut *self).poll_read(cx, &mut space)) {
                Ok(()) => Poll::Ready(Ok(space.filled().len())),
                Err(error) => Poll::Ready(Err(error)),
            }
        })
        .await
    }

    /// What the bytes crate calls `BufMut` is here what can be extended.
    async fn read_buf<B: Extend<u8> + ?Sized>(&mut self, buf: &mut B) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let mut space = vec![0u8; 4096];
        let n = self.read(&mut space).await?;
        buf.extend(space[..n].iter().copied());
        Ok(n)
    }

    async fn read_exact(&mut self, buf: &mut [u8]) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let mut at = 0;
        while at < buf.len() {
            let n = self.read(&mut buf[at..]).await?;
            if n == 0 {
                return Err(end_of_file());
            }
            at += n;
        }
        Ok(at)
    }

    async fn read_u8(&mut self) -> io::Result<u8>
    where
        Self: Unpin,
    {
        let mut bytes = [0u8; 1];
        self.read_exact(&mut bytes).await?;
        Ok(bytes[0])
    }

    async fn read_i8(&mut self) -> io::Result<i8>
    where
        Self: Unpin,
    {
        Ok(self.read_u8().await? as i8)
    }

    numbers! {
        read_u16 read_u16_le u16
        read_i16 read_i16_le i16
        read_u32 read_u32_le u32
        read_i32 read_i32_le i32
        read_u64 read_u64_le u64
        read_i64 read_i64_le i64
        read_u128 read_u128_le u128
        read_i128 read_i128_le i128
        read_f32 read_f32_le f32
        read_f64 read_f64_le f64
    }

    async fn read_to_end(&mut self, buf: &mut Vec<u8>) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let mut space = vec![0u8; 4096];
        let mut total = 0;
        loop {
            let n = self.read(&mut space).await?;
            if n == 0 {
                return Ok(total);
            }
            buf.extend_from_slice(&space[..n]);
            total += n;
        }
    }

    async fn read_to_string(&mut self, dst: &mut String) -> io::Result<usize>
    where
        Self: Unpin,
    {
        let mut bytes = Vec::new();
        let n = self.read_to_end(&mut bytes).await?;
        match String::from_utf8(bytes) {
            Ok(text) => {
                dst.push_str(&text);
                Ok(n)
            }
            Err(_) => Err(super::lines::not_utf8()),
        }
    }

    fn take(self, limit: u64) -> Take<Self>
    where
        Self: Sized,
    {
        Take { inner: self, limit }
    }
}

impl<R: AsyncRead + ?Sized> AsyncReadExt for R {}

#[derive(Debug)]
pub struct Chain<T, U> {
    first: T,
    second: U,
    done_first: bool,
}

impl<T: AsyncRead, U: AsyncRead> AsyncRead for Chain<T, U> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = unsafe { self.get_unchecked_mut() };
        if !this.done_first {
            let before = buf.remaining();
            if let Err(error) = ready!(unsafe { Pin::new_unchecked(&mut this.first) }.poll_read(cx, buf)) {
                return Poll::Ready(Err(error));
            }
            if buf.remaining() != before {
                return Poll::Ready(Ok(()));
            }
            this.done_first = true;
        }
        unsafe { Pin::new_unchecked(&mut this.second) }.poll_read(cx, buf)
    }
}

#[derive(Debug)]
pub struct Take<R> {
    inner: R,
    limit: u64,
}

impl<R> Take<R> {
    pub fn limit(&self) -> u64 {
        self.limit
    }

    pub fn set_limit(&mut self, limit: u64) {
        self.limit = limit;
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
}

impl<R: AsyncRead> AsyncRead for Take<R> {
    fn poll_read(self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.limit == 0 {
            return Poll::Ready(Ok(()));
        }
        let most = buf.remaining().min(this.limit as usize);
        let mut bytes = vec![0u8; most];
        let mut space = ReadBuf::new(&mut bytes);
        if let Err(error) = ready!(unsafe { Pin::new_unchecked(&mut this.inner) }.poll_read(cx, &mut space)) {
            return Poll::Ready(Err(error));
        }
        buf.put_slice(space.filled());
        this.limit -= space.filled().len() as u64;
        Poll::Ready(Ok(()))
    }
}

impl<R: AsyncBufRead> AsyncBufRead for Take<R> {
    fn poll_fill_buf(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<&[u8]>> {
        let this = unsafe { self.get_unchecked_mut() };
        if this.limit == 0 {
            return Poll::Ready(Ok(&[]));
        }
        match ready!(unsafe { Pin::new_unchecked(&mut this.inner) }.poll_fill_buf(cx)) {
            Ok(bytes) => Poll::Ready(Ok(&bytes[..bytes.len().min(this.limit as usize)])),
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    fn consume(self: Pin<&mut Self>, amt: usize) {
        let this = unsafe { self.get_unchecked_mut() };
        this.limit -= amt as u64;
        unsafe { Pin::new_unchecked(&mut this.inner) }.consume(amt)
    }
}
