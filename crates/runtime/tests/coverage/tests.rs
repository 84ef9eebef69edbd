//! Who proves it: the runtime's tests and the lessons, with the names that each of them uses.

use crate::items::{home, leaves};
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use syn::{Attribute, Item};

/// A test.
#[derive(Clone, Debug)]
pub(crate) struct Proof {
    /// As cargo calls it, behind the name of its file: `sync::channels::a_watch_shows_the_last_value`.
    pub(crate) name: String,
    pub(crate) is_native: bool,
    pub(crate) is_browser: bool,
    /// Every name that it uses, directly or by a helper.
    pub(crate) uses: BTreeSet<String>,
}

/// Where imports come from that are of the runtime, or of the tests themselves.
const OURS: [&str; 5] = ["meanwhile_runtime", "rt", "crate", "super", "self"];

/// The modules that are there to run tests.
const KITS: [&str; 2] = ["worlds", "harness"];

/// Which of the worlds a piece of source is compiled for.
#[derive(Clone, Copy)]
struct Worlds {
    native: bool,
    browser: bool,
}

/// The tests of one file of `tests`, and their helpers.
#[derive(Default)]
struct Suite {
    tests: Vec<(String, Worlds, String)>,
    /// What stands under each name.
    bodies: BTreeMap<String, BTreeSet<String>>,
    /// The full paths of what is imported.
    imports: BTreeMap<String, BTreeSet<String>>,
}

/// Returns all names in some source.
pub(crate) fn idents(tokens: TokenStream) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for token in tokens {
        match token {
            TokenTree::Ident(it) => drop(found.insert(it.to_string())),
            TokenTree::Group(it) => found.extend(idents(it.stream())),
            _ => {}
        }
    }
    found
}

/// Returns the tests of the runtime, and the lessons: each is run natively and, end to end, in a browser.
pub(crate) fn proofs() -> Vec<Proof> {
    let mut found = Vec::new();
    for file in folder(&home().join("tests")) {
        let stem = file.file_stem().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let root = if file.is_dir() { file.join("main.rs") } else { file.clone() };
        if root.exists() && stem != "coverage" {
            let mut suite = Suite::default();
            suite.read(&root, &stem, Worlds { native: true, browser: true });
            found.extend(suite.proofs());
        }
    }
    for lesson in folder(&home().join("../programs/programs")) {
        let name = lesson.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
        let Ok(text) = std::fs::read_to_string(lesson.join("main.rs")) else { continue };
        let Ok(tokens) = text.parse() else { continue };
        let name = format!("lesson {name}");
        found.push(Proof { name, is_native: true, is_browser: true, uses: idents(tokens) });
    }
    found
}

fn folder(path: &Path) -> BTreeSet<std::path::PathBuf> {
    let entries = std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    entries.filter_map(|it| Some(it.ok()?.path())).collect()
}

impl Suite {
    fn proofs(self) -> impl Iterator<Item = Proof> {
        let Suite { tests, bodies, imports } = self;
        tests.into_iter().map(move |(name, worlds, own)| Proof {
            uses: reached(&own, &bodies, &imports),
            name,
            is_native: worlds.native,
            is_browser: worlds.browser,
        })
    }

    fn read(&mut self, file: &Path, name: &str, worlds: Worlds) {
        let text =
            std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let worlds = restricted(worlds, &parsed.attrs);
        for item in &parsed.items {
            self.item(item, file, name, worlds);
        }
    }

    fn item(&mut self, item: &Item, file: &Path, name: &str, worlds: Worlds) {
        match item {
            // What each test is run by proves nothing in particular.
            Item::Mod(it) if KITS.contains(&it.ident.to_string().as_str()) => {}
            Item::Mod(it) => self.module(it, file, name, restricted(worlds, &it.attrs)),
            Item::Use(it) => {
                for (path, own) in leaves(&it.tree, &mut Vec::new()) {
                    if OURS.contains(&path[0].as_str()) {
                        self.imports.entry(own).or_default().extend(path);
                    }
                }
            }
            Item::Fn(it) => {
                let own = it.sig.ident.to_string();
                let worlds = restricted(worlds, &it.attrs);
                let is = |attribute: &str| {
                    it.attrs
                        .iter()
                        .any(|it| it.path().segments.last().is_some_and(|it| it.ident == attribute))
                };
                if is("test") {
                    self.tests.push((
                        format!("{name}::{own}"),
                        Worlds { browser: false, ..worlds },
                        own.clone(),
                    ));
                } else if is("wasm_bindgen_test") {
                    self.tests.push((
                        format!("{name}::{own}"),
                        Worlds { native: false, ..worlds },
                        own.clone(),
                    ));
                }
                self.body(own, it.to_token_stream());
            }
            Item::Macro(it) => self.mac(it, file, name, worlds),
            Item::Impl(it) => {
                let names = idents(it.self_ty.to_token_stream());
                names.into_iter().for_each(|own| self.body(own, it.to_token_stream()));
            }
            Item::Struct(it) => self.body(it.ident.to_string(), it.to_token_stream()),
            Item::Static(it) => self.body(it.ident.to_string(), it.to_token_stream()),
            Item::Const(it) => self.body(it.ident.to_string(), it.to_token_stream()),
            _ => {}
        }
    }

    fn module(&mut self, module: &syn::ItemMod, file: &Path, name: &str, worlds: Worlds) {
        let own = module.ident.to_string();
        let inner = format!("{name}::{own}");
        match &module.content {
            Some((_, items)) => items.iter().for_each(|it| self.item(it, file, &inner, worlds)),
            None => {
                let written = module.attrs.iter().find(|it| it.path().is_ident("path"));
                let written = written.map(|it| it.to_token_stream().to_string());
                let path = match written.as_deref().and_then(|it| it.split('"').nth(1)) {
                    Some(path) => path.to_owned(),
                    None => format!("{own}.rs"),
                };
                self.read(&file.with_file_name(path), &inner, worlds);
            }
        }
    }

    /// A macro that makes tests, one that includes a file, or one that helps.
    fn mac(&mut self, item: &syn::ItemMacro, file: &Path, name: &str, worlds: Worlds) {
        if let Some(own) = &item.ident {
            return self.body(own.to_string(), item.mac.tokens.clone());
        }
        let tokens = &item.mac.tokens;
        match item.mac.path.to_token_stream().to_string().as_str() {
            "include" => {
                let path = tokens.to_string();
                self.read(&file.with_file_name(path.trim_matches('"')), name, worlds);
            }
            "same" => {
                for part in tokens.clone().into_iter().collect::<Vec<_>>().split(|it| it.to_string() == ";") {
                    if let Some(TokenTree::Ident(own)) = part.first() {
                        self.tests.push((format!("{name}::{own}"), worlds, own.to_string()));
                    }
                }
            }
            "both" => match syn::parse2::<syn::File>(tokens.clone()) {
                Ok(functions) => {
                    for item in &functions.items {
                        self.item(item, file, name, worlds);
                        if let Item::Fn(it) = item {
                            let own = it.sig.ident.to_string();
                            self.tests.push((format!("{name}::{own}"), worlds, own));
                        }
                    }
                }
                Err(_) => {
                    if let Some(TokenTree::Ident(own)) = tokens.clone().into_iter().next() {
                        self.tests.push((format!("{name}::{own}"), worlds, own.to_string()));
                        self.body(own.to_string(), tokens.clone());
                    }
                }
            },
            _ => {}
        }
    }

    fn body(&mut self, name: String, tokens: TokenStream) {
        self.bodies.entry(name).or_default().extend(idents(tokens));
    }
}

/// Follows the names that a test uses to those that they use in turn.
fn reached(
    test: &str,
    bodies: &BTreeMap<String, BTreeSet<String>>,
    imports: &BTreeMap<String, BTreeSet<String>>,
) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut ahead = vec![test.to_owned()];
    while let Some(name) = ahead.pop() {
        let new = bodies.get(&name).into_iter().chain(imports.get(&name)).flatten();
        for it in new {
            if found.insert(it.clone()) {
                ahead.push(it.clone());
            }
        }
    }
    found
}

/// Leaves the worlds out that a condition excludes.
fn restricted(worlds: Worlds, attrs: &[Attribute]) -> Worlds {
    let mut worlds = worlds;
    for attribute in attrs.iter().filter(|it| it.path().is_ident("cfg")) {
        let text = attribute.to_token_stream().to_string().replace(' ', "");
        worlds.native &= !text.contains("cfg(target_family=\"wasm\")");
        worlds.browser &= !text.contains("cfg(not(target_family=\"wasm\"))");
    }
    worlds
}
