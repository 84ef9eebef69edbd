//! Patterns: which parts of a place go to which variables, and how.

use super::access::{Reached, is_place};
use super::{Builder, Val};
use crate::check::flow::{BACK, Event, FRONT, From, How, Kind, Loan, Place, Pointer, Step};
use crate::tree::{Expr, LocalId, Pat, PatKind, Ty};

/// What a variable takes where the pattern does not say `ref`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mode {
    Value,
    Ref(bool),
}

/// All variables of a pattern.
pub(super) fn variables(pat: &Pat, found: &mut Vec<LocalId>) {
    match &pat.kind {
        PatKind::Wild | PatKind::Rest | PatKind::Value(_) | PatKind::Range { .. } => {}
        PatKind::Bind { local, inner, .. } => {
            if !found.contains(local) {
                found.push(*local);
            }
            inner.iter().for_each(|it| variables(it, found));
        }
        PatKind::Ref(inner) => variables(inner, found),
        PatKind::Tuple(parts) | PatKind::Slice(parts) | PatKind::Or(parts) => {
            parts.iter().for_each(|it| variables(it, found));
        }
        PatKind::Variant { fields, .. } => fields.iter().for_each(|it| variables(&it.1, found)),
    }
}

/// Whether a variable of a pattern is a reference to what it is held against, which then lives as long as the variable.
pub(super) fn binds_by_reference(pat: &Pat) -> bool {
    match &pat.kind {
        PatKind::Wild | PatKind::Rest | PatKind::Value(_) | PatKind::Range { .. } | PatKind::Ref(_) => false,
        PatKind::Bind { by_ref, inner, .. } => {
            by_ref.is_some() || inner.as_deref().is_some_and(binds_by_reference)
        }
        PatKind::Tuple(parts) | PatKind::Slice(parts) | PatKind::Or(parts) => {
            parts.iter().any(binds_by_reference)
        }
        PatKind::Variant { fields, .. } => fields.iter().any(|it| binds_by_reference(&it.1)),
    }
}

impl Builder<'_> {
    /// What a pattern is held against: a place, or a value that gets one. Nothing where too little is known.
    pub(super) fn scrutinee(&mut self, expr: &Expr) -> Option<Reached> {
        if is_place(expr) {
            let it = self.place(expr)?;
            if it.cut.is_some() {
                self.seen(it, expr.span);
                return None;
            }
            return Some(it);
        }
        Some(self.kept(expr))
    }

    /// The type of what a parameter's pattern is for, where the pattern is one variable.
    pub(super) fn pattern_type(&self, pat: &Pat) -> Option<Ty> {
        match &pat.kind {
            PatKind::Bind { local, by_ref: None, .. } => Some(self.local_type(*local)),
            _ => None,
        }
    }

    /// As [`bind_or_declare`](Builder::bind_or_declare), of what an expression is.
    pub(super) fn bind_against(&mut self, pat: &Pat, of: &Expr, from: Option<Reached>) {
        let outer = self.scrutinee.replace(of.span);
        self.bind_or_declare(pat, from);
        self.scrutinee = outer;
    }

    pub(super) fn bind_or_declare(&mut self, pat: &Pat, from: Option<Reached>) {
        match from {
            Some(it) => self.bind_at(pat, it, Mode::Value),
            None => self.declare_all(pat),
        }
    }

    pub(super) fn bind(&mut self, pat: &Pat, whole: &Place) {
        let ty = self.local_type(whole.local);
        self.bind_at(pat, Reached { place: whole.clone(), ty, cut: None }, Mode::Value);
    }

    /// Gives all variables of a pattern values of which nothing is known.
    fn declare_all(&mut self, pat: &Pat) {
        let mut all = Vec::new();
        variables(pat, &mut all);
        for local in all {
            self.declare(local, Vec::new(), pat);
        }
    }

    fn declare(&mut self, local: LocalId, from: Vec<From>, pat: &Pat) {
        self.node(Event::Live(local), pat.span);
        self.keep(local);
        self.assign_new(local, from, pat.span);
    }

    fn bind_at(&mut self, pat: &Pat, it: Reached, mode: Mode) {
        match &pat.kind {
            PatKind::Wild | PatKind::Rest => {}
            PatKind::Bind { local, by_ref, inner } => {
                self.bind_one(pat, *local, *by_ref, it.clone(), mode, inner.as_deref());
            }
            PatKind::Value(_) | PatKind::Range { .. } => {
                self.node(Event::Use(it.place, How::Copied), pat.span);
            }
            PatKind::Ref(inner) => match &it.ty {
                Ty::Ref(mutable, of) => {
                    let (pointer, ty) = (pointer(*mutable), (**of).clone());
                    let mut place = it.place;
                    place.path.push(Step::Deref(pointer));
                    self.bind_at(inner, Reached { place, ty, cut: None }, Mode::Value);
                }
                _ => self.declare_all(inner),
            },
            PatKind::Tuple(parts) => {
                let (it, mode) = self.followed(it, mode);
                let Ty::Tuple(types) = &it.ty else { return self.declare_all(pat) };
                let count = types.len();
                for (number, part) in positions(parts, count) {
                    self.bind_part(part, &it, Step::Field(0, number as u32, None), mode);
                }
            }
            PatKind::Slice(parts) => {
                let (it, mode) = self.followed(it, mode);
                if !matches!(it.ty, Ty::Array(..) | Ty::Slice(_)) {
                    return self.declare_all(pat);
                }
                let rest = parts.iter().position(is_rest).unwrap_or(parts.len());
                for (number, part) in parts.iter().enumerate() {
                    if number == rest {
                        self.declare_all(part);
                    } else if number < rest {
                        self.bind_part(part, &it, Step::Field(FRONT, number as u32, None), mode);
                    } else {
                        let number = (parts.len() - number) as u32;
                        self.bind_part(part, &it, Step::Field(BACK, number, None), mode);
                    }
                }
            }
            PatKind::Variant { adt, variant, fields } => {
                let (it, mode) = self.followed(it, mode);
                let item = self.known.program.adt(*adt).clone();
                if !matches!(it.ty, Ty::Adt(id, _) if id == *adt) {
                    return self.declare_all(pat);
                }
                if item.is_enum {
                    self.node(Event::Use(it.place.clone(), How::Seen), pat.span);
                }
                for (number, part) in fields {
                    let field =
                        item.variants.get(*variant as usize).and_then(|it| it.fields.get(*number as usize));
                    self.bind_part(part, &it, Step::Field(*variant, *number, field.map(|it| it.name)), mode);
                }
            }
            PatKind::Or(parts) => {
                if let Some(first) = parts.first() {
                    self.bind_at(first, it, mode);
                }
            }
        }
    }

    fn bind_part(&mut self, part: &Pat, whole: &Reached, step: Step, mode: Mode) {
        let ty = self.known.at(&whole.ty, &[step]);
        let mut place = whole.place.clone();
        place.path.push(step);
        self.bind_at(part, Reached { place, ty, cut: None }, mode);
    }

    /// Goes through the references before something that a pattern takes apart.
    fn followed(&mut self, mut it: Reached, mut mode: Mode) -> (Reached, Mode) {
        while let Ty::Ref(mutable, of) = &it.ty {
            mode = match mode {
                Mode::Ref(false) => Mode::Ref(false),
                _ => Mode::Ref(*mutable),
            };
            let (pointer, ty) = (pointer(*mutable), (**of).clone());
            it.place.path.push(Step::Deref(pointer));
            it.ty = ty;
        }
        (it, mode)
    }

    fn bind_one(
        &mut self,
        pat: &Pat,
        local: LocalId,
        by_ref: Option<bool>,
        it: Reached,
        mode: Mode,
        inner: Option<&Pat>,
    ) {
        let mutable = match (by_ref, mode) {
            (Some(mutable), _) => Some(mutable),
            (None, Mode::Ref(mutable)) => Some(mutable),
            (None, Mode::Value) => None,
        };
        if let Some(inner) = inner {
            self.bind_at(inner, it.clone(), mode);
        }
        // Of a value that was not understood, or a variable that differs from it, nothing is said.
        let plain = mutable.is_some() || self.local_type(local) == it.ty;
        let value = match mutable {
            _ if it.ty == Ty::Unknown || !plain => Val::default(),
            Some(mutable) => {
                let kind = if mutable { Kind::Mutable } else { Kind::Shared };
                self.borrowed(it, kind, pat.span).0
            }
            None if matches!(it.ty, Ty::Ref(true, _)) => self.reference_bound(it, pat),
            None if it.place.is_behind_reference() && self.known.copies(&it.ty) == Some(false) => {
                self.rob_variant(&it);
                self.use_of(it.place, How::Seen, pat.span);
                Val::default()
            }
            None => self.taken(it, pat.span),
        };
        self.declare(local, Self::from(value), pat);
    }

    /// A `&mut` that a pattern takes out of something is moved.
    fn reference_bound(&mut self, it: Reached, pat: &Pat) -> Val {
        let from = if self.known.lifetimes(&self.local_type(it.place.local)) == Some(1) {
            vec![From::Local(it.place.local)]
        } else {
            Vec::new()
        };
        let value = self.holder(from, pat.span);
        let how = if it.place.is_behind_reference() { How::Seen } else { How::Moved };
        self.node(Event::Use(it.place, how), pat.span);
        value
    }

    /// Borrows something for a moment, for as long as a pattern looks at it.
    pub(super) fn glance(&mut self, it: &Reached, span: crate::source::Span) {
        let why = self.why;
        self.loan(Loan { place: it.place.clone(), kind: Kind::Shared, span, cut: it.cut, why });
    }
}

fn pointer(mutable: bool) -> Pointer {
    if mutable { Pointer::Mutable } else { Pointer::Shared }
}

fn is_rest(pat: &Pat) -> bool {
    match &pat.kind {
        PatKind::Rest => true,
        PatKind::Bind { inner: Some(inner), .. } => matches!(inner.kind, PatKind::Rest),
        _ => false,
    }
}

/// The parts of a tuple's pattern with the numbers of the fields that they are for.
fn positions(parts: &[Pat], count: usize) -> Vec<(usize, &Pat)> {
    let rest = parts.iter().position(is_rest);
    let number = |at: usize| match rest {
        Some(rest) if at > rest => (count + at).checked_sub(parts.len()),
        _ => Some(at),
    };
    let all = parts.iter().enumerate().filter(|it| Some(it.0) != rest);
    all.filter_map(|(at, part)| Some((number(at)?, part))).filter(|it| it.0 < count).collect()
}
