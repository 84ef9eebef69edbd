//! Bytecode: what the machine runs.
//!
//! A function works on registers, which are numbered from 0 in its frame. Its arguments come in the first of them. A call
//! finds its arguments in registers that follow one another, and leaves its result in the first of these.

use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{
    AdtId, BinaryOp, Builtin, FnId, FormatSpec, GlobalId, IntTy, ModuleId, TraitId, Ty, UnaryOp,
};
use crate::value::{Head, Value};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// A register of a frame.
pub type Reg = u16;

/// An instruction's number in its function.
pub type Pc = u32;

/// The code of one function.
#[derive(Debug)]
pub struct Code {
    /// Whose it is.
    pub function: FnId,
    /// The instructions.
    pub ops: Vec<Op>,
    /// The place of each instruction in the text.
    pub spans: Vec<Span>,
    /// How many registers it needs.
    pub registers: u16,
    /// In how many registers it gets its arguments, captures and hidden arguments included.
    pub arguments: u16,
    /// Constants, by number.
    pub constants: Vec<Value>,
    /// Calls of methods, by number.
    pub methods: Vec<MethodSite>,
    /// Names of fields with what was found when they were last looked up.
    pub fields: Vec<FieldSite>,
    /// Paths that are looked up at run time.
    pub paths: Vec<PathSite>,
    /// Type arguments of calls.
    pub types: Vec<Rc<TypeArgs>>,
    /// Whether it is the program's own.
    pub own: bool,
    /// Whether it asks what type parameters stand for, itself or in what it calls.
    pub generic: bool,
    /// The types that casts make, and the errors that `?` makes.
    pub casts: Vec<Ty>,
    /// What formatted texts are made of.
    pub formats: Vec<Rc<[FormatPiece]>>,
    /// What only the machine can do.
    pub builtins: Vec<Builtin>,
    /// What closures and async blocks take with them.
    pub captures: Vec<Rc<[CaptureFrom]>>,
    /// The parts of variables that closures take.
    pub parts: Vec<Rc<[FieldPath]>>,
    /// The texts of awaited operands.
    pub awaits: Vec<Rc<str>>,
    /// What the timeline is told.
    pub notes: Vec<Told>,
}

/// What the timeline is told before or after something is evaluated.
#[derive(Clone, Debug)]
pub enum Told {
    /// What is made from now on goes by this name.
    Made(Option<Rc<str>>),
    /// The async block that comes next has no span: a task stands for it.
    Bare,
    /// The call of an async function that comes next is made when its future is first polled, as if awaited there.
    Later(Rc<str>, Span),
    /// What is in the register becomes a task of this name if it is spawned.
    Task(Rc<str>, Span),
    /// A job calls this function with what is in this many registers, as far as it can be shown.
    Job(FnId, Rc<[bool]>, Span),
    /// The job is what is in the register.
    Called,
}

/// What is said of a call's type arguments.
#[derive(Debug)]
pub struct TypeArgs {
    /// The function whose parameters they stand for, those of what is around it first; none if they are given by the text
    /// to whatever function it turns out to be.
    pub of: Option<FnId>,
    /// The types.
    pub args: Rc<[Ty]>,
    /// Whether they speak of the caller's own parameters.
    pub open: bool,
}

/// A call of a method.
#[derive(Debug)]
pub struct MethodSite {
    /// Its name.
    pub name: Symbol,
    /// What the text or inference says of its type arguments.
    pub types: Option<Rc<TypeArgs>>,
    /// The traits that may be meant.
    pub traits: Rc<[TraitId]>,
    /// Where the name stands.
    pub span: Span,
    /// How many references and boxes lead to what has the method, where a pointer may have one of the same name.
    pub behind: Option<u8>,
    /// Whether the function that inference means is the very one.
    pub certain: bool,
    /// What was picked before.
    pub memo: Option<Memo>,
}

impl MethodSite {
    /// One of which no more is said.
    pub fn new(name: Symbol, traits: Rc<[TraitId]>, span: Span) -> Self {
        MethodSite { name, types: None, traits, span, behind: None, certain: false, memo: None }
    }
}

/// What of several candidates was picked before, for the types that have come by.
#[derive(Debug, Default)]
pub struct Memo(RefCell<Vec<(usize, Key, Option<usize>)>>);

impl Memo {
    /// Types of more kinds than this are not worth to be remembered.
    const MOST: usize = 16;

    /// What was picked of these candidates for this type: its number, or that there is none.
    pub fn find<T>(&self, candidates: &[T], key: Key) -> Option<Option<usize>> {
        let all = self.0.borrow();
        let same = |it: &&(usize, Key, Option<usize>)| it.0 == candidates.as_ptr().addr() && it.1 == key;
        all.iter().find(same).map(|it| it.2)
    }

    /// Remembers it.
    pub fn note<T>(&self, candidates: &[T], key: Key, picked: Option<usize>) {
        let mut all = self.0.borrow_mut();
        if all.len() < Memo::MOST {
            all.push((candidates.as_ptr().addr(), key, picked));
        }
    }
}

/// A field's name.
#[derive(Debug)]
pub struct FieldSite {
    /// The name.
    pub name: Symbol,
    /// The module that names it, from where not every field is to be seen; none if all are.
    pub from: Option<ModuleId>,
    /// Of which type and variant it was last asked for, and which slot that was.
    pub last: Cell<Option<(AdtId, u32, u32)>>,
}

/// A path that is looked up when the types are known.
#[derive(Debug)]
pub struct PathSite {
    /// The type.
    pub ty: Ty,
    /// The trait, if the text names one.
    pub of: Option<TraitId>,
    /// The name.
    pub name: Symbol,
    /// What the text or inference says of its type arguments.
    pub types: Option<Rc<TypeArgs>>,
}

/// A part of a formatted text: a literal, or an argument by its number in the registers, with its type where the value does
/// not tell by which `impl` it is formatted.
#[derive(Debug)]
#[allow(missing_docs)]
pub enum FormatPiece {
    Text(Rc<str>),
    Arg(u16, FormatSpec, Option<Ty>),
}

/// Where a capture comes from.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum CaptureFrom {
    /// The value of a register: copied or moved.
    Value(Reg),
    /// The value in a register's cell: copied or moved.
    CellValue(Reg),
    /// The cell itself, which is shared.
    Cell(Reg),
    /// Some parts of what is in a register or its cell, by the number of their list: copied or moved.
    Parts(Reg, u16),
}

/// The names of fields that lead to a part.
pub type FieldPath = Rc<[Symbol]>;

/// An instruction. `dst` is where the result goes.
///
/// *Taking* a register empties it. *Using* it copies what is `Copy` and takes the rest. *Looking at* it leaves it.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs)]
pub enum Op {
    /// Does nothing.
    Nop,
    /// Puts a constant.
    Const { dst: Reg, constant: u16 },
    /// Puts a small integer.
    Int { dst: Reg, ty: IntTy, value: i32 },
    /// Puts `()`.
    Unit { dst: Reg },
    /// Takes a register.
    Move { dst: Reg, src: Reg },
    /// Uses a register.
    Use { dst: Reg, src: Reg },
    /// Puts a second handle to what is in a register: of scalars and references.
    Copy { dst: Reg, src: Reg },
    /// Puts what is in a register into a new cell, in the same register.
    Cell { reg: Reg },
    /// Uses what is in a cell.
    UseCell { dst: Reg, cell: Reg },
    /// Assigns to what is in a cell, as `Store` does to the place, which is noted in a register for that.
    StoreCell { cell: Reg, place: Reg, src: Reg },
    /// As `AssignOp`, of what is in a cell.
    AssignOpCell { op: BinaryOp, cell: Reg, place: Reg, value: Reg },
    /// Refers to what is in a cell.
    RefCell { dst: Reg, cell: Reg },
    /// Assigns to a register: drops what was there.
    Assign { dst: Reg, src: Reg },
    /// Assigns to what a place refers to: drops what was there.
    Store { place: Reg, src: Reg },
    /// Uses what a place refers to.
    Load { dst: Reg, place: Reg },
    /// As `Bind`, but leaves what it uses where it is.
    Peek { dst: Reg, place: Reg, mode: Reg },
    /// The place of an element.
    Element { dst: Reg, place: Reg, index: u16 },
    /// The place of a field: of what the base refers to, or of the base itself; through references and pointers. `mutable`
    /// says that it is written to: pointers of the program's are asked for their `deref_mut`.
    Field { dst: Reg, base: Reg, field: u16, mutable: bool },
    /// The value of a field, used; the same as `Field` and `Load`.
    FieldValue { dst: Reg, base: Reg, field: u16 },
    /// The place of a slot of what the base refers to, without any search.
    Slot { dst: Reg, base: Reg, slot: u16 },
    /// The place behind `*`; the base is the place of the reference or pointer if `place`, else the very thing.
    Deref { dst: Reg, base: Reg, place: bool, mutable: bool },
    /// The place behind `[]`; the index is in the register behind the base. For a type of the program it is a call.
    Index { dst: Reg, base: Reg, mutable: bool },
    /// Jumps.
    Jump { to: Pc },
    /// Jumps if a register that it looks at is `true`.
    JumpIf { condition: Reg, to: Pc },
    /// Jumps if it is `false`.
    JumpIfNot { condition: Reg, to: Pc },
    /// Two operands that it looks at. For what is no number it is a call.
    Binary { op: BinaryOp, dst: Reg, left: Reg, right: Reg },
    /// An operand and a constant, which is an integer.
    BinaryInt { op: BinaryOp, dst: Reg, left: Reg, right: i32 },
    /// Compares and jumps if the answer is `no`.
    JumpUnless { op: BinaryOp, left: Reg, right: Reg, to: Pc },
    /// As that, with a constant, which is an integer.
    JumpUnlessInt { op: BinaryOp, left: Reg, right: i32, to: Pc },
    /// Does nothing: says of the next instruction's operands what inference has found of them, where the values may not tell
    /// which function is meant.
    Operands { types: u16 },
    /// `place += value`.
    AssignOp { op: BinaryOp, place: Reg, value: Reg },
    /// `register += value`, of a variable that has no cell.
    AssignOpReg { op: BinaryOp, dst: Reg, value: Reg },
    /// One operand.
    Unary { op: UnaryOp, dst: Reg, src: Reg },
    /// `as`.
    Cast { dst: Reg, src: Reg, cast: u16 },
    /// The address of a pointer, to be compared with that of another.
    Address { dst: Reg, src: Reg },
    /// `as` an integer of at most 64 bits.
    CastInt { dst: Reg, src: Reg, ty: IntTy },
    /// Takes registers that follow one another.
    Tuple { dst: Reg, first: Reg, count: u16 },
    /// An array of taken registers.
    Array { dst: Reg, first: Reg, count: u16 },
    /// `[value; count]`; the count is in the register behind the value.
    Repeat { dst: Reg, value: Reg },
    /// A struct or variant of taken registers.
    Struct { dst: Reg, first: Reg, adt: AdtId, shape: u16 },
    /// Calls a function.
    Call { function: FnId, at: Reg, count: u16 },
    /// Calls a generic function.
    CallGeneric { function: FnId, at: Reg, count: u16, types: u16 },
    /// Calls what is in a register: a function, a closure. Its arguments are behind it.
    CallValue { at: Reg, count: u16 },
    /// Calls a method. The receiver is a place if `place`, else a value.
    Method { site: u16, at: Reg, count: u16, place: bool },
    /// Calls what a path leads to, for the types at run time and those of the arguments.
    CallPath { site: u16, at: Reg, count: u16 },
    /// Puts what a path leads to, for the types at run time.
    Path { dst: Reg, site: u16 },
    /// Puts a function with type arguments.
    Function { dst: Reg, function: FnId, types: u16 },
    /// Puts the value of a constant parameter, of this type.
    Parameter { dst: Reg, param: u16, ty: u16 },
    /// Puts a `PhantomData`, which knows of what.
    Phantom { dst: Reg, ty: u16 },
    /// Puts the place of a static, or the value of a constant.
    Global { dst: Reg, global: GlobalId },
    /// Makes a closure or a future.
    Make { dst: Reg, function: FnId, captures: u16 },
    /// Returns from the function; its scopes have been left.
    Return { src: Reg },
    /// Opens a scope.
    Enter,
    /// Drops what was kept since the scope was opened, last first.
    Exit,
    /// Has a register dropped at the end of the scope.
    Keep { reg: Reg },
    /// Drops what is in a register now.
    Drop { reg: Reg },
    /// The place behind all references that a place refers to; `mode` is set to `true` if there are any, so that what is
    /// bound below is bound by reference.
    Strip { dst: Reg, place: Reg, mode: Reg },
    /// Binds a variable to what a place refers to: to a reference if `mode` says so, else by using it.
    Bind { dst: Reg, place: Reg, mode: Reg },
    /// Jumps if what a place refers to is not that variant.
    JumpUnlessVariant { place: Reg, variant: u16, to: Pc },
    /// Jumps if what a place refers to has not that many elements, or, if `more`, fewer.
    JumpUnlessLen { place: Reg, len: u16, more: bool, to: Pc },
    /// The slice of what a place refers to from an element to one counted from the end.
    Rest { dst: Reg, place: Reg, from: u16, back: u16 },
    /// The place of an element counted from the end.
    Back { dst: Reg, place: Reg, back: u16 },
    /// Waits for a future that it takes, and puts its output.
    Await { dst: Reg, future: Reg, text: u16 },
    /// Tells the timeline something; of what is in the register, or behind it.
    Note { note: u16, at: Reg },
    /// `?`: takes a register. Puts the value it goes on with, and jumps; else puts the error, or nothing for `None`.
    Try { dst: Reg, src: Reg, on: Pc },
    /// The `Err` or `None` that a function returns with, made of an error of its own type or of nothing.
    Residual { reg: Reg, cast: u16 },
    /// The next of an iterator, or a jump if there is none.
    Next { dst: Reg, iter: Reg, end: Pc },
    /// The next of the integers from one register to the one behind it, or a jump if there is none.
    Count { dst: Reg, at: Reg, inclusive: bool, end: Pc },
    /// Makes an iterator from what it takes.
    Iter { dst: Reg, src: Reg },
    /// The text of a format; the arguments are places.
    Format { dst: Reg, format: u16, first: Reg },
    /// What only the machine can do.
    Builtin { builtin: u16, at: Reg, count: u16 },
    /// Panics: no arm matches. Cannot happen in a program that rustc accepts.
    Unreachable,
}

/// What methods are found by.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Key {
    Int(IntTy),
    F32,
    F64,
    Bool,
    Char,
    Str,
    Unit,
    Slice,
    Fn,
    Tuple(u8),
    Obj(Head),
}
