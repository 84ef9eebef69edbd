//! Which functions operators mean, where a program has `impl`s of their traits: the values at run time do not always tell
//! `Length<Mile>` from `Length<Km>`, nor one `None` from another.

use super::Infer;
use super::frame::{Call, Frame};
use super::impls::Holds;
use super::types::Type;
use crate::source::FileId;
use crate::tree::{Expr, ExprId, ExprKind, FnId, TraitId, Types, UnaryOp};

impl Infer<'_> {
    /// Adds what a body's operators mean, if it is one of the program's.
    pub(super) fn add_operators(&mut self, frame: &Frame, types: &mut Types) {
        if self.program.function(frame.body.function).span.file == FileId::PROGRAM {
            self.add_operators_in(&frame.body.value, frame, types);
        }
    }

    fn add_operators_in(&mut self, expr: &Expr, frame: &Frame, types: &mut Types) {
        if let Some((of, args)) = self.operator(expr, frame) {
            self.add_operator(expr, of, args, types);
        }
        expr.each_part(&mut |it| self.add_operators_in(it, frame, types));
    }

    /// The trait of an operator, and the type that has to implement it, with what the trait takes.
    fn operator(&mut self, expr: &Expr, frame: &Frame) -> Option<(TraitId, Vec<Type>)> {
        let ty = |it: &Expr| frame.exprs.get(it.id.index()).cloned();
        let (name, mut left, mut right) = match &expr.kind {
            ExprKind::Binary(op, left, right) => (op.meant()[0], ty(left)?, Some(ty(right)?)),
            ExprKind::AssignOp(op, left, right) => (op.meant_assigning()?[0], ty(left)?, Some(ty(right)?)),
            ExprKind::Index(left, right) => ("Index", ty(left)?, Some(ty(right)?)),
            ExprKind::Unary(UnaryOp::Not, of) => ("Not", ty(of)?, None),
            ExprKind::Unary(UnaryOp::Neg, of) => ("Neg", ty(of)?, None),
            ExprKind::Try(of) => {
                ("From", self.returned_error(&frame.ret)?, Some(self.returned_error(&ty(of)?)?))
            }
            _ => return None,
        };
        let of = self.program.lang.traits.get(name).copied().filter(|it| self.index.own.contains(it))?;
        if matches!(&expr.kind, ExprKind::Binary(op, ..) if op.compares()) {
            while let (Type::Ref(_, a), Some(Type::Ref(_, b))) =
                (self.shallow(&left), right.as_ref().map(|it| self.shallow(it)))
            {
                (left, right) = ((*a).clone(), Some((*b).clone()));
            }
        }
        if let (ExprKind::Index(..), Some(index)) = (&expr.kind, &right) {
            let has =
                |it: &mut Self, step: &Type| it.holds(step, of, std::slice::from_ref(index)) != Holds::No;
            left = self.derefs(&left).into_iter().find(|it| has(self, it))?;
        }
        Some((of, [left].into_iter().chain(right).collect()))
    }

    fn add_operator(&mut self, expr: &Expr, of: TraitId, args: Vec<Type>, types: &mut Types) {
        let Some(&(_, function)) = self.program.traits[of.index()].functions.first() else { return };
        let (at, span) = (expr.id, expr.span);
        if matches!(expr.kind, ExprKind::Index(..)) {
            // Whether it is `index` or `index_mut` shows where the place is used.
            types.args.insert(at, (function, args.iter().map(|it| self.exported(it)).collect()));
        } else {
            self.add_call(types, &Call { at, span, function, args: args.into() });
        }
    }
}

impl Types {
    /// The function that an operator of the program means, or that of its trait, as far as inference knows.
    pub(crate) fn operator(&self, at: ExprId) -> Option<FnId> {
        self.methods.get(&at).copied().or_else(|| self.args.get(&at).map(|it| it.0))
    }
}
