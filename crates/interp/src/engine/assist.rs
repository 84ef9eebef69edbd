//! What there is to know of a place of a text while it is being written: what stands there, and what could.

use super::{Front, library};
use crate::check::shown;
use crate::infer::{Inference, Member};
use crate::names::Symbol;
use crate::source::{FileId, Span};
use crate::tree::{Body, Expr, ExprKind, FnId, Local, MethodCall, Pat, PatKind, Res, Ty, Types};
use std::cell::RefCell;
use std::rc::Rc;

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A function that belongs to no type.
    Function,
    /// A function of a type or a trait.
    Method,
    /// A field.
    Field,
    /// A variable.
    Variable,
    /// A word of the language.
    Keyword,
}

/// A name, and what is known of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Meaning {
    /// The name, as it is written.
    pub name: String,
    /// What it stands for.
    pub kind: Kind,
    /// What it belongs to: a type, a trait or a module; nothing for what is the function's own.
    pub owner: String,
    /// Its declaration, with the types that it has here.
    pub signature: String,
}

/// Stands where a name is asked for. Nobody writes it.
const HERE: &str = "__here";

/// Returns what the name at a place stands for: variables, fields, functions and methods, with their types. Lines and
/// columns count from 1. Nothing is known of a text that does not parse.
///
/// ```
/// use meanwhile_interp::engine::describe;
///
/// let text = "fn main() {\n    let names = vec![\"a\"];\n    let count = names.len();\n}";
/// assert_eq!(describe(text, 3, 9).map(|it| it.signature).as_deref(), Some("let count: usize"));
/// assert_eq!(describe(text, 3, 23).map(|it| it.owner).as_deref(), Some("Vec"));
/// ```
pub fn describe(text: &str, line: u32, column: u32) -> Option<Meaning> {
    let front = Front::leniently(text)?;
    let at = Point { line, column };
    let is_there =
        |it: &Body| it.locals.iter().any(|it| at.is_in(it.span)) || has(it, |it| at.is_in(it.span));
    front.roots().into_iter().find_map(|root| front.in_bodies(root, &is_there, &mut |it| it.meaning(at)))
}

/// Returns what could be written behind the dot in front of a place: fields and methods of the value before it. Lines and
/// columns count from 1. Nothing is returned where there is no dot, and where the type is not known.
///
/// ```
/// use meanwhile_interp::engine::complete;
///
/// let text = "fn main() {\n    let names = vec![\"a\"];\n    names.\n}";
/// let found = complete(text, 3, 11);
/// let push = found.iter().find(|it| it.name == "push").expect("vectors have it");
/// assert_eq!(push.signature, "fn push(&mut self, &str)");
/// ```
pub fn complete(text: &str, line: u32, column: u32) -> Vec<Meaning> {
    // A statement that goes on in the next line is not to swallow that line.
    let found = ["", ";"].iter().find_map(|end| {
        let front = Front::leniently(&with_marker(text, Point { line, column }, end)?)?;
        let marker = front.program().names.find(HERE)?;
        let is_there = |it: &Body| has(it, |it| marked(it, marker).is_some());
        let members = &mut |it: &View<'_>| it.members(marker);
        front.roots().into_iter().find_map(|root| front.in_bodies(root, &is_there, members))
    });
    found.unwrap_or_default()
}

/// The text with a call of a method in place of the name that is being written behind a dot.
fn with_marker(text: &str, at: Point, end: &str) -> Option<String> {
    let start: usize =
        text.split_inclusive('\n').take(at.line.saturating_sub(1) as usize).map(str::len).sum();
    let rest = text.get(start..)?;
    let inside = rest.char_indices().nth(at.column.saturating_sub(1) as usize).map_or(rest.len(), |it| it.0);
    let (before, after) = text.split_at(start + inside);
    let is_name = |it: char| it.is_alphanumeric() || it == '_';
    let before = before.trim_end_matches(is_name);
    if !before.trim_end().ends_with('.') || before.trim_end().ends_with("..") {
        return None;
    }
    let after = after.trim_start_matches(is_name);
    let call = if after.starts_with('(') { "" } else { "()" };
    Some(format!("{before}{HERE}{call}{end}{after}"))
}

#[derive(Clone, Copy)]
struct Point {
    line: u32,
    column: u32,
}

impl Point {
    fn is_in(self, span: Span) -> bool {
        let (from, to) = ((span.line, span.column), (span.end_line, span.end_column));
        span.file == FileId::PROGRAM
            && span.line > 0
            && from <= (self.line, self.column)
            && (self.line, self.column) <= to
    }
}

impl Front {
    /// A text of which all that can be is known, whatever else is wrong with it.
    fn leniently(text: &str) -> Option<Front> {
        let mut world = library(text);
        // What is wrong with headers leaves the others as they are.
        let _ = world.add_program(text);
        let _ = world.lower_all();
        world.program.functions.iter().any(|it| it.span.file == FileId::PROGRAM).then(|| Front {
            world: RefCell::new(world),
            inference: RefCell::new(Inference::new()),
            bodies: RefCell::default(),
            types: RefCell::default(),
            is_lenient: true,
        })
    }

    /// Asks the bodies of a function, the innermost first. Types are found only of the one in which the place is.
    fn in_bodies<R>(
        &self,
        root: FnId,
        is_there: &dyn Fn(&Body) -> bool,
        ask: &mut dyn FnMut(&View<'_>) -> Option<R>,
    ) -> Option<R> {
        let bodies = crate::infer::with_inner(self.body(root).ok()?, &mut |it| self.body(it)).ok()?;
        if !bodies.iter().any(|it| is_there(it)) {
            return None;
        }
        self.infer(root).ok()?;
        bodies.iter().rev().find_map(|body| {
            let types = self.types.borrow().get(&body.function)?.clone();
            ask(&View { front: self, root, body, types })
        })
    }

    /// What a function belongs to.
    fn owner(&self, function: FnId) -> String {
        let program = self.program();
        let item = program.function(function);
        let of_trait =
            |it: crate::tree::TraitId| program.names.text(program.traits[it.index()].name).to_string();
        match (item.in_impl.map(|it| &program.impls[it.index()]), item.in_trait) {
            (_, Some(it)) => of_trait(it),
            (Some(one), None) => match (&one.of, &one.self_ty) {
                (Some((it, _)), _) => of_trait(*it),
                (None, Ty::Adt(adt, _)) => program.names.text(program.adt(*adt).name).to_string(),
                (None, ty) => shown(&program, ty),
            },
            (None, None) => self.world.borrow().module_path(item.module),
        }
    }
}

/// A body with its types.
struct View<'a> {
    front: &'a Front,
    root: FnId,
    body: &'a Body,
    types: Rc<Types>,
}

impl View<'_> {
    fn meaning(&self, at: Point) -> Option<Meaning> {
        let declared = self.body.locals.iter().position(|it| self.is_named(it) && at.is_in(it.span));
        if let Some(local) = declared {
            return Some(self.variable(local));
        }
        find(&self.body.value, &mut |it| self.named(it, at))
    }

    fn is_named(&self, local: &Local) -> bool {
        let program = self.front.program();
        let first = program.names.text(local.name).chars().next();
        first.is_some_and(|it| it.is_alphabetic() || it == '_')
    }

    fn variable(&self, local: usize) -> Meaning {
        let program = self.front.program();
        let name = program.names.text(self.body.locals[local].name).to_string();
        let name = name.split('ˑ').next().unwrap_or_default().to_owned();
        let ty = self.types.locals.get(local).unwrap_or(&Ty::Unknown);
        let is_param = self.body.params.iter().any(|it| binds(it, local));
        let word = if is_param { "" } else { "let " };
        let signature = format!("{word}{name}: {}", shown(&program, ty));
        Meaning { name, kind: Kind::Variable, owner: String::new(), signature }
    }

    /// What an expression's own name stands for, if that is the one at a place.
    fn named(&self, expr: &Expr, at: Point) -> Option<Meaning> {
        let program = self.front.program();
        match &expr.kind {
            ExprKind::Local(local) if at.is_in(expr.span) => Some(self.variable(local.index())),
            ExprKind::Method(call) if at.is_in(call.name_span) => self.function(expr),
            ExprKind::Path(path) if at.is_in(expr.span) => match &path.to {
                Res::Fn(_) | Res::Assoc(..) => self.function(expr),
                Res::Unit(..) | Res::Global(_) | Res::Const(..) => None,
            },
            ExprKind::Field(of, name) if at.is_in(expr.span) && !at.is_in(of.span) => {
                let name = program.names.text(*name).to_string();
                let signature =
                    format!("{name}: {}", shown(&program, self.types.exprs.get(expr.id.index())?));
                let owner = self.types.exprs.get(of.id.index()).map(|it| shown(&program, it));
                Some(Meaning { name, kind: Kind::Field, owner: owner.unwrap_or_default(), signature })
            }
            ExprKind::Await(..) if at.is_in(expr.span) => {
                let ty = shown(&program, self.types.exprs.get(expr.id.index())?);
                let signature = format!(".await: {ty}");
                Some(Meaning { name: "await".into(), kind: Kind::Keyword, owner: String::new(), signature })
            }
            _ => None,
        }
    }

    /// The function that a call or a path leads to.
    fn function(&self, expr: &Expr) -> Option<Meaning> {
        let program = self.front.program();
        let known = self.types.args.get(&expr.id);
        let by_path = match &expr.kind {
            ExprKind::Path(path) => match &path.to {
                Res::Fn(function) => Some(*function),
                _ => None,
            },
            _ => None,
        };
        let function =
            known.map(|it| it.0).or_else(|| self.types.methods.get(&expr.id).copied()).or(by_path)?;
        let args = known.map_or(&[][..], |it| &it.1);
        let signature = self.front.inference.borrow_mut().signature(&program, self.root, function, args);
        let item = program.function(function);
        let kind =
            if item.in_impl.is_some() || item.in_trait.is_some() { Kind::Method } else { Kind::Function };
        let name = program.names.text(item.name).to_string();
        Some(Meaning { name, kind, owner: self.front.owner(function), signature })
    }

    /// What the value has behind which the marker stands.
    fn members(&self, marker: Symbol) -> Option<Vec<Meaning>> {
        let program = self.front.program();
        let call = find(&self.body.value, &mut |it| marked(it, marker))?;
        // What is wrong has become `()`, of which nothing is to be said.
        let ty = self.types.exprs.get(call.receiver.id.index()).filter(|it| **it != Ty::unit())?;
        let found = self.front.inference.borrow_mut().members(&program, self.root, ty, &call.traits);
        let is_awaited = |it: &Member| matches!(&**program.names.text(it.name), "poll" | "into_future");
        let awaits = found.iter().any(|it| it.method.is_some() && is_awaited(it)).then(|| Meaning {
            name: "await".into(),
            kind: Kind::Keyword,
            owner: String::new(),
            signature: String::new(),
        });
        let meanings = found.into_iter().map(|it| Meaning {
            name: program.names.text(it.name).to_string(),
            kind: if it.method.is_some() { Kind::Method } else { Kind::Field },
            owner: it.method.map_or_else(|| shown(&program, ty), |it| self.front.owner(it)),
            signature: it.signature,
        });
        Some(awaits.into_iter().chain(meanings).collect())
    }
}

/// The call of the marker.
fn marked(expr: &Expr, marker: Symbol) -> Option<&MethodCall> {
    match &expr.kind {
        ExprKind::Method(call) if call.name == marker => Some(call),
        _ => None,
    }
}

/// Whether there is an expression of this kind in a body.
fn has(body: &Body, is_it: impl Fn(&Expr) -> bool) -> bool {
    find(&body.value, &mut |it| is_it(it).then_some(())).is_some()
}

/// The first answer of an expression or its parts, the inner ones first.
fn find<'e, R>(expr: &'e Expr, ask: &mut dyn FnMut(&'e Expr) -> Option<R>) -> Option<R> {
    let mut found = None;
    expr.each_part(&mut |it| {
        if found.is_none() {
            found = find(it, ask);
        }
    });
    found.or_else(|| ask(expr))
}

fn binds(pattern: &Pat, local: usize) -> bool {
    matches!(pattern.kind, PatKind::Bind { local: it, .. } if it.index() == local)
}
