//! A body on its way: its frames (the function itself, closures and async blocks within), its variables and labels.

mod names;

pub(super) use names::Named;

use super::env::Env;
use super::world::{Source, SourceText, World};
use crate::diagnostic::Diagnostic;
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{
    Body, Capture, Expr, ExprId, ExprKind, FnId, LabelId, Local, LocalId, ModuleId, Note, Pat, PatKind,
    TraitId,
};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use syn::FnArg;

/// The deepest that expressions are nested, with what macros add.
const DEEPEST: u32 = 128;

/// Lowers a function's body.
pub(super) fn lower(world: &mut World, function: FnId, source: &Source) -> Body {
    let is_async = world.program.function(function).is_async;
    let mut cx = Cx::new(world, source.env.clone());
    cx.push_frame(Frame::new(function, FrameKind::Fn, is_async));
    let (params, value) = match &source.text {
        SourceText::Fn(signature, block) => {
            let params = cx.parameters(&signature.inputs);
            let module = cx.env.module;
            let block = cx.world.whole(module, block);
            let value = cx.block_expr(&block, None);
            (params, value)
        }
        SourceText::Value(value) => (Vec::new(), cx.expr(value)),
    };
    cx.pop_frame(params, value)
}

/// What is being lowered.
pub(super) struct Cx<'w> {
    pub(super) world: &'w mut World,
    pub(super) env: Env,
    pub(super) frames: Vec<Frame>,
    pub(super) ribs: Vec<Rib>,
    pub(super) traits: Rc<[TraitId]>,
    /// Those of the parameters' bounds that are not in scope.
    pub(super) bound_traits: Rc<[TraitId]>,
    pub(super) depth: u32,
}

/// What a frame is the body of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FrameKind {
    Fn,
    Closure,
    Async,
}

/// One body: the function's, or that of a closure or async block within.
pub(super) struct Frame {
    pub(super) function: FnId,
    pub(super) kind: FrameKind,
    pub(super) is_async: bool,
    /// Whether what is captured is moved: all, or what the frame around owns as a parameter.
    pub(super) by_move: Moves,
    pub(super) locals: Vec<Local>,
    pub(super) captures: Vec<Capture>,
    pub(super) notes: FxHashMap<ExprId, Note>,
    pub(super) exprs: u32,
    pub(super) labels: u32,
    /// The loops and labelled blocks that are open.
    pub(super) targets: Vec<Target>,
    /// The number of ribs when it began.
    ribs: usize,
}

/// Whether captures are by move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Moves {
    /// The text does not say.
    AsUsed,
    /// It says `move`.
    All,
    /// The body of an async closure takes the closure's parameters with it, and borrows the rest.
    Parameters,
}

impl Frame {
    pub(super) fn new(function: FnId, kind: FrameKind, is_async: bool) -> Self {
        Frame {
            function,
            kind,
            is_async,
            by_move: Moves::AsUsed,
            locals: Vec::new(),
            captures: Vec::new(),
            notes: FxHashMap::default(),
            exprs: 0,
            labels: 0,
            targets: Vec::new(),
            ribs: 0,
        }
    }
}

/// A loop or labelled block that `break` and `continue` lead to.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) name: Option<Symbol>,
    pub(super) label: LabelId,
    pub(super) is_loop: bool,
}

/// Names that are added by a piece of the text.
pub(super) enum Rib {
    /// Variables, the last first.
    Locals(Vec<(Symbol, LocalId)>),
    /// The items of a block.
    Items(ModuleId),
    /// The start of a frame.
    Frame,
}

impl<'w> Cx<'w> {
    pub(super) fn new(world: &'w mut World, env: Env) -> Self {
        let (traits, bound_traits) = (Rc::from([]), Rc::from([]));
        let mut cx = Cx { world, env, frames: Vec::new(), ribs: Vec::new(), traits, bound_traits, depth: 0 };
        cx.find_traits();
        cx
    }

    /// Finds the traits whose methods can be called here.
    pub(super) fn find_traits(&mut self) {
        let mut traits = self.world.traits_in_scope(self.env.module);
        let missing: Vec<_> = self.env.traits_around().filter(|it| !traits.contains(it)).collect();
        if !missing.is_empty() {
            let mut all: Vec<_> = traits.iter().copied().chain(missing).collect();
            all.sort_unstable();
            all.dedup();
            traits = all.into();
        }
        self.bound_traits = self.env.bound_traits().filter(|it| !traits.contains(it)).collect();
        self.traits = traits;
    }

    pub(super) fn push_frame(&mut self, frame: Frame) {
        self.ribs.push(Rib::Frame);
        self.ribs.push(Rib::Locals(Vec::new()));
        let ribs = self.ribs.len() - 2;
        self.frames.push(Frame { ribs, ..frame });
    }

    pub(super) fn pop_frame(&mut self, params: Vec<Pat>, value: Expr) -> Body {
        let frame = self.frames.pop().expect("a frame was pushed");
        self.ribs.truncate(frame.ribs);
        Body {
            function: frame.function,
            params,
            locals: frame.locals,
            captures: frame.captures,
            notes: frame.notes,
            value,
            exprs: frame.exprs,
            labels: frame.labels,
        }
    }

    pub(super) fn frame(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("a body is being lowered")
    }

    /// The patterns of a function's parameters.
    fn parameters<'a>(&mut self, inputs: impl IntoIterator<Item = &'a FnArg>) -> Vec<Pat> {
        let mut names = Vec::new();
        inputs
            .into_iter()
            .map(|it| match it {
                FnArg::Receiver(it) => {
                    let span = self.span(it.self_token.span);
                    let name = self.world.program.names.intern("self");
                    let local = self.declare(name, span, it.mutability.is_some());
                    Pat { kind: PatKind::Bind { local, by_ref: None, inner: None }, span }
                }
                FnArg::Typed(it) => self.parameter(&it.pat, &mut names),
            })
            .collect()
    }

    /// The place of a token.
    pub(super) fn span(&self, span: proc_macro2::Span) -> Span {
        self.world.span(self.env.module, span)
    }

    /// Numbers an expression.
    pub(super) fn make(&mut self, kind: ExprKind, span: Span) -> Expr {
        let frame = self.frame();
        let id = ExprId(frame.exprs);
        frame.exprs += 1;
        Expr { kind, span, id }
    }

    /// `()`.
    pub(super) fn unit(&mut self, span: Span) -> Expr {
        self.make(ExprKind::Tuple(Vec::new()), span)
    }

    pub(super) fn boxed(&mut self, kind: ExprKind, span: Span) -> Box<Expr> {
        Box::new(self.make(kind, span))
    }

    /// Makes a variable known in the innermost scope.
    pub(super) fn declare(&mut self, name: Symbol, span: Span, mutable: bool) -> LocalId {
        let local = self.hidden(name, span, mutable);
        match self.ribs.last_mut() {
            Some(Rib::Locals(names)) => names.push((name, local)),
            _ => self.ribs.push(Rib::Locals(vec![(name, local)])),
        }
        local
    }

    /// A variable that the text has no name for.
    pub(super) fn hidden(&mut self, name: Symbol, span: Span, mutable: bool) -> LocalId {
        let frame = self.frame();
        frame.locals.push(Local { name, span, mutable });
        LocalId(frame.locals.len() as u32 - 1)
    }

    /// A variable of sugar, with its pattern.
    pub(super) fn temporary(&mut self, name: &str, span: Span, mutable: bool) -> (LocalId, Pat) {
        let name = self.world.program.names.intern(name);
        let local = self.hidden(name, span, mutable);
        (local, Pat { kind: PatKind::Bind { local, by_ref: None, inner: None }, span })
    }

    /// Does something in a scope of its own.
    pub(super) fn scope<T>(&mut self, f: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.ribs.len();
        self.ribs.push(Rib::Locals(Vec::new()));
        let result = f(self);
        self.ribs.truncate(before);
        result
    }

    /// A new label.
    pub(super) fn label(&mut self) -> LabelId {
        let frame = self.frame();
        frame.labels += 1;
        LabelId(frame.labels - 1)
    }

    /// Does something with a loop or labelled block around it.
    pub(super) fn within<T>(
        &mut self,
        name: Option<Symbol>,
        is_loop: bool,
        f: impl FnOnce(&mut Self, LabelId) -> T,
    ) -> T {
        let label = self.label();
        self.frame().targets.push(Target { name, label, is_loop });
        let result = f(self, label);
        self.frame().targets.pop();
        result
    }

    /// Says what is wrong.
    pub(super) fn error(
        &mut self,
        span: Span,
        message: impl Into<String>,
        code: Option<&'static str>,
        hint: &str,
    ) {
        let mut error = Diagnostic::error(span, message);
        error.code = code;
        self.world.report(if hint.is_empty() { error } else { error.hint(hint) });
    }

    /// Says that something is not supported, and stands in for it.
    pub(super) fn unsupported(&mut self, span: Span, what: &str, hint: &str) -> Expr {
        self.error(span, format!("{what} not supported by the playground"), None, hint);
        self.unit(span)
    }

    /// Goes a level deeper, if that is not too deep.
    pub(super) fn deeper(&mut self, span: Span) -> bool {
        self.depth += 1;
        let fits = self.depth <= DEEPEST;
        if !fits {
            self.world.report(crate::parse::nested_too_deeply(span));
        }
        fits
    }
}
