//! `tokio::pin!` and `futures::pin_mut!`, which become `let mut name = std::pin::pin!(name);`.

use crate::pass::Pass;
use crate::scope::Meaning;
use crate::uses::names;
use syn::parse::{ParseStream, Parser as _};
use syn::punctuated::Punctuated;
use syn::{Block, Ident, Macro, Pat, Stmt, Token, parse_quote};

/// The macros.
const MACROS: [[&str; 2]; 2] = [["tokio", "pin"], ["futures", "pin_mut"]];

impl Pass {
    /// Writes out the statements that pin something to the stack. One that cannot be read stays, and is reported as any
    /// macro is.
    pub(crate) fn pins(&mut self, block: &mut Block) {
        for statement in std::mem::take(&mut block.stmts) {
            match self.pinned(&statement) {
                Some(pinned) => block.stmts.extend(pinned),
                None => block.stmts.push(statement),
            }
        }
    }

    fn pinned(&self, statement: &Stmt) -> Option<Vec<Stmt>> {
        let Stmt::Macro(statement) = statement else { return None };
        if !self.pins_to_stack(&statement.mac) {
            return None;
        }
        (|input: ParseStream<'_>| if input.peek(Token![let]) { made(input) } else { variables(input) })
            .parse2(statement.mac.tokens.clone())
            .ok()
    }

    fn pins_to_stack(&self, mac: &Macro) -> bool {
        match self.scopes.resolve(&names(&mac.path), mac.path.leading_colon.is_some()) {
            Meaning::Foreign { path, .. } => {
                let (first, rest) = path.split_first().unzip();
                let (Some(first), Some([name])) = (first, rest) else { return false };
                MACROS.contains(&[crate::paths::crate_name(first), name.as_str()])
            }
            Meaning::Own => false,
        }
    }
}

/// `pin!(a, b)`
fn variables(input: ParseStream<'_>) -> syn::Result<Vec<Stmt>> {
    let variables = Punctuated::<Ident, Token![,]>::parse_terminated(input)?;
    Ok(variables.iter().map(|it| parse_quote!(let mut #it = ::std::pin::pin!(#it);)).collect())
}

/// `pin! { let a = f(); }`
fn made(input: ParseStream<'_>) -> syn::Result<Vec<Stmt>> {
    let mut pinned = Vec::new();
    for statement in input.call(Block::parse_within)? {
        let Stmt::Local(local) = statement else { return Err(input.error("expected `let`")) };
        let (Pat::Ident(name), Some(init)) = (&local.pat, &local.init) else {
            return Err(input.error("expected a name and a value"));
        };
        let (name, value) = (&name.ident, &init.expr);
        pinned.push(parse_quote!(let mut #name = ::std::pin::pin!(#value);));
    }
    Ok(pinned)
}

#[cfg(test)]
mod tests {
    use crate::pass::testing::check;
    use expect_test::expect;

    #[test]
    fn pins_are_written_out() {
        check(
            "use futures::pin_mut;
            async fn f(a: A) { let b = a.run(); tokio::pin!(a, b); pin_mut!(b); tokio::pin! { let c = b.later(d().await); } own::pin!(c); }
            mod own {}",
            &expect![[r#"
                use futures::pin_mut;
                fn f(a: A) -> impl ::core::future::Future<Output = ()> {
                    ::meanwhile_runtime::record::function(
                        "f(…)",
                        2,
                        22,
                        async move {
                            let a = a;
                            let b = a.run();
                            let mut a = ::std::pin::pin!(a);
                            let mut b = ::std::pin::pin!(b);
                            let mut b = ::std::pin::pin!(b);
                            let mut c = ::std::pin::pin!(
                                b.later(::meanwhile_runtime::record::awaited_as("d()", 2, 115, d()).
                                await)
                            );
                            own::pin!(c);
                        },
                    )
                }
                mod own {}
            "#]],
        );
    }
}
