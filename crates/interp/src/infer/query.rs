//! What others ask of types.

use crate::tree::Ty;

/// Whether values of a type are held in a register as they are and copied when used: numbers, `bool`, `char`, shared
/// references, pointers to functions and raw pointers. A variable of such a type that is not borrowed needs no place of
/// its own in memory.
pub fn is_scalar(ty: &Ty) -> bool {
    match ty {
        Ty::Int(_) | Ty::Float(_) | Ty::Bool | Ty::Char | Ty::Never | Ty::Fn(..) | Ty::Ptr(..) => true,
        Ty::Tuple(parts) => parts.is_empty(),
        ty => is_shared_ref(ty),
    }
}

/// Whether a type is `&T`.
pub fn is_shared_ref(ty: &Ty) -> bool {
    matches!(ty, Ty::Ref(false, _))
}
