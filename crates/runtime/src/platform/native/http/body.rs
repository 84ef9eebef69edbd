//! A body whose pieces are there at times that are known beforehand.

use crate::http::{Failure, Timings};
use crate::record::Phases;
use crate::run::Fixture;
use crate::time::{Duration, wait};
use bytes::Bytes;
use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

type Wait = Pin<Box<dyn Future<Output = ()> + Send>>;

/// A body on its way. Pieces arrive whether or not anybody waits for them.
pub(crate) struct ResponseBody {
    arrivals: VecDeque<(u64, Vec<u8>)>,
    breaks: bool,
    timings: Timings,
    headers_ns: u64,
    /// What tells the phases of the request, and of the reading.
    phases: [Option<Phases>; 2],
    /// Until the next piece is there. Locked by nobody else: it makes the body `Sync`.
    wait: Mutex<Option<Wait>>,
}

impl ResponseBody {
    pub(super) fn new(fixture: Fixture, timings: Timings, request: Option<Phases>) -> Self {
        let breaks = fixture.breaks_after.is_some();
        let headers_ns = timings.first_byte_ns;
        let (arrivals, last_byte_ns) = fixture.arrivals(headers_ns);
        let timings = Timings { last_byte_ns, ..timings };
        let phases = [request, None];
        ResponseBody {
            arrivals: arrivals.into(),
            breaks,
            timings,
            headers_ns,
            phases,
            wait: Mutex::default(),
        }
    }

    /// Says whose phases to tell when it is complete.
    pub(crate) fn set_phases(&mut self, reading: Option<Phases>) {
        self.phases[1] = reading;
    }

    /// Waits for the next piece; `None` at the end.
    pub(crate) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Failure>>> {
        let due_ns = self.arrivals.front().map_or(self.timings.last_byte_ns, |it| it.0);
        ready!(self.poll_until(due_ns, cx));
        if let Some((_, piece)) = self.arrivals.pop_front() {
            return Poll::Ready(Some(Ok(piece.into())));
        }
        self.tell();
        let broken = || Err(Failure::Body("the connection broke".to_owned()));
        Poll::Ready(self.breaks.then(broken))
    }

    fn poll_until(&mut self, due_ns: u64, cx: &mut Context<'_>) -> Poll<()> {
        // Outside of a run there is no time that the pieces would arrive at.
        let now_ns = self.phases[0].as_ref().map_or(u64::MAX, Phases::now_ns);
        let wait_slot = self.wait.get_mut().unwrap_or_else(PoisonError::into_inner);
        if wait_slot.is_none() && now_ns < due_ns {
            *wait_slot = Some(Box::pin(wait(Duration::from_nanos(due_ns - now_ns))));
        }
        if let Some(wait) = wait_slot {
            ready!(wait.as_mut().poll(cx));
            *wait_slot = None;
        }
        Poll::Ready(())
    }

    /// Waits for all of it.
    pub(crate) async fn read(mut self, reading: Option<Phases>) -> Result<Vec<u8>, Failure> {
        self.set_phases(reading);
        let mut bytes = Vec::new();
        while let Some(piece) = poll_fn(|cx| self.poll_piece(cx)).await {
            bytes.extend_from_slice(&piece?);
        }
        Ok(bytes)
    }

    /// Ends the transfer: nothing more is waited for.
    pub(crate) fn abort(&mut self) {
        self.arrivals.clear();
        self.wait = Mutex::default();
    }

    fn tell(&mut self) {
        let [request, reading] = &mut self.phases;
        if let Some(request) = request {
            self.timings.tell_request(request, self.headers_ns);
        }
        if let Some(reading) = reading.take() {
            self.timings.tell_body(&reading);
        }
    }
}

impl fmt::Debug for ResponseBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").field("arrivals", &self.arrivals.len()).finish_non_exhaustive()
    }
}
