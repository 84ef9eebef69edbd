//! tokio's sets of tasks: the run's own.

use super::task::{Output, Task, failed, id_number, plain_native};
use super::{Call, Table};
use crate::machine::{Machine, Trap};
use crate::value::{Native, Value};
use meanwhile_runtime::task::{Id, JoinError, JoinSet};
use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("HostJoinSet::new", |call| call.native("HostJoinSet", Tasks::default())),
    ("HostJoinSet::count", |call| Ok(Value::usize(with(call, |set| set.len())?))),
    ("HostJoinSet::adopt", adopt),
    ("HostJoinSet::next", next),
    ("HostJoinSet::try_next", try_next),
    ("HostJoinSet::abort_tasks", abort),
    ("HostJoinSet::detach_tasks", detach),
];

type Set = JoinSet<Option<Output>>;

type Ended = (Id, Result<Option<Output>, JoinError>);

/// The set, which who waits for its next takes out meanwhile.
#[derive(Default)]
struct Tasks(Rc<RefCell<Option<Set>>>);

plain_native!(Tasks);

/// A set that is taken out until this is dropped.
struct Taken {
    place: Rc<RefCell<Option<Set>>>,
    set: Set,
}

impl Taken {
    fn new(place: Rc<RefCell<Option<Set>>>) -> Self {
        let set = place.borrow_mut().take().unwrap_or_default();
        Taken { place, set }
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        self.place.replace(Some(std::mem::take(&mut self.set)));
    }
}

fn place(call: &Call<'_>) -> Result<Rc<RefCell<Option<Set>>>, Trap> {
    call.host(0, |it: &mut Tasks| it.0.clone())
}

fn with<R>(call: &Call<'_>, work: impl FnOnce(&mut Set) -> R) -> Result<R, Trap> {
    Ok(work(place(call)?.borrow_mut().get_or_insert_default()))
}

fn adopt(call: &mut Call<'_>) -> Result<Value, Trap> {
    let task = call.host(1, Task::take_handle)?;
    let handle = task.ok_or_else(|| Trap::fault(call.span, "a task that is in a set already"))?;
    let abort = with(call, |set| set.__adopt(handle))?;
    call.native("HostTask", Task::Abort(abort))
}

/// Whether the task that ended has no output.
fn has_failed(ended: &Option<Ended>) -> bool {
    ended.as_ref().is_some_and(|it| failed(&it.1))
}

/// An ended task as the library takes it.
fn value(machine: &Machine, ended: Option<Ended>) -> Value {
    machine.option(ended.map(|(id, result)| {
        let outcome = match result {
            Ok(Some(Ok(output))) => Ok(output.take()),
            Ok(Some(Err(payload))) => Err(machine.some(payload.take())),
            Ok(None) | Err(_) => Err(machine.none()),
        };
        Value::tuple([id_number(id), machine.result(outcome)])
    }))
}

fn next(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (place, machine) = (place(call)?, call.machine.clone());
    Ok(call.future(async move {
        let mut taken = Taken::new(place);
        let ended = taken.set.__join_next(has_failed).await;
        drop(taken);
        value(&machine, ended)
    }))
}

fn try_next(call: &mut Call<'_>) -> Result<Value, Trap> {
    let ended = with(call, Set::try_join_next_with_id)?;
    let ended = ended.map(|it| match it {
        Ok((id, output)) => (id, Ok(output)),
        Err(error) => (error.id(), Err(error)),
    });
    Ok(value(call.machine, ended))
}

fn abort(call: &mut Call<'_>) -> Result<Value, Trap> {
    with(call, Set::abort_all)?;
    Ok(Value::Unit)
}

fn detach(call: &mut Call<'_>) -> Result<Value, Trap> {
    with(call, Set::detach_all)?;
    Ok(Value::Unit)
}
