//! The browser's network: `fetch`, in a page as well as in a worker.

use crate::context;
use crate::http::{Answer, Failure, Prepared};
use js_sys::{Array, Uint8Array};
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Headers, Request, RequestInit, Response};

#[wasm_bindgen]
extern "C" {
    /// The global function, which a window and a worker both have.
    #[wasm_bindgen(catch)]
    fn fetch(request: &Request) -> Result<js_sys::Promise, JsValue>;
}

/// Aborts a request when dropped.
struct Abort(Option<AbortController>);

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = self.0.take() {
            controller.abort();
        }
    }
}

/// A body that has still to come. Dropping it aborts the request.
pub(crate) struct ResponseBody(SendWrapper<(Response, Abort)>);

/// Sends a request, and waits for the headers of the answer. Dropping the future aborts it.
pub(crate) fn exchange(request: Prepared) -> impl Future<Output = Result<Answer, Failure>> + Send + Sync {
    SendWrapper::new(send(request))
}

async fn send(request: Prepared) -> Result<Answer, Failure> {
    // Virtual time stands still meanwhile.
    let _in_flight = context::current_run().map(|it| it.in_flight());
    let controller = AbortController::new().map_err(|it| Failure::Request(describe(&it)))?;
    let js_request = js_request(&request, &controller).map_err(|it| Failure::Request(describe(&it)))?;
    let abort = Abort(Some(controller));
    let promise = fetch(&js_request).map_err(|it| Failure::Connect(describe(&it)))?;
    let response = JsFuture::from(promise).await.map_err(|it| Failure::Connect(describe(&it)))?;
    let response: Response = response.dyn_into().map_err(|it| Failure::Connect(describe(&it)))?;
    let url = Some(response.url()).filter(|it| !it.is_empty());
    let headers = headers(&response.headers());
    Ok(Answer {
        status: response.status(),
        url,
        headers,
        body: ResponseBody(SendWrapper::new((response, abort))),
    })
}

fn js_request(request: &Prepared, controller: &AbortController) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(request.method.as_str());
    init.set_signal(Some(&controller.signal()));
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

impl ResponseBody {
    pub(crate) fn read(self) -> impl Future<Output = Result<Vec<u8>, Failure>> + Send + Sync {
        SendWrapper::new(self.read_here())
    }

    async fn read_here(self) -> Result<Vec<u8>, Failure> {
        let _in_flight = context::current_run().map(|it| it.in_flight());
        let (response, mut abort) = self.0.take();
        let promise = response.array_buffer().map_err(|it| Failure::Body(describe(&it)))?;
        let buffer = JsFuture::from(promise).await.map_err(|it| Failure::Body(describe(&it)))?;
        // All of it is here: there is nothing left to abort.
        abort.0 = None;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// Returns what JavaScript threw, in words.
fn describe(thrown: &JsValue) -> String {
    match thrown.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => thrown.as_string().unwrap_or_else(|| format!("{thrown:?}")),
    }
}
