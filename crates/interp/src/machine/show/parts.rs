//! Values as `{:?}` prints them by their parts: what derives it, tuples, arrays, vectors, and what is in boxes and shares.
//!
//! There may be parts in parts without end, as in a list of a thousand links. So what is left to print is kept aside, and
//! is not where the host's own calls have come to.

use super::Spec;
use crate::machine::access::stripped;
use crate::machine::{Callable, Machine, OPAQUE, Trap};
use crate::source::Span;
use crate::tree::{AdtId, Derive, Shape};
use crate::value::{Head, Obj, Value};
use std::rc::Rc;

/// How a value prints by its parts.
pub(super) enum Parts {
    /// As the one that it leads to.
    Behind(Value),
    /// All between brackets.
    Between { open: String, names: Vec<Rc<str>>, values: Vec<Value>, brackets: (&'static str, &'static str) },
}

/// What is still to be printed: the last comes next.
enum Left {
    Text(String),
    /// A value, and how many groups it is in.
    Value(Value, usize),
}

impl Machine {
    /// The parts by which a value prints; none if it prints in another way.
    pub(super) fn parts_shown(&self, value: &Value) -> Option<Parts> {
        let (adt, variant) = match value {
            Value::Share(adt, object) if !self.tables.is_weak(*adt) => {
                return Some(Parts::Behind(object.get(0)));
            }
            Value::Slice(slice) => {
                let all = slice.start..slice.start + slice.len;
                return Some(Parts::row(all.map(|it| slice.object.get(it)).collect()));
            }
            Value::Unitary(adt, variant) => (*adt, *variant),
            Value::Obj(object) => match object.head {
                Head::Array => return Some(Parts::row(all_of(object))),
                Head::Tuple => return Some(Parts::tuple(String::new(), all_of(object))),
                Head::Adt(adt) if adt == self.known.vec => return Some(Parts::row(all_of(object))),
                Head::Adt(adt) if adt == self.known.boxed && object.variant == OPAQUE => {
                    return Some(Parts::bare("Any { .. }".to_owned()));
                }
                Head::Adt(adt) if adt == self.known.boxed => return Some(Parts::Behind(object.get(0))),
                Head::Adt(adt) => (adt, object.variant),
                _ => return None,
            },
            _ => return None,
        };
        let function = self.implementation(value, "Debug", "fmt")?;
        let derived = matches!(self.callable(function), Ok(Callable::Derived(Derive::Debug, _)));
        derived.then(|| self.parts_derived(value, adt, variant))
    }

    /// The parts of what derives `Debug`.
    pub(super) fn parts_derived(&self, value: &Value, adt: AdtId, variant: u32) -> Parts {
        let program = self.program();
        let item = &program.adt(adt).variants[variant as usize];
        let open = program.names.text(item.name).to_string();
        match (value, item.shape) {
            (Value::Obj(object), Shape::Named) if !item.fields.is_empty() => {
                let names = item.fields.iter().map(|it| program.names.text(it.name).clone()).collect();
                Parts::Between {
                    open,
                    names,
                    values: first_of(object, item.fields.len()),
                    brackets: (" {", "}"),
                }
            }
            (Value::Obj(object), _) if !item.fields.is_empty() => {
                Parts::tuple(open, first_of(object, item.fields.len()))
            }
            // What is derived writes a bare name, whatever width is asked for.
            _ => Parts::bare(open),
        }
    }

    /// Prints parts, and theirs.
    pub(super) fn show_parts(
        self: &Rc<Self>,
        out: &mut String,
        parts: Parts,
        spec: &Spec,
        span: Span,
    ) -> Result<(), Trap> {
        let mut left = Vec::new();
        parts.put_on(&mut left, 0, spec.of.alternate);
        while let Some(next) = left.pop() {
            let (value, depth) = match next {
                Left::Text(text) => {
                    out.push_str(&text);
                    continue;
                }
                Left::Value(value, depth) => (stripped(&value), depth),
            };
            match self.parts_shown(&value) {
                Some(parts) => parts.put_on(&mut left, depth, spec.of.alternate),
                None if spec.of.alternate && depth > 0 => {
                    let mut text = String::new();
                    self.show(&mut text, &value, spec, span)?;
                    out.push_str(&text.replace('\n', &line(depth)));
                }
                None => self.show(out, &value, spec, span)?,
            }
            self.reserve(out.len(), span)?;
        }
        Ok(())
    }
}

impl Parts {
    fn bare(open: String) -> Self {
        Parts::Between { open, names: Vec::new(), values: Vec::new(), brackets: ("", "") }
    }

    fn row(values: Vec<Value>) -> Self {
        Parts::Between { open: String::new(), names: Vec::new(), values, brackets: ("[", "]") }
    }

    fn tuple(open: String, values: Vec<Value>) -> Self {
        Parts::Between { open, names: Vec::new(), values, brackets: ("(", ")") }
    }

    /// Puts the parts on what is left, with what stands between them.
    fn put_on(self, left: &mut Vec<Left>, depth: usize, alternate: bool) {
        let (open, names, values, (begin, end)) = match self {
            Parts::Behind(value) => return left.push(Left::Value(value, depth)),
            Parts::Between { open, names, values, brackets } => (open, names, values, brackets),
        };
        let count = values.len();
        let alone = count == 1 && open.is_empty() && begin == "(" && !alternate;
        let (first, between, last) = match (count, alternate) {
            (0, _) => (String::new(), String::new(), String::new()),
            (_, true) => (line(depth + 1), format!(",{}", line(depth + 1)), format!(",{}", line(depth))),
            (_, false) if names.is_empty() => {
                (String::new(), ", ".to_owned(), if alone { "," } else { "" }.to_owned())
            }
            (_, false) => (" ".to_owned(), ", ".to_owned(), " ".to_owned()),
        };
        left.push(Left::Text(format!("{last}{end}")));
        for (index, value) in values.into_iter().enumerate().rev() {
            left.push(Left::Value(value, depth + 1));
            let before = if index == 0 { format!("{open}{begin}{first}") } else { between.clone() };
            left.push(Left::Text(match names.get(index) {
                Some(name) => format!("{before}{name}: "),
                None => before,
            }));
        }
        if count == 0 {
            left.push(Left::Text(format!("{open}{begin}")));
        }
    }
}

/// A new line within so many groups.
fn line(depth: usize) -> String {
    format!("\n{}", "    ".repeat(depth))
}

/// So many parts: behind them there may be one that tells of what type it all is.
fn first_of(object: &Obj, count: usize) -> Vec<Value> {
    let mut all = all_of(object);
    all.truncate(count);
    all
}

fn all_of(object: &Obj) -> Vec<Value> {
    object.slots().map(|it| it.borrow().to_vec()).unwrap_or_default()
}
