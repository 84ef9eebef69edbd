//! `?`.

use super::super::Infer;
use super::super::types::Type;
use crate::tree::Expr;
use std::rc::Rc;

impl Infer<'_> {
    pub(super) fn question_mark(&mut self, of: &Expr) -> Type {
        let ty = self.infer(of, None);
        let ty = self.settled(&ty);
        let Some((output, error)) = self.branched(&ty) else {
            self.shake(&ty);
            return Type::Unknown;
        };
        if let Some(error) = error {
            let ret = self.frame().ret.clone();
            self.thrown.push((error, ret));
        }
        output
    }

    /// What `?` goes on with, and the error that it returns with, if there is one.
    fn branched(&mut self, ty: &Type) -> Option<(Type, Option<Type>)> {
        let Type::Adt(adt, args) = ty else { return None };
        match &args[..] {
            [output] if self.index.is_adt(*adt, "Option") => Some((output.clone(), None)),
            [output, error] if self.index.is_adt(*adt, "Result") => {
                Some((output.clone(), Some(error.clone())))
            }
            [_, output] if self.index.is_adt(*adt, "ControlFlow") => Some((output.clone(), None)),
            [ready] if self.index.is_adt(*adt, "Poll") => {
                let ready = self.settled(ready);
                let (output, error) = self.branched_ready(&ready)?;
                Some((Type::Adt(*adt, Rc::new([output])), error))
            }
            _ => None,
        }
    }

    /// As [`branched`](Infer::branched), of what is in a `Poll`.
    fn branched_ready(&mut self, ready: &Type) -> Option<(Type, Option<Type>)> {
        match ready {
            Type::Adt(adt, args) if self.index.is_adt(*adt, "Option") => {
                let item = self.settled(args.first()?);
                let (output, error) = self.branched(&item).filter(|it| it.1.is_some())?;
                Some((Type::Adt(*adt, Rc::new([output])), error))
            }
            other => self.branched(other).filter(|it| it.1.is_some()),
        }
    }

    /// The error that a function returns with whose result is of this type.
    pub(in crate::infer) fn returned_error(&self, ty: &Type) -> Option<Type> {
        let in_poll = match self.shallow(ty) {
            Type::Adt(adt, args) if self.index.is_adt(adt, "Poll") => self.shallow(args.first()?),
            ty => return self.error_of(&ty),
        };
        match &in_poll {
            Type::Adt(adt, args) if self.index.is_adt(*adt, "Option") => {
                self.error_of(&self.shallow(args.first()?))
            }
            ty => self.error_of(ty),
        }
    }

    fn error_of(&self, ty: &Type) -> Option<Type> {
        match ty {
            Type::Adt(adt, args) if self.index.is_adt(*adt, "Result") => args.get(1).cloned(),
            _ => None,
        }
    }

    /// Errors of which nothing is known in the end, where `?` has to make `D::Error` of them, are taken to be such already.
    pub(in crate::infer) fn choose_errors(&mut self) {
        for (error, ret) in std::mem::take(&mut self.thrown) {
            let Some(wanted) = self.returned_error(&ret) else { continue };
            let wanted = self.shallow(&wanted);
            let is_open = matches!(self.shallow(&error), Type::Var(_));
            if is_open && matches!(wanted, Type::Assoc(..) | Type::Param(_)) {
                let _ = self.unify(&error, &wanted);
            }
        }
    }
}
