//! What is said of names that lead nowhere, and of crates as a whole.

use super::env::Env;
use super::library;
use super::module::{Def, Ns};
use super::path::{Kind, Stuck};
use super::suggest;
use super::world::World;
use crate::diagnostic::Diagnostic;
use crate::names::Symbol;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::ModuleId;

/// rustc's code and words for what a path was to be.
fn wanted(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Type => ("E0425", "type"),
        Kind::Trait => ("E0405", "trait"),
        Kind::Value => ("E0425", "value"),
        Kind::Call => ("E0425", "function"),
        Kind::Struct => ("E0422", "struct, variant or union type"),
        Kind::Pattern => ("E0531", "unit struct, unit variant or constant"),
        Kind::TuplePattern => ("E0531", "tuple struct or tuple variant"),
    }
}

impl World {
    /// Says that a path leads nowhere.
    pub(super) fn leads_nowhere(
        &mut self,
        env: &Env,
        path: &syn::Path,
        names: &[Symbol],
        kind: Kind,
        stuck: &Stuck,
    ) {
        if names.is_empty() {
            return;
        }
        let at = stuck.at.min(names.len() - 1);
        let name = names[at];
        let span = self.span(env.module, path.segments[at].ident.span());
        if at == 0
            && let Some(import) = self.failed_import(env.module, name)
        {
            if self.may_be_real(import) {
                self.not_supported(span, import);
            }
            return;
        }
        let last = at + 1 == names.len();
        let text = self.text(name);
        let (code, what) = if last { wanted(kind) } else { ("E0433", "") };
        let krate = self.external(env.module, names);
        let error = match &stuck.within {
            Some(Def::Module(module)) => {
                let place = self.module_path(*module);
                if let Some(krate) = krate {
                    let full = self.joined(names);
                    let hint = self.supported_hint(*module, &krate, &text, kind.ns(), last);
                    let message = format!("`{full}` is not supported by the playground");
                    return self.report(Diagnostic::error(span, message).hint(hint));
                }
                if self.is_private(*module, name, if last { kind.ns() } else { Ns::Type }) {
                    let message = format!("{} `{text}` is private", private_word(what));
                    self.report(
                        Diagnostic::error(span, message)
                            .code("E0603")
                            .hint(format!("make it public in `{place}`: `pub`")),
                    );
                    return;
                }
                let place =
                    if place == "crate" { "the crate root".to_owned() } else { format!("module `{place}`") };
                let words = if last {
                    format!("cannot find {what} `{text}` in {place}")
                } else {
                    format!("cannot find `{text}` in {place}")
                };
                let mut near = Vec::new();
                self.names_of(*module, if last { kind.ns() } else { Ns::Type }, false, &mut near);
                return self.report_unknown(span, code, words, &text, &near, None);
            }
            _ if last => format!("cannot find {what} `{text}` in this scope"),
            _ if text.starts_with(char::is_uppercase) => format!("cannot find type `{text}` in this scope"),
            _ => format!("cannot find module or crate `{text}` in this scope"),
        };
        if &*text == "self" || &*text == "Self" {
            return self.no_self(span, &text);
        }
        if !last && library::KNOWN.contains(&&*text) {
            return self.missing_crate(span, name);
        }
        let ns = if last { kind.ns() } else { Ns::Type };
        let near = self.names_in_scope(env.module, ns);
        let mut import = self.importable(name, ns);
        if import.is_none() && ns == Ns::Value {
            import = self.importable(name, Ns::Type);
        }
        self.report_unknown(span, code, error, &text, &near, import);
    }

    fn report_unknown(
        &mut self,
        span: Span,
        code: &'static str,
        message: String,
        text: &str,
        near: &[Symbol],
        import: Option<String>,
    ) {
        let names: Vec<_> = near.iter().map(|it| self.text(*it)).collect();
        let error = Diagnostic::error(span, message).code(code);
        let error = match (suggest::nearest(text, names.iter().map(|it| &**it)), import) {
            (_, Some(path)) => error.hint(format!("consider importing it: `use {path};`")),
            (Some(near), None) => error.hint(format!("did you mean `{near}`?")),
            (None, None) => error,
        };
        self.report(error);
    }

    fn no_self(&mut self, span: Span, text: &str) {
        if text == "self" {
            self.report(
                Diagnostic::error(span, "expected value, found module `self`")
                    .code("E0424")
                    .hint("`self` is only there in methods with a `self` parameter"),
            );
        } else {
            self.report(
                Diagnostic::error(span, "cannot find type `Self` in this scope")
                    .code("E0411")
                    .hint("`Self` is only available in impls, traits, or type definitions"),
            );
        }
    }

    /// The crate that a path leads into, if it is not the program's.
    fn external(&mut self, from: ModuleId, names: &[Symbol]) -> Option<String> {
        let first = self.lexical(from, *names.first()?, Ns::Type)?;
        let Def::Module(module) = first else { return None };
        let root = self.modules.root(module);
        (Some(root) != self.root).then(|| self.text(self.modules.get(root).name).to_string())
    }

    fn joined(&self, names: &[Symbol]) -> String {
        names.iter().map(|it| self.text(*it).to_string()).collect::<Vec<_>>().join("::")
    }

    fn is_private(&mut self, module: ModuleId, name: Symbol, ns: Ns) -> bool {
        self.entry(module, name, ns).is_some()
    }

    /// What a module of a crate has that is alike.
    fn supported_hint(&mut self, module: ModuleId, krate: &str, text: &str, ns: Ns, last: bool) -> String {
        let mut near = Vec::new();
        self.names_of(module, if last { ns } else { Ns::Type }, false, &mut near);
        let names: Vec<_> = near.iter().map(|it| self.text(*it)).collect();
        match suggest::nearest(text, names.iter().map(|it| &**it)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("the playground has a part of `{krate}`: see the list of what there is"),
        }
    }

    /// Says that a crate is not there.
    pub(super) fn missing_crate(&mut self, span: Span, name: Symbol) {
        let text = self.text(name);
        if library::KNOWN.contains(&&*text) {
            self.report(
                Diagnostic::error(span, format!("the crate `{text}` is not supported by the playground"))
                    .hint("std, tokio, futures, tokio_stream, anyhow, thiserror, serde and rand are"),
            );
        } else {
            self.report(Diagnostic::error(span, format!("can't find crate for `{text}`")).code("E0463"));
        }
    }

    /// Says that what stands where a trait has to stand is none.
    pub(super) fn not_a_trait(&mut self, env: &Env, path: &syn::Path) {
        let span = self.span(env.module, path.span());
        let text = super::attribute::path_text(path);
        self.report(Diagnostic::error(span, format!("expected trait, found type `{text}`")).code("E0404"));
    }

    /// The import of a name, if it leads nowhere.
    fn failed_import(&mut self, module: ModuleId, name: Symbol) -> Option<u32> {
        let mut at = Some(module);
        while let Some(id) = at {
            if let Some(&import) = self.modules.get(id).imports.get(&name).and_then(|it| it.first()) {
                return (!Ns::ALL.iter().any(|&ns| self.entry(id, name, ns).is_some())).then_some(import);
            }
            at = self.modules.get(id).parent;
        }
        None
    }

    /// Whether an import that leads nowhere may be of what a crate has and the playground has not. Then it is only refused
    /// where something is to come of it.
    fn may_be_real(&mut self, number: u32) -> bool {
        let import = self.modules.imports[number as usize].clone();
        !import.public
            && self.external(import.module, &import.path).is_some()
            && !self.modules.get(import.module).globs.contains(&number)
            && self.alike(number).is_none()
            // Something else would be taken in its stead.
            && !Ns::ALL.iter().any(|&ns| {
                let found = import.path.last().and_then(|&name| self.lexical(import.module, name, ns));
                found.is_some_and(|it| !matches!(it, Def::Module(_)))
            })
    }

    /// What a crate has that is alike the first name that leads nowhere in the path of an import.
    fn alike(&mut self, number: u32) -> Option<String> {
        let import = self.modules.imports[number as usize].clone();
        let known =
            |it: &usize| self.walk(import.module, import.absolute, &import.path[..*it], Ns::Type).is_some();
        let known = (1..import.path.len()).take_while(known).last()?;
        let Some(Def::Module(module)) =
            self.walk(import.module, import.absolute, &import.path[..known], Ns::Type)
        else {
            return None;
        };
        let text = self.text(import.path[known]);
        if library::LEFT_OUT.contains(&&*text) {
            return None;
        }
        let mut near = Vec::new();
        for ns in Ns::ALL {
            self.names_of(module, ns, false, &mut near);
        }
        let names: Vec<_> = near.iter().map(|it| self.text(*it)).collect();
        suggest::nearest(&text, names.iter().map(|it| &**it)).map(str::to_owned)
    }

    /// Says that what an import is of is not there.
    fn not_supported(&mut self, span: Span, number: u32) {
        let path = self.modules.imports[number as usize].path.clone();
        let error =
            Diagnostic::error(span, format!("`{}` is not supported by the playground", self.joined(&path)));
        let hint = match self.alike(number) {
            Some(it) => format!("did you mean `{it}`?"),
            None => {
                let first = self.text(path[0]);
                format!("the playground has a part of `{first}`: see the list of what there is")
            }
        };
        self.report(error.hint(hint));
    }

    /// Says which of the program's imports lead nowhere.
    pub(super) fn check_imports(&mut self, root: ModuleId) {
        for number in 0..self.modules.imports.len() as u32 {
            let import = &self.modules.imports[number as usize];
            if self.modules.root(import.module) == root {
                self.check_import(number);
            }
        }
    }

    /// Says if an import leads nowhere.
    pub(super) fn check_import(&mut self, number: u32) {
        let found = Ns::ALL.iter().any(|&ns| self.follow(number, ns).is_some());
        let import = self.modules.imports[number as usize].clone();
        if found || import.path.is_empty() {
            return;
        }
        let full = self.joined(&import.path);
        let first = self.text(import.path[0]);
        let last = *import.path.last().unwrap_or(&import.path[0]);
        if self.external(import.module, &import.path).is_some() {
            if !self.may_be_real(number) {
                self.not_supported(import.span, number);
            }
            return;
        }
        if library::KNOWN.contains(&&*first) {
            return self.missing_crate(import.span, import.path[0]);
        }
        let error = Diagnostic::error(import.span, format!("unresolved import `{full}`")).code("E0432");
        let error = match self.importable(last, Ns::Type) {
            Some(path) => error.hint(format!("there is `{path}`")),
            None => error,
        };
        self.report(error);
    }

    /// Attributes of the whole program.
    pub(super) fn crate_attributes(&mut self, module: ModuleId, attributes: &[syn::Attribute]) {
        for it in attributes {
            if it.path().is_ident("no_std") || it.path().is_ident("no_main") {
                self.unsupported(
                    module,
                    it.path().span(),
                    "programs without the standard library are not supported",
                    "",
                );
            }
        }
    }

    /// Finds where the program starts.
    pub(super) fn find_main(&mut self, root: ModuleId, text: &str) {
        let name = self.program.names.intern("main");
        let end = text.lines().count().max(1) as u32;
        let span =
            Span { file: crate::source::FileId::PROGRAM, line: end, column: 1, end_line: end, end_column: 2 };
        let Some(Def::Fn(main)) = self.in_module(root, name, Ns::Value, root) else {
            if !self.diagnostics.iter().any(|it| it.severity == crate::diagnostic::Severity::Error) {
                self.report(
                    Diagnostic::error(span, "`main` function not found in crate")
                        .code("E0601")
                        .hint("consider adding a `main` function: `#[tokio::main] async fn main() { .. }`"),
                );
            }
            return;
        };
        self.program_mut().main = Some(main);
        let function = self.program.function(main).clone();
        if function.is_async && function.attributes.is_empty() {
            self.report(
                Diagnostic::error(function.span, "`main` function is not allowed to be `async`")
                    .code("E0752")
                    .hint("write `#[tokio::main]` before it"),
            );
        }
        if !function.params.is_empty() {
            self.report(
                Diagnostic::error(function.span, "`main` function has wrong type")
                    .code("E0580")
                    .hint("it takes no parameters"),
            );
        }
        if !function.generics.params.is_empty() {
            let error =
                Diagnostic::error(function.span, "`main` function is not allowed to have generic parameters");
            self.report(error.code("E0131"));
        }
    }
}

impl World {
    /// What a name leads to, for messages.
    pub(super) fn def_word(&self, def: &Def) -> &'static str {
        match def {
            Def::Module(id) if self.modules.get(*id).parent.is_none() => "crate",
            Def::Module(_) => "module",
            Def::Adt(id) if self.adts[id.index()].is_enum => "enum",
            Def::Adt(_) => "struct",
            Def::Variant(..) => "variant",
            Def::Trait(_) => "trait",
            Def::Alias(_) => "type alias",
            Def::Prim(_) => "builtin type",
            Def::Fn(_) => "function",
            Def::Global(_) => "constant",
            Def::Macro(_) => "macro",
            Def::Param(_) => "type parameter",
            Def::ConstParam(_) => "constant parameter",
            Def::SelfTy => "self type",
            Def::Error => "item",
        }
    }
}

fn private_word(what: &str) -> &str {
    match what {
        "" => "module",
        "value" => "item",
        what => what,
    }
}
