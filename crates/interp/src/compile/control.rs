//! Blocks, branches, loops.

use super::{Compiler, is_scalar};
use crate::code::{Op, Pc, Reg};
use crate::tree::{BinaryOp, Block, Expr, ExprKind, LabelId, Pat, PatKind, Path, Res, Stmt, Ty};

/// What `break` and `continue` of a label lead to.
pub(super) struct Target {
    /// Where a `break` puts its value.
    dst: Reg,
    /// How many scopes are open there.
    depth: usize,
    /// The jumps that leave, which land when the end is reached.
    breaks: Vec<Pc>,
    /// Where a `continue` jumps to.
    again: Option<Pc>,
}

impl Compiler<'_> {
    /// Puts the value of what is left of the expressions: those that steer.
    pub(super) fn control(&mut self, expr: &Expr, dst: Reg) {
        match &expr.kind {
            ExprKind::Block(block) => self.block(block, Some(dst)),
            ExprKind::If(condition, yes, no) => self.branch(condition, yes, no.as_deref(), Some(dst)),
            ExprKind::Match(scrutinee, arms) => self.matching(scrutinee, arms, dst),
            ExprKind::Loop(label, body) => self.endless(*label, body, dst),
            ExprKind::While(label, condition, body) => self.while_loop(*label, condition, body, dst),
            ExprKind::For { label, pat, iter, body } => self.for_loop(*label, pat, iter, body, dst),
            ExprKind::Break(label, value) => self.leave(*label, value.as_deref()),
            ExprKind::Continue(label) => self.again(*label),
            ExprKind::Return(value) => self.give_back(value.as_deref()),
            ExprKind::Let(..) => self.truth(expr, dst),
            _ => {}
        }
    }

    /// A `let` that is used as a `bool`, outside of a condition. Rust has no such thing, but macros may make it.
    fn truth(&mut self, expr: &Expr, dst: Reg) {
        let mut fails = Vec::new();
        self.condition(expr, &mut fails);
        let yes = self.constant(crate::value::Value::Bool(true));
        self.emit(Op::Const { dst, constant: yes });
        let done = self.emit(Op::Jump { to: 0 });
        fails.into_iter().for_each(|it| self.land(it));
        let no = self.constant(crate::value::Value::Bool(false));
        self.emit(Op::Const { dst, constant: no });
        self.land(done);
    }

    /// A block; without a register its value, `()`, is put nowhere.
    pub(super) fn block(&mut self, block: &Block, dst: Option<Reg>) {
        if let (Some(label), Some(dst)) = (block.label, dst) {
            self.open(label, dst, None);
        }
        let around = self.registers.clone();
        self.with_temps(|it| {
            it.scoped(|it| {
                for stmt in &block.stmts {
                    it.statement(stmt);
                }
                match &block.tail {
                    // Temporaries of the last expression go before the variables of the block.
                    Some(tail) => it.scoped(|it| it.wanted(tail, dst)),
                    None => it.unit(dst),
                }
            });
        });
        self.registers = around;
        if let Some(label) = block.label {
            self.close(label);
        }
    }

    fn statement(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Expr(expr) => self.effect(expr),
            Stmt::Let { pat, init: None, .. } => self.declare(pat),
            Stmt::Let { pat, init: Some(init), otherwise, .. } => {
                self.bind_let(pat, init, otherwise.as_deref());
            }
        }
    }

    /// Evaluates an expression whose value nobody wants: it is dropped.
    fn effect(&mut self, expr: &Expr) {
        self.with_temps(|it| {
            if it.body.notes.contains_key(&expr.id) || !it.effect_alone(expr) {
                let reg = it.alloc();
                it.scoped(|it| it.value(expr, reg));
                if !is_scalar(it.ty(expr)) && !is_unit(it.ty(expr)) {
                    it.emit(Op::Drop { reg });
                }
            }
        });
    }

    /// Evaluates what has no other value than `()` without putting that anywhere; says whether it could.
    fn effect_alone(&mut self, expr: &Expr) -> bool {
        let around = std::mem::replace(&mut self.span, expr.span);
        let unit = is_unit(self.ty(expr));
        match &expr.kind {
            ExprKind::Assign(place, value) => self.scoped(|it| it.assign(place, value)),
            ExprKind::AssignOp(op, place, value) => {
                self.scoped(|it| it.assign_op(*op, place, value, expr.id));
            }
            ExprKind::If(condition, yes, no) if unit => {
                self.scoped(|it| it.branch(condition, yes, no.as_deref(), None));
            }
            ExprKind::Block(block) if unit && block.label.is_none() => {
                self.scoped(|it| it.block(block, None));
            }
            _ => {
                self.span = around;
                return false;
            }
        }
        self.span = around;
        true
    }

    /// Evaluates an expression whose value is wanted in a register, or, if there is none, only for what it does.
    fn wanted(&mut self, expr: &Expr, dst: Option<Reg>) {
        match dst {
            Some(dst) => self.value(expr, dst),
            None => self.effect(expr),
        }
    }

    /// `()`, where it is wanted.
    fn unit(&mut self, dst: Option<Reg>) {
        if let Some(dst) = dst {
            self.emit(Op::Unit { dst });
        }
    }

    fn branch(&mut self, condition: &Expr, yes: &Expr, no: Option<&Expr>, dst: Option<Reg>) {
        let around = self.registers.clone();
        let mut fails = Vec::new();
        self.enter();
        self.condition(condition, &mut fails);
        self.wanted(yes, dst);
        self.exit();
        let scope = self.closed;
        self.registers = around;
        let done = self.emit(Op::Jump { to: 0 });
        self.fail_here(fails, scope);
        match no {
            Some(no) => self.wanted(no, dst),
            None => self.unit(dst),
        }
        self.land(done);
    }

    /// Where the jumps of a condition that fails land: the scope of the condition is still open there, and is left.
    fn fail_here(&mut self, fails: Vec<Pc>, scope: usize) {
        fails.into_iter().for_each(|it| self.land(it));
        self.leave_closed(scope);
    }

    /// Emits a condition that goes on if it holds, and jumps if not. A plain one drops its temporaries at once; what a
    /// `let` looks into lives as long as the scope around.
    pub(super) fn condition(&mut self, expr: &Expr, fails: &mut Vec<Pc>) {
        let around = std::mem::replace(&mut self.span, expr.span);
        match &expr.kind {
            ExprKind::And(left, right) => {
                self.condition(left, fails);
                self.condition(right, fails);
            }
            ExprKind::Let(pat, init) => self.refutable(pat, init, fails),
            ExprKind::Binary(op, left, right) if self.numbers(*op, left) => {
                let jump = self.with_temps(|it| it.compare_and_jump(*op, left, right));
                fails.push(jump);
            }
            _ => {
                let jump = self.with_temps(|it| {
                    let condition = it.alloc();
                    it.scoped(|it| it.value(expr, condition));
                    it.emit(Op::JumpIfNot { condition, to: 0 })
                });
                fails.push(jump);
            }
        }
        self.span = around;
    }

    fn numbers(&self, op: BinaryOp, left: &Expr) -> bool {
        op.compares() && matches!(self.ty(left), Ty::Int(_) | Ty::Float(_))
    }

    /// Compares numbers and jumps unless it holds. Temporaries are gone by then.
    fn compare_and_jump(&mut self, op: BinaryOp, left: &Expr, right: &Expr) -> Pc {
        self.enter();
        let constant = self.small(left, right);
        let left = self.operand(left);
        let right = match constant {
            Some(right) => Err(right),
            None => Ok(self.operand(right)),
        };
        self.exit();
        self.emit(match right {
            Ok(right) => Op::JumpUnless { op, left, right, to: 0 },
            Err(right) => Op::JumpUnlessInt { op, left, right, to: 0 },
        })
    }

    pub(super) fn short_cut(&mut self, left: &Expr, right: &Expr, on: bool, dst: Reg) {
        self.scoped(|it| it.value(left, dst));
        let jump = if on {
            self.emit(Op::JumpIf { condition: dst, to: 0 })
        } else {
            self.emit(Op::JumpIfNot { condition: dst, to: 0 })
        };
        self.scoped(|it| it.value(right, dst));
        self.land(jump);
    }

    fn open(&mut self, label: LabelId, dst: Reg, again: Option<Pc>) {
        let target = Target { dst, depth: self.scopes.len(), breaks: Vec::new(), again };
        self.labels.insert(label, target);
    }

    fn close(&mut self, label: LabelId) {
        if let Some(target) = self.labels.remove(&label) {
            target.breaks.into_iter().for_each(|it| self.land(it));
        }
    }

    fn endless(&mut self, label: LabelId, body: &Expr, dst: Reg) {
        let start = self.here();
        self.open(label, dst, Some(start));
        self.effect(body);
        self.emit(Op::Jump { to: start });
        self.close(label);
    }

    fn while_loop(&mut self, label: LabelId, condition: &Expr, body: &Expr, dst: Reg) {
        let start = self.here();
        self.open(label, dst, Some(start));
        let around = self.registers.clone();
        let mut fails = Vec::new();
        self.enter();
        self.with_temps(|it| {
            it.condition(condition, &mut fails);
            it.effect(body);
        });
        self.exit();
        let scope = self.closed;
        self.registers = around;
        self.emit(Op::Jump { to: start });
        self.fail_here(fails, scope);
        self.emit(Op::Unit { dst });
        self.close(label);
    }

    fn for_loop(&mut self, label: LabelId, pat: &Pat, iter: &Expr, body: &Expr, dst: Reg) {
        self.enter();
        let range = self.range(iter);
        let source = match range {
            Some((from, to, _)) => {
                let (source, _) = self.reserve(2);
                self.value(from, source);
                self.value(to, source + 1);
                self.floor = self.floor.max(source + 2);
                source
            }
            None => {
                let source = self.alloc();
                self.value(iter, source);
                self.emit(Op::Iter { dst: source, src: source });
                self.keep(source);
                source
            }
        };
        let start = self.here();
        self.open(label, dst, Some(start));
        let around = self.registers.clone();
        let next = self.with_temps(|it| {
            let item = it.alloc();
            let next = it.emit(match range {
                Some((_, _, inclusive)) => Op::Count { dst: item, at: source, inclusive, end: 0 },
                None => Op::Next { dst: item, iter: source, end: 0 },
            });
            it.scoped(|it| {
                match (&pat.kind, range) {
                    // The number is nobody else's.
                    (PatKind::Bind { local, by_ref: None, inner: None }, Some(_)) => it.settle(*local, item),
                    _ => it.bind_value(pat, item),
                }
                it.effect(body);
            });
            next
        });
        self.registers = around;
        self.emit(Op::Jump { to: start });
        self.land(next);
        self.emit(Op::Unit { dst });
        self.close(label);
        self.exit();
    }

    /// The ends of a range of integers that a loop counts through, and whether the last is part of it.
    fn range<'e>(&self, iter: &'e Expr) -> Option<(&'e Expr, &'e Expr, bool)> {
        let Ty::Adt(_, args) = self.ty(iter) else { return None };
        if !matches!(args.first(), Some(Ty::Int(ty)) if ty.bits() < 128) {
            return None;
        }
        let lang = &self.bodies.program().lang;
        let inclusive = lang.functions.get("RangeInclusive::new");
        match &iter.kind {
            ExprKind::Struct { adt, fields, base: None, .. } if lang.is(*adt, "Range") => {
                let end = |number: u32| fields.iter().find(|it| it.0 == number).map(|it| &it.1);
                Some((end(0)?, end(1)?, false))
            }
            ExprKind::Call(callee, args) => match (&callee.kind, &args[..]) {
                (ExprKind::Path(Path { to: Res::Fn(function), .. }), [from, to]) => {
                    (inclusive == Some(function)).then_some((from, to, true))
                }
                _ => None,
            },
            _ => None,
        }
    }

    fn leave(&mut self, label: LabelId, value: Option<&Expr>) {
        let Some(target) = self.labels.get(&label) else { return };
        let (dst, depth) = (target.dst, target.depth);
        match value {
            Some(value) => self.value(value, dst),
            None => {
                self.emit(Op::Unit { dst });
            }
        }
        self.exit_to(depth);
        let jump = self.emit(Op::Jump { to: 0 });
        if let Some(target) = self.labels.get_mut(&label) {
            target.breaks.push(jump);
        }
    }

    fn again(&mut self, label: LabelId) {
        let Some(target) = self.labels.get(&label) else { return };
        let (depth, to) = (target.depth, target.again.unwrap_or_default());
        self.exit_to(depth);
        self.emit(Op::Jump { to });
    }

    fn give_back(&mut self, value: Option<&Expr>) {
        let src = self.alloc();
        match value {
            Some(value) => self.value(value, src),
            None => {
                self.emit(Op::Unit { dst: src });
            }
        }
        self.exit_to(0);
        self.emit(Op::Return { src });
    }

    /// A variable without a value yet.
    fn declare(&mut self, pat: &Pat) {
        match &pat.kind {
            PatKind::Bind { local, .. } => {
                let reg = self.alloc();
                self.settle(*local, reg);
            }
            PatKind::Tuple(parts) => parts.iter().for_each(|it| self.declare(it)),
            _ => {}
        }
    }
}

fn is_unit(ty: &Ty) -> bool {
    matches!(ty, Ty::Tuple(members) if members.is_empty())
}
