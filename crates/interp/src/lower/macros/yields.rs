//! `stream!` and `try_stream!`: an async block in which `yield` hands out an item.

use crate::parse::{Input, Result, whole};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{quote, quote_spanned};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr};

/// The Rust that makes the stream.
pub(super) fn stream(tokens: TokenStream, fails: bool) -> Result<TokenStream> {
    let tokens = loops(tokens);
    let mut block: Block = whole(quote!({ #tokens }), Input::block)?;
    Yields { fails }.visit_block_mut(&mut block);
    let statements = &block.stmts;
    let body = if fails {
        quote!({ #(#statements)* #[allow(unreachable_code)] ::std::result::Result::Ok(()) })
    } else {
        quote!({ #(#statements)* })
    };
    let made = if fails { quote!(TryAsyncStream) } else { quote!(AsyncStream) };
    Ok(quote!({
        let (__yielder, __slot) = ::async_stream::__private::pair();
        ::async_stream::__private::#made::new(__slot, async move #body)
    }))
}

/// `for await pat in stream { .. }` as a loop over `next`.
fn loops(tokens: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut rest = tokens.into_iter().peekable();
    while let Some(token) = rest.next() {
        match token {
            TokenTree::Ident(word)
                if word == "for" && matches!(rest.peek(), Some(TokenTree::Ident(it)) if it == "await") =>
            {
                rest.next();
                let is_in = |it: &TokenTree| matches!(it, TokenTree::Ident(it) if it == "in");
                let is_body =
                    |it: &TokenTree| matches!(it, TokenTree::Group(it) if it.delimiter() == Delimiter::Brace);
                let mut pattern = TokenStream::new();
                while let Some(it) = rest.next_if(|it| !is_in(it)) {
                    pattern.extend([it]);
                }
                rest.next();
                let mut of = TokenStream::new();
                while let Some(it) = rest.next_if(|it| !is_body(it)) {
                    of.extend([it]);
                }
                let Some(TokenTree::Group(body)) = rest.next() else { return out };
                let body = loops(body.stream());
                out.extend(quote!({
                    let mut __stream = ::std::pin::pin!(#of);
                    while let ::std::option::Option::Some(#pattern) =
                        ::async_stream::__private::next(&mut __stream).await
                    { #body }
                }));
            }
            TokenTree::Group(it) => {
                let mut inner = Group::new(it.delimiter(), loops(it.stream()));
                inner.set_span(it.span());
                out.extend([TokenTree::Group(inner)]);
            }
            token => out.extend([token]),
        }
    }
    out
}

struct Yields {
    fails: bool,
}

impl VisitMut for Yields {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        // What is in them is not of this stream.
        if matches!(expr, Expr::Closure(_) | Expr::Async(_)) {
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
        if let Expr::Yield(it) = expr {
            let value = it.expr.as_ref().map_or_else(|| quote!(()), quote::ToTokens::to_token_stream);
            let value = if self.fails { quote!(::std::result::Result::Ok(#value)) } else { value };
            let sent = quote_spanned!(it.yield_token.span=> __yielder.send(#value).await);
            if let Ok(sent) = whole(sent, Input::expr) {
                *expr = sent;
            }
        }
    }
}
