//! Frames with their length in front.

use super::{Decoder, Encoder, Framed, FramedRead, FramedWrite};
use bytes::{Buf, BufMut, Bytes, BytesMut};
use std::io;

/// Frames that begin with how long they are.
#[derive(Clone, Debug)]
pub struct LengthDelimitedCodec {
    builder: length_delimited::Builder,
}

pub mod length_delimited {
    //! How lengths are written.

    use super::{Framed, FramedRead, FramedWrite, LengthDelimitedCodec};

    #[derive(Clone, Copy, Debug)]
    pub struct Builder {
        pub(super) width: usize,
        pub(super) little: bool,
        pub(super) longest: usize,
    }

    impl Builder {
        pub fn new() -> Builder {
            Builder { width: 4, little: false, longest: 8 * 1024 * 1024 }
        }

        pub fn big_endian(&mut self) -> &mut Self {
            self.little = false;
            self
        }

        pub fn little_endian(&mut self) -> &mut Self {
            self.little = true;
            self
        }

        pub fn max_frame_length(&mut self, val: usize) -> &mut Self {
            self.longest = val;
            self
        }

        pub fn length_field_length(&mut self, val: usize) -> &mut Self {
            self.width = val;
            self
        }

        pub fn new_codec(&self) -> LengthDelimitedCodec {
            LengthDelimitedCodec { builder: *self }
        }

        pub fn new_read<T>(&self, upstream: T) -> FramedRead<T, LengthDelimitedCodec> {
            FramedRead::new(upstream, self.new_codec())
        }

        pub fn new_write<T>(&self, inner: T) -> FramedWrite<T, LengthDelimitedCodec> {
            FramedWrite::new(inner, self.new_codec())
        }

        pub fn new_framed<T>(&self, inner: T) -> Framed<T, LengthDelimitedCodec> {
            Framed::new(inner, self.new_codec())
        }
    }
}

impl LengthDelimitedCodec {
    pub fn new() -> LengthDelimitedCodec {
        length_delimited::Builder::new().new_codec()
    }

    pub fn builder() -> length_delimited::Builder {
        length_delimited::Builder::new()
    }

    pub fn max_frame_length(&self) -> usize {
        self.builder.longest
    }

    pub fn set_max_frame_length(&mut self, val: usize) {
        self.builder.longest = val;
    }

    fn written(&self, length: usize) -> Vec<u8> {
        let width = self.builder.width;
        let bytes = (length as u64).to_le_bytes();
        let mut bytes: Vec<u8> = bytes[..width].to_vec();
        if !self.builder.little {
            bytes.reverse();
        }
        bytes
    }

    fn length(&self, src: &BytesMut) -> usize {
        let mut bytes: Vec<u8> = src[..self.builder.width].to_vec();
        if self.builder.little {
            bytes.reverse();
        }
        bytes.iter().fold(0, |length, it| length * 256 + *it as usize)
    }
}

impl Default for LengthDelimitedCodec {
    fn default() -> Self {
        LengthDelimitedCodec::new()
    }
}

impl Decoder for LengthDelimitedCodec {
    type Item = BytesMut;
    type Error = io::Error;

    fn decode(&mut self, src: &mut BytesMut) -> io::Result<Option<BytesMut>> {
        let width = self.builder.width;
        if src.len() < width {
            return Ok(None);
        }
        let length = self.length(src);
        if length > self.builder.longest {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "frame size too big"));
        }
        if src.len() < width + length {
            return Ok(None);
        }
        src.advance(width);
        Ok(Some(src.split_to(length)))
    }
}

impl Encoder<Bytes> for LengthDelimitedCodec {
    type Error = io::Error;

    fn encode(&mut self, data: Bytes, dst: &mut BytesMut) -> Result<(), io::Error> {
        if data.len() > self.builder.longest {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "frame size too big"));
        }
        dst.put_slice(&self.written(data.len()));
        dst.put_slice(&data);
        Ok(())
    }
}
