//! Spans of interpreted bodies and awaits: named and placed as the instrument pass names and places them.

use super::access::stripped;
use super::future::HostFuture;
use super::{Machine, Trap};
use crate::source::{FileId, Span};
use crate::tree::{FnId, Function, Ty};
use crate::value::{Head, Value};
use meanwhile_runtime::record;
use meanwhile_trace::End;
use std::rc::Rc;

/// How many arguments a name shows.
const SHOWN: usize = 3;

/// How many characters of a text a name shows.
const CHARACTERS: usize = 24;

/// How many characters of an awaited operand a name shows.
const OPERAND: usize = 40;

impl Machine {
    /// Gives the future of a body of the program its span. What the library does has none.
    pub(super) fn recorded(
        self: &Rc<Self>,
        function: FnId,
        name: Option<String>,
        future: HostFuture,
    ) -> HostFuture {
        let program = self.program();
        let item = program.function(function);
        if item.span.file != FileId::PROGRAM {
            return future;
        }
        let fails = matches!(&item.ret, Ty::Adt(adt, _) if *adt == self.known.result);
        let ended: fn(&Result<Value, Trap>) -> End =
            if name.is_some() && fails { ended_fallible } else { ended };
        Box::pin(record::interpreted(name.map(Into::into), item.span.line, item.span.column, ended, future))
    }

    /// Tells an awaited future of the program where it is awaited.
    pub(super) fn awaited(&self, text: &str, span: Span, future: HostFuture) -> HostFuture {
        // What a macro awaits for itself is no await of the text.
        if text.is_empty() || span.file != FileId::PROGRAM {
            return future;
        }
        let text = cut(text, OPERAND);
        Box::pin(record::awaited_as(text, span.line, span.column, future))
    }

    /// The name of the span of a call: the function's, with those of its arguments that can be shown.
    pub(super) fn call_name(self: &Rc<Self>, function: FnId, args: &[Value]) -> Option<String> {
        let program = self.program();
        let item = program.function(function);
        if program.names.text(item.name).starts_with('{') {
            return None;
        }
        if item.span.file != FileId::PROGRAM {
            // It has no span to be named.
            return Some(String::new());
        }
        let skipped = usize::from(item.receiver.is_some());
        let args: Vec<_> = args.get(skipped..).unwrap_or_default().iter().map(Some).collect();
        Some(self.span_name(function, &args))
    }

    /// The name of a call of a function with these arguments; those that are not known are not shown.
    pub(super) fn span_name(self: &Rc<Self>, function: FnId, args: &[Option<&Value>]) -> String {
        let program = self.program();
        let item = program.function(function);
        let name = program.names.text(item.name);
        let skipped = usize::from(item.receiver.is_some());
        let types = item.params.get(skipped..).unwrap_or_default();
        if args.is_empty() {
            return name.to_string();
        }
        let shown = |(value, ty): (&Option<&Value>, &Ty)| self.shown(item, ty, (*value)?);
        let mut shown: Vec<Option<String>> = args.iter().zip(types).take(SHOWN).map(shown).collect();
        if shown.iter().all(Option::is_none) {
            return format!("{name}(…)");
        }
        if args.len() > SHOWN {
            shown.push(None);
        }
        let shown: Vec<_> = shown.into_iter().map(|it| it.unwrap_or_else(|| "…".to_owned())).collect();
        format!("{name}({})", shown.join(", "))
    }

    fn shown(self: &Rc<Self>, item: &Function, ty: &Ty, value: &Value) -> Option<String> {
        let is_text = |ty: &Ty| match ty {
            Ty::Str => true,
            Ty::Adt(adt, _) => *adt == self.known.string,
            _ => false,
        };
        let plain = match ty {
            Ty::Int(_) | Ty::Float(_) | Ty::Bool | Ty::Char => true,
            Ty::Ref(false, inner) => is_text(inner),
            Ty::Adt(adt, _) => is_text(ty) || self.program().lang.is(*adt, "Duration"),
            _ => false,
        };
        let value = stripped(value);
        match super::derived::text_of(&value).filter(|_| plain) {
            Some(text) => Some(format!("{:?}", cut(&text, CHARACTERS))),
            None if plain => self.debug(&value, item.span).ok(),
            None => None,
        }
    }
}

/// A text of at most so many characters.
fn cut(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn ended(output: &Result<Value, Trap>) -> End {
    match output {
        Ok(_) | Err(Trap::Return(_)) => End::Completed,
        Err(Trap::Panic(_)) => End::Panicked,
        Err(_) => End::Cancelled,
    }
}

/// As [`ended`], of a function that returns a `Result`.
fn ended_fallible(output: &Result<Value, Trap>) -> End {
    match output {
        Ok(Value::Obj(result)) if matches!(result.head, Head::Adt(_)) && result.variant == 1 => End::Failed,
        other => ended(other),
    }
}
