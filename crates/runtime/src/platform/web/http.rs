//! The browser's network: `fetch`, in a page as well as in a worker.

mod body;
mod entry;
mod observed;

pub(crate) use body::ResponseBody;

use super::thrown::describe;
use crate::context;
use crate::http::redirect::Follow;
use crate::http::{Answer, Failure, Prepared};
use crate::record::Phases;
use body::Abort;
use js_sys::{Array, Uint8Array};
use observed::Observed;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, Request, RequestCache, RequestInit, RequestRedirect, Response, ResponseType,
};

#[wasm_bindgen]
extern "C" {
    /// The global function, which a window and a worker both have.
    #[wasm_bindgen(catch)]
    fn fetch(request: &Request) -> Result<js_sys::Promise, JsValue>;
}

/// Sends a request, and waits for the headers of the answer. Dropping the future aborts it.
pub(crate) fn exchange(
    request: Prepared,
    phases: Option<Phases>,
) -> impl Future<Output = Result<Answer, Failure>> + Send + Sync {
    SendWrapper::new(send(request, phases.map(SendWrapper::new)))
}

async fn send(request: Prepared, phases: Option<SendWrapper<Phases>>) -> Result<Answer, Failure> {
    // Virtual time stands still meanwhile.
    let _in_flight = context::current_run().map(|it| it.in_flight());
    let controller = AbortController::new().map_err(|it| Failure::Request(describe(&it)))?;
    let js_request = js_request(&request, &controller).map_err(|it| Failure::Request(describe(&it)))?;
    let abort = Abort::new(controller);
    let observed = phases.and_then(|it| Observed::begin(&js_request.url(), it.take()));
    let promise = fetch(&js_request).map_err(|it| Failure::Connect(describe(&it)))?;
    observed.iter().for_each(Observed::sent);
    let response = JsFuture::from(promise).await.map_err(|it| Failure::Connect(describe(&it)))?;
    let response: Response = response.dyn_into().map_err(|it| Failure::Connect(describe(&it)))?;
    observed.iter().for_each(Observed::answered);
    if response.type_() == ResponseType::Opaqueredirect {
        return Err(Failure::Redirect { why: why_not(request.redirect.0), by: None });
    }
    let url = Some(response.url()).filter(|it| !it.is_empty());
    let headers = headers(&response.headers());
    Ok(Answer { status: response.status(), url, headers, body: ResponseBody::new(response, abort, observed) })
}

/// Returns why a redirection was not followed.
fn why_not(follow: Follow) -> &'static str {
    match follow {
        Follow::None => "a browser does not let a page see an answer that redirects, only follow it",
        Follow::Limit(_) => "too many redirects",
    }
}

fn js_request(request: &Prepared, controller: &AbortController) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_signal(Some(&controller.signal()));
    init.set_cache(RequestCache::NoStore);
    init.set_redirect(match request.redirect.0 {
        Follow::None | Follow::Limit(0) => RequestRedirect::Manual,
        Follow::Limit(_) => RequestRedirect::Follow,
    });
    if let Some(bytes) = request.body.as_ref().and_then(|it| it.as_bytes()) {
        init.set_body(&Uint8Array::from(bytes));
    }
    let headers = Headers::new()?;
    for (name, value) in &request.headers {
        headers.append(name, value)?;
    }
    init.set_headers(&headers);
    Request::new_with_str_and_init(request.url.as_str(), &init)
}

fn headers(headers: &Headers) -> Vec<(String, String)> {
    let entries = headers.entries();
    let pairs = std::iter::from_fn(|| entries.next().ok().filter(|it| !it.done()).map(|it| it.value()));
    pairs
        .filter_map(|pair| {
            let pair: Array = pair.dyn_into().ok()?;
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        })
        .collect()
}
