//! Constants that are computed before the run: what rustc says of those that cannot be.

use super::{Machine, Panic, Trap};
use crate::source::Span;
use crate::tree::{BinaryOp, FnId, IntTy};
use std::rc::Rc;

/// Why a constant cannot be computed.
#[derive(Debug)]
pub struct Failure {
    /// The reason, in rustc's words.
    pub message: String,
    /// The constant's function and the calls within it, the innermost first: what they are in, and where.
    pub chain: Vec<(String, Span)>,
}

impl Machine {
    /// Computes a constant that nobody uses. Returns why that is not possible; nothing where it is only too much, or
    /// where something is missing for it.
    pub fn constant_fails(self: &Rc<Self>, body: FnId) -> Option<Failure> {
        self.quiet.set(true);
        let outcome = self.call(body, []);
        self.quiet.set(false);
        match outcome {
            Err(Trap::Panic(panic)) => Some(Failure { message: worded(&panic), chain: panic.chain })
                .filter(|it| !it.chain.is_empty()),
            _ => None,
        }
    }
}

fn worded(panic: &Panic) -> String {
    match (&panic.computing, panic.message.strip_prefix("index out of bounds: the len is ")) {
        (Some(words), _) => words.clone(),
        (None, Some(rest)) => format!("index out of bounds: the length is {rest}"),
        (None, None) => format!("evaluation panicked: {}", panic.message),
    }
}

/// An integer of a type.
pub(super) type Int = (IntTy, i128);

/// A panic of an operator, with what is said of it in a constant.
#[cold]
pub(super) fn failed(op: BinaryOp, left: Int, right: Int, span: Span) -> Trap {
    let zero = right.1 == 0 && matches!(op, BinaryOp::Div | BinaryOp::Rem);
    let (sign, overflow) = match op {
        BinaryOp::Add => ('+', "attempt to add with overflow"),
        BinaryOp::Sub => ('-', "attempt to subtract with overflow"),
        BinaryOp::Mul => ('*', "attempt to multiply with overflow"),
        BinaryOp::Div => ('/', "attempt to divide with overflow"),
        BinaryOp::Rem => ('%', "attempt to calculate the remainder with overflow"),
        BinaryOp::Shl => ('<', "attempt to shift left with overflow"),
        _ => ('>', "attempt to shift right with overflow"),
    };
    let (left, right) = (shown(left), shown(right));
    let (message, words) = match (sign, zero) {
        ('/', true) => ("attempt to divide by zero", format!("attempt to divide `{left}` by zero")),
        (_, true) => (
            "attempt to calculate the remainder with a divisor of zero",
            format!("attempt to calculate the remainder of `{left}` with a divisor of zero"),
        ),
        ('<' | '>', _) => {
            let what = overflow.trim_end_matches("with overflow");
            (overflow, format!("{what}by `{right}`, which would overflow"))
        }
        _ => (overflow, format!("attempt to compute `{left} {sign} {right}`, which would overflow")),
    };
    Trap::panic_computing(span, message, words)
}

/// The panic of a negation.
#[cold]
pub(super) fn not_negated(of: Int, span: Span) -> Trap {
    let words = format!("attempt to negate `{}`, which would overflow", shown(of));
    Trap::panic_computing(span, "attempt to negate with overflow", words)
}

/// An integer as rustc shows it in messages.
fn shown((ty, value): Int) -> String {
    let name = ty.name();
    let (least, greatest) = if ty == IntTy::U128 { (0, -1) } else { ty.range() };
    match value {
        it if it == greatest => format!("{name}::MAX"),
        it if it == least && ty.signed() => format!("{name}::MIN"),
        it if ty == IntTy::U128 => format!("{}_{name}", it as u128),
        it => format!("{it}_{name}"),
    }
}
