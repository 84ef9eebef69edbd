//! Bodies piece by piece, and redirections: natively from fixtures, in a browser from the same table through a `fetch`
//! whose answers are the browser's own, of its own streams.

use crate::harness::Outcome;
use futures_util::StreamExt as _;
use meanwhile_runtime::http::redirect::Policy;
use meanwhile_runtime::http::{self, Client, Method};
use meanwhile_runtime::time::{Duration, sleep};
use meanwhile_runtime::{RunConfig, env, println, select};

/// A page of the site: its path, its status, where it leads on to, its pieces each after so many milliseconds, and
/// whether the connection breaks after them.
pub(crate) struct Page {
    pub(crate) path: &'static str,
    pub(crate) status: u16,
    pub(crate) location: Option<&'static str>,
    pub(crate) pieces: &'static [(u64, &'static [u8])],
    pub(crate) breaks: bool,
}

const PAGE: Page = Page { path: "", status: 200, location: None, pieces: &[], breaks: false };

pub(crate) const PAGES: &[Page] = &[
    Page { path: "/log", pieces: &[(0, b"one\n"), (5, b"two\nthr"), (5, b"ee\n")], ..PAGE },
    Page { path: "/empty", ..PAGE },
    Page { path: "/broken", pieces: &[(0, b"one\n"), (5, b"tw")], breaks: true, ..PAGE },
    Page { path: "/latin", pieces: &[(0, b"caf\xe9")], ..PAGE },
    Page { path: "/split", pieces: &[(0, b"caf\xc3"), (5, b"\xa9")], ..PAGE },
    Page { path: "/endless", pieces: &[(0, b"more"), (600_000, b"and more")], ..PAGE },
    Page { path: "/old/here", status: 302, location: Some("../log"), ..PAGE },
    Page { path: "/older", status: 308, location: Some("/old/here"), ..PAGE },
    Page { path: "/round", status: 301, location: Some("/round"), ..PAGE },
    Page { path: "/nowhere", status: 304, ..PAGE },
];

const SITE: &str = "http://site.test";

#[cfg(not(target_family = "wasm"))]
pub(crate) fn config() -> RunConfig {
    use meanwhile_runtime::{Fixture, Fixtures};
    let fixture = |page: &Page| {
        let first = match page.location {
            Some(location) => Fixture::redirect(page.status, location),
            None => Fixture::new(page.status, ""),
        };
        let all =
            page.pieces.iter().fold(first, |it, (ms, piece)| it.then(Duration::from_millis(*ms), *piece));
        if page.breaks { all.header("content-length", "14").breaks(Duration::ZERO) } else { all }
    };
    let serve = move |path: &str| PAGES.iter().find(|it| it.path == path).map(fixture);
    RunConfig { site: SITE.to_owned(), http: Fixtures::new(serve), ..RunConfig::default() }
}

#[cfg(target_family = "wasm")]
pub(crate) fn config() -> RunConfig {
    crate::fake_fetch::install(SITE, PAGES);
    RunConfig { site: SITE.to_owned(), ..RunConfig::default() }
}

pub(crate) fn site(path: &str) -> String {
    format!("{}{path}", env::var("SITE").unwrap_or_default())
}

/// Says what kind of error it is.
pub(crate) fn kinds(error: &http::Error) -> String {
    let kinds = [
        (error.is_builder(), "builder"),
        (error.is_request(), "request"),
        (error.is_connect(), "connect"),
        (error.is_redirect(), "redirect"),
        (error.is_body(), "body"),
        (error.is_decode(), "decode"),
        (error.is_timeout(), "timeout"),
    ];
    kinds.iter().filter(|it| it.0).map(|it| it.1).collect::<Vec<_>>().join(" ")
}

both!(
    pieces_come_as_they_arrive with config(),
    "4 of 14: \"one\\n\"\n11 of 14: \"two\\nthr\"\n14 of 14: \"ee\\n\"\n",
    {
        let mut response = http::get(site("/log")).await?;
        let (mut here, all) = (0, response.content_length().unwrap_or_default());
        while let Some(piece) = response.chunk().await? {
            here += piece.len();
            println!("{here} of {all}: {:?}", String::from_utf8_lossy(&piece));
        }
        assert!(response.chunk().await?.is_none(), "the end stays the end");
    }
);

both!(a_body_is_a_stream_of_its_pieces with config(), "[4, 7, 3]\n", {
    let stream = http::get(site("/log")).await?.bytes_stream();
    let lengths: Vec<_> = stream.map(|it| it.map(|it| it.len()).unwrap_or_default()).collect().await;
    println!("{lengths:?}");
});

both!(what_is_left_after_a_piece_can_be_read_whole with config(), "4\ntwo\nthree\n\n[7, 3]\n", {
    let mut response = http::get(site("/log")).await?;
    println!("{}", response.chunk().await?.map_or(0, |it| it.len()));
    println!("{}", response.text().await?);
    let mut response = http::get(site("/log")).await?;
    response.chunk().await?;
    let lengths = response.bytes_stream().map(|it| it.map(|it| it.len()).unwrap_or_default());
    println!("{:?}", lengths.collect::<Vec<_>>().await);
});

both!(a_body_can_be_empty with config(), "None\ntrue\n304 \"\"\n", {
    println!("{:?}", http::get(site("/empty")).await?.chunk().await?);
    println!("{}", http::get(site("/empty")).await?.bytes_stream().next().await.is_none());
    let unchanged = http::get(site("/nowhere")).await?;
    println!("{} {:?}", unchanged.status().as_u16(), unchanged.text().await?);
});

both!(
    a_body_that_breaks_off_is_an_error_after_its_last_piece with config(),
    "4\n2\ndecode: error decoding response body\nno more\n\
     decode: error decoding response body for url (http://site.test/broken)\n\
     decode: error decoding response body for url (http://site.test/broken)\n",
    {
        let mut stream = http::get(site("/broken")).await?.bytes_stream();
        while let Some(piece) = stream.next().await {
            match piece {
                Ok(piece) => println!("{}", piece.len()),
                Err(error) => println!("{}: {error}", kinds(&error)),
            }
        }
        assert!(stream.next().await.is_none());
        println!("no more");
        let error = http::get(site("/broken")).await?.text().await.unwrap_err();
        println!("{}: {error}", kinds(&error));
        let mut response = http::get(site("/broken")).await?;
        response.chunk().await?;
        let error = response.bytes().await.unwrap_err();
        println!("{}: {error}", kinds(&error));
    }
);

both!(
    what_is_not_utf_8_is_replaced_only_when_it_is_whole with config(),
    "caf\u{fffd}\n[99, 97, 102, 233]\ncaf\u{e9}\n[\"caf\\u{fffd}\", \"\\u{fffd}\"]\n",
    {
        println!("{}", http::get(site("/latin")).await?.text().await?);
        println!("{:?}", http::get(site("/latin")).await?.bytes().await?.to_vec());
        // A letter that comes in two pieces is whole in the text, and broken in either piece.
        println!("{}", http::get(site("/split")).await?.text().await?);
        let stream = http::get(site("/split")).await?.bytes_stream();
        let texts = stream.map(|it| String::from_utf8_lossy(&it.unwrap_or_default()).escape_unicode_only());
        println!("[{}]", texts.collect::<Vec<_>>().await.join(", "));
    }
);

trait Escaped {
    fn escape_unicode_only(&self) -> String;
}

impl Escaped for str {
    fn escape_unicode_only(&self) -> String {
        format!("\"{}\"", self.replace('\u{fffd}', "\\u{fffd}"))
    }
}

both!(a_stream_that_is_dropped_holds_nobody_up with config(), "4\ngave up\n14\n", {
    let mut stream = http::get(site("/endless")).await?.bytes_stream();
    println!("{}", stream.next().await.transpose()?.map_or(0, |it| it.len()));
    select! {
        biased;
        it = stream.next() => println!("{it:?}"),
        () = std::future::ready(()) => println!("gave up"),
    }
    drop(stream);
    sleep(Duration::from_millis(5)).await;
    println!("{}", http::get(site("/log")).await?.bytes().await?.len());
});

both!(
    redirections_are_followed with config(),
    "http://site.test/log\n14\nhttp://site.test/log\n14\nHEAD 200\n",
    {
        for path in ["/old/here", "/older"] {
            let response = http::get(site(path)).await?;
            println!("{}", response.url());
            println!("{}", response.bytes().await?.len());
        }
        let asked = Client::new().request(Method::HEAD, site("/older")).send().await?;
        println!("HEAD {}", asked.status().as_u16());
    }
);

both!(a_client_may_follow_no_redirection with config(), "redirect redirect\n200\n", {
    let client = Client::builder().redirect(Policy::limited(0)).build()?;
    let error = client.get(site("/older")).send().await.unwrap_err();
    let again = client.get(site("/round")).send().await.unwrap_err();
    println!("{} {}", kinds(&error), kinds(&again));
    println!("{}", client.get(site("/log")).send().await?.status().as_u16());
});

both!(a_circle_of_redirections_is_an_error_and_not_the_end with config(), "true\n14\n", {
    let error = http::get(site("/round")).await.unwrap_err();
    // A browser says only that there is no answer.
    println!("{}", error.is_redirect() || error.is_request());
    println!("{}", http::get(site("/log")).await?.bytes().await?.len());
});

#[cfg(not(target_family = "wasm"))]
#[test]
fn natively_an_answer_that_redirects_can_be_had() {
    let expected = "302 Some(\"../log\") http://site.test/old/here\n";
    crate::harness::check(config(), expected, || {
        Box::pin(async { seen().await.map_err(|it| it.to_string()) })
    });
}

#[cfg(target_family = "wasm")]
#[wasm_bindgen_test::wasm_bindgen_test]
async fn a_browser_hides_an_answer_that_redirects_and_the_error_says_so() {
    let expected = "redirect: a browser does not let a page see an answer that redirects, only follow it\n";
    crate::harness::check(config(), expected, || {
        Box::pin(async { seen().await.map_err(|it| it.to_string()) })
    })
    .await;
}

async fn seen() -> Outcome {
    use std::error::Error as _;
    let client = Client::builder().redirect(Policy::none()).build()?;
    match client.get(site("/old/here")).send().await {
        Ok(it) => println!("{} {:?} {}", it.status().as_u16(), it.headers().get("location"), it.url()),
        Err(error) => println!("{}: {}", kinds(&error), error.source().unwrap()),
    }
    Ok(())
}
