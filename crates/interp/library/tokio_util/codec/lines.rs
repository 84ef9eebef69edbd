//! Lines as frames.

use super::{Decoder, Encoder};
use bytes::{Buf, BytesMut};
use std::fmt;
use std::io;

/// Lines without their ends.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinesCodec {
    next_index: usize,
    max_length: usize,
    is_discarding: bool,
}

impl LinesCodec {
    pub fn new() -> LinesCodec {
        LinesCodec::new_with_max_length(usize::MAX)
    }

    pub fn new_with_max_length(max_length: usize) -> LinesCodec {
        LinesCodec { next_index: 0, max_length, is_discarding: false }
    }

    pub fn max_length(&self) -> usize {
        self.max_length
    }
}

impl Default for LinesCodec {
    fn default() -> Self {
        LinesCodec::new()
    }
}

fn text(bytes: &[u8]) -> Result<String, LinesCodecError> {
    let bytes = bytes.strip_suffix(b"\r").unwrap_or(bytes);
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) => {
            let error = io::Error::new(io::ErrorKind::InvalidData, "Unable to decode input as UTF8");
            Err(LinesCodecError::Io(error))
        }
    }
}

impl Decoder for LinesCodec {
    type Item = String;
    type Error = LinesCodecError;

    fn decode(&mut self, buf: &mut BytesMut) -> Result<Option<String>, LinesCodecError> {
        loop {
            let read_to = self.max_length.saturating_add(1).min(buf.len());
            let found = buf[self.next_index..read_to].iter().position(|it| *it == b'\n');
            match found {
                Some(offset) if self.is_discarding => {
                    buf.advance(offset + self.next_index + 1);
                    self.is_discarding = false;
                    self.next_index = 0;
                }
                None if self.is_discarding => {
                    buf.advance(read_to);
                    self.next_index = 0;
                    if buf.is_empty() {
                        return Ok(None);
                    }
                }
                Some(offset) => {
                    let end = offset + self.next_index;
                    self.next_index = 0;
                    let line = buf.split_to(end + 1);
                    return text(&line[..end]).map(Some);
                }
                None if buf.len() > self.max_length => {
                    self.is_discarding = true;
                    return Err(LinesCodecError::MaxLineLengthExceeded);
                }
                None => {
                    self.next_index = read_to;
                    return Ok(None);
                }
            }
        }
    }

    fn decode_eof(&mut self, buf: &mut BytesMut) -> Result<Option<String>, LinesCodecError> {
        if let Some(line) = self.decode(buf)? {
            return Ok(Some(line));
        }
        self.next_index = 0;
        if buf.is_empty() || &buf[..] == b"\r" {
            return Ok(None);
        }
        let line = buf.split_to(buf.len());
        text(&line[..]).map(Some)
    }
}

impl<T: AsRef<str>> Encoder<T> for LinesCodec {
    type Error = LinesCodecError;

    fn encode(&mut self, line: T, buf: &mut BytesMut) -> Result<(), LinesCodecError> {
        buf.extend_from_slice(line.as_ref().as_bytes());
        buf.extend_from_slice(b"\n");
        Ok(())
    }
}

#[derive(Debug)]
pub enum LinesCodecError {
    MaxLineLengthExceeded,
    Io(io::Error),
}

impl fmt::Display for LinesCodecError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinesCodecError::MaxLineLengthExceeded => f.write_str("max line length exceeded"),
            LinesCodecError::Io(error) => write!(f, "{error}"),
        }
    }
}

impl From<io::Error> for LinesCodecError {
    fn from(error: io::Error) -> LinesCodecError {
        LinesCodecError::Io(error)
    }
}

impl std::error::Error for LinesCodecError {}
