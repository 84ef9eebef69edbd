//! Messages for a logger or subscriber: nothing is evaluated where nobody listens.

use super::LogKind;
use crate::lower::body::Cx;
use crate::lower::format::{Arg, Args};
use crate::source::Span;
use crate::tree::{Builtin, Expr, ExprKind};
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens as _, quote_spanned};
use std::rc::Rc;
use syn::parse::{ParseStream, Parser as _};
use syn::spanned::Spanned as _;
use syn::{Token, parse2};

/// A field of an event: `name = value`, `%value`, `?value`, `name`.
struct Field {
    name: String,
    sign: Option<char>,
    value: syn::Expr,
}

impl Cx<'_> {
    /// A message.
    pub(super) fn log(
        &mut self,
        kind: LogKind,
        level: Option<u8>,
        tokens: TokenStream,
        span: Span,
    ) -> syn::Result<Expr> {
        let (target, tokens) = target(tokens);
        if kind == LogKind::Span {
            let place = proc_macro2::Span::call_site();
            let value: syn::Expr = parse2(quote_spanned!(place=> ::tracing::Span::none()))?;
            return Ok(self.expr(&value));
        }
        if level.is_none() {
            let value: syn::Expr = parse2(leveled(kind, target, tokens)?)?;
            return Ok(self.expr(&value));
        }
        let module: Rc<str> = target.unwrap_or_else(|| self.module_name()).into();
        let level = level.unwrap_or(3);
        let tracing = kind == LogKind::Event;
        let (tokens, fields) = if tracing { fields(tokens) } else { (tokens, Vec::new()) };
        let args: Args = parse2(tokens)?;
        let format = self.event(args, fields, span);
        let message =
            self.boxed(ExprKind::Builtin(Builtin::Log(tracing, level, module.clone()), vec![format]), span);
        let enabled =
            self.boxed(ExprKind::Builtin(Builtin::LogEnabled(tracing, level, module), Vec::new()), span);
        Ok(self.make(ExprKind::If(enabled, message, None), span))
    }

    /// The text of an event: its message, and the fields behind it.
    fn event(&mut self, args: Args, fields: Vec<Field>, span: Span) -> Expr {
        if fields.is_empty() {
            return self.format(&args.all, "", "", span);
        }
        let mut text = match args.all.first() {
            Some(it) => match self.literal_text(&it.value) {
                Some((text, _)) => text.to_string(),
                None => String::new(),
            },
            None => String::new(),
        };
        let mut all = Vec::new();
        for field in &fields {
            if !text.is_empty() {
                text.push(' ');
            }
            let shown = if field.sign == Some('%') { "" } else { ":?" };
            text.push_str(&format!("{}={{__{}{shown}}}", field.name, field.name.replace('.', "_")));
        }
        let place = args.all.first().map_or_else(proc_macro2::Span::call_site, |it| {
            it.value
                .to_token_stream()
                .into_iter()
                .next()
                .map_or_else(proc_macro2::Span::call_site, |it| it.span())
        });
        let literal = syn::LitStr::new(&text, place);
        all.push(Arg {
            name: None,
            value: syn::Expr::Lit(syn::ExprLit { attrs: Vec::new(), lit: syn::Lit::Str(literal) }),
        });
        all.extend(args.all.into_iter().skip(1));
        all.extend(fields.into_iter().map(|it| Arg {
            name: Some(quote::format_ident!("__{}", it.name.replace('.', "_"))),
            value: it.value,
        }));
        self.format(&all, "", "", span)
    }
}

/// A macro that is told its level: the macro of that level, or the question whether somebody listens to it.
fn leveled(kind: LogKind, target: Option<String>, tokens: TokenStream) -> syn::Result<TokenStream> {
    let parse = |input: ParseStream<'_>| {
        let level: syn::Expr = input.parse()?;
        input.parse::<Option<Token![,]>>()?;
        Ok((level, input.parse::<TokenStream>()?))
    };
    let (level, rest) = parse.parse2(tokens)?;
    let place = level.span();
    let target = target.map(|it| quote_spanned!(place=> target: #it,));
    let number = quote_spanned!(place=> (#level).__number());
    let each = |krate: &str| {
        let krate = Ident::new(krate, place);
        let [error, warn, info, debug, trace] =
            ["error", "warn", "info", "debug", "trace"].map(|it| Ident::new(it, place));
        quote_spanned!(place=> match #number {
            1 => ::#krate::#error!(#target #rest),
            2 => ::#krate::#warn!(#target #rest),
            3 => ::#krate::#info!(#target #rest),
            4 => ::#krate::#debug!(#target #rest),
            _ => ::#krate::#trace!(#target #rest),
        })
    };
    Ok(match kind {
        LogKind::Log => each("log"),
        LogKind::Event => each("tracing"),
        LogKind::LogAsked => quote_spanned!(place=> (#number <= ::log::host::listening_level(false))),
        _ => quote_spanned!(place=> (#number <= ::log::host::listening_level(true))),
    })
}

/// `target: "name", ..`.
fn target(tokens: TokenStream) -> (Option<String>, TokenStream) {
    let all: Vec<TokenTree> = tokens.clone().into_iter().collect();
    match &all[..] {
        [TokenTree::Ident(word), TokenTree::Punct(colon), TokenTree::Literal(name), rest @ ..]
            if *word == "target" && colon.as_char() == ':' =>
        {
            let name = name.to_string().trim_matches('"').to_owned();
            (Some(name), rest.iter().skip(1).cloned().collect())
        }
        _ => (None, tokens),
    }
}

/// The fields that stand before an event's message.
fn fields(tokens: TokenStream) -> (TokenStream, Vec<Field>) {
    let parse = |input: ParseStream<'_>| {
        let mut all = Vec::new();
        while !input.is_empty() && !input.peek(syn::LitStr) {
            let Ok(it) = field(input) else { break };
            all.push(it);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok((input.parse::<TokenStream>()?, all))
    };
    parse.parse2(tokens.clone()).unwrap_or((tokens, Vec::new()))
}

fn field(input: ParseStream<'_>) -> syn::Result<Field> {
    let sign = |input: ParseStream<'_>| -> syn::Result<Option<char>> {
        if input.peek(Token![%]) {
            input.parse::<Token![%]>()?;
            return Ok(Some('%'));
        }
        if input.peek(Token![?]) {
            input.parse::<Token![?]>()?;
            return Ok(Some('?'));
        }
        Ok(None)
    };
    if let Some(mark) = sign(input)? {
        let value: syn::Expr = input.parse()?;
        return Ok(Field {
            name: value.to_token_stream().to_string().replace(' ', ""),
            sign: Some(mark),
            value,
        });
    }
    let fork = input.fork();
    let mut name = fork.parse::<syn::Ident>()?.to_string();
    while fork.peek(Token![.]) {
        fork.parse::<Token![.]>()?;
        name = format!("{name}.{}", fork.parse::<syn::Ident>()?);
    }
    if fork.peek(Token![=]) && !fork.peek(Token![==]) {
        use syn::parse::discouraged::Speculative as _;
        fork.parse::<Token![=]>()?;
        input.advance_to(&fork);
        let sign = sign(input)?;
        return Ok(Field { name, sign, value: input.parse()? });
    }
    let value: syn::Expr = input.parse()?;
    Ok(Field { name, sign: None, value })
}
