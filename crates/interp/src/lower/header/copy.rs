//! Types that say they are `Copy`, but own something.

use crate::diagnostic::Diagnostic;
use crate::lower::world::World;
use crate::source::{FileId, Span};
use crate::tree::{AdtId, TraitId, Ty};

/// Types of the library that are not copied, whatever their arguments.
const MOVED: [&str; 12] = [
    "String", "Vec", "Box", "Rc", "Arc", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque", "Mutex",
    "RefCell",
];

impl World {
    /// Notes that the program says of a type that it is `Copy`.
    pub(super) fn note_copy(&mut self, of: TraitId, ty: &Ty, at: Span) {
        if let Ty::Adt(id, _) = ty
            && at.file == FileId::PROGRAM
            && self.is_copy(of)
        {
            self.copied.push((*id, at));
        }
    }

    fn is_copy(&self, of: TraitId) -> bool {
        let it = &self.program.traits[of.index()];
        it.span.file != FileId::PROGRAM && &*self.text(it.name) == "Copy"
    }

    /// Says which of the types that are `Copy` cannot be: when all items are known.
    pub(in crate::lower) fn check_copied(&mut self) {
        for (id, at) in std::mem::take(&mut self.copied) {
            let adt = self.program.adt(id).clone();
            let mut fields = adt.variants.iter().flat_map(|it| it.fields.iter());
            if let Some(field) = fields.find(|it| self.is_moved(&it.ty)) {
                let message = "the trait `Copy` cannot be implemented for this type";
                let hint = format!(
                    "the field `{}` does not implement `Copy`: leave `Copy` away, and write `.clone()` where it is needed",
                    self.text(field.name)
                );
                self.report(Diagnostic::error(at, message).code("E0204").hint(hint));
            }
        }
    }

    /// Whether values of a type are surely moved.
    fn is_moved(&self, ty: &Ty) -> bool {
        match ty {
            Ty::Ref(true, _) => true,
            Ty::Tuple(parts) => parts.iter().any(|it| self.is_moved(it)),
            Ty::Array(of, _) => self.is_moved(of),
            Ty::Adt(id, args) => {
                let adt = self.program.adt(*id);
                let name = self.text(adt.name);
                if adt.span.file == FileId::PROGRAM {
                    return !self.has_copy(*id);
                }
                MOVED.contains(&&*name) || &*name == "Option" && args.iter().any(|it| self.is_moved(it))
            }
            _ => false,
        }
    }

    fn has_copy(&self, id: AdtId) -> bool {
        let is_for = |ty: &Ty| !matches!(ty, Ty::Adt(other, _) if *other != id);
        self.program.impls.iter().any(|it| {
            it.span.file == FileId::PROGRAM
                && it.of.as_ref().is_some_and(|of| self.is_copy(of.0))
                && is_for(&it.self_ty)
        })
    }
}
