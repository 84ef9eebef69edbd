//! `tokio::spawn`.

use crate::awaits::take;
use crate::emit;
use crate::pass::Pass;
use crate::paths::{self, Known};
use crate::place::{self, Place};
use crate::scope::Meaning;
use crate::uses::names;
use quote::format_ident;
use syn::ext::IdentExt as _;
use syn::visit_mut::{self, VisitMut as _};
use syn::{Expr, ExprCall, ExprMethodCall, Stmt, parse_quote, spanned::Spanned as _};

/// What a task is named after if it is named after nothing else.
const UNNAMED: &str = "async block";

/// Methods that take a future and make a task of it.
const METHODS: [&str; 2] = ["spawn", "spawn_local"];

impl Pass {
    /// Returns whether a call is one of `tokio::spawn`, however it is imported.
    pub(crate) fn is_spawn(&self, call: &ExprCall) -> bool {
        let Expr::Path(func) = &*call.func else { return false };
        call.args.len() == 1 && func.qself.is_none() && self.leads_to(&func.path, "task::spawn")
    }

    /// Returns whether a path leads to an item of the runtime.
    pub(crate) fn leads_to(&self, path: &syn::Path, item: &str) -> bool {
        let absolute = path.leading_colon.is_some();
        let Meaning::Foreign { path, .. } = self.scopes.resolve(&names(path), absolute) else { return false };
        matches!(paths::lookup(&path), Known::Item { target, length } if target == item && length == path.len())
    }

    /// `tokio::spawn(operand)` becomes `record::spawn(name, line, column, operand)`.
    pub(crate) fn spawned(&mut self, expr: &mut Expr) {
        let place = Place::of(expr.span());
        let Expr::Call(call) = expr else { return };
        let Some(operand) = call.args.first_mut() else { return };
        let name = task_name(operand);
        let future = self.task_of(operand, place);
        *expr = emit::record("spawn", [emit::text(&name)], place, future);
    }

    /// Returns whether a call is one of a method that spawns a future: of a `JoinSet`, a `LocalSet`, or so it seems.
    pub(crate) fn is_spawn_method(call: &ExprMethodCall) -> bool {
        spawned_by(call).is_some()
    }

    /// `set.spawn(operand)` becomes `set.spawn(record::task(name, line, column, operand))`.
    pub(crate) fn spawned_by(&mut self, call: &mut ExprMethodCall) {
        self.visit_expr_mut(&mut call.receiver);
        let place = Place::of(call.method.span());
        if let Some(operand) = call.args.first_mut() {
            self.label(operand, place);
        }
    }

    /// Returns whether a call is one of `tokio::task::spawn_local`.
    pub(crate) fn is_spawn_local(&self, call: &ExprCall) -> bool {
        let is_it = |it: &syn::ExprPath| it.qself.is_none() && self.leads_to(&it.path, "task::spawn_local");
        call.args.len() == 1 && matches!(&*call.func, Expr::Path(it) if is_it(it))
    }

    /// `spawn_local(operand)` becomes `spawn_local(record::task(name, line, column, operand))`.
    pub(crate) fn spawned_locally(&mut self, call: &mut ExprCall) {
        let place = Place::of(call.span());
        self.visit_expr_mut(&mut call.func);
        if let Some(operand) = call.args.first_mut() {
            self.label(operand, place);
        }
    }

    fn label(&mut self, operand: &mut Expr, place: Place) {
        let name = task_name(operand);
        let future = self.task_of(operand, place);
        *operand = emit::record("task", [emit::text(&name)], place, future);
    }

    /// Takes the operand of a spawn, and returns the future that becomes the task.
    fn task_of(&mut self, operand: &mut Expr, place: Place) -> Expr {
        let text = place::text(operand.span());
        let is_call = self.is_async_call(operand);
        if let Expr::Async(block) = operand {
            // The task stands for the block.
            visit_mut::visit_expr_async_mut(self, block);
        } else {
            self.visit_expr_mut(operand);
        }
        let mut future = take(operand);
        if let (true, Expr::Call(call)) = (is_call, &mut future) {
            future = called_by_task(call, &text, place);
        }
        future
    }

    /// Returns whether an expression calls an `async fn` of the program by its name.
    ///
    /// A closure as an argument needs the call around it to be understood by the compiler.
    fn is_async_call(&self, operand: &Expr) -> bool {
        let Expr::Call(call) = operand else { return false };
        let Expr::Path(func) = &*call.func else { return false };
        let is_known =
            func.path.get_ident().is_some_and(|it| self.scopes.is_async_fn(&it.unraw().to_string()));
        is_known && !call.args.iter().any(|it| matches!(it, Expr::Closure(_)))
    }
}

/// Returns the operand of a call of a method that seems to spawn a future.
pub fn spawned_by(call: &ExprMethodCall) -> Option<&Expr> {
    let [operand] = call.args.iter().collect::<Vec<_>>()[..] else { return None };
    let spawns = METHODS.iter().any(|it| call.method == it) && !matches!(operand, Expr::Closure(_));
    spawns.then_some(operand)
}

/// Has the call made in the task's first poll, so that the function's span is the task's child. The arguments are
/// evaluated by the spawner; nobody can tell, because the call of an `async fn` does nothing by itself.
fn called_by_task(call: &mut ExprCall, text: &str, place: Place) -> Expr {
    let args = std::mem::take(&mut call.args);
    let names: Vec<_> = (0..args.len()).map(|it| format_ident!("__arg{it}")).collect();
    call.args = names.iter().map(|it| -> Expr { parse_quote!(#it) }).collect();
    let called = emit::record("awaited_as", [emit::text(text)], place, Expr::Call(call.clone()));
    let lets = names.iter().zip(args).map(|(name, arg)| -> Stmt { parse_quote!(let #name = #arg;) });
    parse_quote!({ #(#lets)* async move { #called.await } })
}

/// Returns the name of the task that is made of an operand.
pub fn task_name(operand: &Expr) -> String {
    match operand {
        Expr::Call(it) => match &*it.func {
            Expr::Path(it) => last_name(&it.path),
            _ => UNNAMED.to_owned(),
        },
        Expr::MethodCall(it) => it.method.unraw().to_string(),
        Expr::Path(it) => last_name(&it.path),
        Expr::Paren(it) => task_name(&it.expr),
        _ => UNNAMED.to_owned(),
    }
}

fn last_name(path: &syn::Path) -> String {
    path.segments.last().map_or_else(|| UNNAMED.to_owned(), |it| it.ident.unraw().to_string())
}

#[cfg(test)]
mod tests {
    use crate::pass::testing::check;
    use expect_test::expect;

    #[test]
    fn a_task_is_named_after_what_is_spawned() {
        check(
            "use tokio::task;
            fn f() {
                tokio::spawn(download(\"a.pdf\", 300));
                task::spawn(self.client.send(1));
                let later = Client::connect();
                tokio::task::spawn(later);
                tokio::spawn(async move { tick().await });
            }",
            &expect![[r#"
                use ::meanwhile_runtime::task;
                fn f() {
                    ::meanwhile_runtime::record::spawn("download", 3, 17, download("a.pdf", 300));
                    ::meanwhile_runtime::record::spawn("send", 4, 17, self.client.send(1));
                    let later = Client::connect();
                    ::meanwhile_runtime::record::spawn("later", 6, 17, later);
                    ::meanwhile_runtime::record::spawn(
                        "async block",
                        7,
                        17,
                        async move {
                            ::meanwhile_runtime::record::awaited_as("tick()", 7, 50, tick()).await
                        },
                    );
                }
            "#]],
        );
    }

    #[test]
    fn an_async_fn_is_called_by_its_task() {
        check(
            "async fn tick() {} async fn download(file: String, ms: u64) {} fn plain() -> Sleep { sleep(D) }
            fn f() {
                tokio::spawn(tick());
                tokio::spawn(download(file.clone(), next()));
                tokio::spawn(plain());
                tokio::spawn(tick(|n| n));
            }",
            &expect![[r#"
                fn tick() -> impl ::core::future::Future<Output = ()> {
                    ::meanwhile_runtime::record::function("tick", 1, 10, async move {})
                }
                fn download(file: String, ms: u64) -> impl ::core::future::Future<Output = ()> {
                    ::meanwhile_runtime::record::function(
                        ::std::format!("download({:?}, {:?})", __cut(& file), ms),
                        1,
                        29,
                        async move {
                            let file = file;
                            let ms = ms;
                        },
                    )
                }
                fn plain() -> Sleep {
                    sleep(D)
                }
                fn f() {
                    ::meanwhile_runtime::record::spawn(
                        "tick",
                        3,
                        17,
                        {
                            async move {
                                ::meanwhile_runtime::record::awaited_as("tick()", 3, 17, tick()).await
                            }
                        },
                    );
                    ::meanwhile_runtime::record::spawn(
                        "download",
                        4,
                        17,
                        {
                            let __arg0 = file.clone();
                            let __arg1 = next();
                            async move {
                                ::meanwhile_runtime::record::awaited_as(
                                        "download(file.clone(), next())",
                                        4,
                                        17,
                                        download(__arg0, __arg1),
                                    )
                                    .await
                            }
                        },
                    );
                    ::meanwhile_runtime::record::spawn("plain", 5, 17, plain());
                    ::meanwhile_runtime::record::spawn("tick", 6, 17, tick(|n| n));
                }
            "#]],
        );
    }

    #[test]
    fn what_methods_spawn_has_a_name_too() {
        check(
            "use tokio::task::{self, JoinSet, LocalSet};
            async fn tick(n: u32) {}
            fn f() {
                let mut set = JoinSet::new();
                set.spawn(tick(1));
                set.spawn(async { 2 }).abort();
                local.spawn_local(later);
                task::spawn_local(tick(3));
                scope.spawn(|| 4);
                command.spawn();
            }",
            &expect![[r#"
                use ::meanwhile_runtime::task;
                use ::meanwhile_runtime::task::JoinSet;
                use ::meanwhile_runtime::task::LocalSet;
                fn tick(n: u32) -> impl ::core::future::Future<Output = ()> {
                    ::meanwhile_runtime::record::function(
                        ::std::format!("tick({:?})", n),
                        2,
                        22,
                        async move {
                            let n = n;
                        },
                    )
                }
                fn f() {
                    let mut set = JoinSet::new();
                    set.spawn(
                        ::meanwhile_runtime::record::task(
                            "tick",
                            5,
                            21,
                            {
                                let __arg0 = 1;
                                async move {
                                    ::meanwhile_runtime::record::awaited_as(
                                            "tick(1)",
                                            5,
                                            21,
                                            tick(__arg0),
                                        )
                                        .await
                                }
                            },
                        ),
                    );
                    set.spawn(::meanwhile_runtime::record::task("async block", 6, 21, async { 2 }))
                        .abort();
                    local.spawn_local(::meanwhile_runtime::record::task("later", 7, 23, later));
                    ::meanwhile_runtime::task::spawn_local(
                        ::meanwhile_runtime::record::task(
                            "tick",
                            8,
                            17,
                            {
                                let __arg0 = 3;
                                async move {
                                    ::meanwhile_runtime::record::awaited_as(
                                            "tick(3)",
                                            8,
                                            17,
                                            tick(__arg0),
                                        )
                                        .await
                                }
                            },
                        ),
                    );
                    scope.spawn(|| 4);
                    command.spawn();
                }
            "#]],
        );
    }

    #[test]
    fn spawn_is_known_under_its_imported_name() {
        check(
            "use tokio::spawn as start_task; fn f() { start_task(tick()); ticks.map(start_task); }
            mod m { fn spawn(n: u32) {} fn f() { spawn(1); } }",
            &expect![[r#"
                use ::meanwhile_runtime::task::spawn as start_task;
                fn f() {
                    ::meanwhile_runtime::record::spawn("tick", 1, 42, tick());
                    ticks.map(start_task);
                }
                mod m {
                    fn spawn(n: u32) {}
                    fn f() {
                        spawn(1);
                    }
                }
            "#]],
        );
    }
}
