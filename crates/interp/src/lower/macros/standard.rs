//! The macros that are known here, as expressions.

use super::Known;
use crate::lower::body::Cx;
use crate::lower::expr::name_of;
use crate::lower::format::{Args, read_with_tokens};
use crate::parse::Spanned as _;
use crate::parse::{Commas, Elements, Input, Result, Word, whole};
use crate::source::Span;
use crate::tree::{
    Arm, Block, Builtin, Expr, ExprKind, Lit, MethodCall, Operand, Pat, PatKind, Stmt, UnaryOp,
};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

impl Cx<'_> {
    /// A macro that is known here.
    pub(super) fn known_macro(&mut self, known: Known, mac: &syn::Macro, span: Span) -> Expr {
        match self.known(known, mac, span) {
            Ok(expr) => expr,
            Err(error) => {
                self.world.macro_syntax(self.env.module, mac, &error);
                self.unit(span)
            }
        }
    }

    fn known(&mut self, known: Known, mac: &syn::Macro, span: Span) -> Result<Expr> {
        let tokens = || mac.tokens.clone();
        Ok(match known {
            Known::Print { error, line } => {
                let format = self.format_of(tokens(), if line { "\n" } else { "" }, span)?;
                let what = if error { Builtin::PrintErr } else { Builtin::Print };
                self.make(ExprKind::Builtin(what, vec![format]), span)
            }
            Known::Format => {
                let format = self.format_of(tokens(), "", span)?;
                self.make(ExprKind::Builtin(Builtin::FormatString, vec![format]), span)
            }
            Known::FormatArgs => {
                let format = self.format_of(tokens(), "", span)?;
                self.make(ExprKind::Builtin(Builtin::Arguments, vec![format]), span)
            }
            Known::Write { line } => self.write(tokens(), line, span)?,
            Known::Panic | Known::Todo | Known::Unimplemented | Known::Unreachable => {
                self.panics(known, tokens(), span)?
            }
            Known::Assert => self.assert(tokens(), span)?,
            Known::AssertEq(op) => self.assert_eq(op, tokens(), span)?,
            Known::Dbg => self.dbg(tokens(), span)?,
            Known::Vec => self.vec(tokens(), span)?,
            Known::Matches => self.matches(tokens(), span)?,
            Known::Join { fails } => self.join(fails, tokens(), span)?,
            Known::Select => self.select(tokens(), span)?,
            Known::FuturesSelect { biased } => self.futures_select(biased, tokens(), span)?,
            Known::Pin => {
                let value = self.expr(&whole(tokens(), one)?);
                self.make(ExprKind::Builtin(Builtin::Pin, vec![value]), span)
            }
            Known::Log { kind, level } => self.log(kind, level, tokens(), span)?,
            Known::Stringify => {
                let text = crate::lower::text::stringify(tokens());
                self.string(&text, span)
            }
            Known::Concat => self.concat(tokens(), span)?,
            Known::Line => {
                self.make(ExprKind::Lit(Lit::Int(u128::from(span.line), Some(crate::tree::IntTy::U32))), span)
            }
            Known::Column => self
                .make(ExprKind::Lit(Lit::Int(u128::from(span.column), Some(crate::tree::IntTy::U32))), span),
            Known::File => {
                let name = self.world.program.files[span.file.0 as usize].name.clone();
                self.string(&name, span)
            }
            Known::ModulePath => {
                let path = self.module_name();
                self.string(&path, span)
            }
            Known::Cfg => self.make(ExprKind::Lit(Lit::Bool(crate::lower::attribute::holds(tokens()))), span),
            Known::Native => self.make(ExprKind::Builtin(Builtin::Native, Vec::new()), span),
            _ => self.written(known, tokens(), span)?,
        })
    }

    /// Macros that are short for some Rust.
    fn written(&mut self, known: Known, tokens: TokenStream, span: Span) -> Result<Expr> {
        let place =
            tokens.clone().into_iter().next().map_or_else(proc_macro2::Span::call_site, |it| it.span());
        let text = match known {
            Known::Ready => quote_spanned!(place=> match #tokens {
                ::std::task::Poll::Ready(__value) => __value,
                ::std::task::Poll::Pending => return ::std::task::Poll::Pending,
            }),
            Known::Poll => quote_spanned!(place=> {
                let mut __future = #tokens;
                ::std::future::poll_fn(|__cx| ::std::task::Poll::Ready(
                    ::std::future::Future::poll(::std::pin::Pin::new(&mut __future), __cx)
                )).await
            }),
            Known::Pending => quote_spanned!(place=> {
                let mut __once = false;
                ::std::future::poll_fn(move |_| {
                    if __once { ::std::task::Poll::Ready(()) } else { __once = true; ::std::task::Poll::Pending }
                }).await
            }),
            Known::Anyhow => self.error_value(&tokens, place)?,
            Known::Bail => {
                let error = self.error_value(&tokens, place)?;
                quote_spanned!(place=> return ::std::result::Result::Err(#error))
            }
            Known::Ensure => self.ensure(tokens, place)?,
            Known::Json => super::json::json(&tokens),
            Known::Stream { fails } => super::yields::stream(tokens, fails)?,
            other => return Ok(self.not_here(other, &tokens, span)),
        };
        let expr = whole(text, Input::expr)?;
        let mut value = self.expr(&expr);
        value.span = span;
        Ok(value)
    }

    fn not_here(&mut self, known: Known, tokens: &TokenStream, span: Span) -> Expr {
        let (what, hint) = match known {
            Known::Env => ("`env!` is", "there is no environment at compile time: use `std::env::var`"),
            Known::Include => {
                ("including files is", "there are no other files: write the text into the program")
            }
            Known::OptionEnv => {
                let none = quote!(::std::option::Option::<&'static str>::None);
                return match whole(none, Input::expr) {
                    Ok(none) => self.expr(&none),
                    Err(_) => self.unit(span),
                };
            }
            Known::CompileError => {
                let text = whole(tokens.clone(), Input::string);
                let text = text.map_or_else(|_| String::new(), |it| it.value());
                self.error(span, text, None, "");
                return self.unit(span);
            }
            Known::No(hint) => ("this macro is", hint),
            _ => ("this macro is, where a value stands,", "it makes items: call it outside of an expression"),
        };
        self.unsupported(span, what, hint)
    }

    /// A string.
    pub(super) fn string(&mut self, text: &str, span: Span) -> Expr {
        self.make(ExprKind::Lit(Lit::Str(text.into())), span)
    }

    /// The path of the module, as `module_path!` says it.
    pub(super) fn module_name(&self) -> String {
        let path = self.world.module_path(self.world.modules.nearest(self.env.module));
        let own = self.world.modules.root(self.env.module);
        match (Some(own) == self.world.root, path.as_str()) {
            (true, "crate") => "main".to_owned(),
            (true, _) => format!("main::{path}"),
            (false, _) => path,
        }
    }

    /// The arguments of a text that is printed.
    pub(super) fn format_of(&mut self, tokens: TokenStream, behind: &str, span: Span) -> Result<Expr> {
        let args = Args::read(tokens)?;
        Ok(self.format(&args.all, "", behind, span))
    }

    /// `write!(to, ..)` is `to.write_fmt(format_args!(..))`.
    fn write(&mut self, tokens: TokenStream, line: bool, span: Span) -> Result<Expr> {
        let mut args = Args::read(tokens)?;
        if args.all.is_empty() {
            self.error(span, "requires at least a place to write to", None, "");
            return Ok(self.unit(span));
        }
        let to = args.all.remove(0);
        let receiver = self.expr(&to.value);
        let format = self.format(&args.all, "", if line { "\n" } else { "" }, span);
        let call = MethodCall {
            receiver,
            name: self.world.program.names.intern("write_fmt"),
            name_span: span,
            type_args: None,
            args: vec![format],
            traits: self.traits.clone(),
            bound_traits: self.bound_traits.clone(),
        };
        Ok(self.make(ExprKind::Method(Box::new(call)), span))
    }

    fn dbg(&mut self, tokens: TokenStream, span: Span) -> Result<Expr> {
        let args = whole(tokens, |it| it.commas(read_with_tokens))?;
        let place = format!("[src/main.rs:{}:{}]", span.line, span.column);
        if args.is_empty() {
            let format = self.format_text(&format!("{place}\n"), span);
            return Ok(self.make(ExprKind::Builtin(Builtin::PrintErr, vec![format]), span));
        }
        let single = args.len() == 1 && !args.trailing_punct();
        let mut values: Vec<Expr> = args.into_iter().map(|it| self.dbg_one(it, &place, span)).collect();
        match values.pop() {
            Some(value) if single || values.is_empty() => Ok(value),
            last => {
                values.extend(last);
                Ok(self.make(ExprKind::Tuple(values), span))
            }
        }
    }

    fn dbg_one(&mut self, (value, tokens): (syn::Expr, TokenStream), place: &str, span: Span) -> Expr {
        let text = crate::lower::text::stringify(tokens);
        let value = self.boxed_expr(&value);
        let (local, pat) = self.temporary("value", span, false);
        let shown = self.make(ExprKind::Local(local), span);
        let pieces = vec![
            crate::tree::Piece::Text(format!("{place} {text} = ").into()),
            crate::tree::Piece::Arg(0, pretty_debug()),
            crate::tree::Piece::Text("\n".into()),
        ];
        let format = crate::tree::FormatArgs { pieces, args: vec![shown] };
        let format = self.make(ExprKind::Format(Box::new(format)), span);
        let print = self.make(ExprKind::Builtin(Builtin::PrintErr, vec![format]), span);
        let tail = self.boxed(ExprKind::Local(local), span);
        let body = Block { label: None, stmts: vec![Stmt::Expr(print)], tail: Some(tail) };
        let body = self.make(ExprKind::Block(body), span);
        self.make(ExprKind::Match(value, vec![Arm { pat, guard: None, body }]), span)
    }

    fn vec(&mut self, tokens: TokenStream, span: Span) -> Result<Expr> {
        let array = match whole(tokens, Input::elements)? {
            Elements::Repeat { value, count, .. } => {
                let (value, count) = (self.boxed_expr(&value), self.boxed_expr(&count));
                ExprKind::Repeat(value, count, crate::tree::Ty::Unknown)
            }
            Elements::All(all) => ExprKind::Array(self.exprs(&all)),
        };
        let array = self.make(array, span);
        Ok(self.make(ExprKind::Builtin(Builtin::Vec, vec![array]), span))
    }

    fn matches(&mut self, tokens: TokenStream, span: Span) -> Result<Expr> {
        let (value, pat, guard) = whole(tokens, |input| {
            let value = input.expr();
            input.punct::<1>(",");
            let pat = input.pattern();
            let guard = input.take_word(Word::If).map(|_| input.expr());
            input.take::<1>(",");
            (value, pat, guard)
        })?;
        let value = self.boxed_expr(&value);
        let arm = self.scope(|cx| {
            let pat = cx.pattern(&pat);
            let guard = guard.map(|it| cx.expr(&it));
            Arm { pat, guard, body: cx.make(ExprKind::Lit(Lit::Bool(true)), span) }
        });
        let body = self.make(ExprKind::Lit(Lit::Bool(false)), span);
        let otherwise = Arm { pat: Pat { kind: PatKind::Wild, span }, guard: None, body };
        Ok(self.make(ExprKind::Match(value, vec![arm, otherwise]), span))
    }

    /// `join!(a, b)`: a future of all, awaited.
    fn join(&mut self, fails: bool, tokens: TokenStream, span: Span) -> Result<Expr> {
        let (biased, all) = whole(tokens, |input| (super::select_parse::biased(input), exprs(input)))?;
        let operands = all.iter().map(|it| self.operand(it)).collect();
        let futures = self.exprs(&all);
        let set = self.boxed(ExprKind::Builtin(Builtin::Join { fails, biased, operands }, futures), span);
        self.check_await(span);
        Ok(self.make(ExprKind::Await(set, "".into()), span))
    }

    /// What stands for a branch.
    pub(super) fn operand(&self, it: &syn::Expr) -> Operand {
        Operand { text: name_of(it), place: self.span(it.span()) }
    }

    /// `pin!(a, b)`, `pin!(let a = future;)`: the variables become pinned references.
    pub(super) fn pin_variables(&mut self, mac: &syn::Macro, block: &mut Block) {
        let span = self.world.macro_span(self.env.module, mac);
        if let Ok(names) = whole(mac.tokens.clone(), Input::names) {
            return names.iter().for_each(|it| self.pin_variable(it, block, span));
        }
        match whole(mac.tokens.clone(), Input::stmts) {
            Ok(stmts) => {
                for stmt in &stmts {
                    self.add_stmts(std::slice::from_ref(stmt), false, block);
                    if let syn::Stmt::Local(it) = stmt
                        && let syn::Pat::Ident(it) = &it.pat
                    {
                        self.pin_variable(&it.ident, block, span);
                    }
                }
            }
            Err(error) => self.world.macro_syntax(self.env.module, mac, &error),
        }
    }

    fn pin_variable(&mut self, name: &syn::Ident, block: &mut Block, span: Span) {
        let path = syn::ExprPath { attrs: Vec::new(), qself: None, path: name.clone().into() };
        let value = self.expr(&syn::Expr::Path(path));
        let init = self.make(ExprKind::Builtin(Builtin::Pin, vec![value]), span);
        let place = self.span(name.span());
        let symbol = self.world.symbol(name);
        let local = self.declare(symbol, place, true);
        let pat = Pat { kind: PatKind::Bind { local, by_ref: None, inner: None }, span: place };
        block.stmts.push(Stmt::Let { pat, ty: None, init: Some(init), otherwise: None });
    }

    /// Says that a macro awaits where nothing can be awaited.
    pub(super) fn check_await(&mut self, span: Span) {
        if !self.is_async() {
            let message = "`await` is only allowed inside `async` functions and blocks";
            self.error(span, message, Some("E0728"), "this macro awaits: make the function `async fn`");
        }
    }

    fn concat(&mut self, tokens: TokenStream, span: Span) -> Result<Expr> {
        let all = whole(tokens, exprs)?;
        let mut text = String::new();
        for it in &all {
            let value = self.expr(it);
            match constant_text(&value) {
                Some(part) => text.push_str(&part),
                None => {
                    let place = self.span_of(it);
                    self.error(
                        place,
                        "expected a literal",
                        None,
                        "only literals (like `\"foo\"`, `-42` and `3.14`) can be passed to `concat!()`",
                    );
                }
            }
        }
        Ok(self.string(&text, span))
    }
}

/// A single expression, with or without a comma behind it.
fn one(input: &mut Input) -> syn::Expr {
    let it = input.expr();
    input.take::<1>(",");
    it
}

/// Expressions with commas between them.
fn exprs(input: &mut Input) -> Commas<syn::Expr> {
    input.commas(Input::expr)
}

fn constant_text(value: &Expr) -> Option<String> {
    match &value.kind {
        ExprKind::Lit(Lit::Str(it)) => Some(it.to_string()),
        ExprKind::Lit(Lit::Int(it, _)) => Some(it.to_string()),
        ExprKind::Lit(Lit::Bool(it)) => Some(it.to_string()),
        ExprKind::Lit(Lit::Char(it)) => Some(it.to_string()),
        ExprKind::Lit(Lit::Float(it, _)) => Some(format!("{it:?}")),
        ExprKind::Unary(UnaryOp::Neg, it) => constant_text(it).map(|it| format!("-{it}")),
        _ => None,
    }
}

/// `{:#?}`.
fn pretty_debug() -> crate::tree::FormatSpec {
    crate::tree::FormatSpec {
        alternate: true,
        ..crate::tree::FormatSpec::plain(crate::tree::FormatTrait::Debug)
    }
}
