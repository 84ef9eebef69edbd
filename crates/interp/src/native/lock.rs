//! tokio's permits and signals, of which its locks are made, too.

use super::task::plain_native;
use super::{Call, Table};
use crate::machine::{Machine, Trap};
use crate::tree::IntTy;
use crate::value::{Native, Obj, Value};
use meanwhile_runtime::record;
use meanwhile_runtime::sync::{Barrier, OwnedSemaphorePermit, Semaphore, TryAcquireError};
use meanwhile_trace::ResourceKind;
use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;

pub(super) const TABLE: Table = &[
    ("HostSemaphore::new", new),
    ("HostSemaphore::acquire_permits", acquire),
    ("HostSemaphore::try_acquire_permits", try_acquire),
    ("HostSemaphore::free_permits", |call| Ok(Value::usize(semaphore(call)?.available_permits()))),
    ("HostSemaphore::add", add),
    ("HostSemaphore::close_semaphore", close),
    ("HostSemaphore::is_closed_semaphore", |call| Ok(Value::Bool(semaphore(call)?.is_closed()))),
    ("HostPermit::forget_permits", forget),
    ("HostPermit::count", count),
    ("HostPermit::split_permits", split),
    ("HostPermit::merge_permits", merge),
    ("HostBarrier::new", barrier),
    ("HostBarrier::arrive", arrive),
];

/// Permits, or a lock that is made of them.
struct Permits {
    of: Arc<Semaphore>,
    lock: bool,
}

/// Permits that were given, until they are forgotten.
struct Given(Option<OwnedSemaphorePermit>);

struct Meeting(Rc<Barrier>);

plain_native!(Permits, Given, Meeting);

fn new(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (kind, permits) = (call.text(0)?, call.usize(1));
    let of = |kind| Permits { of: Arc::new(record::lock_of_permits(kind, permits)), lock: true };
    let made = match &**kind {
        "Mutex" => of(ResourceKind::Mutex),
        "RwLock" => of(ResourceKind::RwLock),
        _ => Permits { of: Arc::new(Semaphore::new(permits)), lock: false },
    };
    call.native("HostSemaphore", made)
}

fn semaphore(call: &Call<'_>) -> Result<Arc<Semaphore>, Trap> {
    call.host(0, |it: &mut Permits| it.of.clone())
}

fn acquire(call: &mut Call<'_>) -> Result<Value, Trap> {
    let (semaphore, count, machine) = (semaphore(call)?, call.usize(2) as u32, call.machine.clone());
    let lang = machine.program().lang.adts.get("HostPermit").copied();
    let lock = call.host(0, |it: &mut Permits| it.lock)?;
    let method = match &**call.text(1)? {
        "read" => "read",
        "write" => "write",
        _ => "lock",
    };
    let acquiring = if lock {
        Acquiring::Lock(record::lock_by_permits(semaphore, method, count))
    } else {
        Acquiring::Permits(semaphore.acquire_many_owned(count))
    };
    Ok(call.future(async move {
        let permit = match acquiring {
            Acquiring::Lock(it) => it.await,
            Acquiring::Permits(it) => it.await,
        };
        let permit = permit.ok();
        machine.option(permit.zip(lang).map(|(it, adt)| Value::Obj(Obj::native(adt, Given(Some(it))))))
    }))
}

/// A lock's span has another kind than that of permits.
enum Acquiring<L, P> {
    Lock(L),
    Permits(P),
}

fn try_acquire(call: &mut Call<'_>) -> Result<Value, Trap> {
    let count = call.usize(1) as u32;
    Ok(match semaphore(call)?.try_acquire_many_owned(count) {
        Ok(permit) => {
            let permit = call.native("HostPermit", Given(Some(permit)))?;
            call.machine.result(Ok(permit))
        }
        Err(error) => {
            let number = i128::from(error == TryAcquireError::Closed);
            call.machine.result(Err(Value::int(IntTy::U8, number)))
        }
    })
}

fn add(call: &mut Call<'_>) -> Result<Value, Trap> {
    let count = call.usize(1);
    semaphore(call)?.add_permits(count);
    Ok(Value::Unit)
}

fn close(call: &mut Call<'_>) -> Result<Value, Trap> {
    semaphore(call)?.close();
    Ok(Value::Unit)
}

fn forget(call: &mut Call<'_>) -> Result<Value, Trap> {
    let permit = call.host(0, |it: &mut Given| it.0.take())?;
    if let Some(permit) = permit {
        permit.forget();
    }
    Ok(Value::Unit)
}

fn count(call: &mut Call<'_>) -> Result<Value, Trap> {
    call.host(0, |it: &mut Given| Value::usize(it.0.as_ref().map_or(0, OwnedSemaphorePermit::num_permits)))
}

fn split(call: &mut Call<'_>) -> Result<Value, Trap> {
    let count = call.usize(1);
    let part = call.host(0, |it: &mut Given| it.0.as_mut().and_then(|it| it.split(count)))?;
    let part = part.map(|it| call.native("HostPermit", Given(Some(it)))).transpose()?;
    Ok(call.machine.option(part))
}

fn merge(call: &mut Call<'_>) -> Result<Value, Trap> {
    let other = call.host(1, |it: &mut Given| it.0.take())?;
    call.host(0, |it: &mut Given| {
        if let (Some(permit), Some(other)) = (&mut it.0, other) {
            permit.merge(other);
        }
    })?;
    Ok(Value::Unit)
}

fn barrier(call: &mut Call<'_>) -> Result<Value, Trap> {
    let size = call.usize(0);
    call.native("HostBarrier", Meeting(Rc::new(Barrier::new(size))))
}

fn arrive(call: &mut Call<'_>) -> Result<Value, Trap> {
    let barrier = call.host(0, |it: &mut Meeting| it.0.clone())?;
    Ok(call.future(async move { Value::Bool(barrier.wait().await.is_leader()) }))
}
