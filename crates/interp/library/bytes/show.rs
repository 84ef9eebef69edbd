//! Bytes as text: `b"text\n"`.

use super::{Bytes, BytesMut};
use std::fmt;

macro_rules! shown {
    ($($name:ident)*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("b\"")?;
                for byte in self.iter() {
                    match *byte {
                        b'\n' => f.write_str("\\n")?,
                        b'\r' => f.write_str("\\r")?,
                        b'\t' => f.write_str("\\t")?,
                        b'\\' | b'"' => write!(f, "\\{}", *byte as char)?,
                        0 => f.write_str("\\0")?,
                        it if it >= 0x20 && it < 0x7f => write!(f, "{}", it as char)?,
                        it => write!(f, "\\x{it:02x}")?,
                    }
                }
                f.write_str("\"")
            }
        }
    )*};
}

shown! { Bytes BytesMut }
