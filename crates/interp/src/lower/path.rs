//! Paths: how far names lead, and what is said when they lead nowhere.

use super::env::Env;
use super::module::{Def, ModuleKind, Ns};
use super::world::World;
use crate::names::Symbol;
use crate::tree::{AdtId, ModuleId};

/// What a path is to lead to, for messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    /// A type.
    Type,
    /// A trait.
    Trait,
    /// A value.
    Value,
    /// What is called.
    Call,
    /// What stands before `{ field: .. }`.
    Struct,
    /// A unit struct, unit variant or constant.
    Pattern,
    /// What stands before `(..)` in a pattern.
    TuplePattern,
}

impl Kind {
    pub(super) fn ns(self) -> Ns {
        match self {
            Kind::Type | Kind::Trait | Kind::Struct => Ns::Type,
            Kind::Value | Kind::Call | Kind::Pattern | Kind::TuplePattern => Ns::Value,
        }
    }
}

/// How far a path leads by names alone.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// What it leads to.
    pub(super) def: Def,
    /// How many segments are left, to be looked up in a type.
    pub(super) rest: usize,
}

impl World {
    /// Follows a path. `None` if it leads nowhere, which is then reported.
    pub(super) fn resolve(&mut self, env: &Env, path: &syn::Path, kind: Kind) -> Option<Found> {
        let names: Vec<Symbol> = path.segments.iter().map(|it| self.symbol(&it.ident)).collect();
        match self.try_resolve(env, path.leading_colon.is_some(), &names, kind.ns()) {
            Ok(found) if found.def == Def::Error => None,
            Ok(found) => Some(found),
            Err(stuck) => {
                self.leads_nowhere(env, path, &names, kind, &stuck);
                None
            }
        }
    }

    /// Follows names. On failure the number of the name that was not found, and where it was looked for.
    pub(super) fn try_resolve(
        &mut self,
        env: &Env,
        absolute: bool,
        names: &[Symbol],
        ns: Ns,
    ) -> Result<Found, Stuck> {
        let (mut def, mut at) = self.first(env, absolute, names, ns)?;
        while at < names.len() {
            let ns = if at + 1 == names.len() { ns } else { Ns::Type };
            def = match def {
                Def::Module(module) => {
                    let found = self.in_module(module, names[at], ns, env.module);
                    match found {
                        Some(def) => def,
                        None => match self.primitive_of(names, at) {
                            // `f64::MAX` beside `use std::f64`.
                            Some(ty) => return Ok(Found { def: Def::Prim(ty), rest: names.len() - at }),
                            None => return Err(Stuck { at, within: Some(Def::Module(module)) }),
                        },
                    }
                }
                Def::Adt(adt) if self.adts[adt.index()].is_enum => match self.variant_named(adt, names[at]) {
                    Some(def) => def,
                    None => return Ok(Found { def, rest: names.len() - at }),
                },
                def => return Ok(Found { def, rest: names.len() - at }),
            };
            at += 1;
        }
        if ns == Ns::Type
            && let (Def::Module(_), [name]) = (&def, names)
            && let Some(ty) = super::ty::primitive(self.program.names.text(*name))
        {
            def = Def::Prim(ty);
        }
        Ok(Found { def, rest: 0 })
    }

    fn primitive_of(&self, names: &[Symbol], at: usize) -> Option<crate::tree::Ty> {
        if at != 1 {
            return None;
        }
        super::ty::primitive(self.program.names.text(names[0]))
    }

    /// What a path begins with, and how many names that takes.
    fn first(&mut self, env: &Env, absolute: bool, names: &[Symbol], ns: Ns) -> Result<(Def, usize), Stuck> {
        let Some(&name) = names.first() else { return Err(Stuck { at: 0, within: None }) };
        let stuck = Stuck { at: 0, within: None };
        if absolute {
            return self.krate(name).map(|it| (Def::Module(it), 1)).ok_or(stuck);
        }
        let text = self.text(name);
        let last = names.len() == 1;
        match &*text {
            "crate" => return Ok((Def::Module(self.modules.root(env.module)), 1)),
            "self" if !last => {
                let module = self.modules.nearest(env.module);
                return Ok(self.supers(module, names, 1));
            }
            "super" => {
                let Some(module) = self.modules.parent(env.module) else { return Err(stuck) };
                return Ok(self.supers(module, names, 1));
            }
            "Self" if env.self_ty.is_some() => return Ok((Def::SelfTy, 1)),
            _ => {}
        }
        match env.param(name) {
            Some((param, false)) if !last || ns == Ns::Type => return Ok((Def::Param(param), 1)),
            Some((param, true)) if last && ns == Ns::Value => return Ok((Def::ConstParam(param), 1)),
            _ => {}
        }
        let ns = if last { ns } else { Ns::Type };
        self.lexical(env.module, name, ns).map(|it| (it, 1)).ok_or(stuck)
    }

    fn supers(&self, module: ModuleId, names: &[Symbol], at: usize) -> (Def, usize) {
        let (mut module, mut at) = (module, at);
        while at < names.len() && &**self.program.names.text(names[at]) == "super" {
            let Some(parent) = self.modules.parent(module) else { break };
            module = parent;
            at += 1;
        }
        (Def::Module(module), at)
    }

    /// A variant by its name.
    pub(super) fn variant_named(&self, adt: AdtId, name: Symbol) -> Option<Def> {
        let decl = &self.adts[adt.index()];
        if !decl.is_enum {
            return None;
        }
        let index = decl.variants.iter().position(|it| it.name == name)?;
        Some(Def::Variant(adt, index as u32))
    }

    /// Whether a function or constant of that name may be one of a type.
    pub(super) fn has_member(&self, adt: AdtId, name: Symbol) -> bool {
        let own = self.program.impls.iter().any(|it| {
            matches!(&it.self_ty, crate::tree::Ty::Adt(id, _) if *id == adt)
                && (it.functions.iter().any(|it| it.0 == name) || it.consts.iter().any(|it| it.0 == name))
        });
        own || self
            .program
            .traits
            .iter()
            .any(|it| it.functions.iter().any(|it| it.0 == name) || it.consts.iter().any(|it| it.0 == name))
    }

    /// The path of a module as messages say it: `std::mem`.
    pub(crate) fn module_path(&self, module: ModuleId) -> String {
        let mut names = Vec::new();
        let mut at = Some(module);
        while let Some(id) = at {
            let here = self.modules.get(id);
            if here.kind != ModuleKind::Block {
                names.push(self.text(here.name).to_string());
            }
            at = here.parent;
        }
        names.reverse();
        if names.len() > 1 && names[0] == "crate" {
            names.remove(0);
        }
        names.join("::")
    }
}

/// Where a path leads nowhere.
#[derive(Clone, Debug)]
pub(super) struct Stuck {
    /// Which name was not found.
    pub(super) at: usize,
    /// What it was looked for in.
    pub(super) within: Option<Def>,
}
