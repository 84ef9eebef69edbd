//! No file grows past what can be read in one go.

use super::Source;

/// Lines of code; the aim is 250.
const CAP: usize = 400;

const LANGUAGES: [&str; 5] = [".rs", ".js", ".mjs", ".css", ".html"];

pub(super) fn check(source: &Source) -> Option<String> {
    if !LANGUAGES.iter().any(|ending| source.path.ends_with(ending)) {
        return None;
    }
    let lines = lines_of_code(&source.text);
    (lines > CAP).then(|| {
        format!(
            "{}:1: {lines} lines of code, of {CAP} allowed; split the file by what its parts do",
            source.path
        )
    })
}

/// Counts lines that are neither blank nor comment, without an inline `mod tests` at the left margin.
fn lines_of_code(text: &str) -> usize {
    let (mut count, mut in_comment, mut in_tests) = (0, None, false);
    for line in text.lines() {
        if in_tests {
            in_tests = line != "}";
            continue;
        }
        in_tests = line.starts_with("mod tests {");
        let code = line.trim();
        if let Some(end) = in_comment {
            in_comment = (!code.contains(end)).then_some(end);
            continue;
        }
        in_comment = [("/*", "*/"), ("<!--", "-->")]
            .into_iter()
            .find_map(|(start, end)| (code.starts_with(start) && !code.contains(end)).then_some(end));
        let is_comment = ["//", "/*", "<!--"].iter().any(|start| code.starts_with(start));
        count += usize::from(!in_tests && !is_comment && !code.is_empty() && code != "#[cfg(test)]");
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_counts() {
        let text = "\
//! Module.

/// Documented.
fn one() { // with a comment behind
    /* several
       lines */
    two();
}

#[cfg(test)]
mod tests {
    fn not_counted() {
    }
}

fn after() {}
";
        assert_eq!(lines_of_code(text), 4);
        assert_eq!(lines_of_code("<p>\n<!-- one\ntwo -->\n</p>\n"), 2);
    }

    #[test]
    fn the_cap_is_the_last_length_allowed() {
        let file = |lines| Source { path: "crates/a/src/lib.rs".into(), text: "x;\n".repeat(lines) };
        assert!(check(&file(CAP)).is_none());
        assert!(check(&file(CAP + 1)).unwrap().contains("401 lines"));
        assert!(check(&Source { path: "web/data/a.json".into(), ..file(CAP + 1) }).is_none());
    }
}
