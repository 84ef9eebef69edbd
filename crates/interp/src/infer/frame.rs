//! What is known of one body while it is looked at.

use super::Infer;
use super::instantiate::Impls;
use super::types::{Signature, Type};
use crate::source::Span;
use crate::tree::{Body, ExprId, FnId, Followed, LabelId, LocalId};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// One body: a function, a closure, an async block.
#[derive(Debug)]
pub(super) struct Frame {
    pub(super) body: Rc<Body>,
    pub(super) exprs: Vec<Type>,
    pub(super) locals: Vec<Type>,
    pub(super) ret: Type,
    /// What a labelled block or loop gives, when something leaves it with `break`.
    pub(super) labels: FxHashMap<LabelId, Label>,
    /// Whether what follows cannot be reached.
    pub(super) diverges: bool,
    /// Calls of generic functions, to say at the end what their parameters stand for.
    pub(super) calls: Vec<Call>,
    /// Receivers that a method takes by value, as they are.
    pub(super) by_value: FxHashSet<ExprId>,
    /// References that stand for what pointers behind them lead to.
    pub(super) followed: Vec<(ExprId, Followed)>,
}

/// What leaves a labelled block or loop.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) ty: Type,
    pub(super) broken: bool,
}

/// A call, or another mention, of a generic function.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) at: ExprId,
    pub(super) span: Span,
    pub(super) function: FnId,
    pub(super) args: Rc<[Type]>,
}

impl Frame {
    pub(super) fn new(body: Rc<Body>, ret: Type) -> Self {
        Frame {
            exprs: vec![Type::Unknown; body.exprs as usize],
            locals: vec![Type::Unknown; body.locals.len()],
            body,
            ret,
            labels: FxHashMap::default(),
            diverges: false,
            calls: Vec::new(),
            by_value: FxHashSet::default(),
            followed: Vec::new(),
        }
    }
}

impl Infer<'_> {
    pub(super) fn frame(&mut self) -> &mut Frame {
        let last = self.frames.len() - 1;
        &mut self.frames[last]
    }

    pub(super) fn local(&mut self, local: LocalId) -> Type {
        self.frame().locals.get(local.index()).cloned().unwrap_or(Type::Unknown)
    }

    pub(super) fn set_local(&mut self, local: LocalId, ty: Type) {
        let ty = self.bounded(ty);
        if let Some(slot) = self.frame().locals.get_mut(local.index()) {
            *slot = ty;
        }
    }

    pub(super) fn run(mut self, root: &Rc<Body>) -> super::Inferred {
        let function = self.program.function(self.root).clone();
        self.make_env();
        let own = self.own.clone();
        let params = self.instantiate_all(&function.params, &own, Impls::Opaque);
        let ret = self.instantiate(&function.ret, &own, Impls::Found);
        self.look_at(root, &Signature { params, ret });
        self.finish()
    }

    /// Goes through a body. Its frame is finished then.
    pub(super) fn look_at(&mut self, body: &Rc<Body>, signature: &Signature) {
        let mut frame = Frame::new(body.clone(), signature.ret.clone());
        if let Some(outer) = self.frames.last() {
            for capture in &body.captures {
                let ty = outer.locals.get(capture.outer.index()).cloned().unwrap_or(Type::Unknown);
                if let Some(slot) = frame.locals.get_mut(capture.inner.index()) {
                    *slot = ty;
                }
            }
        }
        self.frames.push(frame);
        for (pattern, ty) in body.params.iter().zip(&*signature.params) {
            self.pattern(pattern, ty);
        }
        self.expect(&body.value, &signature.ret);
        self.finished.extend(self.frames.pop());
    }

    /// What the function may take for granted: twice, because a bound can speak of what another one says.
    pub(super) fn make_env(&mut self) {
        let function = self.program.function(self.root).clone();
        let bounds = self.bounds_of(&function);
        let own = self.own.clone();
        for _ in 0..2 {
            let mut env = Vec::new();
            if let Some(of) = function.in_trait {
                let params = self.program.traits[of.index()].generics.params.len();
                if let Some((this, rest)) = own.get(..params).and_then(<[Type]>::split_first) {
                    let limit = super::Limit { of, args: rest.into(), assoc: Rc::new([]) };
                    env.push((this.clone(), limit));
                    if self.env.is_empty() {
                        self.env.clone_from(&env);
                    }
                }
            }
            for (ty, bound) in &bounds {
                let this = self.instantiate(ty, &own, Impls::Opaque);
                let limit = self.limit(bound, &own);
                env.push((self.shallow(&this), limit));
            }
            self.env = env;
        }
    }
}
