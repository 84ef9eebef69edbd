//! What a name means at a place: the `use` items and the items of the program's own that are in scope there.

use crate::paths::{self, Known};
use std::collections::{HashMap, HashSet};
use syn::{Ident, Item, Stmt, UseTree, ext::IdentExt as _};

/// The scopes around a place, the innermost last.
#[derive(Debug, Default)]
pub(crate) struct Scopes {
    stack: Vec<Scope>,
}

#[derive(Debug, Default)]
struct Scope {
    /// Whether names of the scopes around it are out of reach, because it is a module's.
    is_wall: bool,
    imports: HashMap<String, Vec<String>>,
    globs: Vec<Vec<String>>,
    /// Items defined here; macros with a `!` behind their name.
    own: HashSet<String>,
    /// Those of them that are `async fn`s.
    async_fns: HashSet<String>,
}

/// What a path means.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Something of the program, of a crate the table does not know, or of the language.
    Own,
    /// Something of a crate the table knows.
    Foreign {
        /// The path from its crate on.
        path: Vec<String>,
        /// How many segments of that path the first segment in the program stands for, if it is imported by name.
        imported: Option<usize>,
        /// How many more segments the path has than what is written.
        added: usize,
    },
}

impl Scopes {
    /// Enters a module.
    pub(crate) fn enter_module(&mut self, items: &[Item]) {
        let mut scope = Scope { is_wall: true, ..Scope::default() };
        items.iter().for_each(|it| scope.item(it));
        scope.is_wall = !scope.globs.iter().any(|it| it.len() == 1 && it[0] == "super");
        self.stack.push(scope);
    }

    /// Enters a block of a function.
    pub(crate) fn enter_block(&mut self, statements: &[Stmt]) {
        let mut scope = Scope::default();
        for statement in statements {
            if let Stmt::Item(item) = statement {
                scope.item(item);
            }
        }
        self.stack.push(scope);
    }

    /// Leaves the module or block entered last.
    pub(crate) fn leave(&mut self) {
        self.stack.pop();
    }

    /// Returns whether the place is directly in the program's outermost module.
    pub(crate) fn is_outermost(&self) -> bool {
        self.stack.len() == 1
    }

    /// Returns whether the program has an item of this name in reach, so that the name is not std's.
    pub(crate) fn is_own(&self, name: &str) -> bool {
        self.reachable().any(|it| it.own.contains(name))
    }

    /// Returns whether a name leads to an item of the program's outermost module.
    pub(crate) fn is_of_outermost(&self, name: &str) -> bool {
        let knows = |it: &Scope| it.own.contains(name) || it.imports.contains_key(name);
        self.stack.iter().rposition(knows) == Some(0) && self.stack[0].own.contains(name)
    }

    /// Returns whether a name is that of an `async fn` of the program.
    pub(crate) fn is_async_fn(&self, name: &str) -> bool {
        self.reachable().find(|it| it.own.contains(name)).is_some_and(|it| it.async_fns.contains(name))
    }

    /// Returns what a path means; `absolute` says that `::` stands before it.
    pub(crate) fn resolve(&self, written: &[String], absolute: bool) -> Meaning {
        let mut path = written.to_vec();
        let mut imported = None;
        // Imports may go by other imports: `use tokio::time; use time::sleep;`.
        for _ in 0..MAX_STEPS {
            let Some(head) = path.first() else { return Meaning::Own };
            let found = if absolute { None } else { self.find(head) };
            match found {
                Some(Found::Own) => return Meaning::Own,
                Some(Found::Import(target)) if target[0] == *head => {
                    imported = Some(imported.unwrap_or(1) + target.len() - 1);
                    path.splice(..1, target.iter().cloned());
                    break;
                }
                Some(Found::Import(target)) => {
                    imported = Some(imported.unwrap_or(1) + target.len() - 1);
                    path.splice(..1, target.iter().cloned());
                }
                Some(Found::Glob(module)) => {
                    path.splice(..0, module.iter().cloned());
                    break;
                }
                None => break,
            }
        }
        if !path.first().is_some_and(|it| paths::is_crate(it)) {
            return Meaning::Own;
        }
        let added = path.len() - written.len();
        Meaning::Foreign { path, imported, added }
    }

    fn find(&self, name: &str) -> Option<Found<'_>> {
        for scope in self.reachable() {
            if let Some(target) = scope.imports.get(name) {
                return Some(Found::Import(target));
            }
            if scope.own.contains(name) {
                return Some(Found::Own);
            }
            let brings = |module: &&Vec<String>| {
                let mut path = module.to_vec();
                path.push(name.to_owned());
                match paths::lookup(&path) {
                    Known::Item { length, .. } => length == path.len(),
                    Known::Module { .. } => true,
                    Known::Missing { .. } | Known::Other => false,
                }
            };
            if let Some(module) = scope.globs.iter().find(brings) {
                return Some(Found::Glob(module));
            }
        }
        None
    }

    fn reachable(&self) -> impl Iterator<Item = &Scope> {
        let wall = self.stack.iter().rposition(|it| it.is_wall).unwrap_or(0);
        self.stack.iter().skip(wall).rev()
    }
}

/// How many imports may go by one another.
const MAX_STEPS: usize = 8;

enum Found<'a> {
    Own,
    Import(&'a [String]),
    Glob(&'a [String]),
}

impl Scope {
    fn item(&mut self, item: &Item) {
        if let Item::Fn(it) = item
            && it.sig.asyncness.is_some()
        {
            self.async_fns.insert(it.sig.ident.unraw().to_string());
        }
        let ident = match item {
            Item::Use(it) => {
                for leaf in leaves(&it.tree) {
                    self.import(&leaf);
                }
                None
            }
            Item::Macro(it) => it.ident.as_ref().map(|it| format!("{}!", it.unraw())),
            Item::Const(it) => Some(it.ident.unraw().to_string()),
            Item::Enum(it) => Some(it.ident.unraw().to_string()),
            Item::Fn(it) => Some(it.sig.ident.unraw().to_string()),
            Item::Mod(it) => Some(it.ident.unraw().to_string()),
            Item::Static(it) => Some(it.ident.unraw().to_string()),
            Item::Struct(it) => Some(it.ident.unraw().to_string()),
            Item::Trait(it) => Some(it.ident.unraw().to_string()),
            Item::Type(it) => Some(it.ident.unraw().to_string()),
            Item::Union(it) => Some(it.ident.unraw().to_string()),
            _ => None,
        };
        self.own.extend(ident);
    }

    fn import(&mut self, leaf: &Leaf) {
        let path = leaf.names();
        match leaf.alias() {
            Some(alias) => {
                self.imports.insert(alias, path);
            }
            None => self.globs.push(path),
        }
    }
}

/// One name, or glob, that a `use` item imports.
#[derive(Clone, Debug)]
pub(crate) struct Leaf {
    pub(crate) path: Vec<Ident>,
    pub(crate) end: LeafEnd,
}

/// What stands at the end of an imported path.
#[derive(Clone, Debug)]
pub(crate) enum LeafEnd {
    Name,
    Rename(Ident),
    Glob,
}

impl Leaf {
    /// The segments of the path.
    pub(crate) fn names(&self) -> Vec<String> {
        self.path.iter().map(|it| it.unraw().to_string()).collect()
    }

    /// The name it has in the program; `None` for a glob.
    pub(crate) fn alias(&self) -> Option<String> {
        match &self.end {
            LeafEnd::Name => self.path.last().map(|it| it.unraw().to_string()),
            LeafEnd::Rename(name) => Some(name.unraw().to_string()),
            LeafEnd::Glob => None,
        }
    }
}

/// Returns everything that a `use` item imports, one by one.
pub(crate) fn leaves(tree: &UseTree) -> Vec<Leaf> {
    let mut found = Vec::new();
    walk(tree, &mut Vec::new(), &mut found);
    found
}

fn walk(tree: &UseTree, prefix: &mut Vec<Ident>, found: &mut Vec<Leaf>) {
    // `self` in a group stands for what the group is of.
    let with = |ident: &Ident| {
        let more = (ident != "self" || prefix.is_empty()).then(|| ident.clone());
        prefix.iter().cloned().chain(more).collect()
    };
    match tree {
        UseTree::Path(it) => {
            prefix.push(it.ident.clone());
            walk(&it.tree, prefix, found);
            prefix.pop();
        }
        UseTree::Group(it) => it.items.iter().for_each(|it| walk(it, prefix, found)),
        UseTree::Name(it) => found.push(Leaf { path: with(&it.ident), end: LeafEnd::Name }),
        UseTree::Rename(it) => {
            found.push(Leaf { path: with(&it.ident), end: LeafEnd::Rename(it.rename.clone()) });
        }
        UseTree::Glob(_) => found.push(Leaf { path: prefix.clone(), end: LeafEnd::Glob }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(items: &str, path: &str, expected: Option<&str>) {
        let file: syn::File = syn::parse_str(items).unwrap();
        let mut scopes = Scopes::default();
        scopes.enter_module(&file.items);
        let path: Vec<_> = path.split("::").map(str::to_owned).collect();
        let found = match scopes.resolve(&path, false) {
            Meaning::Own => None,
            Meaning::Foreign { path, .. } => Some(path.join("::")),
        };
        assert_eq!(found.as_deref(), expected);
    }

    #[test]
    fn names_are_followed_through_imports() {
        check("use tokio::time::sleep;", "sleep", Some("tokio::time::sleep"));
        check("use tokio::time::{self, Instant as Now};", "time::sleep", Some("tokio::time::sleep"));
        check("use tokio::time::{self, Instant as Now};", "Now::now", Some("tokio::time::Instant::now"));
        check("use tokio; use tokio::time; use time::sleep;", "sleep", Some("tokio::time::sleep"));
        check("use std::time;", "time::Instant", Some("std::time::Instant"));
        check("", "std::time::Instant", Some("std::time::Instant"));
    }

    #[test]
    fn globs_bring_what_the_table_knows() {
        check("use tokio::time::*;", "sleep", Some("tokio::time::sleep"));
        check("use std::time::*;", "Instant", Some("std::time::Instant"));
        check("use std::time::*;", "Duration", None);
    }

    #[test]
    fn own_items_come_first() {
        check("use tokio::*; fn spawn() {}", "spawn", None);
        check("mod tokio { pub fn spawn() {} }", "tokio::spawn", None);
        check("fn sleep() {}", "sleep", None);
    }

    #[test]
    fn a_module_does_not_see_the_imports_around_it() {
        let outer: syn::File = syn::parse_str("use tokio::time::sleep;").unwrap();
        let mut scopes = Scopes::default();
        scopes.enter_module(&outer.items);
        let path = ["sleep".to_owned()];
        scopes.enter_module(&[]);
        assert_eq!(scopes.resolve(&path, false), Meaning::Own);
        scopes.leave();
        let open: syn::File = syn::parse_str("use super::*;").unwrap();
        scopes.enter_module(&open.items);
        assert_ne!(scopes.resolve(&path, false), Meaning::Own);
    }
}
