//! Where a value of one type may stand for one of another.

use super::Infer;
use super::asked::Asked;
use super::report::{MISMATCHED, Report};
use super::types::{Limit, Type};
use super::unify::Clash;
use crate::source::Span;
use crate::tree::{Expr, ExprKind, Followed};
use std::rc::Rc;

/// The pointers of which the machine takes a reference for one to the text or the elements.
const SEEN_THROUGH: [&str; 2] = ["String", "Vec"];

impl Infer<'_> {
    /// Goes through an expression that has to have a type, and says so if it has another one.
    pub(super) fn expect(&mut self, expr: &Expr, wanted: &Type) {
        let found = self.infer(expr, Some(wanted));
        self.demand(expr, &found, wanted);
    }

    /// One more of several values that become one, of which the type is known so far; functions become pointers.
    ///
    /// Where nothing says what they are to become, an earlier one may have to be coerced to a later one.
    pub(super) fn merge(&mut self, expr: &Expr, so_far: &Type, what: &'static str) -> Type {
        let found = self.infer(expr, Some(so_far));
        let mut found = self.shallow(&found);
        if let (Type::Item(function, args), Type::Var(_)) = (&found, self.shallow(so_far)) {
            let signature = self.signature(*function, args);
            found = Type::Fn(signature.params, Rc::new(signature.ret));
        }
        let free = what != MISMATCHED;
        match self.coerce_at(expr, &found, so_far) {
            Err(Clash::Certain) if free && self.coerce(so_far, &found).is_ok() => return found,
            Err(Clash::Certain) => self.mismatch(innermost(expr).span, what, so_far, &found),
            _ => {}
        }
        so_far.clone()
    }

    pub(super) fn demand(&mut self, expr: &Expr, found: &Type, wanted: &Type) {
        if self.coerce_at(expr, found, wanted) == Err(Clash::Certain) {
            self.mismatch(innermost(expr).span, MISMATCHED, wanted, found);
        }
    }

    /// Lets the value of an expression be used as one of another type, and notes what is to be done to it for that.
    pub(super) fn coerce_at(&mut self, expr: &Expr, found: &Type, wanted: &Type) -> Result<(), Clash> {
        self.followed = None;
        self.became.clear();
        let outcome = self.coerce(found, wanted);
        for (this, of) in std::mem::take(&mut self.became) {
            if outcome.is_ok() {
                self.asked.push(Asked { at: innermost(expr).span, this, of });
            }
        }
        if let Some(followed) = self.followed.take().filter(|_| outcome.is_ok()) {
            let mutable = matches!(self.shallow(wanted), Type::Ref(true, _));
            self.frame().followed.push((expr.id, Followed { mutable, ..followed }));
        }
        outcome
    }

    pub(super) fn mismatch(&mut self, at: Span, what: &'static str, wanted: &Type, found: &Type) {
        self.report(Report::Mismatch { at, what, wanted: wanted.clone(), found: found.clone() });
    }

    /// Lets a value of one type be used as one of another.
    pub(super) fn coerce(&mut self, found: &Type, wanted: &Type) -> Result<(), Clash> {
        let (found, wanted) = (self.shallow(found), self.shallow(wanted));
        match (&found, &wanted) {
            (Type::Never, Type::Var(var)) => {
                self.diverging.push(*var);
                Ok(())
            }
            (Type::Never, _) => Ok(()),
            (Type::Ref(m, a), Type::Ref(n, b)) => {
                if *n && !*m {
                    return self.unify_or_not(a, b).and(Err(Clash::Certain));
                }
                // What is asked of it may say what it is, where it must not become what has no size.
                let a = self.settled(a);
                self.coerce_target(&a, b)
            }
            (Type::Ref(_, a), Type::Ptr(_, b)) | (Type::Ptr(_, a), Type::Ptr(_, b)) => {
                let same = self.unify_or_not(a, b);
                if same.is_err() && self.unsize(a, b) { Ok(()) } else { same }
            }
            (Type::Item(..) | Type::Closure(_), Type::Fn(params, ret)) => {
                let signature = self.callable(&found).ok_or(Clash::Unsure)?;
                if signature.params.len() != params.len() {
                    return Err(Clash::Unsure);
                }
                for (a, b) in signature.params.iter().zip(&**params) {
                    self.unify(a, b).map_err(|_| Clash::Unsure)?;
                }
                self.unify(&signature.ret, ret).map_err(|_| Clash::Unsure)
            }
            (Type::Adt(x, xs), Type::Adt(y, ys)) if x == y => {
                let clash = self.unify_or_not(&found, &wanted);
                if clash.is_err() && self.unsize_args(xs, ys, 0) { Ok(()) } else { clash }
            }
            _ => self.unify(&found, &wanted),
        }
    }

    /// What stands behind `&`: the same, a slice of an array, `dyn` of what implements it, or what it dereferences to.
    fn coerce_target(&mut self, found: &Type, wanted: &Type) -> Result<(), Clash> {
        let same = self.unify_or_not(found, wanted);
        if same.is_ok() {
            return Ok(());
        }
        let slice = matches!(self.shallow(wanted), Type::Slice(_));
        let follow = |it: &Self, steps: &[Type]| {
            let by_itself = steps.iter().all(|step| it.is_seen_through(step));
            Some(Followed { times: steps.len() as u8, mutable: false, by_itself, slice })
        };
        if self.unsize(found, wanted) {
            self.followed = follow(self, &[]).filter(|it| it.slice);
            return Ok(());
        }
        let mut clash = same;
        let steps = self.derefs(found);
        for (times, step) in steps.iter().enumerate().skip(1) {
            match self.unify_or_not(step, wanted) {
                Ok(()) => {
                    self.followed = follow(self, &steps[..times]);
                    return Ok(());
                }
                Err(Clash::Unsure) => clash = Err(Clash::Unsure),
                Err(Clash::Certain) => {}
            }
            if self.unsize(step, wanted) {
                self.followed = follow(self, &steps[..times]).filter(|it| it.slice);
                return Ok(());
            }
        }
        clash
    }

    /// Whether the machine takes what a reference to such a pointer leads to for what is behind the pointer.
    fn is_seen_through(&self, pointer: &Type) -> bool {
        match pointer {
            Type::Adt(adt, _) => SEEN_THROUGH.iter().any(|it| self.index.is_adt(*adt, it)),
            // What is behind it may outlive the place that it is in.
            Type::Ref(..) => false,
            _ => true,
        }
    }

    /// Makes `dyn Trait` of a type, or a slice of an array.
    fn unsize(&mut self, found: &Type, wanted: &Type) -> bool {
        let (found, wanted) = (self.shallow(found), self.shallow(wanted));
        match (&found, &wanted) {
            (Type::Array(a, _), Type::Slice(b)) => self.unify_or_not(a, b).is_ok(),
            (Type::Dyn(_), Type::Dyn(_)) => true,
            (_, Type::Dyn(limits)) if !matches!(found, Type::Str | Type::Slice(_)) => {
                self.ask_of_unsized(&found, limits);
                self.oblige_all(&found, limits);
                true
            }
            _ => false,
        }
    }

    pub(super) fn oblige_all(&mut self, this: &Type, limits: &[Limit]) {
        for limit in limits {
            self.oblige(this.clone(), limit.clone());
        }
    }

    /// `Box<T>` to `Box<dyn Trait>`, also in `Pin`.
    fn unsize_args(&mut self, found: &[Type], wanted: &[Type], depth: u32) -> bool {
        let mut changed = false;
        for (a, b) in found.iter().zip(wanted) {
            let (a, b) = (self.shallow(a), self.shallow(b));
            changed |= match (&a, &b) {
                (Type::Adt(x, xs), Type::Adt(y, ys)) if x == y && depth < 3 => {
                    self.unify_or_not(&a, &b).is_ok() || self.unsize_args(xs, ys, depth + 1)
                }
                (Type::Ref(_, a), Type::Ref(_, b)) => self.unsize(a, b),
                _ => self.unsize(&a, &b),
            };
        }
        changed
    }
}

/// The expression that a block comes down to.
fn innermost(mut expr: &Expr) -> &Expr {
    while let ExprKind::Block(block) = &expr.kind {
        match &block.tail {
            Some(tail) => expr = tail,
            None => break,
        }
    }
    expr
}
