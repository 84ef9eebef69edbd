//! Places and types as rustc writes them.

use super::Checker;
use super::flow::{BACK, FRONT, Graph, Place, Step};
use super::types::Known;
use crate::tree::{Body, FloatTy, Generics, LocalId, Program, Ty};
use std::fmt::Write as _;

impl Checker<'_> {
    /// The body of a graph.
    pub(super) fn body(&self, graph: &Graph) -> &Body {
        &self.bodies[&graph.function].0
    }

    pub(super) fn known<'k>(&'k self, graph: &Graph) -> Known<'k> {
        let function = self.program.function(graph.function);
        let generics: &Generics = &function.generics;
        Known { program: self.program, facts: &self.facts, generics, in_trait: function.in_trait.is_some() }
    }

    /// The name of a variable; none of one that stands for a value without a name.
    pub(super) fn name(&self, graph: &Graph, local: LocalId) -> Option<&str> {
        let name = self.body(graph).locals.get(local.index())?.name;
        Some(self.program.names.text(name))
    }

    /// A place as rustc describes it: pointers before a field are left out.
    pub(super) fn described(&self, graph: &Graph, place: &Place) -> Option<String> {
        let mut text = self.name(graph, place.local)?.to_owned();
        for (number, step) in place.path.iter().enumerate() {
            match step {
                Step::Field(FRONT | BACK, ..) => text.push_str("[..]"),
                Step::Field(_, _, Some(name)) => {
                    let _ = write!(text, ".{}", self.program.names.text(*name));
                }
                Step::Field(_, field, None) => {
                    let _ = write!(text, ".{field}");
                }
                Step::Element => text.push_str("[_]"),
                Step::Deref(_) => {
                    let shown = !matches!(place.path.get(number + 1), Some(Step::Field(..) | Step::Element));
                    if shown {
                        text.insert(0, '*');
                    }
                }
            }
        }
        Some(text)
    }
}

/// A type as rustc writes it in messages.
pub(crate) fn shown(program: &Program, ty: &Ty) -> String {
    let mut out = String::new();
    write(program, ty, &mut out, 0);
    out
}

fn write(program: &Program, ty: &Ty, out: &mut String, depth: u32) {
    if depth > 12 {
        out.push_str("...");
        return;
    }
    let next = depth + 1;
    match ty {
        Ty::Int(it) => out.push_str(it.name()),
        Ty::Float(FloatTy::F32) => out.push_str("f32"),
        Ty::Float(FloatTy::F64) => out.push_str("f64"),
        Ty::Bool => out.push_str("bool"),
        Ty::Char => out.push_str("char"),
        Ty::Str => out.push_str("str"),
        Ty::Never => out.push('!'),
        Ty::Tuple(parts) => {
            out.push('(');
            list(program, parts, out, next);
            out.push_str(if parts.len() == 1 { ",)" } else { ")" });
        }
        Ty::Ref(mutable, of) => {
            out.push_str(if *mutable { "&mut " } else { "&" });
            write(program, of, out, next);
        }
        Ty::Ptr(mutable, of) => {
            out.push_str(if *mutable { "*mut " } else { "*const " });
            write(program, of, out, next);
        }
        Ty::Slice(of) => {
            out.push('[');
            write(program, of, out, next);
            out.push(']');
        }
        Ty::Array(of, length) => {
            out.push('[');
            write(program, of, out, next);
            out.push_str("; ");
            write(program, length, out, next);
            out.push(']');
        }
        Ty::Const(value) => {
            let _ = write!(out, "{value}");
        }
        Ty::Adt(id, args) => {
            let adt = program.adt(*id);
            out.push_str(program.names.text(adt.name));
            let lifetimes = usize::from(adt.lifetimes);
            if lifetimes + args.len() > 0 {
                out.push('<');
                out.push_str(&vec!["'_"; lifetimes].join(", "));
                if lifetimes > 0 && !args.is_empty() {
                    out.push_str(", ");
                }
                list(program, args, out, next);
                out.push('>');
            }
        }
        Ty::Param(param) => out.push_str(program.names.text(param.name)),
        Ty::Fn(params, ret) => {
            out.push_str("fn(");
            list(program, params, out, next);
            out.push(')');
            if **ret != Ty::unit() {
                out.push_str(" -> ");
                write(program, ret, out, next);
            }
        }
        Ty::Body(function, _) => out.push_str(program.names.text(program.function(*function).name)),
        Ty::Dyn(bounds) | Ty::Impl(bounds) => {
            out.push_str(if matches!(ty, Ty::Dyn(_)) { "dyn " } else { "impl " });
            for (number, bound) in bounds.iter().enumerate() {
                if number > 0 {
                    out.push_str(" + ");
                }
                out.push_str(program.names.text(program.traits[bound.of.index()].name));
                bound_args(program, bound, out, next);
            }
        }
        Ty::Assoc(of, _, name) => {
            write(program, of, out, next);
            out.push_str("::");
            out.push_str(program.names.text(*name));
        }
        Ty::Unknown => out.push('_'),
    }
}

/// `(A, B) -> C` of the traits of functions.
fn bound_args(program: &Program, bound: &crate::tree::Bound, out: &mut String, depth: u32) {
    let name = program.names.text(program.traits[bound.of.index()].name);
    match &bound.args[..] {
        [Ty::Tuple(params)] if name.starts_with("Fn") => {
            out.push('(');
            list(program, params, out, depth);
            out.push(')');
            if let Some((_, ret)) = bound.assoc.first().filter(|it| it.1 != Ty::unit()) {
                out.push_str(" -> ");
                write(program, ret, out, depth);
            }
        }
        [] => {}
        args => {
            out.push('<');
            list(program, args, out, depth);
            out.push('>');
        }
    }
}

fn list(program: &Program, parts: &[Ty], out: &mut String, depth: u32) {
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            out.push_str(", ");
        }
        write(program, part, out, depth);
    }
}

/// What is to be done where an `Rc` or an `Arc` would have to be written to.
pub(super) fn not_written_through(name: &str) -> String {
    format!(
        "trait `DerefMut` is required to modify through a dereference, but it is not implemented for `{name}`: a `Mutex` \
         or a `RefCell` in it can be written to"
    )
}
