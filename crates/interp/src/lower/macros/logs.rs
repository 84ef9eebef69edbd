//! Messages for a logger or subscriber: nothing is evaluated where nobody listens.

use super::LogKind;
use crate::lower::body::Cx;
use crate::lower::format::{Arg, Args};
use crate::source::Span;
use crate::tree::{Arm, Builtin, Expr, ExprKind, IntTy, Lit};
use proc_macro2::{Ident, TokenStream};
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
    /// A message, or the question whether anybody listens.
    pub(super) fn log(
        &mut self,
        kind: LogKind,
        level: Option<u8>,
        tokens: TokenStream,
        span: Span,
    ) -> syn::Result<Expr> {
        let said = |tokens| parse_said.parse2(tokens);
        match (kind, level) {
            (LogKind::Span, _) => {
                let place = proc_macro2::Span::call_site();
                let value: syn::Expr = parse2(quote_spanned!(place=> ::tracing::Span::none()))?;
                Ok(self.expr(&value))
            }
            (LogKind::LogAsked, _) => self.asked(false, said(tokens)?.1, span),
            (LogKind::EventAsked, _) => self.asked(true, said(tokens)?.1, span),
            (LogKind::Log | LogKind::Event, Some(level)) => {
                let (target, tokens) = said(tokens)?;
                let number = || ExprKind::Lit(Lit::Int(u128::from(level), Some(IntTy::U8)));
                self.message(kind, &number, target, tokens, span)
            }
            (LogKind::Log | LogKind::Event, None) => {
                let (target, tokens) = said(tokens)?;
                let (level, tokens) = self.level(tokens)?;
                let (local, pat) = self.temporary("level", span, false);
                let body = self.message(kind, &|| ExprKind::Local(local), target, tokens, span)?;
                Ok(self.make(ExprKind::Match(level, vec![Arm { pat, guard: None, body }]), span))
            }
        }
    }

    /// Whether anybody listens to messages of a level.
    fn asked(&mut self, tracing: bool, tokens: TokenStream, span: Span) -> syn::Result<Expr> {
        let (level, _) = self.level(tokens)?;
        Ok(self.make(ExprKind::Builtin(Builtin::LogEnabled(tracing), vec![*level]), span))
    }

    /// The number of the level that stands first, and what stands behind it.
    fn level(&mut self, tokens: TokenStream) -> syn::Result<(Box<Expr>, TokenStream)> {
        let (level, rest) = parse_level.parse2(tokens)?;
        let level: syn::Expr = parse2(quote_spanned!(level.span()=> (#level).__number()))?;
        Ok((self.boxed_expr(&level), rest))
    }

    /// A message: nothing but its level is evaluated where nobody listens.
    fn message(
        &mut self,
        kind: LogKind,
        level: &dyn Fn() -> ExprKind,
        target: Option<String>,
        tokens: TokenStream,
        span: Span,
    ) -> syn::Result<Expr> {
        let module: Rc<str> = target.unwrap_or_else(|| self.module_name()).into();
        let tracing = kind == LogKind::Event;
        let (tokens, fields) = if tracing { fields(tokens) } else { (tokens, Vec::new()) };
        let args: Args = parse2(tokens)?;
        let asked = self.make(level(), span);
        let enabled = self.boxed(ExprKind::Builtin(Builtin::LogEnabled(tracing), vec![asked]), span);
        let parts = vec![self.make(level(), span), self.event(args, fields, span)];
        let message = self.boxed(ExprKind::Builtin(Builtin::Log(tracing, module), parts), span);
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

/// The level that stands first, and what stands behind it.
fn parse_level(input: ParseStream<'_>) -> syn::Result<(syn::Expr, TokenStream)> {
    let level = input.parse()?;
    input.parse::<Option<Token![,]>>()?;
    Ok((level, input.parse()?))
}

/// The target, of what a message says of itself before its level: `name: "..", target: "..", parent: None`. Of a name
/// nothing is seen.
fn parse_said(input: ParseStream<'_>) -> syn::Result<(Option<String>, TokenStream)> {
    let mut target = None;
    while input.peek(syn::Ident) && input.peek2(Token![:]) && !input.peek2(Token![::]) {
        let word = input.fork().parse::<Ident>()?.to_string();
        if !["name", "target", "parent"].contains(&word.as_str()) {
            break;
        }
        input.parse::<Ident>()?;
        input.parse::<Token![:]>()?;
        match word.as_str() {
            "name" => drop(input.parse::<syn::Expr>()?),
            "target" => target = Some(input.parse::<syn::LitStr>()?.value()),
            _ => {
                let parent: syn::Expr = input.parse()?;
                if !matches!(&parent, syn::Expr::Path(it) if it.path.is_ident("None")) {
                    let message =
                        "a `parent` of an event is not shown here; leave it out, or write `parent: None`";
                    return Err(syn::Error::new(parent.span(), message));
                }
            }
        }
        input.parse::<Option<Token![,]>>()?;
    }
    Ok((target, input.parse()?))
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
