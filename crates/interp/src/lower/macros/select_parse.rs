//! The grammars of `select!`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, Pat, Token};

/// Takes `biased;`.
pub(super) fn biased(input: ParseStream<'_>) -> syn::Result<bool> {
    let is_there = input.peek(Ident) && input.peek2(Token![;]) && input.fork().parse::<Ident>()? == "biased";
    if is_there {
        input.parse::<Ident>()?;
        input.parse::<Token![;]>()?;
    }
    Ok(is_there)
}

/// A branch: `pattern = future, if condition => handler`.
pub(super) struct Branch {
    pub(super) pat: Pat,
    pub(super) future: Expr,
    pub(super) condition: Option<Expr>,
    pub(super) handler: Expr,
}

/// What is in a `select!` of tokio.
pub(super) struct Select {
    pub(super) biased: bool,
    pub(super) branches: Vec<Branch>,
    pub(super) otherwise: Option<Expr>,
}

impl Parse for Select {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut select = Select { biased: biased(input)?, branches: Vec::new(), otherwise: None };
        while !input.is_empty() {
            if input.peek(Token![else]) {
                input.parse::<Token![else]>()?;
                input.parse::<Token![=>]>()?;
                select.otherwise = Some(handler(input)?);
                continue;
            }
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            input.parse::<Token![=]>()?;
            let future = until_arrow(input)?;
            let condition = if input.peek(Token![,]) {
                input.parse::<Token![,]>()?;
                input.parse::<Token![if]>()?;
                Some(until_arrow(input)?)
            } else {
                None
            };
            input.parse::<Token![=>]>()?;
            select.branches.push(Branch { pat, future, condition, handler: handler(input)? });
        }
        Ok(select)
    }
}

/// What is in a `select!` of the futures crate.
pub(super) struct FuturesSelect {
    pub(super) branches: Vec<Branch>,
    pub(super) complete: Option<Expr>,
    pub(super) default: Option<Expr>,
}

impl Parse for FuturesSelect {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut select = FuturesSelect { branches: Vec::new(), complete: None, default: None };
        while !input.is_empty() {
            let word = if input.peek(Ident) && input.peek2(Token![=>]) {
                Some(input.fork().parse::<Ident>()?.to_string())
            } else if input.peek(Token![default]) && input.peek2(Token![=>]) {
                Some("default".to_owned())
            } else {
                None
            };
            if let Some(word) = word {
                input.parse::<Ident>().map(drop).or_else(|_| input.parse::<Token![default]>().map(drop))?;
                input.parse::<Token![=>]>()?;
                let handler = handler(input)?;
                match word.as_str() {
                    "complete" => select.complete = Some(handler),
                    "default" => select.default = Some(handler),
                    _ => {
                        return Err(input.error("expected `pattern = future => ..`, `complete` or `default`"));
                    }
                }
                continue;
            }
            let pat = Pat::parse_multi_with_leading_vert(input)?;
            input.parse::<Token![=]>()?;
            let future = until_arrow(input)?;
            input.parse::<Token![=>]>()?;
            select.branches.push(Branch { pat, future, condition: None, handler: handler(input)? });
        }
        Ok(select)
    }
}

/// An expression that ends where `=>` or `, if` stands.
fn until_arrow(input: ParseStream<'_>) -> syn::Result<Expr> {
    input.parse()
}

/// A handler: a block without a comma, or an expression with one, but for the last.
fn handler(input: ParseStream<'_>) -> syn::Result<Expr> {
    let expr = if input.peek(syn::token::Brace) && ends_behind_braces(input) {
        Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block: input.parse()? })
    } else {
        Expr::parse_with_earlier_boundary_rule(input)?
    };
    input.parse::<Option<Token![,]>>()?;
    Ok(expr)
}

/// Whether a handler is no more than its braces: `{ a }.b()` is.
fn ends_behind_braces(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    let Ok(TokenTree::Group(it)) = fork.parse::<TokenTree>() else { return false };
    let rest: TokenStream = fork.parse().unwrap_or_default();
    let goes_on =
        matches!(rest.into_iter().next(), Some(TokenTree::Punct(it)) if matches!(it.as_char(), '.' | '?'));
    it.delimiter() == Delimiter::Brace && !goes_on
}
