//! reqwest: requests of the run.

use super::task::plain_native;
use super::text::byte_values;
use super::{Call, Table};
use crate::machine::{Machine, Trap, stripped};
use crate::tree::IntTy;
use crate::value::{Head, Native, Obj, Value};
use meanwhile_runtime::http::{Client, Error, Method, Response, redirect};
use std::any::Any;
use std::error::Error as _;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

pub(super) const TABLE: Table = &[
    ("host::host_send", send),
    ("HostResponse::answer_status", |call| {
        response(call, |it| Value::int(IntTy::U16, i128::from(it.status().as_u16())))
    }),
    ("HostResponse::answer_url", |call| {
        let url = response(call, |it| it.url().as_str().to_owned())?;
        Ok(call.machine.string(url))
    }),
    ("HostResponse::answer_length", |call| {
        let length = response(call, Response::content_length)?;
        Ok(call.machine.option(length.map(Value::u64)))
    }),
    ("HostResponse::answer_headers", headers),
    ("HostResponse::refusal", refusal),
    ("HostResponse::read_text", read_text),
    ("HostResponse::read_bytes", read_bytes),
    ("HostResponse::read_json", read_json),
    ("HostResponse::read_piece", read_piece),
    ("HostResponse::into_pieces", into_pieces),
    ("HostPieces::poll_piece", poll_piece),
    ("HostHttpError::describe", describe),
];

/// An answer; it is taken when its body is.
struct Answer(Option<Response>);

type Piece = Result<Vec<u8>, Error>;

/// The pieces of a body.
struct Pieces(Pin<Box<dyn futures_util::Stream<Item = Piece>>>);

struct Failed(Error);

plain_native!(Answer, Pieces, Failed);

fn response<R>(call: &Call<'_>, work: impl FnOnce(&Response) -> R) -> Result<R, Trap> {
    let gone = Trap::fault(call.span, "an answer whose body has been taken");
    call.host(0, |it: &mut Answer| it.0.as_ref().map(work))?.ok_or(gone)
}

fn taken(call: &Call<'_>) -> Result<Response, Trap> {
    let gone = Trap::fault(call.span, "an answer whose body has been taken");
    call.host(0, |it: &mut Answer| it.0.take())?.ok_or(gone)
}

fn object(machine: &Machine, lang: &'static str, thing: impl Native) -> Value {
    let adt = machine.program().lang.adts.get(lang).copied();
    adt.map_or(Value::Unit, |it| Value::Obj(Obj::native(it, thing)))
}

fn outcome(machine: &Machine, result: Result<Value, Error>) -> Value {
    machine.result(result.map_err(|it| object(machine, "HostHttpError", Failed(it))))
}

fn bytes_value(machine: &Machine, bytes: &[u8]) -> Value {
    Value::Obj(Obj::new(Head::Adt(machine.known().vec), 0, byte_values(bytes).collect()))
}

/// The texts in a vector of pairs.
fn pairs(call: &Call<'_>, index: usize) -> Result<Vec<(String, String)>, Trap> {
    let (object, start, len) = call.elements(index)?;
    let mut all = Vec::new();
    for at in start..start + len {
        let Value::Obj(pair) = stripped(&object.get(at as u32)) else { continue };
        let text = |slot| crate::machine::text_of(&stripped(&pair.get(slot))).unwrap_or_default();
        all.push((text(0), text(1)));
    }
    Ok(all)
}

/// `(method, url, headers, body, has_body, seconds, nanoseconds, redirections)`: no time is none to wait for, and of
/// redirections -1 is as many as usual.
fn send(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (method, url) = (call.text(0)?, call.text(1)?);
    let (headers, body) = (pairs(call, 2)?, call.bytes(3)?);
    let has_body = matches!(call.args[4], Value::Bool(true));
    let timeout = Duration::new(call.int(5)?.1 as u64, call.int(6)?.1 as u32);
    let redirections = call.int(7)?.1;
    let mut builder = Client::builder();
    if redirections >= 0 {
        let policy = match redirections {
            0 => redirect::Policy::none(),
            most => redirect::Policy::limited(most as usize),
        };
        builder = builder.redirect(policy);
    }
    let client = builder.build().unwrap_or_default();
    let method = Method::from_bytes(method.as_bytes()).unwrap_or_default();
    let mut request = client.request(method, &**url);
    for (name, value) in headers {
        request = request.header(name, value);
    }
    if has_body {
        request = request.body(body);
    }
    if !timeout.is_zero() {
        request = request.timeout(timeout);
    }
    let (sent, machine) = (request.send(), call.machine.clone());
    Ok(call.future(async move {
        let answer = sent.await.map(|it| object(&machine, "HostResponse", Answer(Some(it))));
        outcome(&machine, answer)
    }))
}

fn headers(call: &mut Call<'_>) -> Result<Value, Trap> {
    let all: Vec<(String, String)> = response(call, |it| {
        let text = |value: &meanwhile_runtime::http::HeaderValue| {
            String::from_utf8_lossy(value.as_bytes()).into_owned()
        };
        it.headers().iter().map(|(name, value)| (name.as_str().to_owned(), text(value))).collect()
    })?;
    let pair = |(name, value)| Value::tuple([call.machine.string(name), call.machine.string(value)]);
    Ok(call.vec(all.into_iter().map(pair).collect::<Vec<_>>()))
}

/// The error of an answer that says no.
fn refusal(call: &mut Call<'_>) -> Result<Value, Trap> {
    let error = response(call, |it| it.error_for_status_ref().err())?;
    Ok(call.machine.option(error.map(|it| object(call.machine, "HostHttpError", Failed(it)))))
}

fn read_text(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (read, machine) = (taken(call)?.text(), call.machine.clone());
    Ok(call.future(async move { outcome(&machine, read.await.map(|it| machine.string(it))) }))
}

fn read_bytes(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (read, machine) = (taken(call)?.bytes(), call.machine.clone());
    Ok(call.future(async move { outcome(&machine, read.await.map(|it| bytes_value(&machine, &it))) }))
}

/// The text of the JSON, if it is any.
fn read_json(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (read, machine) = (taken(call)?.json::<serde_json::Value>(), call.machine.clone());
    Ok(call.future(async move { outcome(&machine, read.await.map(|it| machine.string(it.to_string()))) }))
}

/// The answer is taken for as long as the piece is waited for.
fn read_piece(call: &mut Call<'_>) -> Result<Value, Trap> {
    let Value::Obj(place) = stripped(&call.args[0]) else {
        return Err(Trap::fault(call.span, "an answer that is none"));
    };
    let (mut answer, machine) = (taken(call)?, call.machine.clone());
    Ok(call.future(async move {
        let piece = answer.chunk().await;
        if let crate::value::Body::Native(native) = &place.body
            && let Some(native) = native.borrow_mut().as_mut()
            && let Some(place) = native.as_any().downcast_mut::<Answer>()
        {
            place.0 = Some(answer);
        }
        let piece = piece.map(|it| machine.option(it.map(|it| bytes_value(&machine, &it))));
        outcome(&machine, piece)
    }))
}

fn into_pieces(call: &mut Call<'_>) -> Result<Value, Trap> {
    let stream = taken(call)?.bytes_stream();
    let pieces = futures_util::StreamExt::map(stream, |it| it.map(|it| it.to_vec()));
    call.native("HostPieces", Pieces(Box::pin(pieces)))
}

fn poll_piece(call: &mut Call<'_>) -> Result<Value, Trap> {
    let waker = call.context_waker(1)?;
    let mut cx = Context::from_waker(&waker);
    let polled = call.host(0, |it: &mut Pieces| it.0.as_mut().poll_next(&mut cx))?;
    Ok(match polled {
        Poll::Pending => call.poll(None),
        Poll::Ready(piece) => {
            let machine: &Rc<Machine> = call.machine;
            let piece = piece.map(|it| outcome(machine, it.map(|it| bytes_value(machine, &it))));
            call.poll(Some(machine.option(piece)))
        }
    })
}

/// What an error says of itself: its texts, what it is, its status, its address, and what it comes from.
fn describe(call: &mut Call<'_>) -> Result<Value, Trap> {
    type Is = fn(&Error) -> bool;
    let is: [(Is, &str); 8] = [
        (Error::is_builder, "builder"),
        (Error::is_request, "request"),
        (Error::is_connect, "connect"),
        (Error::is_timeout, "timeout"),
        (Error::is_status, "status"),
        (Error::is_body, "body"),
        (Error::is_decode, "decode"),
        (Error::is_redirect, "redirect"),
    ];
    let (texts, status, url) = call.host(0, |it: &mut Failed| {
        let error = &it.0;
        let kinds = is.iter().filter(|it| it.0(error)).map(|it| it.1).collect::<Vec<_>>().join(" ");
        let mut texts = vec![error.to_string(), format!("{error:?}"), kinds];
        let mut source = error.source();
        while let Some(error) = source {
            texts.push(error.to_string());
            source = error.source();
        }
        let status = error.status().map(|it| it.as_u16());
        (texts, status, error.url().map(|it| it.as_str().to_owned()))
    })?;
    let machine = call.machine.clone();
    let texts = call.vec(texts.into_iter().map(|it| machine.string(it)).collect::<Vec<_>>());
    let status = machine.option(status.map(|it| Value::int(IntTy::U16, i128::from(it))));
    let url = machine.option(url.map(|it| machine.string(it)));
    Ok(Value::tuple([texts, status, url]))
}
