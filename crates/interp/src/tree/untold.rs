//! Types whose values do not tell all of their arguments.

use super::Adt;

impl Adt {
    /// Whether it is a struct with a constant parameter that is no part of any field: `Ring<T, const N: usize> { items: Vec<T> }`.
    /// Its values have one part more, which knows their type.
    pub fn has_untold(&self) -> bool {
        let [of] = &self.variants[..] else { return false };
        let told = |param: u16| of.fields.iter().any(|it| it.ty.speaks_of(param));
        !self.is_enum && self.generics.consts.iter().any(|it| !told(*it))
    }
}
