//! Constants that cannot be computed are refused before the run: E0080.
//!
//! All constants and statics that stand by themselves are computed once, as rustc does; those of types and traits only
//! count where they are used, and are left to the run.

use super::{Front, Handle};
use crate::diagnostic::Diagnostic;
use crate::machine::{Failure, Limits, Machine};
use crate::source::FileId;
use crate::tree::{BinaryOp, Builtin, Expr, ExprKind, Global, GlobalKind, Origin, Program, Res, UnaryOp};
use std::rc::Rc;

/// Enough for tables and checks; what wants more is left to the run.
const LIMITS: Limits = Limits {
    turn: 1_000_000,
    total: 2_000_000,
    depth: 200,
    memory: 4 << 20,
    output: 0,
    tasks: 0,
    threads: 0,
    stack: 128 << 10,
};

impl Front {
    /// Says which constants cannot be computed.
    pub(super) fn check_constants(self: &Rc<Self>) -> Vec<Diagnostic> {
        let program = self.program();
        let wanted: Vec<_> = program.globals.iter().filter(|it| self.may_fail(&program, it)).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let Ok(machine) = Machine::new(Box::new(Handle(self.clone())), LIMITS) else { return Vec::new() };
        let failures = wanted.iter().filter_map(|it| Some((*it, machine.constant_fails(it.body)?)));
        let mut found: Vec<_> = failures.filter_map(|(it, why)| refusal(&program, it, &why)).collect();
        // Those that are computed with others fail with them.
        found.sort_by_key(|it| (it.span.line, it.span.column));
        found.dedup_by_key(|it| it.span);
        found
    }

    fn may_fail(&self, program: &Program, global: &Global) -> bool {
        let function = program.function(global.body);
        let of_trait =
            || program.traits.iter().any(|it| it.consts.iter().any(|it| self.is(program, it.2, global)));
        global.span.file == FileId::PROGRAM
            && global.kind != GlobalKind::ThreadLocal
            && function.in_impl.is_none()
            && function.generics.params.is_empty()
            && self.bodies.borrow().get(&global.body).is_some_and(|it| can_panic(program, &it.value))
            && !of_trait()
    }

    fn is(&self, program: &Program, one: Option<crate::tree::GlobalId>, global: &Global) -> bool {
        one.is_some_and(|it| program.globals[it.index()].body == global.body)
    }
}

/// Whether there is something in an expression that may panic. Functions of the library are taken not to, if they are no
/// methods: most make what a static holds.
fn can_panic(program: &Program, expr: &Expr) -> bool {
    use BinaryOp as Op;
    let by_itself = match &expr.kind {
        ExprKind::Binary(op, ..) => {
            matches!(op, Op::Add | Op::Sub | Op::Mul | Op::Div | Op::Rem | Op::Shl | Op::Shr)
        }
        ExprKind::Unary(UnaryOp::Neg, of) => !matches!(of.kind, ExprKind::Lit(_)),
        ExprKind::AssignOp(..) | ExprKind::Index(..) | ExprKind::Method(_) => true,
        ExprKind::Builtin(it, _) => matches!(it, Builtin::Panic),
        ExprKind::Call(callee, _) => match &callee.kind {
            ExprKind::Path(path) => match &path.to {
                Res::Fn(function) => {
                    let function = program.function(*function);
                    function.span.file == FileId::PROGRAM && matches!(function.origin, Origin::Text)
                }
                // Which function of a type it is, is known only with the types.
                Res::Assoc(..) => true,
                _ => false,
            },
            _ => true,
        },
        _ => false,
    };
    let mut found = by_itself;
    expr.each_part(&mut |it| found = found || can_panic(program, it));
    found
}

/// What rustc says: at the place in the constant's own text, with the way from there as remarks.
fn refusal(program: &Program, global: &Global, why: &Failure) -> Option<Diagnostic> {
    let name = program.names.text(global.name);
    let (_, span) = *why.chain.last()?;
    let inner = &why.chain[..why.chain.len() - 1];
    let how = if inner.is_empty() { "failed here" } else { "failed inside this call" };
    let message = why.message.lines().next().unwrap_or_default();
    let mut it =
        Diagnostic::error(span, message).code("E0080").label(span, format!("evaluation of `{name}` {how}"));
    for (number, (function, place)) in inner.iter().enumerate() {
        let what = if number == 0 { "the failure occurred here" } else { "called here" };
        it = it.label(*place, format!("inside `{function}`: {what}"));
    }
    Some(it)
}
