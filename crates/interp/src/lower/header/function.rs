//! Signatures of functions, and how they are done.

use super::{Owner, leak};
use crate::diagnostic::Diagnostic;
use crate::lower::attribute;
use crate::lower::deferred::{Deferred, block_speaks_of};
use crate::lower::env::Env;
use crate::lower::world::{Source, SourceText, World};
use crate::source::FileId;
use crate::tree::{FnId, Function, Generics, Origin, Receiver, Ty};
use proc_macro2::TokenTree;
use std::rc::Rc;
use syn::{FnArg, ReceiverKind, Signature, Stmt};

/// Methods that give what their caller wants, so that a generic function that calls one has to be told its types.
const RETURN_DRIVEN: &[&str] = &[
    "collect",
    "collect_into",
    "default",
    "from",
    "from_iter",
    "from_str",
    "into",
    "parse",
    "product",
    "sum",
    "try_from",
    "try_into",
    "try_collect",
    "unzip",
    "partition",
    "size_of",
    "type_name",
    "deserialize",
    "from_value",
    "random",
    "json",
];

impl World {
    /// Fills in a function's header, and keeps its body for later.
    pub(in crate::lower) fn function(
        &mut self,
        outer: &Env,
        id: FnId,
        attributes: &[syn::Attribute],
        signature: &Rc<Signature>,
        block: Option<&Rc<syn::Block>>,
        owner: Owner,
    ) {
        let mut env = self.with_generics(outer, &signature.generics);
        let (receiver, params) = self.parameters(&env, signature);
        let params = if self.program.function(id).span.file == FileId::PROGRAM {
            self.with_parameters_for(&mut env, signature, &params)
        } else {
            params
        };
        let ret = self.return_ty(&env, &signature.output);
        let old = self.program.function(id).clone();
        let origin = match block {
            None => Origin::Required,
            Some(block) => self.origin(&env, &old, block, owner),
        };
        let own = outer.generics.params.len();
        if needs_types(&env, own, &params, &ret, &origin, block.map(|it| &**it), self) {
            env.generics = Rc::new(Generics { at_run_time: true, ..(*env.generics).clone() });
        }
        let attributes_kept = self.attributes(env.module, attributes);
        if let Some(name) = attribute::lang(attributes) {
            self.program_mut().lang.functions.insert(leak(&name), id);
        }
        self.check_signature(&env, signature);
        self.check_elision(&env, signature, &params);
        if let (Some(block), Origin::Text) = (block, &origin) {
            let text = SourceText::Fn(signature.clone(), block.clone());
            self.sources.insert(id, Rc::new(Source { text, env: env.clone() }));
        }
        self.program_mut().functions[id.index()] = Rc::new(Function {
            is_async: signature.asyncness.is_some(),
            generics: env.generics.clone(),
            receiver,
            params,
            ret,
            lent: super::lent::lent(signature),
            in_impl: owner.in_impl,
            in_trait: owner.in_trait,
            origin,
            attributes: attributes_kept,
            ..(*old).clone()
        });
    }

    fn parameters(&mut self, env: &Env, signature: &Signature) -> (Option<Receiver>, Rc<[Ty]>) {
        let own = env.self_ty.clone().unwrap_or(Ty::Unknown);
        let mut receiver = None;
        let mut params = Vec::new();
        for input in &signature.inputs {
            params.push(match input {
                FnArg::Typed(it) => self.ty(env, &it.ty),
                FnArg::Receiver(it) => {
                    let (how, ty) = match &it.kind {
                        ReceiverKind::Reference(_, _, None) => {
                            (Receiver::Ref, Ty::Ref(false, Rc::new(own.clone())))
                        }
                        ReceiverKind::Reference(_, _, Some(_)) => {
                            (Receiver::RefMut, Ty::Ref(true, Rc::new(own.clone())))
                        }
                        ReceiverKind::Typed(_, ty) => {
                            let ty = self.ty(env, ty);
                            (typed_receiver(&ty, &own), ty)
                        }
                        _ => (Receiver::Value, own.clone()),
                    };
                    receiver = Some(how);
                    ty
                }
            });
        }
        (receiver, params.into())
    }

    /// What the rest of the crate does not know how to do.
    fn check_signature(&mut self, env: &Env, signature: &Signature) {
        if let Some(it) = &signature.variadic {
            self.unsupported(env.module, it.dots.spans[0], "functions with `...` are not supported", "");
        }
        let receiver = signature.receiver().filter(|_| env.self_ty.is_none());
        if let Some(it) = receiver {
            let span = self.span(env.module, it.self_token.span);
            self.report(
                Diagnostic::error(span, "`self` parameter is only allowed in associated functions")
                    .hint("associated functions are those in `impl` or `trait` definitions"),
            );
        }
    }

    /// Whether a body is there, or `native!()`, or `derived!(Trait)`.
    fn origin(&mut self, env: &Env, function: &Function, block: &syn::Block, owner: Owner) -> Origin {
        match self.deferred(env.module, block) {
            Some(Deferred::Text(_)) => return Origin::Text,
            Some(Deferred::Tokens(body)) => {
                let mut tokens = body.stream().into_iter();
                let is_native = matches!(tokens.next(), Some(TokenTree::Ident(it)) if it == "native")
                    && matches!(tokens.next(), Some(TokenTree::Punct(it)) if it.as_char() == '!');
                return if is_native {
                    Origin::Native(self.native_name(env, function, owner).into())
                } else {
                    Origin::Text
                };
            }
            None => {}
        }
        let mac = match &block.stmts[..] {
            [Stmt::Macro(it)] => &it.mac,
            [Stmt::Expr(syn::Expr::Macro(it), None)] => &it.mac,
            _ => return Origin::Text,
        };
        if function.span.file == crate::source::FileId::PROGRAM && !mac.path.is_ident("derived") {
            return Origin::Text;
        }
        if mac.path.is_ident("native") {
            return Origin::Native(self.native_name(env, function, owner).into());
        }
        if let (true, Some(Ty::Adt(adt, _))) = (mac.path.is_ident("derived"), &env.self_ty)
            && let Some(derive) = super::super::derive::named(&mac.tokens.to_string())
        {
            return Origin::Derived(derive, *adt);
        }
        Origin::Text
    }

    /// `Vec::push`, `mem::swap`.
    fn native_name(&self, env: &Env, function: &Function, owner: Owner) -> String {
        let name = self.text(function.name);
        let of = match (&env.self_ty, owner.in_trait) {
            (_, Some(id)) => self.text(self.traits[id.index()].name).to_string(),
            (Some(ty), _) => self.head_name(ty),
            (None, _) => self.text(self.modules.get(self.modules.nearest(env.module)).name).to_string(),
        };
        format!("{of}::{name}")
    }

    /// The name of a type without what it is of.
    fn head_name(&self, ty: &Ty) -> String {
        match ty {
            Ty::Int(it) => it.name().to_owned(),
            Ty::Float(crate::tree::FloatTy::F32) => "f32".to_owned(),
            Ty::Float(crate::tree::FloatTy::F64) => "f64".to_owned(),
            Ty::Bool => "bool".to_owned(),
            Ty::Char => "char".to_owned(),
            Ty::Str => "str".to_owned(),
            Ty::Never => "never".to_owned(),
            Ty::Tuple(_) => "tuple".to_owned(),
            Ty::Ref(..) => "reference".to_owned(),
            Ty::Ptr(..) => "pointer".to_owned(),
            Ty::Slice(_) => "slice".to_owned(),
            Ty::Array(..) => "array".to_owned(),
            Ty::Adt(id, _) => self.text(self.adts[id.index()].name).to_string(),
            Ty::Dyn(bounds) | Ty::Impl(bounds) => match bounds.first() {
                Some(it) => self.text(self.traits[it.of.index()].name).to_string(),
                None => "dyn".to_owned(),
            },
            _ => "any".to_owned(),
        }
    }
}

/// `self: Self`, `self: &Self`, `self: &mut Self` are as the short forms.
fn typed_receiver(ty: &Ty, own: &Ty) -> Receiver {
    match ty {
        ty if ty == own => Receiver::Value,
        Ty::Ref(false, it) if **it == *own => Receiver::Ref,
        Ty::Ref(true, it) if **it == *own => Receiver::RefMut,
        _ => Receiver::Typed,
    }
}

/// Whether a function has to be told at run time what its parameters stand for.
fn needs_types(
    env: &Env,
    outer: usize,
    params: &[Ty],
    ret: &Ty,
    origin: &Origin,
    block: Option<&syn::Block>,
    world: &World,
) -> bool {
    let all = &env.generics.params;
    if all.is_empty() {
        return false;
    }
    let only_wanted = all.iter().skip(outer).any(|it| {
        let by_arguments = params.iter().any(|ty| mentions(ty, it.index));
        !by_arguments && (mentions(ret, it.index) || matches!(origin, Origin::Native(_)))
    });
    match (origin, block) {
        (Origin::Native(_), _) => only_wanted,
        (Origin::Derived(derive, _), _) => *derive == crate::tree::Derive::Default,
        (Origin::Text, Some(block)) => {
            let names: Vec<_> = all.iter().map(|it| world.text(it.name)).collect();
            let is_one = |word: &str| {
                word == "Self" || RETURN_DRIVEN.contains(&word) || names.iter().any(|it| **it == *word)
            };
            let speaks = || match world.deferred(env.module, block) {
                Some(body) => body.speaks_of(&is_one),
                None => block_speaks_of(block, &is_one),
            };
            only_wanted || speaks()
        }
        _ => only_wanted,
    }
}

/// Whether a parameter is part of a type.
fn mentions(ty: &Ty, param: u16) -> bool {
    let any = |list: &[Ty]| list.iter().any(|it| mentions(it, param));
    let bounds = |list: &[crate::tree::Bound]| {
        list.iter().any(|it| any(&it.args) || it.assoc.iter().any(|it| mentions(&it.1, param)))
    };
    match ty {
        Ty::Param(it) => it.index == param,
        Ty::Tuple(it) | Ty::Adt(_, it) | Ty::Body(_, it) => any(it),
        Ty::Ref(_, it) | Ty::Ptr(_, it) | Ty::Slice(it) | Ty::Assoc(it, ..) => mentions(it, param),
        Ty::Array(it, length) => mentions(it, param) || mentions(length, param),
        Ty::Fn(params, ret) => any(params) || mentions(ret, param),
        Ty::Dyn(it) | Ty::Impl(it) => bounds(it),
        _ => false,
    }
}
