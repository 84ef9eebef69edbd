//! A body on its way.

use super::observed::Observed;
use crate::context;
use crate::http::Failure;
use crate::platform::web::thrown::describe;
use crate::record::Phases;
use crate::run::InFlight;
use bytes::Bytes;
use js_sys::{Promise, Reflect, Uint8Array};
use send_wrapper::SendWrapper;
use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Response};

#[wasm_bindgen]
extern "C" {
    type ReadableStream;

    #[wasm_bindgen(method, catch, js_name = getReader)]
    fn get_reader(this: &ReadableStream) -> Result<Reader, JsValue>;

    type Reader;

    #[wasm_bindgen(method, catch)]
    fn read(this: &Reader) -> Result<Promise, JsValue>;
}

/// Aborts a request when dropped.
pub(super) struct Abort(Option<AbortController>);

impl Abort {
    pub(super) fn new(controller: AbortController) -> Self {
        Abort(Some(controller))
    }

    /// There is nothing left to abort.
    fn disarm(&mut self) {
        self.0 = None;
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = self.0.take() {
            controller.abort();
        }
    }
}

/// A body that has still to come. Dropping it aborts the request.
pub(crate) struct ResponseBody(SendWrapper<Incoming>);

struct Incoming {
    response: Response,
    reader: Option<Reader>,
    /// The piece that is waited for; virtual time stands still meanwhile.
    next: Option<(JsFuture, Option<InFlight>)>,
    abort: Abort,
    observed: Option<Observed>,
}

impl ResponseBody {
    pub(super) fn new(response: Response, abort: Abort, observed: Option<Observed>) -> Self {
        let incoming = Incoming { response, reader: None, next: None, abort, observed };
        ResponseBody(SendWrapper::new(incoming))
    }

    /// Says whose phases to tell when it is complete.
    pub(crate) fn set_phases(&mut self, reading: Option<Phases>) {
        self.0.set_phases(reading);
    }

    /// Waits for the next piece; `None` at the end.
    pub(crate) fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Option<Result<Bytes, Failure>>> {
        let piece = ready!(self.0.poll_piece(cx));
        if !matches!(piece, Ok(Some(_))) {
            self.0.settle();
        }
        Poll::Ready(piece.map_err(|it| Failure::Body(describe(&it))).transpose())
    }

    /// Waits for all of it.
    pub(crate) fn read(
        self,
        reading: Option<Phases>,
    ) -> impl Future<Output = Result<Vec<u8>, Failure>> + Send + Sync {
        let mut incoming = self.0.take();
        incoming.set_phases(reading);
        SendWrapper::new(async move {
            let bytes = incoming.read().await;
            incoming.settle();
            bytes.map_err(|it| Failure::Body(describe(&it)))
        })
    }

    /// Ends the transfer: nothing more is waited for.
    pub(crate) fn abort(&mut self) {
        let incoming = &mut *self.0;
        incoming.next = None;
        drop(std::mem::replace(&mut incoming.abort, Abort(None)));
    }
}

impl Incoming {
    fn set_phases(&mut self, reading: Option<Phases>) {
        if let Some(observed) = &mut self.observed {
            observed.set_reading(reading);
        }
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, JsValue>> {
        if self.next.is_none() {
            match self.read_next() {
                Ok(Some(promise)) => {
                    let in_flight = context::current_run().map(|it| it.in_flight());
                    self.next = Some((JsFuture::from(promise), in_flight));
                }
                // The answer to some requests has no body at all.
                Ok(None) => return Poll::Ready(Ok(None)),
                Err(thrown) => return Poll::Ready(Err(thrown)),
            }
        }
        let Some((next, _)) = &mut self.next else { return Poll::Pending };
        let result = ready!(Pin::new(next).poll(cx));
        self.next = None;
        Poll::Ready(result.and_then(|it| piece_of(&it)))
    }

    /// Asks for the next piece; `None` if there is no body.
    fn read_next(&mut self) -> Result<Option<Promise>, JsValue> {
        if self.reader.is_none() {
            let body = Reflect::get(&self.response, &"body".into())?;
            if body.is_null() || body.is_undefined() {
                return Ok(None);
            }
            self.reader = Some(body.unchecked_into::<ReadableStream>().get_reader()?);
        }
        self.reader.as_ref().map(Reader::read).transpose()
    }

    async fn read(&self) -> Result<Vec<u8>, JsValue> {
        let _in_flight = context::current_run().map(|it| it.in_flight());
        let buffer = JsFuture::from(self.response.array_buffer()?).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }

    /// All of it is here, or has failed.
    fn settle(&mut self) {
        self.abort.disarm();
        if let Some(observed) = self.observed.take() {
            observed.tell();
        }
    }
}

/// Returns the bytes of what a reader read; `None` for the end.
fn piece_of(read: &JsValue) -> Result<Option<Bytes>, JsValue> {
    if Reflect::get(read, &"done".into())?.is_truthy() {
        return Ok(None);
    }
    let bytes: Uint8Array = Reflect::get(read, &"value".into())?.dyn_into()?;
    Ok(Some(bytes.to_vec().into()))
}

impl fmt::Debug for ResponseBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ResponseBody").finish_non_exhaustive()
    }
}
