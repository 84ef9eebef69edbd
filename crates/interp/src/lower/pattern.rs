//! Patterns.

use super::body::{Cx, Rib};
use super::module::{Def, Ns};
use super::path::Kind;
use crate::names::Symbol;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::{AdtId, Expr, ExprKind, LocalId, Pat, PatKind, Path, Res, Shape, Ty};

/// The variables of one pattern: those of an or-pattern's alternatives are the same ones.
#[derive(Default)]
struct Bound {
    /// All so far.
    names: Vec<(Symbol, LocalId)>,
    /// Those of the alternative at hand, and where an earlier alternative has some.
    earlier: Vec<(Symbol, LocalId)>,
}

impl Cx<'_> {
    /// Lowers a pattern and declares its variables in the innermost scope.
    pub(super) fn pattern(&mut self, pat: &syn::Pat) -> Pat {
        let mut bound = Bound::default();
        let lowered = self.pat(pat, &mut bound);
        self.bring_in(bound.names);
        lowered
    }

    /// A parameter's pattern: all parameters of a function must have different names.
    pub(super) fn parameter(&mut self, pat: &syn::Pat, names: &mut Vec<Symbol>) -> Pat {
        let mut bound = Bound::default();
        let lowered = self.pat(pat, &mut bound);
        for (name, local) in &bound.names {
            if names.contains(name) {
                let span = self.frame().locals[local.index()].span;
                let text = self.world.text(*name);
                let message = format!("identifier `{text}` is bound more than once in this parameter list");
                self.error(span, message, Some("E0415"), "");
            }
            names.push(*name);
        }
        self.bring_in(bound.names);
        lowered
    }

    fn bring_in(&mut self, names: Vec<(Symbol, LocalId)>) {
        match self.ribs.last_mut() {
            Some(Rib::Locals(known)) => known.extend(names),
            _ => self.ribs.push(Rib::Locals(names)),
        }
    }

    fn pat(&mut self, pat: &syn::Pat, bound: &mut Bound) -> Pat {
        let span = self.span(pat.span());
        if !self.deeper(span) {
            self.depth -= 1;
            return Pat { kind: PatKind::Wild, span };
        }
        let kind = self.pat_kind(pat, bound, span);
        self.depth -= 1;
        Pat { kind, span }
    }

    fn pat_kind(&mut self, pat: &syn::Pat, bound: &mut Bound, span: Span) -> PatKind {
        match pat {
            syn::Pat::Ident(it) => self.ident_pat(it, bound),
            syn::Pat::Wild(_) => PatKind::Wild,
            syn::Pat::Rest(_) => PatKind::Rest,
            syn::Pat::Paren(it) => self.pat(&it.pat, bound).kind,
            syn::Pat::Type(it) => self.pat(&it.pat, bound).kind,
            syn::Pat::Reference(it) => PatKind::Ref(Box::new(self.pat(&it.pat, bound))),
            syn::Pat::Tuple(it) => PatKind::Tuple(self.pats(it.elems.iter(), bound, span)),
            syn::Pat::Slice(it) => PatKind::Slice(self.pats(it.elems.iter(), bound, span)),
            syn::Pat::Lit(it) => PatKind::Value(Box::new(self.literal(&it.lit))),
            syn::Pat::Or(it) => self.or_pat(it, bound),
            syn::Pat::Range(it) => {
                let start = it.start.as_ref().map(|it| Box::new(self.expr(it)));
                let end = it.end.as_ref().map(|it| Box::new(self.expr(it)));
                PatKind::Range { start, end, inclusive: matches!(it.limits, syn::RangeLimits::Closed(_)) }
            }
            syn::Pat::Path(it) => self.path_pat(it, span),
            syn::Pat::TupleStruct(it) => self.tuple_struct_pat(it, bound, span),
            syn::Pat::Struct(it) => self.struct_pat(it, bound, span),
            syn::Pat::Const(it) => {
                let block = self.block_expr(&it.block, None);
                PatKind::Value(Box::new(block))
            }
            syn::Pat::Macro(it) if self.is_literal(&it.mac) => {
                PatKind::Value(Box::new(self.expr(&syn::Expr::Macro(it.clone()))))
            }
            syn::Pat::Macro(it) => match self.expand_pat(&it.mac) {
                Some(pat) => self.pat(&pat, bound).kind,
                None => PatKind::Wild,
            },
            // The guard of an arm is looked at by the `match`.
            syn::Pat::Guard(it) => self.pat(&it.pat, bound).kind,
            _ => {
                self.unsupported(span, "this pattern is", "");
                PatKind::Wild
            }
        }
    }

    fn pats<'a>(
        &mut self,
        pats: impl Iterator<Item = &'a syn::Pat>,
        bound: &mut Bound,
        span: Span,
    ) -> Vec<Pat> {
        let pats: Vec<Pat> = pats.map(|it| self.pat(it, bound)).collect();
        let rest = |it: &&Pat| match &it.kind {
            PatKind::Rest => true,
            PatKind::Bind { inner: Some(it), .. } => matches!(it.kind, PatKind::Rest),
            _ => false,
        };
        if pats.iter().filter(rest).count() > 1 {
            self.error(span, "`..` can only be used once per pattern", None, "");
        }
        pats
    }

    fn ident_pat(&mut self, it: &syn::PatIdent, bound: &mut Bound) -> PatKind {
        let name = self.world.symbol(&it.ident);
        let span = self.span(it.ident.span());
        let plain = it.by_ref.is_none() && it.mutability.is_none() && it.subpat.is_none();
        if plain && let Some(kind) = self.constant_pat(name, span) {
            return kind;
        }
        if bound.names.iter().any(|it| it.0 == name) {
            let text = self.world.text(name);
            let message = format!("identifier `{text}` is bound more than once in the same pattern");
            self.error(span, message, Some("E0416"), "");
        }
        let earlier = bound.earlier.iter().find(|it| it.0 == name).map(|it| it.1);
        let local = earlier.unwrap_or_else(|| self.hidden(name, span, it.mutability.is_some()));
        bound.names.push((name, local));
        let by_ref = it.by_ref.is_some().then_some(it.mutability.is_some());
        let inner = it.subpat.as_ref().map(|it| Box::new(self.pat(&it.1, bound)));
        PatKind::Bind { local, by_ref, inner }
    }

    /// A name in a pattern that is a constant, a unit struct or a unit variant, and so not a variable.
    fn constant_pat(&mut self, name: Symbol, span: Span) -> Option<PatKind> {
        let def = self.world.lexical(self.env.module, name, Ns::Value)?;
        match def {
            Def::Variant(adt, variant) if self.shape(adt, variant) == Shape::Unit => {
                Some(PatKind::Variant { adt, variant, fields: Vec::new() })
            }
            Def::Global(global) if self.is_const(global) => {
                let path = Path { to: Res::Global(global), args: None };
                Some(PatKind::Value(self.boxed(ExprKind::Path(path), span)))
            }
            _ => None,
        }
    }

    fn is_const(&self, global: crate::tree::GlobalId) -> bool {
        self.world.program.globals[global.index()].kind == crate::tree::GlobalKind::Const
    }

    pub(super) fn shape(&self, adt: AdtId, variant: u32) -> Shape {
        self.world.adts[adt.index()].variants[variant as usize].shape
    }

    fn or_pat(&mut self, it: &syn::PatOr, bound: &mut Bound) -> PatKind {
        let before = bound.names.len();
        let outer = bound.earlier.clone();
        let mut first: Option<Vec<(Symbol, LocalId)>> = None;
        let mut cases = Vec::new();
        for case in &it.cases {
            let mut inner = Bound { names: Vec::new(), earlier: outer.clone() };
            if let Some(first) = &first {
                inner.earlier.extend(first.iter().copied());
            }
            cases.push(self.pat(case, &mut inner));
            match &first {
                None => first = Some(inner.names),
                Some(first) => self.same_names(first, &inner.names, case),
            }
        }
        bound.names.extend(first.unwrap_or_default());
        debug_assert!(bound.names.len() >= before);
        PatKind::Or(cases)
    }

    fn same_names(&mut self, first: &[(Symbol, LocalId)], here: &[(Symbol, LocalId)], case: &syn::Pat) {
        let lacks = |list: &[(Symbol, LocalId)], name: Symbol| !list.iter().any(|it| it.0 == name);
        let missing =
            first.iter().find(|it| lacks(here, it.0)).or_else(|| here.iter().find(|it| lacks(first, it.0)));
        if let Some((name, _)) = missing {
            let span = self.span(case.span());
            let message = format!("variable `{}` is not bound in all patterns", self.world.text(*name));
            self.error(span, message, Some("E0408"), "bind it in each alternative");
        }
    }

    fn path_pat(&mut self, it: &syn::PatPath, span: Span) -> PatKind {
        if it.qself.is_some() {
            return PatKind::Value(Box::new(self.path(it, Kind::Value)));
        }
        match self.variant_of(&it.path, Kind::Pattern) {
            Some((adt, variant)) => {
                if self.shape(adt, variant) == Shape::Tuple {
                    let text = super::attribute::path_text(&it.path);
                    let message = format!(
                        "expected unit struct, unit variant or constant, found tuple variant `{text}`"
                    );
                    self.error(span, message, Some("E0532"), "its fields stand in parentheses behind it");
                }
                PatKind::Variant { adt, variant, fields: Vec::new() }
            }
            None => PatKind::Value(Box::new(self.path(it, Kind::Pattern))),
        }
    }

    fn tuple_struct_pat(&mut self, it: &syn::PatTupleStruct, bound: &mut Bound, span: Span) -> PatKind {
        let pats = self.pats(it.elems.iter(), bound, span);
        let Some((adt, variant)) = self.variant_of(&it.path, Kind::TuplePattern) else {
            self.no_variant(&it.path, Kind::TuplePattern);
            return PatKind::Wild;
        };
        let count = self.world.adts[adt.index()].variants[variant as usize].fields.len();
        let given = pats.iter().filter(|it| !matches!(it.kind, PatKind::Rest)).count();
        let rest = pats.iter().position(|it| matches!(it.kind, PatKind::Rest));
        if given > count || given < count && rest.is_none() {
            let plural = |count: usize| if count == 1 { "" } else { "s" };
            let message = format!(
                "this pattern has {given} field{}, but the corresponding tuple {} has {count} field{}",
                plural(given),
                if self.world.adts[adt.index()].is_enum { "variant" } else { "struct" },
                plural(count)
            );
            self.error(span, message, Some("E0023"), "");
            return PatKind::Variant { adt, variant, fields: Vec::new() };
        }
        let behind = rest.map_or(0, |at| pats.len() - at - 1);
        let numbered = pats.into_iter().enumerate().filter(|it| Some(it.0) != rest).map(|(index, pat)| {
            let is_behind = rest.is_some_and(|at| index > at);
            let number = if is_behind { count - behind + (index - rest.unwrap_or(0) - 1) } else { index };
            (number as u32, pat)
        });
        PatKind::Variant { adt, variant, fields: numbered.collect() }
    }

    fn struct_pat(&mut self, it: &syn::PatStruct, bound: &mut Bound, span: Span) -> PatKind {
        let target = self.variant_of(&it.path, Kind::Struct);
        let mut fields = Vec::new();
        for field in &it.fields {
            if !super::attribute::is_compiled(&field.attrs) {
                continue;
            }
            let pat = self.pat(&field.pat, bound);
            if let Some((adt, variant)) = target
                && let Some(number) = self.field(adt, variant, &field.member, true)
            {
                fields.push((number, pat));
            }
        }
        let Some((adt, variant)) = target else {
            self.no_variant(&it.path, Kind::Struct);
            return PatKind::Wild;
        };
        if it.rest.is_none() {
            self.check_all_fields(adt, variant, &fields, span);
        }
        PatKind::Variant { adt, variant, fields }
    }

    fn check_all_fields(&mut self, adt: AdtId, variant: u32, fields: &[(u32, Pat)], span: Span) {
        let decl = self.world.adts[adt.index()].variants[variant as usize].clone();
        let missing: Vec<_> = decl
            .fields
            .iter()
            .enumerate()
            .filter(|(index, _)| !fields.iter().any(|it| it.0 == *index as u32))
            .map(|(_, name)| format!("`{}`", self.world.text(*name)))
            .collect();
        if !missing.is_empty() {
            let plural = if missing.len() == 1 { "" } else { "s" };
            let message = format!("pattern does not mention field{plural} {}", missing.join(", "));
            self.error(span, message, Some("E0027"), "write `..` for the fields that do not matter");
        }
    }

    /// The number of a field.
    pub(super) fn field(
        &mut self,
        adt: AdtId,
        variant: u32,
        member: &syn::Member,
        is_pattern: bool,
    ) -> Option<u32> {
        let text = match member {
            syn::Member::Named(it) => {
                use syn::ext::IdentExt as _;
                super::macros::plain_name(&it.unraw().to_string()).to_owned()
            }
            syn::Member::Unnamed(it) => it.index.to_string(),
        };
        let decl = self.world.adts[adt.index()].clone();
        let of = &decl.variants[variant as usize];
        let name = self.world.program.names.intern(&text);
        if let Some(index) = of.fields.iter().position(|it| *it == name) {
            self.check_shown(adt, index, member.span());
            return Some(index as u32);
        }
        let span = self.span(member.span());
        let owner = if decl.is_enum {
            format!("variant `{}::{}`", self.world.text(decl.name), self.world.text(of.name))
        } else {
            format!("struct `{}`", self.world.text(decl.name))
        };
        let (message, code) = if is_pattern {
            (format!("{owner} does not have a field named `{text}`"), "E0026")
        } else {
            (format!("{owner} has no field named `{text}`"), if decl.is_enum { "E0559" } else { "E0560" })
        };
        let names: Vec<_> = of.fields.iter().map(|it| self.world.text(*it)).collect();
        let near = super::suggest::nearest(&text, names.iter().map(|it| &**it));
        let hint = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None if names.is_empty() => String::new(),
            None => format!("its fields are: {}", names.join(", ")),
        };
        self.error(span, message, Some(code), &hint);
        None
    }

    /// The struct or variant that a path in a pattern or struct expression leads to. None is reported later.
    pub(super) fn variant_of(&mut self, path: &syn::Path, kind: Kind) -> Option<(AdtId, u32)> {
        let names: Vec<Symbol> = path.segments.iter().map(|it| self.world.symbol(&it.ident)).collect();
        let absolute = path.leading_colon.is_some();
        let env = self.env.clone();
        for ns in [kind.ns(), Ns::Type] {
            let Ok(found) = self.world.try_resolve(&env, absolute, &names, ns) else { continue };
            let own = match &found.def {
                Def::Variant(adt, variant) if found.rest == 0 => return Some((*adt, *variant)),
                Def::Adt(adt) if found.rest == 0 && !self.world.adts[adt.index()].is_enum => {
                    return Some((*adt, 0));
                }
                Def::SelfTy => env.self_ty.clone(),
                Def::Alias(_) => Some(self.world.def_ty(&env, &found.def, &syn::PathArguments::None, path)),
                _ => None,
            };
            let Some(Ty::Adt(adt, _)) = own else { continue };
            let is_enum = self.world.adts[adt.index()].is_enum;
            if found.rest == 0 && !is_enum {
                return Some((adt, 0));
            }
            if found.rest == 1
                && let Some(Def::Variant(adt, variant)) = self.world.variant_named(adt, *names.last()?)
            {
                return Some((adt, variant));
            }
        }
        None
    }

    /// Says that a path is not that of a struct or variant.
    pub(super) fn no_variant(&mut self, path: &syn::Path, kind: Kind) {
        let env = self.env.clone();
        let Some(found) = self.world.resolve(&env, path, kind) else { return };
        let text = super::attribute::path_text(path);
        let span = self.span(path.span());
        let (code, wanted) = match kind {
            Kind::Struct => ("E0574", "struct, variant or union type"),
            _ => ("E0532", "tuple struct or tuple variant"),
        };
        match found.def {
            Def::Adt(adt) | Def::Variant(adt, _)
                if found.rest == 1 || self.world.adts[adt.index()].is_enum =>
            {
                self.no_such_variant(adt, path);
            }
            Def::Error => {}
            _ => self.error(span, format!("expected {wanted}, found `{text}`"), Some(code), ""),
        }
    }

    /// Says that an enum does not have a variant.
    pub(super) fn no_such_variant(&mut self, adt: AdtId, path: &syn::Path) {
        let Some(last) = path.segments.last() else { return };
        let decl = self.world.adts[adt.index()].clone();
        let name = last.ident.to_string();
        let span = self.span(last.ident.span());
        let owner = self.world.text(decl.name);
        let names: Vec<_> = decl.variants.iter().map(|it| self.world.text(it.name)).collect();
        let hint = match super::suggest::nearest(&name, names.iter().map(|it| &**it)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("its variants are: {}", names.join(", ")),
        };
        let message = format!("no variant or associated item named `{name}` found for enum `{owner}`");
        self.error(span, message, Some("E0599"), &hint);
    }

    /// A value that a literal stands for.
    pub(super) fn literal(&mut self, lit: &syn::Lit) -> Expr {
        let span = self.span(lit.span());
        self.lit(lit, span)
    }
}
