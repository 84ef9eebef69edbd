//! Requests, natively to the double of the site, and in a browser to a `fetch` that answers alike: what is made of them,
//! and what becomes of them.
#![expect(clippy::unwrap_used, reason = "a test that panics has failed, which is what it is for")]

use meanwhile_runtime::http::{
    self, Body, Client, ClientBuilder, HeaderMap, HeaderName, HeaderValue, IntoUrl, Method, StatusCode, Url,
    header,
};
use meanwhile_runtime::time::{Duration, sleep, timeout};
use meanwhile_runtime::{Fixtures, RunConfig, env, println, select, spawn};
use meanwhile_trace::report::Status;
use meanwhile_trace::{ClockKind, End, SpanKind};
use worlds::{Finished, run_to_end};

#[macro_use]
#[path = "kit/worlds.rs"]
mod worlds;

#[cfg(target_family = "wasm")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// What the site has.
const PAGES: &[(&str, &str)] = &[("/app/hello.txt", "hello"), ("/app/broken.json", "{oops")];

/// Answers as the native double does, and keeps what it was asked and what was aborted.
#[cfg(target_family = "wasm")]
const SERVE: &str = "
    globalThis.asked = [];
    globalThis.aborted = 0;
    globalThis.fetch = async (request) => {
      request.signal.addEventListener('abort', () => { aborted += 1; });
      const url = new URL(request.url);
      const wish = url.searchParams;
      asked.push(`${request.method} ${request.headers.get('x-test')} ${await request.clone().text()}`);
      await new Promise((done, fail) => {
        if (request.signal.aborted) fail(request.signal.reason);
        setTimeout(done, Number(wish.get('delay') ?? 0));
        request.signal.addEventListener('abort', () => fail(request.signal.reason));
      });
      if (wish.get('fail') === 'network' || url.host !== 'site.test') throw new TypeError('Failed to fetch');
      const body = { '/app/hello.txt': 'hello', '/app/broken.json': '{oops' }[url.pathname];
      const status = Number(wish.get('status') ?? (body ? 200 : 404));
      const text = body ?? 'not found';
      return new Response(text, { status, headers: { 'content-length': String(text.length) } });
    };";

#[cfg(target_family = "wasm")]
fn js(body: &str) -> String {
    let value = js_sys::Function::new_no_args(body).call0(&wasm_bindgen::JsValue::UNDEFINED).unwrap();
    value.as_string().unwrap_or_default()
}

async fn run(main: impl AsyncFnOnce() + 'static) -> Finished {
    #[cfg(target_family = "wasm")]
    js(SERVE);
    // In a browser the virtual clock stands still while a request is under way.
    let clock = if cfg!(target_family = "wasm") { ClockKind::Real } else { ClockKind::Virtual };
    let config = RunConfig {
        clock,
        site: "http://site.test/app".to_owned(),
        http: Fixtures::pages(PAGES),
        ..RunConfig::default()
    };
    let main = async move {
        main().await;
        Ok(())
    };
    let finished = run_to_end(config, || Box::pin(main)).await;
    assert_eq!(finished.status, Status::Completed, "{}", finished.output());
    finished
}

fn site(path: &str) -> String {
    format!("{}/{path}", env::var("SITE").unwrap())
}

/// How each request of a run ended.
fn ends(finished: &Finished) -> Vec<End> {
    let requests = finished.trace.spans().iter().filter(|it| it.kind == SpanKind::Http);
    requests.filter_map(|it| it.end.map(|it| it.1)).collect()
}

both! {
    async fn a_client_asks_by_every_method() {
        let finished = run(async || {
            let client = Client::new();
            let page = site("hello.txt");
            let name = HeaderName::from_static("x-test");
            for request in [client.get(&page), client.post(&page), client.put(&page), client.patch(&page),
                client.delete(&page), client.head(&page), client.request(Method::OPTIONS, &page)]
            {
                let answer = request.header(name.clone(), HeaderValue::from_static("1")).send().await.unwrap();
                assert_eq!(answer.status(), StatusCode::OK);
            }
            let body = Body::from("text");
            println!("{:?}", body.as_bytes());
            let answer = client.post(&page).body(body).query(&[("a", "b")]).send().await.unwrap();
            println!("{} {:?}", answer.url(), answer.content_length());
            println!("{:?} {:?}", answer.header("content-length"), answer.headers().get(header::CONTENT_LENGTH));
            println!("{:?}", answer.bytes().await.unwrap());
        })
        .await;
        assert_eq!(
            finished.output(),
            "Some([116, 101, 120, 116])\nhttp://site.test/app/hello.txt?a=b Some(5)\n\
             Some(\"5\") Some(\"5\")\nb\"hello\"\n",
        );
        #[cfg(target_family = "wasm")]
        assert_eq!(
            js("return asked.join()"),
            "GET 1 ,POST 1 ,PUT 1 ,PATCH 1 ,DELETE 1 ,HEAD 1 ,OPTIONS 1 ,POST null text",
        );
    }

    async fn a_client_has_settings_for_all_its_requests() {
        let finished = run(async || {
            let all = [(HeaderName::from_static("x-test"), HeaderValue::from_static("all"))];
            let client = ClientBuilder::new()
                .default_headers(HeaderMap::from_iter(all))
                .user_agent("lesson/1")
                .timeout(Duration::from_millis(50))
                .build()
                .unwrap();
            let answer = client.get(site("hello.txt")).send().await.unwrap();
            println!("{:?}", answer.remote_addr());
            client.get(site("hello.txt")).header("x-test", "own").send().await.unwrap();
            let error = client.get(site("hello.txt?delay=2000")).send().await.unwrap_err();
            println!("{}", error.is_timeout());
            let other = error.url().unwrap().join("/other").unwrap();
            println!("{:?}", error.without_url().with_url(other).url().map(Url::as_str));
            println!("{}", Client::builder().user_agent("of\ntwo lines").build().unwrap_err().is_builder());
        })
        .await;
        assert_eq!(finished.output(), "None\ntrue\nSome(\"http://site.test/other\")\ntrue\n");
        #[cfg(target_family = "wasm")]
        assert_eq!(js("return asked.join()"), "GET all ,GET own ,GET all ");
    }

    async fn an_error_says_of_what_kind_it_is() {
        let finished = run(async || {
            let tell = |error: http::Error| {
                let kinds = [
                    ("builder", error.is_builder()),
                    ("request", error.is_request()),
                    ("connect", error.is_connect()),
                    ("timeout", error.is_timeout()),
                    ("status", error.is_status()),
                    ("body", error.is_body()),
                    ("decode", error.is_decode()),
                    ("redirect", error.is_redirect()),
                ];
                let kinds: Vec<_> = kinds.iter().filter(|it| it.1).map(|it| it.0).collect();
                println!("{} {:?} {}", kinds.join(" "), error.status(), error.url().is_some());
                assert!(error.without_url().url().is_none());
            };
            tell(http::get("no address").await.unwrap_err());
            tell(http::get(site("hello.txt?fail=network")).await.unwrap_err());
            let slow = Client::new().get(site("hello.txt?delay=300")).timeout(Duration::from_millis(50));
            tell(slow.send().await.unwrap_err());
            let answer = http::get(site("hello.txt?status=503")).await.unwrap();
            tell(answer.error_for_status_ref().unwrap_err());
            tell(answer.error_for_status().unwrap_err());
            tell(http::get(site("broken.json")).await.unwrap().json::<u32>().await.unwrap_err());
        })
        .await;
        assert_eq!(
            finished.output(),
            "builder None false\nrequest connect None true\nrequest timeout None true\n\
             status Some(503) true\nstatus Some(503) true\ndecode None true\n",
        );
    }

    async fn an_address_has_its_parts() {
        let finished = run(async || {
            let url: Url = site("hello.txt?a=b#top").into_url().unwrap();
            println!("{} {:?} {} {:?}", url.scheme(), url.host_str(), url.path(), url.query());
            println!("{} {}", url.as_str(), Url::parse("http://").is_err());
        })
        .await;
        assert_eq!(
            finished.output(),
            "http Some(\"site.test\") /app/hello.txt Some(\"a=b\")\nhttp://site.test/app/hello.txt?a=b#top true\n",
        );
    }

    /// Dropped by a timeout, by `select!`, by an abort, and with its body not read: each request ends, once.
    async fn requests_that_are_given_up_are_aborted() {
        let finished = run(async || {
            let late = timeout(Duration::from_millis(20), http::get(site("hello.txt?delay=2000"))).await;
            println!("{}", late.is_err());
            select! {
                biased;
                _ = http::get(site("hello.txt?delay=2000")) => println!("never"),
                () = sleep(Duration::from_millis(20)) => println!("first"),
            }
            let task = spawn(http::get("http://site.test/app/hello.txt?delay=2000"));
            sleep(Duration::from_millis(20)).await;
            task.abort();
            println!("{}", task.await.unwrap_err().is_cancelled());
            drop(http::get(site("hello.txt")).await.unwrap());
            println!("{}", http::get(site("hello.txt")).await.unwrap().text().await.unwrap());
        })
        .await;
        assert_eq!(finished.output(), "true\nfirst\ntrue\nhello\n");
        use End::{Cancelled, Completed};
        assert_eq!(ends(&finished)[..4], [Cancelled, Cancelled, Cancelled, Completed]);
        #[cfg(target_family = "wasm")]
        assert_eq!(js("return String(aborted)"), "4");
    }
}
