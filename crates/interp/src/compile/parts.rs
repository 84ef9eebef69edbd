//! Which parts of a variable a closure takes with it: single fields, where its body speaks of no more.
//!
//! As in rustc a part ends before the first reference or pointer: what is behind one is not taken, the pointer is.

use super::Bodies;
use crate::code::FieldPath;
use crate::names::Symbol;
use crate::tree::{Adt, Body, Expr, ExprKind, LocalId, ModuleId, Pat, PatKind, Program, Stmt, Ty, Types};
use std::rc::Rc;

/// The parts of a variable that a body takes; none if it takes the whole.
pub(super) fn parts(bodies: &dyn Bodies, body: &Body, local: LocalId) -> Option<Rc<[FieldPath]>> {
    let mut finder =
        Finder { bodies, module: bodies.program().function(body.function).module, found: Vec::new() };
    finder.body(body, local).then_some(())?;
    let mut found = finder.found;
    found.sort_by_key(|it| it.len());
    let mut least: Vec<FieldPath> = Vec::new();
    for path in found {
        if !least.iter().any(|it| path.starts_with(it)) {
            least.push(path);
        }
    }
    (!least.is_empty()).then(|| least.into())
}

struct Finder<'a> {
    bodies: &'a dyn Bodies,
    /// The module of the body.
    module: ModuleId,
    found: Vec<FieldPath>,
}

impl Finder<'_> {
    /// Looks for the parts that a body uses. False if it uses the whole, or if that is not known.
    fn body(&mut self, body: &Body, local: LocalId) -> bool {
        let Some(types) = self.bodies.types(body.function) else { return false };
        self.expr(&body.value, &types, local)
    }

    fn expr(&mut self, expr: &Expr, types: &Types, local: LocalId) -> bool {
        match &expr.kind {
            ExprKind::Local(it) => *it != local,
            ExprKind::Field(..) => match self.path(expr, types, local) {
                Some(path) if path.is_empty() => false,
                Some(path) => {
                    self.found.push(path.into());
                    true
                }
                None => self.all(expr, types, local),
            },
            ExprKind::Match(of, arms) => {
                let patterns: Vec<&Pat> = arms.iter().map(|it| &it.pat).collect();
                self.taken_apart(&patterns, of, types, local)
                    && arms
                        .iter()
                        .flat_map(|it| it.guard.iter().chain([&it.body]))
                        .all(|it| self.expr(it, types, local))
            }
            ExprKind::Block(block) => {
                let stmts = block.stmts.iter().all(|it| match it {
                    Stmt::Expr(it) => self.expr(it, types, local),
                    Stmt::Let { init: None, .. } => true,
                    Stmt::Let { pat, init: Some(init), otherwise: None, .. } => {
                        self.taken_apart(&[pat], init, types, local)
                    }
                    // As `if let` it looks at the whole of what it takes apart.
                    Stmt::Let { init: Some(init), otherwise: Some(otherwise), .. } => {
                        self.expr(init, types, local) && self.expr(otherwise, types, local)
                    }
                });
                stmts && block.tail.iter().all(|it| self.expr(it, types, local))
            }
            ExprKind::Closure(function) | ExprKind::Async(function) => {
                let Some(inner) = self.bodies.inner(*function) else { return false };
                let captures = inner.captures.iter().filter(|it| it.outer == local);
                captures.map(|it| it.inner).collect::<Vec<_>>().into_iter().all(|it| self.body(&inner, it))
            }
            _ => self.all(expr, types, local),
        }
    }

    /// What patterns look at of a place; the whole of what is no part of the variable.
    fn taken_apart(&mut self, patterns: &[&Pat], of: &Expr, types: &Types, local: LocalId) -> bool {
        let path = self.path(of, types, local).filter(|it| it.len() == fields(of));
        match (path, types.exprs.get(of.id.index())) {
            (Some(path), Some(ty)) => patterns.iter().all(|it| self.pattern(it, &path, ty)),
            _ => self.expr(of, types, local),
        }
    }

    /// The parts of a place that a pattern gives names or looks at. As in rustc an enum is one part.
    fn pattern(&mut self, pat: &Pat, path: &[Symbol], ty: &Ty) -> bool {
        let program = self.bodies.program();
        let mut part = |pat: &Pat, name: Option<Symbol>, ty: &Ty| {
            name.is_some_and(|it| self.pattern(pat, &[path, &[it]].concat(), ty))
        };
        match (&pat.kind, ty) {
            (PatKind::Wild | PatKind::Rest, _) => true,
            (PatKind::Tuple(parts), Ty::Tuple(types)) => {
                let rest =
                    parts.iter().position(|it| matches!(it.kind, PatKind::Rest)).unwrap_or(parts.len());
                let skipped = types.len().saturating_sub(parts.len());
                parts.iter().enumerate().all(|(at, it)| {
                    let number = if at > rest { at + skipped } else { at };
                    let name = program.names.find(&number.to_string());
                    part(it, name, types.get(number).unwrap_or(&Ty::Unknown))
                })
            }
            (PatKind::Variant { adt, variant, fields }, Ty::Adt(..)) if has_fields(program, ty) => {
                let item = program.adt(*adt).clone();
                fields.iter().all(|(number, it)| {
                    let field =
                        item.variants.get(*variant as usize).and_then(|it| it.fields.get(*number as usize));
                    part(it, field.map(|it| it.name), field.map_or(&Ty::Unknown, |it| &it.ty))
                })
            }
            _ => {
                self.found.push(path.into());
                !path.is_empty()
            }
        }
    }

    fn all(&mut self, expr: &Expr, types: &Types, local: LocalId) -> bool {
        let mut fine = true;
        expr.each_part(&mut |it| fine = fine && self.expr(it, types, local));
        fine
    }

    /// Whether a type has its own fields, and none that is hidden from here under a name: that is one of what it leads to.
    fn has_field(&self, ty: &Ty, name: Symbol) -> bool {
        let program = self.bodies.program();
        let is_hidden = |adt: &Adt| {
            let fields = adt.variants.iter().flat_map(|it| it.fields.iter());
            fields.filter(|it| it.name == name).any(|it| !program.reaches(self.module, adt, it))
        };
        has_fields(program, ty) && !matches!(ty, Ty::Adt(adt, _) if is_hidden(program.adt(*adt)))
    }

    /// The fields that lead from the variable to a place, up to the first pointer; none if it is no part of it.
    fn path(&self, expr: &Expr, types: &Types, local: LocalId) -> Option<Vec<Symbol>> {
        match &expr.kind {
            ExprKind::Local(it) => (*it == local).then(Vec::new),
            ExprKind::Field(base, name) => {
                let mut path = self.path(base, types, local)?;
                let depth = fields(base);
                let ty = types.exprs.get(base.id.index());
                if path.len() == depth && ty.is_some_and(|it| self.has_field(it, *name)) {
                    path.push(*name);
                }
                Some(path)
            }
            _ => None,
        }
    }
}

/// How many fields a place goes through.
fn fields(place: &Expr) -> usize {
    match &place.kind {
        ExprKind::Field(base, _) => 1 + fields(base),
        _ => 0,
    }
}

/// Whether the fields of a type are its own, and not those of what it leads to.
fn has_fields(program: &Program, ty: &Ty) -> bool {
    match ty {
        Ty::Tuple(_) => true,
        Ty::Adt(adt, _) => {
            let item = program.adt(*adt);
            !item.is_enum && item.span.file == crate::source::FileId::PROGRAM
        }
        _ => false,
    }
}
