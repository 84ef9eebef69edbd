//! Tests of the pool, with workers that the test plays.

use super::*;
use std::cell::Cell;

/// What becomes of workers, in order: `1 made`, `1 does 3`, `1 ended`.
type Log = Rc<RefCell<Vec<String>>>;

type Ear = Rc<dyn Fn(Heard)>;

#[derive(Default)]
struct Shop {
    log: Log,
    hears: RefCell<Vec<(u32, Ear)>>,
    later: RefCell<Vec<Box<dyn FnOnce()>>>,
    is_closed: Cell<bool>,
}

struct Hand {
    number: u32,
    log: Log,
}

impl Workers for Rc<Shop> {
    fn limit(&self) -> usize {
        2
    }

    fn make(&self, number: u32, hear: Hear) -> Result<Box<dyn Worker>, String> {
        if self.is_closed.get() {
            return Err("workers are blocked".to_owned());
        }
        self.log.borrow_mut().push(format!("{number} made"));
        self.hears.borrow_mut().push((number, hear.into()));
        Ok(Box::new(Hand { number, log: self.log.clone() }))
    }

    fn later(&self, f: Box<dyn FnOnce()>) {
        self.later.borrow_mut().push(f);
    }

    fn at_ns(&self, at_ms: f64) -> u64 {
        (at_ms * 1e6) as u64
    }
}

impl Worker for Hand {
    fn send(&self, message: &ToJobWorker) -> Result<(), String> {
        let ToJobWorker { job, program, call } = message;
        if call.function == "unsendable" {
            return Err("the message is too long".to_owned());
        }
        self.log.borrow_mut().push(format!("{} does {} {program}::{}", self.number, job.0, call.function));
        Ok(())
    }
}

impl Drop for Hand {
    fn drop(&mut self) {
        self.log.borrow_mut().push(format!("{} ended", self.number));
    }
}

struct Bench {
    shop: Rc<Shop>,
    pool: Rc<dyn JobPool>,
    heard: Log,
}

impl Bench {
    fn new() -> Self {
        let shop = Rc::new(Shop::default());
        let pool = Pool::new(shop.clone()).of_program("primes");
        Bench { shop, pool, heard: Rc::default() }
    }

    fn submit(&self, function: &str) -> JobId {
        let heard = self.heard.clone();
        let name = function.to_owned();
        let call = JobCall { function: function.to_owned(), arguments: vec![1, 2] };
        self.pool.submit(call, Box::new(move |event| heard.borrow_mut().push(format!("{name}: {event:?}"))))
    }

    fn say(&self, number: u32, heard: Heard) {
        let hear = self.shop.hears.borrow().iter().rev().find(|it| it.0 == number).unwrap().1.clone();
        hear(heard);
    }

    fn load(&self, number: u32) {
        self.say(number, Heard::Message(FromJobWorker::Loaded));
    }

    fn end(&self, number: u32, job: JobId) {
        let outcome = JobOutcome::Returned(vec![7]);
        self.say(number, Heard::Message(FromJobWorker::Ended { job, at_ms: 2.5, outcome }));
    }

    fn later(&self) {
        let due = self.shop.later.take();
        due.into_iter().for_each(|it| it());
    }

    #[track_caller]
    fn did(&self, expected: &[&str]) {
        assert_eq!(self.shop.log.take(), expected);
    }

    #[track_caller]
    fn heard(&self, expected: &[&str]) {
        assert_eq!(self.heard.take(), expected);
    }
}

#[test]
fn workers_are_made_on_demand_up_to_the_limit_and_kept() {
    let bench = Bench::new();
    bench.did(&[]);
    let [a, b, c] = ["a", "b", "c"].map(|it| bench.submit(it));
    bench.did(&["1 made", "2 made"]);
    bench.load(2);
    bench.load(1);
    bench.did(&["2 does 2 primes::b", "1 does 1 primes::a"]);
    bench.end(2, b);
    bench.did(&["2 does 3 primes::c"]);
    bench.end(1, a);
    bench.end(2, c);
    bench.did(&[]);
    bench.submit("d");
    bench.did(&["1 does 4 primes::d"]);
}

#[test]
fn what_a_worker_says_of_its_job_is_passed_on() {
    let bench = Bench::new();
    let job = bench.submit("a");
    bench.load(1);
    bench.say(1, Heard::Message(FromJobWorker::Began { job, at_ms: 1.5 }));
    bench.say(1, Heard::Message(FromJobWorker::Printed { job, is_error: true, text: "hi".into() }));
    bench.end(1, job);
    bench.heard(&[
        "a: Began { thread: 1, at_ns: 1500000 }",
        "a: Printed { stream: Err, text: \"hi\" }",
        "a: Ended { at_ns: 2500000, outcome: Returned([7]) }",
    ]);
    bench.end(1, job);
    bench.say(1, Heard::Message(FromJobWorker::Began { job: JobId(99), at_ms: 3.0 }));
    bench.heard(&[]);
}

#[test]
fn a_queued_job_that_is_given_up_never_begins() {
    let bench = Bench::new();
    let [a, _, c] = ["a", "b", "c"].map(|it| bench.submit(it));
    bench.load(1);
    bench.load(2);
    bench.pool.give_up(c);
    bench.end(1, a);
    bench.did(&["1 made", "2 made", "1 does 1 primes::a", "2 does 2 primes::b"]);
}

#[test]
fn the_worker_of_a_job_that_is_given_up_is_ended_and_replaced() {
    let bench = Bench::new();
    let [a, _, _] = ["a", "b", "c"].map(|it| bench.submit(it));
    bench.load(1);
    bench.load(2);
    bench.shop.log.take();
    bench.pool.give_up(a);
    bench.did(&["1 ended", "1 made"]);
    bench.load(1);
    bench.did(&["1 does 3 primes::c"]);
    bench.heard(&[]);
}

#[test]
fn a_worker_that_dies_is_told_of_and_replaced() {
    let bench = Bench::new();
    let [_, _, c] = ["a", "b", "c"].map(|it| bench.submit(it));
    bench.load(1);
    bench.say(1, Heard::Died("out of memory".to_owned()));
    let heard = bench.heard.take();
    assert!(
        heard[0].starts_with("a: Ended {") && heard[0].ends_with("Lost(\"out of memory\") }"),
        "{heard:?}"
    );
    bench.did(&["1 made", "2 made", "1 does 1 primes::a", "1 ended", "1 made"]);
    bench.load(1);
    bench.end(1, c);
    bench.heard(&["c: Ended { at_ns: 2500000, outcome: Returned([7]) }"]);
    // An idle one that dies is missed by nobody.
    bench.say(1, Heard::Died("closed".to_owned()));
    bench.heard(&[]);
}

#[test]
fn a_worker_that_cannot_be_made_or_told_is_an_error_of_the_job_and_not_from_within_the_call() {
    let bench = Bench::new();
    bench.shop.is_closed.set(true);
    bench.submit("a");
    bench.heard(&[]);
    bench.later();
    let heard = bench.heard.take();
    assert!(heard[0].ends_with("Lost(\"workers are blocked\") }"), "{heard:?}");
    bench.shop.is_closed.set(false);
    bench.submit("unsendable");
    bench.load(1);
    bench.later();
    let heard = bench.heard.take();
    assert!(heard[0].ends_with("Lost(\"the message is too long\") }"), "{heard:?}");
    bench.submit("b");
    bench.load(1);
    bench.did(&["1 made", "1 ended", "1 made", "1 does 3 primes::b"]);
}
