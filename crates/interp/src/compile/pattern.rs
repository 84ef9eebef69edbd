//! Patterns: tests that jump when they fail, and bindings.

use super::{Compiler, is_scalar, temporary};
use crate::code::{Op, Pc, Reg};
use crate::tree::{Arm, BinaryOp, Expr, ExprKind, LocalId, Pat, PatKind};
use crate::value::Value;

/// What is done with a pattern. The tests come first, all of them, because binding moves values.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// It is tested.
    Test,
    /// Its variables are shown what they will be bound to, for a guard to see.
    Peek,
    /// Its variables are bound.
    Bind,
}

impl Compiler<'_> {
    /// A function's parameter, which is in a register.
    pub(super) fn parameter(&mut self, pat: &Pat, reg: Reg) {
        match &pat.kind {
            PatKind::Bind { local, by_ref: None, inner: None } => self.settle(*local, reg),
            _ => {
                self.keep(reg);
                self.bind_value(pat, reg);
            }
        }
    }

    /// Makes a register the home of a variable from now on, and has it dropped with the scope.
    pub(super) fn settle(&mut self, local: LocalId, reg: Reg) {
        self.registers.insert(local, reg);
        if self.boxed.contains(&local) {
            self.emit(Op::Cell { reg });
        }
        if self.boxed.contains(&local) || !is_scalar(self.local_ty(local)) {
            self.keep(reg);
        } else {
            self.floor = self.floor.max(reg + 1);
        }
    }

    /// `let pattern = init else { .. };`
    pub(super) fn bind_let(&mut self, pat: &Pat, init: &Expr, otherwise: Option<&Expr>) {
        let plain = match &pat.kind {
            PatKind::Bind { local, by_ref: None, inner: None } => Some(*local),
            _ => None,
        };
        if let Some(local) = plain {
            let reg = self.alloc();
            self.initial(init, reg);
            self.settle(local, reg);
            return;
        }
        if matches!(pat.kind, PatKind::Wild) && super::place::is_place(init) {
            // It is looked for, since that may panic, but not used.
            if !matches!(init.kind, ExprKind::Local(_) | ExprKind::Path(_)) {
                self.with_temps(|it| {
                    it.scoped(|it| {
                        it.place(init, false);
                    });
                });
            }
            return;
        }
        if matches!(pat.kind, PatKind::Wild) {
            self.with_temps(|it| {
                let reg = it.alloc();
                it.initial(init, reg);
                it.emit(Op::Drop { reg });
            });
            return;
        }
        let mut fails = Vec::new();
        if otherwise.is_none() && !super::place::is_place(init) && !temporary::borrows(pat) {
            // What the pattern leaves is dropped with the statement.
            let reg = self.alloc();
            self.initial(init, reg);
            self.emit(Op::Cell { reg });
            self.floor = self.floor.max(reg + 1);
            let place = self.alloc();
            self.emit(Op::RefCell { dst: place, cell: reg });
            self.pattern(pat, place, &mut fails);
            self.emit(Op::Drop { reg });
            return;
        }
        let place = self.let_scrutinee(init);
        self.pattern(pat, place, &mut fails);
        let Some(otherwise) = otherwise else { return };
        let done = self.emit(Op::Jump { to: 0 });
        fails.into_iter().for_each(|it| self.land(it));
        self.with_temps(|it| {
            let reg = it.alloc();
            it.value(otherwise, reg);
        });
        self.land(done);
    }

    /// Binds a pattern that always matches to a value in a register.
    pub(super) fn bind_value(&mut self, pat: &Pat, reg: Reg) {
        match &pat.kind {
            PatKind::Bind { local, by_ref: None, inner: None } => {
                let home = self.alloc();
                self.emit(Op::Move { dst: home, src: reg });
                self.settle(*local, home);
            }
            PatKind::Wild => self.keep(reg),
            _ => {
                self.emit(Op::Cell { reg });
                self.keep(reg);
                let place = self.alloc();
                self.emit(Op::RefCell { dst: place, cell: reg });
                self.run(Phase::Bind, pat, place, &mut Vec::new());
            }
        }
    }

    /// Matches what an expression is against a pattern; the jumps are taken if it does not match.
    pub(super) fn refutable(&mut self, pat: &Pat, init: &Expr, fails: &mut Vec<Pc>) {
        let place = self.scrutinee(init);
        self.pattern(pat, place, fails);
    }

    /// The place of what a `let` looks into, which lives as long as the block.
    fn let_scrutinee(&mut self, init: &Expr) -> Reg {
        if super::place::is_place(init) {
            return self.scrutinee(init);
        }
        let reg = self.alloc();
        self.initial(init, reg);
        self.emit(Op::Cell { reg });
        self.keep(reg);
        let place = self.alloc();
        self.emit(Op::RefCell { dst: place, cell: reg });
        place
    }

    /// The place of what is looked into.
    fn scrutinee(&mut self, expr: &Expr) -> Reg {
        if !is_scalar(self.ty(expr)) || !super::place::is_place(expr) {
            return self.place(expr, false);
        }
        let reg = self.alloc();
        self.value(expr, reg);
        self.emit(Op::Cell { reg });
        let place = self.alloc();
        self.emit(Op::RefCell { dst: place, cell: reg });
        self.floor = self.floor.max(place + 1);
        place
    }

    /// A `match`. What its scrutinee makes in passing lives as long as the statement around it.
    pub(super) fn matching(&mut self, scrutinee: &Expr, arms: &[Arm], dst: Reg) {
        let (floor, top, before) = (self.floor, self.top, self.code.ops.len());
        let place = self.scrutinee(scrutinee);
        let is_kept = self.code.ops[before..].iter().any(|it| matches!(it, Op::Keep { .. }));
        self.floor = self.floor.max(place + 1);
        self.enter();
        let mut done = Vec::new();
        for arm in arms {
            let around = self.registers.clone();
            let mut fails = Vec::new();
            self.with_temps(|it| {
                it.enter();
                match &arm.guard {
                    None => it.pattern(&arm.pat, place, &mut fails),
                    Some(guard) => it.guarded(&arm.pat, place, guard, &mut fails),
                }
                it.value(&arm.body, dst);
                it.exit();
            });
            let scope = self.closed;
            self.registers = around;
            done.push(self.emit(Op::Jump { to: 0 }));
            fails.into_iter().for_each(|it| self.land(it));
            self.leave_closed(scope);
        }
        self.emit(Op::Unreachable);
        done.into_iter().for_each(|it| self.land(it));
        self.exit();
        if !is_kept {
            (self.floor, self.top) = (floor, top);
        }
    }

    /// A pattern with a guard: the guard sees the variables while what they stand for is still in its place.
    fn guarded(&mut self, pat: &Pat, place: Reg, guard: &Expr, fails: &mut Vec<Pc>) {
        self.run(Phase::Test, pat, place, fails);
        self.run(Phase::Peek, pat, place, fails);
        self.condition(guard, fails);
        self.run(Phase::Bind, pat, place, fails);
    }

    /// Tests what is at a place, and binds.
    fn pattern(&mut self, pat: &Pat, place: Reg, fails: &mut Vec<Pc>) {
        self.run(Phase::Test, pat, place, fails);
        self.run(Phase::Bind, pat, place, fails);
    }

    fn run(&mut self, phase: Phase, pat: &Pat, place: Reg, fails: &mut Vec<Pc>) {
        self.phase = phase;
        let mode = self.mode(false);
        self.test(pat, place, mode, fails);
        self.floor = self.floor.max(mode + 1);
    }

    /// A register that says whether variables are bound by reference.
    fn mode(&mut self, by_ref: bool) -> Reg {
        let mode = self.alloc();
        let constant = self.constant(Value::Bool(by_ref));
        self.emit(Op::Const { dst: mode, constant });
        mode
    }

    fn test(&mut self, pat: &Pat, place: Reg, mode: Reg, fails: &mut Vec<Pc>) {
        match &pat.kind {
            PatKind::Wild | PatKind::Rest => {}
            PatKind::Bind { local, by_ref, inner } => {
                if let Some(inner) = inner {
                    self.test(inner, place, mode, fails);
                }
                self.bind(*local, by_ref.is_some(), place, mode);
            }
            PatKind::Value(_) | PatKind::Range { .. } if self.phase != Phase::Test => {}
            PatKind::Value(value) => self.equal(value, place, fails),
            PatKind::Range { start, end, inclusive } => {
                self.in_range(start.as_deref(), end.as_deref(), *inclusive, place, fails);
            }
            PatKind::Ref(inner) => {
                let behind = self.alloc();
                self.emit(Op::Deref { dst: behind, base: place, place: true, mutable: false });
                let by_value = self.mode(false);
                self.test(inner, behind, by_value, fails);
            }
            PatKind::Tuple(members) => {
                let (place, mode) = self.stripped(place, mode);
                self.sequence(members, place, mode, false, fails);
            }
            PatKind::Slice(members) => {
                let (place, mode) = self.stripped(place, mode);
                let more = members.iter().any(is_rest);
                let len = members.len() as u16 - u16::from(more);
                if self.phase == Phase::Test {
                    fails.push(self.emit(Op::JumpUnlessLen { place, len, more, to: 0 }));
                }
                self.sequence(members, place, mode, true, fails);
            }
            PatKind::Variant { adt, variant, fields } => {
                let (place, mode) = self.stripped(place, mode);
                if self.phase == Phase::Test && self.bodies.program().adt(*adt).is_enum {
                    let variant = *variant as u16;
                    fails.push(self.emit(Op::JumpUnlessVariant { place, variant, to: 0 }));
                }
                for (slot, field) in fields {
                    self.slot(field, place, *slot as u16, mode, fails);
                }
            }
            PatKind::Or(choices) => self.choices(choices, place, mode, fails),
        }
    }

    fn stripped(&mut self, place: Reg, mode: Reg) -> (Reg, Reg) {
        let (dst, below) = (self.alloc(), self.alloc());
        self.emit(Op::Copy { dst: below, src: mode });
        self.emit(Op::Strip { dst, place, mode: below });
        (dst, below)
    }

    fn slot(&mut self, pat: &Pat, base: Reg, slot: u16, mode: Reg, fails: &mut Vec<Pc>) {
        if matches!(pat.kind, PatKind::Wild | PatKind::Rest) {
            return;
        }
        let dst = self.alloc();
        self.emit(Op::Slot { dst, base, slot });
        self.test(pat, dst, mode, fails);
    }

    /// The members of a tuple or a slice, with `..` somewhere among them or not.
    fn sequence(&mut self, members: &[Pat], place: Reg, mode: Reg, slice: bool, fails: &mut Vec<Pc>) {
        let rest = members.iter().position(is_rest).unwrap_or(members.len());
        for (index, member) in members.iter().enumerate() {
            if index < rest && !slice {
                self.slot(member, place, index as u16, mode, fails);
                continue;
            }
            let back = (members.len() - index) as u16;
            let dst = self.alloc();
            match index.cmp(&rest) {
                std::cmp::Ordering::Less => {
                    self.emit(Op::Element { dst, place, index: index as u16 });
                }
                std::cmp::Ordering::Equal => {
                    let PatKind::Bind { local, .. } = &member.kind else { continue };
                    if self.phase == Phase::Test {
                        continue;
                    }
                    self.emit(Op::Rest { dst, place, from: index as u16, back: back - 1 });
                    let home = self.home(*local);
                    self.emit(Op::Copy { dst: home, src: dst });
                    self.settle(*local, home);
                    continue;
                }
                std::cmp::Ordering::Greater => {
                    self.emit(Op::Back { dst, place, back });
                }
            }
            self.test(member, dst, mode, fails);
        }
    }

    fn bind(&mut self, local: LocalId, by_ref: bool, place: Reg, mode: Reg) {
        if self.phase == Phase::Test {
            return;
        }
        let home = self.home(local);
        let mode = if by_ref { self.mode(true) } else { mode };
        if self.phase == Phase::Bind {
            self.emit(Op::Bind { dst: home, place, mode });
            self.settle(local, home);
            return;
        }
        self.emit(Op::Peek { dst: home, place, mode });
        self.registers.insert(local, home);
        if self.boxed.contains(&local) {
            self.emit(Op::Cell { reg: home });
        }
        self.floor = self.floor.max(home + 1);
    }

    /// The register for a variable: that of an alternative before, if there is one.
    fn home(&mut self, local: LocalId) -> Reg {
        match self.registers.get(&local) {
            Some(&home) if self.reuse => home,
            _ => self.alloc(),
        }
    }

    fn equal(&mut self, value: &Expr, place: Reg, fails: &mut Vec<Pc>) {
        let right = self.alloc();
        self.value(value, right);
        fails.push(self.emit(Op::JumpUnless { op: BinaryOp::Eq, left: place, right, to: 0 }));
    }

    fn in_range(
        &mut self,
        start: Option<&Expr>,
        end: Option<&Expr>,
        inclusive: bool,
        place: Reg,
        fails: &mut Vec<Pc>,
    ) {
        let last = if inclusive { BinaryOp::Le } else { BinaryOp::Lt };
        for (op, bound) in [(BinaryOp::Ge, start), (last, end)] {
            let Some(bound) = bound else { continue };
            let right = self.alloc();
            self.value(bound, right);
            fails.push(self.emit(Op::JumpUnless { op, left: place, right, to: 0 }));
        }
    }

    /// `a | b`: the variables of all choices have one home each. To bind, the choice is made again.
    fn choices(&mut self, choices: &[Pat], place: Reg, mode: Reg, fails: &mut Vec<Pc>) {
        let Some((last, before)) = choices.split_last() else { return };
        let (phase, reuse) = (self.phase, self.reuse);
        let mut done = Vec::new();
        for choice in before {
            let mut next = Vec::new();
            self.phase = Phase::Test;
            self.test(choice, place, mode, &mut next);
            self.phase = phase;
            if phase != Phase::Test {
                self.test(choice, place, mode, &mut next);
                self.reuse = true;
            }
            done.push(self.emit(Op::Jump { to: 0 }));
            next.into_iter().for_each(|it| self.land(it));
        }
        self.test(last, place, mode, fails);
        self.reuse = reuse;
        done.into_iter().for_each(|it| self.land(it));
    }
}

pub(super) fn is_rest(pat: &Pat) -> bool {
    match &pat.kind {
        PatKind::Rest => true,
        PatKind::Bind { inner: Some(inner), .. } => matches!(inner.kind, PatKind::Rest),
        _ => false,
    }
}
