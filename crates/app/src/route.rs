//! Addresses within the page: `#/examples/<slug>`. They live in the hash, so that any static host and any folder do.

/// What the address asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// Nothing in particular: the first example.
    Home,
    /// The example of this slug, whether there is one or not.
    Example(String),
    /// The reader's own program.
    Own,
    /// The program that is written in the address itself (see [`link`](crate::link)).
    Code(String),
    /// The table from asyncio's names to Rust's.
    Asyncio,
    /// Something else.
    Elsewhere(String),
}

impl Route {
    /// Reads the hash of an address, with or without its `#`.
    pub(crate) fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let path = path.strip_prefix('/').unwrap_or(path);
        let path = path.strip_suffix('/').unwrap_or(path);
        match path.split_once('/') {
            _ if path.is_empty() => Route::Home,
            Some(("examples", slug)) if !slug.contains('/') => Route::Example(slug.to_owned()),
            Some(("code", packed)) if !packed.contains('/') => Route::Code(packed.to_owned()),
            None if path == "own" => Route::Own,
            None if path == "asyncio" => Route::Asyncio,
            _ => Route::Elsewhere(path.to_owned()),
        }
    }

    /// The hash of [`Route::Own`].
    pub(crate) const OWN: &str = "#/own";

    /// The hash of [`Route::Asyncio`].
    pub(crate) const ASYNCIO: &str = "#/asyncio";

    /// Returns the hash of a program's address, which has been [packed](crate::link::pack).
    pub(crate) fn hash_of_code(packed: &str) -> String {
        format!("#/code/{packed}")
    }

    /// Returns the hash of an example's address.
    pub(crate) fn hash_of(slug: &str) -> String {
        format!("#/examples/{slug}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_names_an_example() {
        for hash in ["#/examples/three-downloads", "#/examples/three-downloads/", "/examples/three-downloads"]
        {
            assert_eq!(Route::parse(hash), Route::Example("three-downloads".into()), "{hash}");
        }
        assert_eq!(Route::parse(&Route::hash_of("fetch")), Route::Example("fetch".into()));
    }

    #[test]
    fn no_hash_is_home() {
        for hash in ["", "#", "#/"] {
            assert_eq!(Route::parse(hash), Route::Home, "{hash}");
        }
    }

    #[test]
    fn the_table_of_names_has_an_address() {
        assert_eq!(Route::parse(Route::ASYNCIO), Route::Asyncio);
        assert_eq!(Route::parse("#/asyncio/x"), Route::Elsewhere("asyncio/x".into()));
    }

    #[test]
    fn own_programs_and_programs_in_links_have_addresses() {
        assert_eq!(Route::parse(Route::OWN), Route::Own);
        assert_eq!(Route::parse("#/code/0.Zm4"), Route::Code("0.Zm4".into()));
        assert_eq!(Route::parse("#/code/a/b"), Route::Elsewhere("code/a/b".into()));
    }

    #[test]
    fn anything_else_is_said_back() {
        assert_eq!(Route::parse("#/lessons/7"), Route::Elsewhere("lessons/7".into()));
        assert_eq!(Route::parse("#/examples/a/b"), Route::Elsewhere("examples/a/b".into()));
        assert_eq!(Route::parse("#code"), Route::Elsewhere("code".into()));
    }
}
