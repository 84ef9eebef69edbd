//! Which modules are within which.

use super::{Adt, Field, ModuleId, Program};
use crate::source::FileId;

impl Program {
    /// Whether code of a module may use a field: what is private to another does not hide one of the same name that a pointer
    /// leads to.
    pub fn reaches(&self, from: ModuleId, adt: &Adt, field: &Field) -> bool {
        field.public || adt.span.file != FileId::PROGRAM || self.is_within(from, adt.module) != Some(false)
    }

    /// Whether a module is within another or is that one; nothing if they are not both known.
    pub fn is_within(&self, inner: ModuleId, outer: ModuleId) -> Option<bool> {
        self.modules_around.get(outer.index())?;
        let mut at = inner;
        while at != outer {
            match self.modules_around.get(at.index())? {
                Some((around, _)) => at = *around,
                None => return Some(false),
            }
        }
        Some(true)
    }
}
