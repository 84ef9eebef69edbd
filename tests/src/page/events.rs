//! The list of events, and what it says of the phases of spans.

use std::collections::BTreeMap;

use anyhow::Result;
use serde_json::Value;

use super::Page;

/// The whole list of events.
const EVENTS: &str = "
    const details = one('events');
    details.open = true;
    const frame = () => new Promise(requestAnimationFrame);
    await frame(); await frame();
    for (let more; (more = details.querySelector('button'));) { more.click(); await frame(); await frame(); }
    return details.querySelector('pre').textContent;";

/// A span with its phases, in milliseconds of the run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Phased {
    /// Its kind and name.
    pub name: String,
    /// When it was made.
    pub created_ms: f64,
    /// When it ended, if it did.
    pub end_ms: Option<f64>,
    /// The names of its phases, in order, each with when it began.
    pub phases: Vec<(String, f64)>,
}

impl Phased {
    /// Returns when the phase of this name began, if there is one.
    pub fn start_ms(&self, phase: &str) -> Option<f64> {
        self.phases.iter().find(|it| it.0 == phase).map(|it| it.1)
    }
}

impl Page {
    /// Returns the list of events, one a line.
    pub async fn events(&self) -> Result<String> {
        self.browser.eval(EVENTS, Value::Null).await
    }

    /// Returns the spans of which the list of events tells phases, in the order in which they were made.
    pub async fn phased(&self) -> Result<Vec<Phased>> {
        Ok(phased(&self.events().await?))
    }
}

fn phased(events: &str) -> Vec<Phased> {
    let mut spans: BTreeMap<u32, Phased> = BTreeMap::new();
    for line in events.lines() {
        let mut words = line.split_whitespace();
        let (Some(Ok(at_ms)), Some(span)) = (words.next().map(str::parse::<f64>), words.next()) else {
            continue;
        };
        let Some(Ok(span)) = span.strip_prefix('#').map(str::parse) else { continue };
        let what = words.collect::<Vec<_>>().join(" ");
        let known = spans.entry(span).or_default();
        if let Some(name) = what.strip_prefix("created: ") {
            let name = name.rsplit_once(" in #").map_or(name, |it| it.0);
            (known.name, known.created_ms) = (name.to_owned(), at_ms);
        } else if ["completed", "failed", "panicked", "cancelled"].contains(&what.as_str()) {
            known.end_ms = Some(at_ms);
        } else if let Some((phase, after)) =
            what.strip_suffix(" ms on").and_then(|it| it.split_once(" from "))
            && let Ok(after_ms) = after.parse::<f64>()
        {
            known.phases.push((phase.to_owned(), known.created_ms + after_ms));
        }
    }
    spans.into_values().filter(|it| !it.phases.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_are_read_from_the_list_of_events() {
        let events = "1.000 #1 created: task main\n2.000 #2 created: http GET /a b in #1\n2.500 #1 poll\n\
                      9.000 #2 completed\n9.500 #2 waiting for the first byte from 1.250 ms on\n9.500 #1 completed\n";
        let phases = vec![("waiting for the first byte".to_owned(), 3.25)];
        let request = Phased { name: "http GET /a b".to_owned(), created_ms: 2.0, end_ms: Some(9.0), phases };
        assert_eq!(phased(events), [request]);
    }
}
