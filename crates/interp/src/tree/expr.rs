//! Expressions and statements.

use super::{
    AdtId, Bound, ExprId, FloatTy, FnId, FormatArgs, GlobalId, IntTy, LabelId, LocalId, Param, Pat, TraitId,
    Ty,
};
use crate::names::Symbol;
use crate::source::Span;
use std::rc::Rc;

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Where.
    pub span: Span,
    /// Its number in its body.
    pub id: ExprId,
}

/// What an expression is.
///
/// `while` is a loop around an `if`; `for` stays, because ranges and vectors are worth a quick way; the macros of the
/// standard library that are more than sugar stay, too.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// A literal.
    Lit(Lit),
    /// A variable.
    Local(LocalId),
    /// An item by its path, or a function of a type.
    Path(Path),
    /// `f(a, b)`. A tuple struct's or variant's constructor is a path to a function.
    Call(Box<Expr>, Vec<Expr>),
    /// `a.m::<T>(b)`.
    Method(Box<MethodCall>),
    /// `a.b` or `a.0`.
    Field(Box<Expr>, Symbol),
    /// `a[b]`.
    Index(Box<Expr>, Box<Expr>),
    /// `!a`, `-a`.
    Unary(UnaryOp, Box<Expr>),
    /// `*a`.
    Deref(Box<Expr>),
    /// `a + b`, `a == b`; not `&&` and `||`.
    Binary(BinaryOp, Box<Expr>, Box<Expr>),
    /// `a && b`.
    And(Box<Expr>, Box<Expr>),
    /// `a || b`.
    Or(Box<Expr>, Box<Expr>),
    /// `a = b`. Where the left is a pattern (`(a, b) = c`, `_ = c`) it has become a `let` and plain assignments.
    Assign(Box<Expr>, Box<Expr>),
    /// `a += b`.
    AssignOp(BinaryOp, Box<Expr>, Box<Expr>),
    /// `&a`, `&mut a`, and `&raw const a`, `&raw mut a`.
    Ref {
        /// Whether `mut`.
        mutable: bool,
        /// Whether `raw`.
        raw: bool,
        /// Of what.
        of: Box<Expr>,
    },
    /// `a as T`.
    Cast(Box<Expr>, Ty),
    /// `(a, b)`; `()` has no members.
    Tuple(Vec<Expr>),
    /// `[a, b]`.
    Array(Vec<Expr>),
    /// `[a; n]`, with the count as types have it.
    Repeat(Box<Expr>, Box<Expr>, Ty),
    /// `Path { a: x, ..base }`: fields by their numbers, in the order of the text.
    Struct {
        /// Of which type.
        adt: AdtId,
        /// Which variant.
        variant: u32,
        /// The type arguments that the text gives.
        args: Option<Rc<[Ty]>>,
        /// Fields with their numbers.
        fields: Vec<(u32, Expr)>,
        /// What is behind `..`.
        base: Option<Box<Expr>>,
    },
    /// `{ a; b }`, also `unsafe`.
    Block(Block),
    /// `if a { b } else { c }`; `let` may stand in the condition, behind `&&` too.
    If(Box<Expr>, Box<Expr>, Option<Box<Expr>>),
    /// `let pattern = a`, as a condition.
    Let(Box<Pat>, Box<Expr>),
    /// `match a { .. }`.
    Match(Box<Expr>, Vec<Arm>),
    /// `loop { .. }`.
    Loop(LabelId, Box<Expr>),
    /// `while a { .. }`: scopes of the condition end before and after the body as in Rust.
    While(LabelId, Box<Expr>, Box<Expr>),
    /// `for pattern in a { .. }`.
    For {
        /// What `break` and `continue` lead to.
        label: LabelId,
        /// The pattern.
        pat: Box<Pat>,
        /// What is gone through.
        iter: Box<Expr>,
        /// What is done.
        body: Box<Expr>,
    },
    /// `break 'a value`.
    Break(LabelId, Option<Box<Expr>>),
    /// `continue 'a`.
    Continue(LabelId),
    /// `return value`.
    Return(Option<Box<Expr>>),
    /// `a?`.
    Try(Box<Expr>),
    /// A closure: its body is a function of its own.
    Closure(FnId),
    /// An async block: a function of its own, of which [`Function::is_async`](super::Function::is_async) is true.
    Async(FnId),
    /// `a.await`; the place is that of the word `await`, the text that of the operand. Without a text it is part of a
    /// macro, and not recorded.
    Await(Box<Expr>, Rc<str>),
    /// `format_args!(..)`, which all of the printing macros come down to.
    Format(Box<FormatArgs>),
    /// What only the machine can do, such as printing: a macro of the library comes down to it.
    Builtin(Builtin, Vec<Expr>),
}

/// A call of a method.
#[derive(Clone, Debug)]
pub struct MethodCall {
    /// Of what.
    pub receiver: Expr,
    /// Which.
    pub name: Symbol,
    /// Where the name stands.
    pub name_span: Span,
    /// What stands between `::<` and `>`.
    pub type_args: Option<Rc<[Ty]>>,
    /// The arguments.
    pub args: Vec<Expr>,
    /// The traits whose methods may be meant: those in scope.
    pub traits: Rc<[TraitId]>,
    /// Those that are there for type parameters alone, by their bounds.
    pub bound_traits: Rc<[TraitId]>,
}

/// A path that is an expression.
#[derive(Clone, Debug)]
pub struct Path {
    /// What it leads to.
    pub to: Res,
    /// The type arguments that the text gives to the item itself.
    pub args: Option<Rc<[Ty]>>,
}

/// What a path leads to.
#[derive(Clone, Debug)]
pub enum Res {
    /// A function, also a constructor of a tuple struct or variant.
    Fn(FnId),
    /// A unit struct or variant; its type arguments are those of the type.
    Unit(AdtId, u32),
    /// A constant or a static.
    Global(GlobalId),
    /// `Type::name`, `<Type as Trait>::name`, `T::name`, `Self::name`, `Trait::name` (then the type is unknown): a function
    /// or a constant of the type, to be found when the type is known.
    Assoc(Ty, Option<Bound>, Symbol),
    /// The value of a constant parameter, which has this type.
    Const(Param, Ty),
}

/// A literal.
#[derive(Clone, PartialEq, Debug)]
#[allow(missing_docs)]
pub enum Lit {
    Int(u128, Option<IntTy>),
    Float(f64, Option<FloatTy>),
    Bool(bool),
    Char(char),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
}

/// A block.
#[derive(Clone, Debug)]
pub struct Block {
    /// What `break 'label` leads to, if it has a label.
    pub label: Option<LabelId>,
    /// Its statements; items have been collected before.
    pub stmts: Vec<Stmt>,
    /// Its value.
    pub tail: Option<Box<Expr>>,
}

/// A statement.
#[derive(Clone, Debug)]
pub enum Stmt {
    /// `let pattern: T = a else { b };`
    Let {
        /// The pattern.
        pat: Pat,
        /// The type that the text gives.
        ty: Option<Ty>,
        /// What it is made from.
        init: Option<Expr>,
        /// What is done when the pattern does not match.
        otherwise: Option<Box<Expr>>,
    },
    /// `a;` or a block-like expression without one: its value is dropped.
    Expr(Expr),
}

/// An arm of a `match`.
#[derive(Clone, Debug)]
pub struct Arm {
    /// The pattern.
    pub pat: Pat,
    /// What is behind `if`; `let` may stand in it.
    pub guard: Option<Expr>,
    /// What is done.
    pub body: Expr,
}

/// Operators of one operand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum UnaryOp {
    Not,
    Neg,
}

/// Operators of two operands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum BinaryOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    BitAnd,
    BitOr,
    BitXor,
    Shl,
    Shr,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

impl BinaryOp {
    /// Whether it compares.
    #[inline(always)]
    pub fn compares(self) -> bool {
        self as u8 >= BinaryOp::Eq as u8
    }
}

/// What a branch of `join!` or `select!` is in the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Operand {
    /// Its text, as a name.
    pub text: Rc<str>,
    /// Where it stands.
    pub place: Span,
}

/// What only the machine can do. The arguments are those that stand behind it here.
#[derive(Clone, PartialEq, Debug)]
pub enum Builtin {
    /// `print!`, `println!` (with the line feed in the text): the format.
    Print,
    /// `eprint!`, `eprintln!`: the format.
    PrintErr,
    /// `format!`: the format.
    FormatString,
    /// `format_args!` by itself: the format.
    Arguments,
    /// `panic!` and its like: the format.
    Panic,
    /// `write!`: where to, and the format. Calls `write_fmt` there.
    Write,
    /// `vec![a, b]`: an array.
    Vec,
    /// `assert_eq!` and `assert_ne!` when they fail: left and right by reference, and the message or nothing.
    AssertFailed(BinaryOp),
    /// `join!` and `try_join!`: the futures. The value is a future of all
    /// outputs, which is awaited at once, by an [`Await`](ExprKind::Await) without a text.
    Join {
        /// `try_join!`.
        fails: bool,
        /// Whether every poll begins with the first.
        biased: bool,
        /// What stands for the futures in the text.
        operands: Rc<[Operand]>,
    },
    /// `select!`: the futures, then as many conditions (a literal `true` or a variable that was made before). The value is
    /// a set of futures. The sugar around it is a loop that awaits the set's [`SelectNext`](Builtin::SelectNext), asks
    /// which branch that was, tries the branch's pattern, switches the branch off if it does not match; behind the loop
    /// the set is dropped, the value is taken and the handler runs.
    ///
    /// For inference the set is a tuple of the futures' types, and so is what [`SelectNext`](Builtin::SelectNext) gives.
    Select {
        /// Whether the order is that of the text.
        biased: bool,
        /// Whether it is that of the futures crate: a future that has been ready is not polled again (`FusedFuture`), and
        /// which are ready at an end counts, not patterns.
        fused: bool,
        /// Whether there is a `default` branch: then the set's next is ready at once, with the number of branches plus one,
        /// where no future is.
        default: bool,
        /// What stands for the futures in the text.
        operands: Rc<[Operand]>,
    },
    /// A set by `&mut`: a future of an outcome, awaited without a text, which is a branch's number and what its future was ready with.
    SelectNext,
    /// An outcome by `&`: the number of its branch as a `usize`; the number of branches where all are switched off or over.
    SelectBranch,
    /// An outcome by `&`: a reference to the value of the branch with that number.
    SelectPeek(u32),
    /// An outcome: the value of the branch with that number.
    SelectTake(u32),
    /// A set by `&mut`: switches off the branch with that number, and drops nothing.
    SelectDisable(u32),
    /// Whether a logger or subscriber has been set up that prints messages of a level: its number, of which 1 is an
    /// error, 5 a trace. Says whether it is `tracing`'s.
    LogEnabled(bool),
    /// A message for the logger: the number of its level, and the format. As [`LogEnabled`](Builtin::LogEnabled); the text
    /// is the module.
    Log(bool, Rc<str>),
    /// `std::pin::pin!`: a value, which lives as long as the block around.
    Pin,
    /// The body of a native function: its parameters are in its first registers.
    Native,
}
