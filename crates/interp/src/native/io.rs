//! tokio's connections and files: those of the run.

use super::task::plain_native;
use super::text::byte_values;
use super::{Call, Table};
use crate::machine::{Machine, Trap, stripped, text_of};
use crate::tree::IntTy;
use crate::value::{Head, Native, Obj, Value};
use meanwhile_runtime::fs::{self, File, Metadata, OpenOptions};
use meanwhile_runtime::io::{AsyncRead, AsyncSeek, AsyncWrite, ReadBuf, SeekFrom};
use meanwhile_runtime::net::{TcpListener, TcpStream};
use std::any::Any;
use std::cell::RefCell;
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

#[expect(
    clippy::redundant_closure,
    clippy::redundant_closure_for_method_calls,
    reason = "generic functions are no plain ones"
)]
pub(super) const TABLE: Table = &[
    ("HostIo::poll_read_bytes", poll_read),
    ("HostIo::poll_write_bytes", poll_write),
    ("HostIo::poll_flush_all", |call| poll_unit(call, |it, cx| it.poll_flush(cx))),
    ("HostIo::poll_shut_down", |call| poll_unit(call, |it, cx| it.poll_shutdown(cx))),
    ("HostIo::poll_seek_to", poll_seek),
    ("HostIo::second", second),
    ("HostIo::address", address),
    ("HostIo::file_facts", file_facts),
    ("HostIo::set_file_len", set_file_len),
    ("HostIo::sync_file", sync_file),
    ("host::host_connect", connect),
    ("host::host_bind", bind),
    ("HostListener::accept_one", accept),
    ("HostListener::poll_accept_one", poll_accept),
    ("HostListener::listener_address", listener_address),
    ("host::text_of_path", |call| {
        let text = path(call, 0)?;
        Ok(call.machine.string(text))
    }),
    ("host::host_open", open),
    ("host::host_read", read),
    ("host::host_read_to_string", read_to_string),
    ("host::host_write", write),
    ("host::host_copy", |call| two_paths(call, |from, to| fs::copy(from, to), Value::u64)),
    ("host::host_rename", |call| two_paths(call, |from, to| fs::rename(from, to), |()| Value::Unit)),
    ("host::host_create_dir", |call| one_path(call, fs::create_dir, |_, ()| Value::Unit)),
    ("host::host_create_dir_all", |call| one_path(call, fs::create_dir_all, |_, ()| Value::Unit)),
    ("host::host_remove_file", |call| one_path(call, fs::remove_file, |_, ()| Value::Unit)),
    ("host::host_remove_dir", |call| one_path(call, fs::remove_dir, |_, ()| Value::Unit)),
    ("host::host_remove_dir_all", |call| one_path(call, fs::remove_dir_all, |_, ()| Value::Unit)),
    ("host::host_try_exists", |call| one_path(call, fs::try_exists, |_, it| Value::Bool(it))),
    ("host::host_metadata", |call| one_path(call, fs::metadata, |_, it| facts(&it))),
    ("host::host_read_dir", |call| {
        one_path(call, fs::read_dir, |machine, mut all| {
            let mut names = Vec::new();
            let mut cx = Context::from_waker(std::task::Waker::noop());
            while let Poll::Ready(Ok(Some(entry))) = all.poll_next_entry(&mut cx) {
                names.push(machine.string(entry.file_name().to_string_lossy().into_owned()));
            }
            Value::Obj(Obj::new(Head::Adt(machine.known().vec), 0, names.into_iter().collect()))
        })
    }),
];

/// What bytes go through.
enum Stream {
    Tcp(TcpStream),
    File(File),
}

#[derive(Clone)]
struct Io(Rc<RefCell<Stream>>);

#[derive(Clone)]
struct Listener(Rc<TcpListener>);

plain_native!(Io, Listener);

trait Bytes: AsyncRead + AsyncWrite + Unpin {}

impl<T: AsyncRead + AsyncWrite + Unpin> Bytes for T {}

impl Stream {
    fn bytes(&mut self) -> Pin<&mut dyn Bytes> {
        match self {
            Stream::Tcp(it) => Pin::new(it),
            Stream::File(it) => Pin::new(it),
        }
    }
}

/// An error as a value: its number, its kind and its text.
fn error(machine: &Rc<Machine>, error: &io::Error) -> Result<Value, Trap> {
    let program = machine.program();
    let Some(&made) = program.lang.functions.get("io::Error::from_host") else { return Ok(Value::Unit) };
    let kind = Value::str(&format!("{:?}", error.kind()));
    machine.call(made, [kind, machine.string(error.to_string())])
}

fn outcome(machine: &Rc<Machine>, result: io::Result<Value>) -> Result<Value, Trap> {
    Ok(machine.result(match result {
        Ok(value) => Ok(value),
        Err(it) => Err(error(machine, &it)?),
    }))
}

fn polled(call: &Call<'_>, polled: Poll<io::Result<Value>>) -> Result<Value, Trap> {
    Ok(match polled {
        Poll::Pending => call.poll(None),
        Poll::Ready(result) => call.poll(Some(outcome(call.machine, result)?)),
    })
}

fn later(call: &Call<'_>, work: impl Future<Output = io::Result<Value>> + 'static) -> Value {
    let machine = call.machine.clone();
    call.machine.future(Box::pin(async move { outcome(&machine, work.await) }))
}

fn io_of(call: &Call<'_>) -> Result<Io, Trap> {
    call.host(0, |it: &mut Io| it.clone())
}

fn object(machine: &Machine, lang: &'static str, thing: impl Native) -> Value {
    let adt = machine.program().lang.adts.get(lang).copied();
    adt.map_or(Value::Unit, |it| Value::Obj(Obj::native(it, thing)))
}

fn stream(machine: &Machine, stream: Stream) -> Value {
    object(machine, "HostIo", Io(Rc::new(RefCell::new(stream))))
}

fn bytes_value(machine: &Machine, bytes: &[u8]) -> Value {
    Value::Obj(Obj::new(Head::Adt(machine.known().vec), 0, byte_values(bytes).collect()))
}

fn poll_read(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (io, waker, most) = (io_of(call)?, call.context_waker(1)?, call.usize(2));
    let mut space = vec![0; most.min(64 * 1024)];
    let mut buffer = ReadBuf::new(&mut space);
    let read = io.0.borrow_mut().bytes().poll_read(&mut Context::from_waker(&waker), &mut buffer);
    let machine = call.machine.clone();
    polled(call, read.map_ok(|()| bytes_value(&machine, buffer.filled())))
}

fn poll_write(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (io, waker, bytes) = (io_of(call)?, call.context_waker(1)?, call.bytes(2)?);
    let written = io.0.borrow_mut().bytes().poll_write(&mut Context::from_waker(&waker), &bytes);
    polled(call, written.map_ok(Value::usize))
}

fn poll_unit(
    call: &mut Call<'_>,
    work: fn(Pin<&mut dyn Bytes>, &mut Context<'_>) -> Poll<io::Result<()>>,
) -> Result<Value, Trap> {
    let (io, waker) = (io_of(call)?, call.context_waker(1)?);
    let done = work(io.0.borrow_mut().bytes(), &mut Context::from_waker(&waker));
    polled(call, done.map_ok(|()| Value::Unit))
}

/// `(from, by, begins)`: 0 from the start, 1 from where it is, 2 from the end.
fn poll_seek(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (io, waker) = (io_of(call)?, call.context_waker(1)?);
    let by = call.int(3)?.1;
    let to = match call.int(2)?.1 {
        0 => SeekFrom::Start(by as u64),
        1 => SeekFrom::Current(by as i64),
        _ => SeekFrom::End(by as i64),
    };
    let begins = matches!(call.args[4], Value::Bool(true));
    let mut cx = Context::from_waker(&waker);
    let sought = match &mut *io.0.borrow_mut() {
        Stream::Tcp(_) => Poll::Ready(Err(io::ErrorKind::Unsupported.into())),
        Stream::File(file) => match if begins { Pin::new(&mut *file).start_seek(to) } else { Ok(()) } {
            Ok(()) => Pin::new(file).poll_complete(&mut cx),
            Err(error) => Poll::Ready(Err(error)),
        },
    };
    polled(call, sought.map_ok(Value::u64))
}

fn second(call: &mut Call<'_>) -> Result<Value, Trap> {
    let io = io_of(call)?;
    call.native("HostIo", io)
}

/// The address of this end, or of the other.
fn address(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (io, other) = (io_of(call)?, matches!(call.args[1], Value::Bool(true)));
    let found = match &*io.0.borrow() {
        Stream::Tcp(it) if other => it.peer_addr(),
        Stream::Tcp(it) => it.local_addr(),
        Stream::File(_) => Err(io::ErrorKind::Unsupported.into()),
    };
    outcome(call.machine, found.map(|it| call.machine.string(it.to_string())))
}

fn connect(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (to, machine) = (call.text(0)?.to_string(), call.machine.clone());
    let connected = TcpStream::connect(to);
    Ok(later(call, async move { Ok(stream(&machine, Stream::Tcp(connected.await?))) }))
}

fn bind(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (at, machine) = (call.text(0)?.to_string(), call.machine.clone());
    Ok(later(call, async move {
        let listener = TcpListener::bind(at).await?;
        Ok(object(&machine, "HostListener", Listener(Rc::new(listener))))
    }))
}

fn pair(machine: &Machine, (it, from): (TcpStream, std::net::SocketAddr)) -> Value {
    Value::tuple([stream(machine, Stream::Tcp(it)), machine.string(from.to_string())])
}

fn accept(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (listener, machine) = (call.host(0, |it: &mut Listener| it.clone())?, call.machine.clone());
    Ok(later(call, async move { Ok(pair(&machine, listener.0.accept().await?)) }))
}

fn poll_accept(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (listener, waker) = (call.host(0, |it: &mut Listener| it.clone())?, call.context_waker(1)?);
    let accepted = listener.0.poll_accept(&mut Context::from_waker(&waker));
    let machine = call.machine.clone();
    polled(call, accepted.map_ok(|it| pair(&machine, it)))
}

fn listener_address(call: &mut Call<'_>) -> Result<Value, Trap> {
    let at = call.host(0, |it: &mut Listener| it.0.local_addr())?;
    outcome(call.machine, at.map(|it| call.machine.string(it.to_string())))
}

/// `(path, read, write, append, truncate, create, create_new)`.
fn open(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (path, machine) = (path(call, 0)?, call.machine.clone());
    let is = |index: usize| matches!(call.args[index], Value::Bool(true));
    let mut options = OpenOptions::new();
    options.read(is(1)).write(is(2)).append(is(3)).truncate(is(4)).create(is(5)).create_new(is(6));
    let opened = options.open(path);
    Ok(later(call, async move { Ok(stream(&machine, Stream::File(opened.await?))) }))
}

fn read(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (read, machine) = (fs::read(path(call, 0)?), call.machine.clone());
    Ok(later(call, async move { Ok(bytes_value(&machine, &read.await?)) }))
}

fn read_to_string(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (read, machine) = (fs::read_to_string(path(call, 0)?), call.machine.clone());
    Ok(later(call, async move { Ok(machine.string(read.await?)) }))
}

fn write(call: &mut Call<'_>) -> Result<Value, Trap> {
    let contents = match text_in(&call.args[1]) {
        Some(text) => text.into_bytes(),
        None => call.bytes(1)?,
    };
    let written = fs::write(path(call, 0)?, contents);
    Ok(later(call, async move {
        written.await?;
        Ok(Value::Unit)
    }))
}

/// The text that something is, or the one that it holds: a path is a struct with a text in it.
fn text_in(value: &Value) -> Option<String> {
    let value = stripped(value);
    text_of(&value).or_else(|| match &value {
        Value::Obj(object) if matches!(object.head, Head::Adt(_)) && object.slots()?.borrow().len() == 1 => {
            text_in(&object.get(0))
        }
        _ => None,
    })
}

fn path(call: &Call<'_>, index: usize) -> Result<String, Trap> {
    let text = call.args.get(index).and_then(text_in);
    text.ok_or_else(|| Trap::fault(call.span, "a path that is none"))
}

fn one_path<T: 'static, F: Future<Output = io::Result<T>> + 'static>(
    call: &mut Call<'_>,
    work: impl FnOnce(String) -> F,
    value: fn(&Machine, T) -> Value,
) -> Result<Value, Trap> {
    let (work, machine) = (work(path(call, 0)?), call.machine.clone());
    Ok(later(call, async move { Ok(value(&machine, work.await?)) }))
}

fn two_paths<T: 'static, F: Future<Output = io::Result<T>> + 'static>(
    call: &mut Call<'_>,
    work: impl FnOnce(String, String) -> F,
    value: fn(T) -> Value,
) -> Result<Value, Trap> {
    let work = work(path(call, 0)?, path(call, 1)?);
    Ok(later(call, async move { Ok(value(work.await?)) }))
}

/// Whether it is a folder, and how long it is.
fn facts(metadata: &Metadata) -> Value {
    Value::tuple([Value::Bool(metadata.is_dir()), Value::int(IntTy::U64, i128::from(metadata.len()))])
}

/// Work on the file that an argument is.
fn on_file<T: 'static, F: Future<Output = io::Result<T>> + 'static>(
    call: &Call<'_>,
    work: impl FnOnce(&File) -> F,
    value: fn(T) -> Value,
) -> Result<Value, Trap> {
    let io = io_of(call)?;
    let begun = match &*io.0.borrow() {
        Stream::File(file) => Some(work(file)),
        Stream::Tcp(_) => None,
    };
    Ok(later(call, async move {
        match begun {
            Some(work) => Ok(value(work.await?)),
            None => Err(io::ErrorKind::Unsupported.into()),
        }
    }))
}

fn file_facts(call: &mut Call<'_>) -> Result<Value, Trap> {
    on_file(call, File::metadata, |it| facts(&it))
}

fn set_file_len(call: &mut Call<'_>) -> Result<Value, Trap> {
    let len = call.int(1)?.1 as u64;
    on_file(call, |file| file.set_len(len), |()| Value::Unit)
}

fn sync_file(call: &mut Call<'_>) -> Result<Value, Trap> {
    on_file(call, File::sync_all, |()| Value::Unit)
}
