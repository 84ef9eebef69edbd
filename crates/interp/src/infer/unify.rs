//! Making two types one.

use super::Infer;
use super::types::{Limit, Type, Var};
use super::vars::Kind;

/// Why two types are not one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Clash {
    /// They surely differ.
    Certain,
    /// Too little is known of them to say.
    Unsure,
}

/// How deep and how large types may become; what is larger is unknown.
pub(super) const MAX_DEPTH: u32 = 48;
pub(super) const MAX_SIZE: u32 = 600;

impl Infer<'_> {
    pub(super) fn shallow(&self, ty: &Type) -> Type {
        self.vars.shallow(ty)
    }

    pub(super) fn fresh(&mut self) -> Type {
        self.vars.fresh(Kind::Any)
    }

    /// Makes two types one, as far as they agree.
    pub(super) fn unify(&mut self, a: &Type, b: &Type) -> Result<(), Clash> {
        self.unify_at(a, b, 0)
    }

    /// Makes two types one, or leaves all as it was.
    pub(super) fn unify_or_not(&mut self, a: &Type, b: &Type) -> Result<(), Clash> {
        let snapshot = self.vars.snapshot();
        let result = self.unify(a, b);
        match result {
            Ok(()) => self.vars.commit(&snapshot),
            Err(_) => self.vars.rollback(&snapshot),
        }
        result
    }

    fn unify_at(&mut self, a: &Type, b: &Type, depth: u32) -> Result<(), Clash> {
        if depth > MAX_DEPTH || !self.spend() {
            return Err(Clash::Unsure);
        }
        let (a, b) = (self.shallow(a), self.shallow(b));
        match (&a, &b) {
            (Type::Var(v), Type::Var(w)) if v == w => Ok(()),
            (Type::Var(v), Type::Var(w)) => {
                if self.vars.join(*v, *w) {
                    Ok(())
                } else {
                    Err(Clash::Certain)
                }
            }
            (Type::Unknown, other) | (other, Type::Unknown) => {
                self.shake(other);
                Ok(())
            }
            (Type::Var(v), other) | (other, Type::Var(v)) => self.bind(*v, other),
            (Type::Tuple(x), Type::Tuple(y)) if x.len() == y.len() => self.unify_all(x, y, depth),
            (Type::Ref(m, x), Type::Ref(n, y)) if m == n => self.unify_at(x, y, depth + 1),
            (Type::Ptr(_, x), Type::Ptr(_, y)) => self.unify_at(x, y, depth + 1),
            (Type::Slice(x), Type::Slice(y)) => self.unify_at(x, y, depth + 1),
            (Type::Array(x, n), Type::Array(y, m)) => {
                self.unify_at(x, y, depth + 1)?;
                self.unify_at(n, m, depth + 1)
            }
            (Type::Adt(x, xs), Type::Adt(y, ys)) if x == y => self.unify_all(xs, ys, depth),
            (Type::Fn(xs, x), Type::Fn(ys, y)) if xs.len() == ys.len() => {
                self.unify_all(xs, ys, depth)?;
                self.unify_at(x, y, depth + 1)
            }
            (Type::Item(x, xs), Type::Item(y, ys)) if x == y => self.unify_all(xs, ys, depth),
            (Type::Dyn(xs), Type::Dyn(ys)) | (Type::Opaque(xs), Type::Opaque(ys)) => {
                self.unify_limits(xs, ys, depth)
            }
            (Type::Assoc(x, t, n), Type::Assoc(y, u, m)) if t == u && n == m => {
                self.unify_at(x, y, depth + 1).map_err(|_| Clash::Unsure)
            }
            _ if a == b => Ok(()),
            _ if a.is_plain() && b.is_plain() => Err(Clash::Certain),
            _ => Err(Clash::Unsure),
        }
    }

    fn unify_all(&mut self, xs: &[Type], ys: &[Type], depth: u32) -> Result<(), Clash> {
        let mut result = Ok(());
        for (x, y) in xs.iter().zip(ys) {
            let one = self.unify_at(x, y, depth + 1);
            if one.is_err() && result != Err(Clash::Certain) {
                result = one;
            }
        }
        result
    }

    /// Traits of the same order are taken to be the same.
    fn unify_limits(&mut self, xs: &[Limit], ys: &[Limit], depth: u32) -> Result<(), Clash> {
        let (Some(x), Some(y)) = (xs.first(), ys.first()) else { return Ok(()) };
        if x.of != y.of {
            return Err(Clash::Unsure);
        }
        self.unify_all(&x.args, &y.args, depth).map_err(|_| Clash::Unsure)?;
        for (name, ty) in &*x.assoc {
            if let Some((_, other)) = y.assoc.iter().find(|it| it.0 == *name) {
                self.unify_at(ty, other, depth + 1).map_err(|_| Clash::Unsure)?;
            }
        }
        Ok(())
    }

    fn bind(&mut self, var: Var, to: &Type) -> Result<(), Clash> {
        match (self.vars.kind(var), to) {
            (Kind::Any, _) | (Kind::Int, Type::Int(_)) | (Kind::Float, Type::Float(_)) => {}
            (_, to) if to.is_plain() => return Err(Clash::Certain),
            _ => {
                self.vars.shake(var);
                return Err(Clash::Unsure);
            }
        }
        let mut size = MAX_SIZE;
        match self.fits(var, to, 0, &mut size) {
            Fit::Good => self.vars.bind(var, to.clone()),
            Fit::Huge => self.vars.bind(var, Type::Unknown),
            Fit::Within => return Err(Clash::Unsure),
        }
        Ok(())
    }

    /// Looks whether a type contains a variable, and whether it is small enough.
    fn fits(&self, var: Var, ty: &Type, depth: u32, size: &mut u32) -> Fit {
        if depth > MAX_DEPTH || *size == 0 {
            return Fit::Huge;
        }
        *size -= 1;
        let ty = self.shallow(ty);
        if ty == Type::Var(var) {
            return Fit::Within;
        }
        let mut worst = Fit::Good;
        each_part(&ty, &mut |part| {
            if worst == Fit::Good {
                worst = self.fits(var, part, depth + 1, size);
            }
        });
        worst
    }

    /// The type, or `Unknown` if it is too large to be walked through again and again.
    pub(super) fn bounded(&self, ty: Type) -> Type {
        let mut size = MAX_SIZE;
        match self.fits(Var(u32::MAX), &ty, 0, &mut size) {
            Fit::Huge => Type::Unknown,
            _ => ty,
        }
    }

    /// Notes of all open variables in a type that they have met something unknown.
    pub(super) fn shake(&mut self, ty: &Type) {
        for var in self.open_vars(ty) {
            self.vars.shake(var);
        }
    }

    /// As [`shake`](Self::shake), but not of numbers.
    pub(super) fn shake_any(&mut self, ty: &Type) {
        if let Type::Var(var) = self.shallow(ty)
            && self.vars.kind(var) == Kind::Any
        {
            self.vars.shake(var);
        }
    }

    /// The open variables in a type.
    pub(super) fn open_vars(&self, ty: &Type) -> Vec<Var> {
        let (mut found, mut size) = (Vec::new(), MAX_SIZE);
        self.collect_vars(ty, 0, &mut size, &mut found);
        found
    }

    fn collect_vars(&self, ty: &Type, depth: u32, size: &mut u32, found: &mut Vec<Var>) {
        if depth > MAX_DEPTH || *size == 0 {
            return;
        }
        *size -= 1;
        let ty = self.shallow(ty);
        match &ty {
            Type::Var(var) => found.push(*var),
            Type::Closure(function) => {
                if let Some(signature) = self.signatures.get(function) {
                    self.collect_vars(&signature.ret, depth + 1, size, found);
                }
            }
            _ => each_part(&ty, &mut |part| self.collect_vars(part, depth + 1, size, found)),
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fit {
    Good,
    Huge,
    Within,
}

/// Calls a function with each type that a type is made of.
pub(super) fn each_part(ty: &Type, f: &mut dyn FnMut(&Type)) {
    match ty {
        Type::Tuple(parts) | Type::Adt(_, parts) | Type::Item(_, parts) | Type::Select(parts) => {
            parts.iter().for_each(f);
        }
        Type::Ref(_, of) | Type::Ptr(_, of) | Type::Slice(of) | Type::Assoc(of, ..) => f(of),
        Type::Array(of, length) => {
            f(of);
            f(length);
        }
        Type::Fn(params, ret) => {
            params.iter().for_each(&mut *f);
            f(ret);
        }
        Type::Dyn(limits) | Type::Opaque(limits) => {
            for limit in &**limits {
                limit.args.iter().for_each(&mut *f);
                limit.assoc.iter().for_each(|it| f(&it.1));
            }
        }
        _ => {}
    }
}
