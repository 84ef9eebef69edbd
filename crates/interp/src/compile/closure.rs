//! Closures and async blocks: what they take with them.

use super::Compiler;
use crate::code::{CaptureFrom, Op, Reg};
use crate::tree::FnId;

impl Compiler<'_> {
    /// Makes a closure or the future of an async block.
    pub(super) fn make(&mut self, function: FnId, dst: Reg) {
        let Some(inner) = self.bodies.inner(function) else { return };
        // What it asks for is not known yet: it gets what there is.
        self.code.generic |= !self.bodies.program().function(function).generics.params.is_empty();
        let moves = self.bodies.moves(function);
        let captures = inner.captures.iter().map(|it| {
            let reg = self.registers.get(&it.outer).copied().unwrap_or_default();
            let by_move = it.by_move || moves.contains(&it.inner);
            match (by_move, self.boxed.contains(&it.outer)) {
                (true, true) => CaptureFrom::CellValue(reg),
                (true, false) => CaptureFrom::Value(reg),
                (false, _) => CaptureFrom::Cell(reg),
            }
        });
        let captures = captures.collect();
        self.code.captures.push(captures);
        let captures = self.code.captures.len() as u16 - 1;
        self.emit(Op::Make { dst, function, captures });
    }
}
