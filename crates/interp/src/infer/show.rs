//! Types as rustc writes them, and names that are like another.

use super::Infer;
use super::index::head_of;
use super::types::{Limit, Type};
use super::unify::MAX_DEPTH;
use super::vars::Kind;
use crate::names::Symbol;
use crate::source::FileId;
use crate::tree::{FloatTy, GlobalId, Ty};
use std::fmt::Write;

const MAX_LENGTH: usize = 200;

impl Infer<'_> {
    /// A type in the words of a mismatch; nothing if it is not known well enough to be spoken of.
    pub(super) fn expected(&self, ty: &Type) -> Option<String> {
        match self.shallow(ty) {
            Type::Var(var) => match self.vars.kind(var) {
                Kind::Any => None,
                Kind::Int => Some("integer".into()),
                Kind::Float => Some("floating-point number".into()),
            },
            Type::Closure(_) => Some("closure".into()),
            Type::Item(..) => Some("fn item".into()),
            ty => self.named(&ty),
        }
    }

    /// A type as it is written; nothing if it is not known well enough to be spoken of.
    pub(super) fn named(&self, ty: &Type) -> Option<String> {
        let ty = self.shallow(ty);
        match &ty {
            Type::Unknown => return None,
            Type::Var(var) if self.vars.kind(*var) == Kind::Any => return None,
            _ => {}
        }
        let text = self.text(&ty);
        (text.len() <= MAX_LENGTH).then(|| format!("`{text}`"))
    }

    pub(super) fn text(&self, ty: &Type) -> String {
        let mut out = String::new();
        self.write(&mut out, ty, 0);
        out
    }

    fn write(&self, out: &mut String, ty: &Type, depth: u32) {
        if depth > MAX_DEPTH || out.len() > MAX_LENGTH {
            out.push('_');
            return;
        }
        let next = depth + 1;
        match self.shallow(ty) {
            Type::Unknown | Type::Select(_) => out.push('_'),
            Type::Var(var) => out.push_str(match self.vars.kind(var) {
                Kind::Any => "_",
                Kind::Int => "{integer}",
                Kind::Float => "{float}",
            }),
            Type::Int(int) => out.push_str(int.name()),
            Type::Float(FloatTy::F32) => out.push_str("f32"),
            Type::Float(FloatTy::F64) => out.push_str("f64"),
            Type::Bool => out.push_str("bool"),
            Type::Char => out.push_str("char"),
            Type::Str => out.push_str("str"),
            Type::Never => out.push('!'),
            Type::Tuple(parts) => {
                out.push('(');
                self.write_all(out, &parts, next);
                out.push_str(if parts.len() == 1 { ",)" } else { ")" });
            }
            Type::Ref(mutable, of) => {
                out.push_str(if mutable { "&mut " } else { "&" });
                self.write(out, &of, next);
            }
            Type::Ptr(mutable, of) => {
                out.push_str(if mutable { "*mut " } else { "*const " });
                self.write(out, &of, next);
            }
            Type::Slice(of) => {
                out.push('[');
                self.write(out, &of, next);
                out.push(']');
            }
            Type::Array(of, length) => {
                out.push('[');
                self.write(out, &of, next);
                out.push_str("; ");
                self.write(out, &length, next);
                out.push(']');
            }
            Type::Const(value) => {
                let _ = write!(out, "{value}");
            }
            Type::Adt(adt, args) => {
                self.write_name(out, self.program.adt(adt).name);
                self.write_args(out, &args, next);
            }
            Type::Param(param) => self.write_name(out, param.name),
            Type::Fn(params, ret) => {
                out.push_str("fn(");
                self.write_all(out, &params, next);
                out.push(')');
                if *ret != Type::unit() {
                    out.push_str(" -> ");
                    self.write(out, &ret, next);
                }
            }
            Type::Item(function, _) => {
                let name = self.program.function(function).name;
                // A closure or an async block goes by its name alone.
                if !self.program.names.text(name).starts_with('{') {
                    out.push_str("fn item ");
                }
                self.write_name(out, name);
            }
            Type::Closure(function) if self.is_async_block(function) => out.push_str("{async block}"),
            Type::Closure(_) => out.push_str("{closure}"),
            Type::Dyn(limits) => self.write_limits(out, "dyn ", &limits, next),
            Type::Opaque(limits) => self.write_limits(out, "impl ", &limits, next),
            Type::Assoc(of, _, name) => {
                self.write(out, &of, next);
                out.push_str("::");
                self.write_name(out, name);
            }
        }
    }

    fn write_name(&self, out: &mut String, name: Symbol) {
        out.push_str(self.program.names.text(name));
    }

    fn write_all(&self, out: &mut String, parts: &[Type], depth: u32) {
        for (number, part) in parts.iter().enumerate() {
            if number > 0 {
                out.push_str(", ");
            }
            self.write(out, part, depth);
        }
    }

    fn write_args(&self, out: &mut String, args: &[Type], depth: u32) {
        if !args.is_empty() {
            out.push('<');
            self.write_all(out, args, depth);
            out.push('>');
        }
    }

    fn write_limits(&self, out: &mut String, word: &str, limits: &[Limit], depth: u32) {
        out.push_str(word);
        for (number, limit) in limits.iter().enumerate() {
            if number > 0 {
                out.push_str(" + ");
            }
            self.write_name(out, self.program.traits[limit.of.index()].name);
            if self.is_call_trait(limit.of) {
                let signature = self.called_by(limit);
                out.push('(');
                self.write_all(out, &signature.params, depth);
                out.push(')');
                if signature.ret != Type::unit() {
                    out.push_str(" -> ");
                    self.write(out, &signature.ret, depth);
                }
                continue;
            }
            let mut parts: Vec<String> = limit.args.iter().map(|it| self.text_at(it, depth)).collect();
            for (name, ty) in &*limit.assoc {
                parts.push(format!("{} = {}", self.program.names.text(*name), self.text_at(ty, depth)));
            }
            if !parts.is_empty() {
                let _ = write!(out, "<{}>", parts.join(", "));
            }
        }
    }

    fn text_at(&self, ty: &Type, depth: u32) -> String {
        let mut out = String::new();
        self.write(&mut out, ty, depth + 1);
        out
    }

    /// What rustc calls a receiver.
    pub(super) fn receiver_kind(&self, ty: &Type) -> Option<&'static str> {
        Some(match ty {
            Type::Adt(adt, _) if self.program.adt(*adt).is_enum => "enum",
            Type::Adt(..) => "struct",
            Type::Ref(..) => "reference",
            Type::Tuple(_) => "tuple",
            Type::Array(..) => "array",
            Type::Param(_) => "type parameter",
            Type::Opaque(_) => "opaque type",
            Type::Closure(_) | Type::Item(..) => return None,
            _ => "type",
        })
    }

    pub(super) fn is_of_library(&self, ty: &Type) -> bool {
        match self.shallow(ty) {
            Type::Adt(adt, _) => self.program.adt(adt).span.file != FileId::PROGRAM,
            Type::Ref(_, of) => self.is_of_library(&of),
            Type::Param(_) | Type::Closure(_) | Type::Item(..) => false,
            _ => true,
        }
    }

    /// The trait that would have to be imported for a method to be found.
    pub(super) fn importable(&mut self, on: &Type, name: Symbol) -> Option<String> {
        let index = self.index;
        let mut steps = self.derefs(on);
        steps.extend(steps.clone().into_iter().map(|it| Type::reference(true, it)));
        for &(of, function) in index.methods.get(&name)? {
            if self.program.function(function).receiver.is_none() {
                continue;
            }
            for step in &steps {
                let args = self.fresh_trait_args(of);
                if self.holds(step, of, &args) == super::impls::Holds::Yes {
                    return Some(self.program.names.text(self.program.traits[of.index()].name).to_string());
                }
            }
        }
        None
    }

    /// Whether an inherent method of a type has that name.
    pub(super) fn has_method(&mut self, on: &Type, name: Symbol) -> bool {
        let (index, steps) = (self.index, self.derefs(on));
        let mut all = index.inherent.get(&name).into_iter().flatten();
        all.any(|it| it.0 != super::types::Head::Any && steps.iter().any(|step| self.may_be(it.0, step)))
    }

    /// A field with a similar name.
    pub(super) fn like_field(&self, on: &Type, name: &str) -> Option<String> {
        let mut on = self.shallow(on);
        while let Type::Ref(_, of) = on {
            on = self.shallow(&of);
        }
        let Type::Adt(adt, _) = on else { return None };
        let adt = self.program.adt(adt);
        let fields = adt.variants.first()?.fields.iter();
        most_like(name, fields.map(|it| &**self.program.names.text(it.name)))
    }

    /// A method, or an associated function, with a similar name.
    pub(super) fn like_method(&mut self, on: &Type, name: &str, function: bool) -> Option<String> {
        let steps = self.derefs(on);
        let program = self.program;
        let fitting = program.impls.iter().filter(|it| {
            let head = head_of(&it.self_ty);
            !matches!(it.self_ty, Ty::Param(_)) && steps.iter().any(|step| self.may_be(head, step))
        });
        let own = fitting.flat_map(|it| it.functions.iter());
        let own = own.filter(|it| function || program.function(it.1).receiver.is_some());
        most_like(name, own.map(|it| &**program.names.text(it.0)))
    }

    /// The type of a constant or static.
    pub(super) fn global_type(&mut self, global: GlobalId) -> Type {
        let ty = self.program.globals[global.index()].ty.clone();
        let none = std::rc::Rc::new(crate::tree::Generics::default());
        self.within(&none, None, |it| it.instantiate(&ty, &[], super::instantiate::Impls::Opaque))
    }
}

fn most_like<'a>(name: &str, all: impl Iterator<Item = &'a str>) -> Option<String> {
    let most = (name.chars().count() / 3).max(1);
    let far = |it: &str| match it.len() > 2 && name.starts_with(it) {
        true => most,
        false => distance(name, it),
    };
    let near = all.map(|it| (far(it), it)).filter(|it| it.0 <= most && it.1 != name);
    near.min().map(|it| it.1.to_owned())
}

/// How many letters have to be changed to make one name of another.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, d) in b.iter().enumerate() {
            let change = corner + usize::from(c != *d);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}
