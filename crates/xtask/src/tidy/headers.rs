//! Every module says first what it is.

use super::Source;

/// Programs that are data: they are read, compiled or interpreted by tests, and have the form a test needs.
const EXEMPT: [&str; 5] = ["/cases/", "/fixtures/", "/tests/accepted/", "/tests/bad/", "/tests/refused/"];

pub(super) fn check(source: &Source) -> Option<String> {
    let path = &source.path;
    if !path.ends_with(".rs") || EXEMPT.iter().any(|folder| path.contains(folder)) {
        return None;
    }
    let first = source.text.lines().next().unwrap_or_default();
    let says_something = first.strip_prefix("//!").is_some_and(|rest| !rest.trim().is_empty());
    (!says_something).then(|| format!("{path}:1: a module begins with a `//!` line that says what it is"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complains(path: &str, text: &str) -> bool {
        check(&Source { path: path.into(), text: text.into() }).is_some()
    }

    #[test]
    fn the_first_line_counts() {
        assert!(!complains("crates/a/src/lib.rs", "//! What it is.\nfn main() {}"));
        assert!(complains("crates/a/src/lib.rs", "fn main() {}"));
        assert!(complains("crates/a/src/lib.rs", "\n//! Late."));
        assert!(complains("crates/a/src/lib.rs", "//!\n//! Late."));
        assert!(complains("crates/a/src/lib.rs", ""));
    }

    #[test]
    fn only_modules_need_it() {
        assert!(!complains("web/sw.js", "self"));
        assert!(!complains("tests/cases/join.rs", "fn main() {}"));
    }
}
