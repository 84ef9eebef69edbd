//! `.await`, `async` blocks and `async` closures.

use crate::emit;
use crate::functions::pin_output;
use crate::pass::Pass;
use crate::place::{self, Place};
use syn::visit_mut::{self, VisitMut as _};
use syn::{Expr, ExprClosure, ReturnType, parse_quote, spanned::Spanned as _};

impl Pass {
    /// `operand.await` becomes `record::awaited_as(text, line, column, operand).await`.
    pub(crate) fn awaited(&mut self, expr: &mut Expr) {
        let Expr::Await(it) = expr else { return };
        let place = Place::of(it.await_token.span);
        let text = place::text(it.base.span());
        self.visit_expr_mut(&mut it.base);
        let operand = take(&mut it.base);
        *it.base = emit::record("awaited_as", [emit::text(&text)], place, operand);
    }

    /// `async { .. }` becomes `record::block(line, column, async { .. })`.
    pub(crate) fn async_block(&mut self, expr: &mut Expr) {
        let Expr::Async(it) = expr else { return };
        let place = Place::of(it.async_token.span);
        visit_mut::visit_expr_async_mut(self, it);
        let block = take(expr);
        *expr = emit::record("block", [], place, block);
    }

    /// The body of an `async` closure becomes `record::block(line, column, async { .. }).await`.
    pub(crate) fn async_closure(&mut self, closure: &mut ExprClosure) {
        let Some(token) = closure.asyncness else { return };
        let place = Place::of(token.span);
        visit_mut::visit_expr_closure_mut(self, closure);
        let body = take(&mut closure.body);
        let pin = match &closure.output {
            ReturnType::Type(_, ty) => pin_output(ty),
            ReturnType::Default => None,
        };
        let future = emit::record("block", [], place, parse_quote!(async { #pin #body }));
        *closure.body = match &closure.output {
            ReturnType::Type(..) => parse_quote!({ #future.await }),
            ReturnType::Default => parse_quote!(#future.await),
        };
    }
}

/// Takes an expression out of its place.
pub(crate) fn take(expr: &mut Expr) -> Expr {
    std::mem::replace(expr, Expr::PLACEHOLDER)
}

#[cfg(test)]
mod tests {
    use crate::pass::testing::check;
    use expect_test::expect;

    #[test]
    fn an_await_gets_its_text_and_the_place_of_the_word() {
        check(
            "async fn main() {\n    let body = client\n        .get(url)\n        .await?\n        .text()\n        .await;\n}",
            &expect![[r#"
                async fn main() {
                    let body = ::meanwhile_runtime::record::awaited_as(
                            "client.get(url).await?.text()",
                            6,
                            10,
                            ::meanwhile_runtime::record::awaited_as(
                                    "client.get(url)",
                                    4,
                                    10,
                                    client.get(url),
                                )
                                .await?
                                .text(),
                        )
                        .await;
                }
            "#]],
        );
    }

    #[test]
    fn blocks_and_closures_are_recorded() {
        check(
            "fn f() {
                let a = async { 1 };
                let b = async move { a.await };
                let c = async |n: u32| b.await + n;
                let d = async move |n: u32| -> Result<u32, String> { if n > 1 { return Err(\"n\".into()); } Ok(n) };
            }",
            &expect![[r#"
                fn f() {
                    let a = ::meanwhile_runtime::record::block(2, 25, async { 1 });
                    let b = ::meanwhile_runtime::record::block(
                        3,
                        25,
                        async move { ::meanwhile_runtime::record::awaited_as("a", 3, 40, a).await },
                    );
                    let c = async |n: u32| {
                        ::meanwhile_runtime::record::block(
                                4,
                                25,
                                async {
                                    ::meanwhile_runtime::record::awaited_as("b", 4, 42, b).await + n
                                },
                            )
                            .await
                    };
                    let d = async move |n: u32| -> Result<u32, String> {
                        ::meanwhile_runtime::record::block(
                                5,
                                25,
                                async {
                                    if false {
                                        let __output: Result<u32, String> = loop {};
                                        return __output;
                                    }
                                    {
                                        if n > 1 {
                                            return Err("n".into());
                                        }
                                        Ok(n)
                                    }
                                },
                            )
                            .await
                    };
                }
            "#]],
        );
    }
}
