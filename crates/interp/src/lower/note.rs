//! What the timeline is told of expressions: the names of tasks, jobs and resources. They are those that the instrument
//! pass gives them.

use super::body::Cx;
use crate::parse::Spanned as _;
use crate::source::{FileId, Span};
use crate::tree::{Expr, ExprKind, FnId, JobNote, Note, Path, Res, TaskNote, Ty};
use meanwhile_instrument::naming;
use std::rc::Rc;
use syn::ext::IdentExt as _;

/// Where tokio's tasks are.
const TASKS: &str = "library/tokio/task.rs";

/// Below this is what makes resources.
const RESOURCES: &str = "library/tokio/";

impl Cx<'_> {
    /// Whether what is being lowered is the program's: only that is shown.
    fn is_shown(&self) -> bool {
        self.world.modules.get(self.env.module).file == FileId::PROGRAM
    }

    /// Notes what a call makes a task or a job of.
    pub(super) fn note_call(&mut self, it: &syn::ExprCall, callee: &Expr, args: &[Expr]) {
        if !self.is_shown() {
            return;
        }
        let (Some(syntax), [operand]) = (it.args.first(), args) else { return };
        let ExprKind::Path(Path { to: Res::Fn(function), .. }) = &callee.kind else { return };
        let function = self.world.program.function(*function).clone();
        if self.world.program.files[function.span.file.0 as usize].name.as_ref() != TASKS {
            return;
        }
        let place = self.span(it.span());
        match &**self.world.program.names.text(function.name) {
            "spawn" | "spawn_local" => self.note_task(syntax, operand, place),
            "spawn_blocking" => self.note_job(syntax, operand, place),
            _ => {}
        }
    }

    /// Notes what a call of a method seems to make a task or a job of.
    pub(super) fn note_method(&mut self, it: &syn::ExprMethodCall, args: &[Expr]) {
        if !self.is_shown() {
            return;
        }
        let place = self.span(it.method.span());
        let [operand] = args else { return };
        if let Some(syntax) = naming::spawned_by(it) {
            self.note_task(syntax, operand, place);
        } else if it.method == "spawn_blocking" {
            self.note_job(&it.args[0], operand, place);
        }
    }

    fn note_task(&mut self, syntax: &syn::Expr, operand: &Expr, place: Span) {
        let call = self.calls_async_fn(syntax, operand).then(|| naming::operand(syntax.span()).into());
        let note = TaskNote { name: naming::task(syntax).into(), place, call };
        self.frame().notes.insert(operand.id, Note::Task(note));
    }

    /// Whether an expression calls an async function of the program by its name.
    fn calls_async_fn(&self, syntax: &syn::Expr, operand: &Expr) -> bool {
        let (syn::Expr::Call(call), ExprKind::Call(callee, _)) = (syntax, &operand.kind) else {
            return false;
        };
        let by_name = matches!(&*call.func, syn::Expr::Path(it) if it.path.get_ident().is_some());
        let ExprKind::Path(Path { to: Res::Fn(function), .. }) = &callee.kind else { return false };
        let function = self.world.program.function(*function);
        let closure = call.args.iter().any(|it| matches!(it, syn::Expr::Closure(_)));
        by_name && !closure && function.is_async && function.span.file == FileId::PROGRAM
    }

    /// A job is called as the function that its closure calls.
    fn note_job(&mut self, syntax: &syn::Expr, operand: &Expr, place: Span) {
        let Some((function, args)) = self.called_by(syntax) else { return };
        let args = args.iter().map(|it| self.looked_at_beforehand(it)).collect();
        self.frame().notes.insert(operand.id, Note::Job(JobNote { place, function, args }));
    }

    /// The function of the program that a closure calls and does no more.
    fn called_by<'a>(&mut self, syntax: &'a syn::Expr) -> Option<(FnId, Vec<&'a syn::Expr>)> {
        let syn::Expr::Closure(closure) = syntax else { return None };
        let mut body = &*closure.body;
        while let syn::Expr::Block(it) = body
            && let [syn::Stmt::Expr(inner, None)] = &it.block.stmts[..]
        {
            body = inner;
        }
        let syn::Expr::Call(call) = body else { return None };
        let syn::Expr::Path(path) = &*call.func else { return None };
        let callee = self.path(path, super::path::Kind::Call);
        match callee.kind {
            ExprKind::Path(Path { to: Res::Fn(function), .. }) => {
                Some((function, call.args.iter().collect()))
            }
            _ => None,
        }
    }

    /// An argument that can be looked at before it is passed.
    fn looked_at_beforehand(&mut self, arg: &syn::Expr) -> Option<Expr> {
        const COPYING: [&str; 4] = ["clone", "into", "to_owned", "to_string"];
        match arg {
            syn::Expr::Lit(_) => Some(self.expr(arg)),
            syn::Expr::Path(it) if it.path.get_ident().is_some() => {
                let value = self.expr(arg);
                let is_global = matches!(&value.kind, ExprKind::Path(it) if matches!(it.to, Res::Global(_)));
                (is_global || matches!(value.kind, ExprKind::Local(_))).then_some(value)
            }
            syn::Expr::Paren(it) => self.looked_at_beforehand(&it.expr),
            syn::Expr::Reference(it) if it.mutability.is_none() => self.looked_at_beforehand(&it.expr),
            syn::Expr::MethodCall(it) if COPYING.iter().any(|name| it.method == name) => {
                self.looked_at_beforehand(&it.receiver)
            }
            _ => None,
        }
    }

    /// Notes the variable that something goes into which makes resources.
    pub(super) fn note_made(&mut self, pattern: &syn::Pat, syntax: &syn::Expr, init: &Expr) {
        if self.is_shown()
            && let Some(name) = naming::variable(pattern)
            && naming::may_be_named(syntax)
            && self.makes_resources(syntax, init)
        {
            let name = name.unraw().to_string().into();
            self.frame().notes.insert(init.id, Note::Made(name));
        }
    }

    fn makes_resources(&self, syntax: &syn::Expr, made: &Expr) -> bool {
        let (syn::Expr::Call(call), ExprKind::Call(callee, args)) = (syntax, &made.kind) else {
            return false;
        };
        match (call.args.first(), args.first()) {
            (Some(syntax), Some(inner)) if naming::is_wrapper(call) => self.makes_resources(syntax, inner),
            _ => self.path_in_tokio(callee).is_some_and(|it| naming::MAKERS.contains(&&*it)),
        }
    }

    /// The path below `tokio` of what is called, as it is written in tokio's documentation.
    fn path_in_tokio(&self, callee: &Expr) -> Option<Rc<str>> {
        let program = &self.world.program;
        let below = |span: Span| program.files[span.file.0 as usize].name.strip_prefix(RESOURCES);
        let ExprKind::Path(path) = &callee.kind else { return None };
        match &path.to {
            Res::Assoc(Ty::Adt(adt, _), None, name) => {
                let adt = program.adt(*adt);
                let folder = below(adt.span)?.split('/').next()?;
                let names = [folder, program.names.text(adt.name), program.names.text(*name)];
                Some(names.join("::").into())
            }
            Res::Fn(function) => {
                let function = program.function(*function);
                let module = below(function.span)?.strip_suffix(".rs")?.replace('/', "::");
                Some(format!("{module}::{}", program.names.text(function.name)).into())
            }
            _ => None,
        }
    }
}
