//! Headers.

use std::fmt;

#[derive(Clone, PartialEq, Eq, Hash)]
pub struct HeaderName(String);

#[derive(Clone, PartialEq, Eq, Hash)]
pub struct HeaderValue(String);

macro_rules! names {
    ($($name:ident $text:literal)*) => {$(
        pub const $name: &str = $text;
    )*};
}

names! {
    ACCEPT "accept"
    AUTHORIZATION "authorization"
    CONTENT_LENGTH "content-length"
    CONTENT_TYPE "content-type"
    ETAG "etag"
    HOST "host"
    LOCATION "location"
    USER_AGENT "user-agent"
}

#[derive(Clone, Default, PartialEq)]
pub struct HeaderMap {
    entries: Vec<(HeaderName, HeaderValue)>,
}

impl HeaderName {
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for HeaderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for HeaderName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

#[derive(Debug)]
pub struct ToStrError(());

impl fmt::Display for ToStrError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("failed to convert header to a str")
    }
}

impl std::error::Error for ToStrError {}

impl HeaderValue {
    pub fn from_static(src: &'static str) -> HeaderValue {
        HeaderValue(String::from(src))
    }

    pub fn to_str(&self) -> Result<&str, ToStrError> {
        Ok(&self.0)
    }

    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl fmt::Debug for HeaderValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl PartialEq<str> for HeaderValue {
    fn eq(&self, other: &str) -> bool {
        self.0 == *other
    }
}

impl PartialEq<&str> for HeaderValue {
    fn eq(&self, other: &&str) -> bool {
        self.0 == **other
    }
}

impl HeaderMap {
    pub fn new() -> HeaderMap {
        HeaderMap { entries: Vec::new() }
    }

    pub(crate) fn of(all: Vec<(String, String)>) -> HeaderMap {
        let mut map = HeaderMap::new();
        for (name, value) in all {
            map.entries.push((HeaderName(name), HeaderValue(value)));
        }
        map
    }

    pub(crate) fn pairs(&self) -> Vec<(String, String)> {
        self.entries.iter().map(|(name, value)| (name.0.clone(), value.0.clone())).collect::<Vec<_>>()
    }

    pub fn get<K: AsRef<str>>(&self, key: K) -> Option<&HeaderValue> {
        let key = key.as_ref().to_ascii_lowercase();
        for (name, value) in &self.entries {
            if name.0 == key {
                return Some(value);
            }
        }
        None
    }

    pub fn contains_key<K: AsRef<str>>(&self, key: K) -> bool {
        self.get(key).is_some()
    }

    pub fn insert<K: AsRef<str>>(&mut self, key: K, val: HeaderValue) -> Option<HeaderValue> {
        let key = key.as_ref().to_ascii_lowercase();
        let old = self.get(key.as_str()).cloned();
        self.entries.retain(|it| it.0.0 != key);
        self.entries.push((HeaderName(key), val));
        old
    }

    pub fn iter(&self) -> impl Iterator<Item = (&HeaderName, &HeaderValue)> {
        self.entries.iter().map(|(name, value)| (name, value))
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl fmt::Debug for HeaderMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl std::ops::Index<&str> for HeaderMap {
    type Output = HeaderValue;

    fn index(&self, index: &str) -> &HeaderValue {
        self.get(index).expect("no entry found for key")
    }
}
