//! What a request sends.

use bytes::Bytes;

/// The body of a request.
#[derive(Clone, Debug, Default)]
pub struct Body(Bytes);

impl Body {
    /// Returns its bytes.
    pub fn as_bytes(&self) -> Option<&[u8]> {
        Some(&self.0)
    }
}

macro_rules! from {
    ($($source:ty),*) => {
        $(
            impl From<$source> for Body {
                fn from(source: $source) -> Self {
                    Body(source.into())
                }
            }
        )*
    };
}

from!(&'static str, &'static [u8], String, Vec<u8>, Bytes);
