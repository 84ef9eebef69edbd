//! Structs and enums: fields, discriminants, what they derive.

use super::leak;
use crate::diagnostic::Diagnostic;
use crate::lower::attribute;
use crate::lower::env::Env;
use crate::lower::import::is_public;
use crate::lower::world::World;
use crate::tree::{Adt, AdtId, Derive, Field, Function, Ty, Variant};
use std::rc::Rc;
use syn::Fields;

impl World {
    pub(super) fn struct_header(&mut self, id: AdtId, it: &syn::ItemStruct) {
        let (env, ty) = self.adt_env(id, &it.generics);
        let attributes = self.attributes(env.module, &it.attrs);
        let variant = self.variant_header(&env, id, 0, &it.fields, &ty, &[], 0);
        self.finish_adt(id, &env, Rc::from([variant]), &it.generics, &it.attrs, attributes);
    }

    pub(super) fn enum_header(&mut self, id: AdtId, it: &syn::ItemEnum) {
        let (env, ty) = self.adt_env(id, &it.generics);
        let attributes = self.attributes(env.module, &it.attrs);
        let mut next = 0;
        let mut variants = Vec::new();
        for (index, variant) in it.variants.iter().enumerate() {
            if let Some((_, value)) = &variant.discriminant {
                next = self.discriminant(&env, value).unwrap_or(next);
            }
            variants.push(self.variant_header(&env, id, index, &variant.fields, &ty, &variant.attrs, next));
            next = next.wrapping_add(1);
        }
        self.finish_adt(id, &env, variants.into(), &it.generics, &it.attrs, attributes);
    }

    fn adt_env(&mut self, id: AdtId, generics: &syn::Generics) -> (Env, Ty) {
        let module = self.adts[id.index()].module;
        let env = self.with_generics(&Env::of(module), generics);
        let ty = Ty::Adt(id, env.generics.params.iter().map(|it| Ty::Param(*it)).collect());
        (Env { self_ty: Some(ty.clone()), ..env }, ty)
    }

    fn finish_adt(
        &mut self,
        id: AdtId,
        env: &Env,
        variants: Rc<[Variant]>,
        generics: &syn::Generics,
        all: &[syn::Attribute],
        attributes: Rc<[crate::tree::Attribute]>,
    ) {
        let derives = super::super::derive::derives(all).into_iter();
        let derives: Vec<Derive> = derives.filter_map(|it| super::super::derive::named(&it.0)).collect();
        let old = self.program.adt(id).clone();
        self.program_mut().adts[id.index()] = Rc::new(Adt {
            generics: env.generics.clone(),
            variants,
            lifetimes: generics.lifetimes().count() as u16,
            derives: derives.into(),
            attributes,
            ..(*old).clone()
        });
        if let Some(name) = attribute::lang(all) {
            self.program_mut().lang.adts.insert(leak(&name), id);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "these are the parts of a variant")]
    fn variant_header(
        &mut self,
        env: &Env,
        id: AdtId,
        index: usize,
        fields: &Fields,
        ty: &Ty,
        attributes: &[syn::Attribute],
        discriminant: i128,
    ) -> Variant {
        let decl = self.adts[id.index()].variants[index].clone();
        let mut done = Vec::new();
        for (number, it) in fields.iter().filter(|it| attribute::is_compiled(&it.attrs)).enumerate() {
            let attributes = self.attributes(env.module, &it.attrs);
            let public = self.adts[id.index()].is_enum || is_public(&it.vis);
            self.check_field_lifetimes(env, &it.ty);
            done.push(Field { name: decl.fields[number], ty: self.ty(env, &it.ty), public, attributes });
        }
        if let Some(constructor) = decl.constructor {
            let old = self.program.function(constructor).clone();
            self.program_mut().functions[constructor.index()] = Rc::new(Function {
                generics: env.generics.clone(),
                params: done.iter().map(|it| it.ty.clone()).collect(),
                ret: ty.clone(),
                ..(*old).clone()
            });
        }
        let attributes = self.attributes(env.module, attributes);
        Variant { name: decl.name, shape: decl.shape, fields: done.into(), discriminant, attributes }
    }

    /// A number that the text gives.
    fn discriminant(&mut self, env: &Env, value: &syn::Expr) -> Option<i128> {
        let number = integer(value);
        if number.is_none() {
            use crate::parse::Spanned as _;
            let span = self.span(env.module, value.span());
            self.report(
                Diagnostic::error(
                    span,
                    "a discriminant that has to be computed is not supported by the playground",
                )
                .hint("write the number"),
            );
        }
        number
    }
}

/// Sums, shifts and such of literals.
fn integer(value: &syn::Expr) -> Option<i128> {
    match value {
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Int(it), .. }) => it.base10_parse().ok(),
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Byte(it), .. }) => Some(i128::from(it.value())),
        syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Char(it), .. }) => {
            Some(i128::from(u32::from(it.value())))
        }
        syn::Expr::Unary(it) if matches!(it.op, syn::UnOp::Neg(_)) => integer(&it.expr)?.checked_neg(),
        syn::Expr::Paren(it) => integer(&it.expr),
        syn::Expr::Group(it) => integer(&it.expr),
        syn::Expr::Cast(it) => integer(&it.expr),
        syn::Expr::Binary(it) => {
            let (left, right) = (integer(&it.left)?, integer(&it.right)?);
            match it.op {
                syn::BinOp::Add(_) => left.checked_add(right),
                syn::BinOp::Sub(_) => left.checked_sub(right),
                syn::BinOp::Mul(_) => left.checked_mul(right),
                syn::BinOp::Shl(_) => left.checked_shl(u32::try_from(right).ok()?),
                syn::BinOp::BitOr(_) => Some(left | right),
                _ => None,
            }
        }
        _ => None,
    }
}
