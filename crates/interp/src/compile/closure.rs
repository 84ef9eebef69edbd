//! Closures and async blocks: what they take with them.

use super::{Compiler, parts};
use crate::code::{CaptureFrom, Op, Reg};
use crate::source::FileId;
use crate::tree::FnId;

impl Compiler<'_> {
    /// Makes a closure or the future of an async block.
    pub(super) fn make(&mut self, function: FnId, dst: Reg) {
        let Some(inner) = self.bodies.inner(function) else { return };
        // What it asks for is not known yet: it gets what there is.
        self.code.generic |= !self.bodies.program().function(function).generics.params.is_empty();
        let moves = self.bodies.moves(function);
        let own = self.bodies.program().function(function).span.file == FileId::PROGRAM;
        let mut captures = Vec::new();
        for it in &inner.captures {
            let reg = self.registers.get(&it.outer).copied().unwrap_or_default();
            let by_move = it.by_move || moves.contains(&it.inner);
            let parts = || parts::parts(self.bodies, &inner, it.inner);
            // Of what the text does not say is moved, some parts may be and others not.
            let parts = (own && by_move).then(parts).flatten().filter(|all| it.by_move || all.len() == 1);
            captures.push(match (by_move, parts, self.boxed.contains(&it.outer)) {
                (true, Some(parts), _) => {
                    self.code.parts.push(parts);
                    CaptureFrom::Parts(reg, self.code.parts.len() as u16 - 1)
                }
                (true, None, true) => CaptureFrom::CellValue(reg),
                (true, None, false) => CaptureFrom::Value(reg),
                (false, ..) => CaptureFrom::Cell(reg),
            });
        }
        let captures = captures.into();
        self.code.captures.push(captures);
        let captures = self.code.captures.len() as u16 - 1;
        self.emit(Op::Make { dst, function, captures });
    }
}
