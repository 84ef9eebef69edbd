//! What no text file contains: white space at line ends, markers of work left undone, addresses of registries.

use super::Source;

/// Spelt in two parts, so that this file does not complain about itself.
const MARKERS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// What programs fetch, byte for byte; some of it is broken on purpose.
const EXEMPT: &str = "web/data/";

pub(super) fn check(source: &Source) -> Vec<String> {
    if source.path.starts_with(EXEMPT) {
        return Vec::new();
    }
    let mut complaints = Vec::new();
    let mut complain = |line: usize, what: String| complaints.push(format!("{}:{line}: {what}", source.path));
    for (number, line) in (1..).zip(source.text.lines()) {
        if line.ends_with([' ', '\t', '\r']) {
            complain(number, "white space at the end of the line".into());
        }
        let mut words = line.split(|letter: char| !letter.is_alphanumeric() && letter != '_');
        if let Some(marker) = words.find(|word| MARKERS.contains(word)) {
            complain(number, format!("{marker}: do it now, or open an issue and name it here"));
        }
        if source.path.ends_with("package-lock.json") && line.contains("\"resolved\":") {
            complain(
                number,
                "the lock file records a registry's address; write it anew from its own folder".into(),
            );
        }
    }
    if !source.text.is_empty() && !source.text.ends_with('\n') {
        complain(source.text.lines().count(), "the last line has no end".into());
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> Vec<String> {
        check(&Source { path: path.into(), text: text.into() })
    }

    #[test]
    fn places_are_named() {
        assert_eq!(complaints("a.md", "fine\nnot fine \n"), ["a.md:2: white space at the end of the line"]);
        let marked = format!("fine\n// {}: later\n", MARKERS[0]);
        assert!(complaints("a.rs", &marked)[0].starts_with("a.rs:2: "), "{marked}");
        assert_eq!(complaints("a.rs", "no end").len(), 1);
    }

    #[test]
    fn only_whole_words_are_markers() {
        assert!(complaints("a.rs", &format!("let {}S = todo_list;\n", MARKERS[0])).is_empty());
        assert!(complaints("a.rs", "").is_empty());
    }

    #[test]
    fn data_is_left_alone() {
        assert!(complaints("web/data/todos/broken.json", "{ \"cut").is_empty());
    }

    #[test]
    fn lock_files_name_no_registry() {
        let line = "  \"resolved\": \"https://example.org/a.tgz\",\n";
        assert_eq!(complaints("web/package-lock.json", line).len(), 1);
        assert!(complaints("web/a.json", line).is_empty());
    }
}
