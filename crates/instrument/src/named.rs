//! `let name = Mutex::new(..)`: what is made goes by the name of its variable.

use crate::emit;
use crate::pass::Pass;
use crate::paths::{self, Known};
use crate::scope::Meaning;
use crate::uses::names;
use syn::ext::IdentExt as _;
use syn::visit::{self, Visit};
use syn::visit_mut;
use syn::{Expr, ExprCall, ExprReference, Ident, Local, Macro, Pat, Type, parse_quote};

/// What makes an object whose uses are recorded: paths below `tokio`.
pub const MAKERS: &[&str] = &[
    "sync::Barrier::new",
    "sync::Mutex::new",
    "sync::Notify::new",
    "sync::OnceCell::new",
    "sync::RwLock::new",
    "sync::Semaphore::new",
    "sync::broadcast::channel",
    "sync::mpsc::channel",
    "sync::mpsc::unbounded_channel",
    "sync::oneshot::channel",
    "sync::watch::channel",
];

/// What is put around such an object.
const WRAPPERS: &[&str] = &["Arc", "Rc", "Box"];

/// Macros whose arguments are no more than their values.
const QUIET_MACROS: &[&str] = &["vec", "format"];

impl Pass {
    /// `let name = maker(..)` becomes `let name = record::named("name", || maker(..))`.
    pub(crate) fn local(&mut self, local: &mut Local) {
        let name = self.name_of_made(local).map(|it| it.unraw().to_string());
        visit_mut::visit_local_mut(self, local);
        if let (Some(name), Some(init)) = (name, &mut local.init) {
            let made = crate::awaits::take(&mut init.expr);
            // A type that is written down may ask for a conversion, which is made inside.
            let make = match &local.pat {
                Pat::Type(it) => {
                    let ty = &it.ty;
                    parse_quote!(|| -> #ty { #made })
                }
                _ => parse_quote!(|| #made),
            };
            *init.expr = emit::call("record::named", [emit::text(&name), make]);
        }
    }

    /// Returns the variable, if what goes into it is to be called by its name.
    fn name_of_made<'a>(&self, local: &'a Local) -> Option<&'a Ident> {
        let init = local.init.as_ref().filter(|it| it.diverge.is_none())?;
        (self.makes(&init.expr) && can_be_moved(&init.expr)).then(|| first_name(&local.pat))?
    }

    fn makes(&self, expr: &Expr) -> bool {
        let Expr::Call(call) = expr else { return false };
        match call.args.first() {
            Some(inner) if is_wrapper(call) => self.makes(inner),
            _ => self.is_maker(call),
        }
    }

    fn is_maker(&self, call: &ExprCall) -> bool {
        let Expr::Path(func) = &*call.func else { return false };
        let absolute = func.path.leading_colon.is_some();
        let Meaning::Foreign { path, .. } = self.scopes.resolve(&names(&func.path), absolute) else {
            return false;
        };
        let Known::Item { length, target } = paths::lookup(&path) else { return false };
        let rest = path[length..].iter().map(String::as_str);
        let target: Vec<_> = std::iter::once(target.as_str()).chain(rest).collect();
        func.qself.is_none() && MAKERS.contains(&target.join("::").as_str())
    }
}

/// Whether a call does no more than put a box around what it is given.
pub fn is_wrapper(call: &ExprCall) -> bool {
    let Expr::Path(func) = &*call.func else { return false };
    let path = names(&func.path);
    matches!(&path[..], [.., name, new] if WRAPPERS.contains(&name.as_str()) && new == "new")
}

/// The first variable in a pattern; `None` if the pattern is not a simple one.
pub fn first_name(pattern: &Pat) -> Option<&Ident> {
    match pattern {
        Pat::Ident(it) => (it.by_ref.is_none() && it.subpat.is_none()).then_some(&it.ident),
        Pat::Tuple(it) => it.elems.iter().find_map(first_name),
        Pat::Type(it) => first_name(&it.pat),
        _ => None,
    }
}

/// Whether an expression means the same inside of a closure: nothing leaves it but its value, and it lends nothing that
/// can be changed.
pub fn can_be_moved(expr: &Expr) -> bool {
    let mut search = Hindrance(false);
    search.visit_expr(expr);
    !search.0
}

struct Hindrance(bool);

impl<'a> Visit<'a> for Hindrance {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Await(_)
            | Expr::Try(_)
            | Expr::Return(_)
            | Expr::Break(_)
            | Expr::Continue(_)
            | Expr::Yield(_)
            | Expr::Async(_)
            | Expr::Closure(_)
            | Expr::Assign(_)
            | Expr::Block(_)
            | Expr::Unsafe(_) => self.0 = true,
            _ => visit::visit_expr(self, expr),
        }
    }

    fn visit_expr_reference(&mut self, reference: &'a ExprReference) {
        self.0 |= reference.mutability.is_some();
        visit::visit_expr_reference(self, reference);
    }

    // Neither hinders, and going through them is much code.
    fn visit_pat(&mut self, _: &'a Pat) {}

    fn visit_type(&mut self, _: &'a Type) {}

    fn visit_macro(&mut self, mac: &'a Macro) {
        let is_quiet = mac.path.get_ident().is_some_and(|it| QUIET_MACROS.contains(&it.to_string().as_str()));
        // What may stand in it is not looked at: a `?` or an `await`.
        let has_more =
            mac.tokens.to_string().contains(['?', '&', '|']) || mac.tokens.to_string().contains("await");
        self.0 |= !is_quiet || has_more;
    }
}

#[cfg(test)]
mod tests {
    use crate::pass::testing::check;
    use expect_test::expect;

    #[test]
    fn what_is_made_goes_by_the_name_of_its_variable() {
        check(
            "use std::sync::Arc; use tokio::sync::{mpsc::{self, channel}, Mutex as Lock, Semaphore};
            fn f(room: usize) {
                let till = Lock::new(0);
                let (orders, mut queue) = mpsc::channel::<u32>(room);
                let (_, rx) = channel(1);
                let slots: Arc<Semaphore> = Arc::new(Semaphore::new(2));
                let shared: Arc<dyn Any> = Arc::new(Lock::new(1));
                let all = std::sync::Arc::new(tokio::sync::RwLock::new(vec![1, 2]));
            }",
            &expect![[r#"
                use std::sync::Arc;
                use ::meanwhile_runtime::sync::mpsc;
                use ::meanwhile_runtime::sync::mpsc::channel;
                use ::meanwhile_runtime::sync::Mutex as Lock;
                use ::meanwhile_runtime::sync::Semaphore;
                fn f(room: usize) {
                    let till = ::meanwhile_runtime::record::named("till", || Lock::new(0));
                    let (orders, mut queue) = ::meanwhile_runtime::record::named(
                        "orders",
                        || mpsc::channel::<u32>(room),
                    );
                    let (_, rx) = ::meanwhile_runtime::record::named("rx", || channel(1));
                    let slots: Arc<Semaphore> = ::meanwhile_runtime::record::named(
                        "slots",
                        || -> Arc<Semaphore> { Arc::new(Semaphore::new(2)) },
                    );
                    let shared: Arc<dyn Any> = ::meanwhile_runtime::record::named(
                        "shared",
                        || -> Arc<dyn Any> { Arc::new(Lock::new(1)) },
                    );
                    let all = ::meanwhile_runtime::record::named(
                        "all",
                        || std::sync::Arc::new(::meanwhile_runtime::sync::RwLock::new(vec![1, 2])),
                    );
                }
            "#]],
        );
    }

    #[test]
    fn what_would_mean_something_else_in_a_closure_stays() {
        check(
            "use tokio::sync::Mutex;
            async fn f(list: Vec<u32>) -> Option<()> {
                let awaited = Mutex::new(list.first().await);
                let tried = Mutex::new(list.first()?);
                let left = Mutex::new(return None);
                let lent = Mutex::new(&mut list);
                let closed = Mutex::new(|| 1);
                let macroed = Mutex::new(vec![list.first()?]);
                let part = Shelf { lock: Mutex::new(1) };
                let reference = &Mutex::new(1);
                let standard = std::sync::Mutex::new(1);
                let own = mine::Mutex::new(1);
                Some(())
            }
            mod mine { pub struct Mutex; }",
            &expect![[r#"
                use ::meanwhile_runtime::sync::Mutex;
                fn f(list: Vec<u32>) -> impl ::core::future::Future<Output = Option<()>> {
                    ::meanwhile_runtime::record::function(
                        "f(…)",
                        2,
                        22,
                        async move {
                            if false {
                                let __output: Option<()> = loop {};
                                return __output;
                            }
                            let list = list;
                            let awaited = Mutex::new(
                                ::meanwhile_runtime::record::awaited_as(
                                        "list.first()",
                                        3,
                                        55,
                                        list.first(),
                                    )
                                    .await,
                            );
                            let tried = Mutex::new(list.first()?);
                            let left = Mutex::new(return None);
                            let lent = Mutex::new(&mut list);
                            let closed = Mutex::new(|| 1);
                            let macroed = Mutex::new(vec![list.first() ?]);
                            let part = Shelf { lock: Mutex::new(1) };
                            let reference = &Mutex::new(1);
                            let standard = std::sync::Mutex::new(1);
                            let own = mine::Mutex::new(1);
                            Some(())
                        },
                    )
                }
                mod mine {
                    pub struct Mutex;
                }
            "#]],
        );
    }
}
