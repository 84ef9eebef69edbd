//! What the runtime offers: every public item, by the path under which a program finds it.

use crate::expand::expand;
use proc_macro2::TokenStream;
use quote::ToTokens as _;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use syn::{Attribute, ImplItem, Item, ItemImpl, Signature, TraitItem, Type, UseTree, Visibility};

/// A public item.
#[derive(Clone, Debug, Default)]
pub(crate) struct Offered {
    /// The module, or the type that it is a method of, and its name.
    pub(crate) path: Vec<String>,
    /// How many parts of the path are modules.
    pub(crate) modules: usize,
    /// Whether its documentation has an example.
    pub(crate) has_example: bool,
    /// Whether it is a trait, or a method of one.
    pub(crate) is_of_trait: bool,
    /// The methods, of a type.
    pub(crate) methods: BTreeSet<String>,
    /// The types in its signature, for a function: it gives or takes them.
    pub(crate) gives: BTreeSet<String>,
}

impl Offered {
    /// Its name, behind that of its type for a method.
    pub(crate) fn own(&self) -> &[String] {
        &self.path[self.modules..]
    }
}

/// A module, with what stands in it.
#[derive(Default)]
struct Module {
    items: Vec<Item>,
}

/// The crate's source.
pub(crate) struct Source {
    modules: BTreeMap<Vec<String>, Module>,
    macros: BTreeMap<String, TokenStream>,
}

/// Where an item is defined: its module and its name there.
type Definition = (Vec<String>, String);

impl Source {
    /// Reads the crate whose root this is.
    pub(crate) fn read(root: &Path) -> Source {
        let mut source = Source { modules: BTreeMap::new(), macros: BTreeMap::new() };
        source.read_file(root, &root.with_file_name(""), Vec::new());
        let paths: Vec<_> = source.modules.keys().cloned().collect();
        for path in paths {
            let items = source.written_out(&source.modules[&path].items);
            source.modules.insert(path, Module { items });
        }
        source
    }

    fn read_file(&mut self, file: &Path, folder: &Path, path: Vec<String>) {
        let text =
            std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.add(parsed.items, folder, path);
    }

    fn add(&mut self, items: Vec<Item>, folder: &Path, path: Vec<String>) {
        for item in &items {
            match item {
                Item::Macro(it) if it.ident.is_some() => {
                    let name = it.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                    self.macros.insert(name, it.mac.tokens.clone());
                }
                Item::Mod(it) if !is_test(&it.attrs) => {
                    let name = it.ident.to_string();
                    let inner = [path.clone(), vec![name.clone()]].concat();
                    match &it.content {
                        Some((_, items)) => self.add(items.clone(), &folder.join(&name), inner),
                        None => {
                            self.read_file(&folder.join(format!("{name}.rs")), &folder.join(&name), inner);
                        }
                    }
                }
                _ => {}
            }
        }
        self.modules.insert(path, Module { items });
    }

    /// Returns every public item, in the order of their paths.
    pub(crate) fn offered(&self) -> Vec<Offered> {
        let mut all = Vec::new();
        self.module(&[], &[], &mut all);
        all.sort_by(|a, b| a.path.cmp(&b.path));
        all.dedup_by(|a, b| a.path == b.path);
        all
    }

    /// Adds what is public in the module defined at `at`, which a program finds at `shown`.
    fn module(&self, at: &[String], shown: &[String], all: &mut Vec<Offered>) {
        for item in &self.modules[at].items {
            match item {
                Item::Mod(it) if is_offered(&it.vis, &it.attrs) && !is_test(&it.attrs) => {
                    let name = vec![it.ident.to_string()];
                    self.module(&[at, &name].concat(), &[shown, &name].concat(), all);
                }
                Item::Use(it) if is_offered(&it.vis, &it.attrs) => {
                    for (path, name) in leaves(&it.tree, &mut Vec::new()) {
                        self.reexport(at, &path, &name, shown, all);
                    }
                }
                Item::Macro(it) if it.attrs.iter().any(|it| it.path().is_ident("macro_export")) => {
                    let name = it.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                    if !is_hidden(&it.attrs) {
                        all.push(Offered {
                            path: vec![name],
                            has_example: has_example(&it.attrs),
                            ..Offered::default()
                        });
                    }
                }
                _ => {
                    if let Some((name, vis, attrs)) = defined(item)
                        && is_offered(vis, attrs)
                    {
                        self.item(item, &(at.to_vec(), name.clone()), &[shown, &[name]].concat(), all);
                    }
                }
            }
        }
        // Exported macros stand at the root, wherever they are defined.
        if at.is_empty() {
            for path in self.modules.keys().filter(|it| it.first().is_some_and(|it| it == "macros")) {
                self.module(path, shown, all);
            }
        }
    }

    fn reexport(&self, at: &[String], path: &[String], name: &str, shown: &[String], all: &mut Vec<Offered>) {
        let shown_path = [shown, &[name.to_owned()]].concat();
        match self.resolve(at, path) {
            Some((module, own)) => {
                let found = self.modules[&module].items.iter();
                let found = found.filter(|it| defined(it).is_some_and(|it| it.0 == own));
                found.for_each(|it| self.item(it, &(module.clone(), own.clone()), &shown_path, all));
            }
            None => all.push(Offered { path: shown_path, modules: shown.len(), ..Offered::default() }),
        }
    }

    /// Adds an item and, of a type or a trait, its methods.
    fn item(&self, item: &Item, definition: &Definition, shown: &[String], all: &mut Vec<Offered>) {
        let Some((_, _, attrs)) = defined(item) else { return };
        let modules = shown.len() - 1;
        let gives = match item {
            Item::Fn(it) => given(&it.sig),
            _ => BTreeSet::new(),
        };
        let is_of_trait = matches!(item, Item::Trait(_));
        let (first, mut methods) = (all.len(), BTreeSet::new());
        let path = shown.to_vec();
        all.push(Offered {
            path,
            modules,
            has_example: has_example(attrs),
            is_of_trait,
            gives,
            ..Offered::default()
        });
        let mut method = |attrs: &[Attribute], signature: &Signature| {
            let name = signature.ident.to_string();
            methods.insert(name.clone());
            let (path, has_example) = ([shown, &[name]].concat(), has_example(attrs));
            let gives = given(signature);
            all.push(Offered { path, modules, has_example, is_of_trait, gives, ..Offered::default() });
        };
        if let Item::Trait(it) = item {
            for inner in &it.items {
                if let TraitItem::Fn(it) = inner {
                    method(&it.attrs, &it.sig);
                }
            }
        }
        for block in self.impls(definition) {
            for inner in &block.items {
                if let ImplItem::Fn(it) = inner
                    && is_offered(&it.vis, &it.attrs)
                {
                    method(&it.attrs, &it.sig);
                }
            }
        }
        all[first].methods = methods;
    }

    /// Returns which types lead to others, by `Deref`, as a future or as a stream: each time the other and the type.
    pub(crate) fn leads(&self) -> Vec<(String, String)> {
        let mut found = Vec::new();
        for item in self.modules.values().flat_map(|it| &it.items) {
            let Item::Impl(it) = item else { continue };
            let Type::Path(of) = &*it.self_ty else { continue };
            let Some(of) = of.path.segments.last() else { continue };
            for inner in &it.items {
                if let ImplItem::Type(it) = inner {
                    let targets = crate::tests::idents(it.ty.to_token_stream());
                    found.extend(targets.into_iter().map(|it| (it, of.ident.to_string())));
                }
            }
        }
        found
    }

    /// Returns the blocks that give a type methods of its own, with their macros written out.
    fn impls(&self, definition: &Definition) -> Vec<ItemImpl> {
        let mut found = Vec::new();
        for (path, module) in &self.modules {
            for item in &module.items {
                if let Item::Impl(block) = item
                    && block.trait_.is_none()
                    && let Type::Path(of) = &*block.self_ty
                    && let names = of.path.segments.iter().map(|it| it.ident.to_string()).collect::<Vec<_>>()
                    && self.resolve(path, &names).as_ref() == Some(definition)
                {
                    let items = block.items.iter().flat_map(|it| self.methods(it.clone())).collect();
                    found.push(ItemImpl { items, ..block.clone() });
                }
            }
        }
        found
    }

    fn written_out(&self, items: &[Item]) -> Vec<Item> {
        let write = |item: &Item| match item {
            Item::Macro(it) if it.ident.is_none() => self.call(&it.mac).map_or(Vec::new(), |it| {
                syn::parse2::<syn::File>(it).map_or(Vec::new(), |it| self.written_out(&it.items))
            }),
            other => vec![other.clone()],
        };
        items.iter().flat_map(write).collect()
    }

    fn methods(&self, item: ImplItem) -> Vec<ImplItem> {
        let ImplItem::Macro(it) = &item else { return vec![item] };
        let written = self.call(&it.mac).unwrap_or_default();
        let block = syn::parse2::<ItemImpl>(quote::quote!(impl X { #written }));
        block.map_or(Vec::new(), |it| it.items)
    }

    fn call(&self, mac: &syn::Macro) -> Option<TokenStream> {
        let name = mac.path.segments.last()?.ident.to_string();
        match self.macros.get(&name) {
            Some(rules) => expand(rules.clone(), &mac.tokens),
            // Of others' macros those that take items give them back.
            None => Some(mac.tokens.clone()),
        }
    }

    /// Returns what a path means in a module; `None` if it is not of this crate.
    fn resolve(&self, at: &[String], path: &[String]) -> Option<Definition> {
        let (first, rest) = path.split_first()?;
        let (mut module, rest) = match first.as_str() {
            "crate" => (Vec::new(), rest),
            "self" => (at.to_vec(), rest),
            "super" => return self.resolve(at.split_last()?.1, &[&["self".to_owned()], rest].concat()),
            _ => (at.to_vec(), path),
        };
        let (name, between) = rest.split_last()?;
        for part in between {
            module.push(part.clone());
            if !self.modules.contains_key(&module) {
                return None;
            }
        }
        let items = &self.modules.get(&module)?.items;
        if items.iter().any(|it| defined(it).is_some_and(|it| it.0 == *name)) {
            return Some((module, name.clone()));
        }
        let imported = items.iter().filter_map(|it| match it {
            Item::Use(it) => Some(leaves(&it.tree, &mut Vec::new())),
            _ => None,
        });
        let (target, _) = imported.flatten().find(|(target, own)| own == name && target != path)?;
        self.resolve(&module, &target)
    }
}

/// The items that an import names: their full paths, and what they are called here.
pub(crate) fn leaves(tree: &UseTree, before: &mut Vec<String>) -> Vec<(Vec<String>, String)> {
    let path = |name: &str| [before.as_slice(), &[name.to_owned()]].concat();
    match tree {
        UseTree::Name(it) if it.ident == "self" => {
            vec![(before.clone(), before.last().cloned().unwrap_or_default())]
        }
        UseTree::Name(it) => vec![(path(&it.ident.to_string()), it.ident.to_string())],
        UseTree::Rename(it) => vec![(path(&it.ident.to_string()), it.rename.to_string())],
        UseTree::Glob(_) => Vec::new(),
        UseTree::Path(it) => {
            before.push(it.ident.to_string());
            let found = leaves(&it.tree, before);
            before.pop();
            found
        }
        UseTree::Group(it) => it.items.iter().flat_map(|it| leaves(it, before)).collect(),
    }
}

fn defined(item: &Item) -> Option<(String, &Visibility, &[Attribute])> {
    let (ident, vis, attrs) = match item {
        Item::Fn(it) => (&it.sig.ident, &it.vis, &it.attrs),
        Item::Struct(it) => (&it.ident, &it.vis, &it.attrs),
        Item::Enum(it) => (&it.ident, &it.vis, &it.attrs),
        Item::Trait(it) => (&it.ident, &it.vis, &it.attrs),
        Item::Type(it) => (&it.ident, &it.vis, &it.attrs),
        Item::Const(it) => (&it.ident, &it.vis, &it.attrs),
        _ => return None,
    };
    Some((ident.to_string(), vis, attrs))
}

fn given(signature: &Signature) -> BTreeSet<String> {
    crate::tests::idents(signature.to_token_stream())
}

fn is_offered(vis: &Visibility, attrs: &[Attribute]) -> bool {
    matches!(vis, Visibility::Public(_)) && !is_hidden(attrs)
}

fn is_hidden(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|it| it.path().is_ident("doc") && it.to_token_stream().to_string().contains("(hidden)"))
}

/// Whether it is there for tests or documentation alone.
fn is_test(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|it| {
        let text = it.to_token_stream().to_string();
        it.path().is_ident("cfg") && (text.contains("(test)") || text.contains("(doc)"))
    })
}

fn has_example(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|it| it.path().is_ident("doc") && it.to_token_stream().to_string().contains("```"))
}

/// Returns the folder of the crate.
pub(crate) fn home() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}
