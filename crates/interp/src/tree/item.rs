//! Items: functions, types, traits, impls, constants.

use super::{
    AdtId, Bound, Expr, ExprId, FnId, GlobalId, ImplId, Lang, LocalId, ModuleId, Param, Pat, TraitId, Ty,
};
use crate::names::{Names, Symbol};
use crate::source::{File, FileId, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// The module around another, and the other's name.
pub type Around = (ModuleId, Option<Symbol>);

/// Everything that can be run: the library and the program.
///
/// The headers of all items are here from the start; bodies come when they are first needed.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// All names.
    pub names: Names,
    /// All texts; the program's is the first.
    pub files: Vec<File>,
    /// By [`FnId`].
    pub functions: Vec<Rc<Function>>,
    /// By [`AdtId`].
    pub adts: Vec<Rc<Adt>>,
    /// By [`TraitId`].
    pub traits: Vec<Rc<Trait>>,
    /// By [`ImplId`].
    pub impls: Vec<Rc<Impl>>,
    /// By [`GlobalId`].
    pub globals: Vec<Rc<Global>>,
    /// Traits that the program implements in a way that values do not always tell which `impl` is meant: for a `dyn`, for
    /// references too, for some arguments of a type and for others.
    pub typed: FxHashSet<TraitId>,
    /// The functions of the program's types that are private, and the modules that they are private to.
    pub private: FxHashMap<FnId, ModuleId>,
    /// What the machine itself has to know.
    pub lang: Lang,
    /// The program's `main`.
    pub main: Option<FnId>,
    /// The module around each of the modules that there are without the bodies, by [`ModuleId`], and its name; none where it
    /// is a block.
    pub modules_around: Rc<[Option<Around>]>,
}

/// What a `fn` item says of itself before its body.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name; of a closure `{closure}`, of an async block `{async block}`.
    pub name: Symbol,
    /// Where its name stands.
    pub span: Span,
    /// Where it was declared, for the names in its body.
    pub module: ModuleId,
    /// Whether its body is a future.
    pub is_async: bool,
    /// Its type parameters; those of the `impl` or trait around it come first.
    pub generics: Rc<Generics>,
    /// How it takes `self`, if it does.
    pub receiver: Option<Receiver>,
    /// The types of its parameters, `self` included.
    pub params: Rc<[Ty]>,
    /// What it returns; of an `async fn` what its future resolves to.
    pub ret: Ty,
    /// The parameters, by number, that are references whose lifetime is a part of what it returns.
    pub lent: Rc<[u16]>,
    /// The `impl` it is in.
    pub in_impl: Option<ImplId>,
    /// The trait it is declared in.
    pub in_trait: Option<TraitId>,
    /// How it is done.
    pub origin: Origin,
    /// Its attributes that matter: `tokio::main`, `test`, `track_caller`, `must_use`...
    pub attributes: Rc<[Attribute]>,
}

/// How a function is done.
#[derive(Clone, Debug)]
pub enum Origin {
    /// It has a body, which is in the text.
    Text,
    /// Its body is `native!()`: the machine does it. The name is `Type::function` or `module::function`.
    Native(Rc<str>),
    /// It is required of the implementors of a trait.
    Required,
    /// It makes a value of a tuple struct or a tuple variant.
    Constructor(AdtId, u32),
    /// It is derived: `Clone` of this type, say.
    Derived(Derive, AdtId),
}

/// How a method takes `self`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Receiver {
    /// `self`.
    Value,
    /// `&self`.
    Ref,
    /// `&mut self`.
    RefMut,
    /// `self: Pin<&mut Self>`, `self: Arc<Self>`, `self: &Arc<Self>`: the type is that of the first parameter.
    Typed,
}

/// An attribute with its arguments: `tokio::main(flavor = "current_thread")`.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Its path, segments joined by `::`.
    pub path: Rc<str>,
    /// `(name, value)`, a flag has an empty value.
    pub args: Rc<[(Rc<str>, Rc<str>)]>,
    /// Where.
    pub span: Span,
}

/// Type and constant parameters.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Generics {
    /// In order, those that are constants among them; of a trait and of what is in it the first is `Self`.
    pub params: Vec<Param>,
    /// Which of them are constants, by their numbers.
    pub consts: Vec<u16>,
    /// All bounds, those of a `where` clause included.
    pub bounds: Vec<(Ty, Bound)>,
    /// Whether the body speaks of a parameter in an expression (`T::default()`, `parse::<T>()`), so that it has to be
    /// told at run time what the parameters stand for.
    pub at_run_time: bool,
}

/// A struct or an enum.
#[derive(Clone, Debug)]
pub struct Adt {
    /// Its name.
    pub name: Symbol,
    /// Where its name stands.
    pub span: Span,
    /// Where it was declared.
    pub module: ModuleId,
    /// Its parameters.
    pub generics: Rc<Generics>,
    /// Whether it is an enum.
    pub is_enum: bool,
    /// A struct has one.
    pub variants: Rc<[Variant]>,
    /// Whether it implements a trait once for some of its arguments and once for others.
    pub told_apart: bool,
    /// How many lifetimes it has.
    pub lifetimes: u16,
    /// What it derives.
    pub derives: Rc<[Derive]>,
    /// Attributes that matter, such as those of serde and thiserror.
    pub attributes: Rc<[Attribute]>,
}

/// A variant of an enum, or a struct.
#[derive(Clone, Debug)]
pub struct Variant {
    /// Its name; of a struct that of the struct.
    pub name: Symbol,
    /// Its shape.
    pub shape: Shape,
    /// Its fields.
    pub fields: Rc<[Field]>,
    /// Its discriminant.
    pub discriminant: i128,
    /// Attributes that matter.
    pub attributes: Rc<[Attribute]>,
}

/// How the fields of a struct or variant are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub enum Shape {
    Unit,
    Tuple,
    Named,
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, or its number as text.
    pub name: Symbol,
    /// Its type.
    pub ty: Ty,
    /// Whether it can be used from outside of its module; of an enum it always can.
    pub public: bool,
    /// Attributes that matter.
    pub attributes: Rc<[Attribute]>,
}

impl Adt {
    /// Whether code of a file can name a field: the program cannot name what is private to the library, so that such a
    /// field never hides one of what a pointer leads to.
    pub fn shows(&self, field: &Field, to: FileId) -> bool {
        field.public || to != FileId::PROGRAM || self.span.file == FileId::PROGRAM
    }
}

/// What can be derived.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
#[allow(missing_docs)]
pub enum Derive {
    Clone,
    Copy,
    Debug,
    Default,
    Eq,
    Error,
    Hash,
    Ord,
    PartialEq,
    PartialOrd,
    Serialize,
    Deserialize,
}

/// A trait.
#[derive(Clone, Debug)]
pub struct Trait {
    /// Its name.
    pub name: Symbol,
    /// Where its name stands.
    pub span: Span,
    /// Its parameters; the first is `Self`.
    pub generics: Rc<Generics>,
    /// Its supertraits.
    pub supertraits: Rc<[Bound]>,
    /// Its functions, required and provided.
    pub functions: Rc<[(Symbol, FnId)]>,
    /// Its associated types, with their defaults.
    pub types: Rc<[(Symbol, Option<Ty>)]>,
    /// Its associated constants, with their types and defaults.
    pub consts: Rc<[(Symbol, Ty, Option<GlobalId>)]>,
}

/// An `impl` block.
#[derive(Clone, Debug)]
pub struct Impl {
    /// Its parameters.
    pub generics: Rc<Generics>,
    /// What it is for.
    pub self_ty: Ty,
    /// The trait and its arguments; none of an inherent one.
    pub of: Option<(TraitId, Rc<[Ty]>)>,
    /// Its functions.
    pub functions: Rc<[(Symbol, FnId)]>,
    /// Its associated types.
    pub types: Rc<[(Symbol, Ty)]>,
    /// Its associated constants.
    pub consts: Rc<[(Symbol, GlobalId)]>,
    /// Where.
    pub span: Span,
}

/// A `const` or a `static`.
#[derive(Clone, Debug)]
pub struct Global {
    /// Its name.
    pub name: Symbol,
    /// Its type.
    pub ty: Ty,
    /// What computes it.
    pub body: FnId,
    /// What becomes of it.
    pub kind: GlobalKind,
    /// Where its name stands.
    pub span: Span,
}

/// What becomes of a global value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GlobalKind {
    /// A new value at each use.
    Const,
    /// One place, and never dropped.
    Static,
    /// One place, written to.
    StaticMut,
    /// One place a thread, made when first used: `thread_local!`.
    ThreadLocal,
}

/// What a function does: its text, lowered.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whose it is.
    pub function: FnId,
    /// The patterns of its parameters, `self` included.
    pub params: Vec<Pat>,
    /// Its variables.
    pub locals: Vec<Local>,
    /// What it takes from the body around it: a closure's and an async block's.
    pub captures: Vec<Capture>,
    /// What it does.
    pub value: Expr,
    /// What the timeline is told of expressions.
    pub notes: FxHashMap<ExprId, Note>,
    /// How many expressions there are: an [`ExprId`] is less.
    pub exprs: u32,
    /// How many labels there are.
    pub labels: u32,
}

/// What the timeline is told of an expression when it is evaluated.
#[derive(Clone, Debug)]
pub enum Note {
    /// It makes resources that go by this name.
    Made(Rc<str>),
    /// It becomes a task if it is spawned.
    Task(TaskNote),
    /// It is called on another thread.
    Job(JobNote),
}

/// How a task is called.
#[derive(Clone, Debug)]
pub struct TaskNote {
    /// Its name.
    pub name: Rc<str>,
    /// Where it is spawned.
    pub place: Span,
    /// The operand's text where it calls an async function of the program by its name: the call is made in the task's first
    /// poll.
    pub call: Option<Rc<str>>,
}

/// How a job is called: as the function that it calls, with these arguments.
#[derive(Clone, Debug)]
pub struct JobNote {
    /// Where it is spawned.
    pub place: Span,
    /// What is called.
    pub function: FnId,
    /// Variables and literals that can be looked at beforehand; `None` for other arguments.
    pub args: Vec<Option<Expr>>,
}

/// A variable.
#[derive(Clone, Debug)]
pub struct Local {
    /// Its name.
    pub name: Symbol,
    /// Where it is declared.
    pub span: Span,
    /// Whether it is `mut`.
    pub mutable: bool,
}

/// A variable of the body around that a closure or async block uses.
#[derive(Clone, Debug)]
pub struct Capture {
    /// The variable around.
    pub outer: LocalId,
    /// The variable within that stands for it.
    pub inner: LocalId,
    /// Whether the text says `move`. Else inference decides by what the body does with it.
    pub by_move: bool,
    /// Where it is first used within.
    pub span: Span,
}

/// The types that inference found in a body.
#[derive(Clone, Debug, Default)]
pub struct Types {
    /// By [`ExprId`].
    pub exprs: Vec<Ty>,
    /// By [`LocalId`].
    pub locals: Vec<Ty>,
    /// What the body gives; of an async one, when it is awaited.
    pub ret: Option<Ty>,
    /// What the type parameters of a called function or a named item stand for, by the expression of the path or the
    /// method call, and whose parameters they are; `Unknown` where the text does not say.
    pub args: FxHashMap<ExprId, (FnId, Rc<[Ty]>)>,
    /// The function that a method call, or a path such as `Type::name`, leads to, where inference is certain.
    pub methods: FxHashMap<ExprId, FnId>,
    /// The captures, by their variables within, that are by move because the body consumes them.
    pub moved: FxHashSet<LocalId>,
    /// References to pointers of the program's or the library's that are used as ones to what those lead to.
    pub followed: FxHashMap<ExprId, Followed>,
}

/// What a reference is coerced by.
#[derive(Clone, Copy, Debug)]
pub struct Followed {
    /// How often what is behind it is dereferenced.
    pub times: u8,
    /// Whether what is found is written to.
    pub mutable: bool,
    /// Whether the machine does that by itself.
    pub by_itself: bool,
    /// Whether a slice is made of what is found: an array or a vector.
    pub slice: bool,
}

impl Program {
    /// The function with that number.
    pub fn function(&self, id: FnId) -> &Rc<Function> {
        &self.functions[id.index()]
    }

    /// Whether a function is a closure.
    pub fn is_closure(&self, id: FnId) -> bool {
        &**self.names.text(self.function(id).name) == "{closure}"
    }

    /// Whether a function is the body of an async block.
    pub fn is_async_block(&self, id: FnId) -> bool {
        &**self.names.text(self.function(id).name) == "{async block}"
    }

    /// The struct or enum with that number.
    pub fn adt(&self, id: AdtId) -> &Rc<Adt> {
        &self.adts[id.index()]
    }
}
