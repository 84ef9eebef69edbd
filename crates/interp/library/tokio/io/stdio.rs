//! The program's own input and output.

use super::{AsyncRead, AsyncWrite, ReadBuf};
use std::io::{self, Read, Write};
use std::pin::Pin;
use std::task::{Context, Poll};

#[derive(Debug)]
pub struct Stdin(());

pub fn stdin() -> Stdin {
    Stdin(())
}

impl AsyncRead for Stdin {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, buf: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let mut bytes = vec![0u8; buf.remaining()];
        match io::stdin().read(&mut bytes) {
            Ok(n) => {
                buf.put_slice(&bytes[..n]);
                Poll::Ready(Ok(()))
            }
            Err(error) => Poll::Ready(Err(error)),
        }
    }
}

macro_rules! outputs {
    ($($name:ident $make:ident)*) => {$(
        #[derive(Debug)]
        pub struct $name(());

        pub fn $make() -> $name {
            $name(())
        }

        impl AsyncWrite for $name {
            fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
                Poll::Ready(io::$make().write(buf))
            }

            fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
                Poll::Ready(io::$make().flush())
            }

            fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
                Poll::Ready(Ok(()))
            }
        }
    )*};
}

outputs! { Stdout stdout Stderr stderr }
