//! Traits that are asked of types of the program that surely do not have them.

use super::Infer;
use super::impls::Holds;
use super::types::{Head, Limit, Type};
use super::vars::Kind;
use crate::names::Symbol;
use crate::source::{FileId, Span};
use crate::tree::{Bound, Expr, FnId, Receiver, TraitId, Ty};

/// A trait that something at a place has to have.
#[derive(Debug)]
pub(super) struct Asked {
    pub(super) at: Span,
    pub(super) this: Type,
    pub(super) of: TraitId,
}

/// Traits of the library that a type of the program has by an impl of the program or not at all.
const DECLARED: [&str; 8] = ["Debug", "Display", "Clone", "Copy", "Default", "Eq", "Hash", "Ord"];

/// Those of them that a reference has when what it leads to has them.
const THROUGH: [&str; 2] = ["Debug", "Display"];

/// Methods of slices that ask for elements that can be put in order.
const SORTS: [&str; 2] = ["sort", "sort_unstable"];

impl Infer<'_> {
    /// Notes what a function of the program asks of its arguments, which are to have these types.
    pub(super) fn ask_of_args(&mut self, id: FnId, wanted: &[Type], args: &[Expr]) {
        let function = self.program.function(id).clone();
        if function.span.file != FileId::PROGRAM || self.vars.is_trying() {
            return;
        }
        let outer = self.outer_params(&function);
        let params = function.params.iter().skip(function.params.len().saturating_sub(args.len()));
        let mut seen = Vec::new();
        for ((ty, wanted), arg) in params.zip(wanted).zip(args) {
            let (ty, this) = self.behind(ty, wanted);
            let bounds: Vec<Bound> = match ty {
                Ty::Impl(bounds) => bounds.to_vec(),
                Ty::Param(param) if usize::from(param.index) >= outer && !seen.contains(ty) => {
                    seen.push(ty.clone());
                    let all = function.generics.bounds.iter();
                    all.filter(|it| it.0 == *ty).map(|it| it.1.clone()).collect()
                }
                _ => continue,
            };
            for bound in bounds.iter().filter(|it| it.args.is_empty()) {
                self.asked.push(Asked { at: arg.span, this: this.clone(), of: bound.of });
            }
        }
    }

    /// What is behind references, in the text and for the call.
    fn behind<'a>(&self, mut ty: &'a Ty, wanted: &Type) -> (&'a Ty, Type) {
        let mut this = self.shallow(wanted);
        while let (Ty::Ref(_, of), Type::Ref(_, behind)) = (ty, &this) {
            (ty, this) = (of, self.shallow(behind));
        }
        (ty, this)
    }

    /// Notes what becomes `dyn Trait`.
    pub(super) fn ask_of_unsized(&mut self, this: &Type, limits: &[Limit]) {
        if !self.vars.is_trying() {
            let plain = limits.iter().filter(|it| it.args.is_empty() && it.assoc.is_empty());
            self.became.extend(plain.map(|it| (this.clone(), it.of)));
        }
    }

    /// Notes that elements are sorted.
    pub(super) fn ask_of_sorted(&mut self, at: Span, name: Symbol, on: &Type) {
        let Some(of) = self.index.known_trait("Ord") else { return };
        if !SORTS.contains(&&**self.program.names.text(name)) {
            return;
        }
        let mut on = self.settled(on);
        while let Type::Ref(_, of) = &on {
            on = self.settled(&of.clone());
        }
        let this = match &on {
            Type::Adt(adt, args) if self.index.is_adt(*adt, "Vec") => args.first().cloned(),
            Type::Slice(of) | Type::Array(of, _) => Some((**of).clone()),
            _ => None,
        };
        if let Some(this) = this {
            self.asked.push(Asked { at, this, of });
        }
    }

    /// Says what is asked for in vain.
    pub(super) fn judge_asked(&mut self) {
        let mut vain: Vec<(Span, Type, TraitId)> = Vec::new();
        for it in std::mem::take(&mut self.asked) {
            let mut this = self.shallow(&it.this);
            while let Type::Ref(_, of) = &this
                && self.index.is_trait(it.of, &THROUGH)
            {
                this = self.shallow(of);
            }
            if self.plainly_lacks(&this, it.of) {
                vain.push((it.at, this, it.of));
            }
        }
        for (at, this, of) in &vain {
            let is_above = |it: TraitId| {
                let below = &self.program.traits[it.index()];
                below.supertraits.iter().any(|it| it.of == *of)
            };
            // What another one that is missing asks for anyway is not said.
            if !vain.iter().any(|it| it.0 == *at && it.1 == *this && is_above(it.2)) {
                self.say_asked(*at, this, *of);
            }
        }
    }

    fn say_asked(&mut self, at: Span, this: &Type, of: TraitId) {
        let name = self.program.names.text(self.program.traits[of.index()].name).clone();
        let text = match &*name {
            "Display" if self.index.is_trait(of, &THROUGH) => {
                "{} doesn't implement `std::fmt::Display`".to_owned()
            }
            "Debug" if self.index.is_trait(of, &THROUGH) => "{} doesn't implement `Debug`".to_owned(),
            _ => format!("the trait bound `{}: {name}` is not satisfied", self.text(this)),
        };
        let hint = format!("implement the trait `{name}` for it");
        self.say_with(at, "E0277", text, &[this], Some(hint));
    }

    /// Whether there is no impl of a trait that could be one for a type, and the type is known to have no other.
    fn plainly_lacks(&mut self, this: &Type, of: TraitId) -> bool {
        let own = self.program.traits[of.index()].span.file == FileId::PROGRAM;
        let ordered = self.index.is_trait(of, &["Ord"]);
        let is_known = match this {
            Type::Float(_) => ordered,
            Type::Var(var) => ordered && self.vars.kind(*var) == Kind::Float,
            Type::Ref(_, of) if own => self.is_bare(&self.shallow(of)),
            this => self.is_bare(this),
        };
        is_known && (own || self.index.is_trait(of, &DECLARED)) && self.has_no_impl(this, of)
    }

    /// Whether it is a struct or an enum of the program without parameters.
    fn is_bare(&self, ty: &Type) -> bool {
        matches!(ty, Type::Adt(adt, args)
            if args.is_empty() && self.program.adt(*adt).span.file == FileId::PROGRAM)
    }

    fn has_no_impl(&mut self, this: &Type, of: TraitId) -> bool {
        let mut impls = self.index.impls.get(&of).into_iter().flatten();
        !impls.any(|it| self.may_be(it.0, this))
            && (!self.is_bare(this) || self.is_derived(this, of) == Holds::No)
    }

    /// Whether none of the traits in scope that have a method of that name can be meant by a call of it.
    pub(super) fn is_nobodys(&mut self, steps: &[Type], name: Symbol, traits: &[TraitId]) -> bool {
        let known = |it: &Type| match it {
            Type::Ref(..) | Type::Param(_) => true,
            Type::Adt(adt, _) => self.is_bare(it) || self.index.is_adt(*adt, "Box"),
            _ => false,
        };
        if !steps.iter().all(known) {
            return false;
        }
        let index = self.index;
        let is_param = matches!(steps.last(), Some(Type::Param(_)));
        let methods = index.methods.get(&name).into_iter().flatten();
        methods.filter(|it| traits.contains(&it.0)).all(|&(of, function)| {
            if is_param { self.is_not_granted(steps, of) } else { self.is_not_of(steps, of, function) }
        })
    }

    /// Whether nothing that is asked of a parameter grants it a trait, nor one to references to it.
    fn is_not_granted(&mut self, steps: &[Type], of: TraitId) -> bool {
        let borrowed = |it: &Type| [false, true].map(|mutable| Type::reference(mutable, it.clone()));
        let all = steps.iter().flat_map(|it| std::iter::once(it.clone()).chain(borrowed(it)));
        let all: Vec<Type> = all.collect();
        all.iter().all(|it| self.holds(it, of, &[]) == Holds::No)
    }

    fn is_not_of(&mut self, steps: &[Type], of: TraitId, function: FnId) -> bool {
        let own = self.program.traits[of.index()].span.file == FileId::PROGRAM;
        let by_ref = match self.program.function(function).receiver {
            Some(Receiver::Ref | Receiver::RefMut) => true,
            Some(Receiver::Value) => false,
            _ => return false,
        };
        if !own && !self.index.is_trait(of, &["Clone"]) {
            return false;
        }
        let borrowed = [false, true].map(Head::Ref);
        let mut impls = self.index.impls.get(&of).into_iter().flatten();
        let as_borrowed = !by_ref && impls.any(|it| borrowed.contains(&it.0));
        !as_borrowed && steps.iter().all(|it| matches!(it, Type::Ref(..)) && !own || self.has_no_impl(it, of))
    }
    /// Whether no trait that has a function of that name is one of a struct of the program.
    pub(super) fn is_nobodys_function(&mut self, this: &Type, name: Symbol) -> bool {
        let Type::Adt(adt, _) = this else { return false };
        let index = self.index;
        let mut methods = index.methods.get(&name).into_iter().flatten();
        self.is_bare(this)
            && !self.program.adt(*adt).is_enum
            && methods.all(|it| {
                let own = self.program.traits[it.0.index()].span.file == FileId::PROGRAM;
                (own || self.index.is_trait(it.0, &DECLARED)) && self.has_no_impl(this, it.0)
            })
    }
}
