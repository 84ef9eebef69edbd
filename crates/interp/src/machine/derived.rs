//! What works on the parts of a value: derived traits, and the same of tuples, arrays, references.

use super::access::stripped;
use super::hidden::This;
use super::{Machine, Trap, arith};
use crate::source::Span;
use crate::tree::{AdtId, Comparison, Derive, FnId, Ty};
use crate::value::{Body, Obj, Value};
use std::cmp::Ordering;
use std::rc::Rc;

impl Machine {
    /// A function that a `derive` stands for.
    pub(super) fn derived(
        self: &Rc<Self>,
        derive: Derive,
        adt: AdtId,
        (function, types): (FnId, Option<Rc<[Ty]>>),
        args: &[Value],
        span: Span,
    ) -> Result<Value, Trap> {
        let this = args.first().cloned().unwrap_or_default();
        let other = args.get(1).cloned().unwrap_or_default();
        match derive {
            Derive::Clone | Derive::Copy => self.cloned(&stripped(&this), span),
            Derive::Debug => self.derived_debug(&this, &other, span),
            Derive::Default => self.default_of(&Ty::Adt(adt, types.unwrap_or_default()), span),
            Derive::PartialEq | Derive::Eq => {
                let order = self.parts_compared(&this, &other, Comparison::Equality, span)?;
                let equal = order == Some(Ordering::Equal);
                Ok(Value::Bool(equal != self.is_named(function, "ne")))
            }
            Derive::PartialOrd | Derive::Ord => {
                let by = if derive == Derive::Ord { Comparison::Total } else { Comparison::Partial };
                let order = self.parts_compared(&this, &other, by, span)?;
                Ok(self.derived_order(function, order))
            }
            Derive::Hash => self.derived_hash(&stripped(&this), &other, span),
            Derive::Error | Derive::Serialize | Derive::Deserialize => {
                Err(Trap::fault(span, format!("`{derive:?}` is derived as text")))
            }
        }
    }

    /// The number of the variant, if there are several, and all fields.
    fn derived_hash(self: &Rc<Self>, this: &Value, state: &Value, span: Span) -> Result<Value, Trap> {
        let several = this.variant().filter(|it| self.program().adt(it.0).variants.len() > 1);
        let number = several.map(|it| Value::int(crate::tree::IntTy::Isize, i128::from(it.1)));
        let parts = slots_of(this).unwrap_or_default();
        for part in number.into_iter().chain(parts.into_iter().filter(|it| !matches!(it, Value::Types(_)))) {
            let Some(function) = self.implementation(&stripped(&part), "Hash", "hash") else {
                let message = format!("`{}` cannot be hashed", self.type_name(&part));
                return Err(Trap::unsupported(span, message));
            };
            let place = Value::Ref(0, Obj::cell(part));
            self.call(function, [place, state.clone()])?;
        }
        Ok(Value::Unit)
    }

    fn is_named(&self, function: FnId, name: &str) -> bool {
        let program = self.program();
        &**program.names.text(program.function(function).name) == name
    }

    fn derived_order(&self, function: FnId, order: Option<Ordering>) -> Value {
        for (name, op) in [
            ("lt", crate::tree::BinaryOp::Lt),
            ("le", crate::tree::BinaryOp::Le),
            ("gt", crate::tree::BinaryOp::Gt),
            ("ge", crate::tree::BinaryOp::Ge),
        ] {
            if self.is_named(function, name) {
                return Value::Bool(arith::holds(op, order));
            }
        }
        if self.is_named(function, "cmp") {
            return self.ordering(order.unwrap_or(Ordering::Equal));
        }
        self.option(order.map(|it| self.ordering(it)))
    }

    /// An `Ordering`.
    pub(crate) fn ordering(&self, order: Ordering) -> Value {
        Value::Unitary(self.known.ordering, (order as i8 + 1) as u32)
    }

    pub(super) fn as_order(&self, value: &Value) -> Option<Ordering> {
        match value {
            Value::Unitary(adt, 0) if *adt == self.known.ordering => Some(Ordering::Less),
            Value::Unitary(adt, 1) if *adt == self.known.ordering => Some(Ordering::Equal),
            Value::Unitary(adt, _) if *adt == self.known.ordering => Some(Ordering::Greater),
            Value::Obj(some) => self.as_order(&some.get(0)),
            _ => None,
        }
    }

    /// The default of a type.
    pub(crate) fn default_of(self: &Rc<Self>, ty: &Ty, span: Span) -> Result<Value, Trap> {
        if let Ty::Adt(adt, args) = ty
            && *adt == self.known.phantom
        {
            return Ok(self.phantom(args.first().cloned().unwrap_or(Ty::Unknown)));
        }
        if let Ty::Adt(adt, args) = ty {
            let program = self.program();
            let item = program.adt(*adt).clone();
            if item.derives.contains(&Derive::Default) {
                let chosen =
                    item.variants.iter().position(|it| it.attributes.iter().any(|it| &*it.path == "default"));
                let variant = chosen.unwrap_or(0);
                let fields = item.variants[variant].fields.iter();
                let fields = fields.map(|it| self.default_of(&self.put_in(&it.ty, args, 0), span));
                let untold = item.has_untold().then(|| Ok(self.phantom(ty.clone())));
                let fields = fields.chain(untold);
                return Ok(Value::adt(*adt, variant as u32, fields.collect::<Result<Vec<_>, _>>()?));
            }
        }
        if let Ty::Tuple(members) = ty {
            let members = members.iter().map(|it| self.default_of(it, span));
            return Ok(Value::tuple(members.collect::<Result<Vec<_>, _>>()?));
        }
        let program = self.program();
        let (Some(&of), Some(name)) = (program.lang.traits.get("Default"), program.names.find("default"))
        else {
            return Err(Trap::fault(span, "the library has no `Default`"));
        };
        let function = self.associated(ty, Some(of), name, &[], span)?;
        let types = self.hidden_for(function, None, None, || This::Type(ty.clone()));
        self.call_value(Value::Fn(function, types), [])
    }
}

pub(super) fn slots_of(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Obj(object) => object.slots().map(|it| it.borrow().to_vec()),
        Value::Slice(slice) => {
            let (start, end) = (slice.start as usize, (slice.start + slice.len) as usize);
            slice.object.slots().map(|it| it.borrow()[start..end].to_vec())
        }
        _ => None,
    }
}

/// The text of a `&str` or a `String`.
pub(crate) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::Str(text) => Some(text.to_string()),
        Value::Obj(object) => match &object.body {
            Body::Text(text) => Some(text.borrow().clone()),
            _ => None,
        },
        _ => None,
    }
}
