//! Going through a tree.

use super::{Expr, ExprKind, Stmt};

impl Expr {
    /// Visits the expressions that are direct parts of this one, in order; those in patterns are left out.
    pub fn each_part<'e>(&'e self, visit: &mut dyn FnMut(&'e Expr)) {
        match &self.kind {
            ExprKind::Call(callee, args) => {
                visit(callee);
                args.iter().for_each(visit);
            }
            ExprKind::Method(call) => {
                visit(&call.receiver);
                call.args.iter().for_each(visit);
            }
            ExprKind::Tuple(parts) | ExprKind::Array(parts) | ExprKind::Builtin(_, parts) => {
                parts.iter().for_each(visit);
            }
            ExprKind::Format(format) => format.args.iter().for_each(visit),
            ExprKind::Struct { fields, base, .. } => {
                fields.iter().for_each(|it| visit(&it.1));
                base.iter().for_each(|it| visit(it));
            }
            ExprKind::Block(block) => {
                for stmt in &block.stmts {
                    match stmt {
                        Stmt::Expr(expr) => visit(expr),
                        Stmt::Let { init, otherwise, .. } => {
                            init.iter().chain(otherwise.as_deref()).for_each(&mut *visit);
                        }
                    }
                }
                block.tail.iter().for_each(|it| visit(it));
            }
            ExprKind::If(condition, yes, no) => {
                visit(condition);
                visit(yes);
                no.iter().for_each(|it| visit(it));
            }
            ExprKind::Match(scrutinee, arms) => {
                visit(scrutinee);
                for arm in arms {
                    arm.guard.iter().for_each(&mut *visit);
                    visit(&arm.body);
                }
            }
            ExprKind::For { iter: a, body: b, .. }
            | ExprKind::Index(a, b)
            | ExprKind::Assign(a, b)
            | ExprKind::AssignOp(_, a, b)
            | ExprKind::Binary(_, a, b)
            | ExprKind::And(a, b)
            | ExprKind::Or(a, b)
            | ExprKind::Repeat(a, b, _)
            | ExprKind::While(_, a, b) => {
                visit(a);
                visit(b);
            }
            ExprKind::Field(a, _)
            | ExprKind::Unary(_, a)
            | ExprKind::Deref(a)
            | ExprKind::Ref { of: a, .. }
            | ExprKind::Cast(a, _)
            | ExprKind::Let(_, a)
            | ExprKind::Loop(_, a)
            | ExprKind::Try(a)
            | ExprKind::Await(a, _)
            | ExprKind::Break(_, Some(a))
            | ExprKind::Return(Some(a)) => visit(a),
            ExprKind::Lit(_)
            | ExprKind::Local(_)
            | ExprKind::Path(_)
            | ExprKind::Break(_, None)
            | ExprKind::Continue(_)
            | ExprKind::Return(None)
            | ExprKind::Closure(_)
            | ExprKind::Async(_) => {}
        }
    }
}
