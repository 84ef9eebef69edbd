//! What a slice of bytes can do.

use crate::fmt;

impl [u8] {
    pub const fn is_ascii(&self) -> bool {
        native!()
    }

    pub fn eq_ignore_ascii_case(&self, other: &[u8]) -> bool {
        self.len() == other.len() && self.iter().zip(other).all(|(a, b)| a.eq_ignore_ascii_case(b))
    }

    pub fn to_ascii_uppercase(&self) -> Vec<u8> {
        self.iter().map(|byte| byte.to_ascii_uppercase()).collect::<Vec<u8>>()
    }

    pub fn to_ascii_lowercase(&self) -> Vec<u8> {
        self.iter().map(|byte| byte.to_ascii_lowercase()).collect::<Vec<u8>>()
    }

    pub fn make_ascii_uppercase(&mut self) {
        for byte in self.iter_mut() {
            *byte = byte.to_ascii_uppercase();
        }
    }

    pub fn make_ascii_lowercase(&mut self) {
        for byte in self.iter_mut() {
            *byte = byte.to_ascii_lowercase();
        }
    }

    pub fn trim_ascii_start(&self) -> &[u8] {
        let mut start = 0;
        while start < self.len() && self[start].is_ascii_whitespace() {
            start += 1;
        }
        &self[start..]
    }

    pub fn trim_ascii_end(&self) -> &[u8] {
        let mut end = self.len();
        while end > 0 && self[end - 1].is_ascii_whitespace() {
            end -= 1;
        }
        &self[..end]
    }

    pub fn trim_ascii(&self) -> &[u8] {
        self.trim_ascii_start().trim_ascii_end()
    }

    pub fn escape_ascii(&self) -> EscapeAscii {
        let mut text = String::new();
        for byte in self {
            for escaped in crate::char::escape_byte(*byte).chars() {
                text.push(escaped);
            }
        }
        EscapeAscii { text }
    }

}

#[derive(Clone)]
pub struct EscapeAscii {
    text: String,
}

impl fmt::Display for EscapeAscii {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}
