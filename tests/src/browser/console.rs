//! What a browser's console got, from the page, its workers and the network.

use serde::Deserialize;

/// An entry of the console.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
    pub level: String,
    /// Where from: `console-api`, `javascript`, `network`, `worker`, `security`, ...
    pub source: String,
    /// Starts with the address of what it is about.
    pub message: String,
}

impl Entry {
    /// Returns whether something went wrong that nobody asked for.
    ///
    /// A program may ask for a document that does not exist; the browser then notes a 404. That is the example at
    /// work, but for the site's own files alone, and only below `data/`.
    pub fn is_trouble(&self) -> bool {
        let missing_document = self.message.contains("/data/")
            && self.message.contains("Failed to load resource: the server responded with a status of");
        ["SEVERE", "WARNING"].contains(&self.level.as_str()) && !missing_document
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(level: &str, message: &str) -> Entry {
        Entry { level: level.into(), source: "network".into(), message: message.into() }
    }

    #[test]
    fn only_documents_that_a_program_asked_for_may_be_missing() {
        let missing = "Failed to load resource: the server responded with a status of 404 (Not Found)";
        assert!(!entry("SEVERE", &format!("http://h/data/todos/99.json - {missing}")).is_trouble());
        assert!(entry("SEVERE", &format!("http://h/favicon.ico - {missing}")).is_trouble());
        assert!(entry("SEVERE", "http://h/data/1.json - net::ERR_CONNECTION_REFUSED").is_trouble());
        assert!(entry("WARNING", "http://h/ 0:47 \"deprecated\"").is_trouble());
        assert!(!entry("INFO", "http://h/ 0:47 \"hello\"").is_trouble());
    }
}
