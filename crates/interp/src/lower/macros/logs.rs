//! Messages for a logger or subscriber: nothing is evaluated where nobody listens.

use super::LogKind;
use crate::lower::body::Cx;
use crate::lower::format::{Arg, Args, read_with_tokens};
use crate::parse::Spanned as _;
use crate::parse::{Input, Result, whole};
use crate::source::Span;
use crate::tree::{Arm, Builtin, Expr, ExprKind, IntTy, Lit};
use proc_macro2::TokenStream;
use quote::quote_spanned;
use std::rc::Rc;

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
    ) -> Result<Expr> {
        let said = |tokens| whole(tokens, parse_said);
        match (kind, level) {
            (LogKind::Span, _) => {
                let place = proc_macro2::Span::call_site();
                let value = whole(quote_spanned!(place=> ::tracing::Span::none()), Input::expr)?;
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
    fn asked(&mut self, tracing: bool, tokens: TokenStream, span: Span) -> Result<Expr> {
        let (level, _) = self.level(tokens)?;
        Ok(self.make(ExprKind::Builtin(Builtin::LogEnabled(tracing), vec![*level]), span))
    }

    /// The number of the level that stands first, and what stands behind it.
    fn level(&mut self, tokens: TokenStream) -> Result<(Box<Expr>, TokenStream)> {
        let (level, rest) = whole(tokens, parse_level)?;
        let level = whole(quote_spanned!(level.span()=> (#level).__number()), Input::expr)?;
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
    ) -> Result<Expr> {
        let module: Rc<str> = target.unwrap_or_else(|| self.module_name()).into();
        let tracing = kind == LogKind::Event;
        let (tokens, fields) = if tracing { fields(tokens) } else { (tokens, Vec::new()) };
        let args = Args::read(tokens)?;
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
        let place = args.all.first().map_or_else(proc_macro2::Span::call_site, |it| it.value.first());
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
fn parse_level(input: &mut Input) -> (syn::Expr, TokenStream) {
    let level = input.expr();
    input.take::<1>(",");
    (level, input.rest())
}

/// The target, of what a message says of itself before its level: `name: "..", target: "..", parent: None`. Of a name
/// nothing is seen.
fn parse_said(input: &mut Input) -> (Option<String>, TokenStream) {
    let mut target = None;
    while input.is_name(0) && input.is(1, ":") && !input.is(1, "::") {
        let mark = input.mark();
        let word = input.name().to_string();
        if !["name", "target", "parent"].contains(&word.as_str()) {
            input.back(mark);
            break;
        }
        input.punct::<1>(":");
        match word.as_str() {
            "name" => drop(input.expr()),
            "target" => target = Some(input.string().value()),
            _ => {
                let parent = input.expr();
                if !matches!(&parent, syn::Expr::Path(it) if it.path.is_ident("None")) {
                    let message =
                        "a `parent` of an event is not shown here; leave it out, or write `parent: None`";
                    input.wrong(parent.span(), message);
                }
            }
        }
        input.take::<1>(",");
    }
    (target, input.rest())
}

/// The fields that stand before an event's message.
fn fields(tokens: TokenStream) -> (TokenStream, Vec<Field>) {
    let parsed = whole(tokens.clone(), |input| {
        let mut all = Vec::new();
        while !input.is_empty() && !input.is_string() {
            let mark = input.mark();
            let it = field(input);
            if input.has_failed() {
                input.back(mark);
                break;
            }
            all.push(it);
            if !input.is_empty() {
                input.punct::<1>(",");
            }
        }
        (input.rest(), all)
    });
    parsed.unwrap_or((tokens, Vec::new()))
}

fn field(input: &mut Input) -> Field {
    if let Some(mark) = sign(input) {
        let (value, tokens) = read_with_tokens(input);
        let name = tokens.to_string().replace(' ', "");
        return Field { name, sign: Some(mark), value };
    }
    let mark = input.mark();
    let mut name = input.name().to_string();
    while input.take::<1>(".").is_some() {
        name = format!("{name}.{}", input.name());
    }
    if !input.is(0, "==") && input.take::<1>("=").is_some() {
        let sign = sign(input);
        return Field { name, sign, value: input.expr() };
    }
    input.back(mark);
    Field { name, sign: None, value: input.expr() }
}

/// `%` or `?`.
fn sign(input: &mut Input) -> Option<char> {
    ['%', '?'].into_iter().find(|it| input.take::<1>(it.encode_utf8(&mut [0; 4])).is_some())
}
