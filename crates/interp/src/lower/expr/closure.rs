//! Closures, async blocks, `await`: bodies of their own within a body.

use crate::lower::body::{Cx, Frame, FrameKind, Moves};
use crate::lower::collect::blank_function;
use crate::parse::Spanned as _;
use crate::source::Span;
use crate::tree::{Expr, ExprKind, FnId, Function, Pat, Ty};
use std::rc::Rc;

impl Cx<'_> {
    pub(super) fn closure(&mut self, it: &syn::ExprClosure) -> Expr {
        let start = it.asyncness.map(|it| it.span).or(it.capture.map(|it| it.span));
        let start = self.span(start.unwrap_or(it.inputs_begin.spans[0]));
        let id = self.inner_function("{closure}", start, false);
        let env = self.env.clone();
        let types: Rc<[Ty]> = it
            .inputs
            .iter()
            .map(|it| match it {
                syn::Pat::Type(it) => self.world.ty(&env, &it.ty),
                _ => Ty::Unknown,
            })
            .collect();
        let ret = match &it.output {
            syn::ReturnType::Default => Ty::Unknown,
            output => self.world.return_ty(&env, output),
        };
        let mut frame = Frame::new(id, FrameKind::Closure, false);
        frame.by_move = if it.capture.is_some() { Moves::All } else { Moves::AsUsed };
        self.push_frame(frame);
        let mut names = Vec::new();
        let params: Vec<Pat> = it.inputs.iter().map(|it| self.parameter(it, &mut names)).collect();
        let value = match &it.asyncness {
            Some(word) => {
                let place = self.span(word.span);
                let ret = ret.clone();
                self.async_body(place, Moves::Parameters, ret, |cx| cx.expr(&it.body))
            }
            None => self.expr(&it.body),
        };
        let span = start.to(value.span);
        let body = self.pop_frame(params, value);
        let ret = if it.asyncness.is_some() { Ty::Unknown } else { ret };
        self.finish_inner(id, body, types, ret);
        self.make(ExprKind::Closure(id), span)
    }

    pub(super) fn async_block(&mut self, it: &syn::ExprAsync) -> Expr {
        let start = self.span(it.async_token.span);
        let moves = if it.capture.is_some() { Moves::All } else { Moves::AsUsed };
        let end = self.span(it.block.brace_token.span.close());
        let mut expr = self.async_body(start, moves, Ty::Unknown, |cx| cx.block_expr(&it.block, None));
        expr.span = start.to(end);
        expr
    }

    /// A future of what is lowered within.
    pub(in crate::lower) fn async_body(
        &mut self,
        span: Span,
        moves: Moves,
        ret: Ty,
        f: impl FnOnce(&mut Self) -> Expr,
    ) -> Expr {
        let id = self.inner_function("{async block}", span, true);
        let mut frame = Frame::new(id, FrameKind::Async, true);
        frame.by_move = moves;
        self.push_frame(frame);
        let value = f(self);
        let body = self.pop_frame(Vec::new(), value);
        self.finish_inner(id, body, Rc::from([]), ret);
        self.make(ExprKind::Async(id), span)
    }

    /// A function without a name of its own.
    fn inner_function(&mut self, name: &str, span: Span, is_async: bool) -> FnId {
        let name = self.world.program.names.intern(name);
        let around = self.frame().function;
        let generics = self.world.program.function(around).generics.clone();
        let blank = blank_function(name, span, self.env.module);
        self.world.add_function(Function { is_async, generics, ..blank })
    }

    fn finish_inner(&mut self, id: FnId, body: crate::tree::Body, params: Rc<[Ty]>, ret: Ty) {
        let old = self.world.program.function(id).clone();
        self.world.program_mut().functions[id.index()] = Rc::new(Function { params, ret, ..(*old).clone() });
        self.world.bodies.insert(id, Ok(Rc::new(body)));
    }

    pub(super) fn awaited(&mut self, it: &syn::ExprAwait) -> Expr {
        let operand = self.boxed_expr(&it.base);
        let span = self.span(it.await_token.span);
        if !self.is_async() {
            let hint = match self.frame_word() {
                "closure" => "make it an `async` closure: `async || ..`",
                _ => "make the function `async fn`",
            };
            let message = "`await` is only allowed inside `async` functions and blocks";
            self.error(span, message, Some("E0728"), hint);
        }
        let text = name_of(&it.base);
        self.make(ExprKind::Await(operand, text), span)
    }
}

/// The text of an expression as a name: on one line, and cut.
pub(in crate::lower) fn name_of(expr: &syn::Expr) -> Rc<str> {
    meanwhile_instrument::naming::operand(expr.span()).into()
}
