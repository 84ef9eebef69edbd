//! What items say of themselves before their bodies: parameters, signatures, fields, traits.

mod adt;
mod apart;
mod argument;
mod copy;
mod dyns;
mod function;
mod imp;
mod infinite;
mod lent;
mod lifetimes;
mod signatures;
mod walk;

use super::env::Env;
use super::world::{Source, SourceText, World};
use crate::diagnostic::Diagnostic;
use crate::names::Symbol;
use crate::tree::{
    AdtId, Bound, FnId, Function, Generics, Global, GlobalId, ModuleId, Param, Trait, TraitId, Ty,
};
use std::rc::Rc;
use syn::spanned::Spanned as _;
use syn::{GenericParam, TraitItem, WherePredicate};

/// An item whose header is still to be looked at.
#[derive(Clone, Debug)]
pub(super) enum Pending {
    Fn(ModuleId, FnId, Vec<syn::Attribute>, Rc<syn::Signature>, Rc<syn::Block>),
    Struct(AdtId, Rc<syn::ItemStruct>),
    Enum(AdtId, Rc<syn::ItemEnum>),
    Trait(TraitId, Box<syn::ItemTrait>),
    Impl(ModuleId, Box<syn::ItemImpl>),
    Global(ModuleId, GlobalId, Rc<syn::Type>, Rc<syn::Expr>),
}

/// What a function is a part of.
#[derive(Clone, Copy, Default)]
pub(super) struct Owner {
    pub(super) in_impl: Option<crate::tree::ImplId>,
    pub(super) in_trait: Option<TraitId>,
}

impl World {
    /// Looks at the headers of all items that have been collected.
    pub(super) fn drain(&mut self) {
        if self.draining {
            return;
        }
        self.draining = true;
        while let Some(item) = self.queue.pop_front() {
            self.header(item);
        }
        self.draining = false;
        let implemented = std::mem::take(&mut self.implemented);
        self.check_signatures(&implemented);
        self.note_told_apart(&implemented);
        self.check_dyns();
    }

    fn header(&mut self, item: Pending) {
        match item {
            Pending::Fn(module, id, attributes, signature, block) => {
                self.function(&Env::of(module), id, &attributes, &signature, Some(&block), Owner::default());
            }
            Pending::Struct(id, it) => self.struct_header(id, &it),
            Pending::Enum(id, it) => self.enum_header(id, &it),
            Pending::Trait(id, it) => self.trait_header(id, *it),
            Pending::Impl(module, it) => self.impl_header(module, *it),
            Pending::Global(module, id, ty, value) => {
                self.global_header(&Env::of(module), id, (&ty, &value), Owner::default());
            }
        }
    }

    /// The constants of a program: their type, and the function that makes the value.
    pub(super) fn global_header(
        &mut self,
        env: &Env,
        id: GlobalId,
        (ty, value): (&syn::Type, &Rc<syn::Expr>),
        owner: Owner,
    ) {
        let ty = self.ty(env, ty);
        let global = self.program.globals[id.index()].clone();
        let function = self.program.function(global.body).clone();
        self.program_mut().functions[global.body.index()] = Rc::new(Function {
            ret: ty.clone(),
            generics: env.generics.clone(),
            in_impl: owner.in_impl,
            ..(*function).clone()
        });
        self.program_mut().globals[id.index()] = Rc::new(Global { ty: ty.clone(), ..(*global).clone() });
        let text = SourceText::Value(value.clone());
        self.sources.insert(global.body, Rc::new(Source { text, env: env.clone() }));
    }

    /// Adds an item's own parameters to what is around it.
    pub(super) fn with_generics(&mut self, env: &Env, generics: &syn::Generics) -> Env {
        let mut params = env.params.to_vec();
        let mut all = (*env.generics).clone();
        for param in &generics.params {
            match param {
                GenericParam::Type(it) => {
                    let name = self.symbol(&it.ident);
                    self.check_param(env, &it.ident, name, &params[env.params.len()..]);
                    let param = Param { index: all.params.len() as u16, name };
                    params.push((param, None));
                    all.params.push(param);
                }
                GenericParam::Const(it) => {
                    let name = self.symbol(&it.ident);
                    self.check_param(env, &it.ident, name, &params[env.params.len()..]);
                    let param = Param { index: all.params.len() as u16, name };
                    params.push((param, Some(self.ty(env, &it.ty))));
                    all.consts.push(param.index);
                    all.params.push(param);
                }
                GenericParam::Lifetime(_) => {}
            }
        }
        let mut inner = Env { params: params.into(), generics: Rc::new(all), ..env.clone() };
        let bounds = self.generic_bounds(&inner, generics);
        let mut all = (*inner.generics).clone();
        all.bounds.extend(bounds);
        inner.generics = Rc::new(all);
        inner
    }

    fn check_param(&mut self, env: &Env, ident: &syn::Ident, name: Symbol, own: &[(Param, Option<Ty>)]) {
        if own.iter().any(|it| it.0.name == name) {
            let span = self.span(env.module, ident.span());
            let message = format!(
                "the name `{}` is already used for a generic parameter in this item's generic parameters",
                ident
            );
            self.report(Diagnostic::error(span, message).code("E0403"));
        }
    }

    fn generic_bounds(&mut self, env: &Env, generics: &syn::Generics) -> Vec<(Ty, Bound)> {
        let mut all = Vec::new();
        let mut env = env.clone();
        for it in generics.type_params() {
            let name = self.symbol(&it.ident);
            if let Some((param, false)) = env.param(name) {
                env.bounded = Some(Ty::Param(param));
                all.extend(self.bounds(&env, &it.bounds).iter().map(|it| (Ty::Param(param), it.clone())));
            }
        }
        for it in generics.where_clause.iter().flat_map(|it| &it.predicates) {
            if let WherePredicate::Type(it) = it {
                env.bounded = None;
                let ty = self.ty(&env, &it.bounded_ty);
                env.bounded = Some(ty.clone());
                all.extend(self.bounds(&env, &it.bounds).iter().map(|it| (ty.clone(), it.clone())));
            }
        }
        all
    }

    fn trait_header(&mut self, id: TraitId, it: syn::ItemTrait) {
        self.note_dyn(id, &it);
        let module = self.traits[id.index()].module;
        let env = self.trait_env(id, module, &it);
        let env = self.with_assoc_bounds(env, id, &it);
        let supertraits = self.bounds(&env, &it.supertraits);
        let (mut functions, mut types, mut consts) = (Vec::new(), Vec::new(), Vec::new());
        let owner = Owner { in_impl: None, in_trait: Some(id) };
        for item in self.expanded_members(&env, it.items) {
            match item {
                TraitItem::Fn(it) if super::attribute::is_compiled(&it.attrs) => {
                    let span = self.span(module, it.sig.ident.span());
                    let function = self.new_function(&it.sig.ident, span, module);
                    let block = it.default.map(Rc::new);
                    self.function(&env, function, &it.attrs, &Rc::new(it.sig), block.as_ref(), owner);
                    functions.push((self.program.function(function).name, function));
                }
                TraitItem::Type(it) => {
                    let default = it.default.as_ref().map(|it| self.ty(&env, &it.1));
                    types.push((self.symbol(&it.ident), default));
                }
                TraitItem::Const(it) => {
                    let name = self.symbol(&it.ident);
                    let ty = self.ty(&env, &it.ty);
                    let global = it.default.map(|(_, value)| {
                        let global = self.new_global(module, &it.ident, crate::tree::GlobalKind::Const);
                        self.global_header(&env, global, (&it.ty, &Rc::new(value)), Owner::default());
                        global
                    });
                    consts.push((name, ty, global));
                }
                TraitItem::Fn(_) => {}
                other => self.unsupported(module, other.span(), "this is not supported in traits", ""),
            }
        }
        let old = self.program.traits[id.index()].clone();
        self.program_mut().traits[id.index()] = Rc::new(Trait {
            generics: env.generics.clone(),
            supertraits,
            functions: functions.into(),
            types: types.into(),
            consts: consts.into(),
            ..(*old).clone()
        });
        if let Some(name) = super::attribute::lang(&it.attrs) {
            self.program_mut().lang.traits.insert(leak(&name), id);
        }
    }

    /// `type IntoIter: Iterator`: what a trait asks of its associated types is one of its bounds.
    fn with_assoc_bounds(&mut self, env: Env, id: TraitId, it: &syn::ItemTrait) -> Env {
        let own = Rc::new(env.self_ty.clone().unwrap_or(Ty::Unknown));
        let mut generics = (*env.generics).clone();
        for item in &it.items {
            if let TraitItem::Type(it) = item {
                let ty = Ty::Assoc(own.clone(), Some(id), self.symbol(&it.ident));
                let bounds = self.bounds(&env, &it.bounds);
                generics.bounds.extend(bounds.iter().map(|it| (ty.clone(), it.clone())));
            }
        }
        Env { generics: Rc::new(generics), ..env }
    }

    fn trait_env(&mut self, id: TraitId, module: ModuleId, it: &syn::ItemTrait) -> Env {
        let name = self.program.names.intern("Self");
        let param = Param { index: 0, name };
        let mut env = Env::of(module);
        env.self_ty = Some(Ty::Param(param));
        env.in_trait = Some(id);
        env.params = Rc::from([(param, None)]);
        env.generics = Rc::new(Generics { params: vec![param], ..Generics::default() });
        self.with_generics(&env, &it.generics)
    }
}

/// Names of `#[lang]` live as long as the program: there are as many as the library has.
pub(super) fn leak(name: &str) -> &'static str {
    use rustc_hash::FxHashSet;
    use std::cell::RefCell;
    thread_local! {
        static NAMES: RefCell<FxHashSet<&'static str>> = RefCell::default();
    }
    NAMES.with(|names| {
        let mut names = names.borrow_mut();
        match names.get(name) {
            Some(known) => *known,
            None => {
                let known: &'static str = Box::leak(name.into());
                names.insert(known);
                known
            }
        }
    })
}
