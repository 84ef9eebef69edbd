//! `use`: what imported names lead to, found when they are asked for.

use super::module::{Def, Entry, ModuleKind, Ns};
use super::world::World;
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{ModuleId, TraitId};
use std::rc::Rc;
use syn::UseTree;
use syn::ext::IdentExt as _;

/// The most imports that lead to one another.
const DEEPEST: usize = 64;

/// One name of a `use`.
#[derive(Clone, Debug)]
pub(super) struct Import {
    /// Where it stands.
    pub(super) module: ModuleId,
    /// Whether the path begins with `::`.
    pub(super) absolute: bool,
    /// The path; of a glob without the `*`.
    pub(super) path: Rc<[Symbol]>,
    /// Whether it is `pub`.
    pub(super) public: bool,
    /// Where its last name stands.
    pub(super) span: Span,
}

impl World {
    /// Collects the names of a `use`.
    pub(super) fn declare_use(&mut self, module: ModuleId, item: &syn::ItemUse) {
        let public = is_public(&item.vis);
        let mut path = Vec::new();
        self.use_tree(module, item.leading_colon.is_some(), public, &item.tree, &mut path);
    }

    fn use_tree(
        &mut self,
        module: ModuleId,
        absolute: bool,
        public: bool,
        tree: &UseTree,
        path: &mut Vec<Symbol>,
    ) {
        match tree {
            UseTree::Path(it) => {
                path.push(self.symbol(&it.ident));
                self.use_tree(module, absolute, public, &it.tree, path);
                path.pop();
            }
            UseTree::Name(it) => {
                let is_self = it.ident == "self" && !path.is_empty();
                if !is_self {
                    path.push(self.symbol(&it.ident));
                }
                let named = path.last().copied();
                self.add_import(module, absolute, public, path, named, &it.ident);
                if !is_self {
                    path.pop();
                }
            }
            UseTree::Rename(it) => {
                let is_self = it.ident == "self" && !path.is_empty();
                if !is_self {
                    path.push(self.symbol(&it.ident));
                }
                let named = self.symbol(&it.rename);
                self.add_import(module, absolute, public, path, Some(named), &it.ident);
                if !is_self {
                    path.pop();
                }
            }
            UseTree::Glob(it) => {
                let ident = proc_macro2::Ident::new("glob", it.star_token.span);
                self.add_import(module, absolute, public, path, None, &ident);
            }
            UseTree::Group(it) => {
                for tree in &it.items {
                    self.use_tree(module, absolute, public, tree, path);
                }
            }
        }
    }

    fn add_import(
        &mut self,
        module: ModuleId,
        absolute: bool,
        public: bool,
        path: &[Symbol],
        named: Option<Symbol>,
        at: &syn::Ident,
    ) {
        let span = self.span(module, at.span());
        let number = self.modules.imports.len() as u32;
        self.modules.imports.push(Import { module, absolute, path: path.into(), public, span });
        let underscore = self.program.names.intern("_");
        let into = self.modules.get_mut(module);
        match named {
            Some(name) if name == underscore => into.unnamed.push(number),
            Some(name) => into.imports.entry(name).or_default().push(number),
            None => into.globs.push(number),
        }
    }

    /// What a name in a module leads to, not looking around it. `from` is who asks, for what is private.
    pub(super) fn in_module(
        &mut self,
        module: ModuleId,
        name: Symbol,
        ns: Ns,
        from: ModuleId,
    ) -> Option<Def> {
        let inside = self.modules.is_within(from, module);
        let entry = self.entry(module, name, ns)?;
        (inside || entry.public).then_some(entry.def)
    }

    /// As [`World::in_module`], with whether it is public.
    pub(super) fn entry(&mut self, module: ModuleId, name: Symbol, ns: Ns) -> Option<Entry> {
        self.read(module);
        let here = self.modules.get(module);
        if let Some(entry) = here.entries.get(&(ns, name)).or_else(|| here.found.get(&(ns, name))) {
            // `pub(crate) use name;` beside a macro makes it one of the module's.
            let shared = |it: &u32| self.modules.imports[*it as usize].public;
            let again = ns == Ns::Macro && here.imports.get(&name).is_some_and(|it| it.iter().any(shared));
            return Some(Entry { public: entry.public || again, ..entry.clone() });
        }
        let imports = here.imports.get(&name).cloned().unwrap_or_default();
        let found = imports
            .iter()
            .find_map(|&it| self.follow(it, ns))
            .or_else(|| self.through_globs(module, name, ns));
        if let Some(entry) = &found
            && self.modules.is_quiet()
        {
            self.modules.get_mut(module).found.insert((ns, name), entry.clone());
        }
        found
    }

    /// What an import leads to.
    pub(super) fn follow(&mut self, import: u32, ns: Ns) -> Option<Entry> {
        if self.modules.following.contains(&(import, ns)) || self.modules.following.len() >= DEEPEST {
            return None;
        }
        self.modules.following.push((import, ns));
        let it = self.modules.imports[import as usize].clone();
        let def = self.walk(it.module, it.absolute, &it.path, ns);
        self.modules.following.pop();
        def.map(|def| Entry { def, public: it.public })
    }

    fn through_globs(&mut self, module: ModuleId, name: Symbol, ns: Ns) -> Option<Entry> {
        if self.modules.globbing.contains(&(module, ns, name)) || self.modules.globbing.len() >= DEEPEST {
            return None;
        }
        self.modules.globbing.push((module, ns, name));
        let globs = self.modules.get(module).globs.clone();
        let found = globs.into_iter().find_map(|glob| {
            let public = self.modules.imports[glob as usize].public;
            let def = match self.follow(glob, Ns::Type)?.def {
                Def::Module(target) => self.in_module(target, name, ns, module)?,
                Def::Adt(adt) => self.variant_named(adt, name)?,
                _ => return None,
            };
            Some(Entry { def, public })
        });
        self.modules.globbing.pop();
        found
    }

    /// Follows the path of an import.
    pub(super) fn walk(&mut self, from: ModuleId, absolute: bool, path: &[Symbol], ns: Ns) -> Option<Def> {
        let (mut def, mut rest) = self.start(from, absolute, path, ns)?;
        while let Some((&name, behind)) = rest.split_first() {
            let ns = if behind.is_empty() { ns } else { Ns::Type };
            def = match def {
                Def::Module(module) => self.in_module(module, name, ns, from)?,
                Def::Adt(adt) => self.variant_named(adt, name)?,
                Def::Error => return Some(Def::Error),
                _ => return None,
            };
            rest = behind;
        }
        Some(def)
    }

    /// Where a path begins, and what is left of it.
    fn start<'a>(
        &mut self,
        from: ModuleId,
        absolute: bool,
        path: &'a [Symbol],
        ns: Ns,
    ) -> Option<(Def, &'a [Symbol])> {
        let (&first, rest) = path.split_first()?;
        if absolute {
            return Some((Def::Module(self.krate(first)?), rest));
        }
        let text = self.program.names.text(first).clone();
        let mut module = match &*text {
            "crate" => self.modules.root(from),
            "self" => self.modules.nearest(from),
            "super" => self.modules.parent(from)?,
            _ => {
                let ns = if rest.is_empty() { ns } else { Ns::Type };
                return Some((self.lexical(from, first, ns)?, rest));
            }
        };
        let mut rest = rest;
        while let Some((&name, behind)) = rest.split_first()
            && &**self.program.names.text(name) == "super"
        {
            module = self.modules.parent(module)?;
            rest = behind;
        }
        Some((Def::Module(module), rest))
    }

    /// What a name without a path leads to: blocks around, the module, crates, the prelude, the language.
    pub(super) fn lexical(&mut self, from: ModuleId, name: Symbol, ns: Ns) -> Option<Def> {
        let mut at = Some(from);
        while let Some(module) = at {
            if let Some(def) = self.in_module(module, name, ns, from) {
                return Some(def);
            }
            let here = self.modules.get(module);
            // A macro is known in the modules within the one that defines it, too.
            let goes_on = here.kind == ModuleKind::Block || ns == Ns::Macro;
            at = goes_on.then_some(here.parent).flatten();
        }
        if ns == Ns::Type
            && let Some(krate) = self.krate(name)
        {
            return Some(Def::Module(krate));
        }
        if let Some(prelude) = self.prelude
            && let Some(def) = self.in_module(prelude, name, ns, prelude)
        {
            return Some(def);
        }
        match ns {
            Ns::Type => super::ty::primitive(self.program.names.text(name)).map(Def::Prim),
            Ns::Value => None,
            Ns::Macro => self.standard_macro(name),
        }
    }

    /// The traits whose methods can be called in a module.
    pub(super) fn traits_in_scope(&mut self, module: ModuleId) -> Rc<[TraitId]> {
        if let Some(traits) = self.traits_of.get(&module) {
            return traits.clone();
        }
        let mut traits = Vec::new();
        let mut at = Some(module);
        let mut seen = Vec::new();
        while let Some(id) = at {
            self.collect_traits(id, id, &mut traits, &mut seen);
            let here = self.modules.get(id);
            at = (here.kind == ModuleKind::Block).then_some(here.parent).flatten();
        }
        if let Some(prelude) = self.prelude {
            self.collect_traits(prelude, prelude, &mut traits, &mut seen);
        }
        traits.sort_unstable();
        traits.dedup();
        let traits: Rc<[TraitId]> = traits.into();
        self.traits_of.insert(module, traits.clone());
        traits
    }

    fn collect_traits(
        &mut self,
        module: ModuleId,
        from: ModuleId,
        into: &mut Vec<TraitId>,
        seen: &mut Vec<ModuleId>,
    ) {
        let mut waiting = vec![module];
        while let Some(module) = waiting.pop() {
            if !seen.contains(&module) {
                seen.push(module);
                self.traits_of_one(module, from, into, &mut waiting);
            }
        }
    }

    /// The traits of a module; those of its globs have to be looked at, too.
    fn traits_of_one(
        &mut self,
        module: ModuleId,
        from: ModuleId,
        into: &mut Vec<TraitId>,
        globs_to: &mut Vec<ModuleId>,
    ) {
        self.read(module);
        let inside = self.modules.is_within(from, module);
        let here = self.modules.get(module);
        let own = here.entries.values().filter(|it| inside || it.public);
        into.extend(own.filter_map(|it| if let Def::Trait(id) = it.def { Some(id) } else { None }));
        let named: Vec<u32> = here.imports.values().flatten().chain(&here.unnamed).copied().collect();
        let globs = here.globs.clone();
        for import in named {
            if !inside && !self.modules.imports[import as usize].public {
                continue;
            }
            if let Some(Entry { def: Def::Trait(id), .. }) = self.follow(import, Ns::Type) {
                into.push(id);
            }
        }
        for glob in globs {
            if !inside && !self.modules.imports[glob as usize].public {
                continue;
            }
            if let Some(Entry { def: Def::Module(target), .. }) = self.follow(glob, Ns::Type) {
                globs_to.push(target);
            }
        }
    }

    /// The symbol of an identifier, without `r#`.
    pub(super) fn symbol(&mut self, ident: &syn::Ident) -> Symbol {
        self.program.names.intern(&ident.unraw().to_string())
    }
}

/// Whether something can be used from outside of its module; how far outside is not distinguished.
pub(super) fn is_public(vis: &syn::Visibility) -> bool {
    match vis {
        syn::Visibility::Public(_) => true,
        syn::Visibility::Restricted(it) => !it.path.is_ident("self"),
        syn::Visibility::Inherited => false,
    }
}
