//! Whether the functions of an `impl` are those that its trait declares.

use crate::diagnostic::Diagnostic;
use crate::lower::world::World;
use crate::source::FileId;
use crate::tree::{Function, Impl, ImplId, Receiver, Ty};
use std::rc::Rc;

impl World {
    /// Looks at the program's new `impl`s of its own traits.
    pub(in crate::lower) fn check_signatures(&mut self, new: &[ImplId]) {
        let program = self.program.clone();
        for id in new {
            let block = &program.impls[id.index()];
            let Some((of, _)) = &block.of else { continue };
            let header = &program.traits[of.index()];
            for (name, function) in block.functions.iter().filter(|_| header.span.file == FileId::PROGRAM) {
                let Some((_, declared)) = header.functions.iter().find(|it| it.0 == *name) else { continue };
                let (declared, found) = (program.function(*declared), program.function(*function));
                if let Some(wrong) = self.difference(block, header.name, declared, found) {
                    self.report(wrong);
                }
            }
        }
    }

    fn difference(
        &self,
        block: &Impl,
        of: crate::names::Symbol,
        declared: &Function,
        found: &Function,
    ) -> Option<Diagnostic> {
        let name = self.text(found.name);
        let said = |code, message| Some(Diagnostic::error(found.span, message).code(code));
        match (declared.receiver, found.receiver) {
            (Some(it), None) => {
                let it = shown(it);
                let message =
                    format!("method `{name}` has a `{it}` declaration in the trait, but not in the impl");
                return said("E0186", message);
            }
            (None, Some(it)) => {
                let it = shown(it);
                let message =
                    format!("method `{name}` has a `{it}` declaration in the impl, but not in the trait");
                return said("E0185", message);
            }
            _ => {}
        }
        let counted = |n: usize| if n == 1 { "1 parameter".to_owned() } else { format!("{n} parameters") };
        let (wanted, given) = (declared.params.len(), found.params.len());
        if wanted != given {
            let message = format!(
                "method `{name}` has {} but the declaration in trait `{}::{name}` has {wanted}",
                counted(given),
                self.text(of)
            );
            return said("E0050", message);
        }
        let is_typed = |it| matches!(it, None | Some(Receiver::Typed));
        let receivers = (declared.receiver, found.receiver);
        let other_receiver = receivers.0 != receivers.1 && !is_typed(receivers.0) && !is_typed(receivers.1);
        let skipped = usize::from(declared.receiver.is_some());
        let mut pairs = declared.params.iter().zip(&*found.params).skip(skipped);
        let other_result =
            !declared.is_async && !found.is_async && is_other(block, &declared.ret, &found.ret);
        let differs = other_receiver || other_result || pairs.any(|it| is_other(block, it.0, it.1));
        let message = || format!("method `{name}` has an incompatible type for trait");
        differs.then(|| said("E0053", message())).flatten()
    }
}

fn shown(receiver: Receiver) -> &'static str {
    match receiver {
        Receiver::Value | Receiver::Typed => "self",
        Receiver::Ref => "&self",
        Receiver::RefMut => "&mut self",
    }
}

/// Whether a type is surely another than the one that is declared: what an associated type or a parameter of the function
/// stands for is not looked at.
fn is_other(block: &Impl, declared: &Ty, found: &Ty) -> bool {
    let any = |declared: &Rc<[Ty]>, found: &Rc<[Ty]>| {
        declared.iter().zip(&**found).any(|it| is_other(block, it.0, it.1))
    };
    match (declared, found) {
        (Ty::Param(it), _) if it.index == 0 => {
            !block.self_ty.is_open() && is_other(block, &block.self_ty, found)
        }
        (Ty::Ref(a, x), Ty::Ref(b, y)) | (Ty::Ptr(a, x), Ty::Ptr(b, y)) => a != b || is_other(block, x, y),
        (Ty::Adt(a, x), Ty::Adt(b, y)) => a != b || any(x, y),
        (Ty::Tuple(x), Ty::Tuple(y)) => x.len() != y.len() || any(x, y),
        (Ty::Slice(x), Ty::Slice(y)) | (Ty::Array(x, _), Ty::Array(y, _)) => is_other(block, x, y),
        (Ty::Int(_), Ty::Int(_)) | (Ty::Float(_), Ty::Float(_)) => declared != found,
        _ => {
            is_plain(declared)
                && is_plain(found)
                && std::mem::discriminant(declared) != std::mem::discriminant(found)
        }
    }
}

/// Whether a type is of one kind, whatever its parts are.
fn is_plain(ty: &Ty) -> bool {
    matches!(
        ty,
        Ty::Int(_) | Ty::Float(_) | Ty::Bool | Ty::Char | Ty::Str | Ty::Ref(..) | Ty::Ptr(..) | Ty::Adt(..)
    ) || matches!(ty, Ty::Tuple(_) | Ty::Slice(_) | Ty::Array(..))
}
