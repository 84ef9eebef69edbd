//! What the macros of the standard library come down to.

use super::trail::Trail;
use super::{Machine, Trap};
use crate::code::MethodSite;
use crate::native::logging;
use crate::source::Span;
use crate::tree::{BinaryOp, Builtin};
use crate::value::{Head, Obj, Value};
use meanwhile_runtime::print;
use meanwhile_trace::Stream;
use std::rc::Rc;

impl Machine {
    /// Does what a macro asks for.
    pub(super) fn builtin(
        self: &Rc<Self>,
        builtin: &Builtin,
        mut args: Vec<Value>,
        span: Span,
    ) -> Result<Value, Trap> {
        let text = |args: &[Value]| match args.first() {
            Some(Value::Str(text)) => text.to_string(),
            _ => String::new(),
        };
        let level = |args: &[Value]| match args.first() {
            Some(Value::Int(_, level)) => *level as u8,
            _ => 0,
        };
        match builtin {
            Builtin::Print | Builtin::PrintErr => {
                let text = text(&args);
                self.printed(text.len(), span)?;
                let stream = if *builtin == Builtin::Print { Stream::Out } else { Stream::Err };
                print::print(stream, format_args!("{text}"));
            }
            Builtin::FormatString => return Ok(self.string(text(&args))),
            Builtin::Arguments => return Ok(Value::adt(self.known.arguments, 0, args)),
            Builtin::Panic => {
                let mut trap = Trap::panic(span, text(&args));
                if let (Trap::Panic(panic), [literal, _]) = (&mut trap, &args[..]) {
                    panic.payload = literal.clone();
                }
                return Err(trap);
            }
            Builtin::AssertFailed(op) => return Err(self.assertion(*op, &args, span)),
            Builtin::Vec => return Ok(self.vector(&args.pop().unwrap_or_default())),
            Builtin::LogEnabled(tracing) => {
                return Ok(Value::Bool(logging::enabled(self, *tracing, level(&args))));
            }
            Builtin::Log(tracing, target) => {
                logging::message(self, *tracing, level(&args), target, &text(&args[1..]));
            }
            Builtin::Join { fails, biased, operands } => {
                let all = self.join(*fails, *biased, operands, args, span);
                return Ok(self.future(all));
            }
            Builtin::Select { .. }
            | Builtin::SelectNext
            | Builtin::SelectBranch
            | Builtin::SelectPeek(_)
            | Builtin::SelectTake(_)
            | Builtin::SelectDisable(_) => return self.select(builtin, args, span),
            Builtin::Write => {
                let name = self.program().names.intern("write_fmt");
                let site = MethodSite::new(name, Rc::new([]), span);
                let receiver = args.first().cloned().unwrap_or_default();
                let text = args.get(1).cloned().unwrap_or_default();
                let found =
                    self.method((&receiver, false), &site, std::slice::from_ref(&text), &Trail::of_host())?;
                return self.call_method(found.function, [found.receiver, text]);
            }
            Builtin::Pin | Builtin::Native => return Err(Trap::fault(span, "a native body was run")),
        }
        Ok(Value::Unit)
    }

    /// A vector of an array's elements.
    pub(crate) fn vector(&self, array: &Value) -> Value {
        let slots = match array {
            Value::Obj(object) => object.slots().map(|it| std::mem::take(&mut *it.borrow_mut())),
            _ => None,
        };
        Value::Obj(Obj::new(Head::Adt(self.known.vec), 0, slots.unwrap_or_default()))
    }

    /// The panic of `assert_eq!` and `assert_ne!`.
    fn assertion(self: &Rc<Self>, op: BinaryOp, args: &[Value], span: Span) -> Trap {
        let side = |index: usize| match args.get(index) {
            Some(value) => self.debug(value, span),
            None => Ok(String::new()),
        };
        let (left, right) = match (side(0), side(1)) {
            (Ok(left), Ok(right)) => (left, right),
            (Err(trap), _) | (_, Err(trap)) => return trap,
        };
        let sign = if op == BinaryOp::Eq { "==" } else { "!=" };
        let message = match args.get(2) {
            Some(Value::Str(text)) => format!(": {}", &***text),
            _ => String::new(),
        };
        Trap::panic(
            span,
            format!("assertion `left {sign} right` failed{message}\n  left: {left}\n right: {right}"),
        )
    }
}
