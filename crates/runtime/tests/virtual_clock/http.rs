//! Requests to the double of the site.

use crate::{check_output, config, elapsed_ms, ms, run_with};
use expect_test::expect;
use meanwhile_runtime::http::{self, Client, StatusCode};
use meanwhile_runtime::record::{awaited, branch};
use meanwhile_runtime::time::{Duration, sleep, timeout};
use meanwhile_runtime::{Finished, Fixtures, RunConfig, env, println, select};
use meanwhile_trace::{Cause, EventKind, dump_tree};
use std::error::Error as _;

const PAGES: &[(&str, &str)] = &[
    ("/app/todos/1.json", r#"{"id": 1, "title": "write"}"#),
    ("/app/broken.json", "{oops"),
    ("/app/hello.txt", "hello"),
];

#[track_caller]
fn run(main: impl AsyncFnOnce() + 'static) -> Finished {
    let site = "http://site.test/app".to_owned();
    run_with(RunConfig { site, http: Fixtures::pages(PAGES), ..config() }, main)
}

fn site(path: &str) -> String {
    format!("{}/{path}", env::var("SITE").expect("a run has a site"))
}

#[test]
fn a_document_takes_a_request_and_its_body() {
    let finished = run(async || {
        let response = awaited(2, 20, http::get(site("todos/1.json?delay=300"))).await.unwrap();
        println!("{} {} {:?}", response.status(), response.url(), response.content_length());
        let todo: serde_json::Value = awaited(4, 20, response.json()).await.unwrap();
        println!("{}", todo["title"]);
    });
    expect![[r#"
        200 OK http://site.test/app/todos/1.json?delay=300 Some(27)
        "write"
    "#]]
    .assert_eq(&finished.output());
    expect![[r#"
        task main completed
          async fn main @1 completed
            http GET /todos/1.json?delay=300 @2 completed
            http body of /todos/1.json?delay=300 @4 completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
    assert_eq!(elapsed_ms(&finished), 300);
}

#[test]
fn an_answer_wakes_as_input() {
    let finished = run(async || {
        awaited(2, 5, http::get(site("hello.txt?delay=5"))).await.unwrap();
    });
    let cause = finished.trace.events.iter().find_map(|it| match it.kind {
        EventKind::Wake { cause } => Some(cause),
        _ => None,
    });
    assert_eq!(cause, Some(Cause::Io));
}

#[test]
fn an_answer_that_says_no_is_an_answer() {
    let finished = run(async || {
        let response = http::get(site("missing.json")).await.unwrap();
        println!("{}", response.status());
        println!("{}", response.error_for_status_ref().unwrap_err());
        let error = response.error_for_status().unwrap_err();
        println!("{error:?}");
        assert!(error.is_status() && !error.is_decode());
        assert_eq!(error.status(), Some(StatusCode::NOT_FOUND));
        let error = http::get(site("hello.txt?status=503")).await.unwrap().error_for_status().unwrap_err();
        println!("{error}");
        println!(
            "{}",
            http::get(site("hello.txt")).await.unwrap().error_for_status().unwrap().text().await.unwrap()
        );
    });
    expect![[r#"
        404 Not Found
        HTTP status client error (404 Not Found) for url (http://site.test/app/missing.json)
        reqwest::Error { kind: Status(404, None), url: "http://site.test/app/missing.json" }
        HTTP status server error (503 Service Unavailable) for url (http://site.test/app/hello.txt?status=503)
        hello
    "#]]
    .assert_eq(&finished.output());
    expect![[r#"
        task main completed
          async fn main @1 completed
            http GET /missing.json completed
            http GET /hello.txt?status=503 completed
            http GET /hello.txt completed
            http body of /hello.txt completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}

#[test]
fn json_that_does_not_parse_is_an_error_of_the_body() {
    let finished = run(async || {
        let response = awaited(2, 5, http::get(site("broken.json"))).await.unwrap();
        let error = awaited(3, 5, response.json::<serde_json::Value>()).await.unwrap_err();
        println!("{error}\n{}", error.source().unwrap());
        println!("{error:?}");
        assert!(error.is_decode() && !error.is_status());
    });
    expect![[r#"
        error decoding response body for url (http://site.test/app/broken.json)
        key must be a string at line 1 column 2
        reqwest::Error { kind: Decode, url: "http://site.test/app/broken.json", source: Error("key must be a string", line: 1, column: 2) }
    "#]].assert_eq(&finished.output());
    expect![[r#"
        task main completed
          async fn main @1 completed
            http GET /broken.json @2 completed
            http body of /broken.json @3 failed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}

#[test]
fn a_dead_port_is_an_error_of_the_request() {
    let finished = run(async || {
        let error = awaited(2, 5, http::get("http://127.0.0.1:9")).await.unwrap_err();
        println!("{error}");
        assert!(error.is_request() && error.is_connect() && !error.is_timeout());
        let error = http::get(site("hello.txt?fail=network&delay=20")).await.unwrap_err();
        println!("{error}: {}", error.source().unwrap());
        println!("{}", error.without_url());
    });
    expect![[r#"
        error sending request for url (http://127.0.0.1:9/)
        error sending request for url (http://site.test/app/hello.txt?fail=network&delay=20): the connection broke
        error sending request
    "#]].assert_eq(&finished.output());
    expect![[r#"
        task main completed
          async fn main @1 completed
            http GET http://127.0.0.1:9/ @2 failed
            http GET /hello.txt?fail=network&delay=20 failed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
    assert_eq!(elapsed_ms(&finished), 20);
}

#[test]
fn a_wrong_address_comes_to_light_when_it_is_sent() {
    check_output(
        async || {
            let error = http::get("/todos/1.json").await.unwrap_err();
            println!("{error}: {}", error.source().unwrap());
            assert!(error.is_builder() && error.url().is_none());
            let error = Client::new().get("http://h/").header("no spaces", "x").send().await.unwrap_err();
            println!("{error}: {}", error.source().unwrap());
        },
        expect![[r#"
            builder error: relative URL without a base
            builder error: invalid HTTP header name
        "#]],
    );
}

#[test]
fn a_request_that_is_dropped_is_cancelled() {
    let finished = run(async || {
        select! {
            it = branch(3, 9, http::get(site("hello.txt?delay=300"))) => println!("{it:?}"),
            () = branch(4, 9, sleep(ms(10))) => println!("gave up"),
        }
    });
    assert_eq!(finished.output(), "gave up\n");
    expect![[r#"
        task main completed
          async fn main @1 completed
            http GET /hello.txt?delay=300 @3 cancelled
            sleep sleep 10 ms @4 completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
    assert_eq!(elapsed_ms(&finished), 10);
}

#[test]
fn a_request_has_a_deadline_of_its_own() {
    let finished = run(async || {
        let slow = Client::new().get(site("hello.txt?delay=300")).timeout(Duration::from_millis(50));
        let error = awaited(2, 5, slow.send()).await.unwrap_err();
        println!("{error}: {}", error.source().unwrap());
        assert!(error.is_timeout() && error.is_request() && !error.is_connect());
        println!("{:?}", timeout(ms(5), http::get(site("hello.txt?delay=10"))).await.is_err());
    });
    expect![[r#"
        error sending request for url (http://site.test/app/hello.txt?delay=300): operation timed out
        true
    "#]]
    .assert_eq(&finished.output());
    expect![[r#"
        task main completed
          async fn main @1 completed
            http GET /hello.txt?delay=300 @2 cancelled
            sleep timeout 50 ms @2 completed
            http GET /hello.txt?delay=10 cancelled
            sleep timeout 5 ms completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
    assert_eq!(elapsed_ms(&finished), 55);
}

#[test]
fn a_request_is_made_up_step_by_step() {
    let finished = run(async || {
        let response = Client::new()
            .post(site("hello.txt#top"))
            .query(&[("a", "b c"), ("d", "e")])
            .header("x-test", "1")
            .json(&[1, 2])
            .send()
            .await
            .unwrap();
        println!("{} {:?}", response.url(), response.headers().get("content-length"));
        println!("{:?}", response.bytes().await.unwrap());
    });
    expect![[r#"
        http://site.test/app/hello.txt?a=b+c&d=e#top Some("5")
        b"hello"
    "#]]
    .assert_eq(&finished.output());
    expect![[r#"
        task main completed
          async fn main @1 completed
            http POST /hello.txt?a=b+c&d=e completed
            http body of /hello.txt?a=b+c&d=e completed
    "#]]
    .assert_eq(&dump_tree(&finished.trace));
}
