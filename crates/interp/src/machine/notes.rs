//! What the timeline is told of values before they become tasks, jobs and resources.

use super::future::{Coroutine, HostFuture};
use super::{Fiber, Machine};
use crate::code::Told;
use crate::source::Span;
use crate::tree::FnId;
use crate::value::{Head, Obj, Value};
use meanwhile_runtime::record;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// What has been told and is still to be used.
#[derive(Default)]
pub(super) struct Noted {
    bare: Cell<bool>,
    later: RefCell<Option<(Rc<str>, Span)>>,
    label: RefCell<Option<Label>>,
}

/// What a task or a job is called.
pub(crate) struct Label {
    pub(crate) name: String,
    pub(crate) place: Span,
    /// What it is the label of; none while that is being made.
    of: Option<Owner>,
}

/// What a label is of.
enum Owner {
    /// This very future.
    Object(Weak<Obj>),
    /// A closure of this text, which may have been copied.
    Closure(FnId),
}

impl Machine {
    /// Takes down what is told of the values from a register on.
    pub(super) fn note(self: &Rc<Self>, told: &Told, values: &[Value]) {
        let noted = &self.noted;
        match told {
            Told::Made(name) => {
                // Names do not nest: the text between two of these makes one thing.
                let _ = record::name_of_made(name.as_ref().map(|it| it.to_string().into()));
            }
            Told::Bare => noted.bare.set(true),
            Told::Later(text, place) => {
                noted.later.replace(Some((text.clone(), *place)));
            }
            Told::Task(name, place) => {
                let label = Label { name: name.to_string(), place: *place, of: owner(values.first()) };
                noted.label.replace(Some(label));
            }
            Told::Job(function, shown, place) => {
                let args: Vec<_> =
                    values.iter().zip(&**shown).map(|(it, shown)| shown.then_some(it)).collect();
                let name = self.span_name(*function, &args);
                noted.label.replace(Some(Label { name, place: *place, of: None }));
            }
            Told::Called => {
                if let Some(label) = &mut *noted.label.borrow_mut() {
                    label.of = owner(values.first());
                }
            }
        }
    }

    /// Takes the label of what is about to be spawned.
    pub(crate) fn label_of(&self, spawned: &Value) -> Option<Label> {
        let label = self.noted.label.take()?;
        let same = match (&label.of, spawned) {
            (Some(Owner::Object(of)), Value::Obj(object)) => std::ptr::eq(of.as_ptr(), Rc::as_ptr(object)),
            (Some(Owner::Closure(of)), Value::Obj(object)) => object.head == Head::Closure(*of),
            (None, spawned) => !matches!(spawned, Value::Obj(_)),
            _ => false,
        };
        same.then_some(label)
    }

    /// The future of an async block, whose span is left out if a task stands for it.
    pub(super) fn block_future(self: &Rc<Self>, fiber: Fiber, function: FnId) -> Value {
        if self.noted.bare.take() {
            return self.future(Box::pin(Coroutine::new(self.clone(), fiber, function)));
        }
        self.coroutine(fiber, function, None)
    }

    /// The future of an async function of the library that has run up to its first await: what it waits for is there as
    /// soon as it is called, as with the originals that are no async functions.
    pub(super) fn begun(self: &Rc<Self>, mut fiber: Fiber, function: FnId) -> Value {
        match self.run_to_wait(&mut fiber) {
            Some(outcome) => self.future(Box::pin(std::future::ready(outcome))),
            None => self.future(Box::pin(Coroutine::new(self.clone(), fiber, function))),
        }
    }

    /// The future of a call of an async function, which is made at once, or as soon as the future is polled.
    pub(super) fn call_future(self: &Rc<Self>, fiber: Fiber, function: FnId, name: String) -> Value {
        let Some((text, place)) = self.noted.later.take() else {
            return self.coroutine(fiber, function, Some(name));
        };
        let machine = self.clone();
        let body: HostFuture = Box::pin(Coroutine::new(self.clone(), fiber, function));
        self.future(Box::pin(async move {
            let called = machine.recorded(function, Some(name), body);
            machine.awaited(&text, place, called).await
        }))
    }
}

fn owner(value: Option<&Value>) -> Option<Owner> {
    let Some(Value::Obj(object)) = value else { return None };
    Some(match object.head {
        Head::Closure(function) => Owner::Closure(function),
        _ => Owner::Object(Rc::downgrade(object)),
    })
}
