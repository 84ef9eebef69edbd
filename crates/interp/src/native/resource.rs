//! What tokio's things wait on where they are written in Rust: a resource of the timeline, and queues of tasks.

use super::task::plain_native;
use super::waiting::{Queue, Turn};
use super::{Call, Table};
use crate::machine::{Machine, Trap};
use crate::value::{Native, Value};
use meanwhile_runtime::record::Resource;
use meanwhile_trace::{Action, ResourceKind, SpanKind};
use std::any::Any;
use std::rc::Rc;

pub(super) const TABLE: Table = &[
    ("Resource::new", new),
    ("Resource::wait", wait),
    ("Resource::put", |call| act(call, Action::Put)),
    ("Resource::taken", |call| act(call, Action::Take)),
    ("Resource::turn", turn),
    ("Resource::wake_one", |call| Ok(Value::Bool(queue(call)?.wake_first()))),
    ("Resource::wake_last", |call| Ok(Value::Bool(queue(call)?.wake_last()))),
    ("Resource::wake_all", wake_all),
    ("Resource::keep", keep),
    ("Resource::take_kept", |call| Ok(Value::Bool(queue(call)?.take_kept()))),
];

/// A resource, those that wait for it, and those that wait for its other end to go.
struct Waited(Resource, [Rc<Queue>; 2]);

plain_native!(Waited);

fn new(call: &mut Call<'_>) -> Result<Value, Trap> {
    let kind = match &**call.text(0)? {
        "Channel" => ResourceKind::Channel,
        _ => ResourceKind::Signal,
    };
    call.native("Resource", Waited(Resource::new(kind), Default::default()))
}

fn resource(call: &Call<'_>) -> Result<Resource, Trap> {
    call.host(0, |it: &mut Waited| it.0.clone())
}

fn queue(call: &Call<'_>) -> Result<Rc<Queue>, Trap> {
    let which = call.usize(1).min(1);
    call.host(0, |it: &mut Waited| it.1[which].clone())
}

fn act(call: &Call<'_>, action: Action) -> Result<Value, Trap> {
    resource(call)?.record(action);
    Ok(Value::Unit)
}

fn wait(call: &mut Call<'_>) -> Result<Value, Trap> {
    const NAMES: [(&str, SpanKind); 5] = [
        ("recv", SpanKind::Recv),
        ("changed", SpanKind::Recv),
        ("wait_for", SpanKind::Recv),
        ("notified", SpanKind::Signal),
        ("closed", SpanKind::Signal),
    ];
    let name = call.text(1)?;
    let found = NAMES.iter().find(|it| it.0 == &**name);
    let (name, kind) = *found.ok_or_else(|| Trap::fault(call.span, "a wait without a kind"))?;
    let (resource, future) = (resource(call)?, call.take(2));
    let inner = call.machine.into_future(future, call.span);
    Ok(call.machine.future(Box::pin(resource.wait(kind, name, inner))))
}

fn turn(call: &mut Call<'_>) -> Result<Value, Trap> {
    let turn = Turn::new(queue(call)?);
    Ok(call.future(async move {
        turn.await;
        Value::Unit
    }))
}

fn wake_all(call: &mut Call<'_>) -> Result<Value, Trap> {
    queue(call)?.wake_all();
    Ok(Value::Unit)
}

fn keep(call: &mut Call<'_>) -> Result<Value, Trap> {
    queue(call)?.keep();
    Ok(Value::Unit)
}
