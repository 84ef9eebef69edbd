//! How long a machine kept up with the waits of a run on the real clock.

use super::{RunResult, Span};

impl RunResult {
    /// Returns until when the order of the run's events was the program's and not the machine's, in milliseconds of the
    /// run: up to the moment at which its waits had been late for `slack_ms` in all; infinity if they never were.
    ///
    /// Waits that were late at the same time count once. So no chain of waits can have been later than that, and events
    /// that the program has further apart came in the order that it gives them.
    pub fn kept_up_until_ms(&self, slack_ms: f64) -> f64 {
        let mut late: Vec<(f64, f64)> = self.spans.iter().filter_map(Span::late).collect();
        late.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (mut sum_ms, mut counted_to) = (0.0, 0.0_f64);
        for (from, to) in late {
            let from = from.max(counted_to);
            if to - from >= slack_ms - sum_ms {
                return from + slack_ms - sum_ms;
            }
            sum_ms += (to - from).max(0.0);
            counted_to = counted_to.max(to);
        }
        f64::INFINITY
    }
}

impl Span {
    /// Returns from when to when it was overdue, if it waited for a time that it was given.
    fn late(&self) -> Option<(f64, f64)> {
        let asked_ms: f64 = match self.kind.as_str() {
            "sleep" => self.name.strip_suffix(" ms")?.rsplit(' ').next()?.parse().ok()?,
            "http" => self.name.split("delay=").nth(1)?.split('&').next()?.parse().ok()?,
            _ => return None,
        };
        let due_ms = self.start_ms + asked_ms;
        self.end_ms.filter(|end_ms| *end_ms > due_ms).map(|end_ms| (due_ms, end_ms))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn run(spans: &[(&str, &str, f64, f64)]) -> RunResult {
        let span = |(kind, name, start_ms, end_ms): &(&str, &str, f64, f64)| {
            json!({
                "id": 1, "parent": null, "kind": kind, "name": name, "line": null, "startMs": start_ms, "endMs": end_ms,
                "end": "completed", "polls": 1, "wakes": 1, "busyMs": 0, "scheduledMs": 0, "idleMs": 0,
            })
        };
        let result = json!({
            "version": 1, "status": "completed", "clock": "real", "engine": "compiled", "elapsedMs": 0, "output": [],
            "diagnostics": [], "spans": spans.iter().map(span).collect::<Vec<_>>(), "lints": [], "comparison": null,
            "droppedEvents": 0,
        });
        serde_json::from_value(result).expect("it is a result")
    }

    #[test]
    fn a_machine_that_is_never_late_keeps_up_for_ever() {
        let waits = [
            ("sleep", "sleep 10 ms", 0.0, 10.0),
            ("sleep", "tick 100 ms", 10.0, 50.0),
            ("lock", "lock till", 0.0, 900.0),
            ("http", "GET /x.json?delay=300", 0.0, 301.0),
        ];
        assert_eq!(run(&waits).kept_up_until_ms(20.0), f64::INFINITY);
    }

    #[test]
    fn lateness_in_a_row_adds_up_and_at_the_same_time_does_not() {
        let in_a_row = [("sleep", "sleep 10 ms", 0.0, 22.0), ("sleep", "sleep 10 ms", 22.0, 44.0)];
        assert_eq!(run(&in_a_row).kept_up_until_ms(20.0), 32.0 + 8.0);
        let at_once = [("sleep", "sleep 10 ms", 0.0, 22.0), ("sleep", "timeout 10 ms", 0.0, 22.0)];
        assert_eq!(run(&at_once).kept_up_until_ms(20.0), f64::INFINITY);
        let one = [("http", "GET /x.json?delay=100&a=b", 5.0, 200.0)];
        assert_eq!(run(&one).kept_up_until_ms(20.0), 125.0);
    }
}
