//! tokio's runtimes: where code runs, and the tasks that end with a runtime.

use super::{Call, Table};
use crate::machine::{Place, Region, Trap, WORKERS};
use crate::tree::IntTy;
use crate::value::Value;
use meanwhile_runtime::task::{AbortHandle, linger};
use rustc_hash::FxHashMap;
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::{Rc, Weak};
use std::task::{Poll, Waker};

pub(super) const TABLE: Table = &[
    ("runtime::host_runtime", new),
    ("runtime::end_runtime", end),
    ("runtime::host_linger", |_| {
        Err(Trap::Wait(Box::pin(async {
            linger().await;
            Ok(Value::Unit)
        })))
    }),
    ("runtime::host_block_on", block_on),
    ("runtime::host_place", |call| {
        Ok(Value::int(IntTy::U8, i128::from(number_of(call.machine.region().place))))
    }),
    ("runtime::set_place", set_place),
    ("runtime::host_workers", |call| Ok(Value::usize(usize::from(call.machine.region().workers)))),
    ("runtime::host_number", |call| Ok(number(call.machine.region().runtime))),
    ("runtime::default_workers", |_| Ok(Value::usize(usize::from(WORKERS)))),
];

/// The runtimes that a program has made. That of its `main` has the number 0, and ends with the run.
#[derive(Default)]
pub(super) struct Runtimes {
    made: Cell<u32>,
    members: RefCell<FxHashMap<u32, Rc<Members>>>,
}

/// The tasks and jobs of a runtime.
#[derive(Default)]
struct Members {
    tasks: RefCell<FxHashMap<u64, Option<AbortHandle>>>,
    begun: Cell<u64>,
    /// Who waits until there are none.
    waiting: RefCell<Option<Waker>>,
}

/// One task of a runtime, for as long as it is not over.
#[derive(Clone)]
pub(super) struct Member(Rc<Membership>);

struct Membership {
    of: Weak<Members>,
    number: u64,
}

impl Runtimes {
    /// Takes a task in.
    pub(super) fn join(&self, runtime: u32) -> Option<Member> {
        let members = self.members.borrow().get(&runtime)?.clone();
        let number = members.begun.get();
        members.begun.set(number + 1);
        members.tasks.borrow_mut().insert(number, None);
        Some(Member(Rc::new(Membership { of: Rc::downgrade(&members), number })))
    }
}

impl Member {
    /// Says how it can be ended.
    pub(super) fn tell(&self, handle: AbortHandle) {
        if let Some(members) = self.0.of.upgrade() {
            members.tasks.borrow_mut().entry(self.0.number).and_modify(|it| *it = Some(handle));
        }
    }
}

impl Drop for Membership {
    fn drop(&mut self) {
        let Some(members) = self.of.upgrade() else { return };
        let (gone, left) = {
            let mut tasks = members.tasks.borrow_mut();
            (tasks.remove(&self.number), tasks.len())
        };
        drop(gone);
        if left == 0
            && let Some(waker) = members.waiting.take()
        {
            waker.wake();
        }
    }
}

fn number(number: u32) -> Value {
    Value::int(IntTy::U32, i128::from(number))
}

fn new(call: &mut Call<'_>) -> Result<Value, Trap> {
    let runtimes = call.machine.state.of::<Runtimes>();
    let made = runtimes.made.get() + 1;
    runtimes.made.set(made);
    runtimes.members.borrow_mut().insert(made, Rc::default());
    Ok(number(made))
}

/// Ends the tasks of a runtime, and waits until they are over if that is asked for.
fn end(call: &mut Call<'_>) -> Result<Value, Trap> {
    let number = call.usize(0) as u32;
    let waits = matches!(call.args[1], Value::Bool(true));
    let members = call.machine.state.of::<Runtimes>().members.borrow_mut().remove(&number);
    let Some(members) = members else { return Ok(Value::Unit) };
    let handles: Vec<_> = members.tasks.borrow().values().flatten().cloned().collect();
    handles.iter().for_each(AbortHandle::abort);
    if !waits || members.tasks.borrow().is_empty() {
        return Ok(Value::Unit);
    }
    Err(Trap::Wait(Box::pin(poll_fn(move |cx| {
        if members.tasks.borrow().is_empty() {
            return Poll::Ready(Ok(Value::Unit));
        }
        members.waiting.replace(Some(cx.waker().clone()));
        Poll::Pending
    }))))
}

/// Runs a future in a runtime to its end, as a thread would.
fn block_on(call: &mut Call<'_>) -> Result<Value, Trap> {
    let future = call.take(0);
    let region = Region { runtime: call.usize(2) as u32, ..Region::main(call.usize(1) as u16) };
    let future = call.machine.into_future(future, call.span);
    Err(Trap::Wait(call.machine.within(region, future)))
}

fn number_of(place: Place) -> u16 {
    match place {
        Place::Outside => 0,
        Place::Async => 1,
        Place::Thread => 2,
    }
}

/// Goes to such a place in a runtime of so many workers, or leaves; what is returned leads back.
fn set_place(call: &mut Call<'_>) -> Result<Value, Trap> {
    let given = |index: usize| call.args[index].as_int().unwrap_or_default();
    let place = match given(0) {
        0 => Place::Outside,
        1 => Place::Async,
        _ => Place::Thread,
    };
    let (workers, is_main, runtime) = (given(1) as u16, given(2) != 0, given(3) as u32);
    let old = call.machine.set_region(Region { place, workers, is_main, runtime });
    let small = |it: u16| Value::int(IntTy::U16, i128::from(it));
    let way =
        [small(number_of(old.place)), small(old.workers), small(u16::from(old.is_main)), number(old.runtime)];
    Ok(Value::tuple(way))
}
