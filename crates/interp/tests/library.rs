//! The library's texts: each is Rust, and no two functions that the host does have one name.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use syn::{ImplItem, Item, TraitItem};

fn files(folder: &Path, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path()).collect();
    entries.sort();
    for entry in entries {
        if entry.is_dir() {
            files(&entry, into);
        } else if entry.extension().is_some_and(|it| it == "rs") {
            into.push(entry);
        }
    }
}

fn library() -> Vec<(PathBuf, syn::File)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("library");
    let mut paths = Vec::new();
    files(&root, &mut paths);
    let parse = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let file = syn::parse_file(&text).unwrap_or_else(|error| {
            let at = error.span().start();
            panic!("{}:{}:{}: {error}", path.display(), at.line, at.column)
        });
        (path.strip_prefix(&root).expect("a file of the library").to_path_buf(), file)
    };
    paths.into_iter().map(parse).collect()
}

/// Whether a body is `native!()`.
fn is_native(block: &syn::Block) -> bool {
    let mac = match &block.stmts[..] {
        [syn::Stmt::Macro(it)] => &it.mac,
        [syn::Stmt::Expr(syn::Expr::Macro(it), None)] => &it.mac,
        _ => return false,
    };
    mac.path.is_ident("native")
}

/// The name of a type without what it is of.
fn head(ty: &syn::Type) -> String {
    match ty {
        syn::Type::Path(it) => it.path.segments.last().expect("a path with a name").ident.to_string(),
        syn::Type::Slice(_) => "slice".into(),
        syn::Type::Array(_) => "array".into(),
        syn::Type::Ptr(_) => "pointer".into(),
        syn::Type::Reference(_) => "reference".into(),
        _ => "other".into(),
    }
}

fn natives(path: &Path, items: &[Item], module: &str, found: &mut Vec<(String, String)>) {
    let at = path.display().to_string();
    for item in items {
        match item {
            Item::Fn(it) if is_native(&it.block) => {
                found.push((format!("{module}::{}", it.sig.ident), at.clone()));
            }
            Item::Mod(it) => {
                if let Some((_, items)) = &it.content {
                    natives(path, items, &it.ident.to_string(), found);
                }
            }
            Item::Impl(it) => {
                for function in &it.items {
                    let ImplItem::Fn(function) = function else { continue };
                    if is_native(&function.block) {
                        found.push((format!("{}::{}", head(&it.self_ty), function.sig.ident), at.clone()));
                    }
                }
            }
            Item::Trait(it) => {
                for function in &it.items {
                    let TraitItem::Fn(function) = function else { continue };
                    if function.default.as_ref().is_some_and(is_native) {
                        found.push((format!("{}::{}", it.ident, function.sig.ident), at.clone()));
                    }
                }
            }
            _ => {}
        }
    }
}

#[test]
fn every_file_is_rust() {
    assert!(!library().is_empty());
}

#[test]
fn modules_have_files() {
    let library = library();
    let known: Vec<_> = library.iter().map(|it| it.0.clone()).collect();
    let mut missing = Vec::new();
    for (path, file) in &library {
        let folder = if path.ends_with("lib.rs") {
            path.parent().unwrap().to_path_buf()
        } else {
            path.with_extension("")
        };
        for item in &file.items {
            if let Item::Mod(it) = item
                && it.content.is_none()
                && !known.contains(&folder.join(format!("{}.rs", it.ident)))
            {
                missing.push(format!("{}: mod {}", path.display(), it.ident));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn native_names_are_unique() {
    let mut found = Vec::new();
    for (path, file) in library() {
        let name = path.file_stem().unwrap().to_string_lossy();
        let name =
            if name == "lib" { path.parent().unwrap().file_name().unwrap().to_string_lossy() } else { name };
        natives(&path, &file.items, &name, &mut found);
    }
    let mut by_name: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, at) in found {
        by_name.entry(name).or_default().push(at);
    }
    let twice: Vec<_> = by_name.iter().filter(|it| it.1.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

#[test]
fn natives_are_there() {
    let mut found = Vec::new();
    for (path, file) in library() {
        let name = path.file_stem().unwrap().to_string_lossy();
        let name =
            if name == "lib" { path.parent().unwrap().file_name().unwrap().to_string_lossy() } else { name };
        natives(&path, &file.items, &name, &mut found);
    }
    let missing: Vec<_> = found.iter().filter(|it| meanwhile_interp::native::find(&it.0).is_none()).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Traits whose methods come with others: who has the first has those of the second.
const WITH: &[(&str, &str)] = &[
    ("AsyncBufRead", "AsyncBufReadExt"),
    ("AsyncRead", "AsyncReadExt"),
    ("AsyncWrite", "AsyncWriteExt"),
    ("Future", "FutureExt"),
    ("Sink", "SinkExt"),
    ("Stream", "StreamExt"),
];

/// Of which functions are private the interpreter knows nothing: one would be called in the place of a trait's.
#[test]
fn private_methods_are_not_named_as_those_of_traits() {
    let files = library();
    let items = files.iter().flat_map(|(path, file)| {
        let part = path.iter().next().expect("a folder").to_string_lossy().into_owned();
        file.items.iter().map(move |it| (part.clone(), it))
    });
    let mut of_traits: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut traits_of: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut private = Vec::new();
    for (part, item) in items {
        match item {
            Item::Trait(it) => {
                let functions = it.items.iter().filter_map(|it| match it {
                    TraitItem::Fn(it) => Some(it.sig.ident.to_string()),
                    _ => None,
                });
                of_traits.entry(it.ident.to_string()).or_default().extend(functions);
            }
            Item::Impl(it) => {
                let of = (part, head(&it.self_ty));
                match &it.trait_ {
                    Some((path, _)) => {
                        let name = path.segments.last().expect("a path with a name").ident.to_string();
                        let more = WITH.iter().filter(|it| it.0 == name).map(|it| it.1.to_owned());
                        traits_of.entry(of).or_default().extend(more.chain([name.clone()]));
                    }
                    None => private.extend(it.items.iter().filter_map(|it| match it {
                        ImplItem::Fn(it)
                            if matches!(it.vis, syn::Visibility::Inherited)
                                && it.sig.receiver().is_some() =>
                        {
                            Some((of.clone(), it.sig.ident.to_string()))
                        }
                        _ => None,
                    })),
                }
            }
            _ => {}
        }
    }
    for (of, name) in &private {
        let traits = traits_of.get(of).into_iter().flatten();
        let hidden: Vec<_> =
            traits.filter(|it| of_traits.get(*it).is_some_and(|it| it.contains(name))).collect();
        assert!(hidden.is_empty(), "a private `{name}` of {of:?} hides that of {hidden:?}");
    }
}
