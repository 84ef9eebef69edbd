//! What the library leaves to the host: functions whose body is `native!()`.

mod context;
mod formatter;
mod place;
mod sequence;
mod share;
mod state;

pub use context::Context;
pub use formatter::Formatter;
pub use state::State;

use crate::machine::{Machine, Trap};
use crate::source::Span;
use crate::tree::Ty;
use crate::value::Value;
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
}

/// Functions of one family, by name.
pub(crate) type Table = &'static [(&'static str, NativeFn)];

const TABLES: &[Table] = &[place::TABLE, sequence::TABLE, share::TABLE];

/// Finds a function by its name.
pub fn find(name: &str) -> Option<NativeFn> {
    TABLES.iter().find_map(|table| table.iter().find(|it| it.0 == name)).map(|it| it.1)
}

impl Call<'_> {
    /// Takes an argument.
    pub fn take(&mut self, index: usize) -> Value {
        self.args.get_mut(index).map(Value::take).unwrap_or_default()
    }
}
