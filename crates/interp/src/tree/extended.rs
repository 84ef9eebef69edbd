//! Which values a `let` has last as long as the block around, though they have no name.

use super::{Builtin, Expr, ExprKind, GlobalKind, Origin, Path, Program, Res};

impl Expr {
    /// Visits the values without a name that last as long as what this initial value is bound to, in the order in which
    /// they are made, and says of each whether it is referred to by `&mut`.
    pub fn each_extended<'e>(&'e self, program: &Program, visit: &mut dyn FnMut(&'e Expr, bool)) {
        match &self.kind {
            ExprKind::Ref { of, mutable, .. } => of.extended_operand(program, *mutable, visit),
            ExprKind::Builtin(Builtin::Pin, args) => {
                for arg in args {
                    arg.each_extended(program, visit);
                    visit(arg, true);
                }
            }
            ExprKind::Builtin(Builtin::Arguments, args) => {
                for arg in args {
                    let ExprKind::Format(format) = &arg.kind else { continue };
                    format.args.iter().for_each(|it| it.extended_operand(program, false, visit));
                }
            }
            ExprKind::Cast(of, _) => of.each_extended(program, visit),
            ExprKind::Tuple(parts) | ExprKind::Array(parts) => {
                parts.iter().for_each(|it| it.each_extended(program, visit));
            }
            ExprKind::Call(callee, parts) if callee.is_constructor(program) => {
                parts.iter().for_each(|it| it.each_extended(program, visit));
            }
            ExprKind::Struct { fields, .. } => {
                fields.iter().for_each(|it| it.1.each_extended(program, visit));
            }
            ExprKind::Block(block) => block.tail.iter().for_each(|it| it.each_extended(program, visit)),
            ExprKind::If(_, then, Some(otherwise)) => {
                then.each_extended(program, visit);
                otherwise.each_extended(program, visit);
            }
            ExprKind::Match(_, arms) => arms.iter().for_each(|it| it.body.each_extended(program, visit)),
            _ => {}
        }
    }

    /// What is referred to, or has a part that is.
    fn extended_operand<'e>(
        &'e self,
        program: &Program,
        mutable: bool,
        visit: &mut dyn FnMut(&'e Expr, bool),
    ) {
        match &self.kind {
            ExprKind::Field(base, _) | ExprKind::Index(base, _) | ExprKind::Deref(base) => {
                base.extended_operand(program, mutable, visit);
            }
            ExprKind::Local(_) => {}
            ExprKind::Path(Path { to: Res::Global(global), .. })
                if program.globals[global.index()].kind != GlobalKind::Const => {}
            _ => {
                self.each_extended(program, visit);
                visit(self, mutable);
            }
        }
    }

    /// Whether it is what makes a tuple struct or a variant.
    /// Whether a reference to it lives for ever, as `&[1, 2]` does: there is nothing in it but constants.
    pub fn is_constant(&self) -> bool {
        match &self.kind {
            ExprKind::Lit(_) => true,
            ExprKind::Unary(_, of) | ExprKind::Ref { mutable: false, of, .. } | ExprKind::Repeat(of, ..) => {
                of.is_constant()
            }
            ExprKind::Array(all) | ExprKind::Tuple(all) => all.iter().all(Self::is_constant),
            _ => false,
        }
    }

    fn is_constructor(&self, program: &Program) -> bool {
        let ExprKind::Path(Path { to: Res::Fn(function), .. }) = self.kind else { return false };
        matches!(program.function(function).origin, Origin::Constructor(..))
    }
}
