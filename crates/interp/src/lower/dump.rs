//! A lowered body as text, for tests and for looking at.

mod pattern;
mod ty;

use super::world::World;
use crate::tree::{
    Arm, BinaryOp, Block, Body, Expr, ExprKind, FnId, FormatArgs, Lit, LocalId, Piece, Program, Res, Stmt,
    UnaryOp,
};
use std::fmt::Write as _;

/// Returns a body as text. Those of closures and async blocks within stand where they are made.
pub fn dump(world: &World, function: FnId) -> String {
    let mut dump = Dump { world, out: String::new(), indent: 0, bodies: Vec::new() };
    dump.function(function);
    dump.out
}

struct Dump<'w> {
    world: &'w World,
    out: String,
    indent: usize,
    bodies: Vec<std::rc::Rc<Body>>,
}

impl Dump<'_> {
    fn program(&self) -> &Program {
        &self.world.program
    }

    fn write(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.out.push_str(&"    ".repeat(self.indent));
    }

    fn name(&self, symbol: crate::names::Symbol) -> String {
        self.program().names.text(symbol).to_string()
    }

    fn function(&mut self, id: FnId) {
        let function = self.program().function(id).clone();
        let Some(Ok(body)) = self.world.bodies.get(&id).cloned() else {
            let name = self.name(function.name);
            return self.write(&format!("<{name}>"));
        };
        self.bodies.push(body.clone());
        if function.is_async {
            self.write("async ");
        }
        let name = self.name(function.name);
        if !name.starts_with('{') {
            self.write(&format!("fn {name}"));
        }
        if !body.captures.is_empty() {
            let captures: Vec<_> = body
                .captures
                .iter()
                .map(|it| format!("{}{}", if it.by_move { "move " } else { "" }, self.local(it.inner)))
                .collect();
            self.write(&format!("[{}]", captures.join(", ")));
        }
        if !name.starts_with("{async") {
            self.write("(");
            for (index, pat) in body.params.iter().enumerate() {
                self.separate(index);
                self.pat(pat);
                let ty = function.params.get(index).map(|it| self.ty(it));
                if let Some(ty) = ty.filter(|it| it != "_") {
                    self.write(&format!(": {ty}"));
                }
            }
            self.write(")");
            let ret = self.ty(&function.ret);
            if ret != "()" && ret != "_" {
                self.write(&format!(" -> {ret}"));
            }
        }
        self.write(" ");
        self.expr(&body.value);
        self.bodies.pop();
    }

    /// A variable with its number, as names may be there twice.
    fn local(&self, local: LocalId) -> String {
        let body = self.bodies.last().expect("a body is shown");
        let name = self.name(body.locals[local.index()].name);
        let twice = body.locals.iter().filter(|it| it.name == body.locals[local.index()].name).count() > 1;
        if twice { format!("{name}#{}", local.0) } else { name }
    }

    fn separate(&mut self, index: usize) {
        if index > 0 {
            self.write(", ");
        }
    }

    fn list<'a>(&mut self, exprs: impl IntoIterator<Item = &'a Expr>) {
        for (index, it) in exprs.into_iter().enumerate() {
            self.separate(index);
            self.expr(it);
        }
    }

    fn args(&mut self, args: Option<&std::rc::Rc<[crate::tree::Ty]>>) {
        if let Some(args) = args {
            let args: Vec<_> = args.iter().map(|it| self.ty(it)).collect();
            self.write(&format!("::<{}>", args.join(", ")));
        }
    }

    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Lit(it) => self.lit(it),
            ExprKind::Local(it) => {
                let name = self.local(*it);
                self.write(&name);
            }
            ExprKind::Path(it) => {
                let text = self.res(&it.to);
                self.write(&text);
                self.args(it.args.as_ref());
            }
            ExprKind::Call(function, args) => {
                self.expr(function);
                self.write("(");
                self.list(args);
                self.write(")");
            }
            ExprKind::Method(it) => {
                self.expr(&it.receiver);
                let name = self.name(it.name);
                self.write(&format!(".{name}"));
                self.args(it.type_args.as_ref());
                self.write("(");
                self.list(&it.args);
                self.write(")");
            }
            ExprKind::Field(of, name) => {
                self.expr(of);
                let name = self.name(*name);
                self.write(&format!(".{name}"));
            }
            ExprKind::Index(of, index) => {
                self.expr(of);
                self.write("[");
                self.expr(index);
                self.write("]");
            }
            ExprKind::Unary(op, it) => self.around(if *op == UnaryOp::Not { "!" } else { "-" }, it, ""),
            ExprKind::Deref(it) => self.around("*", it, ""),
            ExprKind::Binary(op, left, right) => self.infix(left, sign(*op), right),
            ExprKind::And(left, right) => self.infix(left, "&&", right),
            ExprKind::Or(left, right) => self.infix(left, "||", right),
            ExprKind::Assign(left, right) => self.infix(left, "=", right),
            ExprKind::AssignOp(op, left, right) => self.infix(left, &format!("{}=", sign(*op)), right),
            ExprKind::Ref { mutable, raw, of } => {
                let sign = match (raw, mutable) {
                    (false, false) => "&",
                    (false, true) => "&mut ",
                    (true, false) => "&raw const ",
                    (true, true) => "&raw mut ",
                };
                self.around(sign, of, "");
            }
            ExprKind::Cast(it, ty) => {
                let ty = self.ty(ty);
                self.around("", it, &format!(" as {ty}"));
            }
            ExprKind::Tuple(parts) => {
                self.write("(");
                self.list(parts);
                self.write(if parts.len() == 1 { ",)" } else { ")" });
            }
            ExprKind::Array(parts) => {
                self.write("[");
                self.list(parts);
                self.write("]");
            }
            ExprKind::Repeat(value, count, _) => {
                self.write("[");
                self.expr(value);
                self.write("; ");
                self.expr(count);
                self.write("]");
            }
            ExprKind::Struct { .. } => self.structure(expr),
            ExprKind::Block(it) => self.block(it),
            ExprKind::If(condition, then, otherwise) => {
                self.around("if ", condition, " ");
                self.expr(then);
                if let Some(it) = otherwise {
                    self.around(" else ", it, "");
                }
            }
            ExprKind::Let(pat, value) => {
                self.write("let ");
                self.pat(pat);
                self.around(" = ", value, "");
            }
            ExprKind::Match(value, arms) => self.arms(value, arms),
            ExprKind::Loop(label, body) => self.around(&format!("'{}: loop ", label.0), body, ""),
            ExprKind::While(label, condition, body) => {
                self.around(&format!("'{}: while ", label.0), condition, " ");
                self.expr(body);
            }
            ExprKind::For { label, pat, iter, body } => {
                self.write(&format!("'{}: for ", label.0));
                self.pat(pat);
                self.around(" in ", iter, " ");
                self.expr(body);
            }
            ExprKind::Break(label, value) => self.leave(&format!("break '{}", label.0), value.as_deref()),
            ExprKind::Continue(label) => self.write(&format!("continue '{}", label.0)),
            ExprKind::Return(value) => self.leave("return", value.as_deref()),
            ExprKind::Try(it) => self.around("", it, "?"),
            ExprKind::Closure(id) | ExprKind::Async(id) => self.function(*id),
            ExprKind::Await(it, text) if text.is_empty() => self.around("", it, ".await"),
            ExprKind::Await(it, text) => self.around("", it, &format!(".await{{{text}}}")),
            ExprKind::Format(it) => self.format(it),
            ExprKind::Builtin(what, args) => {
                self.write(&format!("#{what:?}("));
                self.list(args);
                self.write(")");
            }
        }
    }

    fn around(&mut self, before: &str, expr: &Expr, behind: &str) {
        self.write(before);
        self.expr(expr);
        self.write(behind);
    }

    fn infix(&mut self, left: &Expr, sign: &str, right: &Expr) {
        self.around("(", left, &format!(" {sign} "));
        self.around("", right, ")");
    }

    fn leave(&mut self, word: &str, value: Option<&Expr>) {
        self.write(word);
        if let Some(it) = value {
            self.around(" ", it, "");
        }
    }

    fn structure(&mut self, expr: &Expr) {
        let ExprKind::Struct { adt, variant, args, fields, base } = &expr.kind else { return };
        let name = self.variant(*adt, *variant);
        self.write(&name);
        self.args(args.as_ref());
        self.write(" { ");
        for (index, (field, value)) in fields.iter().enumerate() {
            self.separate(index);
            self.around(&format!("{field}: "), value, "");
        }
        if let Some(it) = base {
            self.around(", ..", it, "");
        }
        self.write(" }");
    }

    fn block(&mut self, block: &Block) {
        if let Some(label) = block.label {
            self.write(&format!("'{}: ", label.0));
        }
        if block.stmts.is_empty() && block.tail.is_none() {
            return self.write("{}");
        }
        self.write("{");
        self.indent += 1;
        for stmt in &block.stmts {
            self.line();
            match stmt {
                Stmt::Expr(it) => self.around("", it, ";"),
                Stmt::Let { pat, ty, init, otherwise } => {
                    self.write("let ");
                    self.pat(pat);
                    if let Some(ty) = ty {
                        let ty = self.ty(ty);
                        self.write(&format!(": {ty}"));
                    }
                    if let Some(it) = init {
                        self.around(" = ", it, "");
                    }
                    if let Some(it) = otherwise {
                        self.around(" else ", it, "");
                    }
                    self.write(";");
                }
            }
        }
        if let Some(it) = &block.tail {
            self.line();
            self.expr(it);
        }
        self.indent -= 1;
        self.line();
        self.write("}");
    }

    fn arms(&mut self, value: &Expr, arms: &[Arm]) {
        self.around("match ", value, " {");
        self.indent += 1;
        for arm in arms {
            self.line();
            self.pat(&arm.pat);
            if let Some(it) = &arm.guard {
                self.around(" if ", it, "");
            }
            self.around(" => ", &arm.body, "");
        }
        self.indent -= 1;
        self.line();
        self.write("}");
    }

    fn lit(&mut self, lit: &Lit) {
        let text = match lit {
            Lit::Int(it, ty) => format!("{it}{}", ty.map_or("", crate::tree::IntTy::name)),
            Lit::Float(it, ty) => format!(
                "{it:?}{}",
                ty.map_or("", |it| if it == crate::tree::FloatTy::F32 { "f32" } else { "f64" })
            ),
            Lit::Bool(it) => it.to_string(),
            Lit::Char(it) => format!("{it:?}"),
            Lit::Str(it) => format!("{it:?}"),
            Lit::Bytes(it) => format!("b{:?}", String::from_utf8_lossy(it)),
        };
        self.write(&text);
    }

    fn res(&self, to: &Res) -> String {
        match to {
            Res::Fn(id) => self.path_of(*id),
            Res::Unit(adt, variant) => self.variant(*adt, *variant),
            Res::Global(id) => self.name(self.program().globals[id.index()].name),
            Res::Const(param, _) => self.name(param.name),
            Res::Assoc(ty, None, name) => format!("<{}>::{}", self.ty(ty), self.name(*name)),
            Res::Assoc(ty, Some(of), name) => {
                let of = self.name(self.program().traits[of.of.index()].name);
                format!("<{} as {of}>::{}", self.ty(ty), self.name(*name))
            }
        }
    }

    fn path_of(&self, id: FnId) -> String {
        let function = self.program().function(id);
        match function.origin {
            crate::tree::Origin::Constructor(adt, variant) => self.variant(adt, variant),
            _ => self.name(function.name),
        }
    }

    fn format(&mut self, format: &FormatArgs) {
        let mut text = String::new();
        for piece in &format.pieces {
            match piece {
                Piece::Text(it) => text.push_str(&it.escape_debug().to_string()),
                Piece::Arg(number, spec) => {
                    let _ = write!(text, "{{{number}{}}}", pattern::spec(spec));
                }
            }
        }
        self.write(&format!("f\"{text}\""));
        if !format.args.is_empty() {
            self.write("(");
            self.list(&format.args);
            self.write(")");
        }
    }
}

fn sign(op: BinaryOp) -> &'static str {
    match op {
        BinaryOp::Add => "+",
        BinaryOp::Sub => "-",
        BinaryOp::Mul => "*",
        BinaryOp::Div => "/",
        BinaryOp::Rem => "%",
        BinaryOp::BitAnd => "&",
        BinaryOp::BitOr => "|",
        BinaryOp::BitXor => "^",
        BinaryOp::Shl => "<<",
        BinaryOp::Shr => ">>",
        BinaryOp::Eq => "==",
        BinaryOp::Ne => "!=",
        BinaryOp::Lt => "<",
        BinaryOp::Le => "<=",
        BinaryOp::Gt => ">",
        BinaryOp::Ge => ">=",
    }
}
