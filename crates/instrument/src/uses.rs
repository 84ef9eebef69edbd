//! Paths and `use` items, led to the runtime.

use crate::emit;
use crate::error::Error;
use crate::pass::Pass;
use crate::paths::{self, Glob, Known};
use crate::place::Place;
use crate::scope::{Leaf, LeafEnd, Meaning, leaves};
use quote::quote;
use syn::{
    Ident, Item, ItemUse, Path, PathSegment, Stmt, ext::IdentExt as _, parse_quote, spanned::Spanned as _,
};

impl Pass {
    /// Leads the `use` items of a module to the runtime.
    pub(crate) fn use_items(&mut self, items: &mut Vec<Item>) {
        let old = std::mem::take(items);
        for item in old {
            match item {
                Item::Use(it) => items.extend(self.use_item(it).into_iter().map(Item::Use)),
                other => items.push(other),
            }
        }
    }

    /// Leads the `use` items of a block to the runtime.
    pub(crate) fn use_statements(&mut self, statements: &mut Vec<Stmt>) {
        let old = std::mem::take(statements);
        for statement in old {
            match statement {
                Stmt::Item(Item::Use(it)) => {
                    statements.extend(self.use_item(it).into_iter().map(|it| Stmt::Item(Item::Use(it))));
                }
                other => statements.push(other),
            }
        }
    }

    /// Leads a path to the runtime.
    pub(crate) fn path(&mut self, path: &mut Path) {
        let written = names(path);
        if path.leading_colon.is_none() && written[0] == "crate" {
            self.relative(path);
            return;
        }
        let Meaning::Foreign { path: full, imported, added } =
            self.scopes.resolve(&written, path.leading_colon.is_some())
        else {
            return;
        };
        // What an import names has been dealt with at the import.
        let at_import = |length: usize| imported.is_some_and(|it| it >= length);
        match paths::lookup(&full) {
            Known::Item { length, target } if !at_import(length) => redirect(path, length - added, &target),
            Known::Missing { length, hint } if !at_import(length) => {
                let place = Place::of(path.span());
                self.missing(place, &full[..length], hint);
            }
            _ => {}
        }
    }

    /// Reports a use of what the runtime does not have.
    pub(crate) fn missing(&mut self, place: Place, path: &[String], hint: String) {
        let message = format!("`{}` is not available in the browser runtime", path.join("::"));
        self.errors.push(Error::new(place, message, hint));
    }

    /// Turns `crate::` around, because the program becomes a module itself.
    fn relative(&self, path: &mut Path) {
        let rest = path.segments.iter().skip(1).cloned();
        path.segments = self.root().into_iter().map(PathSegment::from).chain(rest).collect();
    }

    /// The way from here to the program's outermost module.
    pub(crate) fn root(&self) -> Vec<Ident> {
        if self.depth == 0 {
            return vec![Ident::new("self", proc_macro2::Span::call_site())];
        }
        vec![Ident::new("super", proc_macro2::Span::call_site()); self.depth]
    }

    fn use_item(&mut self, item: ItemUse) -> Vec<ItemUse> {
        let leaves = leaves(&item.tree);
        let trees: Vec<_> = leaves.iter().map(|it| self.leaf(it, item.leading_colon.is_some())).collect();
        if trees.iter().all(Option::is_none) {
            return vec![item];
        }
        let (attrs, vis, colon) = (&item.attrs, &item.vis, &item.leading_colon);
        let mut items = Vec::new();
        for (leaf, new) in leaves.iter().zip(trees) {
            match new {
                Some(new) => {
                    items.extend(new.into_iter().map(|it| parse_quote!(#(#attrs)* #vis use #it;)));
                }
                None => {
                    let old = old_tree(leaf);
                    items.push(parse_quote!(#(#attrs)* #vis use #colon #old;));
                }
            }
        }
        items
    }

    /// Returns what to import in place of a leaf; `None` if it stays.
    fn leaf(&mut self, leaf: &Leaf, absolute: bool) -> Option<Vec<proc_macro2::TokenStream>> {
        let written = leaf.names();
        let first = leaf.path.first()?;
        if first == "crate" && !absolute {
            let (root, rest) = (self.root(), &leaf.path[1..]);
            let end = leaf_end(leaf, None);
            return Some(vec![quote!(#(#root)::* #(:: #rest)* #end)]);
        }
        let Meaning::Foreign { path, added, .. } = self.scopes.resolve(&written, absolute) else {
            return None;
        };
        if matches!(leaf.end, LeafEnd::Glob)
            && let Some(glob) = paths::glob(&path)
        {
            let lead = |(name, target): (String, String)| imported(&target, &name);
            return Some(match glob {
                Glob::Names(names) => names.into_iter().map(lead).collect(),
                Glob::Module(target) => {
                    let path = emit::runtime_path(&target);
                    vec![quote!(#path::*)]
                }
            });
        }
        match paths::lookup(&path) {
            Known::Item { length, target } => {
                let rest = path[length..].iter().map(|it| emit::ident(it));
                let path = emit::runtime_path(&target);
                let end = leaf_end(
                    leaf,
                    path.segments.last().filter(|_| length == written.len()).map(|it| &it.ident),
                );
                Some(vec![quote!(#path #(:: #rest)* #end)])
            }
            Known::Module { target } => {
                let path = emit::runtime_path(&target);
                let end = leaf_end(leaf, path.segments.last().map(|it| &it.ident));
                Some(vec![quote!(#path #end)])
            }
            Known::Missing { length, hint } => {
                let culprit = leaf.path.get((length - added).saturating_sub(1)).unwrap_or(first);
                self.missing(Place::of(culprit.span()), &path[..length], hint);
                Some(Vec::new())
            }
            Known::Other => None,
        }
    }
}

/// The names of a path's segments.
pub(crate) fn names(path: &Path) -> Vec<String> {
    path.segments.iter().map(|it| it.ident.unraw().to_string()).collect()
}

/// Puts a path of the runtime in the place of a path's first segments, and keeps the last one's type arguments.
fn redirect(path: &mut Path, length: usize, target: &str) {
    let mut new = emit::runtime_path(target);
    let mut old = path.segments.iter();
    let replaced = old.by_ref().take(length).last();
    if let (Some(to), Some(from)) = (new.segments.last_mut(), replaced) {
        to.arguments = from.arguments.clone();
    }
    new.segments.extend(old.cloned());
    *path = new;
}

fn imported(target: &str, name: &str) -> proc_macro2::TokenStream {
    let path = emit::runtime_path(target);
    let name = emit::ident(name);
    match path.segments.last() {
        Some(last) if last.ident == name => quote!(#path),
        _ => quote!(#path as #name),
    }
}

/// What stands behind the path of a leaf: `as` and the name, if the path does not end in the name it had.
fn leaf_end(leaf: &Leaf, now: Option<&Ident>) -> proc_macro2::TokenStream {
    match (&leaf.end, now, leaf.path.last()) {
        (LeafEnd::Glob, _, _) => quote!(:: *),
        (LeafEnd::Rename(name), _, _) => quote!(as #name),
        (LeafEnd::Name, Some(now), Some(was)) if now != was => quote!(as #was),
        (LeafEnd::Name, _, _) => quote!(),
    }
}

fn old_tree(leaf: &Leaf) -> proc_macro2::TokenStream {
    let path = &leaf.path;
    let end = leaf_end(leaf, None);
    quote!(#(#path)::* #end)
}

#[cfg(test)]
mod tests {
    use crate::pass::testing::{check, check_errors};
    use expect_test::expect;

    #[test]
    fn imports_lead_to_the_runtime() {
        check(
            "use std::time::{Duration, Instant};\nuse tokio::{self, spawn as start_task, task, time::{sleep, Interval as Ticks}};\nuse reqwest;\nuse serde::Deserialize;",
            &expect![[r#"
                use std::time::Duration;
                use ::meanwhile_runtime::time::Instant;
                use ::meanwhile_runtime as tokio;
                use ::meanwhile_runtime::task::spawn as start_task;
                use ::meanwhile_runtime::task;
                use ::meanwhile_runtime::time::sleep;
                use ::meanwhile_runtime::time::Interval as Ticks;
                use ::meanwhile_runtime::http as reqwest;
                use serde::Deserialize;
            "#]],
        );
    }

    #[test]
    fn a_glob_brings_names_one_by_one() {
        check(
            "use tokio::time::error::*;\nuse futures::*;\nuse std::time::*;\nfn now() -> Instant { Instant::now() }",
            &expect![[r#"
                use ::meanwhile_runtime::time::error::*;
                use futures::*;
                use std::time::*;
                fn now() -> ::meanwhile_runtime::time::Instant {
                    ::meanwhile_runtime::time::Instant::now()
                }
            "#]],
        );
    }

    #[test]
    fn paths_lead_to_the_runtime() {
        check(
            "use std::time;
            use tokio as t;
            fn f(handle: tokio::task::JoinHandle<t::time::Instant>) -> Result<time::Duration, reqwest::Error> {
                let now = time::Instant::now();
                let site = std::env::var(\"SITE\");
                let f = <tokio::time::Instant as Clone>::clone;
                ::std::println!(\"{now:?}\");
            }",
            &expect![[r#"
                use std::time;
                use ::meanwhile_runtime as t;
                fn f(
                    handle: ::meanwhile_runtime::task::JoinHandle<::meanwhile_runtime::time::Instant>,
                ) -> Result<time::Duration, ::meanwhile_runtime::http::Error> {
                    let now = ::meanwhile_runtime::time::Instant::now();
                    let site = ::meanwhile_runtime::env::var("SITE");
                    let f = <::meanwhile_runtime::time::Instant as Clone>::clone;
                    ::meanwhile_runtime::println!("{now:?}");
                }
            "#]],
        );
    }

    #[test]
    fn the_programs_own_paths_start_at_its_module() {
        check(
            "use crate::inner::f;
            mod inner { pub fn f() { crate::g() } mod deep { use crate::g; fn h() { crate::g() } } }
            fn g() { crate::inner::f() }",
            &expect![[r#"
                use self::inner::f;
                mod inner {
                    pub fn f() {
                        super::g()
                    }
                    mod deep {
                        use super::super::g;
                        fn h() {
                            super::super::g()
                        }
                    }
                }
                fn g() {
                    self::inner::f()
                }
            "#]],
        );
    }

    #[test]
    fn what_the_runtime_lacks_is_named_where_it_stands() {
        check_errors(
            "use tokio::{process::Command, time::sleep};
            use std::{fs, thread};
            fn f() {
                Command::new();
                std::thread::spawn(f);
                std::thread::sleep(d);
                tokio::task::block_in_place(|| 1);
                thread::spawn(|| 1);
                tokio::time::pause();
            }",
            &expect![[r#"
                1:13: `tokio::process` is not available in the browser runtime -> of `tokio` there is: fs, io, join, net, pin, select, signal, spawn, sync, task, task_local, time, try_join
                2:23: `std::fs` is not available in the browser runtime -> it would block: use `tokio::fs`
                2:27: `std::thread` is not available in the browser runtime -> programs run on one thread here: use `tokio::spawn`, and `tokio::time::sleep(..).await`
                5:17: `std::thread` is not available in the browser runtime -> programs run on one thread here: use `tokio::spawn`, and `tokio::time::sleep(..).await`
                7:17: `tokio::task::block_in_place` is not available in the browser runtime -> programs run on one thread here: call the function, which blocks it
                9:17: `tokio::time::pause` is not available in the browser runtime -> of `tokio::time` there is: Duration, Instant, Interval, MissedTickBehavior, Sleep, Timeout, error, interval, interval_at, sleep, sleep_until, timeout, timeout_at
            "#]],
        );
    }
}
