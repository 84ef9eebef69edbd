//! Requests over a real network: the browser's own account of them, redirections, and connections that break.

use anyhow::Result;
use meanwhile_tests::page::{Page, Phased};
use meanwhile_tests::result::Status;
use meanwhile_tests::scene::play;
use meanwhile_tests::site::{Conditions, Data};
use serde_json::json;

const WAITING: &str = "waiting";
const DOWNLOADING: &str = "downloading";

/// How many connections a browser opens to one host over HTTP/1.1.
const CONNECTIONS: usize = 6;

/// How many of the requests of "Fetching many documents" go to the host itself, first one after another, then gathered.
const STRAIGHT: usize = 12;

/// Those of them that are gathered, with their phases.
async fn straight(page: &Page) -> Result<Vec<Phased>> {
    let requests = page.phased().await?.into_iter().filter(|it| it.name.starts_with("http GET "));
    let straight: Vec<_> = requests.filter(|it| it.name.ends_with(".json")).collect();
    assert_eq!(straight.len(), 2 * STRAIGHT, "{straight:#?}");
    Ok(straight[STRAIGHT..].to_vec())
}

#[test]
fn beyond_six_connections_requests_queue() {
    // So that no answer comes before all have been asked for.
    play(Conditions { data: Data::Slow, ..Conditions::default() }, async |page| {
        page.open_and_watch("fetch-many").await?;
        let requests = straight(page).await?;
        let of = |it: &Phased, phase: &str| it.start_ms(phase).unwrap_or(it.end_ms.expect("it ended"));
        // From here on the first connection can be used again.
        let first_answer_ms = requests.iter().map(|it| of(it, DOWNLOADING)).fold(f64::INFINITY, f64::min);
        assert!(requests.iter().all(|it| it.created_ms < first_answer_ms), "all are in flight by then");
        let later: Vec<_> = requests.iter().filter(|it| of(it, WAITING) >= first_answer_ms).collect();
        assert!(later.len() >= requests.len() - CONNECTIONS, "{} of {requests:#?}", later.len());
        for request in later {
            let queued_ms = request.start_ms("queued").expect("it queued");
            assert!(queued_ms < first_answer_ms, "{request:?} queued after {first_answer_ms}");
        }
        // A connection is busy at least from the request to the first byte of its answer.
        for request in &requests {
            let at_ms = of(request, WAITING);
            let busy = requests.iter().filter(|it| of(it, WAITING) <= at_ms && at_ms < of(it, DOWNLOADING));
            assert!(busy.count() <= CONNECTIONS, "{requests:#?}");
        }
        page.expect_no_trouble().await
    });
}

#[test]
fn a_delay_is_spent_in_the_service_worker_and_queues_nobody() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("fetch-many").await?;
        let delayed: Vec<_> =
            page.phased().await?.into_iter().filter(|it| it.name.ends_with("delay=100")).collect();
        let requests: Vec<_> = delayed.iter().filter(|it| it.name.starts_with("http GET ")).collect();
        assert_eq!(requests.len(), 24, "{delayed:#?}");
        for request in requests {
            assert!(request.start_ms("service worker").is_some(), "{request:?}");
            assert!(request.start_ms(WAITING).is_none(), "{request:?}");
        }
        Ok(())
    });
}

#[test]
fn a_body_comes_piece_by_piece() {
    play(Conditions::default(), async |page| {
        page.open_and_watch("streaming-body").await?;
        assert_eq!(page.output().await?, page.expected_output("streaming-body")?);
        let result = page.call_run(json!({ "example": "streaming-body" })).await?;
        let printed: Vec<_> = result.output.iter().filter(|it| it.text.ends_with(" kB are here\n")).collect();
        assert_eq!(printed.len(), 4);
        assert!(printed[0].at_ms < printed[3].at_ms, "{printed:?}");
        let named =
            |name: &str| result.spans.iter().find(|it| it.name.starts_with(name)).expect("it was recorded");
        let (request, body) = (named("GET "), named("body of "));
        // A delay of 300 ms and, between nine pieces, eight pauses of 50 ms, less what timers may be early.
        let took_ms = body.end_ms.expect("it ended") - request.start_ms;
        assert!(took_ms >= 690.0, "{took_ms} ms");
        // However many pieces had come when it was polled: it was waited for more than once.
        assert!(body.end.as_deref() == Some("completed") && body.polls > 2, "{body:?}");
        page.expect_no_trouble().await
    });
}

#[test]
fn documents_that_have_moved_are_followed() {
    play(Conditions { data: Data::Moved, ..Conditions::default() }, async |page| {
        page.open_and_watch("fetch-many").await?;
        assert_eq!(page.output().await?, page.expected_output("fetch-many")?);
        let requests = straight(page).await?;
        assert!(requests.iter().all(|it| it.start_ms("redirected").is_some()), "{requests:#?}");
        assert!(page.site.requests().iter().any(|it| it.path.starts_with("moved/data/")));
        Ok(())
    });
}

#[test]
fn a_circle_of_redirections_is_an_error_that_the_program_gets() {
    play(Conditions { data: Data::Circle, ..Conditions::default() }, async |page| {
        page.open_and_watch("streaming-body").await?;
        let result = page.call_run(json!({ "example": "streaming-body" })).await?;
        assert_eq!(result.status, Status::Failed, "{}", result.printed());
        assert!(result.printed().contains("error sending request for url"), "{}", result.printed());
        Ok(())
    });
}

#[test]
fn a_body_that_breaks_off_is_an_error_after_the_answer_has_begun() {
    // Without the service worker, which would wait for all of it.
    let conditions = Conditions { data: Data::Half, no_service_worker: true, ..Conditions::default() };
    play(conditions, async |page| {
        page.open_and_watch("streaming-body").await?;
        let result = page.call_run(json!({ "example": "streaming-body" })).await?;
        assert_eq!(result.status, Status::Failed, "{}", result.printed());
        let printed = result.printed();
        assert!(printed.starts_with("the answer begins: 200\n"), "{printed}");
        assert!(
            printed.contains("error decoding response body") && !printed.contains("complete"),
            "{printed}"
        );
        let body = result.spans.iter().find(|it| it.name.starts_with("body of ")).expect("a body");
        assert_eq!(body.end.as_deref(), Some("failed"));
        Ok(())
    });
}
