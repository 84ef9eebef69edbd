//! `impl` blocks.

use super::Owner;
use crate::diagnostic::Diagnostic;
use crate::lower::attribute;
use crate::lower::env::Env;
use crate::lower::world::World;
use crate::names::Symbol;
use crate::parse::Spanned as _;
use crate::source::FileId;
use crate::tree::{GlobalKind, Impl, ImplId, ModuleId, TraitId, Ty};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use syn::ImplItem;

impl World {
    pub(super) fn impl_header(&mut self, module: ModuleId, mut it: syn::ItemImpl) {
        if it.modifiers.polarity.is_some() {
            return;
        }
        let mut env = self.with_self(&Env::of(module), &it.generics, &it.self_ty);
        let mut assoc: FxHashMap<Symbol, Rc<syn::Type>> = FxHashMap::default();
        for item in &it.items {
            if let ImplItem::Type(it) = item {
                assoc.insert(self.symbol(&it.ident), Rc::new(it.ty.clone()));
            }
        }
        env.assoc = Rc::new(assoc);
        let of = match &it.trait_ {
            None => None,
            Some((path, _)) => match self.trait_bound(&env, path) {
                Some(bound) => Some((bound.of, bound.args)),
                None => return,
            },
        };
        env.impl_of = of.as_ref().map(|it| it.0);
        let self_ty = env.self_ty.clone().unwrap_or(Ty::Unknown);
        let id = ImplId(self.program.impls.len() as u32);
        let span = self.span(module, it.impl_token.span);
        self.program_mut().impls.push(Rc::new(Impl {
            generics: env.generics.clone(),
            self_ty: self_ty.clone(),
            of: of.clone(),
            functions: Rc::from([]),
            types: Rc::from([]),
            consts: Rc::from([]),
            span,
        }));
        if let Some((of, _)) = &of {
            let at = self.span(module, it.self_ty.span());
            self.note_copy(*of, &self_ty, at);
        }
        let items = std::mem::take(&mut it.items);
        self.impl_items(&env, id, items);
        if let Some((of, _)) = &of
            && span.file == FileId::PROGRAM
        {
            self.check_members(id, *of);
            self.note_implemented(id);
        }
    }

    /// The bounds of an `impl` may speak of `Self`, and its type of the parameters.
    fn with_self(&mut self, env: &Env, generics: &syn::Generics, ty: &syn::Type) -> Env {
        let bare = syn::Generics { where_clause: None, ..generics.clone() };
        let early = self.with_generics(env, &bare);
        let self_ty = self.ty(&early, ty);
        if generics.where_clause.is_none() {
            return Env { self_ty: Some(self_ty), ..early };
        }
        let env = Env { self_ty: Some(self_ty), ..env.clone() };
        self.with_generics(&env, generics)
    }

    fn impl_items(&mut self, env: &Env, id: ImplId, items: Vec<ImplItem>) {
        let module = env.module;
        let owner = Owner { in_impl: Some(id), in_trait: None };
        let (mut functions, mut types, mut consts) = (Vec::new(), Vec::new(), Vec::new());
        for item in self.expanded_members(env, items) {
            match item {
                ImplItem::Fn(it) if attribute::is_compiled(&it.attrs) => {
                    let span = self.span(module, it.sig.ident.span());
                    let function = self.new_function(&it.sig.ident, span, module);
                    let name = self.program.function(function).name;
                    self.check_twice(&functions, name, span);
                    functions.push((name, function));
                    let is_private = matches!(it.vis, syn::Visibility::Inherited) && env.impl_of.is_none();
                    if is_private && span.file == FileId::PROGRAM {
                        self.program_mut().private.insert(function, module);
                    }
                    self.function(
                        env,
                        function,
                        &it.attrs,
                        &Rc::new(it.sig),
                        Some(&Rc::new(it.block)),
                        owner,
                    );
                }
                ImplItem::Type(it) => types.push((self.symbol(&it.ident), self.ty(env, &it.ty))),
                ImplItem::Const(it) if attribute::is_compiled(&it.attrs) => {
                    let global = self.new_global(module, &it.ident, GlobalKind::Const);
                    self.global_header(env, global, (&it.ty, &Rc::new(it.expr)), owner);
                    consts.push((self.program.globals[global.index()].name, global));
                }
                ImplItem::Fn(_) | ImplItem::Const(_) => {}
                other => self.unsupported(
                    module,
                    syn::spanned::Spanned::span(&other),
                    "this is not supported in an `impl`",
                    "",
                ),
            }
        }
        let old = self.program.impls[id.index()].clone();
        self.program_mut().impls[id.index()] = Rc::new(Impl {
            functions: functions.into(),
            types: types.into(),
            consts: consts.into(),
            ..(*old).clone()
        });
    }

    fn check_twice(
        &mut self,
        functions: &[(Symbol, crate::tree::FnId)],
        name: Symbol,
        span: crate::source::Span,
    ) {
        if functions.iter().any(|it| it.0 == name) {
            let message = format!("duplicate definitions with name `{}`", self.text(name));
            self.report(Diagnostic::error(span, message).code("E0592"));
        }
    }

    /// What is missing of a trait's members, and what is too much.
    fn check_members(&mut self, id: ImplId, of: TraitId) {
        let done = self.program.impls[id.index()].clone();
        let decl = self.traits[of.index()].clone();
        let name = self.text(decl.name);
        for (function, id) in done.functions.iter().filter(|it| !decl.functions.contains(&it.0)) {
            let span = self.program.function(*id).span;
            let message = format!("method `{}` is not a member of trait `{name}`", self.text(*function));
            self.report(Diagnostic::error(span, message).code("E0407"));
        }
        // Only the program's own traits: which functions of one of the library are required is the library's matter.
        let header = self.program.traits[of.index()].clone();
        let missing: Vec<_> = header
            .functions
            .iter()
            .filter(|it| matches!(self.program.function(it.1).origin, crate::tree::Origin::Required))
            .filter(|it| !done.functions.iter().any(|done| done.0 == it.0))
            .map(|it| format!("`{}`", self.text(it.0)))
            .chain(
                header
                    .types
                    .iter()
                    .filter(|it| it.1.is_none() && !done.types.iter().any(|done| done.0 == it.0))
                    .map(|it| format!("`{}`", self.text(it.0))),
            )
            .collect();
        if !missing.is_empty() {
            let message = format!("not all trait items implemented, missing: {}", missing.join(", "));
            let hint = format!("implement {} of the trait `{name}`", missing.join(", "));
            self.report(Diagnostic::error(done.span, message).code("E0046").hint(hint));
        }
    }
}
