//! `format_args!`: a text with arguments in it.

mod parse;

use self::parse::{Parsed, Position, Spec};
use super::body::{Cx, Named};
use crate::parse::Spanned as _;
use crate::parse::{Input, Result, Word, whole, whole_text};
use crate::source::Span;
use crate::tree::{Count, Expr, ExprKind, FormatArgs, FormatSpec, FormatTrait, Lit, Piece};
use proc_macro2::TokenStream;
use std::rc::Rc;
use syn::Ident;

/// Arguments of a macro, some of which may have names.
pub(super) struct Args {
    pub(super) all: Vec<Arg>,
}

/// An argument.
pub(super) struct Arg {
    pub(super) name: Option<Ident>,
    pub(super) value: syn::Expr,
}

impl Args {
    /// Reads what stands in a macro's brackets.
    pub(super) fn read(tokens: TokenStream) -> Result<Self> {
        let args = whole(tokens, |it| it.commas(argument))?;
        Ok(Args { all: args.into_iter().collect() })
    }
}

/// The tokens of the first argument.
pub(super) fn first(tokens: TokenStream) -> Result<TokenStream> {
    whole(tokens, |input| {
        let first = read_with_tokens(input).1;
        input.rest();
        first
    })
}

/// An argument with its tokens.
pub(super) fn read_with_tokens(input: &mut Input) -> (syn::Expr, TokenStream) {
    let begin = input.mark();
    let value = input.expr();
    (value, input.since(begin))
}

/// `name = value`, or `value`.
fn argument(input: &mut Input) -> Arg {
    let is_named = input.is_name(0) && input.is(1, "=") && !input.is(1, "==") && !input.is(1, "=>");
    let mut name = None;
    if is_named {
        name = Some(input.name());
        input.punct::<1>("=");
    }
    Arg { name, value: input.expr() }
}

/// The arguments of a text on their way.
struct Arguments<'a> {
    given: &'a [Arg],
    used: Vec<bool>,
    /// Names that the text alone gives.
    captured: Vec<String>,
    exprs: Vec<Expr>,
    failed: bool,
}

impl Cx<'_> {
    /// Lowers a text and its arguments. `before` and `behind` are put around it.
    pub(super) fn format(&mut self, args: &[Arg], before: &str, behind: &str, span: Span) -> Expr {
        let Some((first, rest)) = args.split_first() else {
            return self.format_text(&format!("{before}{behind}"), span);
        };
        let Some((text, place)) = self.literal_text(&first.value) else {
            let place = self.span_of(&first.value);
            self.error(place, "format argument must be a string literal", None, "write `\"{}\", ` before it");
            return self.format_text("", span);
        };
        self.check_names(rest);
        let parsed = match parse::parse(&text) {
            Ok(parsed) => parsed,
            Err(fault) => {
                self.error(place, fault.message, None, &fault.hint);
                return self.format_text("", span);
            }
        };
        let exprs = rest.iter().map(|it| self.expr(&it.value)).collect();
        let mut arguments = Arguments {
            given: rest,
            used: vec![false; rest.len()],
            captured: Vec::new(),
            exprs,
            failed: false,
        };
        let pieces = self.pieces(parsed, &mut arguments, place, before, behind);
        if !arguments.failed {
            self.check_used(&arguments);
        }
        // What is all literals needs no arguments: `panic!("{}", 1)` has a `&str` for its payload.
        if !pieces.iter().any(|it| matches!(it, Piece::Arg(..))) {
            arguments.exprs.clear();
        }
        let format = FormatArgs { pieces, args: arguments.exprs };
        self.make(ExprKind::Format(Box::new(format)), span)
    }

    /// A text without arguments.
    pub(super) fn format_text(&mut self, text: &str, span: Span) -> Expr {
        let pieces = if text.is_empty() { Vec::new() } else { vec![Piece::Text(text.into())] };
        self.make(ExprKind::Format(Box::new(FormatArgs { pieces, args: Vec::new() })), span)
    }

    fn pieces(
        &mut self,
        parsed: Vec<Parsed>,
        arguments: &mut Arguments<'_>,
        place: Span,
        before: &str,
        behind: &str,
    ) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut text = before.to_owned();
        let mut next = 0;
        let wanted = implicit(&parsed);
        let positional = arguments.given.iter().filter(|it| it.name.is_none()).count();
        if wanted as usize > arguments.given.len() {
            self.too_few(wanted, positional, place);
            arguments.failed = true;
        }
        for part in parsed {
            match part {
                Parsed::Text(it) => text.push_str(&it),
                Parsed::Argument(position, spec) => {
                    let spec = self.spec(&spec, &mut next, arguments, place);
                    let number = self.argument(&position, &mut next, arguments, place);
                    let value = arguments.exprs.get(number as usize);
                    if let Some(literal) = value.filter(|_| spec == PLAIN).and_then(shown) {
                        text.push_str(&literal);
                        continue;
                    }
                    if !text.is_empty() {
                        pieces.push(Piece::Text(std::mem::take(&mut text).into()));
                    }
                    pieces.push(Piece::Arg(number, spec));
                }
            }
        }
        text.push_str(behind);
        if !text.is_empty() {
            pieces.push(Piece::Text(text.into()));
        }
        pieces
    }

    fn spec(
        &mut self,
        spec: &Spec,
        next: &mut u32,
        arguments: &mut Arguments<'_>,
        place: Span,
    ) -> FormatSpec {
        // `.*` takes its argument before the value does, whatever stands first in the text.
        let precision = spec.precision.as_ref().map(|it| self.count(it, next, arguments, place));
        let width = spec.width.as_ref().map(|it| self.count(it, next, arguments, place));
        spec.sized(width, precision)
    }

    fn count(
        &mut self,
        count: &parse::Count,
        next: &mut u32,
        arguments: &mut Arguments<'_>,
        place: Span,
    ) -> Count {
        match count {
            parse::Count::Is(it) => Count::Is(*it),
            parse::Count::Of(position) => Count::Arg(self.argument(position, next, arguments, place)),
        }
    }

    /// The number of an argument.
    fn argument(
        &mut self,
        position: &Position,
        next: &mut u32,
        arguments: &mut Arguments<'_>,
        place: Span,
    ) -> u32 {
        let number = match position {
            Position::Next => {
                *next += 1;
                *next - 1
            }
            Position::Number(it) => *it,
            Position::Name(name) => return self.named_argument(name, arguments, place),
        };
        match arguments.used.get_mut(number as usize) {
            Some(used) => *used = true,
            None if !arguments.failed => {
                arguments.failed = true;
                let count = arguments.given.len();
                let there = match count {
                    0 => "no arguments were given".to_owned(),
                    1 => "there is 1 argument".to_owned(),
                    count => format!("there are {count} arguments"),
                };
                let message = format!("invalid reference to positional argument {number} ({there})");
                self.error(place, message, None, "positional arguments are zero-based");
            }
            None => {}
        }
        number.min(arguments.exprs.len().saturating_sub(1) as u32)
    }

    fn named_argument(&mut self, name: &str, arguments: &mut Arguments<'_>, place: Span) -> u32 {
        let is_it = |it: &Arg| it.name.as_ref().is_some_and(|it| it == name);
        if let Some(index) = arguments.given.iter().position(is_it) {
            arguments.used[index] = true;
            return index as u32;
        }
        let given = arguments.given.len();
        if let Some(index) = arguments.captured.iter().position(|it| it == name) {
            return (given + index) as u32;
        }
        arguments.captured.push(name.to_owned());
        let value = self.captured_value(name, place);
        arguments.exprs.push(value);
        (arguments.exprs.len() - 1) as u32
    }

    /// The variable, constant or static that `{name}` means.
    fn captured_value(&mut self, name: &str, place: Span) -> Expr {
        let symbol = self.world.program.names.intern(name);
        if let Named::Local(local) = self.named(symbol, place) {
            return self.make(ExprKind::Local(local), place);
        }
        let Ok(mut ident) = whole_text(name, |it| match it.word(0) {
            Word::SelfValue => it.any_word(),
            _ => it.name(),
        }) else {
            self.error(place, format!("invalid format string: `{name}` is not a name"), None, "");
            return self.unit(place);
        };
        ident.set_span(proc_macro2::Span::call_site());
        let path = syn::ExprPath { attrs: Vec::new(), qself: None, path: ident.into() };
        let before = self.world.diagnostics.len();
        let mut value = self.path(&path, super::path::Kind::Value);
        value.span = place;
        for diagnostic in &mut self.world.diagnostics[before..] {
            diagnostic.span = place;
        }
        value
    }

    fn too_few(&mut self, wanted: u32, given: usize, place: Span) {
        let plural = if wanted == 1 { "" } else { "s" };
        let there = match given {
            0 => "no arguments were given".to_owned(),
            1 => "there is 1 argument".to_owned(),
            given => format!("there are {given} arguments"),
        };
        let but = if given == 0 { "but no arguments were given".to_owned() } else { format!("but {there}") };
        let message = format!("{wanted} positional argument{plural} in format string, {but}");
        self.error(
            place,
            message,
            None,
            "give each `{}` an argument; a brace itself is written `{{` or `}}`",
        );
    }

    fn check_names(&mut self, args: &[Arg]) {
        let mut names: Vec<&Ident> = Vec::new();
        for it in args {
            match &it.name {
                None if !names.is_empty() => {
                    let span = self.span_of(&it.value);
                    self.error(
                        span,
                        "positional arguments cannot follow named arguments",
                        None,
                        "positional arguments must be before named arguments",
                    );
                }
                Some(name) if names.contains(&name) => {
                    let span = self.span(name.span());
                    self.error(span, format!("duplicate argument named `{name}`"), None, "");
                }
                Some(name) => names.push(name),
                None => {}
            }
        }
    }

    fn check_used(&mut self, arguments: &Arguments<'_>) {
        let unused: Vec<&Arg> =
            arguments.given.iter().zip(&arguments.used).filter(|it| !it.1).map(|it| it.0).collect();
        let Some(first) = unused.first() else { return };
        let message = match (unused.len(), &first.name) {
            (1, Some(_)) => "named argument never used",
            (1, None) => "argument never used",
            _ => "multiple unused formatting arguments",
        };
        let span = match &first.name {
            Some(name) => self.span(name.span()),
            None => self.span_of(&first.value),
        };
        self.error(span, message, None, "add a `{}` for it to the text, or remove it");
    }

    /// A text that is known before the run: a literal, or a macro that makes one.
    pub(super) fn literal_text(&mut self, expr: &syn::Expr) -> Option<(Rc<str>, Span)> {
        let span = self.span(expr.span());
        match expr {
            syn::Expr::Lit(it) => match &it.lit {
                syn::Lit::Str(it) => Some((it.value().into(), span)),
                _ => None,
            },
            syn::Expr::Group(it) => self.literal_text(&it.expr),
            syn::Expr::Paren(it) => self.literal_text(&it.expr),
            syn::Expr::Macro(it) => {
                let expanded = self.macro_expr(&it.mac);
                match expanded.kind {
                    ExprKind::Lit(crate::tree::Lit::Str(text)) => Some((text, span)),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// `{}`.
const PLAIN: FormatSpec = FormatSpec::plain(FormatTrait::Display);

/// A literal as `{}` shows it, of those that rustc makes a part of the text.
fn shown(value: &Expr) -> Option<String> {
    match &value.kind {
        ExprKind::Lit(Lit::Str(text)) => Some(text.to_string()),
        ExprKind::Lit(Lit::Int(number, _)) => Some(number.to_string()),
        ExprKind::Ref { mutable: false, of, .. } => shown(of),
        _ => None,
    }
}

/// How many arguments are taken in order.
fn implicit(parsed: &[Parsed]) -> u32 {
    let of = |position: &Position| u32::from(matches!(position, Position::Next));
    let count = |it: &Option<parse::Count>| match it {
        Some(parse::Count::Of(position)) => of(position),
        _ => 0,
    };
    parsed
        .iter()
        .map(|it| match it {
            Parsed::Text(_) => 0,
            Parsed::Argument(position, spec) => of(position) + count(&spec.width) + count(&spec.precision),
        })
        .sum()
}
