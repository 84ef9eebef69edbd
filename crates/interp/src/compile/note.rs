//! What the timeline is told of expressions.

use super::Compiler;
use crate::code::{Op, Reg, Told};
use crate::tree::{Expr, ExprKind, JobNote, Note, TaskNote};

impl Compiler<'_> {
    /// Puts the value of an expression of which there is a note into a register.
    pub(super) fn noted(&mut self, note: &Note, expr: &Expr, dst: Reg) {
        match note {
            Note::Made(name) => {
                self.tell(Told::Made(Some(name.clone())), dst);
                self.value_of(expr, dst);
                self.tell(Told::Made(None), dst);
            }
            Note::Task(note) => self.task(note, expr, dst),
            Note::Job(note) => self.job(note, expr, dst),
        }
    }

    pub(super) fn tell(&mut self, told: Told, at: Reg) {
        self.code.notes.push(told);
        let note = self.code.notes.len() as u16 - 1;
        self.emit(Op::Note { note, at });
    }

    fn task(&mut self, note: &TaskNote, expr: &Expr, dst: Reg) {
        match (&expr.kind, &note.call) {
            (ExprKind::Async(_), _) => self.tell(Told::Bare, dst),
            (ExprKind::Call(..), Some(text)) => self.later = Some(Told::Later(text.clone(), note.place)),
            _ => {}
        }
        self.value_of(expr, dst);
        self.tell(Told::Task(note.name.clone(), note.place), dst);
    }

    fn job(&mut self, note: &JobNote, expr: &Expr, dst: Reg) {
        let (first, _) = self.reserve(note.args.len().max(1) as u16);
        for (index, arg) in note.args.iter().enumerate() {
            if let Some(arg) = arg {
                let src = self.looked_at(arg);
                self.emit(Op::Copy { dst: first + index as Reg, src });
            }
        }
        let shown = note.args.iter().map(Option::is_some).collect();
        self.tell(Told::Job(note.function, shown, note.place), first);
        self.value_of(expr, dst);
        self.tell(Told::Called, dst);
    }
}
