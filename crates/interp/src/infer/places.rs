//! Fields, elements and what pointers point at.

use super::Infer;
use super::report::Report;
use super::types::{Limit, Type};
use super::vars::Kind;
use crate::names::Symbol;
use crate::source::{FileId, Span};
use crate::tree::{AdtId, Expr, Field, IntTy};
use std::rc::Rc;

impl Infer<'_> {
    pub(super) fn field(&mut self, expr: &Expr, of: &Expr, name: Symbol) -> Type {
        let ty = self.infer(of, None);
        let steps = self.derefs(&ty);
        let mut private = None;
        for step in &steps {
            match step {
                Type::Unknown | Type::Var(_) | Type::Never => {
                    self.shake(&ty);
                    return Type::Unknown;
                }
                Type::Adt(id, args) => {
                    let adt = self.program.adt(*id).clone();
                    if adt.is_enum {
                        continue;
                    }
                    let fields = adt.variants.first().map(|it| it.fields.clone());
                    let mut fields = fields.iter().flat_map(|it| it.iter());
                    let shown = |it: &&Field| it.name == name && adt.shows(it, expr.span.file);
                    if let Some(field) = fields.find(shown) {
                        if self.is_private(*id, field) {
                            private = private.or(Some(*id));
                            continue;
                        }
                        return self.field_type(*id, field, args);
                    }
                }
                Type::Tuple(parts) => {
                    let number: Option<usize> = self.program.names.text(name).parse().ok();
                    if let Some(part) = number.and_then(|it| parts.get(it)) {
                        return part.clone();
                    }
                }
                _ => {}
            }
        }
        if let Some(of) = private {
            self.private_field(expr.span, of, name);
        } else if steps.iter().all(Type::is_plain) {
            self.report(Report::NoField { at: expr.span, name, on: steps[0].clone() });
        }
        Type::Unknown
    }

    /// Whether a field of the program is not to be used from the function that is looked at.
    fn is_private(&self, of: AdtId, field: &Field) -> bool {
        let here = self.program.function(self.root);
        here.span.file == FileId::PROGRAM && !self.program.reaches(here.module, self.program.adt(of), field)
    }

    fn private_field(&mut self, whole: Span, of: AdtId, name: Symbol) {
        let (text, owner) =
            (self.program.names.text(name), self.program.names.text(self.program.adt(of).name));
        let message = format!("field `{text}` of struct `{owner}` is private");
        // The name is what an access ends with.
        let at = whole.end(text.chars().count());
        let hint = format!("make the field `pub`, or give `{owner}` a method for it");
        self.say_with(at, "E0616", message, &[], Some(hint));
    }

    pub(super) fn deref(&mut self, expr: &Expr, of: &Expr) -> Type {
        let ty = self.infer(of, None);
        match self.settled(&ty) {
            Type::Ptr(_, of) => (*of).clone(),
            known => match self.deref_once(&known) {
                Some(target) => target,
                None => {
                    self.not_a_pointer(&known, expr.span);
                    self.shake(&ty);
                    Type::Unknown
                }
            },
        }
    }

    pub(super) fn index_into(&mut self, expr: &Expr, of: &Expr, at: &Expr) -> Type {
        let base = self.infer(of, None);
        let steps = self.derefs(&base);
        let index = self.infer(at, None);
        let index = self.settled(&index);
        for step in &steps {
            match step {
                Type::Array(of, _) | Type::Slice(of) => return self.element_at(of, &index, at.span),
                Type::Adt(adt, args) if self.index.is_adt(*adt, "Vec") && !args.is_empty() => {
                    return self.element_at(&args[0], &index, at.span);
                }
                Type::Str => return Type::Str,
                Type::Adt(adt, _) if self.index.is_adt(*adt, "String") => {
                    self.ranged(&index);
                    return Type::Str;
                }
                Type::Unknown | Type::Var(_) => break,
                step => {
                    if let Some(found) = self.index_by_trait(step, &index) {
                        return found;
                    }
                }
            }
        }
        if let [only] = &steps[..] {
            self.not_indexed(only, expr.span);
        }
        self.shake(&base);
        self.shake(&index);
        Type::Unknown
    }

    fn index_by_trait(&mut self, base: &Type, index: &Type) -> Option<Type> {
        let (of, output) = (self.index.known_trait("Index")?, self.index.symbol("Output")?);
        if self.holds(base, of, std::slice::from_ref(index)) == super::impls::Holds::No {
            return None;
        }
        let found = self.fresh();
        let limit = Limit { of, args: Rc::new([index.clone()]), assoc: Rc::new([(output, found.clone())]) };
        self.oblige(base.clone(), limit);
        Some(self.shallow(&found))
    }

    /// An element by its number, or a slice by a range.
    fn element_at(&mut self, of: &Type, index: &Type, at: Span) -> Type {
        match index {
            Type::Var(var) if self.vars.kind(*var) == Kind::Int => {
                let _ = self.unify(index, &Self::size());
                of.clone()
            }
            Type::Int(int) => {
                if *int != IntTy::Usize {
                    let slice = Type::Slice(Rc::new(of.clone()));
                    self.say(at, "E0277", "the type {} cannot be indexed by {}", &[&slice, index]);
                }
                of.clone()
            }
            Type::Adt(adt, _) if self.is_range(*adt) => {
                self.ranged(index);
                Type::Slice(Rc::new(of.clone()))
            }
            _ => {
                self.shake(index);
                Type::Unknown
            }
        }
    }

    /// The ends of a range that elements are taken by are `usize`.
    fn ranged(&mut self, index: &Type) {
        if let Type::Adt(_, args) = index
            && let Some(end) = args.first()
        {
            let _ = self.unify_or_not(end, &Self::size());
        }
    }
}
