//! What types surely cannot do: be printed, awaited, gone through, indexed.

use super::super::Infer;
use super::super::types::Type;
use super::super::vars::Kind;
use crate::source::{FileId, Span};
use crate::tree::{Derive, FormatArgs, FormatTrait, Piece, TraitId, Ty};

/// Types of the library of which it is sure that they are not printed by `{}`, not awaited and not numbers.
const DATA: [&str; 5] = ["Vec", "Option", "Result", "HashMap", "HashSet"];

impl Infer<'_> {
    /// Looks at the arguments of a text, and whether they can be printed the way the text asks for.
    pub(super) fn format(&mut self, format: &FormatArgs) -> Type {
        let types: Vec<Type> = format.args.iter().map(|it| self.infer(it, None)).collect();
        for piece in &format.pieces {
            let Piece::Arg(number, spec) = piece else { continue };
            if let (Some(ty), Some(arg)) = (types.get(*number as usize), format.args.get(*number as usize)) {
                self.printed(ty, spec.by, arg.span);
            }
        }
        self.library("Arguments", &[])
    }

    fn printed(&mut self, ty: &Type, by: FormatTrait, at: Span) {
        if self.derives_error() {
            return;
        }
        let mut ty = self.settled(ty);
        while let Type::Ref(_, of) = &ty {
            let of = of.clone();
            ty = self.settled(&of);
        }
        match by {
            FormatTrait::Display => {
                let Some(of) = self.index.known_trait("Display") else { return };
                let data =
                    self.is_data(&ty) || matches!(ty, Type::Tuple(_) | Type::Array(..) | Type::Slice(_));
                if data || self.surely_lacks(&ty, of) {
                    let hint =
                        "in format strings you may be able to use `{:?}` (or {:#?} for pretty-print) instead";
                    let text = "{} doesn't implement `std::fmt::Display`";
                    self.say_with(at, "E0277", text, &[&ty], Some(hint.into()));
                }
            }
            FormatTrait::Debug => {
                let Some(of) = self.index.known_trait("Debug") else { return };
                if self.surely_lacks(&ty, of) {
                    let hint = self.named(&ty).filter(|_| matches!(ty, Type::Adt(..)));
                    let hint = hint
                        .map(|it| format!("add `#[derive(Debug)]` to {it} or manually `impl Debug for` it"));
                    self.say_with(at, "E0277", "{} doesn't implement `Debug`", &[&ty], hint);
                }
            }
            _ => {}
        }
    }

    /// Whether the function is one that is derived of an error type: its bounds are not all in the tree.
    fn derives_error(&self) -> bool {
        let of = self.program.function(self.root).in_impl;
        let own = of.map(|it| &self.program.impls[it.index()].self_ty);
        matches!(own, Some(Ty::Adt(adt, _)) if self.program.adt(*adt).derives.contains(&Derive::Error))
    }

    fn is_data(&self, ty: &Type) -> bool {
        let Type::Adt(adt, _) = self.shallow(ty) else { return false };
        let adt = self.program.adt(adt);
        adt.span.file != FileId::PROGRAM && DATA.contains(&&**self.program.names.text(adt.name))
    }

    /// Whether a type is surely none with a trait such as `Future`.
    fn is_none_with(&mut self, ty: &Type, of: TraitId) -> bool {
        match ty {
            Type::Int(_) | Type::Float(_) | Type::Bool | Type::Char => true,
            Type::Var(var) => self.vars.kind(*var) != Kind::Any,
            Type::Tuple(_) => true,
            Type::Adt(adt, _) if self.index.is_adt(*adt, "String") => true,
            Type::Unknown | Type::Never => false,
            ty => self.surely_lacks(ty, of),
        }
    }

    /// Says that something is awaited that is no future.
    pub(super) fn not_a_future(&mut self, ty: &Type, at: Span) {
        let known = (self.index.known_trait("Future"), self.index.known_trait("IntoFuture"));
        let (Some(future), Some(into)) = known else { return };
        if self.is_data(ty) || self.is_none_with(ty, future) && self.is_none_with(ty, into) {
            let hint = Some("remove the `.await`".into());
            self.say_with(at, "E0277", "{} is not a future", &[ty], hint);
        }
    }

    /// Says that a `for` loop goes through something that is no iterator.
    pub(super) fn not_an_iterator(&mut self, ty: &Type, at: Span) {
        let Some(of) = self.index.known_trait("IntoIterator") else { return };
        if self.is_none_with(ty, of) {
            self.say(at, "E0277", "{} is not an iterator", &[ty]);
        }
    }

    /// Says that something is dereferenced that is no pointer.
    pub(in super::super) fn not_a_pointer(&mut self, ty: &Type, at: Span) {
        let Some(of) = self.index.known_trait("Deref") else { return };
        if self.is_none_with(ty, of) && !matches!(ty, Type::Adt(adt, _) if self.index.is_adt(*adt, "String"))
        {
            self.say(at, "E0614", "type {} cannot be dereferenced", &[ty]);
        }
    }

    /// Says that something has no elements.
    pub(in super::super) fn not_indexed(&mut self, ty: &Type, at: Span) {
        let Some(of) = self.index.known_trait("Index") else { return };
        if self.is_none_with(ty, of) {
            self.say(at, "E0608", "cannot index into a value of type {}", &[ty]);
        }
    }
}
