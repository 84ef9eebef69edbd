//! Values as text: `Display`, `Debug` and the rest of `std::fmt`.

mod number;
pub(crate) mod pad;
mod parts;

use super::access::{last_place, stripped};
use super::derived::text_of;
use super::{Hidden, Machine, Trap};
use crate::code::FormatPiece;
use crate::native::Formatter;
use crate::source::Span;
use crate::tree::{Count, FnId, FormatTrait};
use crate::value::{Head, NOWHERE, Obj, Value};
pub(crate) use pad::Spec;
use std::rc::Rc;

impl Machine {
    /// The text of a format. The arguments are places or values to look at.
    pub(super) fn formatted(
        self: &Rc<Self>,
        pieces: &[FormatPiece],
        args: &[Value],
        hidden: Option<&Rc<Hidden>>,
        span: Span,
    ) -> Result<String, Trap> {
        let mut out = String::new();
        for piece in pieces {
            match piece {
                FormatPiece::Text(text) => out.push_str(text),
                FormatPiece::Arg(index, spec, ty) => {
                    let count = |it: Option<Count>| match it? {
                        Count::Is(value) => Some(value as usize),
                        Count::Arg(at) => Some(stripped(&args[at as usize]).as_host_usize()),
                    };
                    let spec =
                        Spec { of: spec.clone(), width: count(spec.width), precision: count(spec.precision) };
                    let value = &args[*index as usize];
                    let typed = ty.as_ref().and_then(|it| self.typed_format(spec.of.by, (it, value), hidden));
                    match typed {
                        Some((function, value)) => self.shown_by(function, &mut out, &value, &spec, span)?,
                        None => self.show(&mut out, value, &spec, span)?,
                    }
                }
            }
        }
        Ok(out)
    }

    /// A value as `{:?}` prints it.
    pub(crate) fn debug(self: &Rc<Self>, value: &Value, span: Span) -> Result<String, Trap> {
        let mut out = String::new();
        self.show(&mut out, value, &Spec::plain(FormatTrait::Debug), span)?;
        Ok(out)
    }

    /// Prints a value by a specification.
    pub(crate) fn show(
        self: &Rc<Self>,
        out: &mut String,
        value: &Value,
        spec: &Spec,
        span: Span,
    ) -> Result<(), Trap> {
        if spec.of.by == FormatTrait::Pointer {
            pad::text(out, &address(value), spec);
            return Ok(());
        }
        let place = value;
        let value = stripped(value);
        if matches!(value, Value::Moved) && matches!(last_place(place), Value::Ref(NOWHERE, _)) {
            pad::text(out, &address(place), spec);
            return Ok(());
        }
        if number::show(out, &value, spec) {
            return Ok(());
        }
        match (&value, spec.of.by) {
            (Value::Bool(truth), _) => pad::text(out, if *truth { "true" } else { "false" }, spec),
            (Value::Char(char), FormatTrait::Debug) => {
                pad::text(out, &format!("{char:?}"), &spec.without_precision());
            }
            (Value::Char(char), _) => pad::text(out, char.encode_utf8(&mut [0; 4]), spec),
            (Value::Unit, FormatTrait::Debug) => pad::text(out, "()", spec),
            (Value::Fn(..), FormatTrait::Debug) => out.push_str("fn"),
            _ => match text_of(&value) {
                Some(text) if spec.of.by == FormatTrait::Debug => out.push_str(&format!("{text:?}")),
                Some(text) => pad::text(out, &text, spec),
                None => {
                    let by_parts = spec.of.by == FormatTrait::Debug;
                    match by_parts.then(|| self.parts_shown(&value)).flatten() {
                        Some(parts) => self.show_parts(out, parts, spec, span)?,
                        None => self.deeper(span, || self.show_object(out, &value, spec, span))?,
                    }
                }
            },
        }
        Ok(())
    }

    /// What is in an object, or what a type of the program's or the library's makes of itself.
    fn show_object(
        self: &Rc<Self>,
        out: &mut String,
        value: &Value,
        spec: &Spec,
        span: Span,
    ) -> Result<(), Trap> {
        let name = spec.of.by.name();
        if let Some(function) = self.implementation(value, name, "fmt") {
            return self.shown_by(function, out, value, spec, span);
        }
        match value {
            Value::Share(_, object) => self.show(out, &object.get(0), spec, span),
            Value::Obj(object) if object.head == Head::Adt(self.known.boxed) => {
                self.show(out, &object.get(0), spec, span)
            }
            _ => {
                let ty = self.type_name(value);
                Err(Trap::unsupported(span, format!("`{ty}` doesn't implement `{name}`")))
            }
        }
    }

    /// What a `fmt` makes of a value.
    fn shown_by(
        self: &Rc<Self>,
        function: FnId,
        out: &mut String,
        value: &Value,
        spec: &Spec,
        span: Span,
    ) -> Result<(), Trap> {
        let formatter = Formatter::new(spec.clone());
        let place = Value::Ref(0, Obj::cell(formatter.value(self)));
        let this = Value::Ref(0, Obj::cell(value.clone()));
        let answer = self.call_method(function, [this, place])?;
        out.push_str(&formatter.text());
        match answer {
            Value::Obj(result) if result.head == Head::Adt(self.known.result) && result.variant == 1 => {
                let message =
                    "a formatting trait implementation returned an error when the underlying stream did not";
                Err(Trap::panic(span, message))
            }
            _ => Ok(()),
        }
    }

    /// What `derive(Debug)` prints.
    pub(super) fn derived_debug(
        self: &Rc<Self>,
        this: &Value,
        formatter: &Value,
        span: Span,
    ) -> Result<Value, Trap> {
        let Some(formatter) = Formatter::of(formatter) else {
            return Err(Trap::fault(span, "`fmt` without a formatter"));
        };
        let value = stripped(this);
        let (adt, variant) = match &value {
            Value::Unitary(adt, variant) => (*adt, *variant),
            Value::Obj(object) => match object.head {
                Head::Adt(adt) => (adt, object.variant),
                _ => return Err(Trap::fault(span, "a derived `fmt` of what is no struct")),
            },
            _ => return Err(Trap::fault(span, "a derived `fmt` of what is no struct")),
        };
        let mut out = String::new();
        let parts = self.parts_derived(&value, adt, variant);
        self.show_parts(&mut out, parts, formatter.spec(), span)?;
        formatter.push(&out);
        Ok(self.result(Ok(Value::Unit)))
    }
}

/// Where a reference leads, as an address: of no use but to be compared with another.
fn address(value: &Value) -> String {
    let (object, slot) = match last_place(value) {
        Value::Ref(NOWHERE, _) => return "0x0".to_owned(),
        Value::Ref(slot, object) => (object, slot),
        Value::Share(_, object) | Value::Obj(object) => (object, 0),
        _ => return "0x1".to_owned(),
    };
    format!("{:#x}", Rc::as_ptr(&object).addr() + 16 * slot as usize)
}
