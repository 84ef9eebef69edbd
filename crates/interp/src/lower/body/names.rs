//! What a name within a body leads to: a variable of this body or of one around, an item of a block, an item.

use super::{Cx, FrameKind, Moves, Rib};
use crate::lower::module::{Def, Ns};
use crate::names::Symbol;
use crate::source::Span;
use crate::tree::{Capture, Local, LocalId};

/// What a single name leads to.
pub(in crate::lower) enum Named {
    Local(LocalId),
    Def(Def),
    /// A variable of a function around, which an item within cannot use.
    Nothing,
}

impl Cx<'_> {
    /// Looks up a name that stands alone.
    pub(in crate::lower) fn named(&mut self, name: Symbol, span: Span) -> Named {
        let mut frame = self.frames.len() - 1;
        for index in (0..self.ribs.len()).rev() {
            match &self.ribs[index] {
                Rib::Locals(names) => {
                    if let Some(&(_, local)) = names.iter().rev().find(|it| it.0 == name) {
                        return Named::Local(self.captured(frame, local, span));
                    }
                }
                &Rib::Items(module) => {
                    if let Some(def) = self.world.in_module(module, name, Ns::Value, module) {
                        return Named::Def(def);
                    }
                }
                Rib::Frame => frame = frame.saturating_sub(1),
            }
        }
        if let Some((param, true)) = self.env.param(name) {
            return Named::Def(Def::ConstParam(param));
        }
        match self.world.lexical(self.env.module, name, Ns::Value) {
            Some(def) => Named::Def(def),
            None => Named::Nothing,
        }
    }

    /// The variable that stands in the innermost frame for one of a frame around.
    fn captured(&mut self, owner: usize, local: LocalId, span: Span) -> LocalId {
        let mut local = local;
        for index in owner + 1..self.frames.len() {
            local = self.capture(index, local, span);
        }
        local
    }

    fn capture(&mut self, index: usize, outer: LocalId, span: Span) -> LocalId {
        if let Some(known) = self.frames[index].captures.iter().find(|it| it.outer == outer) {
            return known.inner;
        }
        let around = &self.frames[index - 1];
        let Local { name, mutable, span: declared } = around.locals[outer.index()].clone();
        let is_own = !around.captures.iter().any(|it| it.inner == outer);
        let frame = &mut self.frames[index];
        let by_move = match frame.by_move {
            Moves::All => true,
            Moves::AsUsed => false,
            Moves::Parameters => is_own,
        };
        frame.locals.push(Local { name, span: declared, mutable });
        let inner = LocalId(frame.locals.len() as u32 - 1);
        frame.captures.push(Capture { outer, inner, by_move, span });
        inner
    }

    /// Names of variables that are in scope, for suggestions.
    pub(in crate::lower) fn local_names(&self) -> Vec<Symbol> {
        let locals = self.ribs.iter().filter_map(|it| match it {
            Rib::Locals(names) => Some(names.iter().map(|it| it.0)),
            _ => None,
        });
        locals.flatten().collect()
    }

    /// Whether `await` may stand here.
    pub(in crate::lower) fn is_async(&self) -> bool {
        self.frames.last().is_some_and(|it| it.is_async)
    }

    /// What the innermost body is, for messages.
    pub(in crate::lower) fn frame_word(&self) -> &'static str {
        match self.frames.last().map(|it| it.kind) {
            Some(FrameKind::Closure) => "closure",
            Some(FrameKind::Async) => "`async` block",
            _ => "function",
        }
    }
}
