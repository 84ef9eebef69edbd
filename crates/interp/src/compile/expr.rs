//! Expressions whose value is wanted.

use super::{Compiler, is_scalar};
use crate::code::{FormatPiece, Op, Reg};
use crate::tree::{
    Builtin, Expr, ExprKind, Followed, FormatArgs, FormatSpec, FormatTrait, IntTy, Lit, LocalId, Piece,
    TraitId, Ty, UnaryOp,
};
use crate::value::Value;
use std::rc::Rc;

impl Compiler<'_> {
    /// Puts an expression's value into a register, which owns it then.
    pub(super) fn value(&mut self, expr: &Expr, dst: Reg) {
        let around = std::mem::replace(&mut self.span, expr.span);
        let note = self.body.notes.get(&expr.id);
        self.with_temps(|it| {
            match note {
                Some(note) => it.noted(note, expr, dst),
                None => it.value_of(expr, dst),
            }
            it.followed(expr, dst);
        });
        self.span = around;
    }

    /// Makes of a reference to pointers one to what they lead to, where such a one is wanted.
    pub(super) fn followed(&mut self, expr: &Expr, dst: Reg) {
        if let Some(found) = self.types.followed.get(&expr.id) {
            let Followed { times, mutable, by_itself, slice } = *found;
            for _ in 0..if by_itself { 0 } else { times } {
                self.emit(Op::Deref { dst, base: dst, place: true, mutable });
            }
            // What looks at the reference itself, as `impl Read for &[u8]` does, must find a slice.
            if slice {
                self.emit(Op::Rest { dst, place: dst, from: 0, back: 0 });
            }
        }
    }

    pub(super) fn value_of(&mut self, expr: &Expr, dst: Reg) {
        match &expr.kind {
            ExprKind::Lit(lit) => self.literal(lit, expr, dst),
            ExprKind::Local(local) => self.use_local(*local, dst),
            ExprKind::Path(path) => self.path(path, expr, dst),
            ExprKind::Call(callee, args) => self.call(callee, args, dst),
            ExprKind::Method(call) => self.method(call, expr, dst),
            ExprKind::Field(base, name) => {
                let base = self.base(base, false);
                let field = self.field(*name);
                self.emit(Op::FieldValue { dst, base, field });
            }
            ExprKind::Index(..) | ExprKind::Deref(_) => {
                let place = self.place(expr, false);
                self.emit(Op::Load { dst, place });
            }
            ExprKind::Unary(UnaryOp::Neg, of) if self.negative(of, dst) => {}
            ExprKind::Unary(op, of) => {
                let src = self.operand(of);
                self.operands(expr.id);
                self.emit(Op::Unary { op: *op, dst, src });
            }
            ExprKind::Binary(op, left, right) => self.binary(*op, (left, right), expr.id, dst),
            ExprKind::And(left, right) => self.short_cut(left, right, false, dst),
            ExprKind::Or(left, right) => self.short_cut(left, right, true, dst),
            ExprKind::Assign(place, value) => {
                self.assign(place, value);
                self.emit(Op::Unit { dst });
            }
            ExprKind::AssignOp(op, place, value) => {
                self.assign_op(*op, place, value, expr.id);
                self.emit(Op::Unit { dst });
            }
            ExprKind::Ref { of, mutable, .. } => {
                let place = self.place(of, *mutable);
                self.emit(Op::Copy { dst, src: place });
            }
            ExprKind::Cast(of, ty) => {
                let src = self.operand(of);
                if let Ty::Int(ty) = *ty
                    && ty.bits() < 128
                {
                    self.emit(Op::CastInt { dst, src, ty });
                    return;
                }
                let cast = self.cast(ty.clone());
                self.emit(Op::Cast { dst, src, cast });
            }
            ExprKind::Tuple(parts) if parts.is_empty() => {
                self.emit(Op::Unit { dst });
            }
            ExprKind::Tuple(parts) => {
                let (first, count) = self.row(parts.iter());
                self.emit(Op::Tuple { dst, first, count });
            }
            ExprKind::Array(parts) => {
                let (first, count) = self.row(parts.iter());
                self.emit(Op::Array { dst, first, count });
            }
            ExprKind::Repeat(value, count, _) => {
                let (value, _) = self.row([&**value, &**count].into_iter());
                self.emit(Op::Repeat { dst, value });
            }
            ExprKind::Struct { .. } => self.structure(expr, dst),
            ExprKind::Try(of) => self.question(of, expr.id, dst),
            ExprKind::Closure(function) | ExprKind::Async(function) => self.make(*function, dst),
            ExprKind::Await(future, text) => {
                let reg = self.alloc();
                self.value(future, reg);
                self.code.awaits.push(text.clone());
                let text = self.code.awaits.len() as u16 - 1;
                self.emit(Op::Await { dst, future: reg, text });
            }
            ExprKind::Format(format) => self.format(format, dst),
            ExprKind::Builtin(Builtin::Pin, args) => self.pinned(&args[0], dst, Self::value),
            ExprKind::Builtin(builtin, args) => self.builtin(builtin, args, dst),
            _ => self.control(expr, dst),
        }
    }

    fn literal(&mut self, lit: &Lit, expr: &Expr, dst: Reg) {
        let value = match (lit, self.ty(expr)) {
            (Lit::Int(value, None), Ty::Float(ty)) => float(*value as f64, *ty == crate::tree::FloatTy::F32),
            (Lit::Int(value, suffix), ty) => {
                let ty = match (suffix, ty) {
                    (Some(ty), _) | (None, Ty::Int(ty)) => *ty,
                    _ => IntTy::I32,
                };
                if let (Ok(value), true) = (i32::try_from(*value), ty.bits() < 128) {
                    self.emit(Op::Int { dst, ty, value });
                    return;
                }
                Value::int(ty, *value as i128)
            }
            (Lit::Float(value, suffix), ty) => {
                let narrow = crate::tree::FloatTy::F32;
                float(*value, *suffix == Some(narrow) || *ty == Ty::Float(narrow))
            }
            (Lit::Bool(value), _) => Value::Bool(*value),
            (Lit::Char(value), _) => Value::Char(*value),
            (Lit::Str(text), _) => Value::Str(Rc::new(text.clone().into())),
            (Lit::Bytes(bytes), _) => bytes_literal(bytes),
        };
        let constant = self.constant(value);
        self.emit(Op::Const { dst, constant });
    }

    /// A negative literal: the least integer has no positive counterpart that fits.
    fn negative(&mut self, of: &Expr, dst: Reg) -> bool {
        let ExprKind::Lit(Lit::Int(value, suffix)) = &of.kind else { return false };
        let ty = match (suffix, self.ty(of)) {
            (Some(ty), _) | (None, Ty::Int(ty)) => *ty,
            _ => return false,
        };
        let constant = self.constant(Value::int(ty, (*value as i128).wrapping_neg()));
        self.emit(Op::Const { dst, constant });
        true
    }

    /// Copies a variable, or moves it away.
    fn use_local(&mut self, local: LocalId, dst: Reg) {
        let Some(&src) = self.registers.get(&local) else { return };
        let op = if self.boxed.contains(&local) {
            Op::UseCell { dst, cell: src }
        } else if is_scalar(self.local_ty(local)) {
            Op::Copy { dst, src }
        } else {
            Op::Use { dst, src }
        };
        self.emit(op);
    }

    /// The register of a variable that is neither in a cell nor anything but a scalar.
    pub(super) fn plain_local(&self, expr: &Expr) -> Option<Reg> {
        let ExprKind::Local(local) = expr.kind else { return None };
        let plain = !self.boxed.contains(&local) && is_scalar(self.local_ty(local));
        self.registers.get(&local).copied().filter(|_| plain)
    }

    /// A register with the value, to be looked at or taken.
    pub(super) fn operand(&mut self, expr: &Expr) -> Reg {
        let coerced = self.types.followed.contains_key(&expr.id);
        if let Some(reg) = self.plain_local(expr).filter(|_| !coerced) {
            return reg;
        }
        let reg = self.alloc();
        self.value(expr, reg);
        reg
    }

    /// Values in registers that follow one another.
    pub(super) fn row<'e>(&mut self, exprs: impl Iterator<Item = &'e Expr>) -> (Reg, u16) {
        let exprs: Vec<_> = exprs.collect();
        let (first, count) = self.reserve(exprs.len() as u16);
        self.arguments(&exprs, first);
        (first, count)
    }

    /// Evaluates an assignment for what it does. Its value, `()`, is put nowhere.
    pub(super) fn assign(&mut self, place: &Expr, value: &Expr) {
        if let (Some(home), true) = (self.plain_local(place), ends_at_once(value)) {
            self.value(value, home);
            return;
        }
        let src = self.alloc();
        self.value(value, src);
        match &place.kind {
            ExprKind::Local(local) if !self.boxed.contains(local) => {
                if let Some(&dst) = self.registers.get(local) {
                    self.emit(Op::Assign { dst, src });
                }
            }
            ExprKind::Local(local) => {
                let (cell, place) = (self.registers.get(local).copied().unwrap_or_default(), self.alloc());
                self.emit(Op::StoreCell { cell, place, src });
            }
            _ => {
                let place = self.place(place, true);
                self.emit(Op::Store { place, src });
            }
        }
    }

    fn format(&mut self, format: &FormatArgs, dst: Reg) {
        let (first, _) = self.reserve(format.args.len() as u16);
        for (index, arg) in format.args.iter().enumerate() {
            let src = self.looked_at(arg);
            self.emit(Op::Copy { dst: first + index as Reg, src });
        }
        let pieces = format.pieces.iter().map(|it| match it {
            Piece::Text(text) => FormatPiece::Text(text.clone()),
            // What `format_args!` makes is written as it is.
            Piece::Arg(index, _) if self.is_formatted(&format.args[*index as usize]) => {
                FormatPiece::Arg(*index as u16, FormatSpec::plain(FormatTrait::Display), None)
            }
            Piece::Arg(index, spec)
                if spec.by == FormatTrait::Debug && self.is_any(self.ty(&format.args[*index as usize])) =>
            {
                FormatPiece::Text("Any { .. }".into())
            }
            Piece::Arg(index, spec) => {
                let mut spec = spec.clone();
                // As a value a raw pointer is a reference, which would show what it leads to.
                if spec.by == FormatTrait::Debug
                    && matches!(self.ty(&format.args[*index as usize]), Ty::Ptr(..))
                {
                    spec.by = FormatTrait::Pointer;
                }
                let ty = self.typed(spec.by, &format.args[*index as usize]);
                FormatPiece::Arg(*index as u16, spec, ty)
            }
        });
        let pieces = pieces.collect();
        self.code.formats.push(pieces);
        let format = self.code.formats.len() as u16 - 1;
        self.emit(Op::Format { dst, format, first });
    }

    /// Whether it is a `dyn Any`, or leads to one: the value would print as what it is.
    fn is_any(&self, ty: &Ty) -> bool {
        let program = self.bodies.program();
        match ty {
            Ty::Ref(_, inner) => self.is_any(inner),
            Ty::Adt(adt, args) if program.lang.is(*adt, "Box") => {
                args.first().is_some_and(|it| self.is_any(it))
            }
            Ty::Dyn(bounds) => bounds.iter().any(|it| program.lang.traits.get("Any") == Some(&it.of)),
            _ => false,
        }
    }

    /// The type of what is formatted, where there are several `impl`s that the value does not tell apart.
    fn typed(&mut self, by: FormatTrait, arg: &Expr) -> Option<Ty> {
        let program = self.bodies.program();
        let is_typed = |it: &TraitId| program.typed.contains(it);
        program.lang.traits.get(by.name()).filter(|it| is_typed(it))?;
        let ty = self.ty(arg).clone();
        self.asks_for(&ty);
        Some(ty)
    }

    fn is_formatted(&self, arg: &Expr) -> bool {
        let mut ty = self.ty(arg);
        while let Ty::Ref(_, inner) = ty {
            ty = inner;
        }
        self.bodies.program().lang.is_type(ty, &["Arguments"])
    }

    fn builtin(&mut self, builtin: &Builtin, args: &[Expr], dst: Reg) {
        if *builtin == Builtin::Native {
            return;
        }
        let (at, mut count) = self.row(args.iter());
        // What follows the text of a panic says that it is a literal, so that its payload is a `&str`.
        let literal = matches!(args, [Expr { kind: ExprKind::Format(it), .. }] if it.args.is_empty());
        if count == 0 || (literal && *builtin == Builtin::Panic) {
            let next = self.alloc();
            self.emit(Op::Unit { dst: next });
            if next == at + 1 {
                count *= 2;
            }
        }
        self.built(builtin, at, count, dst);
    }

    /// Has a built-in macro make something of its arguments.
    fn built(&mut self, builtin: &Builtin, at: Reg, count: u16, dst: Reg) {
        self.code.builtins.push(builtin.clone());
        let number = self.code.builtins.len() as u16 - 1;
        self.emit(Op::Builtin { builtin: number, at, count });
        self.emit(Op::Move { dst, src: at });
    }

    /// A struct or variant.
    fn structure(&mut self, expr: &Expr, dst: Reg) {
        let ExprKind::Struct { adt, variant, fields, base, .. } = &expr.kind else { return };
        let (adt, variant, base) = (*adt, *variant, base.as_deref());
        let item = self.bodies.program().adt(adt);
        let (count, untold) = (item.variants[variant as usize].fields.len() as u16, item.has_untold());
        let (first, _) = self.reserve(count + u16::from(untold));
        for (field, value) in fields {
            self.value(value, first + *field as Reg);
        }
        if let Some(base) = base {
            let base = self.base(base, false);
            for slot in 0..count {
                if !fields.iter().any(|it| it.0 == u32::from(slot)) {
                    let place = self.alloc();
                    self.emit(Op::Slot { dst: place, base, slot });
                    self.emit(Op::Load { dst: first + slot, place });
                }
            }
        }
        if untold {
            let ty = self.cast(self.ty(expr).clone());
            self.emit(Op::Phantom { dst: first + count, ty });
        }
        self.emit(Op::Struct { dst, first, adt, shape: variant as u16 });
    }
}

fn float(value: f64, narrow: bool) -> Value {
    if narrow { Value::F32(value as f32) } else { Value::F64(value) }
}

/// Whether the last instruction of an expression is the only one that writes its register: then that may be the very
/// variable that the expression speaks of.
fn ends_at_once(expr: &Expr) -> bool {
    matches!(
        expr.kind,
        ExprKind::Lit(_)
            | ExprKind::Local(_)
            | ExprKind::Binary(..)
            | ExprKind::Unary(..)
            | ExprKind::Cast(..)
    )
}

/// Whether evaluating an expression may end somewhere else: at an await that is cancelled, by `?` or `return`.
pub(super) fn may_leave(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Lit(_)
        | ExprKind::Local(_)
        | ExprKind::Path(_)
        | ExprKind::Closure(_)
        | ExprKind::Async(_) => false,
        ExprKind::Field(of, _) | ExprKind::Ref { of, .. } | ExprKind::Cast(of, _) => may_leave(of),
        _ => true,
    }
}

/// A `&[u8; N]`.
fn bytes_literal(bytes: &[u8]) -> Value {
    let slots = bytes.iter().map(|it| Value::Int(IntTy::U8, i64::from(*it))).collect();
    let array = crate::value::Obj::new(crate::value::Head::Array, 0, slots);
    Value::Ref(0, crate::value::Obj::cell(Value::Obj(array)))
}
