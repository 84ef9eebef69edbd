//! Everything that is known of the library and the program: what the crate's users ask for bodies.

use super::body;
use super::collect::Place;
use super::env::Env;
use super::header::Pending;
use super::library;
use super::macros::MacroDef;
use super::module::{Def, Module, ModuleKind, Modules, Ns};
use crate::diagnostic::{Diagnostic, Severity};
use crate::names::Symbol;
use crate::parse::parse;
use crate::source::{File, FileId, Span};
use crate::tree::{AdtId, Body, FnId, ImplId, ModuleId, Program, Shape, TraitId, Ty};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::rc::Rc;

/// The most tokens that macros may become, all together.
pub(super) const MOST_TOKENS: usize = 1 << 20;

/// All items of the library and of a program, and their bodies, as far as somebody has asked for them.
///
/// A world is quick to clone: one with the library in it is the start for every program.
#[derive(Clone, Debug)]
pub struct World {
    /// The items. Who holds them has them as they were when asked for.
    pub program: Rc<Program>,
    pub(super) modules: Modules,
    /// Crates by name; `None` where there is no such crate.
    pub(super) crates: FxHashMap<Symbol, Option<ModuleId>>,
    /// What is in scope everywhere.
    pub(super) prelude: Option<ModuleId>,
    /// The program's own crate.
    pub(super) root: Option<ModuleId>,
    pub(super) adts: Vec<AdtDecl>,
    pub(super) traits: Vec<TraitDecl>,
    pub(super) aliases: Vec<Alias>,
    pub(super) macros: Vec<MacroDef>,
    /// Items whose headers are not done.
    pub(super) queue: VecDeque<Pending>,
    pub(super) draining: bool,
    /// How many files of the library are being declared, one from within another.
    pub(super) declaring: u32,
    /// The texts of bodies.
    pub(super) sources: FxHashMap<FnId, Rc<Source>>,
    pub(super) bodies: FxHashMap<FnId, Result<Rc<Body>, Rc<[Diagnostic]>>>,
    /// Those of them in which something is wrong, as far as they go.
    partial: FxHashMap<FnId, Rc<Body>>,
    /// What is wrong with the items, and with the body that is being lowered.
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What is wrong with the library.
    pub(super) library_faults: Vec<Diagnostic>,
    pub(super) traits_of: FxHashMap<ModuleId, Rc<[TraitId]>>,
    /// Bodies of the library that nobody has asked for.
    pub(super) deferred: Vec<proc_macro2::Group>,
    /// What the program says is `Copy`, and where.
    pub(super) copied: Vec<(AdtId, Span)>,
    /// How many tokens macros may still become.
    pub(super) tokens_left: usize,
    /// How many expansions there have been.
    pub(super) expansions: u32,
    /// How deep in types.
    pub(super) in_types: u32,
    /// Traits of the program that cannot be behind `dyn`, and why.
    pub(super) not_dyn: FxHashMap<TraitId, Rc<str>>,
    /// Where traits are behind `dyn`, as far as that has not been looked at.
    pub(super) dyns: Vec<(Span, TraitId)>,
    /// The program's `impl`s of traits, as far as they have not been compared.
    pub(super) implemented: Vec<ImplId>,
    /// How deep in macros that make items.
    pub(super) expanding: u32,
}

/// A struct or enum before its header is done.
#[derive(Clone, Debug)]
pub(super) struct AdtDecl {
    pub(super) name: Symbol,
    pub(super) module: ModuleId,
    pub(super) is_enum: bool,
    pub(super) generics: Rc<syn::Generics>,
    pub(super) variants: Rc<[VariantDecl]>,
}

/// A variant, or a struct as one.
#[derive(Clone, Debug)]
pub(super) struct VariantDecl {
    pub(super) name: Symbol,
    pub(super) shape: Shape,
    pub(super) fields: Rc<[Symbol]>,
    /// What makes a value, if it is a tuple.
    pub(super) constructor: Option<FnId>,
}

/// A trait before its header is done.
#[derive(Clone, Debug)]
pub(super) struct TraitDecl {
    pub(super) name: Symbol,
    pub(super) module: ModuleId,
    pub(super) generics: Rc<syn::Generics>,
    pub(super) functions: Rc<[Symbol]>,
    pub(super) types: Rc<[Symbol]>,
}

/// A type alias.
#[derive(Clone, Debug)]
pub(super) struct Alias {
    pub(super) module: ModuleId,
    pub(super) generics: Rc<syn::Generics>,
    pub(super) ty: Rc<syn::Type>,
    /// What it stands for, with parameters in it.
    pub(super) lowered: Option<Ty>,
    /// Whether it is being lowered.
    pub(super) busy: bool,
}

/// The text of a body.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) text: SourceText,
    pub(super) env: Env,
}

/// What there is to lower.
#[derive(Clone, Debug)]
pub(super) enum SourceText {
    /// A function.
    Fn(Rc<syn::Signature>, Rc<syn::Block>),
    /// The value of a constant.
    Value(Rc<syn::Expr>),
}

impl World {
    /// A world without anything in it.
    fn empty() -> Self {
        let nothing = File { name: "src/main.rs".into(), text: "".into() };
        World {
            program: Rc::new(Program { files: vec![nothing], ..Program::default() }),
            modules: Modules::default(),
            crates: FxHashMap::default(),
            prelude: None,
            root: None,
            adts: Vec::new(),
            traits: Vec::new(),
            aliases: Vec::new(),
            macros: Vec::new(),
            queue: VecDeque::new(),
            draining: false,
            declaring: 0,
            sources: FxHashMap::default(),
            bodies: FxHashMap::default(),
            partial: FxHashMap::default(),
            diagnostics: Vec::new(),
            library_faults: Vec::new(),
            traits_of: FxHashMap::default(),
            deferred: Vec::new(),
            copied: Vec::new(),
            tokens_left: MOST_TOKENS,
            expansions: 0,
            in_types: 0,
            not_dyn: FxHashMap::default(),
            dyns: Vec::new(),
            implemented: Vec::new(),
            expanding: 0,
        }
    }

    /// A world with the library in it. Crates other than `std` are looked at when a program names them.
    pub fn with_library() -> Self {
        let mut world = World::empty();
        let std = world.program.names.intern("std");
        // Its headers need the prelude, which has to be found first.
        world.draining = true;
        if let Some(std) = world.krate(std) {
            let path = ["prelude", "v1"].map(|it| world.program.names.intern(it));
            if let Some(Def::Module(prelude)) = world.walk_down(std, &path) {
                world.prelude = Some(prelude);
            }
        }
        world.draining = false;
        world.drain();
        world.set_library_apart();
        world
    }

    /// The items, to add to them.
    pub(super) fn program_mut(&mut self) -> &mut Program {
        Rc::make_mut(&mut self.program)
    }

    /// What is wrong with the library itself, as far as somebody has looked at it.
    pub fn library_diagnostics(&self) -> &[Diagnostic] {
        &self.library_faults
    }

    pub(super) fn set_library_apart(&mut self) {
        let (own, others) =
            std::mem::take(&mut self.diagnostics).into_iter().partition(|it| it.span.file == FileId::PROGRAM);
        self.diagnostics = own;
        self.library_faults.extend::<Vec<_>>(others);
    }

    /// Collects the items of a program, which must be the only one of this world.
    ///
    /// # Errors
    ///
    /// What is wrong with its syntax, its `use`s and the headers of its items.
    pub fn add_program(&mut self, text: &str) -> Result<(), Vec<Diagnostic>> {
        self.program_mut().files[0].text = text.into();
        let file = parse(text, FileId::PROGRAM)?;
        let name = self.program.names.intern("crate");
        let root = self.modules.add(Module::new(name, None, ModuleKind::Crate, FileId::PROGRAM));
        self.root = Some(root);
        self.tokens_left = MOST_TOKENS;
        let place = Place { module: root, dir: None };
        self.crate_attributes(root, &file.attrs);
        self.declare_items(&place, file.items);
        self.drain();
        self.check_imports(root);
        self.check_copied();
        self.check_infinite();
        self.program_mut().modules_around = self.modules.around();
        self.find_main(root, text);
        self.set_library_apart();
        let diagnostics = std::mem::take(&mut self.diagnostics);
        if diagnostics.iter().any(|it| it.severity == Severity::Error) {
            Err(sorted(diagnostics))
        } else {
            Ok(())
        }
    }

    /// The body of a function, closure or async block.
    ///
    /// # Errors
    ///
    /// What is wrong with it.
    pub fn body(&mut self, function: FnId) -> Result<Rc<Body>, Vec<Diagnostic>> {
        if let Some(done) = self.bodies.get(&function) {
            return done.clone().map_err(|it| it.to_vec());
        }
        let Some(source) = self.sources.get(&function).cloned() else {
            let span = self.program.function(function).span;
            return Err(vec![Diagnostic::error(span, "this function has no body that could be run")]);
        };
        let before = std::mem::take(&mut self.diagnostics);
        let body = body::lower(self, function, &source);
        self.drain();
        let found = std::mem::replace(&mut self.diagnostics, before);
        let failed = found.iter().any(|it| it.severity == Severity::Error);
        let body = Rc::new(body);
        if failed {
            self.partial.insert(function, body.clone());
        }
        let done = if failed { Err(sorted(found).into()) } else { Ok(body) };
        self.bodies.insert(function, done.clone());
        done.map_err(|it: Rc<[Diagnostic]>| it.to_vec())
    }

    /// The body of a function with what can be known of it: what is wrong is not in it.
    pub fn partial_body(&mut self, function: FnId) -> Option<Rc<Body>> {
        self.body(function).ok().or_else(|| self.partial.get(&function).cloned())
    }

    /// Lowers all bodies of the program. What they have within, such as functions in functions, is then known, too.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with them.
    pub fn lower_all(&mut self) -> Result<(), Vec<Diagnostic>> {
        let mut all = Vec::new();
        let mut next = 0;
        while next < self.program.functions.len() {
            let id = FnId(next as u32);
            next += 1;
            let is_own = self.program.function(id).span.file == FileId::PROGRAM;
            if is_own
                && self.sources.contains_key(&id)
                && let Err(errors) = self.body(id)
            {
                all.extend(errors);
            }
        }
        let mut all = sorted(all);
        all.dedup();
        if all.is_empty() { Ok(()) } else { Err(all) }
    }

    /// The module of a crate, which is looked at if that has not happened yet.
    pub(super) fn krate(&mut self, name: Symbol) -> Option<ModuleId> {
        if let Some(known) = self.crates.get(&name) {
            return *known;
        }
        let text = self.program.names.text(name).clone();
        let origin = library::origin(&text);
        if origin != &*text {
            let origin = self.program.names.intern(origin);
            let module = self.krate(origin);
            self.crates.insert(name, module);
            return module;
        }
        if !library::has(&text) {
            self.crates.insert(name, None);
            return None;
        }
        let path = library::root(&text);
        let file = self.library_file(path);
        let module = self.modules.add(Module::new(name, None, ModuleKind::Crate, file));
        self.crates.insert(name, Some(module));
        let place = Place { module, dir: Some(text.clone()) };
        self.declare_library(&place, path, file);
        self.declare_macros(module, &text);
        self.drain();
        Some(module)
    }

    /// Follows names from a module down.
    pub(super) fn walk_down(&mut self, from: ModuleId, path: &[Symbol]) -> Option<Def> {
        let mut def = Def::Module(from);
        for &name in path {
            let Def::Module(module) = def else { return None };
            def = self.in_module(module, name, Ns::Type, module)?;
        }
        Some(def)
    }

    /// Says what is wrong.
    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// The place of a token in a module's file.
    pub(super) fn span(&self, module: ModuleId, span: proc_macro2::Span) -> Span {
        Span::of(self.modules.get(module).file, span)
    }

    /// The text of a name.
    pub(super) fn text(&self, name: Symbol) -> Rc<str> {
        self.program.names.text(name).clone()
    }
}

/// By place, and the program's own text before the library's.
fn sorted(mut diagnostics: Vec<Diagnostic>) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|it| (it.span.file.0, it.span.line, it.span.column));
    diagnostics
}
