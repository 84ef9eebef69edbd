//! `join!`, `try_join!` and `select!`: several futures in one.

use super::future::HostFuture;
use super::{Machine, Trap};
use crate::source::Span;
use crate::tree::{Builtin, Operand};
use crate::value::{Body, Head, Native, Obj, Value};
use meanwhile_runtime::record::{self, Branch};
use meanwhile_runtime::support::{self, BranchList, Branches, MaybeDone};
use std::any::Any;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};

type Waiting = Branch<HostFuture>;

/// A future whose output is an `Err`, or that trapped, ends a `try_join!`.
type Joined = Pin<Box<Branches<MaybeDone<Waiting>, ()>>>;

/// The branches of a `join!`.
struct JoinList(Vec<Joined>);

impl BranchList for JoinList {
    fn poll_branch(mut self: Pin<&mut Self>, index: usize, cx: &mut Context<'_>) -> support::BranchState {
        self.0[index].as_mut().poll_branch(0, cx)
    }
}

/// The branches of a `select!`.
struct SelectSet {
    branches: Vec<Option<Pin<Box<Waiting>>>>,
    /// Whether a branch takes part.
    enabled: Vec<bool>,
    biased: bool,
    default: bool,
    /// What the branches wait for, where it knows itself whether it is over; else nothing.
    fused: Vec<Value>,
    machine: Rc<Machine>,
}

impl Native for SelectSet {
    fn drop_in(self: Box<Self>, _machine: &Machine) {
        drop(self);
    }

    fn as_any(&mut self) -> &mut dyn Any {
        self
    }
}

impl Machine {
    /// Awaits futures together.
    pub(super) fn join(
        self: &Rc<Self>,
        fails: bool,
        biased: bool,
        operands: &[Operand],
        args: Vec<Value>,
        span: Span,
    ) -> HostFuture {
        let result = self.known.result;
        let futures = args.into_iter().zip(operands).map(|(value, operand)| {
            let future = self.into_future(value, span);
            // A trap ends it, and so does an `Err` if that is asked for.
            let watched: HostFuture = Box::pin(async move {
                let value = future.await?;
                let failed =
                    matches!(&value, Value::Obj(it) if it.head == Head::Adt(result) && it.variant == 1);
                if fails && failed { Err(Trap::Return(value)) } else { Ok(value) }
            });
            let branch = branch(operand, watched);
            Box::pin(Branches::new(support::try_maybe_done(branch), ()))
        });
        let mut list = Box::pin(JoinList(futures.collect()));
        let machine = self.clone();
        Box::pin(async move {
            let count = list.0.len();
            let mut start = 0;
            let failed = std::future::poll_fn(|cx| {
                if biased {
                    start = 0;
                }
                support::poll_try_join(list.as_mut(), count, &mut start, cx)
            });
            let failed = failed.await;
            if let Some(index) = failed {
                let outcome = list.0[index].as_mut().first().take();
                return match outcome {
                    Err(Trap::Return(value)) => Ok(value),
                    other => other,
                };
            }
            let mut outputs = Vec::with_capacity(count);
            for branch in &mut list.0 {
                let output = branch.as_mut().first().take()?;
                outputs.push(match (&output, fails) {
                    (Value::Obj(ok), true) => ok.put(0, Value::Moved),
                    _ => output,
                });
            }
            let outputs = Value::tuple(outputs);
            Ok(if fails { machine.result(Ok(outputs)) } else { outputs })
        })
    }

    /// Whether a future or stream that knows has been ready for good.
    fn is_terminated(self: &Rc<Self>, value: &Value) -> Result<bool, Trap> {
        let mut place = super::access::stripped(value);
        loop {
            for of in ["FusedFuture", "FusedStream"] {
                if let Some(function) = self.implementation(&place, of, "is_terminated") {
                    let terminated = self.call(function, [Value::Ref(0, Obj::cell(place))])?;
                    return Ok(matches!(terminated, Value::Bool(true)));
                }
            }
            match self.pointee(&place, true)? {
                Some(behind) => place = super::access::stripped(&behind),
                None => return Ok(false),
            }
        }
    }

    /// What a part of `select!` asks for.
    pub(super) fn select(
        self: &Rc<Self>,
        builtin: &Builtin,
        mut args: Vec<Value>,
        span: Span,
    ) -> Result<Value, Trap> {
        match builtin {
            Builtin::Select { biased, fused, default, operands } => {
                let conditions = args.split_off(operands.len());
                let enabled = conditions.iter().map(|it| matches!(it, Value::Bool(true))).collect();
                let fused = if *fused { args.clone() } else { Vec::new() };
                let branches = args.into_iter().zip(operands.iter()).map(|(value, operand)| {
                    let future = self.into_future(value, span);
                    Some(Box::pin(branch(operand, future)))
                });
                let (branches, machine) = (branches.collect(), self.clone());
                let set = SelectSet { branches, enabled, biased: *biased, default: *default, fused, machine };
                Ok(Value::Obj(Obj::native(self.known.future, set)))
            }
            Builtin::SelectNext => {
                let set = args.pop().unwrap_or_default();
                Ok(self.future(Box::pin(std::future::poll_fn(move |cx| poll_set(&set, cx, span)))))
            }
            Builtin::SelectDisable(index) => {
                let set = args.pop().unwrap_or_default();
                with_set(&set, |set| set.enabled[*index as usize] = false);
                Ok(Value::Unit)
            }
            Builtin::SelectBranch => {
                let outcome = super::access::stripped(&args.pop().unwrap_or_default());
                Ok(part(&outcome, 0).unwrap_or_default())
            }
            Builtin::SelectPeek(_) => match super::access::stripped(&args.pop().unwrap_or_default()) {
                Value::Obj(outcome) => Ok(Value::Ref(1, outcome)),
                _ => Err(Trap::fault(span, "an outcome of `select!` that is none")),
            },
            _ => match super::access::stripped(&args.pop().unwrap_or_default()) {
                Value::Obj(outcome) => Ok(outcome.put(1, Value::Moved)),
                _ => Err(Trap::fault(span, "an outcome of `select!` that is none")),
            },
        }
    }
}

fn branch(operand: &Operand, future: HostFuture) -> Waiting {
    let Operand { text, place } = operand;
    record::branch_as(text.to_string(), place.line, place.column, future)
}

fn part(outcome: &Value, slot: u32) -> Option<Value> {
    match outcome {
        Value::Obj(object) => Some(object.get(slot)),
        _ => None,
    }
}

fn with_set<R>(set: &Value, work: impl FnOnce(&mut SelectSet) -> R) -> Option<R> {
    let Value::Obj(object) = super::access::stripped(set) else { return None };
    let Body::Native(native) = &object.body else { return None };
    let mut taken = native.borrow_mut().take()?;
    let result = taken.as_any().downcast_mut::<SelectSet>().map(work);
    native.replace(Some(taken));
    result
}

fn poll_set(set: &Value, cx: &mut Context<'_>, span: Span) -> Poll<Result<Value, Trap>> {
    let polled = with_set(set, |set| set.poll(cx));
    polled.unwrap_or_else(|| Poll::Ready(Err(Trap::fault(span, "a set of `select!` that is none"))))
}

impl SelectSet {
    /// Polls the branches that take part, from one drawn from the run's seed on.
    fn poll(&mut self, cx: &mut Context<'_>) -> Poll<Result<Value, Trap>> {
        let count = self.branches.len();
        let first = if self.biased { 0 } else { support::pick(count as u32) as usize };
        let mut waiting = false;
        for index in (first..count).chain(0..first) {
            match self.fused.get(index).map(|it| self.machine.is_terminated(it)) {
                Some(Ok(true)) => self.enabled[index] = false,
                Some(Err(trap)) => return Poll::Ready(Err(trap)),
                Some(Ok(false)) | None => {}
            }
            let Some(branch) = self.branches[index].as_mut().filter(|_| self.enabled[index]) else {
                continue;
            };
            let Poll::Ready(output) = branch.as_mut().poll(cx) else {
                waiting = true;
                continue;
            };
            self.enabled[index] = false;
            support::program_follows();
            return Poll::Ready(output.map(|it| outcome(index, it)));
        }
        match (waiting, self.default) {
            (true, true) => Poll::Ready(Ok(outcome(count + 1, Value::Moved))),
            (true, false) => Poll::Pending,
            (false, _) => Poll::Ready(Ok(outcome(count, Value::Moved))),
        }
    }
}

fn outcome(branch: usize, output: Value) -> Value {
    Value::tuple([Value::usize(branch), output])
}
