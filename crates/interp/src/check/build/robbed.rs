//! Values that are taken out of what cannot be without them.

use super::Builder;
use super::access::Reached;
use crate::check::flow::{Cut, Owner, Place, Pointer, Robbed, Step};
use crate::source::Span;
use crate::tree::{Expr, ExprKind, Ty};

impl Builder<'_> {
    /// Notes that a value is taken, if it is in a place that cannot be left empty.
    pub(super) fn rob(&mut self, place: &Place, ty: &Ty, span: Span) {
        if place.path.iter().any(Step::bars_taking) {
            self.robbed(Owner::Place(place.clone()), ty, span);
        }
    }

    /// As [`rob`](Builder::rob), of an expression of which no more is known than its own kind.
    pub(super) fn rob_unknown(&mut self, expr: &Expr, ty: &Ty) {
        let owner = match &expr.kind {
            ExprKind::Index(of, _) => match self.behind_references(of) {
                it @ Ty::Adt(..) => Owner::Index(it),
                _ => return,
            },
            ExprKind::Deref(of) => match self.share(&self.type_of(of)) {
                Some(name) => Owner::Shared(name),
                None => return,
            },
            _ => return,
        };
        self.robbed(owner, ty, expr.span);
    }

    /// A method that takes its receiver takes it out of something.
    pub(super) fn rob_receiver(&mut self, of: &Expr, ty: &Ty) {
        match self.share(&self.behind_references(of)) {
            Some(name) => self.robbed(Owner::Shared(name), ty, of.span),
            None => self.rob_unknown(of, ty),
        }
    }

    /// A pattern takes a value out of a variant behind a reference.
    pub(super) fn rob_variant(&mut self, it: &Reached) {
        let (Some(span), Some(Step::Field(variant, ..))) = (self.scrutinee, it.place.path.last()) else {
            return;
        };
        let around = &it.place.path[..it.place.path.len() - 1];
        let whole = self.known.at(&self.local_type(it.place.local), around);
        let Ty::Adt(adt, _) = whole else { return };
        let adt = self.known.program.adt(adt).clone();
        let Some(variant) = adt.variants.get(*variant as usize).filter(|_| adt.is_enum) else { return };
        let behind = around.iter().any(|it| matches!(it, Step::Deref(Pointer::Shared | Pointer::Mutable)));
        if behind {
            self.robbed(Owner::Variant(it.place.clone(), variant.name), &it.ty, span);
        }
    }

    fn robbed(&mut self, of: Owner, ty: &Ty, span: Span) {
        if !self.at.is_empty() && self.known.copies(ty) == Some(false) && !matches!(ty, Ty::Ref(..)) {
            self.graph.robbed.push(Robbed { span, of, ty: ty.clone(), why: self.why });
        }
    }

    /// Notes that a place of which no more is known is written to; how it is cut for what is said of the borrow.
    pub(super) fn written(&mut self, place: &Expr, cut: Option<Cut>) -> Option<Cut> {
        match (cut, &place.kind) {
            (Some(Cut::Shared(name)), ExprKind::Field(..) | ExprKind::Deref(_)) => {
                let (span, of) = (place.span, Owner::Written(name));
                if !self.at.is_empty() {
                    self.graph.robbed.push(Robbed { span, of, ty: Ty::Unknown, why: self.why });
                }
                Some(Cut::Unsure)
            }
            _ => cut,
        }
    }

    fn behind_references(&self, of: &Expr) -> Ty {
        let mut ty = self.type_of(of);
        while let Ty::Ref(_, of) = &ty {
            ty = (**of).clone();
        }
        ty
    }

    /// Whether a type is `Rc` or `Arc`.
    pub(super) fn share(&self, ty: &Ty) -> Option<&'static str> {
        let Ty::Adt(adt, _) = ty else { return None };
        let program = self.known.program;
        let adt = program.adt(*adt);
        let own = adt.span.file == crate::source::FileId::PROGRAM;
        ["Rc", "Arc"].into_iter().find(|it| !own && &**program.names.text(adt.name) == *it)
    }
}
