//! What the machine and the checks know of the library by name.

use super::{AdtId, FnId, TraitId, Ty};
use rustc_hash::FxHashMap;

/// The items of the library that the machine and the sugar know by name, such as `Option` or `Iterator::next`: those
/// marked `#[lang = "name"]` in the library's text.
#[derive(Clone, Debug, Default)]
pub struct Lang {
    /// Structs and enums.
    pub adts: FxHashMap<&'static str, AdtId>,
    /// Traits.
    pub traits: FxHashMap<&'static str, TraitId>,
    /// Functions, also those of traits.
    pub functions: FxHashMap<&'static str, FnId>,
}

impl Lang {
    /// Whether a struct or enum is the one that goes by that name.
    pub fn is(&self, adt: AdtId, name: &str) -> bool {
        self.adts.get(name) == Some(&adt)
    }

    /// Whether a type is a struct or enum that goes by one of these names, whatever its arguments are.
    pub fn is_type(&self, ty: &Ty, names: &[&str]) -> bool {
        matches!(ty, Ty::Adt(adt, _) if names.iter().any(|it| self.is(*adt, it)))
    }

    /// Whether a type owns what it points to, and has its methods.
    pub fn is_pointer(&self, ty: &Ty) -> bool {
        self.is_type(ty, &["Box", "Rc", "Arc"])
    }
}
