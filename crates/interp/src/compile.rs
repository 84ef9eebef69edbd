//! From the typed tree of a body to its code.

mod boxed;
mod call;
mod closure;
mod compact;
mod control;
mod expr;
mod note;
mod operator;
mod parts;
mod pattern;
mod place;
mod question;
mod registers;
mod scope;
mod temporary;

use crate::code::{Code, FieldSite, Op, Pc, Reg, Told, TypeArgs};
use crate::names::Symbol;
use crate::source::{FileId, Span};
use crate::tree::{Body, Expr, ExprId, FnId, LabelId, LocalId, ModuleId, Program, Ty, Types};
use crate::value::Value;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::Cell;
use std::rc::Rc;

/// What the compiler asks about other bodies.
pub trait Bodies {
    /// All items.
    fn program(&self) -> &Program;

    /// The body of a closure or an async block within the one that is compiled.
    fn inner(&self, function: FnId) -> Option<Rc<Body>>;

    /// The types in a body.
    fn types(&self, function: FnId) -> Option<Rc<Types>>;

    /// Which of its captures are by move, beside those that the text says are.
    fn moves(&self, function: FnId) -> FxHashSet<LocalId>;
}

/// Compiles a body.
pub fn compile(bodies: &dyn Bodies, body: &Body, types: &Types) -> Code {
    let boxed = boxed::boxed(bodies, body, types);
    let function = bodies.program().function(body.function).clone();
    let mut compiler = Compiler {
        bodies,
        body,
        types,
        boxed,
        code: Code::new(body.function),
        registers: FxHashMap::default(),
        top: 0,
        floor: 0,
        scopes: Vec::new(),
        exits: Vec::new(),
        closed: 0,
        phase: pattern::Phase::Test,
        reuse: false,
        labels: FxHashMap::default(),
        module: Some(function.module).filter(|_| function.span.file == FileId::PROGRAM),
        later: None,
        hoisted: FxHashMap::default(),
        is_global: bodies.program().globals.iter().any(|it| it.body == body.function),
        span: body.value.span,
    };
    compiler.code.own = compiler.module.is_some();
    compiler.function(&function);
    compiler.code
}

/// One body on its way.
struct Compiler<'a> {
    bodies: &'a dyn Bodies,
    body: &'a Body,
    types: &'a Types,
    /// The variables that live in cells.
    boxed: FxHashSet<LocalId>,
    code: Code,
    /// Where the variables are.
    registers: FxHashMap<LocalId, Reg>,
    /// The first free register.
    top: Reg,
    /// The first register that temporaries may have: those below hold what is kept.
    floor: Reg,
    /// The open scopes.
    scopes: Vec<scope::Scope>,
    /// Every `Exit` with the scope that it leaves, so that those of scopes that keep nothing can go.
    exits: Vec<(Pc, usize)>,
    /// The scope that was closed last.
    closed: usize,
    /// What is done with patterns.
    phase: pattern::Phase,
    /// Whether variables of a pattern have their registers already: in all but the first choice of `a | b`.
    reuse: bool,
    labels: FxHashMap<LabelId, control::Target>,
    /// The module of the program that the function is of.
    module: Option<ModuleId>,
    /// What is told before the call that is being compiled is made.
    later: Option<Told>,
    /// Cells for values that are made in a branch and outlive it.
    hoisted: FxHashMap<ExprId, Reg>,
    /// It is what a constant or a static is: what it refers to lives for ever.
    is_global: bool,
    /// Where the text is that is being compiled.
    span: Span,
}

impl Compiler<'_> {
    /// The whole function: its arguments are in the first registers, captures first, then the parameters.
    fn function(&mut self, function: &crate::tree::Function) {
        let captures: Vec<_> = self.body.captures.iter().map(|it| it.inner).collect();
        for local in captures {
            let reg = self.alloc();
            self.registers.insert(local, reg);
        }
        let first = self.top;
        let params = self.body.params.len() as u16;
        self.top += params;
        self.high_water();
        self.code.arguments = self.top;
        self.enter();
        if function.is_async {
            for index in 0..self.body.captures.len() as u16 {
                self.keep(index);
            }
        }
        for (index, pat) in self.body.params.iter().enumerate() {
            self.parameter(pat, first + index as u16);
        }
        let dst = self.alloc();
        self.value(&self.body.value, dst);
        self.exit();
        self.emit(Op::Return { src: dst });
        self.forget_idle_scopes();
        compact::compact(&mut self.code);
    }

    fn emit(&mut self, op: Op) -> Pc {
        self.code.ops.push(op);
        self.code.spans.push(self.span);
        self.code.ops.len() as Pc - 1
    }

    /// The next instruction's number.
    fn here(&self) -> Pc {
        self.code.ops.len() as Pc
    }

    /// Lets a jump that has been emitted lead here.
    fn land(&mut self, jump: Pc) {
        let here = self.here();
        self.land_at(jump, here);
    }

    fn land_at(&mut self, jump: Pc, target: Pc) {
        if let Some(to) = compact::target(&mut self.code.ops[jump as usize]) {
            *to = target;
        }
    }

    fn ty(&self, expr: &Expr) -> &Ty {
        self.types.exprs.get(expr.id.index()).unwrap_or(&Ty::Unknown)
    }

    fn local_ty(&self, local: LocalId) -> &Ty {
        self.types.locals.get(local.index()).unwrap_or(&Ty::Unknown)
    }

    fn constant(&mut self, value: Value) -> u16 {
        self.code.constants.push(value);
        self.code.constants.len() as u16 - 1
    }

    fn field(&mut self, name: Symbol) -> u16 {
        self.code.fields.push(FieldSite { name, from: self.module, last: Cell::new(None) });
        self.code.fields.len() as u16 - 1
    }

    fn type_list(&mut self, types: Rc<TypeArgs>) -> u16 {
        self.code.types.push(types);
        self.code.types.len() as u16 - 1
    }

    /// The number of a type that something is made to be.
    fn cast(&mut self, ty: Ty) -> u16 {
        self.asks_for(&ty);
        self.code.casts.push(ty);
        self.code.casts.len() as u16 - 1
    }

    /// Notes that the code asks for what is in a type.
    fn asks_for(&mut self, ty: &Ty) {
        self.code.generic |= ty.is_open();
    }
}

/// Whether a value of this type is a scalar or a reference, which is copied without a thought and needs no cell to have
/// its methods called.
fn is_scalar(ty: &Ty) -> bool {
    matches!(
        ty,
        Ty::Int(_)
            | Ty::Float(_)
            | Ty::Bool
            | Ty::Char
            | Ty::Never
            | Ty::Ref(false, _)
            | Ty::Fn(..)
            | Ty::Ptr(..)
    )
}
