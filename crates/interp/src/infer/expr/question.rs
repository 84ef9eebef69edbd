//! `?`.

use super::super::Infer;
use super::super::thrown::Thrown;
use super::super::types::Type;
use crate::tree::Expr;
use std::rc::Rc;

impl Infer<'_> {
    pub(super) fn question_mark(&mut self, expr: &Expr, of: &Expr) -> Type {
        let ty = self.infer(of, None);
        let operand = self.settled(&ty);
        let found = self.branched(&operand);
        let (output, error) = found.unwrap_or_else(|| {
            self.shake(&ty);
            (Type::Unknown, None)
        });
        let (function, ret) = (self.frame().body.function, self.frame().ret.clone());
        self.thrown.push(Thrown { span: expr.span, of: of.span, operand, error, function, ret });
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

    pub(in crate::infer) fn error_of(&self, ty: &Type) -> Option<Type> {
        match ty {
            Type::Adt(adt, args) if self.index.is_adt(*adt, "Result") => args.get(1).cloned(),
            _ => None,
        }
    }
}
