//! Patterns as text, and how arguments are formatted.

use super::Dump;
use crate::tree::{AdtId, Align, Count, FormatSpec, FormatTrait, Pat, PatKind};

impl Dump<'_> {
    pub(super) fn pat(&mut self, pat: &Pat) {
        match &pat.kind {
            PatKind::Wild => self.write("_"),
            PatKind::Rest => self.write(".."),
            PatKind::Bind { local, by_ref, inner } => {
                let name = self.local(*local);
                let mutable = self.bodies.last().is_some_and(|it| it.locals[local.index()].mutable);
                let before = match (by_ref, mutable) {
                    (Some(true), _) => "ref mut ",
                    (Some(false), _) => "ref ",
                    (None, true) => "mut ",
                    (None, false) => "",
                };
                self.write(&format!("{before}{name}"));
                if let Some(it) = inner {
                    self.write(" @ ");
                    self.pat(it);
                }
            }
            PatKind::Value(it) => self.expr(it),
            PatKind::Range { start, end, inclusive } => {
                if let Some(it) = start {
                    self.expr(it);
                }
                self.write(if *inclusive { "..=" } else { ".." });
                if let Some(it) = end {
                    self.expr(it);
                }
            }
            PatKind::Ref(it) => {
                self.write("&");
                self.pat(it);
            }
            PatKind::Tuple(it) => self.pats("(", it, ")"),
            PatKind::Slice(it) => self.pats("[", it, "]"),
            PatKind::Variant { adt, variant, fields } => {
                let name = self.variant(*adt, *variant);
                self.write(&name);
                if !fields.is_empty() {
                    self.write(" { ");
                    for (index, (field, pat)) in fields.iter().enumerate() {
                        self.separate(index);
                        self.write(&format!("{field}: "));
                        self.pat(pat);
                    }
                    self.write(" }");
                }
            }
            PatKind::Or(it) => {
                for (index, pat) in it.iter().enumerate() {
                    if index > 0 {
                        self.write(" | ");
                    }
                    self.pat(pat);
                }
            }
        }
    }

    fn pats(&mut self, open: &str, pats: &[Pat], close: &str) {
        self.write(open);
        for (index, pat) in pats.iter().enumerate() {
            self.separate(index);
            self.pat(pat);
        }
        self.write(close);
    }

    /// `Enum::Variant`, or the name of a struct.
    pub(super) fn variant(&self, adt: AdtId, variant: u32) -> String {
        let decl = &self.world.adts[adt.index()];
        let owner = self.name(decl.name);
        if decl.is_enum {
            format!("{owner}::{}", self.name(decl.variants[variant as usize].name))
        } else {
            owner
        }
    }
}

/// `:>8.2?`.
pub(super) fn spec(spec: &FormatSpec) -> String {
    let mut text = String::new();
    if let Some(align) = spec.align {
        text.push(spec.fill);
        text.push(match align {
            Align::Left => '<',
            Align::Center => '^',
            Align::Right => '>',
        });
    }
    for (is_there, sign) in [(spec.plus, '+'), (spec.alternate, '#'), (spec.zero, '0')] {
        if is_there {
            text.push(sign);
        }
    }
    let count = |it: Count| match it {
        Count::Is(it) => it.to_string(),
        Count::Arg(it) => format!("{it}$"),
    };
    if let Some(it) = spec.width {
        text.push_str(&count(it));
    }
    if let Some(it) = spec.precision {
        text.push('.');
        text.push_str(&count(it));
    }
    text.push_str(match (spec.by, spec.debug_hex) {
        (FormatTrait::Debug, Some(false)) => "x?",
        (FormatTrait::Debug, Some(true)) => "X?",
        (FormatTrait::Display, _) => "",
        (FormatTrait::Debug, None) => "?",
        (FormatTrait::LowerHex, _) => "x",
        (FormatTrait::UpperHex, _) => "X",
        (FormatTrait::Binary, _) => "b",
        (FormatTrait::Octal, _) => "o",
        (FormatTrait::LowerExp, _) => "e",
        (FormatTrait::UpperExp, _) => "E",
        (FormatTrait::Pointer, _) => "p",
    });
    if text.is_empty() { text } else { format!(":{text}") }
}
