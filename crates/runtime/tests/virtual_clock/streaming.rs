//! Bodies piece by piece: exact spans, polls and phases.

use crate::{config, elapsed_ms, ms, run_with};
use expect_test::expect;
use futures_util::StreamExt as _;
use meanwhile_runtime::http::{self, Client};
use meanwhile_runtime::record::awaited;
use meanwhile_runtime::time::sleep;
use meanwhile_runtime::{Finished, Fixture, Fixtures, RunConfig, println};
use meanwhile_trace::lint::{Facts, lint};
use meanwhile_trace::{Span, dump, dump_tree};

const SLOW: &str = "http://site.test/slow";

fn fixture(path: &str) -> Option<Fixture> {
    match path {
        "/slow" => Some(Fixture::new(200, "").then(ms(10), "one").then(ms(20), "two").then(ms(30), "three")),
        "/large" => Some(Fixture::new(200, vec![b'x'; 40_000])),
        "/old" => Some(Fixture::redirect(301, "/slow?delay=5")),
        "/round" => Some(Fixture::redirect(302, "/round")),
        _ => None,
    }
}

#[track_caller]
fn run(main: impl AsyncFnOnce() + 'static) -> Finished {
    let site = "http://site.test".to_owned();
    run_with(RunConfig { site, http: Fixtures::new(fixture), ..config() }, main)
}

/// Writes the phases of a span, each with when it begins, in milliseconds.
fn phases(finished: &Finished, name: &str) -> String {
    let named = |it: &&Span| finished.trace.name(it) == name;
    let span = finished.trace.spans().iter().find(named).expect("there is such a span");
    let phase = |it: &meanwhile_trace::Phase| {
        format!("{} from {}", finished.trace.text(it.name), it.start_ns / 1_000_000)
    };
    span.phases.iter().map(phase).collect::<Vec<_>>().join(", ")
}

#[test]
fn each_wait_for_a_piece_is_a_poll_of_the_body() {
    let finished = run(async || {
        let mut body = awaited(2, 9, http::get(SLOW)).await.unwrap().bytes_stream();
        while let Some(piece) = awaited(3, 9, body.next()).await {
            println!("{:?}", piece.unwrap());
        }
    });
    expect![[r#"
        0.000     #1  created: task main
        0.000     #1  poll
        0.000     #2  created: async fn main in #1
        0.000     #2  poll
        0.000     #3  created: http GET /slow in #2
        0.000     #3  awaited at 2:9
        0.000     #3  poll
        0.000     #3  ready
        0.000     #3  completed
        0.000     #4  created: http body of /slow in #2
        0.000     #4  awaited at 3:9
        0.000     #4  poll
        0.000     #4  due in 10.000 ms
        0.000     #4  pending
        0.000     #2  pending
        0.000     #1  pending
        10.000    #4  woken by i/o
        10.000    #2  woken by #4
        10.000    #1  woken by #2
        10.000    #1  poll
        10.000    #2  poll
        10.000    #4  poll
        10.000    #4  pending
        10.000    #2  prints to out: "b\"one\"\n"
        10.000    #4  poll
        10.000    #4  due in 20.000 ms
        10.000    #4  pending
        10.000    #2  pending
        10.000    #1  pending
        30.000    #4  woken by i/o
        30.000    #2  woken by #4
        30.000    #1  woken by #2
        30.000    #1  poll
        30.000    #2  poll
        30.000    #4  poll
        30.000    #4  pending
        30.000    #2  prints to out: "b\"two\"\n"
        30.000    #4  poll
        30.000    #4  due in 30.000 ms
        30.000    #4  pending
        30.000    #2  pending
        30.000    #1  pending
        60.000    #4  woken by i/o
        60.000    #2  woken by #4
        60.000    #1  woken by #2
        60.000    #1  poll
        60.000    #2  poll
        60.000    #4  poll
        60.000    #4  pending
        60.000    #2  prints to out: "b\"three\"\n"
        60.000    #4  poll
        60.000    #4  downloading from 0.000 ms on
        60.000    #4  ready
        60.000    #4  completed
        60.000    #2  ready
        60.000    #2  completed
        60.000    #1  ready
        60.000    #1  completed
    "#]]
    .assert_eq(&dump(&finished.trace));
    // A pause between two pieces is no lost waker.
    assert_eq!(lint(&finished.trace, &Facts::default()).len(), 0);
}

#[test]
fn pieces_arrive_whether_or_not_they_are_waited_for() {
    let finished = run(async || {
        let mut response = http::get(SLOW).await.unwrap();
        assert_eq!(response.chunk().await.unwrap().unwrap(), "one");
        sleep(ms(100)).await;
        assert_eq!(response.text().await.unwrap(), "twothree");
    });
    assert_eq!(elapsed_ms(&finished), 110);
    assert_eq!(phases(&finished, "body of /slow"), "downloading from 0, downloaded from 60");
}

#[test]
fn a_request_has_the_phases_of_its_fixture() {
    let finished = run(async || {
        let response = http::get("http://site.test/slow?delay=40").await.unwrap();
        sleep(ms(10)).await;
        response.text().await.unwrap();
        let late = http::get("http://site.test/old").await.unwrap();
        sleep(ms(100)).await;
        assert_eq!(late.url().as_str(), "http://site.test/slow?delay=5");
        late.text().await.unwrap();
    });
    assert_eq!(phases(&finished, "GET /slow?delay=40"), "waiting from 0");
    // Named by what was asked for; what is downloaded already when the reading begins takes no time.
    assert_eq!(phases(&finished, "body of /slow?delay=40"), "downloading from 50");
    assert_eq!(phases(&finished, "GET /old"), "waiting from 100");
    assert_eq!(phases(&finished, "body of /slow?delay=5"), "");
}

#[test]
fn a_large_body_comes_in_pieces() {
    let finished = run(async || {
        let stream = http::get("http://site.test/large").await.unwrap().bytes_stream();
        let lengths: Vec<_> = stream.map(|it| it.unwrap().len()).collect().await;
        println!("{lengths:?}");
        let paused = http::get("http://site.test/large?pause=10").await.unwrap().bytes_stream();
        let lengths: Vec<_> = paused.map(|it| it.unwrap().len()).collect().await;
        println!("{lengths:?}");
    });
    assert_eq!(finished.output(), "[16384, 16384, 7232]\n[8192, 8192, 8192, 8192, 7232]\n");
    assert_eq!(elapsed_ms(&finished), 40);
}

#[test]
fn a_deadline_counts_until_the_end_of_the_body() {
    let finished = run(async || {
        let slow = || Client::new().get(SLOW).timeout(ms(25)).send();
        let mut response = slow().await.unwrap();
        assert_eq!(response.chunk().await.unwrap().unwrap(), "one");
        let error = awaited(3, 9, response.chunk()).await.unwrap_err();
        println!("{error} {}", error.is_timeout());
        assert!(response.chunk().await.unwrap().is_none());
        let error = slow().await.unwrap().text().await.unwrap_err();
        println!("{error} {}", error.is_timeout());
    });
    expect![[r#"
        error decoding response body true
        error decoding response body for url (http://site.test/slow) true
    "#]]
    .assert_eq(&finished.output());
    expect![[r#"
        task main completed
          async fn main @1 completed
            http GET /slow completed
            sleep timeout 25 ms cancelled
            http body of /slow @3 cancelled
            sleep timeout 25 ms @3 completed
            http GET /slow completed
            sleep timeout 25 ms cancelled
            http body of /slow cancelled
            sleep timeout 25 ms completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
    assert_eq!(elapsed_ms(&finished), 50);
}

#[test]
fn a_body_that_is_left_unread_is_no_span_and_a_stream_that_is_dropped_is_cancelled() {
    let finished = run(async || {
        drop(http::get(SLOW).await.unwrap());
        let mut stream = http::get(SLOW).await.unwrap().bytes_stream();
        stream.next().await.unwrap().unwrap();
        drop(stream);
    });
    expect![[r#"
        task main completed
          async fn main @1 completed
            http GET /slow completed
            http GET /slow completed
            http body of /slow cancelled
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
    assert_eq!(elapsed_ms(&finished), 10);
}

#[test]
fn too_many_redirections_are_an_error_that_says_so() {
    let finished = run(async || {
        use std::error::Error as _;
        let error = http::get("http://site.test/round").await.unwrap_err();
        println!("{error}: {}", error.source().unwrap());
        assert!(error.is_redirect() && !error.is_connect());
    });
    expect![[r#"
        error following redirect for url (http://site.test/round): too many redirects
    "#]]
    .assert_eq(&finished.output());
}
