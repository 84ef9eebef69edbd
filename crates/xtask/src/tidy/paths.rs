//! Paths that the documents name exist.

use std::path::Path;

use super::Source;

/// The documents that describe where things are.
const DOCUMENTS: [&str; 2] = ["README.md", "crates/ARCHITECTURE.md"];

/// What a path may begin with, besides a name with an ending that files have.
const TOPS: [&str; 7] = ["crates", "web", "tests", ".ci", ".github", ".cargo", "Cargo.toml"];

const ENDINGS: [&str; 9] = [".rs", ".toml", ".md", ".html", ".css", ".js", ".json", ".yml", ".lock"];

pub(super) fn check(source: &Source, root: &Path) -> Vec<String> {
    if !DOCUMENTS.contains(&source.path.as_str()) {
        return Vec::new();
    }
    // A path is written from the top of the repository or from the document's own folder.
    let beside = root.join(&source.path).parent().map_or(root.to_owned(), Path::to_owned);
    let mut complaints = Vec::new();
    for (line, word) in code_words(&source.text).filter(|(_, word)| is_path(word)) {
        for path in expand(word) {
            if !root.join(&path).exists() && !beside.join(&path).exists() {
                complaints.push(format!("{}:{line}: there is no `{path}`", source.path));
            }
        }
    }
    complaints
}

/// The words between single backticks, with their lines; fenced blocks are left out.
fn code_words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    (1..).zip(text.lines()).flat_map(move |(number, line)| {
        let fence = line.trim_start().starts_with("```");
        fenced ^= fence;
        let words = line.split('`').skip(1).step_by(2).map(move |word| (number, word));
        words.take(if fenced || fence { 0 } else { usize::MAX })
    })
}

fn is_path(word: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-/{},".contains(letter);
    if word.is_empty() || !word.chars().all(plain) || word.starts_with('/') {
        return false;
    }
    let first = word.split('/').next().unwrap_or(word);
    let has_ending = ENDINGS.iter().any(|ending| word.len() > ending.len() && word.ends_with(ending));
    TOPS.contains(&first) || (has_ending && word.contains('/'))
}

/// `src/{a,b}.rs` names two files.
fn expand(word: &str) -> Vec<String> {
    let parts = word.split_once('{').and_then(|(head, rest)| Some((head, rest.split_once('}')?)));
    match parts {
        Some((head, (choices, tail))) => {
            choices.split(',').flat_map(|choice| expand(&format!("{head}{choice}{tail}"))).collect()
        }
        None => vec![word.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace;

    fn complaints(path: &str, text: &str) -> Vec<String> {
        check(&Source { path: path.into(), text: text.into() }, workspace::root())
    }

    #[test]
    fn what_is_gone_is_named_with_its_line() {
        assert_eq!(
            complaints("README.md", "`crates/xtask`\n`crates/gone/src`\n"),
            ["README.md:2: there is no `crates/gone/src`"]
        );
        assert_eq!(complaints("README.md", "`crates/xtask/src/{main,gone}.rs`").len(), 1);
    }

    #[test]
    fn the_document_s_own_folder_counts() {
        assert!(complaints("crates/ARCHITECTURE.md", "`xtask/src/main.rs`").is_empty());
        assert_eq!(complaints("crates/ARCHITECTURE.md", "`xtask/src/gone.rs`").len(), 1);
    }

    #[test]
    fn other_code_is_no_path() {
        let text = "`tokio::time` `a / b` `application/json` `cargo xtask serve` `/src` `x.rs` `std/time`\n\
                    ```\n`crates/gone`\n```\n";
        assert!(complaints("README.md", text).is_empty());
        assert!(complaints("crates/xtask/README.md", "`crates/gone`").is_empty());
    }
}
