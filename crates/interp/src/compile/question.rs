//! `?`.

use super::Compiler;
use crate::code::{Op, Reg};
use crate::tree::{AdtId, Expr, ExprId, Ty};

impl Compiler<'_> {
    /// `a?`.
    pub(super) fn question(&mut self, of: &Expr, at: ExprId, dst: Reg) {
        let src = self.alloc();
        self.value(of, src);
        let on = self.emit(Op::Try { dst, src, on: 0 });
        let (error, around) = self.returned();
        let cast = self.cast(error);
        self.operands(at);
        self.emit(Op::Residual { reg: dst, cast });
        for (adt, variant) in around.into_iter().rev() {
            self.emit(Op::Struct { dst, first: dst, adt, shape: variant });
        }
        self.exit_to(0);
        self.emit(Op::Return { src: dst });
        self.land(on);
    }

    /// What the error is that the function around returns, and the variants that its `Err` is in: `Poll::Ready`, and `Some`
    /// in that.
    fn returned(&self) -> (Ty, Vec<(AdtId, u16)>) {
        let program = self.bodies.program();
        let is = |adt: AdtId, name: &str| program.lang.is(adt, name);
        let ret = self.types.ret.as_ref().filter(|it| **it != Ty::Unknown);
        let mut ret = ret.unwrap_or_else(|| &program.function(self.code.function).ret);
        let mut around = Vec::new();
        while let Ty::Adt(adt, args) = ret {
            match &args[..] {
                [_, error] if is(*adt, "Result") => return (error.clone(), around),
                [inner] if is(*adt, "Poll") && around.is_empty() => {
                    around.push((*adt, 0));
                    ret = inner;
                }
                [inner] if is(*adt, "Option") && !around.is_empty() => {
                    around.push((*adt, 1));
                    ret = inner;
                }
                _ => break,
            }
        }
        (Ty::Unknown, Vec::new())
    }
}
