//! Scopes: what is kept in one is dropped at its end, last first.

use super::Compiler;
use crate::code::{Op, Pc, Reg};

/// An open scope.
pub(super) struct Scope {
    /// Its number among all of the function.
    number: usize,
    /// Whether anything is kept in it.
    keeps: bool,
    /// Its `Enter`.
    start: Pc,
    /// Below which registers were kept when it was opened.
    floor: Reg,
    /// The first that was free.
    top: Reg,
}

impl Compiler<'_> {
    /// Opens a scope.
    pub(super) fn enter(&mut self) {
        let start = self.emit(Op::Enter);
        self.scopes.push(Scope {
            number: start as usize,
            keeps: false,
            start,
            floor: self.floor,
            top: self.top,
        });
    }

    /// Closes the innermost scope.
    pub(super) fn exit(&mut self) {
        let Some(scope) = self.scopes.pop() else { return };
        self.floor = scope.floor;
        self.top = scope.top;
        self.closed = scope.number;
        let exit = self.emit(Op::Exit);
        self.exits.push((exit, scope.number));
        if !scope.keeps {
            self.code.ops[scope.start as usize] = Op::Nop;
        }
    }

    /// Leaves scopes by a jump, down to how many there were at its target.
    pub(super) fn exit_to(&mut self, depth: usize) {
        for index in (depth..self.scopes.len()).rev() {
            let number = self.scopes[index].number;
            let exit = self.emit(Op::Exit);
            self.exits.push((exit, number));
        }
    }

    /// Leaves a scope that has been closed, where a jump from within it lands.
    pub(super) fn leave_closed(&mut self, scope: usize) {
        let exit = self.emit(Op::Exit);
        self.exits.push((exit, scope));
    }

    /// Has a register dropped at the end of the innermost scope.
    pub(super) fn keep(&mut self, reg: Reg) {
        self.emit(Op::Keep { reg });
        self.floor = self.floor.max(reg + 1);
        if let Some(scope) = self.scopes.last_mut() {
            scope.keeps = true;
        }
    }

    /// Does something in a scope of its own.
    pub(super) fn scoped(&mut self, work: impl FnOnce(&mut Self)) {
        self.enter();
        work(self);
        self.exit();
    }

    /// Takes out the exits of scopes that turned out to keep nothing.
    pub(super) fn forget_idle_scopes(&mut self) {
        for (exit, scope) in std::mem::take(&mut self.exits) {
            if matches!(self.code.ops[scope], Op::Nop) {
                self.code.ops[exit as usize] = Op::Nop;
            }
        }
    }
}
