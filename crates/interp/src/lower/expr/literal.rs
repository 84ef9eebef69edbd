//! Literals.

use crate::lower::body::Cx;
use crate::source::Span;
use crate::tree::{Expr, ExprKind, FloatTy, IntTy, Lit, UnaryOp};

impl Cx<'_> {
    /// A literal's value.
    pub(in crate::lower) fn lit(&mut self, lit: &syn::Lit, span: Span) -> Expr {
        let lit = match lit {
            syn::Lit::Str(it) => Lit::Str(it.value().into()),
            syn::Lit::ByteStr(it) => Lit::Bytes(it.value().into()),
            syn::Lit::Byte(it) => Lit::Int(u128::from(it.value()), Some(IntTy::U8)),
            syn::Lit::Char(it) => Lit::Char(it.value()),
            syn::Lit::Bool(it) => Lit::Bool(it.value()),
            syn::Lit::Int(it) => return self.int(it, span),
            syn::Lit::Float(it) => {
                let (digits, negative) = sign(it.base10_digits());
                let value = self.float(digits, it.suffix(), span);
                return self.signed(value, negative, span);
            }
            syn::Lit::CStr(it) => {
                let text = it.value();
                let bytes = syn::LitByteStr::new(text.as_bytes(), it.span());
                let made = quote::quote!(::std::ffi::CStr::of_literal(#bytes));
                return match crate::parse::whole(made, crate::parse::Input::expr) {
                    Ok(made) => self.expr(&made),
                    Err(_) => self.unit(span),
                };
            }
            _ => return self.unsupported(span, "this literal is", ""),
        };
        self.make(ExprKind::Lit(lit), span)
    }

    fn int(&mut self, it: &syn::LitInt, span: Span) -> Expr {
        let (digits, negative) = sign(it.base10_digits());
        let value = self.unsigned(it, digits, span);
        self.signed(value, negative, span)
    }

    /// In a pattern the sign is a part of the literal.
    fn signed(&mut self, value: Expr, negative: bool, span: Span) -> Expr {
        if negative { self.make(ExprKind::Unary(UnaryOp::Neg, Box::new(value)), span) } else { value }
    }

    fn unsigned(&mut self, it: &syn::LitInt, digits: &str, span: Span) -> Expr {
        if matches!(it.suffix(), "f32" | "f64") {
            return self.float(digits, it.suffix(), span);
        }
        let ty = match it.suffix() {
            "" => None,
            suffix => match IntTy::named(suffix) {
                Some(ty) => Some(ty),
                None => {
                    let message = format!("invalid suffix `{suffix}` for number literal");
                    self.error(
                        span,
                        message,
                        None,
                        "the suffix must be one of the numeric types (`u32`, `isize`, `f32`, etc.)",
                    );
                    return self.unit(span);
                }
            },
        };
        match digits.parse::<u128>() {
            Ok(value) => self.make(ExprKind::Lit(Lit::Int(value, ty)), span),
            Err(_) => {
                self.error(
                    span,
                    "integer literal is too large",
                    None,
                    "value exceeds limit of `340282366920938463463374607431768211455`",
                );
                self.unit(span)
            }
        }
    }

    fn float(&mut self, digits: &str, suffix: &str, span: Span) -> Expr {
        let ty = match suffix {
            "" => None,
            "f32" => Some(FloatTy::F32),
            "f64" => Some(FloatTy::F64),
            suffix => {
                let message = format!("invalid suffix `{suffix}` for float literal");
                self.error(span, message, None, "valid suffixes are `f32` and `f64`");
                None
            }
        };
        // A number of 32 bits is rounded once.
        let value = match ty {
            Some(FloatTy::F32) => digits.parse::<f32>().map(f64::from),
            _ => digits.parse::<f64>(),
        };
        self.make(ExprKind::Lit(Lit::Float(value.unwrap_or(f64::NAN), ty)), span)
    }
}

/// The digits, and whether a sign stands before them.
fn sign(digits: &str) -> (&str, bool) {
    match digits.strip_prefix('-') {
        Some(digits) => (digits, true),
        None => (digits, false),
    }
}
