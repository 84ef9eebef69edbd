//! Programs, and the types that are found in them.

mod calls;
mod captures;
mod diagnostics;
mod dispatch;
mod futures;
mod iterators;
mod lessons;
mod library;
mod literals;

use super::{Inference, with_inner};
use crate::diagnostic::Diagnostic;
use crate::lower::World;
use crate::source::FileId;
use crate::tree::{Bound, FloatTy, FnId, Program, Ty, Types};
use expect_test::Expect;
use std::fmt::Write;
use std::rc::Rc;

thread_local! {
    static LIBRARY: World = World::with_library();
}

/// A program's functions and constants, each with the types of its bodies, the outer ones first.
struct Looked {
    world: World,
    found: Vec<(FnId, Types)>,
    diagnostics: Vec<Diagnostic>,
}

fn look_at(text: &str) -> Looked {
    try_to_look_at(text).expect("the program is lowered")
}

/// As [`look_at`], but of what cannot be lowered the messages of that.
fn try_to_look_at(text: &str) -> Result<Looked, Vec<Diagnostic>> {
    let mut world = LIBRARY.with(World::clone);
    world.add_program(text)?;
    world.lower_all()?;
    let mut inference = Inference::new();
    let (mut found, mut diagnostics) = (Vec::new(), Vec::new());
    for id in (0..world.program.functions.len() as u32).map(FnId) {
        let is_own = world.program.function(id).span.file == FileId::PROGRAM;
        let is_inner = world.program.names.text(world.program.function(id).name).starts_with('{');
        if !is_own || is_inner {
            continue;
        }
        let Ok(body) = world.body(id) else { continue };
        let bodies = with_inner(body, &mut |id| world.body(id)).expect("all bodies are lowered");
        let mut inferred = inference.infer(&world.program, &bodies);
        for body in &bodies {
            found.extend(inferred.types.remove(&body.function).map(|it| (body.function, it)));
        }
        diagnostics.append(&mut inferred.diagnostics);
    }
    Ok(Looked { world, found, diagnostics })
}

/// Compares the types of all variables of a program, and what is wrong with it.
#[track_caller]
fn check(text: &str, expected: &Expect) {
    let mut looked = look_at(text);
    let mut out = String::new();
    for (id, types) in &looked.found {
        let body = looked.world.body(*id).expect("it was lowered before");
        for (local, ty) in body.locals.iter().zip(&types.locals) {
            let captured = body.captures.iter().any(|it| body.locals[it.inner.index()].span == local.span);
            if captured {
                continue;
            }
            let name = looked.world.program.names.text(local.name);
            writeln!(out, "{name}: {}", shown(&looked.world.program, ty)).expect("a string takes all");
        }
    }
    for it in &looked.diagnostics {
        write!(out, "{}:{} {}: {}", it.span.line, it.span.column, it.code.unwrap_or("-"), it.message)
            .expect("a string takes all");
        let hint = it.hint.as_deref().map_or(String::new(), |it| format!(" ({it})"));
        writeln!(out, "{hint}").expect("a string takes all");
    }
    expected.assert_eq(&out);
}

/// Compares what the statements of a `main` bind.
#[track_caller]
fn check_main(statements: &str, expected: &Expect) {
    check(&format!("fn main() {{ {statements} }}"), expected);
}

fn shown(program: &Program, ty: &Ty) -> String {
    let one = |ty: &Rc<Ty>| shown(program, ty);
    let all = |parts: &[Ty]| parts.iter().map(|it| shown(program, it)).collect::<Vec<_>>().join(", ");
    match ty {
        Ty::Int(int) => int.name().into(),
        Ty::Float(FloatTy::F32) => "f32".into(),
        Ty::Float(FloatTy::F64) => "f64".into(),
        Ty::Bool => "bool".into(),
        Ty::Char => "char".into(),
        Ty::Str => "str".into(),
        Ty::Never => "!".into(),
        Ty::Tuple(parts) => format!("({})", all(parts)),
        Ty::Ref(mutable, of) => format!("&{}{}", if *mutable { "mut " } else { "" }, one(of)),
        Ty::Ptr(mutable, of) => format!("*{} {}", if *mutable { "mut" } else { "const" }, one(of)),
        Ty::Slice(of) => format!("[{}]", one(of)),
        Ty::Array(of, length) => format!("[{}; {}]", one(of), one(length)),
        Ty::Const(value) => value.to_string(),
        Ty::Adt(adt, args) if args.is_empty() => program.names.text(program.adt(*adt).name).to_string(),
        Ty::Adt(adt, args) => format!("{}<{}>", program.names.text(program.adt(*adt).name), all(args)),
        Ty::Param(param) => program.names.text(param.name).to_string(),
        Ty::Fn(params, ret) => format!("fn({}) -> {}", all(params), one(ret)),
        Ty::Body(function, _) => program.names.text(program.function(*function).name).to_string(),
        Ty::Dyn(bounds) => format!("dyn {}", shown_bounds(program, bounds)),
        Ty::Impl(bounds) => format!("impl {}", shown_bounds(program, bounds)),
        Ty::Assoc(of, _, name) => format!("{}::{}", one(of), program.names.text(*name)),
        Ty::Unknown => "_".into(),
    }
}

fn shown_bounds(program: &Program, bounds: &[Bound]) -> String {
    let one = |bound: &Bound| {
        let mut parts: Vec<String> = bound.args.iter().map(|it| shown(program, it)).collect();
        parts.extend(
            bound
                .assoc
                .iter()
                .map(|(name, ty)| format!("{} = {}", program.names.text(*name), shown(program, ty))),
        );
        let name = program.names.text(program.traits[bound.of.index()].name);
        if parts.is_empty() { name.to_string() } else { format!("{name}<{}>", parts.join(", ")) }
    };
    bounds.iter().map(one).collect::<Vec<_>>().join(" + ")
}
