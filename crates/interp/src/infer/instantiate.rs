//! From types of the tree to types with variables, with type arguments put in.

use super::Infer;
use super::obligations::Obligation;
use super::types::{Limit, Signature, Type};
use crate::names::Symbol;
use crate::tree::{AdtId, Bound, Field, FnId, Function, Generics, Param, TraitId, Ty};
use std::rc::Rc;

/// The item whose types are looked at.
#[derive(Clone, Debug)]
pub(super) struct Context {
    pub(super) generics: Rc<Generics>,
    pub(super) in_trait: Option<TraitId>,
}

/// What becomes of `impl Trait`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Impls {
    /// A type of which only the traits are known: a result for its caller, a parameter for its function.
    Opaque,
    /// A type to be found out: a parameter for its caller, a result for its function.
    Found,
}

impl Infer<'_> {
    /// Puts type arguments into a type. `_` becomes a variable; associated types are looked up.
    pub(super) fn instantiate(&mut self, ty: &Ty, args: &[Type], impls: Impls) -> Type {
        if self.nesting > 64 || !self.spend() {
            return Type::Unknown;
        }
        self.nesting += 1;
        let result = self.instantiate_parts(ty, args, impls);
        self.nesting -= 1;
        result
    }

    fn instantiate_parts(&mut self, ty: &Ty, args: &[Type], impls: Impls) -> Type {
        match ty {
            Ty::Int(int) => Type::Int(*int),
            Ty::Float(float) => Type::Float(*float),
            Ty::Bool => Type::Bool,
            Ty::Char => Type::Char,
            Ty::Str => Type::Str,
            Ty::Never => Type::Never,
            Ty::Tuple(parts) => Type::Tuple(self.instantiate_all(parts, args, impls)),
            Ty::Ref(mutable, of) => Type::Ref(*mutable, Rc::new(self.instantiate(of, args, impls))),
            Ty::Ptr(mutable, of) => Type::Ptr(*mutable, Rc::new(self.instantiate(of, args, impls))),
            Ty::Slice(of) => Type::Slice(Rc::new(self.instantiate(of, args, impls))),
            Ty::Array(of, length) => {
                let of = self.instantiate(of, args, impls);
                Type::Array(Rc::new(of), Rc::new(self.instantiate(length, args, impls)))
            }
            Ty::Const(value) => Type::Const(*value),
            Ty::Adt(adt, given) => {
                let wanted = self.program.adt(*adt).generics.params.len();
                let mut given = self.instantiate_all(given, args, impls).to_vec();
                given.truncate(wanted);
                while given.len() < wanted {
                    given.push(self.fresh());
                }
                Type::Adt(*adt, given.into())
            }
            Ty::Param(param) => args.get(usize::from(param.index)).cloned().unwrap_or(Type::Unknown),
            Ty::Fn(params, ret) => Type::Fn(
                self.instantiate_all(params, args, impls),
                Rc::new(self.instantiate(ret, args, impls)),
            ),
            Ty::Body(function, given) => {
                if self.bodies.contains_key(function) {
                    return Type::Closure(*function);
                }
                Type::Item(*function, self.instantiate_all(given, args, impls))
            }
            Ty::Dyn(bounds) => Type::Dyn(self.limits(bounds, args)),
            Ty::Impl(bounds) if impls == Impls::Opaque => Type::Opaque(self.limits(bounds, args)),
            Ty::Impl(bounds) => {
                let found = self.fresh();
                for limit in &*self.limits(bounds, args) {
                    self.oblige(found.clone(), limit.clone());
                }
                found
            }
            Ty::Assoc(this, of, name) => self.associated_type(this, *of, *name, args),
            Ty::Unknown => self.fresh(),
        }
    }

    pub(super) fn instantiate_all(&mut self, tys: &[Ty], args: &[Type], impls: Impls) -> Rc<[Type]> {
        tys.iter().map(|it| self.instantiate(it, args, impls)).collect()
    }

    pub(super) fn limits(&mut self, bounds: &[Bound], args: &[Type]) -> Rc<[Limit]> {
        bounds.iter().map(|it| self.limit(it, args)).collect()
    }

    pub(super) fn limit(&mut self, bound: &Bound, args: &[Type]) -> Limit {
        let assoc = bound.assoc.iter().map(|(name, ty)| (*name, self.instantiate(ty, args, Impls::Opaque)));
        let assoc: Rc<[(Symbol, Type)]> = assoc.collect();
        Limit { of: bound.of, args: self.instantiate_all(&bound.args, args, Impls::Opaque), assoc }
    }

    /// `T::Name`: by the bound of the item around that speaks of `T`, which knows the trait and its arguments.
    fn associated_type(&mut self, this: &Ty, of: Option<TraitId>, name: Symbol, args: &[Type]) -> Type {
        let known = self.instantiate(this, args, Impls::Opaque);
        let Some(context) = self.contexts.last().cloned() else { return self.projection(known, of, name) };
        if let (Ty::Param(Param { index: 0, .. }), Some(own)) = (this, context.in_trait)
            && of.is_none_or(|it| it == own)
            && self.names_type(own, name)
        {
            let params = self.program.traits[own.index()].generics.params.len();
            let given = args.get(1..params).unwrap_or_default().into();
            return self.project(known, own, given, name);
        }
        for (ty, bound) in &context.generics.bounds {
            if ty == this && of.map_or_else(|| self.names_type(bound.of, name), |it| it == bound.of) {
                let given = self.instantiate_all(&bound.args, args, Impls::Opaque);
                return self.project(known, bound.of, given, name);
            }
        }
        let of = of.or_else(|| self.inherited_from(&context, this, name));
        self.projection(known, of, name)
    }

    /// The supertrait that `T::Name` means, of a trait around or of one that is asked of the type.
    fn inherited_from(&self, context: &Context, this: &Ty, name: Symbol) -> Option<TraitId> {
        let own = context.in_trait.filter(|_| matches!(this, Ty::Param(Param { index: 0, .. })));
        let asked = context.generics.bounds.iter().filter(|it| it.0 == *this).map(|it| it.1.of);
        let mut all: Vec<TraitId> = own.into_iter().chain(asked).collect();
        let mut next = 0;
        while let Some(of) = all.get(next).copied() {
            if self.names_type(of, name) {
                return Some(of);
            }
            for bound in &*self.program.traits[of.index()].supertraits {
                if !all.contains(&bound.of) {
                    all.push(bound.of);
                }
            }
            next += 1;
        }
        None
    }

    fn names_type(&self, of: TraitId, name: Symbol) -> bool {
        self.program.traits[of.index()].types.iter().any(|it| it.0 == name)
    }

    /// Does something where the bounds of an item are those around.
    pub(super) fn within<R>(
        &mut self,
        generics: &Rc<Generics>,
        in_trait: Option<TraitId>,
        f: impl FnOnce(&mut Self) -> R,
    ) -> R {
        self.contexts.push(Context { generics: generics.clone(), in_trait });
        let result = f(self);
        self.contexts.pop();
        result
    }

    /// The associated type of a type: looked up now if possible, else when more is known.
    pub(super) fn projection(&mut self, this: Type, of: Option<TraitId>, name: Symbol) -> Type {
        let Some(of) = of.or_else(|| self.trait_with(&this, name)) else { return Type::Unknown };
        let args = self.fresh_trait_args(of);
        self.project(this, of, args, name)
    }

    fn project(&mut self, this: Type, of: TraitId, args: Rc<[Type]>, name: Symbol) -> Type {
        let found = self.fresh();
        self.oblige(this, Limit { of, args, assoc: Rc::new([(name, found.clone())]) });
        self.shallow(&found)
    }

    /// The trait that `T::Name` means.
    fn trait_with(&mut self, this: &Type, name: Symbol) -> Option<TraitId> {
        let index = self.index;
        let candidates = index.assoc.get(&name)?;
        if let [only] = candidates[..] {
            return Some(only);
        }
        let bounds = self.limits_of(this);
        if let Some(limit) = bounds.iter().find(|it| candidates.contains(&it.of)) {
            return Some(limit.of);
        }
        let own = self.own_trait();
        if let Some(own) = own.filter(|it| candidates.contains(it)) {
            return Some(own);
        }
        candidates.iter().copied().find(|&of| {
            let args = self.fresh_trait_args(of);
            self.holds(this, of, &args) == super::impls::Holds::Yes
        })
    }

    fn own_trait(&self) -> Option<TraitId> {
        let function = self.program.function(self.root);
        let of_impl = || self.program.impls[function.in_impl?.index()].of.as_ref().map(|it| it.0);
        function.in_trait.or_else(of_impl)
    }

    pub(super) fn fresh_trait_args(&mut self, of: TraitId) -> Rc<[Type]> {
        let params = self.program.traits[of.index()].generics.params.len();
        (1..params.max(1)).map(|_| self.fresh()).collect()
    }

    pub(super) fn fresh_args(&mut self, generics: &Generics) -> Vec<Type> {
        generics.params.iter().map(|_| self.fresh()).collect()
    }

    /// The parameters of an item as the types that they are within it.
    pub(super) fn identity(generics: &Generics) -> Vec<Type> {
        generics.params.iter().map(|it: &Param| Type::Param(*it)).collect()
    }

    /// All bounds of a function: its own and those of the impl or trait around it.
    pub(super) fn bounds_of(&self, function: &Function) -> Vec<(Ty, Bound)> {
        let mut bounds = function.generics.bounds.clone();
        let outer = match (function.in_impl, function.in_trait) {
            (Some(id), _) => &self.program.impls[id.index()].generics,
            (_, Some(id)) => &self.program.traits[id.index()].generics,
            _ => return bounds,
        };
        if bounds.starts_with(&outer.bounds) {
            return bounds;
        }
        for bound in &outer.bounds {
            if !bounds.contains(bound) {
                bounds.push(bound.clone());
            }
        }
        bounds
    }

    /// The type of a field of a struct or variant with these type arguments.
    pub(super) fn field_type(&mut self, adt: AdtId, field: &Field, args: &[Type]) -> Type {
        let generics = self.program.adt(adt).generics.clone();
        self.within(&generics, None, |it| it.instantiate(&field.ty, args, Impls::Opaque))
    }

    /// How many parameters of a function belong to the impl or trait around it.
    pub(super) fn outer_params(&self, function: &Function) -> usize {
        match (function.in_impl, function.in_trait) {
            (Some(id), _) => self.program.impls[id.index()].generics.params.len(),
            (_, Some(id)) => self.program.traits[id.index()].generics.params.len(),
            _ => 0,
        }
    }

    /// What a function asks of its type arguments.
    pub(super) fn oblige_bounds(&mut self, id: FnId, args: &[Type]) {
        let function = self.program.function(id).clone();
        if let Some(of) = function.in_trait {
            let params = self.program.traits[of.index()].generics.params.len();
            if let Some((this, rest)) = args.get(..params).and_then(<[Type]>::split_first) {
                let limit = Limit { of, args: rest.into(), assoc: Rc::new([]) };
                self.oblige(this.clone(), limit);
            }
        }
        for (ty, bound) in self.bounds_of(&function) {
            let (this, limit) = self.within(&function.generics, function.in_trait, |it| {
                (it.instantiate(&ty, args, Impls::Opaque), it.limit(&bound, args))
            });
            self.oblige(this, limit);
        }
    }

    /// What a function takes and gives for its caller.
    pub(super) fn signature(&mut self, id: FnId, args: &[Type]) -> Signature {
        let function = self.program.function(id).clone();
        let (params, mut ret) = self.within(&function.generics, function.in_trait, |it| {
            let params = it.instantiate_all(&function.params, args, Impls::Found);
            (params, it.instantiate(&function.ret, args, Impls::Opaque))
        });
        if function.is_async {
            ret = self.future_of(ret);
        }
        Signature { params, ret }
    }

    /// Some future with that output.
    pub(super) fn future_of(&self, output: Type) -> Type {
        match (self.index.known_trait("Future"), self.index.symbol("Output")) {
            (Some(of), Some(name)) => {
                Type::Opaque(Rc::new([Limit { of, args: Rc::new([]), assoc: Rc::new([(name, output)]) }]))
            }
            _ => Type::Unknown,
        }
    }

    pub(super) fn oblige(&mut self, this: Type, limit: Limit) {
        let depth = self.obliging + 1;
        self.settle(Obligation { this, limit, depth, waits: Vec::new() });
    }
}
