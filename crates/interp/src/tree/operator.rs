//! The traits that operators stand for.

use super::BinaryOp;

/// A trait, and its function that an operator calls.
pub type Meant = [&'static str; 2];

/// The operators that do not compare; what those that assign stand for is behind.
pub const OPERATORS: [(BinaryOp, Meant, Meant); 10] = [
    (BinaryOp::Add, ["Add", "add"], ["AddAssign", "add_assign"]),
    (BinaryOp::Sub, ["Sub", "sub"], ["SubAssign", "sub_assign"]),
    (BinaryOp::Mul, ["Mul", "mul"], ["MulAssign", "mul_assign"]),
    (BinaryOp::Div, ["Div", "div"], ["DivAssign", "div_assign"]),
    (BinaryOp::Rem, ["Rem", "rem"], ["RemAssign", "rem_assign"]),
    (BinaryOp::BitAnd, ["BitAnd", "bitand"], ["BitAndAssign", "bitand_assign"]),
    (BinaryOp::BitOr, ["BitOr", "bitor"], ["BitOrAssign", "bitor_assign"]),
    (BinaryOp::BitXor, ["BitXor", "bitxor"], ["BitXorAssign", "bitxor_assign"]),
    (BinaryOp::Shl, ["Shl", "shl"], ["ShlAssign", "shl_assign"]),
    (BinaryOp::Shr, ["Shr", "shr"], ["ShrAssign", "shr_assign"]),
];

impl BinaryOp {
    /// What it stands for.
    pub fn meant(self) -> Meant {
        let found = OPERATORS.iter().find(|it| it.0 == self);
        found.map_or_else(|| Comparison::of(self).meant(), |it| it.1)
    }

    /// What it stands for where it assigns; nothing of one that compares.
    pub fn meant_assigning(self) -> Option<Meant> {
        OPERATORS.iter().find(|it| it.0 == self).map(|it| it.2)
    }
}

/// By which trait values are compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    /// `PartialEq`: any order but `Equal` means that they differ.
    Equality,
    /// `PartialOrd`.
    Partial,
    /// `Ord`.
    Total,
}

impl Comparison {
    /// What an operator asks for.
    pub fn of(op: BinaryOp) -> Self {
        if matches!(op, BinaryOp::Eq | BinaryOp::Ne) { Comparison::Equality } else { Comparison::Partial }
    }

    /// The trait and its function.
    pub fn meant(self) -> Meant {
        match self {
            Comparison::Equality => ["PartialEq", "eq"],
            Comparison::Partial => ["PartialOrd", "partial_cmp"],
            Comparison::Total => ["Ord", "cmp"],
        }
    }
}
