//! Paths that are values.

use crate::lower::body::Cx;
use crate::lower::body::Named;
use crate::lower::module::{Def, Ns};
use crate::lower::path::Kind;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::{AdtId, Bound, Expr, ExprKind, Path, Res, Shape, Ty};
use std::rc::Rc;
use syn::PathArguments;

impl Cx<'_> {
    /// A variable, or an item by its path.
    pub(in crate::lower) fn path(&mut self, it: &syn::ExprPath, kind: Kind) -> Expr {
        let span = self.path_span(it);
        if it.qself.is_some() {
            return self.qualified(it, span);
        }
        if let Some(ident) = it.path.get_ident() {
            let name = self.world.symbol(ident);
            match self.named(name, span) {
                Named::Local(local) => return self.make(ExprKind::Local(local), span),
                Named::Def(def) => return self.def(&def, it, kind, span),
                Named::Nothing => return self.unknown_name(it, name, kind, span),
            }
        }
        let env = self.env.clone();
        let Some(found) = self.world.resolve(&env, &it.path, kind) else { return self.unit(span) };
        if found.rest == 0 {
            return self.def(&found.def, it, kind, span);
        }
        self.member(&found.def, found.rest, it, kind, span)
    }

    fn path_span(&self, it: &syn::ExprPath) -> Span {
        let first = match (&it.qself, &it.path.leading_colon) {
            (Some(qself), _) => qself.lt_token.spans[0],
            (None, Some(colons)) => colons.spans[0],
            (None, None) => {
                it.path.segments.first().map_or_else(proc_macro2::Span::call_site, |it| it.ident.span())
            }
        };
        let last = it.path.segments.last().map_or(first, |it| match &it.arguments {
            PathArguments::AngleBracketed(args) => args.gt_token.spans[0],
            _ => it.ident.span(),
        });
        self.span(first).to(self.span(last))
    }

    /// An item of its own.
    fn def(&mut self, def: &Def, it: &syn::ExprPath, kind: Kind, span: Span) -> Expr {
        let last = it.path.segments.last().map(|it| it.arguments.clone());
        let args = self.type_args(last.as_ref());
        let to = match def {
            Def::Fn(id) => Res::Fn(*id),
            Def::Global(id) => Res::Global(*id),
            Def::Variant(adt, variant) => {
                let args = args.or_else(|| self.enum_args(it));
                return self.variant(*adt, *variant, args, span);
            }
            Def::SelfTy => match self.env.self_ty.clone() {
                Some(Ty::Adt(adt, args)) if !self.world.adts[adt.index()].is_enum => {
                    return self.variant(adt, 0, Some(args), span);
                }
                _ => {
                    self.error(
                        span,
                        "the `Self` constructor must be used with unit or tuple structs",
                        None,
                        "",
                    );
                    return self.unit(span);
                }
            },
            Def::ConstParam(param) => Res::Const(*param, self.env.constant_ty(*param)),
            Def::Error => return self.unit(span),
            _ => {
                self.not_a_value(it, kind, span, def);
                return self.unit(span);
            }
        };
        self.make(ExprKind::Path(Path { to, args }), span)
    }

    /// A struct or variant as a value.
    fn variant(&mut self, adt: AdtId, variant: u32, args: Option<Rc<[Ty]>>, span: Span) -> Expr {
        let decl = self.world.adts[adt.index()].variants[variant as usize].clone();
        let to = match (decl.shape, decl.constructor) {
            (Shape::Tuple, Some(constructor)) => Res::Fn(constructor),
            (Shape::Unit, _) => Res::Unit(adt, variant),
            _ => {
                let name = self.world.text(decl.name);
                let owner = self.world.text(self.world.adts[adt.index()].name);
                let full = if self.world.adts[adt.index()].is_enum {
                    format!("{owner}::{name}")
                } else {
                    name.to_string()
                };
                let fields: Vec<_> = decl.fields.iter().map(|it| self.world.text(*it)).collect();
                let hint =
                    format!("use struct literal syntax: `{full} {{ {}: value }}`", fields.join(": value, "));
                self.error(
                    span,
                    format!("expected value, found struct variant `{full}`"),
                    Some("E0533"),
                    &hint,
                );
                return self.unit(span);
            }
        };
        self.make(ExprKind::Path(Path { to, args }), span)
    }

    /// `Option::<i32>::None`: the arguments stand behind the type.
    fn enum_args(&mut self, it: &syn::ExprPath) -> Option<Rc<[Ty]>> {
        let before = it.path.segments.iter().rev().nth(1)?.arguments.clone();
        self.type_args(Some(&before))
    }

    pub(super) fn type_args(&mut self, args: Option<&PathArguments>) -> Option<Rc<[Ty]>> {
        let PathArguments::AngleBracketed(it) = args? else { return None };
        let env = self.env.clone();
        Some(self.world.generic_args(&env, &it.args))
    }

    /// `Type::name`, `T::name`, `Trait::name`: what the names behind the type lead to is found when the type is known.
    fn member(&mut self, def: &Def, rest: usize, it: &syn::ExprPath, kind: Kind, span: Span) -> Expr {
        let count = it.path.segments.len() - rest;
        let last = &it.path.segments[it.path.segments.len() - 1];
        let name = self.world.symbol(&last.ident);
        let args = self.type_args(Some(&last.arguments));
        let env = self.env.clone();
        if let (Def::Trait(id), 1) = (def, rest) {
            let given = self.type_args(Some(&it.path.segments[count - 1].arguments));
            let given = given.unwrap_or_else(|| Rc::new([]));
            let of = Bound { of: *id, args: given, assoc: Rc::new([]) };
            let path = Path { to: Res::Assoc(Ty::Unknown, Some(of), name), args };
            return self.make(ExprKind::Path(path), span);
        }
        if matches!(def, Def::Fn(_) | Def::Global(_) | Def::Variant(..) | Def::Module(_)) {
            self.not_a_value(it, kind, span, def);
            return self.unit(span);
        }
        // All but the last name are a type.
        let segments: syn::punctuated::Punctuated<_, _> =
            it.path.segments.iter().take(it.path.segments.len() - 1).cloned().collect();
        let path = syn::Path { leading_colon: it.path.leading_colon, segments };
        let ty = if rest == 1 {
            let arguments = it.path.segments[count - 1].arguments.clone();
            match def {
                // Defaults are for what is written as a type: `Point::default()` makes points of any kind.
                Def::Adt(id) if arguments.is_none() => self.world.open_adt(*id),
                def => self.world.def_ty(&env, def, &arguments, &path),
            }
        } else {
            self.world.path_ty(&env, None, &path)
        };
        self.of_type(ty, name, args, it, span)
    }

    fn of_type(
        &mut self,
        ty: Ty,
        name: crate::names::Symbol,
        args: Option<Rc<[Ty]>>,
        it: &syn::ExprPath,
        span: Span,
    ) -> Expr {
        if let Ty::Adt(adt, of) = &ty
            && let Some(Def::Variant(adt, variant)) = self.world.variant_named(*adt, name)
        {
            let given = of.iter().any(|it| *it != Ty::Unknown).then(|| of.clone());
            return self.variant(adt, variant, given, span);
        }
        if let Ty::Adt(adt, _) = &ty
            && self.world.adts[adt.index()].is_enum
            && self.world.text(name).starts_with(char::is_uppercase)
            && !self.world.has_member(*adt, name)
        {
            self.no_such_variant(*adt, &it.path);
            return self.unit(span);
        }
        let of = self.trait_with_constant(&ty, name);
        self.make(ExprKind::Path(Path { to: Res::Assoc(ty, of, name), args }), span)
    }

    /// The trait by which a type parameter, or `Self` in a trait, has a constant: what it stands for may have others of
    /// that name.
    fn trait_with_constant(&self, ty: &Ty, name: crate::names::Symbol) -> Option<Bound> {
        if !matches!(ty, Ty::Param(_)) {
            return None;
        }
        let traits = &self.world.program.traits;
        let own = self.env.in_trait.filter(|_| self.env.self_ty.as_ref() == Some(ty)).map(|of| {
            let params = traits[of.index()].generics.params.iter().skip(1);
            Bound { of, args: params.map(|it| Ty::Param(*it)).collect(), assoc: Rc::from([]) }
        });
        let bounds = self.env.generics.bounds.iter().filter(|it| it.0 == *ty).map(|it| it.1.clone());
        let has = |it: &Bound| traits[it.of.index()].consts.iter().any(|it| it.0 == name);
        own.into_iter().chain(bounds).find(has)
    }

    /// `<T>::name`, `<T as Trait>::name`.
    fn qualified(&mut self, it: &syn::ExprPath, span: Span) -> Expr {
        let (Some(qself), Some(last)) = (&it.qself, it.path.segments.last()) else { return self.unit(span) };
        let env = self.env.clone();
        let name = self.world.symbol(&last.ident);
        let args = self.type_args(Some(&last.arguments));
        let count = it.path.segments.len();
        let (ty, of) = if count == qself.position + 1 {
            let ty = self.world.ty(&env, &qself.ty);
            let of = match qself.position {
                0 => None,
                _ => self.world.qualified_trait(&env, (qself, &ty), &it.path),
            };
            (ty, of)
        } else {
            let segments = it.path.segments.iter().take(count - 1).cloned().collect();
            let path = syn::Path { leading_colon: it.path.leading_colon, segments };
            (self.world.path_ty(&env, Some(qself), &path), None)
        };
        if of.is_none() {
            return self.of_type(ty, name, args, it, span);
        }
        self.make(ExprKind::Path(Path { to: Res::Assoc(ty, of, name), args }), span)
    }

    fn not_a_value(&mut self, it: &syn::ExprPath, kind: Kind, span: Span, def: &Def) {
        let text = crate::lower::attribute::path_text(&it.path);
        let wanted = if kind == Kind::Call { "function" } else { "value" };
        let found = self.world.def_word(def);
        self.error(span, format!("expected {wanted}, found {found} `{text}`"), Some("E0423"), "");
    }

    fn unknown_name(
        &mut self,
        it: &syn::ExprPath,
        name: crate::names::Symbol,
        kind: Kind,
        span: Span,
    ) -> Expr {
        let text = self.world.text(name);
        if self.env.param(name).is_some() || matches!(&*text, "self" | "Self") {
            let env = self.env.clone();
            if let Some(found) = self.world.resolve(&env, &it.path, kind) {
                return self.def(&found.def, it, kind, span);
            }
            return self.unit(span);
        }
        let near = self.local_names();
        let names: Vec<_> = near.iter().map(|it| self.world.text(*it)).collect();
        if let Some(near) = crate::lower::suggest::nearest(&text, names.iter().map(|it| &**it)) {
            let what = if kind == Kind::Call { "function" } else { "value" };
            let message = format!("cannot find {what} `{text}` in this scope");
            self.error(span, message, Some("E0425"), &format!("did you mean `{near}`?"));
            return self.unit(span);
        }
        let env = self.env.clone();
        if let Some(def) = self.world.lexical(env.module, name, Ns::Type)
            && !matches!(def, Def::Error)
        {
            self.not_a_value(it, kind, span, &def);
            return self.unit(span);
        }
        let found = self.world.resolve(&env, &it.path, kind);
        debug_assert!(found.is_none_or(|it| it.def != Def::Error), "an unknown name leads nowhere");
        let _ = it.path.span();
        self.unit(span)
    }
}
