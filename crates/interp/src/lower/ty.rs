//! Types as the text says them.

use super::constant::params_of;
use super::env::Env;
use super::module::{Def, Ns};
use super::path::Kind;
use super::world::World;
use crate::diagnostic::Diagnostic;
use crate::parse::Spanned as _;
use crate::tree::{AdtId, Bound, FloatTy, IntTy, Param, TraitId, Ty};
use std::rc::Rc;
use syn::{GenericArgument, GenericParam, PathArguments, ReturnType, Type, TypeParamBound};

/// The deepest that types lead to types.
const DEEPEST: u32 = 100;

/// The type of the language with that name.
pub(super) fn primitive(name: &str) -> Option<Ty> {
    Some(match name {
        "bool" => Ty::Bool,
        "char" => Ty::Char,
        "str" => Ty::Str,
        "f32" => Ty::Float(FloatTy::F32),
        "f64" => Ty::Float(FloatTy::F64),
        _ => Ty::Int(IntTy::named(name)?),
    })
}

impl World {
    /// Resolves a type.
    pub(super) fn ty(&mut self, env: &Env, ty: &Type) -> Ty {
        // Defaults of parameters may lead back to where they stand.
        if self.in_types >= DEEPEST {
            let span = self.span(env.module, ty.span());
            self.report(Diagnostic::error(span, "cycle detected when looking at this type").code("E0391"));
            return Ty::Unknown;
        }
        self.in_types += 1;
        let resolved = self.ty_within(env, ty);
        self.in_types -= 1;
        resolved
    }

    fn ty_within(&mut self, env: &Env, ty: &Type) -> Ty {
        match ty {
            Type::Array(it) => {
                let length = self.constant(env, &it.len);
                Ty::Array(Rc::new(self.ty(env, &it.elem)), Rc::new(length))
            }
            Type::FnPtr(it) => {
                let params = it.inputs.iter().map(|it| self.ty(env, &it.ty)).collect();
                Ty::Fn(params, Rc::new(self.return_ty(env, &it.output)))
            }
            Type::Group(it) => self.ty(env, &it.elem),
            Type::Paren(it) => self.ty(env, &it.elem),
            Type::ImplTrait(it) => Ty::Impl(self.bounds(env, &it.bounds)),
            Type::TraitObject(it) => {
                let bounds = self.bounds(env, &it.bounds);
                let span = self.span(env.module, it.span());
                bounds.iter().for_each(|it| self.note_dyn_use(span, it.of));
                Ty::Dyn(bounds)
            }
            Type::Infer(_) => Ty::Unknown,
            Type::Never(_) => Ty::Never,
            Type::Path(it) => self.path_ty(env, it.qself.as_ref(), &it.path),
            Type::Ptr(it) => {
                let mutable = matches!(it.mutability, syn::PointerMutability::Mut(_));
                Ty::Ptr(mutable, Rc::new(self.ty(env, &it.elem)))
            }
            Type::Reference(it) => Ty::Ref(it.mutability.is_some(), Rc::new(self.ty(env, &it.elem))),
            Type::Slice(it) => Ty::Slice(Rc::new(self.ty(env, &it.elem))),
            Type::Tuple(it) => Ty::Tuple(it.elems.iter().map(|it| self.ty(env, it)).collect()),
            Type::Macro(it) => self.type_macro(env, &it.mac),
            _ => {
                let span = self.span(env.module, ty.span());
                self.report(Diagnostic::error(span, "this type is not supported by the playground"));
                Ty::Unknown
            }
        }
    }

    /// What a function gives.
    pub(super) fn return_ty(&mut self, env: &Env, ty: &ReturnType) -> Ty {
        match ty {
            ReturnType::Default => Ty::unit(),
            ReturnType::Type(_, ty) => self.ty(env, ty),
        }
    }

    /// The traits among some bounds.
    pub(super) fn bounds<'a>(
        &mut self,
        env: &Env,
        bounds: impl IntoIterator<Item = &'a TypeParamBound>,
    ) -> Rc<[Bound]> {
        bounds.into_iter().filter_map(|it| self.bound(env, it)).collect()
    }

    /// The trait of a bound; none of a lifetime and of `?Sized`.
    pub(super) fn bound(&mut self, env: &Env, bound: &TypeParamBound) -> Option<Bound> {
        let TypeParamBound::Trait(it) = bound else { return None };
        if it.maybe.is_some() {
            return None;
        }
        self.trait_bound(env, &it.path)
    }

    /// A path to a trait with its arguments.
    pub(super) fn trait_bound(&mut self, env: &Env, path: &syn::Path) -> Option<Bound> {
        let found = self.resolve(env, path, Kind::Trait)?;
        let of = match found.def {
            Def::Trait(id) if found.rest == 0 => id,
            Def::Error => return None,
            _ => {
                self.not_a_trait(env, path);
                return None;
            }
        };
        let (args, assoc) = match &path.segments.last()?.arguments {
            PathArguments::None => (Rc::from([]), Rc::from([])),
            PathArguments::AngleBracketed(it) => {
                let args = self.generic_args(env, &it.args);
                let mut assoc = Vec::new();
                for arg in &it.args {
                    if let GenericArgument::AssocType(it) = arg {
                        assoc.push((self.symbol(&it.ident), self.ty(env, &it.ty)));
                    }
                }
                (args, assoc.into())
            }
            PathArguments::Parenthesized(it) => {
                let inputs = it.inputs.iter().map(|it| self.ty(env, &it.ty)).collect();
                let output = self.program.names.intern("Output");
                let ret = self.return_ty(env, &it.output);
                (Rc::from([Ty::Tuple(inputs)]), Rc::from([(output, ret)]))
            }
        };
        let args = self.trait_defaults(env, of, args);
        Some(Bound { of, args, assoc })
    }

    /// `trait Add<Rhs = Self>`: arguments that the text leaves out.
    fn trait_defaults(&mut self, env: &Env, of: TraitId, args: Rc<[Ty]>) -> Rc<[Ty]> {
        let generics = self.traits[of.index()].generics.clone();
        let module = self.traits[of.index()].module;
        let params: Vec<_> = params_of(&generics).collect();
        if params.len() <= args.len() {
            return args;
        }
        let mut args = args.to_vec();
        for param in &params[args.len()..] {
            args.push(if is_self(param) {
                env.bounded.clone().or_else(|| env.self_ty.clone()).unwrap_or(Ty::Unknown)
            } else {
                self.default_arg(&Env::of(module), param)
            });
        }
        args.into()
    }

    /// The types and constants among generic arguments.
    pub(super) fn generic_args<'a>(
        &mut self,
        env: &Env,
        args: impl IntoIterator<Item = &'a GenericArgument>,
    ) -> Rc<[Ty]> {
        let mut types = Vec::new();
        for arg in args {
            match arg {
                GenericArgument::Type(ty) => types.push(match self.as_constant(env, ty) {
                    Some(constant) => constant,
                    None => self.ty(env, ty),
                }),
                GenericArgument::Const(value) => types.push(self.constant(env, value)),
                _ => {}
            }
        }
        types.into()
    }

    /// What looks like a type but is a constant, by its name alone.
    fn as_constant(&mut self, env: &Env, ty: &Type) -> Option<Ty> {
        let Type::Path(it) = ty else { return None };
        let name = self.symbol(it.path.get_ident()?);
        if let Some((param, constant)) = env.param(name) {
            return constant.then_some(Ty::Param(param));
        }
        let is_type = self.lexical(env.module, name, Ns::Type).is_some();
        let mut is_constant = || matches!(self.lexical(env.module, name, Ns::Value), Some(Def::Global(_)));
        (!is_type && is_constant()).then(|| self.constant_named(env, &it.path, 0))
    }

    /// A path to a type.
    pub(super) fn path_ty(&mut self, env: &Env, qself: Option<&syn::QSelf>, path: &syn::Path) -> Ty {
        if let Some(qself) = qself {
            return self.qualified_ty(env, qself, path);
        }
        let Some(found) = self.resolve(env, path, Kind::Type) else { return Ty::Unknown };
        let count = path.segments.len() - found.rest;
        let args = &path.segments[count - 1].arguments;
        let ty = match found.def {
            Def::Trait(_) if found.rest == 0 => {
                // `Box<Error>`: a trait object as it was written before `dyn`.
                return self.trait_bound(env, path).map_or(Ty::Unknown, |it| Ty::Dyn(Rc::from([it])));
            }
            Def::Trait(id) => {
                let name = self.symbol(&path.segments[count].ident);
                return Ty::Assoc(Rc::new(env.self_ty.clone().unwrap_or(Ty::Unknown)), Some(id), name);
            }
            def => self.def_ty(env, &def, args, path),
        };
        let mut ty = ty;
        for segment in path.segments.iter().skip(count) {
            ty = self.assoc_ty(env, ty, &segment.ident);
        }
        ty
    }

    /// The type that a name leads to.
    pub(super) fn def_ty(&mut self, env: &Env, def: &Def, args: &PathArguments, path: &syn::Path) -> Ty {
        match def {
            Def::Adt(id) => {
                let args = match args {
                    PathArguments::AngleBracketed(it) => self.generic_args(env, &it.args),
                    _ => Rc::from([]),
                };
                Ty::Adt(*id, self.adt_defaults(*id, &args))
            }
            Def::Alias(alias) => {
                let args = match args {
                    PathArguments::AngleBracketed(it) => self.generic_args(env, &it.args),
                    _ => Rc::from([]),
                };
                self.alias_ty(*alias, &args, env, path)
            }
            Def::Prim(ty) => ty.clone(),
            Def::Param(it) => Ty::Param(*it),
            Def::SelfTy => env.self_ty.clone().unwrap_or(Ty::Unknown),
            _ => Ty::Unknown,
        }
    }

    /// A struct or enum of whose arguments nothing is said. What closures become by default they still do.
    pub(super) fn open_adt(&mut self, id: AdtId) -> Ty {
        let defaults = self.adt_defaults(id, &Rc::from([]));
        let open = |it: &Ty| if matches!(it, Ty::Fn(..)) { it.clone() } else { Ty::Unknown };
        Ty::Adt(id, defaults.iter().map(open).collect())
    }

    /// The arguments of a struct or enum, with its defaults for those that the text leaves out.
    fn adt_defaults(&mut self, id: AdtId, args: &Rc<[Ty]>) -> Rc<[Ty]> {
        let decl = self.adts[id.index()].clone();
        let params: Vec<_> = params_of(&decl.generics).collect();
        let mut all: Vec<Ty> = args.iter().take(params.len()).cloned().collect();
        if all.len() < params.len() {
            let env = self.alias_env(decl.module, &decl.generics);
            for param in params.iter().skip(all.len()) {
                // A default may speak of the parameters before it.
                let default = self.default_arg(&env, param);
                all.push(substitute(&default, &all));
            }
        }
        all.into()
    }

    /// What an alias stands for.
    fn alias_ty(&mut self, alias: u32, args: &Rc<[Ty]>, env: &Env, path: &syn::Path) -> Ty {
        let it = self.aliases[alias as usize].clone();
        if it.busy {
            let span = self.span(env.module, path.span());
            self.report(Diagnostic::error(span, "cycle detected when expanding type alias").code("E0391"));
            return Ty::Unknown;
        }
        let env = self.alias_env(it.module, &it.generics);
        let ty = match it.lowered {
            Some(ty) => ty,
            None => {
                self.aliases[alias as usize].busy = true;
                let ty = self.ty(&env, &it.ty);
                let slot = &mut self.aliases[alias as usize];
                slot.busy = false;
                slot.lowered = Some(ty.clone());
                ty
            }
        };
        let params: Vec<_> = params_of(&it.generics).collect();
        let mut all: Vec<Ty> = args.iter().take(params.len()).cloned().collect();
        for param in params.iter().skip(all.len()) {
            all.push(self.default_arg(&env, param));
        }
        substitute(&ty, &all)
    }

    fn alias_env(&mut self, module: crate::tree::ModuleId, generics: &syn::Generics) -> Env {
        let mut env = Env::of(module);
        let mut params = Vec::new();
        for (index, it) in params_of(generics).enumerate() {
            let (ident, constant) = match it {
                GenericParam::Type(it) => (&it.ident, None),
                GenericParam::Const(it) => (&it.ident, Some(self.ty(&env, &it.ty))),
                GenericParam::Lifetime(_) => continue,
            };
            let name = self.symbol(ident);
            params.push((Param { index: index as u16, name }, constant));
        }
        env.params = params.into();
        env
    }

    /// `T::Item`, `Self::Output`.
    fn assoc_ty(&mut self, env: &Env, ty: Ty, ident: &syn::Ident) -> Ty {
        let name = self.symbol(ident);
        if env.self_ty.as_ref() == Some(&ty)
            && let Some(given) = env.assoc.get(&name).cloned()
        {
            return self.ty(&env.without_assoc(name), &given);
        }
        let of = env
            .in_trait
            .filter(|id| env.self_ty.as_ref() == Some(&ty) && self.traits[id.index()].types.contains(&name));
        Ty::Assoc(Rc::new(ty), of, name)
    }

    /// `<T as Trait>::Name`.
    fn qualified_ty(&mut self, env: &Env, qself: &syn::QSelf, path: &syn::Path) -> Ty {
        let mut ty = self.ty(env, &qself.ty);
        let mut of = None;
        if qself.position > 0 {
            of = self.qualified_trait(env, (qself, &ty), path).map(|it| it.of);
        }
        for segment in path.segments.iter().skip(qself.position) {
            let name = self.symbol(&segment.ident);
            let given = (env.self_ty.as_ref() == Some(&ty) && (of.is_none() || of == env.impl_of))
                .then(|| env.assoc.get(&name).cloned())
                .flatten();
            ty = match given {
                Some(given) => self.ty(&env.without_assoc(name), &given),
                None => Ty::Assoc(Rc::new(ty), of.take(), name),
            };
        }
        ty
    }

    /// The trait in `<T as Trait>::name`.
    pub(super) fn qualified_trait(
        &mut self,
        env: &Env,
        (qself, of): (&syn::QSelf, &Ty),
        path: &syn::Path,
    ) -> Option<Bound> {
        // A trait's own parameters are that type where the text leaves them out.
        let env = &Env { bounded: Some(of.clone()), ..env.clone() };
        let segments = path.segments.iter().take(qself.position).cloned().collect();
        let path = syn::Path { leading_colon: path.leading_colon, segments };
        self.trait_bound(env, &path)
    }
}

/// Whether a parameter's default is `Self`.
fn is_self(param: &GenericParam) -> bool {
    let GenericParam::Type(param) = param else { return false };
    matches!(&param.default, Some((_, Type::Path(it))) if it.path.is_ident("Self"))
}

/// Puts types in the place of parameters.
pub(super) fn substitute(ty: &Ty, args: &[Ty]) -> Ty {
    let all = |list: &Rc<[Ty]>| -> Rc<[Ty]> { list.iter().map(|it| substitute(it, args)).collect() };
    let one = |ty: &Rc<Ty>| Rc::new(substitute(ty, args));
    let bounds = |list: &Rc<[Bound]>| -> Rc<[Bound]> {
        list.iter()
            .map(|it| Bound {
                of: it.of,
                args: all(&it.args),
                assoc: it.assoc.iter().map(|(name, ty)| (*name, substitute(ty, args))).collect(),
            })
            .collect()
    };
    match ty {
        Ty::Param(it) => args.get(it.index as usize).cloned().unwrap_or(Ty::Unknown),
        Ty::Tuple(it) => Ty::Tuple(all(it)),
        Ty::Ref(mutable, it) => Ty::Ref(*mutable, one(it)),
        Ty::Ptr(mutable, it) => Ty::Ptr(*mutable, one(it)),
        Ty::Slice(it) => Ty::Slice(one(it)),
        Ty::Array(it, length) => Ty::Array(one(it), one(length)),
        Ty::Adt(id, it) => Ty::Adt(*id, all(it)),
        Ty::Fn(params, ret) => Ty::Fn(all(params), one(ret)),
        Ty::Body(id, it) => Ty::Body(*id, all(it)),
        Ty::Dyn(it) => Ty::Dyn(bounds(it)),
        Ty::Impl(it) => Ty::Impl(bounds(it)),
        Ty::Assoc(it, of, name) => Ty::Assoc(one(it), *of, *name),
        Ty::Int(_)
        | Ty::Float(_)
        | Ty::Bool
        | Ty::Char
        | Ty::Str
        | Ty::Never
        | Ty::Const(_)
        | Ty::Unknown => ty.clone(),
    }
}
