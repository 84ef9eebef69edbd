//! The browser's own account of a request: an entry of Resource Timing.

use crate::http::{Timings, phase};
use js_sys::Reflect;
use wasm_bindgen::JsValue;

/// What an entry says, in milliseconds on the clock of `performance.now()`; 0 for what did not happen or is not told.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Entry {
    /// The address that was asked for, redirections and all.
    pub(super) name: String,
    pub(super) start_ms: f64,
    redirect_start_ms: f64,
    worker_start_ms: f64,
    fetch_start_ms: f64,
    lookup_start_ms: f64,
    connect_end_ms: f64,
    request_start_ms: f64,
    response_start_ms: f64,
    response_end_ms: f64,
    protocol: String,
}

impl Entry {
    /// Reads an entry, whatever it is.
    pub(super) fn read(entry: &JsValue) -> Self {
        let get = |name: &str| Reflect::get(entry, &name.into()).unwrap_or(JsValue::UNDEFINED);
        let ms = |name: &str| get(name).as_f64().filter(|it| it.is_finite()).unwrap_or(0.0);
        let text = |name: &str| get(name).as_string().unwrap_or_default();
        Entry {
            name: text("name"),
            start_ms: ms("startTime"),
            redirect_start_ms: ms("redirectStart"),
            worker_start_ms: ms("workerStart"),
            fetch_start_ms: ms("fetchStart"),
            lookup_start_ms: ms("domainLookupStart"),
            connect_end_ms: ms("connectEnd"),
            request_start_ms: ms("requestStart"),
            response_start_ms: ms("responseStart"),
            response_end_ms: ms("responseEnd"),
            protocol: text("nextHopProtocol"),
        }
    }

    /// Returns when its phases began; `None` where the browser does not tell: of a request that failed, of an answer of
    /// another site that does not allow it.
    pub(super) fn timings(&self, ns: impl Fn(f64) -> u64) -> Option<Timings> {
        if self.request_start_ms <= 0.0 || self.response_start_ms <= 0.0 {
            return None;
        }
        let before = self.marks().into_iter().map(|(name, ms)| (name, ns(ms))).collect();
        let (first_byte_ns, last_byte_ns) = (ns(self.response_start_ms), ns(self.response_end_ms));
        Some(Timings { before, first_byte_ns, last_byte_ns })
    }

    fn marks(&self) -> Vec<(&'static str, f64)> {
        let mut marks = Vec::new();
        let mut asked_ms = self.start_ms;
        if self.redirect_start_ms > 0.0 {
            marks.push((phase::REDIRECTED, self.redirect_start_ms));
            asked_ms = self.fetch_start_ms;
        }
        marks.push((phase::QUEUED, asked_ms));
        // A service worker that answers itself leaves no protocol; one that stays out of it leaves that of the network.
        if self.worker_start_ms > 0.0 && self.protocol.is_empty() {
            marks.push((phase::SERVICE_WORKER, self.worker_start_ms.max(asked_ms)));
            return marks;
        }
        // With a connection that was there already both are the time of the fetch.
        if self.connect_end_ms > self.lookup_start_ms {
            marks.push((phase::CONNECTING, self.lookup_start_ms));
        }
        marks.push((phase::WAITING, self.request_start_ms));
        marks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use js_sys::Object;
    use wasm_bindgen_test::wasm_bindgen_test;

    /// An entry as a browser makes it: these members over those of a request over a connection that was there already.
    fn entry(members: &[(&str, f64)], protocol: &str) -> Entry {
        const REUSED: [(&str, f64); 8] = [
            ("startTime", 10.0),
            ("fetchStart", 10.0),
            ("domainLookupStart", 10.0),
            ("connectEnd", 10.0),
            ("requestStart", 12.0),
            ("responseStart", 20.0),
            ("responseEnd", 25.0),
            ("workerStart", 0.0),
        ];
        let it = Object::new();
        for (name, ms) in REUSED.iter().chain(members) {
            Reflect::set(&it, &(*name).into(), &(*ms).into()).unwrap();
        }
        Reflect::set(&it, &"nextHopProtocol".into(), &protocol.into()).unwrap();
        Entry::read(&it)
    }

    fn marks(entry: &Entry) -> Vec<(&'static str, u64)> {
        entry.timings(|ms| ms as u64).map(|it| it.before).unwrap_or_default()
    }

    #[wasm_bindgen_test]
    fn what_an_entry_says_becomes_phases_in_order() {
        let reused = entry(&[], "http/1.1");
        assert_eq!(marks(&reused), [(phase::QUEUED, 10), (phase::WAITING, 12)]);
        let connected = entry(&[("domainLookupStart", 11.0), ("connectEnd", 12.0)], "h2");
        assert_eq!(marks(&connected), [(phase::QUEUED, 10), (phase::CONNECTING, 11), (phase::WAITING, 12)]);
        let moved = entry(&[("startTime", 5.0), ("redirectStart", 5.0)], "http/1.1");
        assert_eq!(marks(&moved), [(phase::REDIRECTED, 5), (phase::QUEUED, 10), (phase::WAITING, 12)]);
    }

    #[wasm_bindgen_test]
    fn a_service_worker_answers_in_place_of_the_network_or_stays_out_of_it() {
        let answered = entry(&[("startTime", 8.0), ("workerStart", 9.0)], "");
        assert_eq!(marks(&answered), [(phase::QUEUED, 8), (phase::SERVICE_WORKER, 9)]);
        let passed = entry(&[("startTime", 8.0), ("workerStart", 9.0)], "http/1.1");
        assert_eq!(marks(&passed), [(phase::QUEUED, 8), (phase::WAITING, 12)]);
    }

    #[wasm_bindgen_test]
    fn what_is_not_told_is_not_known() {
        let failed = entry(&[("requestStart", 0.0), ("responseStart", 0.0)], "");
        assert!(failed.timings(|ms| ms as u64).is_none());
        for nonsense in [JsValue::NULL, JsValue::from("text"), Object::new().into()] {
            assert_eq!(Entry::read(&nonsense), Entry::default());
        }
        let odd = entry(&[("responseStart", f64::NAN)], "http/1.1");
        assert!(odd.timings(|ms| ms as u64).is_none());
    }
}
