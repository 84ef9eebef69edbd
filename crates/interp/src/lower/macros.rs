//! Macros: those of the language and of crates, and `macro_rules!`.

mod expand;
mod items;
mod json;
mod known;
mod logs;
mod matcher;
mod panics;
mod rules;
mod select;
mod select_parse;
mod standard;
mod statements;
mod table;
mod transcribe;
mod unhygienic;
mod yields;

pub(super) use known::{Known, LogKind};
pub(super) use rules::Rules;
pub(super) use table::TABLE;
pub(super) use unhygienic::plain_name;

use super::env::Env;
use super::module::{Def, Entry, Ns};
use super::world::World;
use crate::diagnostic::Diagnostic;
use crate::names::Symbol;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::ModuleId;
use std::rc::Rc;

/// A macro by its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct MacroId(pub(super) u32);

/// What a macro is.
#[derive(Clone, Debug)]
pub(super) enum MacroDef {
    /// One that is known here.
    Known(Known),
    /// One of the text.
    Rules(Rc<Rules>),
}

impl World {
    /// Declares the macros of a crate that are known here; those that its text defines stay.
    pub(super) fn declare_macros(&mut self, root: ModuleId, krate: &str) {
        for it in TABLE.iter().filter(|it| it.krate == krate) {
            let mut module = root;
            for &name in it.path {
                let name = self.program.names.intern(name);
                module = match self.entry(module, name, Ns::Type).map(|it| it.def) {
                    Some(Def::Module(inner)) => inner,
                    _ => self.submodule(module, name),
                };
            }
            for &(name, known) in it.macros {
                let name = self.program.names.intern(name);
                if self.modules.get(module).entries.contains_key(&(Ns::Macro, name)) {
                    continue;
                }
                let id = self.add_macro(MacroDef::Known(known));
                let entry = Entry { def: Def::Macro(id), public: true };
                self.modules.get_mut(module).entries.insert((Ns::Macro, name), entry);
            }
        }
    }

    fn submodule(&mut self, parent: ModuleId, name: Symbol) -> ModuleId {
        use super::module::{Module, ModuleKind};
        let file = self.modules.get(parent).file;
        let module = self.modules.add(Module::new(name, Some(parent), ModuleKind::Named, file));
        let entry = Entry { def: Def::Module(module), public: true };
        self.modules.get_mut(parent).entries.insert((Ns::Type, name), entry);
        module
    }

    pub(super) fn add_macro(&mut self, def: MacroDef) -> MacroId {
        self.macros.push(def);
        MacroId(self.macros.len() as u32 - 1)
    }

    /// A macro of the standard library, which every program has.
    pub(super) fn standard_macro(&mut self, name: Symbol) -> Option<Def> {
        let std = self.program.names.intern("std");
        let std = self.krate(std)?;
        let def = self.modules.get(std).entries.get(&(Ns::Macro, name)).map(|it| it.def.clone());
        def.or_else(|| {
            // While std itself is being read its macros are not declared yet.
            let text = self.text(name);
            let known = TABLE.iter().find(|it| it.krate == "std" && it.path.is_empty())?;
            let known = known.macros.iter().find(|it| *it.0 == *text)?.1;
            Some(Def::Macro(self.add_macro(MacroDef::Known(known))))
        })
    }

    /// What a macro's path leads to. Nothing is reported.
    pub(super) fn find_macro(&mut self, module: ModuleId, path: &syn::Path) -> Option<MacroDef> {
        let names: Vec<Symbol> = path.segments.iter().map(|it| self.symbol(&it.ident)).collect();
        let env = Env::of(module);
        let found = self.try_resolve(&env, path.leading_colon.is_some(), &names, Ns::Macro).ok()?;
        match found.def {
            Def::Macro(id) if found.rest == 0 => Some(self.macros[id.0 as usize].clone()),
            _ => None,
        }
    }

    /// As [`World::find_macro`]; that there is none is reported.
    pub(super) fn macro_of(&mut self, module: ModuleId, path: &syn::Path) -> Option<MacroDef> {
        let found = self.find_macro(module, path);
        if found.is_none() {
            self.no_macro(module, path);
        }
        found
    }

    fn no_macro(&mut self, module: ModuleId, path: &syn::Path) {
        let span = self.span(module, path.span());
        let Some(last) = path.segments.last() else { return };
        let name = last.ident.to_string();
        if path.segments.len() > 1 {
            let text = super::attribute::path_text(path);
            let error =
                Diagnostic::error(span, format!("the macro `{text}!` is not supported by the playground"));
            let hint = self.macro_hint(module, &name, "write what it stands for");
            return self.report(error.hint(hint));
        }
        let hint = self.macro_hint(module, &name, "define it before it is used, or import it");
        self.report(Diagnostic::error(span, format!("cannot find macro `{name}` in this scope")).hint(hint));
    }

    fn macro_hint(&mut self, module: ModuleId, name: &str, otherwise: &str) -> String {
        let symbol = self.program.names.intern(name);
        if let Some(it) = TABLE.iter().find(|it| it.macros.iter().any(|it| it.0 == name) && it.krate != "std")
        {
            let path = it.path.iter().map(|it| format!("{it}::")).collect::<String>();
            return format!("consider importing it: `use {}::{path}{name};`", it.krate);
        }
        if let Some(path) = self.importable(symbol, Ns::Macro) {
            return format!("consider importing it: `use {path};`");
        }
        let mut names = self.names_in_scope(module, Ns::Macro);
        let standard: Vec<_> = TABLE
            .iter()
            .filter(|it| it.krate == "std")
            .flat_map(|it| it.macros.iter().map(|it| it.0))
            .collect();
        names.extend(standard.into_iter().map(|it| self.program.names.intern(it)).collect::<Vec<_>>());
        let names: Vec<_> = names.iter().map(|it| self.text(*it)).collect();
        match super::suggest::nearest(name, names.iter().map(|it| &**it)) {
            Some(near) => format!("did you mean `{near}!`?"),
            None => otherwise.to_owned(),
        }
    }

    /// The place of a macro's call.
    pub(super) fn macro_span(&self, module: ModuleId, mac: &syn::Macro) -> Span {
        let first = mac.path.segments.first().map_or_else(|| mac.bang_token.spans[0], |it| it.ident.span());
        self.span(module, first).to(self.span(module, mac.delimiter.span().close()))
    }
}
