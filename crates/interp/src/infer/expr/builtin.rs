//! What only the machine can do: printing, vectors, joining and selecting.

use super::super::Infer;
use super::super::types::Type;
use crate::tree::{Builtin, Expr};
use std::rc::Rc;

impl Infer<'_> {
    pub(super) fn builtin(&mut self, builtin: &Builtin, args: &[Expr], hint: Option<&Type>) -> Type {
        match builtin {
            Builtin::Vec => return self.vec_literal(args, hint),
            Builtin::Join { fails, .. } => return self.joined(*fails, args),
            Builtin::Write => return self.write_format(args),
            Builtin::Select { operands, .. } => return self.select_set(args, operands.len()),
            Builtin::Pin => {
                let hint = match hint {
                    Some(Type::Adt(_, args)) => match args.first().map(|it| self.shallow(it)) {
                        Some(Type::Ref(_, of)) => Some((*of).clone()),
                        _ => None,
                    },
                    _ => None,
                };
                let of = args.first().map_or(Type::Unknown, |it| self.infer(it, hint.as_ref()));
                return self.library("Pin", &[Type::reference(true, of)]);
            }
            _ => {}
        }
        let types: Vec<Type> = args.iter().map(|it| self.infer(it, None)).collect();
        let outputs = types.first().and_then(|it| self.select_outputs(it));
        let output = |number: u32| outputs.as_ref().and_then(|it| it.get(number as usize)).cloned();
        match builtin {
            Builtin::SelectNext => outputs.map_or(Type::Unknown, |it| self.future_of(Type::Select(it))),
            Builtin::SelectBranch => Self::size(),
            Builtin::SelectPeek(number) => {
                output(*number).map_or(Type::Unknown, |it| Type::reference(false, it))
            }
            Builtin::SelectTake(number) => output(*number).unwrap_or(Type::Unknown),
            Builtin::SelectDisable(_) => Type::unit(),
            Builtin::Print | Builtin::PrintErr | Builtin::Log(..) => Type::unit(),
            Builtin::LogEnabled(..) => Type::Bool,
            Builtin::FormatString => self.library("String", &[]),
            Builtin::Arguments => self.library("Arguments", &[]),
            Builtin::Panic | Builtin::AssertFailed(_) => Type::Never,
            _ => Type::Unknown,
        }
    }

    fn vec_literal(&mut self, args: &[Expr], hint: Option<&Type>) -> Type {
        let hint = match hint {
            Some(Type::Adt(adt, args)) if self.index.is_adt(*adt, "Vec") => {
                args.first().map(|it| Type::Slice(Rc::new(it.clone())))
            }
            _ => None,
        };
        let found = args.first().map(|it| self.infer(it, hint.as_ref()));
        let of = match found {
            Some(Type::Array(of, _)) => (*of).clone(),
            Some(_) => Type::Unknown,
            None => self.fresh(),
        };
        self.library("Vec", &[of])
    }

    /// The outputs of all futures, or the first error.
    fn joined(&mut self, fallible: bool, args: &[Expr]) -> Type {
        let mut error = None;
        let outputs = args.iter().map(|arg| {
            let ty = self.infer(arg, None);
            let ty = self.settled(&ty);
            let output = self.awaited(&ty).unwrap_or(Type::Unknown);
            if !fallible {
                return output;
            }
            match self.settled(&output) {
                Type::Adt(adt, args) if self.index.is_adt(adt, "Result") && args.len() == 2 => {
                    error.get_or_insert_with(|| args[1].clone());
                    args[0].clone()
                }
                _ => Type::Unknown,
            }
        });
        let outputs = Type::Tuple(outputs.collect());
        let value = match (fallible, error) {
            (false, _) => outputs,
            (true, error) => self.library("Result", &[outputs, error.unwrap_or(Type::Unknown)]),
        };
        self.future_of(value)
    }

    fn write_format(&mut self, args: &[Expr]) -> Type {
        let types: Vec<Type> = args.iter().map(|it| self.infer(it, None)).collect();
        let Some(name) = self.program.names.find("write_fmt") else { return Type::Unknown };
        let index = self.index;
        let traits: Vec<_> = index.methods.get(&name).into_iter().flatten().map(|it| it.0).collect();
        match types.first().map(|it| self.probe(it, name, &traits)) {
            Some(super::super::lookup::Probe::Found(pick)) => self.signature(pick.function, &pick.args).ret,
            _ => Type::Unknown,
        }
    }

    /// A set of futures, known by their outputs; the conditions stand behind the futures.
    fn select_set(&mut self, args: &[Expr], count: usize) -> Type {
        let types: Vec<Type> = args.iter().map(|it| self.infer(it, None)).collect();
        let outputs = types.iter().take(count).map(|it| {
            let ty = self.settled(it);
            self.awaited(&ty).unwrap_or(Type::Unknown)
        });
        Type::Select(outputs.collect())
    }

    fn select_outputs(&self, ty: &Type) -> Option<Rc<[Type]>> {
        match self.shallow(ty) {
            Type::Ref(_, of) => self.select_outputs(&of),
            Type::Select(outputs) => Some(outputs),
            _ => None,
        }
    }
}
