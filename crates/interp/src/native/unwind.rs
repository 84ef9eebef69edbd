//! `std::panic`: catching panics, passing them on, hearing of them.

use super::{Call, Table};
use crate::machine::{Panic, Trap, stripped};
use crate::value::Value;
use std::cell::{Cell, RefCell};

pub(super) const TABLE: Table = &[
    ("panic::catch", catch),
    ("panic::resume_unwind", resume_unwind),
    ("panic::raise", raise),
    ("panic::set_hook", set_hook),
    ("panic::hook", hook),
    ("panic::place", place),
];

/// What a program has set as its hook.
#[derive(Default)]
pub(crate) struct Hook(pub(crate) RefCell<Value>);

fn catch(call: &mut Call<'_>) -> Result<Value, Trap> {
    Err(Trap::Catch(call.take(0)))
}

/// Passes a panic on, of which everybody has heard.
fn resume_unwind(call: &mut Call<'_>) -> Result<Value, Trap> {
    Err(with_payload(call, "", true))
}

/// Panics with a `Box<dyn Any + Send>` instead of a message.
fn raise(call: &mut Call<'_>) -> Result<Value, Trap> {
    Err(with_payload(call, "Box<dyn Any>", false))
}

fn with_payload(call: &mut Call<'_>, message: &str, heard: bool) -> Trap {
    let payload = call.take(0);
    Trap::Panic(Box::new(Panic {
        message: message.to_owned(),
        computing: None,
        span: call.span,
        payload,
        reported: Cell::new(heard),
        chain: Vec::new(),
    }))
}

fn set_hook(call: &mut Call<'_>) -> Result<Value, Trap> {
    let new = call.take(0);
    let old = call.machine.state.of::<Hook>().0.replace(new);
    call.machine.drop_value(old)?;
    Ok(Value::Unit)
}

/// Takes the hook away; nothing if there is none.
fn hook(call: &mut Call<'_>) -> Result<Value, Trap> {
    let hook = call.machine.state.of::<Hook>().0.take();
    Ok(call.machine.option(Some(hook).filter(|it| !matches!(stripped(it), Value::Moved))))
}

/// File, line and column of the call that the program has made.
fn place(call: &mut Call<'_>) -> Result<Value, Trap> {
    let span = call.caller();
    let file = call.machine.file_name(span);
    let number = |it: u32| Value::int(crate::tree::IntTy::U32, i128::from(it));
    Ok(Value::tuple([Value::str(&file), number(span.line), number(span.column)]))
}
