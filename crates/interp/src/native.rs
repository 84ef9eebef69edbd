//! What the library leaves to the host: functions whose body is `native!()`.

mod capacity;
mod channel;
mod context;
mod database;
mod format;
mod formatter;
mod futures;
mod http;
mod io;
mod join_set;
mod json;
mod layout;
mod lock;
pub(crate) mod logging;
mod number;
mod place;
mod resource;
mod runtime;
mod sequence;
mod share;
mod state;
mod surroundings;
mod table;
mod task;
mod text;
pub(crate) mod thread;
mod types;
pub(crate) mod unwind;
mod waiting;
mod waker;

pub use context::Context;
pub use formatter::Formatter;
pub(crate) use place::address_of;
pub use state::State;

use crate::machine::{Frame, Machine, Trap, stripped};
use crate::source::Span;
use crate::tree::Ty;
use crate::value::{Body, Native, Value};
use std::rc::Rc;

/// A function of the host's.
pub type NativeFn = fn(&mut Call<'_>) -> Result<Value, Trap>;

/// A call of a function of the host's.
#[derive(Debug)]
pub struct Call<'a> {
    /// Whose program it is.
    pub machine: &'a Rc<Machine>,
    /// The arguments, to be taken or looked at.
    pub args: &'a mut [Value],
    /// What the type parameters stand for, where the function asks to be told.
    pub types: Option<Rc<[Ty]>>,
    /// Where it is called.
    pub span: Span,
    /// The function's name: `Vec::push`.
    pub name: &'a str,
    /// The calls that it is made in.
    pub(crate) frames: &'a [Frame],
}

/// Functions of one family, by name.
pub(crate) type Table = &'static [(&'static str, NativeFn)];

const TABLES: &[Table] = &[
    place::TABLE,
    layout::TABLE,
    capacity::TABLE,
    resource::TABLE,
    runtime::TABLE,
    join_set::TABLE,
    sequence::TABLE,
    share::TABLE,
    format::TABLE,
    number::TABLE,
    surroundings::TABLE,
    table::TABLE,
    text::TABLE,
    types::TABLE,
    waker::TABLE,
    thread::TABLE,
    unwind::TABLE,
    waiting::TABLE,
    channel::TABLE,
    lock::TABLE,
    task::TABLE,
    futures::TABLE,
    http::TABLE,
    io::TABLE,
    json::TABLE,
    logging::TABLE,
    database::TABLE,
];

/// Finds a function by its name.
pub fn find(name: &str) -> Option<NativeFn> {
    let listed = TABLES.iter().find_map(|table| table.iter().find(|it| it.0 == name)).map(|it| it.1);
    listed.or_else(|| number::find_int(name)).or_else(|| number::find_float(name))
}

impl Call<'_> {
    /// Takes an argument.
    pub fn take(&mut self, index: usize) -> Value {
        self.args.get_mut(index).map(Value::take).unwrap_or_default()
    }

    /// Works with the thing of the host's that an argument is or refers to.
    fn host<T: Native, R>(&self, index: usize, work: impl FnOnce(&mut T) -> R) -> Result<R, Trap> {
        let fault = || Trap::fault(self.span, "an argument that is not what the library says");
        let Some(Value::Obj(object)) = self.args.get(index).map(stripped) else { return Err(fault()) };
        let Body::Native(native) = &object.body else { return Err(fault()) };
        let mut native = native.borrow_mut();
        let thing = native.as_mut().and_then(|it| it.as_any().downcast_mut::<T>());
        thing.map(work).ok_or_else(fault)
    }

    /// Where the program has made the call that has led here.
    fn caller(&self) -> Span {
        self.machine.caller(self.frames, self.span)
    }
}
