//! Which variables live in cells: those that are referred to, so that a reference has something to lead to.

use super::{Bodies, is_scalar};
use crate::tree::{
    Block, Body, Expr, ExprId, ExprKind, Function, LocalId, Pat, PatKind, Program, Receiver, Stmt, Ty, Types,
};
use rustc_hash::FxHashSet;

/// The variables of a body that live in cells.
pub(super) fn boxed(bodies: &dyn Bodies, body: &Body, types: &Types) -> FxHashSet<LocalId> {
    let mut finder = Finder { bodies, types, found: FxHashSet::default() };
    finder.found.extend(body.captures.iter().map(|it| it.inner));
    body.params.iter().for_each(|it| finder.pat(it));
    finder.expr(&body.value);
    finder.found
}

/// The function that a method call leads to, as far as inference knows: the one itself, or its trait's.
pub(super) fn called<'a>(program: &'a Program, types: &Types, call: ExprId) -> Option<&'a Function> {
    let found = types.methods.get(&call).copied();
    let found = found.or_else(|| types.args.get(&call).map(|it| it.0));
    found.map(|it| &**program.function(it))
}

/// Whether a method may change the very number or reference that it is called on: `impl Tick for u8` takes `&mut u8`,
/// `impl Read for &[u8]` `&mut &[u8]`, `impl Write for &mut [u8]` a reference to one of those.
pub(super) fn changes_itself(program: &Program, types: &Types, call: ExprId) -> bool {
    let Some(function) = called(program, types, call) else { return false };
    let this = match function.in_impl {
        Some(block) => Some(&program.impls[block.index()].self_ty),
        None => types.args.get(&call).and_then(|it| it.1.first()),
    };
    // Of references that may be written through only slices move on; what is for any `&mut T` changes the `T`.
    let changes = |it: &Ty| match it {
        Ty::Ref(true, of) => matches!(**of, Ty::Slice(_)),
        it => matches!(it, Ty::Ref(false, _)) || is_scalar(it),
    };
    function.receiver == Some(Receiver::RefMut) && this.is_some_and(changes)
}

struct Finder<'a> {
    bodies: &'a dyn Bodies,
    types: &'a Types,
    found: FxHashSet<LocalId>,
}

impl Finder<'_> {
    /// A place is referred to: the variable that it is, or is in.
    fn referred(&mut self, place: &Expr) {
        match &place.kind {
            ExprKind::Local(local) => {
                self.found.insert(*local);
            }
            ExprKind::Field(base, _) => self.through(base),
            ExprKind::Index(base, index) => {
                self.through(base);
                self.expr(index);
            }
            _ => self.expr(place),
        }
    }

    /// Something in a place is referred to. What a reference leads to does not need the reference in a cell.
    fn through(&mut self, base: &Expr) {
        match (&base.kind, self.types.exprs.get(base.id.index())) {
            (ExprKind::Local(_), Some(Ty::Ref(..))) => {}
            _ => self.referred(base),
        }
    }

    /// The receiver of a method: referred to, unless it is known to be a value that is copied.
    fn receiver(&mut self, expr: &Expr) {
        match self.types.exprs.get(expr.id.index()) {
            Some(ty) if is_scalar(ty) || matches!(ty, Ty::Ref(..)) => self.expr(expr),
            _ => self.referred(expr),
        }
    }

    /// What is looked into by patterns.
    fn scrutinee(&mut self, expr: &Expr) {
        self.receiver(expr);
    }

    fn block(&mut self, block: &Block) {
        for stmt in &block.stmts {
            match stmt {
                Stmt::Expr(expr) => self.expr(expr),
                Stmt::Let { pat, init, otherwise, .. } => {
                    self.pat(pat);
                    match (&pat.kind, init) {
                        (PatKind::Bind { by_ref: None, inner: None, .. }, Some(init)) => self.expr(init),
                        (_, Some(init)) => self.scrutinee(init),
                        _ => {}
                    }
                    otherwise.iter().for_each(|it| self.expr(it));
                }
            }
        }
        block.tail.iter().for_each(|it| self.expr(it));
    }

    fn pat(&mut self, pat: &Pat) {
        match &pat.kind {
            PatKind::Bind { inner: Some(inner), .. } => self.pat(inner),
            PatKind::Value(expr) => self.expr(expr),
            PatKind::Range { start, end, .. } => {
                start.iter().chain(end).for_each(|it| self.expr(it));
            }
            PatKind::Ref(inner) => self.pat(inner),
            PatKind::Tuple(members) | PatKind::Slice(members) | PatKind::Or(members) => {
                members.iter().for_each(|it| self.pat(it));
            }
            PatKind::Variant { fields, .. } => fields.iter().for_each(|it| self.pat(&it.1)),
            PatKind::Wild | PatKind::Rest | PatKind::Bind { inner: None, .. } => {}
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Ref { of, .. } => self.referred(of),
            ExprKind::Method(call) => {
                if changes_itself(self.bodies.program(), self.types, expr.id) {
                    self.referred(&call.receiver);
                } else {
                    self.receiver(&call.receiver);
                }
                call.args.iter().for_each(|it| self.expr(it));
            }
            ExprKind::Match(scrutinee, arms) => {
                self.scrutinee(scrutinee);
                for arm in arms {
                    self.pat(&arm.pat);
                    arm.guard.iter().for_each(|it| self.expr(it));
                    self.expr(&arm.body);
                }
            }
            ExprKind::Let(pat, init) => {
                self.pat(pat);
                self.scrutinee(init);
            }
            ExprKind::Deref(base) => self.through(base),
            ExprKind::Field(base, _) => self.through(base),
            ExprKind::Index(base, index) => {
                self.through(base);
                self.expr(index);
            }
            ExprKind::AssignOp(_, place, value) => {
                self.expr(value);
                self.assigned(place);
            }
            ExprKind::Assign(place, value) => {
                self.expr(value);
                match place.kind {
                    ExprKind::Local(_) => {}
                    _ => self.expr(place),
                }
            }
            ExprKind::Closure(function) | ExprKind::Async(function) => {
                let Some(inner) = self.bodies.inner(*function) else { return };
                let moves = self.bodies.moves(*function);
                let by_ref = inner.captures.iter().filter(|it| !it.by_move && !moves.contains(&it.inner));
                self.found.extend(by_ref.map(|it| it.outer));
            }
            ExprKind::Format(format) => format.args.iter().for_each(|it| self.receiver(it)),
            ExprKind::For { pat, iter, body, .. } => {
                self.pat(pat);
                self.expr(iter);
                self.expr(body);
            }
            ExprKind::Block(block) => self.block(block),
            _ => expr.each_part(&mut |it| self.expr(it)),
        }
    }

    /// `a += b` of a variable that is a number works in its register; of anything else it is a call on a reference.
    fn assigned(&mut self, place: &Expr) {
        match (&place.kind, self.types.exprs.get(place.id.index())) {
            (ExprKind::Local(_), Some(Ty::Int(_) | Ty::Float(_) | Ty::Bool)) => {}
            _ => self.referred(place),
        }
    }
}
