//! `RunResult` as the contract has it: every key must be there, and no other.
//!
//! Written down anew instead of taken from `crates/trace`, because it is what other people's pages rely on.

mod punctual;

use std::fmt::Write as _;

use serde::Deserialize;

/// What a run came to. Times are milliseconds since the start of the run.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the design describes each key")]
pub struct RunResult {
    pub version: u32,
    pub status: Status,
    pub clock: Clock,
    pub engine: Engine,
    pub elapsed_ms: f64,
    pub output: Vec<Output>,
    pub diagnostics: Vec<Diagnostic>,
    pub spans: Vec<Span>,
    pub lints: Vec<Lint>,
    #[serde(deserialize_with = "present")]
    pub comparison: Option<Comparison>,
    pub dropped_events: u64,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the design describes each value")]
pub enum Status {
    Completed,
    Failed,
    Panicked,
    Stopped,
    Limit,
    Rejected,
}

/// The clock a run went by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the design describes each value")]
pub enum Clock {
    Real,
    Virtual,
}

/// What ran it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the design describes each value")]
pub enum Engine {
    Compiled,
    Interpreted,
}

/// One call of `print!` or one of its kin.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the design describes each key")]
pub struct Output {
    pub stream: String,
    pub text: String,
    pub at_ms: f64,
}

/// Something wrong with a program's text.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the design describes each key")]
pub struct Diagnostic {
    pub severity: String,
    pub message: String,
    pub line: u32,
    pub column: u32,
    pub end_line: u32,
    pub end_column: u32,
    #[serde(deserialize_with = "present")]
    pub hint: Option<String>,
}

/// One span.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the design describes each key")]
pub struct Span {
    pub id: u32,
    #[serde(deserialize_with = "present")]
    pub parent: Option<u32>,
    pub kind: String,
    pub name: String,
    #[serde(deserialize_with = "present")]
    pub line: Option<u32>,
    pub start_ms: f64,
    #[serde(deserialize_with = "present")]
    pub end_ms: Option<f64>,
    #[serde(deserialize_with = "present")]
    pub end: Option<String>,
    pub polls: u32,
    pub wakes: u32,
    pub busy_ms: f64,
    pub scheduled_ms: f64,
    pub idle_ms: f64,
}

/// What a lint found.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the design describes each key")]
pub struct Lint {
    pub name: String,
    #[serde(deserialize_with = "present")]
    pub span: Option<u32>,
    pub message: String,
    #[serde(deserialize_with = "present")]
    pub line: Option<u32>,
}

/// Two spans side by side.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[expect(missing_docs, reason = "the design describes each key")]
pub struct Comparison {
    pub left: u32,
    pub right: u32,
    pub factor: f64,
    pub saved_ms: f64,
}

/// A key that may be null, but must be there.
fn present<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer)
}

impl RunResult {
    /// Returns all that was printed, to both streams, in order.
    pub fn printed(&self) -> String {
        self.output.iter().map(|it| it.text.as_str()).collect()
    }

    /// Returns the span of this number.
    ///
    /// # Panics
    ///
    /// Panics if there is none.
    pub fn span(&self, id: u32) -> &Span {
        let found = self.spans.iter().find(|it| it.id == id);
        found.unwrap_or_else(|| panic!("there is no span {id}"))
    }

    /// Returns the spans of this name, in the order in which they were made.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Span> {
        self.spans.iter().filter(move |it| it.name == name)
    }

    /// Returns the spans below this one, at any depth.
    pub fn below(&self, id: u32) -> Vec<&Span> {
        let children = self.spans.iter().filter(|it| it.parent == Some(id));
        children.flat_map(|it| std::iter::once(it).chain(self.below(it.id))).collect()
    }

    /// Writes the tree of spans as `meanwhile_trace::dump_tree` does: kind, name, line, how it ended.
    pub fn tree(&self) -> String {
        let mut out = String::new();
        for root in self.spans.iter().filter(|it| it.parent.is_none()) {
            self.write_subtree(&mut out, root, 0);
        }
        out
    }

    fn write_subtree(&self, out: &mut String, span: &Span, depth: usize) {
        let line = span.line.map(|line| format!(" @{line}")).unwrap_or_default();
        let end = span.end.as_deref().unwrap_or("alive");
        let _ = writeln!(out, "{}{} {}{line} {end}", "  ".repeat(depth), span.kind, span.name);
        for child in self.spans.iter().filter(|it| it.parent == Some(span.id)) {
            self.write_subtree(out, child, depth + 1);
        }
    }
}

impl Span {
    /// Returns how long it was alive, in milliseconds.
    ///
    /// # Panics
    ///
    /// Panics if it was alive when the run ended.
    pub fn total_ms(&self) -> f64 {
        let end_ms = self.end_ms.unwrap_or_else(|| panic!("{} has not ended", self.name));
        end_ms - self.start_ms
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn span(id: u32, parent: Option<u32>, end: Option<&str>) -> Value {
        json!({
            "id": id, "parent": parent, "kind": "async fn", "name": format!("f{id}"), "line": 7, "startMs": 1.0,
            "endMs": end.map(|_| 3.5), "end": end, "polls": 1, "wakes": 0, "busyMs": 0, "scheduledMs": 0, "idleMs": 2.5
        })
    }

    fn result() -> Value {
        json!({
            "version": 1, "status": "stopped", "clock": "real", "engine": "compiled", "elapsedMs": 4,
            "output": [{ "stream": "out", "text": "a\n", "atMs": 1.5 }], "diagnostics": [],
            "spans": [span(1, None, None), span(2, Some(1), Some("completed")), span(3, Some(2), Some("cancelled")),
                      span(4, Some(1), Some("completed"))],
            "lints": [], "comparison": null, "droppedEvents": 0
        })
    }

    #[test]
    fn a_result_with_every_key_is_read() {
        let result: RunResult = serde_json::from_value(result()).unwrap();
        assert_eq!(result.status, Status::Stopped);
        assert_eq!(result.span(2).total_ms(), 2.5);
        assert_eq!(result.below(1).iter().map(|it| it.id).collect::<Vec<_>>(), [2, 3, 4]);
        let tree = "\
async fn f1 @7 alive
  async fn f2 @7 completed
    async fn f3 @7 cancelled
  async fn f4 @7 completed
";
        assert_eq!(result.tree(), tree);
    }

    #[test]
    fn a_missing_and_an_unknown_key_are_refused() {
        let keys: Vec<String> = result().as_object().unwrap().keys().cloned().collect();
        for key in keys {
            let mut broken = result();
            broken.as_object_mut().unwrap().remove(&key);
            assert!(serde_json::from_value::<RunResult>(broken).is_err(), "without {key}");
        }
        let mut broken = result();
        broken["extra"] = json!(1);
        assert!(serde_json::from_value::<RunResult>(broken).is_err());
        let mut broken = result();
        broken["spans"][0].as_object_mut().unwrap().remove("end");
        assert!(serde_json::from_value::<RunResult>(broken).is_err());
    }
}
