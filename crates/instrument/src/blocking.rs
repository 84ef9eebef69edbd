//! `tokio::task::spawn_blocking`.

mod allowed;

use crate::emit;
use crate::error::Error;
use crate::pass::Pass;
use crate::place::Place;
use allowed::{can_be_bytes, can_be_moved};
use quote::format_ident;
use std::collections::{BTreeMap, BTreeSet};
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut as _;
use syn::{
    Block, Expr, ExprCall, ExprClosure, ExprMethodCall, File, FnArg, Ident, Item, ItemFn, Path, ReturnType,
    Signature, Stmt, Token, parse_quote, spanned::Spanned as _,
};

/// What `spawn_blocking` is in the runtime.
pub(crate) const TARGET: &str = "task::spawn_blocking";

/// The function that the pass adds to a program with jobs.
pub(crate) const REGISTRY: &str = "__job";

/// What a `JoinSet` takes a job in by.
const ADOPT: &str = "__adopt";

type Args = Punctuated<Expr, Token![,]>;

/// What to write instead of a call that cannot be a job.
const HINT: &str = "a job goes to another worker, which shares nothing with this one: write \
                    `spawn_blocking(move || f(a, b))` with a function `f` of the program's outermost module, whose \
                    parameters and result own their data";

/// The functions that can be jobs, and those that are.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    known: BTreeMap<String, Signature>,
    used: BTreeSet<String>,
}

impl Jobs {
    /// Notes the functions of a program's outermost module.
    pub(crate) fn know(&mut self, file: &File) {
        let functions = file.items.iter().filter_map(|it| match it {
            Item::Fn(it) => Some((it.sig.ident.to_string(), it.sig.clone())),
            _ => None,
        });
        self.known = functions.collect();
    }

    /// Returns whether the program has any.
    pub(crate) fn are_any(&self) -> bool {
        !self.used.is_empty()
    }

    /// Returns the function by which another worker calls a job.
    pub(crate) fn registry(&self) -> Option<ItemFn> {
        if self.used.is_empty() {
            return None;
        }
        let arms = self.used.iter().map(|name| -> syn::Arm {
            let (ident, params) = (emit::ident(name), params(self.known[name].inputs.len()));
            parse_quote! {
                #name => ::core::option::Option::Some(
                    ::meanwhile_runtime::job::call(arguments, |(#(#params,)*)| #ident(#(#params),*))
                ),
            }
        });
        let registry = emit::ident(REGISTRY);
        Some(parse_quote! {
            pub fn #registry(
                function: &str,
                arguments: &[u8],
            ) -> ::core::option::Option<::std::vec::Vec<u8>> {
                match function {
                    #(#arms)*
                    _ => ::core::option::Option::None,
                }
            }
        })
    }
}

impl Pass {
    /// Returns whether a call is one of `spawn_blocking`, however it is imported.
    pub(crate) fn is_spawn_blocking(&self, call: &ExprCall) -> bool {
        matches!(&*call.func, Expr::Path(it) if it.qself.is_none() && self.leads_to(&it.path, TARGET))
    }

    /// `spawn_blocking(move || f(a, b))` becomes `record::spawn_blocking(name, line, column, "f", (a, b), ..)`.
    pub(crate) fn blocking(&mut self, expr: &mut Expr) {
        let place = Place::of(expr.span());
        let Expr::Call(call) = expr else { return };
        match self.job(&call.args, place) {
            Ok((name, args)) => *expr = self.emit_job(&name, args, place),
            Err((at, message)) => self.errors.push(Error::new(at, message, HINT)),
        }
    }

    /// `set.spawn_blocking(move || f(a))` becomes `set.__adopt(record::spawn_blocking(..))`.
    pub(crate) fn blocking_by(&mut self, call: &mut ExprMethodCall) {
        self.visit_expr_mut(&mut call.receiver);
        let place = Place::of(call.method.span());
        match self.job(&call.args, place) {
            Ok((name, args)) => {
                call.method = emit::ident(ADOPT);
                call.args = std::iter::once(self.emit_job(&name, args, place)).collect();
            }
            Err((at, message)) => self.errors.push(Error::new(at, message, HINT)),
        }
    }

    /// Reports `spawn_blocking` as a value.
    pub(crate) fn blocking_as_value(&mut self, path: &Path) {
        if self.leads_to(path, TARGET) {
            let message = "`spawn_blocking` can only be called";
            self.errors.push(Error::new(Place::of(path.span()), message, HINT));
        }
    }

    /// Returns the function that a call of `spawn_blocking` would have called, and its arguments.
    fn job(&self, args: &Args, place: Place) -> Result<(String, Vec<Expr>), (Place, String)> {
        let refuse = |at: proc_macro2::Span, message: &str| Err((Place::of(at), message.to_owned()));
        let [operand] = args.iter().collect::<Vec<_>>()[..] else {
            return Err((place, "`spawn_blocking` takes one closure".to_owned()));
        };
        let (func, args) = match operand {
            Expr::Path(_) => (operand, Args::new()),
            Expr::Closure(it) => match only_call(it) {
                Some(call) => (&*call.func, call.args.clone()),
                None => return refuse(it.span(), "this closure does more than call one function"),
            },
            other => return refuse(other.span(), "this is no closure whose function is known"),
        };
        let Some(sig) = self.free_function(func) else {
            return refuse(func.span(), "this is no function of the program's outermost module");
        };
        if let Some(what) = unfit(sig) {
            return refuse(func.span(), &format!("`{}` cannot be a job: {what}", sig.ident));
        }
        if let Some(arg) = args.iter().find(|it| !can_be_moved(it)) {
            return refuse(arg.span(), "an argument of a job is a variable, a literal, or made of these");
        }
        Ok((sig.ident.to_string(), args.into_iter().collect()))
    }

    /// Returns the function of the outermost module that a path of one name leads to from here.
    fn free_function(&self, func: &Expr) -> Option<&Signature> {
        let Expr::Path(path) = func else { return None };
        let name = path.path.get_ident()?.to_string();
        self.jobs.known.get(&name).filter(|_| self.depth == 0 && self.scopes.is_of_outermost(&name))
    }

    fn emit_job(&mut self, function: &str, args: Vec<Expr>, place: Place) -> Expr {
        self.jobs.used.insert(function.to_owned());
        let mut sig = self.jobs.known[function].clone();
        let params = params(args.len());
        for (input, param) in sig.inputs.iter_mut().zip(&params) {
            if let FnArg::Typed(it) = input {
                // What the name shows are the arguments, and not what a pattern makes of them.
                *it.pat = parse_quote!(#param);
            }
        }
        let name = self.function_name(&sig);
        let lets = params.iter().zip(args).map(|(param, mut arg)| -> Stmt {
            self.visit_expr_mut(&mut arg);
            parse_quote!(let #param = #arg;)
        });
        let lets: Vec<_> = lets.collect();
        let ident = emit::ident(function);
        let (line, column) = (emit::int(place.line), emit::int(place.column));
        let call: Expr = parse_quote! {
            ::meanwhile_runtime::record::spawn_blocking(
                #name, #line, #column, #function, (#(#params,)*), |(#(#params,)*)| #ident(#(#params),*)
            )
        };
        if lets.is_empty() { call } else { parse_quote!({ #(#lets)* #call }) }
    }
}

fn params(count: usize) -> Vec<Ident> {
    (0..count).map(|it| format_ident!("__arg{it}")).collect()
}

/// Returns the call that is all of a closure without parameters.
fn only_call(closure: &ExprClosure) -> Option<&ExprCall> {
    if closure.asyncness.is_some() || !closure.inputs.is_empty() {
        return None;
    }
    let mut body = &*closure.body;
    loop {
        body = match body {
            Expr::Call(it) => return Some(it),
            Expr::Paren(it) => &it.expr,
            Expr::Block(it) => only_expr(&it.block)?,
            _ => return None,
        };
    }
}

fn only_expr(block: &Block) -> Option<&Expr> {
    match &block.stmts[..] {
        [Stmt::Expr(it, None)] => Some(it),
        _ => None,
    }
}

/// Returns why a function cannot be called by another worker.
fn unfit(sig: &Signature) -> Option<String> {
    if sig.asyncness.is_some() {
        return Some("it is async, and does not block".to_owned());
    }
    if !sig.generics.params.is_empty() {
        return Some("it is generic".to_owned());
    }
    let inputs = sig.inputs.iter().filter_map(|it| match it {
        FnArg::Typed(it) => Some(&*it.ty),
        FnArg::Receiver(_) => None,
    });
    let output = match &sig.output {
        ReturnType::Default => None,
        ReturnType::Type(_, ty) => Some(&**ty),
    };
    inputs.chain(output).find_map(|it| can_be_bytes(it).err())
}

#[cfg(test)]
mod tests;
