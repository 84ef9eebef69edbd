//! Registers: variables and temporaries share them as on a stack.

use super::Compiler;
use crate::code::{Code, Reg};
use crate::tree::FnId;

impl Compiler<'_> {
    /// The next free register.
    pub(super) fn alloc(&mut self) -> Reg {
        self.top += 1;
        self.high_water();
        self.top - 1
    }

    pub(super) fn high_water(&mut self) {
        self.code.registers = self.code.registers.max(self.top);
    }

    /// Free registers that follow one another; at least one.
    pub(super) fn reserve(&mut self, count: u16) -> (Reg, u16) {
        let first = self.top;
        self.top += count.max(1);
        self.high_water();
        (first, count)
    }

    /// Where a call's arguments, made from `at` on, can be called: not below what has been kept meanwhile, since the
    /// registers of the called function begin there.
    pub(super) fn above_kept(&mut self, at: Reg, count: u16) -> Reg {
        if self.floor <= at {
            return at;
        }
        let (above, _) = self.reserve(count);
        for index in 0..count {
            self.emit(crate::code::Op::Move { dst: above + index, src: at + index });
        }
        above
    }

    /// Does something with temporaries, which are free again afterwards, but for those that are kept.
    pub(super) fn with_temps<R>(&mut self, work: impl FnOnce(&mut Self) -> R) -> R {
        let top = self.top;
        let result = work(self);
        self.top = top.max(self.floor);
        result
    }
}

impl Code {
    /// The code of a function, still without instructions.
    pub(super) fn new(function: FnId) -> Self {
        Code {
            function,
            ops: Vec::new(),
            spans: Vec::new(),
            registers: 0,
            arguments: 0,
            constants: Vec::new(),
            methods: Vec::new(),
            fields: Vec::new(),
            paths: Vec::new(),
            types: Vec::new(),
            generic: false,
            own: false,
            casts: Vec::new(),
            formats: Vec::new(),
            builtins: Vec::new(),
            captures: Vec::new(),
            parts: Vec::new(),
            awaits: Vec::new(),
            notes: Vec::new(),
        }
    }
}
