//! Pieces of the code that the pass writes.

use crate::place::Place;
use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::{Expr, ExprCall, ExprLit, Ident, Lit, LitInt, LitStr, Path, PathSegment, Token};

/// The crate that the written code calls.
const RUNTIME: &str = "meanwhile_runtime";

/// Returns `::meanwhile_runtime::` and then the given segments, which are separated by `::`.
pub(crate) fn runtime_path(segments: &str) -> Path {
    let names = std::iter::once(RUNTIME).chain(segments.split("::").filter(|it| !it.is_empty()));
    let segments = names.map(|it| PathSegment::from(ident(it))).collect();
    Path { leading_colon: Some(Token![::](Span::call_site())), segments }
}

/// Returns a call of a function of the runtime.
pub(crate) fn call(function: &str, args: impl IntoIterator<Item = Expr>) -> Expr {
    let func = syn::ExprPath { attrs: Vec::new(), qself: None, path: runtime_path(function) };
    let args: Punctuated<Expr, Token![,]> = args.into_iter().collect();
    Expr::Call(ExprCall {
        attrs: Vec::new(),
        func: Box::new(Expr::Path(func)),
        paren_token: Default::default(),
        args,
    })
}

/// Returns a call of a function of the runtime that takes a place and a future, after further arguments.
pub(crate) fn record(
    function: &str,
    first: impl IntoIterator<Item = Expr>,
    place: Place,
    future: Expr,
) -> Expr {
    let place = [place.line, place.column].map(int);
    call(&format!("record::{function}"), first.into_iter().chain(place).chain([future]))
}

pub(crate) fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

pub(crate) fn text(value: &str) -> Expr {
    literal(Lit::Str(LitStr::new(value, Span::call_site())))
}

pub(crate) fn int(value: u32) -> Expr {
    literal(Lit::Int(LitInt::new(&value.to_string(), Span::call_site())))
}

fn literal(lit: Lit) -> Expr {
    Expr::Lit(ExprLit { attrs: Vec::new(), lit })
}
