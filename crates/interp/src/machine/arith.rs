//! Numbers: operators and casts, with the panics of a debug build.

use super::constant::{Int, failed, not_negated};
use super::{Machine, Trap};
use crate::source::Span;
use crate::tree::{BinaryOp, FloatTy, IntTy, Ty, UnaryOp};
use crate::value::Value;
use std::cmp::Ordering;

/// Two operands, if they are numbers, characters or truth values of one type; `None` leaves it to others.
pub(super) fn binary(op: BinaryOp, left: &Value, right: &Value, span: Span) -> Option<Result<Value, Trap>> {
    if let (Value::Int(a, x), Value::Int(b, y)) = (left, right) {
        return Some(ints(op, *a, *x, *b, *y, span));
    }
    if op.compares()
        && let Some(order) = compare(left, right)
    {
        return Some(Ok(Value::Bool(holds(op, order))));
    }
    match (left, right) {
        (Value::F64(x), Value::F64(y)) => float(op, *x, *y).map(|it| Ok(Value::F64(it))),
        (Value::F32(x), Value::F32(y)) => {
            float(op, f64::from(*x), f64::from(*y)).map(|it| Ok(Value::F32(it as f32)))
        }
        (Value::Bool(x), Value::Bool(y)) => Some(Ok(Value::Bool(match op {
            BinaryOp::BitAnd => x & y,
            BinaryOp::BitOr => x | y,
            BinaryOp::BitXor => x ^ y,
            _ => return None,
        }))),
        (Value::Int(ty, _) | Value::Wide(ty, _), Value::Int(..) | Value::Wide(..)) => {
            let (x, y) = (left.as_int()?, right.as_int()?);
            Some(wide(op, (*ty, x), (int_type(right)?, y), span))
        }
        _ => None,
    }
}

/// Two integers of at most 64 bits, where nothing goes wrong; else it is left to [`binary`].
#[inline(always)]
pub(super) fn quick(op: BinaryOp, ty: IntTy, x: i64, y: i64) -> Option<Value> {
    use BinaryOp as Op;
    if op.compares() {
        return Some(Value::Bool(quick_order(op, ty, x, y)));
    }
    let exact = if ty.bits() == 64 {
        match (op, ty.signed()) {
            (Op::Add, true) => x.checked_add(y)?,
            (Op::Sub, true) => x.checked_sub(y)?,
            // The product of small numbers needs no second half.
            (Op::Mul, _) if (x | y) as u64 >> 31 == 0 => x * y,
            (Op::Mul, true) => x.checked_mul(y)?,
            (Op::Div, true) => x.checked_div(y)?,
            (Op::Rem, true) => x.checked_rem(y)?,
            (Op::Add, false) => (x as u64).checked_add(y as u64)? as i64,
            (Op::Sub, false) => (x as u64).checked_sub(y as u64)? as i64,
            (Op::Mul, false) => (x as u64).checked_mul(y as u64)? as i64,
            (Op::Div, false) => (x as u64).checked_div(y as u64)? as i64,
            (Op::Rem, false) => (x as u64).checked_rem(y as u64)? as i64,
            (Op::BitAnd, _) => x & y,
            (Op::BitOr, _) => x | y,
            (Op::BitXor, _) => x ^ y,
            _ => return None,
        }
    } else {
        let exact = match op {
            Op::Add => x + y,
            Op::Sub => x - y,
            Op::Mul => x.checked_mul(y)?,
            Op::Div => x.checked_div(y)?,
            Op::Rem => x.checked_rem(y)?,
            Op::BitAnd => x & y,
            Op::BitOr => x | y,
            Op::BitXor => x ^ y,
            _ => return None,
        };
        let shift = 64 - ty.bits();
        let fits =
            if ty.signed() { (exact << shift) >> shift == exact } else { exact as u64 >> (64 - shift) == 0 };
        // What is least divided by minus one overflows in any width.
        if !fits || (y == -1 && matches!(op, Op::Rem)) {
            return None;
        }
        exact
    };
    Some(Value::Int(ty, exact))
}

/// An integer of at most 64 bits as one of another width, which is not more.
#[inline(always)]
pub(super) fn cut(ty: IntTy, bits: i64) -> Value {
    let shift = 64 - ty.bits();
    let cut = if ty.signed() { (bits << shift) >> shift } else { (((bits as u64) << shift) >> shift) as i64 };
    Value::Int(ty, cut)
}

/// Whether a comparison of integers holds.
#[inline(always)]
pub(super) fn quick_order(op: BinaryOp, ty: IntTy, x: i64, y: i64) -> bool {
    use BinaryOp as Op;
    // With the sign turned over, unsigned numbers are in the order of signed ones.
    let turned = if ty.signed() { 0 } else { i64::MIN };
    let (x, y) = (x ^ turned, y ^ turned);
    match op {
        Op::Eq => x == y,
        Op::Ne => x != y,
        Op::Lt => x < y,
        Op::Le => x <= y,
        Op::Gt => x > y,
        _ => x >= y,
    }
}

/// Whether a comparison holds for an order; that of an incomparable pair is `None`.
pub(super) fn holds(op: BinaryOp, order: Option<Ordering>) -> bool {
    match op {
        BinaryOp::Eq => order == Some(Ordering::Equal),
        BinaryOp::Ne => order != Some(Ordering::Equal),
        BinaryOp::Lt => order == Some(Ordering::Less),
        BinaryOp::Le => matches!(order, Some(Ordering::Less | Ordering::Equal)),
        BinaryOp::Gt => order == Some(Ordering::Greater),
        _ => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
    }
}

/// The order of two scalars of one type.
pub(super) fn compare(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    Some(match (left, right) {
        (Value::Int(ty, x), Value::Int(_, y)) if ty.signed() => Some(x.cmp(y)),
        (Value::Int(_, x), Value::Int(_, y)) => Some((*x as u64).cmp(&(*y as u64))),
        (Value::Wide(IntTy::U128, x), Value::Wide(_, y)) => Some((**x as u128).cmp(&(**y as u128))),
        (Value::Wide(_, x), Value::Wide(_, y)) => Some(x.cmp(y)),
        (Value::F64(x), Value::F64(y)) => x.partial_cmp(y),
        (Value::F32(x), Value::F32(y)) => x.partial_cmp(y),
        (Value::Bool(x), Value::Bool(y)) => Some(x.cmp(y)),
        (Value::Char(x), Value::Char(y)) => Some(x.cmp(y)),
        (Value::Str(x), Value::Str(y)) => Some((***x).cmp(&***y)),
        (Value::Unit, Value::Unit) => Some(Ordering::Equal),
        _ => return None,
    })
}

/// The quick way: sixty-four bits are enough to work in, if overflow is looked for.
fn ints(op: BinaryOp, ty: IntTy, x: i64, other: IntTy, y: i64, span: Span) -> Result<Value, Trap> {
    use BinaryOp as Op;
    if op.compares() {
        let order = if ty.signed() { x.cmp(&y) } else { (x as u64).cmp(&(y as u64)) };
        return Ok(Value::Bool(holds(op, Some(order))));
    }
    if ty.signed() && ty.bits() < 64 && matches!(op, Op::Add | Op::Sub | Op::Mul) {
        let exact = match op {
            Op::Add => x + y,
            Op::Sub => x - y,
            _ => x * y,
        };
        let shift = 64 - ty.bits();
        if (exact << shift) >> shift == exact {
            return Ok(Value::Int(ty, exact));
        }
    }
    wide(op, (ty, number(ty, x)), (other, number(other, y)), span)
}

fn int_type(value: &Value) -> Option<IntTy> {
    match value {
        Value::Int(ty, _) | Value::Wide(ty, _) => Some(*ty),
        _ => None,
    }
}

fn number(ty: IntTy, bits: i64) -> i128 {
    if ty.signed() { i128::from(bits) } else { i128::from(bits as u64) }
}

/// Any width. What is a `u128` goes by its bits.
fn wide(op: BinaryOp, left: Int, right: Int, span: Span) -> Result<Value, Trap> {
    use BinaryOp as Op;
    let ((ty, x), y) = (left, right.1);
    if ty == IntTy::U128 {
        return unsigned_128(op, x as u128, y as u128)
            .map(|it| Value::int(IntTy::U128, it as i128))
            .ok_or_else(|| failed(op, left, right, span));
    }
    let exact = match op {
        Op::Add => x.checked_add(y),
        Op::Sub => x.checked_sub(y),
        Op::Mul => x.checked_mul(y),
        Op::Div => x.checked_div(y),
        Op::Rem => x.checked_rem(y).filter(|_| !(y == -1 && x == ty.range().0 && ty.signed())),
        Op::BitAnd => Some(x & y),
        Op::BitOr => Some(x | y),
        Op::BitXor => Some(x ^ y),
        Op::Shl | Op::Shr => {
            if !(0..i128::from(ty.bits())).contains(&y) {
                return Err(failed(op, left, right, span));
            }
            let shifted = if op == Op::Shl { x << y } else { x >> y };
            return Ok(Value::int(ty, shifted));
        }
        _ => None,
    };
    let (least, greatest) = ty.range();
    match exact {
        Some(exact) if (least..=greatest).contains(&exact) => Ok(Value::int(ty, exact)),
        _ => Err(failed(op, left, right, span)),
    }
}

fn unsigned_128(op: BinaryOp, x: u128, y: u128) -> Option<u128> {
    use BinaryOp as Op;
    match op {
        Op::Add => x.checked_add(y),
        Op::Sub => x.checked_sub(y),
        Op::Mul => x.checked_mul(y),
        Op::Div => x.checked_div(y),
        Op::Rem => x.checked_rem(y),
        Op::BitAnd => Some(x & y),
        Op::BitOr => Some(x | y),
        Op::BitXor => Some(x ^ y),
        Op::Shl => u32::try_from(y).ok().and_then(|y| x.checked_shl(y)),
        _ => u32::try_from(y).ok().and_then(|y| x.checked_shr(y)),
    }
}

fn float(op: BinaryOp, x: f64, y: f64) -> Option<f64> {
    Some(match op {
        BinaryOp::Add => x + y,
        BinaryOp::Sub => x - y,
        BinaryOp::Mul => x * y,
        BinaryOp::Div => x / y,
        BinaryOp::Rem => x % y,
        _ => return None,
    })
}

/// One operand; `None` leaves it to others.
pub(super) fn unary(op: UnaryOp, value: &Value, span: Span) -> Option<Result<Value, Trap>> {
    Some(Ok(match (op, value) {
        (UnaryOp::Not, Value::Bool(value)) => Value::Bool(!value),
        (UnaryOp::Not, Value::Int(ty, _) | Value::Wide(ty, _)) => Value::int(*ty, !value.as_int()?),
        (UnaryOp::Neg, Value::F64(value)) => Value::F64(-value),
        (UnaryOp::Neg, Value::F32(value)) => Value::F32(-value),
        (UnaryOp::Neg, Value::Int(ty, _) | Value::Wide(ty, _)) => {
            let value = value.as_int()?;
            if value == ty.range().0 {
                return Some(Err(not_negated((*ty, value), span)));
            }
            Value::int(*ty, -value)
        }
        _ => return None,
    }))
}

impl Machine {
    /// `as` an integer.
    #[inline(never)]
    pub(super) fn cast_int(&self, value: &Value, ty: IntTy, span: Span) -> Result<Value, Trap> {
        self.cast(value.clone(), &Ty::Int(ty), span)
    }

    /// `as`.
    pub(super) fn cast(&self, value: Value, ty: &Ty, span: Span) -> Result<Value, Trap> {
        Ok(match (ty, &value) {
            (Ty::Int(to), Value::Int(..) | Value::Wide(..)) => {
                Value::int(*to, value.as_int().unwrap_or_default())
            }
            (Ty::Int(to), Value::F64(x)) => float_to_int(*to, *x),
            (Ty::Int(to), Value::F32(x)) => float_to_int(*to, f64::from(*x)),
            (Ty::Int(to), Value::Bool(x)) => Value::int(*to, i128::from(*x)),
            (Ty::Int(to), Value::Char(x)) => Value::int(*to, i128::from(*x as u32)),
            (Ty::Int(to), Value::Unitary(adt, variant)) => {
                let discriminant = self.program().adt(*adt).variants[*variant as usize].discriminant;
                Value::int(*to, discriminant)
            }
            (Ty::Float(to), Value::Int(..) | Value::Wide(..)) => {
                let exact = value.as_int().unwrap_or_default();
                let unsigned = matches!(&value, Value::Wide(IntTy::U128, _));
                match (to, unsigned) {
                    (FloatTy::F64, false) => Value::F64(exact as f64),
                    (FloatTy::F64, true) => Value::F64(exact as u128 as f64),
                    (FloatTy::F32, false) => Value::F32(exact as f32),
                    (FloatTy::F32, true) => Value::F32(exact as u128 as f32),
                }
            }
            (Ty::Float(FloatTy::F64), Value::F32(x)) => Value::F64(f64::from(*x)),
            (Ty::Float(FloatTy::F32), Value::F64(x)) => Value::F32(*x as f32),
            (Ty::Char, Value::Int(_, x)) => Value::Char(char::from(*x as u8)),
            (Ty::Int(_) | Ty::Float(_) | Ty::Char, _)
                if value.is_plain() && !matches!(value, Value::Ref(..)) =>
            {
                match value {
                    Value::F64(_) | Value::F32(_) | Value::Char(_) => value,
                    _ => {
                        return Err(Trap::unsupported(
                            span,
                            "this cast is not supported by the playground yet",
                        ));
                    }
                }
            }
            _ => value,
        })
    }
}

fn float_to_int(ty: IntTy, value: f64) -> Value {
    if ty == IntTy::U128 {
        return Value::int(ty, value as u128 as i128);
    }
    let (least, greatest) = ty.range();
    Value::int(ty, (value as i128).clamp(least, greatest))
}
