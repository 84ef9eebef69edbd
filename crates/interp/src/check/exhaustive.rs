//! Whether a `match` has an arm for every value, and whether the pattern of a `let`, a `for` or a parameter always matches.
//!
//! Patterns become shapes, rows of a matrix with a column for each part that is looked at; [`missing`](witness::missing)
//! finds what no row matches. After Maranget, "Warnings for pattern matching" (2007), as rustc does it.

mod shape;
mod witness;

use super::Checker;
use super::words::shown;
use crate::diagnostic::Diagnostic;
use crate::tree::{Arm, Expr, ExprKind, FnId, Pat, Program, Stmt, Ty, Types};
use shape::{Shape, Shapes};

/// How much of a `match` is looked at before nothing is said of it.
const STEPS: u32 = 20_000;

/// The patterns that are told one by one.
const SHOWN: usize = 3;

pub(super) fn check(checker: &Checker<'_>, function: FnId) -> Vec<Diagnostic> {
    let Some((body, types)) = checker.bodies.get(&function) else { return Vec::new() };
    let mut walk = Walk { program: checker.program, types, found: Vec::new() };
    let place = if checker.program.is_closure(function) { "closure argument" } else { "function argument" };
    for pat in &body.params {
        walk.irrefutable(pat, &Ty::Unknown, place);
    }
    walk.expr(&body.value);
    walk.found
}

struct Walk<'a> {
    program: &'a Program,
    types: &'a Types,
    found: Vec<Diagnostic>,
}

impl Walk<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Match(value, arms) => self.matching(value, arms),
            ExprKind::For { pat, .. } => self.irrefutable(pat, &Ty::Unknown, "`for` loop binding"),
            ExprKind::Block(block) => {
                for stmt in &block.stmts {
                    if let Stmt::Let { pat, init, otherwise: None, .. } = stmt {
                        let ty = init.as_ref().map_or(Ty::Unknown, |it| self.ty(it).clone());
                        self.irrefutable(pat, &ty, "local binding");
                    }
                }
            }
            _ => {}
        }
        expr.each_part(&mut |it| self.expr(it));
    }

    fn ty(&self, expr: &Expr) -> &'_ Ty {
        self.types.exprs.get(expr.id.index()).unwrap_or(&Ty::Unknown)
    }

    fn matching(&mut self, value: &Expr, arms: &[Arm]) {
        let ty = self.ty(value).clone();
        if arms.is_empty() {
            if matches!(ty, Ty::Adt(..)) && !witness::is_empty(self.program, &ty, 0) {
                let message =
                    format!("non-exhaustive patterns: type `{}` is non-empty", shown(self.program, &ty));
                self.found.push(Diagnostic::error(value.span, message).code("E0004"));
            }
            return;
        }
        let patterns = arms.iter().filter(|it| it.guard.is_none()).map(|it| &it.pat);
        let Some(missing) = self.missing(patterns, &ty) else { return };
        let message = format!("non-exhaustive patterns: {} not covered", listed(&missing));
        let first = &missing[0];
        let hint = format!("add an arm for what is left: `{first} => ..`, or `_ => ..`");
        self.found.push(Diagnostic::error(value.span, message).code("E0004").hint(hint));
    }

    fn irrefutable(&mut self, pat: &Pat, ty: &Ty, place: &str) {
        let Some(missing) = self.missing([pat].into_iter(), ty) else { return };
        let message = format!("refutable pattern in {place}");
        let hint = format!("{} not covered: use `let .. else`, `if let` or `match`", listed(&missing));
        self.found.push(Diagnostic::error(pat.span, message).code("E0005").hint(hint));
    }

    /// What none of the patterns matches, as patterns; `None` if there is nothing, or if that is not certain.
    fn missing<'p>(&self, patterns: impl Iterator<Item = &'p Pat>, ty: &Ty) -> Option<Vec<String>> {
        let shapes = Shapes { program: self.program };
        let rows: Vec<Vec<Shape>> =
            patterns.map(|it| Some(vec![shapes.of(it, ty)?])).collect::<Option<_>>()?;
        if rows.iter().any(|it| matches!(it[0], Shape::Any)) {
            return None;
        }
        let mut search = witness::Search { program: self.program, steps: STEPS, unsure: false };
        let found = search.missing(rows, std::slice::from_ref(ty), true)?;
        let mut found: Vec<String> = found.into_iter().flatten().collect();
        found.dedup();
        (!search.unsure && !found.is_empty()).then_some(found)
    }
}

/// The first few patterns, and how many more there are.
fn listed(all: &[String]) -> String {
    let quoted: Vec<String> = all.iter().take(SHOWN).map(|it| format!("`{it}`")).collect();
    match &quoted[..] {
        [one] => one.clone(),
        [first, second] => format!("{first} and {second}"),
        [first, second, third] if all.len() == SHOWN => format!("{first}, {second} and {third}"),
        several => format!("{} and {} more", several.join(", "), all.len() - SHOWN),
    }
}
