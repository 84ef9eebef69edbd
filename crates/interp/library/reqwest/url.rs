//! Addresses.

use std::fmt;
use std::str::FromStr;

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url {
    text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParseError;

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("relative URL without a base")
    }
}

impl std::error::Error for ParseError {}

impl Url {
    pub(crate) fn of(text: String) -> Url {
        Url { text }
    }

    pub fn parse(input: &str) -> Result<Url, ParseError> {
        let Some((_, rest)) = input.split_once("://") else { return Err(ParseError) };
        // An address of a host alone is that of its root.
        let text = if rest.contains('/') { String::from(input) } else { format!("{input}/") };
        Ok(Url { text })
    }

    pub fn join(&self, input: &str) -> Result<Url, ParseError> {
        if input.contains("://") {
            return Url::parse(input);
        }
        let start = self.text.find("://").unwrap_or(0) + 3;
        let root = start + self.text[start..].find('/').unwrap_or(self.text.len() - start);
        if input.starts_with('/') {
            return Url::parse(&format!("{}{input}", &self.text[..root]));
        }
        let folder = self.text.rfind('/').unwrap_or(self.text.len());
        Url::parse(&format!("{}/{input}", &self.text[..folder.max(root)]))
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn scheme(&self) -> &str {
        self.text.split("://").next().unwrap_or("")
    }

    pub fn host_str(&self) -> Option<&str> {
        let rest = self.text.split_once("://")?.1;
        rest.split('/').next().map(|it| it.split(':').next().unwrap_or(it))
    }

    pub fn port(&self) -> Option<u16> {
        let rest = self.text.split_once("://")?.1;
        rest.split('/').next()?.split_once(':')?.1.parse::<u16>().ok()
    }

    pub fn path(&self) -> &str {
        let start = self.text.find("://").unwrap_or(0) + 3;
        let from = start + self.text[start..].find('/').unwrap_or(self.text.len() - start);
        let end = self.text.find('?').unwrap_or(self.text.len());
        &self.text[from..end]
    }

    pub fn query(&self) -> Option<&str> {
        self.text.split_once('?').map(|it| it.1)
    }
}

impl FromStr for Url {
    type Err = ParseError;

    fn from_str(input: &str) -> Result<Url, ParseError> {
        Url::parse(input)
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl AsRef<str> for Url {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

pub trait IntoUrl {
    fn as_str(&self) -> &str;
}

macro_rules! texts {
    ($($of:ty)*) => {$(
        impl IntoUrl for $of {
            fn as_str(&self) -> &str {
                &self[..]
            }
        }
    )*};
}

texts! { str String }

impl IntoUrl for Url {
    fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T: IntoUrl + ?Sized> IntoUrl for &T {
    fn as_str(&self) -> &str {
        IntoUrl::as_str(*self)
    }
}
