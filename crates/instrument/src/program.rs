//! A program's entry, its attributes and its files.

use crate::error::Error;
use crate::names::cut_function;
use crate::pass::Pass;
use crate::paths::{self, Known, MAIN};
use crate::place::Place;
use crate::scope::Meaning;
use crate::uses::names;
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Expr, File, Item, ItemFn, ItemMod, Lit, Meta, Token, parse_quote, spanned::Spanned as _,
};

/// What to do about a missing or unfit `main`.
const MAIN_HINT: &str = "start the program with `#[tokio::main] async fn main() { .. }`";

/// Options of `#[tokio::main]` that make no difference on one thread.
const FREE_OPTIONS: &[&str] = &["worker_threads", "max_blocking_threads"];

/// Flavours of tokio's runtime, any of which is played by the one there is.
const FLAVORS: &[&str] = &["current_thread", "multi_thread", "local"];

impl Pass {
    /// Takes the attribute from `main` and returns whether it is `async`; `None` if there is no fit `main`.
    pub(crate) fn take_main(&mut self, file: &mut File) -> Option<bool> {
        if let Some(taken) = functions(file).find(|it| it.sig.ident == "start") {
            let place = Place::of(taken.sig.ident.span());
            self.errors.push(Error::new(
                place,
                "a function `start` would clash with the program's entry",
                "give it another name",
            ));
        }
        let Some(main) = file.items.iter_mut().find_map(as_main) else {
            let place = Place { line: 1, column: 1 };
            self.errors.push(Error::new(place, "there is no `main`", MAIN_HINT));
            return None;
        };
        let place = Place::of(main.sig.ident.span());
        let is_async = main.sig.asyncness.is_some();
        let before = main.attrs.len();
        let (entry, rest) = main.attrs.drain(..).partition::<Vec<_>, _>(is_tokio_main);
        main.attrs = rest;
        match (is_async, main.attrs.len() < before) {
            (true, false) => {
                self.errors.push(Error::new(place, "`main` is async, but nothing runs it", MAIN_HINT));
            }
            (false, true) => {
                self.errors.push(Error::new(place, "`#[tokio::main]` needs an async `main`", MAIN_HINT));
            }
            _ => {}
        }
        if let Some(input) = main.sig.inputs.first() {
            self.errors.push(Error::new(Place::of(input.span()), "`main` takes no arguments", MAIN_HINT));
        }
        entry.iter().for_each(|it| self.main_options(it));
        Some(is_async)
    }

    /// Adds what starts the program.
    pub(crate) fn add_start(&mut self, file: &mut File, main: Option<bool>) {
        if self.cuts_strings {
            file.items.push(cut_function());
        }
        let Some(is_async) = main else { return };
        let call: Expr = if is_async { parse_quote!(main().await) } else { parse_quote!(main()) };
        file.items.push(parse_quote! {
            pub fn start() -> ::core::pin::Pin<::std::boxed::Box<
                dyn ::core::future::Future<Output = ::core::result::Result<(), ::std::string::String>>,
            >> {
                ::std::boxed::Box::pin(async move { ::meanwhile_runtime::record::main_result(#call) })
            }
        });
    }

    /// Returns whether a function is the program's entry, which has no span of its own.
    pub(crate) fn is_main(&self, function: &ItemFn) -> bool {
        self.depth == 0 && self.scopes.is_outermost() && function.sig.ident == "main"
    }

    /// Reports an attribute that the runtime does not have.
    pub(crate) fn attribute(&mut self, attribute: &Attribute) {
        let path = attribute.path();
        let Meaning::Foreign { path: full, .. } =
            self.scopes.resolve(&names(path), path.leading_colon.is_some())
        else {
            return;
        };
        let place = Place::of(path.span());
        if full == MAIN {
            self.errors.push(Error::new(
                place,
                "only `main` can be `#[tokio::main]`",
                "remove the attribute",
            ));
        } else if paths::is_closed(&full[0])
            && let Known::Missing { length, hint } = paths::lookup(&full)
        {
            self.missing(place, &full[..length], hint);
        }
    }

    /// Reports a module whose text is elsewhere.
    pub(crate) fn module_in_another_file(&mut self, module: &ItemMod) {
        let message = format!("the module `{}` is in another file", module.ident);
        self.errors.push(Error::new(
            Place::of(module.ident.span()),
            message,
            "a program is one file: write it out as `mod .. { .. }`",
        ));
    }

    fn main_options(&mut self, attribute: &Attribute) {
        if matches!(attribute.meta, Meta::Path(_)) {
            return;
        }
        let options = match attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated) {
            Ok(options) => options,
            Err(error) => return self.errors.extend(crate::error::from_syn(&error)),
        };
        for option in options {
            if let Err((message, hint)) = check_option(&option) {
                self.errors.push(Error::new(Place::of(option.span()), message, hint));
            }
        }
    }
}

fn check_option(option: &Meta) -> Result<(), (String, &'static str)> {
    let name = names(option.path()).join("::");
    match name.as_str() {
        "flavor" => {
            let flavor = option_text(option);
            let is_known = flavor.as_deref().is_some_and(|it| FLAVORS.contains(&it));
            let message = || {
                (
                    format!("tokio has no such flavor: `{}`", flavor.clone().unwrap_or_default()),
                    "write `flavor = \"current_thread\"`",
                )
            };
            is_known.then_some(()).ok_or_else(message)
        }
        "start_paused" => {
            Err(("the clock is not chosen by the program".to_owned(), "run it on the virtual clock"))
        }
        name if FREE_OPTIONS.contains(&name) => Ok(()),
        name => Err((format!("the option `{name}` is not available in the browser runtime"), "remove it")),
    }
}

fn option_text(option: &Meta) -> Option<String> {
    let Meta::NameValue(pair) = option else { return None };
    match &pair.value {
        Expr::Lit(it) => match &it.lit {
            Lit::Str(it) => Some(it.value()),
            _ => None,
        },
        _ => None,
    }
}

fn functions(file: &File) -> impl Iterator<Item = &ItemFn> {
    file.items.iter().filter_map(|it| match it {
        Item::Fn(it) => Some(it),
        _ => None,
    })
}

fn as_main(item: &mut Item) -> Option<&mut ItemFn> {
    match item {
        Item::Fn(it) if it.sig.ident == "main" => Some(it),
        _ => None,
    }
}

fn is_tokio_main(attribute: &Attribute) -> bool {
    names(attribute.path()) == MAIN
}

#[cfg(test)]
mod tests;
