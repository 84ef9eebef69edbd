//! `Path { field: value, ..base }`.

use crate::lower::body::Cx;
use crate::lower::module::Def;
use crate::lower::path::Kind;
use crate::tree::{AdtId, Expr, ExprKind, Ty};
use std::rc::Rc;

impl Cx<'_> {
    pub(super) fn struct_literal(&mut self, it: &syn::ExprStruct) -> Expr {
        let end = self.span(it.brace_token.span.close());
        let first = it.path.segments.first().map_or(end, |it| self.span(it.ident.span()));
        let span = first.to(end);
        let target = self.variant_of(&it.path, Kind::Struct);
        let mut fields: Vec<(u32, Expr)> = Vec::new();
        for field in &it.fields {
            if !crate::lower::attribute::is_compiled(&field.attrs) {
                continue;
            }
            let value = self.expr(&field.expr);
            if let Some((adt, variant)) = target
                && let Some(number) = self.field(adt, variant, &field.member, false)
            {
                self.check_once(&fields, number, field);
                fields.push((number, value));
            }
        }
        let base = it.rest.as_ref().map(|it| self.boxed_expr(it));
        let Some((adt, variant)) = target else {
            self.no_variant(&it.path, Kind::Struct);
            return self.unit(span);
        };
        if base.is_none() && it.dot2_token.is_none() {
            self.check_given(adt, variant, &fields, first);
        } else if base.is_none() {
            self.unsupported(
                span,
                "default field values are experimental and",
                "write `..Default::default()`",
            );
        }
        let args = self.literal_args(it);
        self.make(ExprKind::Struct { adt, variant, args, fields, base }, span)
    }

    fn check_once(&mut self, fields: &[(u32, Expr)], number: u32, field: &syn::FieldValue) {
        if fields.iter().any(|it| it.0 == number) {
            let span = self.span_of(&field.expr);
            let name = match &field.member {
                syn::Member::Named(it) => it.to_string(),
                syn::Member::Unnamed(it) => it.index.to_string(),
            };
            self.error(span, format!("field `{name}` specified more than once"), Some("E0062"), "");
        }
    }

    fn check_given(&mut self, adt: AdtId, variant: u32, fields: &[(u32, Expr)], span: crate::source::Span) {
        let decl = self.world.adts[adt.index()].variants[variant as usize].clone();
        let missing: Vec<_> = decl
            .fields
            .iter()
            .enumerate()
            .filter(|(index, _)| !fields.iter().any(|it| it.0 == *index as u32))
            .map(|(_, name)| format!("`{}`", self.world.text(*name)))
            .collect();
        let given = |it: &usize| fields.iter().any(|field| field.0 == *it as u32);
        if (0..decl.fields.len()).any(|it| !given(&it) && self.is_private(adt, it)) {
            let name = self.world.text(decl.name);
            let message =
                format!("cannot construct `{name}` with struct literal syntax due to private fields");
            self.error(span, message, None, "give it a function that makes one, such as `new`");
        } else if !missing.is_empty() {
            let plural = if missing.len() == 1 { "" } else { "s" };
            let name = self.world.text(decl.name);
            let message = format!("missing field{plural} {} in initializer of `{name}`", missing.join(", "));
            self.error(
                span,
                message,
                Some("E0063"),
                "give it a value, or end with `..` and another value to take it from",
            );
        }
    }

    /// Says so if a field is named where it is private.
    pub(in crate::lower) fn check_shown(&mut self, adt: AdtId, field: usize, at: proc_macro2::Span) {
        if self.is_private(adt, field) {
            let decl = &self.world.adts[adt.index()];
            let (name, owner) = (decl.variants[0].fields[field], decl.name);
            let message = format!(
                "field `{}` of struct `{}` is private",
                self.world.text(name),
                self.world.text(owner)
            );
            self.error(self.span(at), message, Some("E0451"), "make the field `pub`");
        }
    }

    /// Whether a field of a struct of the program is not to be named here.
    pub(in crate::lower) fn is_private(&self, adt: AdtId, field: usize) -> bool {
        let (decl, known) = (&self.world.adts[adt.index()], self.world.program.adt(adt));
        let shown = known.variants.first().and_then(|it| it.fields.get(field)).is_none_or(|it| it.public);
        let modules = &self.world.modules;
        !shown
            && !decl.is_enum
            && known.span.file == crate::source::FileId::PROGRAM
            && modules.get(self.env.module).file == known.span.file
            && !modules.is_within(self.env.module, modules.nearest(decl.module))
    }

    /// The type arguments of the text; those of `Self` and of an alias are known.
    fn literal_args(&mut self, it: &syn::ExprStruct) -> Option<Rc<[Ty]>> {
        let given =
            it.path.segments.iter().rev().find(|it| !it.arguments.is_none()).map(|it| it.arguments.clone());
        if given.is_some() {
            return self.type_args(given.as_ref());
        }
        let first = it.path.segments.first()?;
        let name = self.world.symbol(&first.ident);
        let env = self.env.clone();
        if first.ident == "Self" {
            return match env.self_ty {
                Some(Ty::Adt(_, args)) => Some(args),
                _ => None,
            };
        }
        let def = self.world.lexical(env.module, name, crate::lower::module::Ns::Type)?;
        if !matches!(def, Def::Alias(_)) {
            return None;
        }
        match self.world.def_ty(&env, &def, &syn::PathArguments::None, &it.path) {
            Ty::Adt(_, args) => Some(args),
            _ => None,
        }
    }
}
