//! Blocks, branches and loops.

use super::super::Infer;
use super::super::frame::Label;
use super::super::report::MISMATCHED;
use super::super::types::Type;
use super::super::unify::Clash;
use crate::source::Span;
use crate::tree::{Arm, Block, Expr, LabelId, Pat, Stmt};

impl Infer<'_> {
    pub(super) fn block(&mut self, block: &Block, hint: Option<&Type>) -> Type {
        let wanted = match self.sized(hint) {
            Some(wanted) => wanted,
            None => self.fresh(),
        };
        if let Some(label) = block.label {
            self.frame().labels.insert(label, Label { ty: wanted.clone(), broken: false });
        }
        for stmt in &block.stmts {
            self.statement(stmt);
        }
        let direct = block.label.is_none() && self.sized(hint).is_none();
        let ty = match &block.tail {
            Some(tail) if direct => self.infer(tail, hint),
            Some(tail) => {
                self.expect(tail, &wanted);
                wanted.clone()
            }
            None if self.frame().diverges => Type::Never,
            None => Type::unit(),
        };
        let broken = block.label.and_then(|it| self.frame().labels.get(&it).map(|it| it.broken));
        match broken {
            Some(true) => {
                let _ = self.coerce(&ty, &wanted);
                self.frame().diverges = false;
                wanted
            }
            _ if self.frame().diverges => Type::Never,
            _ => ty,
        }
    }

    fn statement(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Expr(expr) => {
                self.infer(expr, None);
            }
            Stmt::Let { pat, ty, init, otherwise } => {
                let own = self.own.clone();
                let given =
                    ty.as_ref().map(|it| self.instantiate(it, &own, super::super::instantiate::Impls::Found));
                let ty = match (given, init) {
                    (Some(ty), Some(init)) => {
                        self.expect(init, &ty);
                        ty
                    }
                    (Some(ty), None) => ty,
                    (None, Some(init)) => match self.infer(init, None) {
                        Type::Never => self.fresh(),
                        ty => ty,
                    },
                    (None, None) => self.fresh(),
                };
                if let Some(otherwise) = otherwise {
                    let before = self.frame().diverges;
                    self.infer(otherwise, None);
                    self.frame().diverges = before;
                }
                self.pattern(pat, &ty);
            }
        }
    }

    /// What several values become: the hint, or what they agree on.
    fn merged(&mut self, hint: Option<&Type>) -> Type {
        match self.sized(hint) {
            Some(hint) => hint,
            None => self.fresh(),
        }
    }

    pub(super) fn branch(
        &mut self,
        condition: &Expr,
        then: &Expr,
        otherwise: Option<&Expr>,
        hint: Option<&Type>,
    ) -> Type {
        self.expect(condition, &Type::Bool);
        let before = self.frame().diverges;
        let Some(otherwise) = otherwise else {
            self.expect(then, &Type::unit());
            self.frame().diverges = before;
            return Type::unit();
        };
        let mut merged = self.merged(hint);
        let what =
            if self.sized(hint).is_some() { MISMATCHED } else { "`if` and `else` have incompatible types" };
        merged = self.merge(then, &merged, what);
        let first = std::mem::replace(&mut self.frame().diverges, before);
        merged = self.merge(otherwise, &merged, what);
        let both = first && self.frame().diverges;
        self.frame().diverges = before || both;
        if both { Type::Never } else { merged }
    }

    pub(super) fn let_condition(&mut self, pattern: &Pat, of: &Expr) -> Type {
        let ty = self.infer(of, None);
        self.pattern(pattern, &ty);
        Type::Bool
    }

    pub(super) fn matches(&mut self, of: &Expr, arms: &[Arm], hint: Option<&Type>) -> Type {
        let scrutinee = self.infer(of, None);
        let mut merged = self.merged(hint);
        let before = self.frame().diverges;
        let what =
            if self.sized(hint).is_some() { MISMATCHED } else { "`match` arms have incompatible types" };
        let mut all = true;
        for arm in arms {
            self.pattern(&arm.pat, &scrutinee);
        }
        for arm in arms {
            self.frame().diverges = before;
            if let Some(guard) = &arm.guard {
                self.expect(guard, &Type::Bool);
                self.frame().diverges = before;
            }
            if arms.len() == 1 {
                self.expect(&arm.body, &merged);
            } else {
                merged = self.merge(&arm.body, &merged, what);
            }
            all &= self.frame().diverges;
        }
        self.frame().diverges = before || all;
        if all { Type::Never } else { merged }
    }

    pub(super) fn endless(&mut self, label: LabelId, body: &Expr, hint: Option<&Type>) -> Type {
        let ty = self.merged(hint);
        self.frame().labels.insert(label, Label { ty: ty.clone(), broken: false });
        let before = self.frame().diverges;
        self.expect(body, &Type::unit());
        self.frame().diverges = before;
        match self.frame().labels.get(&label) {
            Some(label) if label.broken => ty,
            _ => Type::Never,
        }
    }

    pub(super) fn while_loop(&mut self, label: LabelId, condition: &Expr, body: &Expr) -> Type {
        self.frame().labels.insert(label, Label { ty: Type::unit(), broken: false });
        self.expect(condition, &Type::Bool);
        let before = self.frame().diverges;
        self.expect(body, &Type::unit());
        self.frame().diverges = before;
        Type::unit()
    }

    pub(super) fn for_loop(&mut self, label: LabelId, pattern: &Pat, iter: &Expr, body: &Expr) -> Type {
        self.frame().labels.insert(label, Label { ty: Type::unit(), broken: false });
        let ty = self.infer(iter, None);
        let item = self.item_of(&ty, iter.span);
        self.pattern(pattern, &item);
        let before = self.frame().diverges;
        self.expect(body, &Type::unit());
        self.frame().diverges = before;
        Type::unit()
    }

    /// What a `for` loop over a type goes through.
    fn item_of(&mut self, ty: &Type, at: Span) -> Type {
        match self.settled(ty) {
            known @ (Type::Unknown | Type::Var(_) | Type::Never) => {
                self.not_an_iterator(&known, at);
                self.shake(ty);
                Type::Unknown
            }
            Type::Adt(adt, args) if self.is_range(adt) => args.first().cloned().unwrap_or(Type::Unknown),
            ty => match (self.index.known_trait("IntoIterator"), self.index.symbol("Item")) {
                (Some(of), Some(name)) => {
                    self.not_an_iterator(&ty, at);
                    self.projection(ty, Some(of), name)
                }
                _ => Type::Unknown,
            },
        }
    }

    pub(in super::super) fn is_range(&self, adt: crate::tree::AdtId) -> bool {
        let adt = self.program.adt(adt);
        adt.span.file != crate::source::FileId::PROGRAM
            && self.program.names.text(adt.name).starts_with("Range")
    }

    pub(super) fn leave(&mut self, label: LabelId, value: Option<&Expr>) -> Type {
        let wanted = self.frame().labels.get(&label).map(|it| it.ty.clone());
        match (value, wanted) {
            (Some(value), Some(wanted)) => {
                self.merge(value, &wanted, MISMATCHED);
            }
            (Some(value), None) => {
                self.infer(value, None);
            }
            (None, Some(wanted)) => {
                let _ = self.unify(&wanted, &Type::unit());
            }
            (None, None) => {}
        }
        if let Some(label) = self.frame().labels.get_mut(&label) {
            label.broken = true;
        }
        Type::Never
    }

    pub(super) fn give_back(&mut self, expr: &Expr, value: Option<&Expr>) -> Type {
        let wanted = self.frame().ret.clone();
        match value {
            Some(value) => self.expect(value, &wanted),
            None => {
                if self.unify(&wanted, &Type::unit()) == Err(Clash::Certain) {
                    self.mismatch(expr.span, MISMATCHED, &wanted, &Type::unit());
                }
            }
        }
        Type::Never
    }

    pub(super) fn await_on(&mut self, expr: &Expr, of: &Expr) -> Type {
        let ty = self.infer(of, None);
        let ty = self.settled(&ty);
        let output = self.awaited(&ty);
        output.unwrap_or_else(|| {
            self.not_a_future(&ty, expr.span);
            self.shake(&ty);
            Type::Unknown
        })
    }
}
