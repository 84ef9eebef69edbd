//! Streams and sinks of frames over what is read from and written to.

use super::{Decoder, Encoder};
use bytes::{Buf, BytesMut};
use futures::{Sink, Stream};
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// As much as is read at once.
const CHUNK: usize = 8 * 1024;

/// From here on what is sent waits until it is written.
const BOUNDARY: usize = 8 * 1024;

macro_rules! framed {
    ($($name:ident { $($codec:ident $codec_mut:ident)* })*) => {$(
        #[derive(Debug)]
        pub struct $name<T, C> {
            io: T,
            codec: C,
            incoming: BytesMut,
            outgoing: BytesMut,
            /// Where what is read comes to first.
            space: Vec<u8>,
            is_over: bool,
            has_failed: bool,
        }

        impl<T, C> $name<T, C> {
            pub fn new(inner: T, codec: C) -> $name<T, C> {
                let (incoming, outgoing) = (BytesMut::new(), BytesMut::new());
                let (is_over, has_failed) = (false, false);
                $name { io: inner, codec, incoming, outgoing, space: Vec::new(), is_over, has_failed }
            }

            pub fn with_capacity(inner: T, codec: C, _capacity: usize) -> $name<T, C> {
                $name::new(inner, codec)
            }

            pub fn get_ref(&self) -> &T {
                &self.io
            }

            pub fn get_mut(&mut self) -> &mut T {
                &mut self.io
            }

            pub fn into_inner(self) -> T {
                self.io
            }

            $(
                pub fn $codec(&self) -> &C {
                    &self.codec
                }

                pub fn $codec_mut(&mut self) -> &mut C {
                    &mut self.codec
                }
            )*
        }
    )*};
}

framed! {
    Framed { codec codec_mut }
    FramedRead { decoder decoder_mut }
    FramedWrite { encoder encoder_mut }
}

/// What a [`Framed`] is made of.
#[derive(Debug)]
pub struct FramedParts<T, U> {
    pub io: T,
    pub codec: U,
    pub read_buf: BytesMut,
    pub write_buf: BytesMut,
}

impl<T, C> Framed<T, C> {
    pub fn read_buffer(&self) -> &BytesMut {
        &self.incoming
    }

    pub fn into_parts(self) -> FramedParts<T, C> {
        FramedParts { io: self.io, codec: self.codec, read_buf: self.incoming, write_buf: self.outgoing }
    }
}

impl<T, C> FramedRead<T, C> {
    pub fn read_buffer(&self) -> &BytesMut {
        &self.incoming
    }
}

macro_rules! streams {
    ($($name:ident)*) => {$(
        impl<T: AsyncRead + Unpin, C: Decoder> Stream for $name<T, C> {
            type Item = Result<C::Item, C::Error>;

            fn poll_next(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
                let this = unsafe { self.get_unchecked_mut() };
                if this.has_failed {
                    this.has_failed = false;
                    return Poll::Ready(None);
                }
                loop {
                    let decoded = if this.is_over {
                        this.codec.decode_eof(&mut this.incoming)
                    } else {
                        this.codec.decode(&mut this.incoming)
                    };
                    match decoded {
                        Ok(Some(frame)) => return Poll::Ready(Some(Ok(frame))),
                        Ok(None) if this.is_over => return Poll::Ready(None),
                        Ok(None) => {}
                        Err(error) => {
                            this.has_failed = true;
                            return Poll::Ready(Some(Err(error)));
                        }
                    }
                    if this.space.is_empty() {
                        this.space = vec![0u8; CHUNK];
                    }
                    let mut buf = ReadBuf::new(&mut this.space);
                    if let Err(error) = ready!(Pin::new(&mut this.io).poll_read(cx, &mut buf)) {
                        this.has_failed = true;
                        return Poll::Ready(Some(Err(C::Error::from(error))));
                    }
                    this.is_over = buf.filled().is_empty();
                    this.incoming.extend_from_slice(buf.filled());
                }
            }
        }
    )*};
}

streams! { Framed FramedRead }

macro_rules! sinks {
    ($($name:ident)*) => {$(
        impl<T: AsyncWrite + Unpin, I, C: Encoder<I>> Sink<I> for $name<T, C> {
            type Error = C::Error;

            fn poll_ready(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), C::Error>> {
                if self.outgoing.len() >= BOUNDARY { self.poll_flush(cx) } else { Poll::Ready(Ok(())) }
            }

            fn start_send(self: Pin<&mut Self>, item: I) -> Result<(), C::Error> {
                let this = unsafe { self.get_unchecked_mut() };
                this.codec.encode(item, &mut this.outgoing)
            }

            fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), C::Error>> {
                let this = unsafe { self.get_unchecked_mut() };
                while !this.outgoing.is_empty() {
                    let written = ready!(Pin::new(&mut this.io).poll_write(cx, &this.outgoing))?;
                    if written == 0 {
                        let text = "failed to write frame to transport";
                        let error = io::Error::new(io::ErrorKind::WriteZero, text);
                        return Poll::Ready(Err(C::Error::from(error)));
                    }
                    this.outgoing.advance(written);
                }
                Pin::new(&mut this.io).poll_flush(cx).map_err(|error| C::Error::from(error))
            }

            fn poll_close(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Result<(), C::Error>> {
                ready!(self.as_mut().poll_flush(cx))?;
                let this = unsafe { self.get_unchecked_mut() };
                Pin::new(&mut this.io).poll_shutdown(cx).map_err(|error| C::Error::from(error))
            }
        }
    )*};
}

sinks! { Framed FramedWrite }
