//! What all writers can do.

use super::{AsyncSeek, AsyncWrite};
use std::future::poll_fn;
use std::io::{self, SeekFrom};
use std::pin::Pin;

macro_rules! numbers {
    ($($name:ident $name_le:ident $of:ty)*) => {$(
        async fn $name(&mut self, n: $of) -> io::Result<()>
        where
            Self: Unpin,
        {
            self.write_all(&n.to_be_bytes()).await
        }

        async fn $name_le(&mut self, n: $of) -> io::Result<()>
        where
            Self: Unpin,
        {
            self.write_all(&n.to_le_bytes()).await
        }
    )*};
}

pub trait AsyncWriteExt: AsyncWrite {
    async fn write(&mut self, src: &[u8]) -> io::Result<usize>
    where
        Self: Unpin,
    {
        poll_fn(|cx| Pin::new(&mut *self).poll_write(cx, src)).await
    }

    async fn write_buf<B: io::__Source>(&mut self, src: &mut B) -> io::Result<usize>
    where
        Self: Unpin,
    {
        if src.__chunk().is_empty() {
            return Ok(0);
        }
        let n = self.write(src.__chunk()).await?;
        src.__advance(n);
        Ok(n)
    }

    async fn write_all_buf<B: io::__Source>(&mut self, src: &mut B) -> io::Result<()>
    where
        Self: Unpin,
    {
        while !src.__chunk().is_empty() {
            if self.write_buf(src).await? == 0 {
                return Err(io::Error::from(io::ErrorKind::WriteZero));
            }
        }
        Ok(())
    }

    async fn write_all(&mut self, src: &[u8]) -> io::Result<()>
    where
        Self: Unpin,
    {
        let mut at = 0;
        while at < src.len() {
            let n = self.write(&src[at..]).await?;
            if n == 0 {
                return Err(io::Error::from(io::ErrorKind::WriteZero));
            }
            at += n;
        }
        Ok(())
    }

    async fn write_u8(&mut self, n: u8) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.write_all(&[n]).await
    }

    async fn write_i8(&mut self, n: i8) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.write_all(&[n as u8]).await
    }

    numbers! {
        write_u16 write_u16_le u16
        write_i16 write_i16_le i16
        write_u32 write_u32_le u32
        write_i32 write_i32_le i32
        write_u64 write_u64_le u64
        write_i64 write_i64_le i64
        write_u128 write_u128_le u128
        write_i128 write_i128_le i128
        write_f32 write_f32_le f32
        write_f64 write_f64_le f64
    }

    async fn flush(&mut self) -> io::Result<()>
    where
        Self: Unpin,
    {
        poll_fn(|cx| Pin::new(&mut *self).poll_flush(cx)).await
    }

    async fn shutdown(&mut self) -> io::Result<()>
    where
        Self: Unpin,
    {
        poll_fn(|cx| Pin::new(&mut *self).poll_shutdown(cx)).await
    }
}

impl<W: AsyncWrite + ?Sized> AsyncWriteExt for W {}

pub trait AsyncSeekExt: AsyncSeek {
    async fn seek(&mut self, pos: SeekFrom) -> io::Result<u64>
    where
        Self: Unpin,
    {
        poll_fn(|cx| Pin::new(&mut *self).poll_complete(cx)).await?;
        Pin::new(&mut *self).start_seek(pos)?;
        poll_fn(|cx| Pin::new(&mut *self).poll_complete(cx)).await
    }

    async fn rewind(&mut self) -> io::Result<()>
    where
        Self: Unpin,
    {
        self.seek(SeekFrom::Start(0)).await?;
        Ok(())
    }

    async fn stream_position(&mut self) -> io::Result<u64>
    where
        Self: Unpin,
    {
        self.seek(SeekFrom::Current(0)).await
    }
}

impl<S: AsyncSeek + ?Sized> AsyncSeekExt for S {}
