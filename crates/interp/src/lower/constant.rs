//! Constants that types speak of: the lengths of arrays, the arguments of constant parameters.
//!
//! What cannot be told from the text alone, such as the result of a `const fn`, is unknown in the type. Where only the
//! value matters it is computed all the same, when the program runs.

use super::env::Env;
use super::header::Pending;
use super::module::{Def, Ns};
use super::world::{SourceText, World};
use crate::tree::{Const, GlobalId, IntTy, Ty};
use syn::{BinOp, Expr, GenericParam, Lit, Stmt, UnOp};

/// The deepest that constants lead to constants.
const DEEPEST: u32 = 32;

impl World {
    /// The constant that an expression is, as an argument: a value, a parameter, or unknown.
    pub(super) fn constant(&mut self, env: &Env, expr: &Expr) -> Ty {
        self.constant_at(env, expr, 0)
    }

    fn constant_at(&mut self, env: &Env, expr: &Expr, depth: u32) -> Ty {
        if depth > DEEPEST {
            return Ty::Unknown;
        }
        let known = |value: Option<Const>| value.map_or(Ty::Unknown, Ty::Const);
        match expr {
            Expr::Lit(it) => known(literal(&it.lit)),
            Expr::Group(it) => self.constant_at(env, &it.expr, depth + 1),
            Expr::Paren(it) => self.constant_at(env, &it.expr, depth + 1),
            Expr::Cast(it) => self.constant_at(env, &it.expr, depth + 1),
            Expr::Block(it) => match &it.block.stmts[..] {
                [Stmt::Expr(value, None)] => self.constant_at(env, value, depth + 1),
                _ => Ty::Unknown,
            },
            Expr::Unary(it) => match (&it.op, self.constant_at(env, &it.expr, depth + 1)) {
                (UnOp::Neg(_), Ty::Const(Const::Int(value))) => known(value.checked_neg().map(Const::Int)),
                (UnOp::Not(_), Ty::Const(Const::Bool(value))) => Ty::Const(Const::Bool(!value)),
                _ => Ty::Unknown,
            },
            Expr::Binary(it) => {
                let sides = [&it.left, &it.right].map(|it| self.constant_at(env, it, depth + 1));
                match sides {
                    [Ty::Const(Const::Int(left)), Ty::Const(Const::Int(right))] => {
                        known(computed(&it.op, left, right))
                    }
                    _ => Ty::Unknown,
                }
            }
            Expr::Path(it) if it.qself.is_none() => self.constant_named(env, &it.path, depth + 1),
            _ => Ty::Unknown,
        }
    }

    /// A parameter, a constant, or a constant of the integer types.
    pub(super) fn constant_named(&mut self, env: &Env, path: &syn::Path, depth: u32) -> Ty {
        if let Some(ident) = path.get_ident() {
            let name = self.symbol(ident);
            if let Some((param, constant)) = env.param(name) {
                return if constant { Ty::Param(param) } else { Ty::Unknown };
            }
        }
        let names: Vec<_> = path.segments.iter().map(|it| self.symbol(&it.ident)).collect();
        match self.try_resolve(env, path.leading_colon.is_some(), &names, Ns::Value) {
            Ok(found) => match (found.def, found.rest) {
                (Def::Global(global), 0) => self.constant_global(global, depth),
                (Def::Prim(Ty::Int(ty)), 1) => self.bound_of(ty, names[names.len() - 1]),
                _ => Ty::Unknown,
            },
            Err(_) => Ty::Unknown,
        }
    }

    fn bound_of(&self, ty: IntTy, name: crate::names::Symbol) -> Ty {
        match (ty.bits(), &**self.program.names.text(name)) {
            (bits, "BITS") => Ty::Const(Const::Int(i128::from(bits))),
            (..128, "MIN") => Ty::Const(Const::Int(ty.range().0)),
            (..128, "MAX") => Ty::Const(Const::Int(ty.range().1)),
            _ => Ty::Unknown,
        }
    }

    fn constant_global(&mut self, global: GlobalId, depth: u32) -> Ty {
        let body = self.program.globals[global.index()].body;
        let waiting = || {
            self.queue.iter().find_map(|it| match it {
                Pending::Global(module, id, _, value) if *id == global => {
                    Some((value.clone(), Env::of(*module)))
                }
                _ => None,
            })
        };
        let found = match self.sources.get(&body).map(|it| (&it.text, &it.env)) {
            Some((SourceText::Value(value), env)) => Some((value.clone(), env.clone())),
            _ => waiting(),
        };
        found.map_or(Ty::Unknown, |(value, env)| self.constant_at(&env, &value, depth))
    }

    /// What the parameters of a struct, an enum, a trait or an alias are when the text leaves them out, in their order; a
    /// default may speak of the parameters before it.
    pub(super) fn default_arg(&mut self, env: &Env, param: &GenericParam) -> Ty {
        match param {
            GenericParam::Type(it) => it.default.as_ref().map(|it| self.ty(env, &it.1)),
            GenericParam::Const(it) => it.default.as_ref().map(|it| self.constant(env, &it.1)),
            GenericParam::Lifetime(_) => None,
        }
        .unwrap_or(Ty::Unknown)
    }
}

/// The parameters that are no lifetimes.
pub(super) fn params_of(generics: &syn::Generics) -> impl Iterator<Item = &GenericParam> {
    generics.params.iter().filter(|it| !matches!(it, GenericParam::Lifetime(_)))
}

fn literal(lit: &Lit) -> Option<Const> {
    Some(match lit {
        Lit::Int(it) => Const::Int(it.base10_parse().ok()?),
        Lit::Byte(it) => Const::Int(i128::from(it.value())),
        Lit::Bool(it) => Const::Bool(it.value),
        Lit::Char(it) => Const::Char(it.value()),
        _ => return None,
    })
}

fn compared(op: &BinOp, left: i128, right: i128) -> Option<bool> {
    Some(match op {
        BinOp::Eq(_) => left == right,
        BinOp::Ne(_) => left != right,
        BinOp::Lt(_) => left < right,
        BinOp::Le(_) => left <= right,
        BinOp::Gt(_) => left > right,
        BinOp::Ge(_) => left >= right,
        _ => return None,
    })
}

fn computed(op: &BinOp, left: i128, right: i128) -> Option<Const> {
    if let Some(holds) = compared(op, left, right) {
        return Some(Const::Bool(holds));
    }
    let value = match op {
        BinOp::Add(_) => left.checked_add(right),
        BinOp::Sub(_) => left.checked_sub(right),
        BinOp::Mul(_) => left.checked_mul(right),
        BinOp::Div(_) => left.checked_div(right),
        BinOp::Rem(_) => left.checked_rem(right),
        BinOp::Shl(_) => u32::try_from(right).ok().filter(|it| *it < 64).and_then(|it| left.checked_shl(it)),
        BinOp::Shr(_) => u32::try_from(right).ok().and_then(|it| left.checked_shr(it)),
        _ => return None,
    };
    value.map(Const::Int)
}
