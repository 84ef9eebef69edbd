//! tokio's `select!`.

use crate::pass::Pass;
use quote::quote;
use syn::parse::{Parse, ParseStream};
use syn::visit_mut::VisitMut as _;
use syn::{Block, Expr, ExprBlock, Ident, Macro, Pat, Token, token};

/// What stands in a `select!`.
struct Select {
    is_biased: bool,
    arms: Vec<Arm>,
    otherwise: Option<Expr>,
}

/// `pattern = future, if condition => handler`.
struct Arm {
    pattern: Pat,
    future: Expr,
    condition: Option<Expr>,
    handler: Expr,
}

impl Pass {
    /// Marks the branches of a `select!`.
    pub(super) fn select(&mut self, mac: &mut Macro) -> syn::Result<()> {
        let Select { is_biased, mut arms, mut otherwise } = mac.parse_body()?;
        for arm in &mut arms {
            self.visit_pat_mut(&mut arm.pattern);
            self.branch(&mut arm.future);
            arm.condition.iter_mut().for_each(|it| self.visit_expr_mut(it));
            self.visit_expr_mut(&mut arm.handler);
        }
        otherwise.iter_mut().for_each(|it| self.visit_expr_mut(it));
        let biased = is_biased.then(|| quote!(biased;));
        let arms = arms.iter().map(|Arm { pattern, future, condition, handler }| {
            let condition = condition.as_ref().map(|it| quote!(, if #it));
            quote!(#pattern = #future #condition => #handler,)
        });
        let otherwise = otherwise.map(|it| quote!(else => #it,));
        mac.tokens = quote!(#biased #(#arms)* #otherwise);
        Ok(())
    }
}

/// Reads the `biased;` that may stand first in `select!` and `join!`.
pub(super) fn biased(input: ParseStream<'_>) -> syn::Result<bool> {
    let is_biased = input.fork().parse::<Ident>().is_ok_and(|it| it == "biased") && input.peek2(Token![;]);
    if is_biased {
        input.parse::<Ident>()?;
        input.parse::<Token![;]>()?;
    }
    Ok(is_biased)
}

impl Parse for Select {
    fn parse(input: ParseStream<'_>) -> syn::Result<Select> {
        let mut select = Select { is_biased: biased(input)?, arms: Vec::new(), otherwise: None };
        while !input.is_empty() {
            if input.parse::<Option<Token![else]>>()?.is_some() {
                select.otherwise = Some(handler(input)?);
            } else {
                select.arms.push(input.parse()?);
            }
        }
        Ok(select)
    }
}

impl Parse for Arm {
    fn parse(input: ParseStream<'_>) -> syn::Result<Arm> {
        let pattern = Pat::parse_multi_with_leading_vert(input)?;
        input.parse::<Token![=]>()?;
        let future = input.parse()?;
        let mut condition = None;
        if input.parse::<Option<Token![,]>>()?.is_some() {
            input.parse::<Token![if]>()?;
            condition = Some(input.parse()?);
        }
        Ok(Arm { pattern, future, condition, handler: handler(input)? })
    }
}

/// Reads `=> handler`, and the comma that is needed unless the handler is a block.
fn handler(input: ParseStream<'_>) -> syn::Result<Expr> {
    input.parse::<Token![=>]>()?;
    let is_block = input.peek(token::Brace);
    let handler = if is_block {
        Expr::Block(ExprBlock { attrs: Vec::new(), label: None, block: input.parse::<Block>()? })
    } else {
        input.parse()?
    };
    let has_comma = input.parse::<Option<Token![,]>>()?.is_some();
    if has_comma || is_block || input.is_empty() {
        return Ok(handler);
    }
    Err(input.error("expected `,`"))
}

#[cfg(test)]
mod tests {
    use crate::pass::testing::{check, check_errors};
    use expect_test::expect;

    #[test]
    fn only_the_futures_are_branches() {
        check(
            "async fn main() {
                tokio::select! {
                    biased;
                    Some(n) = stream.next(), if !done => { log(n).await }
                    _ = tokio::time::sleep(limit) => println!(\"too late\"),
                    result = &mut task => result?,
                    else => done(),
                }
            }",
            &expect![[r#"
                async fn main() {
                    ::meanwhile_runtime::select! {
                        biased; Some(n) = ::meanwhile_runtime::record::branch_as("stream.next()", 4, 31,
                        stream.next()), if ! done => { ::meanwhile_runtime::record::awaited_as("log(n)",
                        4, 67, log(n)). await }, _ =
                        ::meanwhile_runtime::record::branch_as("tokio::time::sleep(limit)", 5, 25,
                        ::meanwhile_runtime::time::sleep(limit)) =>
                        ::meanwhile_runtime::println!("too late"), result =
                        ::meanwhile_runtime::record::branch_as("&mut task", 6, 30, & mut task) => result
                        ?, else => done(),
                    }
                }
            "#]],
        );
    }

    #[test]
    fn a_broken_select_is_reported_where_it_breaks() {
        check_errors(
            "async fn f() { tokio::select! { a = b() => c() d = e() => f() } }",
            &expect![[r#"
            1:48: expected `,`
        "#]],
        );
    }
}
