//! From a reader to a writer.

use super::{AsyncBufRead, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use std::io;

pub async fn copy<R, W>(reader: &mut R, writer: &mut W) -> io::Result<u64>
where
    R: AsyncRead + Unpin + ?Sized,
    W: AsyncWrite + Unpin + ?Sized,
{
    let mut space = vec![0u8; 8 * 1024];
    let mut total = 0;
    loop {
        let n = reader.read(&mut space).await?;
        if n == 0 {
            writer.flush().await?;
            return Ok(total);
        }
        writer.write_all(&space[..n]).await?;
        total += n as u64;
    }
}

pub async fn copy_buf<R, W>(reader: &mut R, writer: &mut W) -> io::Result<u64>
where
    R: AsyncBufRead + Unpin + ?Sized,
    W: AsyncWrite + Unpin + ?Sized,
{
    copy(reader, writer).await
}

/// One direction of two.
async fn pump<R: AsyncRead, W: AsyncWrite>(reader: &mut R, writer: &mut W) -> io::Result<u64> {
    let total = copy(reader, writer).await?;
    writer.shutdown().await?;
    Ok(total)
}

pub async fn copy_bidirectional<A, B>(a: &mut A, b: &mut B) -> io::Result<(u64, u64)>
where
    A: AsyncRead + AsyncWrite + Unpin + ?Sized,
    B: AsyncRead + AsyncWrite + Unpin + ?Sized,
{
    let (mut a_read, mut a_write) = super::split(a);
    let (mut b_read, mut b_write) = super::split(b);
    crate::try_join!(pump(&mut a_read, &mut b_write), pump(&mut b_read, &mut a_write))
}
