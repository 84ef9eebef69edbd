//! Expressions that are places, and how places are used.

use super::{Builder, Val};
use crate::check::flow::{Cut, Event, From, How, Kind, Loan, Place, Pointer, Step};
use crate::source::Span;
use crate::tree::{Expr, ExprKind, Res, Ty};

/// A place that an expression stands for.
#[derive(Clone, Debug)]
pub(super) struct Reached {
    pub(super) place: Place,
    pub(super) ty: Ty,
    /// Whether it is a part of which no more is known.
    pub(super) cut: Option<Cut>,
}

pub(super) fn is_place(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Local(_) | ExprKind::Field(..) | ExprKind::Index(..) | ExprKind::Deref(_))
        || matches!(&expr.kind, ExprKind::Path(path) if matches!(path.to, Res::Global(_)))
}

impl Builder<'_> {
    /// The place of an expression. Nothing where no variable is involved, or not enough is known; what has to be computed
    /// for it is computed all the same.
    pub(super) fn place(&mut self, expr: &Expr) -> Option<Reached> {
        match &expr.kind {
            ExprKind::Local(local) => {
                Some(Reached { place: Place::of(*local), ty: self.local_type(*local), cut: None })
            }
            ExprKind::Field(of, name) => {
                let base = self.place(of)?;
                let mut base = self.pointed(base, &|it, ty| it.has_field(ty, *name))?;
                if base.cut.is_some() {
                    return Some(Reached { ty: self.type_of(expr), ..base });
                }
                let number = self.field_number(&base.ty, *name)?;
                let name = matches!(base.ty, Ty::Adt(..)).then_some(*name);
                base.place.path.push(Step::Field(0, number, name));
                let ty = match self.type_of(expr) {
                    Ty::Unknown => self.known.field(&base.ty, 0, number),
                    ty => ty,
                };
                Some(Reached { ty, ..base })
            }
            ExprKind::Index(of, at) => {
                let base = self.place(of);
                let at = self.operand(at);
                self.spend(at, expr.span);
                let mut base = self.pointed(base?, &|_, ty| !matches!(ty, Ty::Ref(..)))?;
                match base.ty {
                    Ty::Array(..) | Ty::Slice(_) if base.cut.is_none() && self.is_element(expr) => {
                        base.place.path.push(Step::Element);
                    }
                    _ => base.cut = Some(self.cut(&base, "IndexMut")),
                }
                Some(Reached { ty: self.type_of(expr), ..base })
            }
            ExprKind::Deref(of) => {
                let base = self.place(of)?;
                self.dereferenced(base, self.type_of(expr))
            }
            ExprKind::Path(_) => None,
            // A reference to constants lasts for ever.
            _ if expr.is_constant() => None,
            _ => Some(self.kept(expr)),
        }
    }

    /// The value of an expression in a place of its own, as long as temporaries last.
    pub(super) fn kept(&mut self, expr: &Expr) -> Reached {
        let ty = self.type_of(expr);
        let value = self.operand(expr);
        let local = self.temporary(ty.clone());
        self.assign_new(local, Self::from(value), expr.span);
        let extended = self.extended.get(&expr.id).and_then(|it| self.scopes.get_mut(*it));
        match extended {
            Some(scope) => scope.push(local),
            None => self.keep(local),
        }
        Reached { place: Place::of(local), ty, cut: None }
    }

    /// Whether an index gives an element, and not a slice.
    fn is_element(&self, expr: &Expr) -> bool {
        let ExprKind::Index(_, at) = &expr.kind else { return false };
        matches!(self.type_of(at), Ty::Int(_))
    }

    fn cut(&self, base: &Reached, writer: &str) -> Cut {
        if let Some(known @ (Cut::Unsure | Cut::Behind | Cut::Shared(_))) = base.cut {
            return known;
        }
        if let Some(name) = self.share(&base.ty) {
            return Cut::Shared(name);
        }
        match &base.ty {
            Ty::Adt(adt, _) if self.known.facts.implements(writer, *adt) => Cut::Writable,
            Ty::Array(..) | Ty::Slice(_) => Cut::Writable,
            _ => Cut::Unsure,
        }
    }

    pub(super) fn dereferenced(&mut self, mut base: Reached, ty: Ty) -> Option<Reached> {
        if base.cut.is_none() {
            match &base.ty {
                Ty::Ref(mutable, of) => {
                    let pointer = if *mutable { Pointer::Mutable } else { Pointer::Shared };
                    let of = (**of).clone();
                    base.place.path.push(Step::Deref(pointer));
                    return Some(Reached { ty: of, ..base });
                }
                of => {
                    if let Some(of) = self.known.boxed(of).cloned() {
                        base.place.path.push(Step::Deref(Pointer::Boxed));
                        return Some(Reached { ty: of, ..base });
                    }
                }
            }
        }
        match &base.ty {
            Ty::Adt(adt, _) if self.known.facts.implements("Deref", *adt) => {
                base.cut = Some(self.cut(&base, "DerefMut"));
                let ty = if ty == Ty::Unknown { self.known.facts.target(&base.ty) } else { ty };
                Some(Reached { ty, ..base })
            }
            Ty::Ref(_, of) if base.cut.is_some() => {
                Some(Reached { ty: (**of).clone(), cut: Some(Cut::Behind), ..base })
            }
            _ => None,
        }
    }

    /// Follows pointers until a type is what is wanted.
    pub(super) fn pointed(
        &mut self,
        mut base: Reached,
        wanted: &dyn Fn(&Self, &Ty) -> bool,
    ) -> Option<Reached> {
        for _ in 0..8 {
            if base.ty == Ty::Unknown && base.cut.is_some() {
                return Some(base);
            }
            if wanted(self, &base.ty) {
                return Some(base);
            }
            base = self.dereferenced(base, Ty::Unknown)?;
        }
        None
    }

    fn has_field(&self, ty: &Ty, name: crate::names::Symbol) -> bool {
        self.field_number(ty, name).is_some()
    }

    fn field_number(&self, ty: &Ty, name: crate::names::Symbol) -> Option<u32> {
        match ty {
            Ty::Tuple(parts) => {
                let number: u32 = self.known.program.names.text(name).parse().ok()?;
                ((number as usize) < parts.len()).then_some(number)
            }
            Ty::Adt(adt, _) => {
                let (program, adt) = (self.known.program, self.known.program.adt(*adt));
                let number = self.known.field_named(adt, name)?;
                let field = adt.variants.first()?.fields.get(number as usize)?;
                let here = program.function(self.body.function).module;
                program.reaches(here, adt, field).then_some(number)
            }
            _ => None,
        }
    }

    /// Takes the value of a place.
    pub(super) fn taken(&mut self, it: Reached, span: Span) -> Val {
        let Reached { place, ty, cut } = it;
        if cut.is_some() {
            self.loan(Loan { place, kind: Kind::Shared, span, cut, why: self.why });
            return Val::default();
        }
        let is_part_of_own = |step: &Step| matches!(step, Step::Field(..) | Step::Deref(Pointer::Boxed));
        let in_slice = |step: &Step| {
            matches!(step, Step::Field(crate::check::flow::FRONT | crate::check::flow::BACK, ..))
        };
        let movable = place.path.iter().all(|it| is_part_of_own(it) && !in_slice(it));
        let from = self.kept_from(&place, &ty);
        let how = match self.known.copies(&ty) {
            Some(true) => How::Copied,
            Some(false) if matches!(ty, Ty::Ref(..)) => return self.lent_on(place, span),
            Some(false) if movable => How::Moved,
            Some(false) => {
                self.rob(&place, &ty, span);
                How::Seen
            }
            None => How::Seen,
        };
        self.node(Event::Use(place, how), span);
        self.holder(from, span)
    }

    /// The value of an expression where one of a certain type is wanted.
    pub(super) fn coerced(&mut self, expr: &Expr) -> Val {
        let start = self.graph.nodes.len();
        let value = self.operand(expr);
        self.lends_on(expr, start);
        value
    }

    /// A shared reference that has been copied since the node `start` is lent on there.
    pub(super) fn lends_on(&mut self, expr: &Expr, start: usize) {
        if !is_place(expr) || !matches!(self.type_of(expr), Ty::Ref(false, _)) {
            return;
        }
        for node in &mut self.graph.nodes[start..] {
            if let Event::Use(_, how @ How::Copied) = &mut node.event {
                *how = How::LentOn;
            }
        }
    }

    /// Takes a `&mut`: it is lent on for as long as it is used there.
    fn lent_on(&mut self, mut place: Place, span: Span) -> Val {
        if place.is_behind_shared() {
            self.node(Event::Use(place, How::Seen), span);
            return Val::default();
        }
        place.path.push(Step::Deref(Pointer::Mutable));
        self.loan(Loan { place, kind: Kind::Mutable, span, cut: None, why: self.why });
        Val::default()
    }

    /// What the value of a place refers to: all that the variable does, if there is no doubt of which part.
    fn kept_from(&self, place: &Place, ty: &Ty) -> Vec<From> {
        let all = vec![From::Local(place.local)];
        if place.is_whole() {
            return if self.known.lifetimes(ty) == Some(0) { Vec::new() } else { all };
        }
        let local = self.local_type(place.local);
        // What has no lifetimes has references to what is always there, and no others.
        let free = |end: usize| self.known.lifetimes(&self.known.at(&local, &place.path[..end])) == Some(0);
        if (1..=place.path.len()).any(free) {
            return Vec::new();
        }
        let whole = self.known.lifetimes(&local);
        if whole == Some(1) && self.known.lifetimes(ty) == Some(1) { all } else { Vec::new() }
    }

    /// Borrows a place. The value that stands for the reference refers to it, and to what it was reached by.
    pub(super) fn borrowed(&mut self, it: Reached, kind: Kind, span: Span) -> (Val, Option<u32>) {
        let pointers = it.place.path.iter().filter(|it| matches!(it, Step::Deref(_))).count();
        let by_one = it
            .place
            .path
            .first()
            .is_some_and(|it| matches!(it, Step::Deref(Pointer::Shared | Pointer::Mutable)));
        let mut from = Vec::new();
        if by_one && pointers == 1 {
            from.push(From::Local(it.place.local));
        }
        let own = self.known.at(&self.local_type(it.place.local), &it.place.path);
        let through = it.cut == Some(Cut::Behind)
            || it.cut.is_some() && it.ty == Ty::Unknown && self.known.lifetimes(&own) != Some(0);
        let loan = self.loan(Loan { place: it.place, kind, span, cut: it.cut, why: self.why });
        if !through {
            from.push(From::Loan(loan));
        }
        (self.holder(from, span), Some(loan))
    }

    /// Looks at a place for a moment.
    pub(super) fn seen(&mut self, it: Reached, span: Span) {
        if it.cut.is_some() || !self.known.copies(&it.ty).unwrap_or(false) {
            self.lent(it, span);
        } else {
            self.node(Event::Use(it.place, How::Copied), span);
        }
    }

    /// Borrows a place for a moment, as what is formatted is, numbers too.
    pub(super) fn lent(&mut self, it: Reached, span: Span) {
        self.loan(Loan { place: it.place, kind: Kind::Shared, span, cut: it.cut, why: self.why });
    }

    /// Looks at an expression for a moment, by `look` if it is a place.
    pub(super) fn looked_at(&mut self, expr: &Expr, look: fn(&mut Self, Reached, Span)) -> Val {
        if !is_place(expr) {
            return self.operand(expr);
        }
        if let Some(it) = self.place(expr) {
            look(self, it, expr.span);
        }
        Val::default()
    }
}
