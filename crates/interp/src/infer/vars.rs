//! The table of variables, with a way back to an earlier state.

use super::types::{Type, Var};

/// What a variable can become.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Any,
    Int,
    Float,
}

#[derive(Clone, Debug)]
enum Slot {
    /// Not known yet. `shaky` when it has met something unknown: then its value is not chosen by default.
    Open {
        kind: Kind,
        shaky: bool,
    },
    Bound(Type),
}

/// All variables of an inference.
#[derive(Debug, Default)]
pub(super) struct Vars {
    slots: Vec<Slot>,
    trail: Vec<(Var, Slot)>,
    tries: u32,
}

/// A state to go back to.
#[derive(Debug)]
pub(super) struct Snapshot {
    trail: usize,
    slots: usize,
}

impl Vars {
    pub(super) fn fresh(&mut self, kind: Kind) -> Type {
        self.slots.push(Slot::Open { kind, shaky: false });
        Type::Var(Var(self.slots.len() as u32 - 1))
    }

    /// The type itself, or what stands for it at the end of a chain of variables.
    pub(super) fn shallow(&self, ty: &Type) -> Type {
        let mut ty = ty;
        while let Type::Var(var) = ty {
            match &self.slots[var.0 as usize] {
                Slot::Bound(to) => ty = to,
                Slot::Open { .. } => break,
            }
        }
        ty.clone()
    }

    pub(super) fn is_open(&self, var: Var) -> bool {
        matches!(self.slots[var.0 as usize], Slot::Open { .. })
    }

    /// The kind of an open variable.
    pub(super) fn kind(&self, var: Var) -> Kind {
        match self.slots[var.0 as usize] {
            Slot::Open { kind, .. } => kind,
            Slot::Bound(_) => Kind::Any,
        }
    }

    pub(super) fn is_shaky(&self, var: Var) -> bool {
        matches!(self.slots[var.0 as usize], Slot::Open { shaky: true, .. })
    }

    /// Notes that an open variable has met something unknown.
    pub(super) fn shake(&mut self, var: Var) {
        if let Slot::Open { kind, shaky: false } = self.slots[var.0 as usize] {
            self.set(var, Slot::Open { kind, shaky: true });
        }
    }

    pub(super) fn bind(&mut self, var: Var, to: Type) {
        self.set(var, Slot::Bound(to));
    }

    /// Makes two open variables one. False if one is an integer and the other a float.
    pub(super) fn join(&mut self, a: Var, b: Var) -> bool {
        let (Slot::Open { kind: k, shaky: s }, Slot::Open { kind: l, shaky: t }) =
            (&self.slots[a.0 as usize], &self.slots[b.0 as usize])
        else {
            return true;
        };
        let kind = match (*k, *l) {
            (Kind::Any, kind) | (kind, Kind::Any) => kind,
            (k, l) if k == l => k,
            _ => return false,
        };
        let shaky = *s || *t;
        let (older, newer) = if a.0 < b.0 { (a, b) } else { (b, a) };
        self.set(newer, Slot::Bound(Type::Var(older)));
        self.set(older, Slot::Open { kind, shaky });
        true
    }

    /// All variables that are open and of a kind.
    pub(super) fn open(&self, kind: Kind) -> Vec<Var> {
        let all = (0..self.slots.len() as u32).map(Var);
        all.filter(|&it| self.is_open(it) && self.kind(it) == kind).collect()
    }

    fn set(&mut self, var: Var, slot: Slot) {
        let old = std::mem::replace(&mut self.slots[var.0 as usize], slot);
        if self.tries > 0 {
            self.trail.push((var, old));
        }
    }

    /// Whether what is learnt now may be taken back.
    pub(super) fn is_trying(&self) -> bool {
        self.tries > 0
    }

    pub(super) fn snapshot(&mut self) -> Snapshot {
        self.tries += 1;
        Snapshot { trail: self.trail.len(), slots: self.slots.len() }
    }

    pub(super) fn rollback(&mut self, snapshot: &Snapshot) {
        while self.trail.len() > snapshot.trail {
            if let Some((var, slot)) = self.trail.pop() {
                self.slots[var.0 as usize] = slot;
            }
        }
        self.slots.truncate(snapshot.slots);
        self.tries -= 1;
    }

    pub(super) fn commit(&mut self, _: &Snapshot) {
        self.tries -= 1;
        if self.tries == 0 {
            self.trail.clear();
        }
    }
}
