//! Frames in streams of bytes.

mod decoder;
mod framed;
mod length;
mod lines;

pub use decoder::{BytesCodec, Decoder, Encoder};
pub use framed::{Framed, FramedParts, FramedRead, FramedWrite};
pub use length::{LengthDelimitedCodec, length_delimited};
pub use lines::{LinesCodec, LinesCodecError};
