//! Which modules are within which.

use super::{ModuleId, Program};

impl Program {
    /// Whether a module is within another or is that one; nothing if they are not both known.
    pub fn is_within(&self, inner: ModuleId, outer: ModuleId) -> Option<bool> {
        self.modules_around.get(outer.index())?;
        let mut at = inner;
        while at != outer {
            match self.modules_around.get(at.index())? {
                Some(around) => at = *around,
                None => return Some(false),
            }
        }
        Some(true)
    }
}
