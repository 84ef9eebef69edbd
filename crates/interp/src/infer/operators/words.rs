//! How rustc speaks of operators.

use crate::tree::BinaryOp;

/// The sentences about one operator.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    pub(super) says: &'static str,
    pub(super) assigns: &'static str,
    /// Whether the right operand is named first.
    pub(super) right_first: bool,
    pub(super) sign: &'static str,
}

const WORDS: [(BinaryOp, &str, &str, bool, &str); 16] = [
    (BinaryOp::Add, "cannot add {} to {}", "cannot add-assign {} to {}", true, "+"),
    (BinaryOp::Sub, "cannot subtract {} from {}", "cannot subtract-assign {} from {}", true, "-"),
    (BinaryOp::Mul, "cannot multiply {} by {}", "cannot multiply-assign {} by {}", false, "*"),
    (BinaryOp::Div, "cannot divide {} by {}", "cannot divide-assign {} by {}", false, "/"),
    (
        BinaryOp::Rem,
        "cannot calculate the remainder of {} divided by {}",
        "cannot calculate and assign the remainder of {} divided by {}",
        false,
        "%",
    ),
    (BinaryOp::BitAnd, "no implementation for {} & {}", "no implementation for {} &= {}", false, "&"),
    (BinaryOp::BitOr, "no implementation for {} | {}", "no implementation for {} |= {}", false, "|"),
    (BinaryOp::BitXor, "no implementation for {} ^ {}", "no implementation for {} ^= {}", false, "^"),
    (BinaryOp::Shl, "no implementation for {} << {}", "no implementation for {} <<= {}", false, "<<"),
    (BinaryOp::Shr, "no implementation for {} >> {}", "no implementation for {} >>= {}", false, ">>"),
    (BinaryOp::Eq, "", "", false, "=="),
    (BinaryOp::Ne, "", "", false, "!="),
    (BinaryOp::Lt, "", "", false, "<"),
    (BinaryOp::Le, "", "", false, "<="),
    (BinaryOp::Gt, "", "", false, ">"),
    (BinaryOp::Ge, "", "", false, ">="),
];

pub(super) fn of(op: BinaryOp) -> Words {
    let (_, says, assigns, right_first, sign) = WORDS[op as usize];
    Words { says, assigns, right_first, sign }
}
