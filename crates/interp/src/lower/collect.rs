//! Collecting items: their names get meanings and numbers; what they say of themselves is looked at later.

use super::attribute;
use super::header::Pending;
use super::import::is_public;
use super::library;
use super::module::{Def, Entry, Module, ModuleKind, Ns, Unread};
use super::world::{AdtDecl, Alias, TraitDecl, VariantDecl, World};
use crate::diagnostic::Diagnostic;
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{
    Adt, AdtId, FnId, Function, Global, GlobalId, GlobalKind, ModuleId, Origin, Shape, Trait, TraitId, Ty,
};
use std::rc::Rc;
use syn::ext::IdentExt as _;
use syn::spanned::Spanned as _;
use syn::{Fields, Item, TraitItem, Visibility};

/// Where items stand.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) module: ModuleId,
    /// The folder of the library that `mod name;` looks into.
    pub(super) dir: Option<Rc<str>>,
}

impl World {
    /// Collects items, in the order of the text.
    pub(super) fn declare_items(&mut self, place: &Place, items: Vec<Item>) {
        for item in items {
            self.declare_item(place, item);
        }
    }

    /// Collects an item.
    pub(super) fn declare_item(&mut self, place: &Place, item: Item) {
        if !attribute::is_compiled(attribute::of_item(&item)) {
            return;
        }
        let module = place.module;
        match item {
            Item::Fn(it) => {
                let span = self.span(module, it.sig.ident.span());
                let id = self.new_function(&it.sig.ident, span, module);
                self.define(module, Ns::Value, &it.sig.ident, Def::Fn(id), &it.vis);
                self.queue.push_back(Pending::Fn(module, id, it.attrs, Rc::new(it.sig), it.block.into()));
            }
            Item::Struct(it) => self.declare_struct(module, it),
            Item::Enum(it) => self.declare_enum(module, it),
            Item::Trait(it) => self.declare_trait(module, it),
            Item::Impl(it) => self.queue.push_back(Pending::Impl(module, Box::new(it))),
            Item::Const(it) => {
                self.declare_global(
                    module,
                    &it.ident,
                    &it.vis,
                    (*it.ty).clone(),
                    *it.expr,
                    GlobalKind::Const,
                );
            }
            Item::Static(it) => {
                let kind = match it.mutability {
                    syn::StaticMutability::Mut(_) => GlobalKind::StaticMut,
                    _ => GlobalKind::Static,
                };
                self.declare_global(module, &it.ident, &it.vis, (*it.ty).clone(), *it.expr, kind);
            }
            Item::Type(it) => {
                let number = self.aliases.len() as u32;
                self.aliases.push(Alias {
                    module,
                    generics: Rc::new(it.generics),
                    ty: it.ty.into(),
                    lowered: None,
                    busy: false,
                });
                self.define(module, Ns::Type, &it.ident, Def::Alias(number), &it.vis);
            }
            Item::Mod(it) => self.declare_module(place, it),
            Item::Use(it) => self.declare_use(module, &it),
            Item::ExternCrate(it) => self.declare_extern_crate(module, &it),
            Item::Macro(it) => self.declare_macro_item(place, &it),
            Item::ForeignMod(it) => self.unsupported(
                module,
                it.abi.extern_token.span,
                "`extern` blocks are not supported by the playground",
                "there is no C code to call in a browser",
            ),
            Item::Union(it) => self.unsupported(
                module,
                it.union_token.span,
                "unions are not supported by the playground",
                "use an `enum`",
            ),
            Item::TraitAlias(it) => self.unsupported(
                module,
                it.trait_token.span,
                "trait aliases are experimental",
                "write a trait with supertraits and an `impl` for all types",
            ),
            other => {
                self.unsupported(module, other.span(), "this item is not supported by the playground", "");
            }
        }
    }

    /// Gives a name a meaning.
    pub(super) fn define(
        &mut self,
        module: ModuleId,
        ns: Ns,
        ident: &syn::Ident,
        def: Def,
        vis: &Visibility,
    ) {
        let name = self.symbol(ident);
        let public = is_public(vis);
        if ident == "_" {
            return;
        }
        let old = self.modules.get_mut(module).entries.insert((ns, name), Entry { def, public });
        let twice = old.is_some_and(|it| ns != Ns::Macro && it.def != Def::Error);
        if twice {
            let what = if ns == Ns::Type { "type" } else { "value" };
            let span = self.span(module, ident.span());
            let place = self.module_path(self.modules.nearest(module));
            let message = format!("the name `{}` is defined multiple times", self.text(name));
            self.report(Diagnostic::error(span, message).code("E0428").hint(format!(
                "`{}` must be defined only once in the {what} namespace of `{place}`",
                self.text(name)
            )));
        }
    }

    /// Says that something is not supported.
    pub(super) fn unsupported(
        &mut self,
        module: ModuleId,
        span: proc_macro2::Span,
        message: &str,
        hint: &str,
    ) {
        let span = self.span(module, span);
        let error = Diagnostic::error(span, message);
        self.report(if hint.is_empty() { error } else { error.hint(hint) });
    }

    /// A function of which nothing but the name is known yet.
    pub(super) fn new_function(&mut self, ident: &syn::Ident, span: Span, module: ModuleId) -> FnId {
        let name = self.symbol(ident);
        self.add_function(blank_function(name, span, module))
    }

    pub(super) fn add_function(&mut self, function: Function) -> FnId {
        self.program_mut().functions.push(Rc::new(function));
        FnId(self.program.functions.len() as u32 - 1)
    }

    fn declare_struct(&mut self, module: ModuleId, it: syn::ItemStruct) {
        let id = self.new_adt(&it.ident, module, false, &it.generics);
        let name = self.symbol(&it.ident);
        let variant = self.variant(module, id, 0, name, &it.ident, &it.fields);
        let shape = variant.shape;
        // A struct with private fields cannot be made outside, which is not checked here.
        self.adts[id.index()].variants = Rc::from([variant]);
        self.define(module, Ns::Type, &it.ident, Def::Adt(id), &it.vis);
        if shape != Shape::Named {
            self.define(module, Ns::Value, &it.ident, Def::Variant(id, 0), &it.vis);
        }
        self.declare_derives(module, &it.attrs, &it.ident, &it.generics, super::derive::Data::Struct(&it));
        self.queue.push_back(Pending::Struct(id, Rc::new(it)));
    }

    fn declare_enum(&mut self, module: ModuleId, mut it: syn::ItemEnum) {
        let variants = std::mem::take(&mut it.variants);
        it.variants = variants.into_iter().filter(|it| attribute::is_compiled(&it.attrs)).collect();
        let id = self.new_adt(&it.ident, module, true, &it.generics);
        let mut variants = Vec::new();
        for (index, variant) in it.variants.iter().enumerate() {
            let name = self.symbol(&variant.ident);
            variants.push(self.variant(module, id, index as u32, name, &variant.ident, &variant.fields));
        }
        self.adts[id.index()].variants = variants.into();
        self.define(module, Ns::Type, &it.ident, Def::Adt(id), &it.vis);
        self.declare_derives(module, &it.attrs, &it.ident, &it.generics, super::derive::Data::Enum(&it));
        self.queue.push_back(Pending::Enum(id, Rc::new(it)));
    }

    fn new_adt(
        &mut self,
        ident: &syn::Ident,
        module: ModuleId,
        is_enum: bool,
        generics: &syn::Generics,
    ) -> AdtId {
        let name = self.symbol(ident);
        let id = AdtId(self.adts.len() as u32);
        self.adts.push(AdtDecl {
            name,
            module,
            is_enum,
            generics: Rc::new(generics.clone()),
            variants: Rc::from([]),
        });
        let span = self.span(module, ident.span());
        self.program_mut().adts.push(Rc::new(Adt {
            name,
            span,
            module,
            generics: Rc::default(),
            is_enum,
            variants: Rc::from([]),
            told_apart: false,
            lifetimes: 0,
            derives: Rc::from([]),
            attributes: Rc::from([]),
        }));
        id
    }

    fn variant(
        &mut self,
        module: ModuleId,
        adt: AdtId,
        index: u32,
        name: Symbol,
        ident: &syn::Ident,
        fields: &Fields,
    ) -> VariantDecl {
        let (shape, constructor) = match fields {
            Fields::Unit => (Shape::Unit, None),
            Fields::Named(_) => (Shape::Named, None),
            Fields::Unnamed(_) => {
                let span = self.span(module, ident.span());
                let id = self.new_function(ident, span, module);
                let function = self.program.function(id);
                let made = Function { origin: Origin::Constructor(adt, index), ..(**function).clone() };
                self.program_mut().functions[id.index()] = Rc::new(made);
                (Shape::Tuple, Some(id))
            }
        };
        let fields = fields.iter().filter(|it| attribute::is_compiled(&it.attrs)).enumerate();
        let fields = fields
            .map(|(index, it)| match &it.ident {
                Some(ident) => {
                    let text = ident.unraw().to_string();
                    self.program.names.intern(super::macros::plain_name(&text))
                }
                None => self.program.names.intern(&index.to_string()),
            })
            .collect();
        VariantDecl { name, shape, fields, constructor }
    }

    fn declare_trait(&mut self, module: ModuleId, it: syn::ItemTrait) {
        let name = self.symbol(&it.ident);
        let id = TraitId(self.traits.len() as u32);
        let (mut functions, mut types) = (Vec::new(), Vec::new());
        for item in &it.items {
            match item {
                TraitItem::Fn(it) => functions.push(self.symbol(&it.sig.ident)),
                TraitItem::Type(it) => types.push(self.symbol(&it.ident)),
                _ => {}
            }
        }
        self.traits.push(TraitDecl {
            name,
            module,
            generics: Rc::new(it.generics.clone()),
            functions: functions.into(),
            types: types.into(),
        });
        let span = self.span(module, it.ident.span());
        self.program_mut().traits.push(Rc::new(Trait {
            name,
            span,
            generics: Rc::default(),
            supertraits: Rc::from([]),
            functions: Rc::from([]),
            types: Rc::from([]),
            consts: Rc::from([]),
        }));
        self.define(module, Ns::Type, &it.ident, Def::Trait(id), &it.vis);
        self.queue.push_back(Pending::Trait(id, Box::new(it)));
    }

    pub(super) fn declare_global(
        &mut self,
        module: ModuleId,
        ident: &syn::Ident,
        vis: &Visibility,
        ty: syn::Type,
        value: syn::Expr,
        kind: GlobalKind,
    ) {
        let id = self.new_global(module, ident, kind);
        self.define(module, Ns::Value, ident, Def::Global(id), vis);
        self.queue.push_back(Pending::Global(module, id, Rc::new(ty), Rc::new(value)));
    }

    /// A constant or static of which nothing but the name is known yet.
    pub(super) fn new_global(&mut self, module: ModuleId, ident: &syn::Ident, kind: GlobalKind) -> GlobalId {
        let name = self.symbol(ident);
        let span = self.span(module, ident.span());
        let body = self.add_function(blank_function(name, span, module));
        self.program_mut().globals.push(Rc::new(Global { name, ty: Ty::Unknown, body, kind, span }));
        GlobalId(self.program.globals.len() as u32 - 1)
    }

    fn declare_module(&mut self, place: &Place, it: syn::ItemMod) {
        let name = self.symbol(&it.ident);
        let outer_file = self.modules.get(place.module).file;
        let dir: Option<Rc<str>> = place.dir.as_ref().map(|dir| format!("{dir}/{}", self.text(name)).into());
        let module = self.modules.add(Module::new(name, Some(place.module), ModuleKind::Named, outer_file));
        self.define(place.module, Ns::Type, &it.ident, Def::Module(module), &it.vis);
        let inner = Place { module, dir };
        let shares_macros = it.attrs.iter().any(|it| it.path().is_ident("macro_use"));
        match (it.content, &place.dir) {
            (Some((_, items)), _) => self.declare_items(&inner, items),
            (None, Some(dir)) => {
                let text = self.text(name);
                if let Some(path) = World::module_file(dir, &text) {
                    self.modules.get_mut(module).unread = Some(Unread { path, dir: inner.dir });
                    // Nothing leads to a private module that has impls alone, so all below a file is read with it.
                    let is_within = || library::is_rare(&format!("{dir}.rs"));
                    if !library::is_rare(path) || is_within() || self.modules.read.contains(&name) {
                        self.read(module);
                    }
                }
            }
            (None, None) => {
                let span = self.span(place.module, it.ident.span());
                let message = format!("file not found for module `{}`", self.text(name));
                self.report(
                    Diagnostic::error(span, message)
                        .code("E0583")
                        .hint("a program here is one file: write the module's text in it, `mod name { .. }`"),
                );
            }
        }
        if shares_macros {
            let macros = self.modules.get(module).entries.clone();
            self.modules
                .get_mut(place.module)
                .entries
                .extend(macros.into_iter().filter(|it| it.0.0 == Ns::Macro));
        }
    }

    fn declare_extern_crate(&mut self, module: ModuleId, it: &syn::ItemExternCrate) {
        let name = self.symbol(&it.ident);
        let named = it.rename.as_ref().map_or(&it.ident, |it| &it.1);
        match if it.ident == "self" { Some(self.modules.root(module)) } else { self.krate(name) } {
            Some(krate) if it.rename.is_some() => {
                self.define(module, Ns::Type, named, Def::Module(krate), &it.vis);
            }
            Some(_) => {}
            None => {
                let span = self.span(module, it.ident.span());
                self.missing_crate(span, name);
            }
        }
    }
}

/// A function that says nothing of itself yet.
pub(super) fn blank_function(name: Symbol, span: Span, module: ModuleId) -> Function {
    Function {
        name,
        span,
        module,
        is_async: false,
        generics: Rc::default(),
        receiver: None,
        params: Rc::from([]),
        ret: Ty::Unknown,
        lent: Rc::from([]),
        in_impl: None,
        in_trait: None,
        origin: Origin::Text,
        attributes: Rc::from([]),
    }
}
