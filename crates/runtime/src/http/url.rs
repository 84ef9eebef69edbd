//! Addresses, as far as a client has to understand them.

use super::Error;
use std::fmt;

/// An absolute address.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Url {
    text: String,
    /// How many bytes of the text are the scheme and the host.
    origin: usize,
    /// How many bytes come before the query and the fragment.
    path: usize,
}

/// Why a text is no address, in the words of the `url` crate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum ParseError {
    #[error("relative URL without a base")]
    RelativeUrlWithoutBase,
    #[error("empty host")]
    EmptyHost,
    #[error("invalid port number")]
    InvalidPort,
}

impl Url {
    /// Reads an address.
    ///
    /// # Errors
    ///
    /// Fails if it is relative, or if it has no host or an impossible port.
    pub fn parse(text: &str) -> Result<Self, Error> {
        read(text.trim()).map_err(Error::builder)
    }

    /// Reads an address that may be relative to this one.
    ///
    /// # Errors
    ///
    /// Fails if it has no host or an impossible port.
    pub fn join(&self, text: &str) -> Result<Self, Error> {
        let text = text.trim();
        let whole = match read(text) {
            Err(ParseError::RelativeUrlWithoutBase) => self.resolve(text),
            absolute => return absolute.map_err(Error::builder),
        };
        Url::parse(&whole)
    }

    fn resolve(&self, text: &str) -> String {
        let (origin, path) = (self.origin(), self.path());
        let folder = &path[..=path.rfind('/').unwrap_or(0)];
        let until_query = &self.text[..self.path];
        let until_fragment = self.text.split('#').next().unwrap_or_default();
        match text.as_bytes() {
            [] => until_fragment.to_owned(),
            [b'/', b'/', ..] => format!("{}:{text}", self.scheme()),
            [b'/', ..] => format!("{origin}{}", without_dots(text)),
            [b'?', ..] => format!("{until_query}{text}"),
            [b'#', ..] => format!("{until_fragment}{text}"),
            _ => format!("{origin}{}", without_dots(&format!("{folder}{text}"))),
        }
    }

    /// Returns the whole address.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Returns what comes before the colon.
    pub fn scheme(&self) -> &str {
        self.text.split_once(':').map_or("", |(scheme, _)| scheme)
    }

    /// Returns the path, with the slash it starts with.
    pub fn path(&self) -> &str {
        &self.text[self.origin..self.path]
    }

    /// Returns the query, without the question mark.
    pub fn query(&self) -> Option<&str> {
        let (query, _) = self.text[self.path..].split_once('#').unwrap_or((&self.text[self.path..], ""));
        query.strip_prefix('?')
    }

    /// Returns the host, without the port.
    pub fn host_str(&self) -> Option<&str> {
        let (_, authority) = self.origin().split_once("://")?;
        let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
        match host.rsplit_once(':') {
            Some((host, port)) if port.bytes().all(|it| it.is_ascii_digit()) => Some(host),
            _ => Some(host),
        }
    }

    /// Returns scheme, host and port.
    pub(crate) fn origin(&self) -> &str {
        &self.text[..self.origin]
    }

    /// Returns the address without its fragment, relative to a site if it is the site's: `/data/todos/1.json?delay=300`.
    pub(crate) fn label(&self, site: &str) -> &str {
        let whole = self.text.split('#').next().unwrap_or_default();
        match whole.strip_prefix(site.trim_end_matches('/')) {
            Some(rest) if !site.is_empty() && rest.starts_with('/') => rest,
            _ => whole,
        }
    }

    pub(super) fn push_query(&mut self, more: &str) {
        if more.is_empty() {
            return;
        }
        let fragment = self.text.find('#').unwrap_or(self.text.len());
        let mark = if self.query().is_none() { '?' } else { '&' };
        let separator = if self.query() == Some("") { String::new() } else { mark.to_string() };
        self.text.insert_str(fragment, &format!("{separator}{more}"));
    }
}

/// Resolves the steps `.` and `..` of a path, which starts with a slash and may have a query and a fragment behind it.
fn without_dots(text: &str) -> String {
    let (path, rest) = text.split_at(text.find(['?', '#']).unwrap_or(text.len()));
    let mut steps: Vec<&str> = Vec::new();
    for step in path.split('/').skip(1) {
        match step {
            "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    let is_folder = path.ends_with("/.") || path.ends_with("/..");
    format!("/{}{}{rest}", steps.join("/"), if is_folder && !steps.is_empty() { "/" } else { "" })
}

fn read(text: &str) -> Result<Url, ParseError> {
    let (scheme, rest) = text.split_once(':').ok_or(ParseError::RelativeUrlWithoutBase)?;
    let mut letters = scheme.bytes();
    let is_scheme = letters.next().is_some_and(|it| it.is_ascii_alphabetic())
        && letters.all(|it| it.is_ascii_alphanumeric() || b"+-.".contains(&it));
    if !is_scheme {
        return Err(ParseError::RelativeUrlWithoutBase);
    }
    let scheme = scheme.to_ascii_lowercase();
    let Some(default_port) = default_port(&scheme) else {
        // Not for us to understand: `data:` and its like.
        let text = format!("{scheme}:{}", encode(rest));
        let path = text.find(['?', '#']).unwrap_or(text.len());
        return Ok(Url { origin: scheme.len() + 1, path, text });
    };
    let rest = rest.trim_start_matches('/');
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(end);
    let origin = format!("{scheme}://{}", authority_of(authority, default_port)?);
    let slash = if rest.starts_with('/') { "" } else { "/" };
    let text = format!("{origin}{slash}{}", encode(rest));
    let path = text[origin.len()..].find(['?', '#']).map_or(text.len(), |it| origin.len() + it);
    Ok(Url { origin: origin.len(), path, text })
}

fn default_port(scheme: &str) -> Option<&'static str> {
    match scheme {
        "http" => Some("80"),
        "https" => Some("443"),
        _ => None,
    }
}

/// Checks host and port, and drops the port that goes without saying.
fn authority_of(text: &str, default_port: &str) -> Result<String, ParseError> {
    let host_start = text.rfind('@').map_or(0, |at| at + 1);
    let colon = text.rfind(':').filter(|at| *at >= host_start && !text[*at..].contains(']'));
    let (host, port) = colon.map_or((text, ""), |at| (&text[..at], &text[at + 1..]));
    if host.len() == host_start {
        return Err(ParseError::EmptyHost);
    }
    if !port.is_empty() && port.parse::<u16>().is_err() {
        return Err(ParseError::InvalidPort);
    }
    let port = if port.is_empty() || port == default_port { String::new() } else { format!(":{port}") };
    let (user, host) = host.split_at(host_start);
    Ok(format!("{user}{}{port}", host.to_ascii_lowercase()))
}

/// Writes what may not stand in an address by its bytes' numbers.
fn encode(text: &str) -> String {
    use fmt::Write as _;
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_graphic() && !b"\"<>`".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Url").field(&self.text).finish()
    }
}

impl std::str::FromStr for Url {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        Url::parse(text)
    }
}

impl AsRef<str> for Url {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

/// What can be taken for an address.
pub trait IntoUrl {
    /// Reads it.
    ///
    /// # Errors
    ///
    /// Fails if it is none.
    fn into_url(self) -> Result<Url, Error>;
}

impl IntoUrl for Url {
    fn into_url(self) -> Result<Url, Error> {
        Ok(self)
    }
}

macro_rules! into_url {
    ($($text:ty),*) => {
        $(
            impl IntoUrl for $text {
                fn into_url(self) -> Result<Url, Error> {
                    Url::parse(&self)
                }
            }
        )*
    };
}

into_url!(&str, &String, String);

#[cfg(test)]
mod tests {
    use super::*;

    fn url(text: &str) -> Url {
        read(text).unwrap()
    }

    #[test]
    fn an_address_is_written_in_one_way() {
        let cases = [
            ("http://LocalHost:80", "http://localhost/"),
            ("HTTPS://a.b:443/C d?e=f g", "https://a.b/C%20d?e=f%20g"),
            ("http://127.0.0.1:9", "http://127.0.0.1:9/"),
            ("http://[::1]:8080?x", "http://[::1]:8080/?x"),
            ("http://user@host/é", "http://user@host/%C3%A9"),
            ("data:text/plain,hi", "data:text/plain,hi"),
        ];
        for (text, expected) in cases {
            assert_eq!(url(text).as_str(), expected);
        }
    }

    #[test]
    fn what_is_no_address_is_said_in_words() {
        assert_eq!(read("/data/1.json"), Err(ParseError::RelativeUrlWithoutBase));
        assert_eq!(read("1:2"), Err(ParseError::RelativeUrlWithoutBase));
        assert_eq!(read("http://"), Err(ParseError::EmptyHost));
        assert_eq!(read("http://host:99999/"), Err(ParseError::InvalidPort));
    }

    #[test]
    fn the_parts_of_an_address() {
        let it = url("http://u@localhost:8080/data/x.json?a=1&b#frag");
        assert_eq!((it.scheme(), it.host_str(), it.path()), ("http", Some("localhost"), "/data/x.json"));
        assert_eq!((it.query(), it.origin()), (Some("a=1&b"), "http://u@localhost:8080"));
        assert_eq!(url("http://h").query(), None);
        assert_eq!(url("http://[::1]/").host_str(), Some("[::1]"));
    }

    #[test]
    fn a_relative_address_is_found_from_another() {
        let base = url("http://h:8/a/b/c.json?x=1#f");
        let cases = [
            ("d.json", "http://h:8/a/b/d.json"),
            ("../d?y", "http://h:8/a/d?y"),
            ("./", "http://h:8/a/b/"),
            ("../..", "http://h:8/"),
            ("../../../..", "http://h:8/"),
            ("/top/./it", "http://h:8/top/it"),
            ("?y=2", "http://h:8/a/b/c.json?y=2"),
            ("#g", "http://h:8/a/b/c.json?x=1#g"),
            ("", "http://h:8/a/b/c.json?x=1"),
            ("//other/p", "http://other/p"),
            ("https://other", "https://other/"),
        ];
        for (text, expected) in cases {
            assert_eq!(base.join(text).unwrap().as_str(), expected, "{text}");
        }
        assert!(base.join("http://").unwrap_err().is_builder());
    }

    #[test]
    fn the_label_leaves_out_the_site() {
        let it = url("http://h/some/where/data/x.json?a=1#f");
        assert_eq!(it.label("http://h/some/where"), "/data/x.json?a=1");
        assert_eq!(it.label("http://h/some/where/"), "/data/x.json?a=1");
        assert_eq!(it.label("http://h/some/whe"), "http://h/some/where/data/x.json?a=1");
        assert_eq!(it.label(""), "http://h/some/where/data/x.json?a=1");
    }

    #[test]
    fn a_query_grows() {
        let mut it = url("http://h/p#f");
        it.push_query("a=1");
        it.push_query("b=2");
        assert_eq!(it.as_str(), "http://h/p?a=1&b=2#f");
        assert_eq!(it.query(), Some("a=1&b=2"));
    }
}
