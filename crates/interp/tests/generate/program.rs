//! A whole program: its types, functions and sections, and the `main` that runs them.

use super::chance::Chance;
use super::types::{self, Ty};
use std::fmt::Write as _;

/// A variable in scope.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) ty: Ty,
    pub(super) mutable: bool,
}

/// A function of the program.
#[derive(Clone, Debug)]
pub(super) struct Function {
    pub(super) name: String,
    pub(super) parameters: Vec<Ty>,
    pub(super) result: Ty,
}

/// A program while it is made.
pub(super) struct Program {
    pub(super) chance: Chance,
    pub(super) out: String,
    pub(super) indent: usize,
    pub(super) variables: Vec<Variable>,
    pub(super) functions: Vec<Function>,
    pub(super) structs: Vec<Vec<(String, Ty)>>,
    /// The types in each variant; those at odd places are tuples, the others have fields.
    pub(super) enums: Vec<Vec<Vec<Ty>>>,
    /// How many loops are around.
    pub(super) loops: usize,
    pub(super) names: usize,
    /// Values with destructors, and tasks, that have been made.
    pub(super) things: usize,
    /// The parts of timers' times that tell tasks apart.
    pub(super) clocks: usize,
}

const HEAD: &str = "\
#![allow(warnings, arithmetic_overflow, unconditional_panic)]
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;
use tokio::time::{sleep, timeout};

#[derive(Debug)]
struct Noisy(u32);
impl Drop for Noisy {
    fn drop(&mut self) {
        println!(\"drop {}\", self.0);
    }
}
fn noisy(n: u32) -> Noisy {
    println!(\"make {n}\");
    Noisy(n)
}
fn pass(n: Noisy) -> Noisy {
    n
}
struct Both {
    left: Noisy,
    right: Noisy,
}
fn pick<T: Clone>(from: &[T], at: usize) -> Option<T> {
    if from.is_empty() { None } else { Some(from[at % from.len()].clone()) }
}
fn show<T: std::fmt::Debug>(value: T) -> String {
    format!(\"{value:?}\")
}
fn apply<T, R>(f: impl Fn(T) -> R, value: T) -> R {
    f(value)
}
trait Score {
    fn score(&self) -> i64;
    fn label(&self) -> String {
        format!(\"#{}\", self.score())
    }
}
fn section(name: &str, f: impl FnOnce()) {
    println!(\"== {name}\");
    if let Err(e) = catch_unwind(AssertUnwindSafe(f)) {
        let text = e.downcast_ref::<&str>().map(|it| it.to_string());
        println!(\"panicked: {}\", text.or(e.downcast_ref::<String>().cloned()).unwrap_or_default());
    }
}
";

/// The program of a seed.
pub(crate) fn program(seed: u64) -> String {
    let mut program = Program {
        chance: Chance::new(seed),
        out: HEAD.to_owned(),
        indent: 0,
        variables: Vec::new(),
        functions: Vec::new(),
        structs: Vec::new(),
        enums: Vec::new(),
        loops: 0,
        names: 0,
        things: 0,
        clocks: 0,
    };
    program.types();
    for _ in 0..1 + program.chance.below(3) {
        program.function();
    }
    let sections = 2 + program.chance.below(3);
    for index in 0..sections {
        program.section(index);
    }
    let tasks = program.chance.percent(70);
    if tasks {
        program.tasks();
    }
    program.main(sections, tasks);
    program.out
}

impl Program {
    pub(super) fn line(&mut self, text: &str) {
        let _ = writeln!(self.out, "{:1$}{text}", "", self.indent * 4);
    }

    /// Lines in braces, after which the variables in them are gone.
    pub(super) fn block(&mut self, head: &str, inside: impl FnOnce(&mut Self)) {
        self.line(&format!("{head} {{"));
        self.indent += 1;
        let known = self.variables.clone();
        inside(self);
        self.variables = known;
        self.indent -= 1;
        self.line("}");
    }

    pub(super) fn fresh(&mut self, stem: &str) -> String {
        self.names += 1;
        format!("{stem}{}", self.names)
    }

    pub(super) fn variable(&mut self, name: &str, ty: &Ty, mutable: bool) {
        self.variables.push(Variable { name: name.to_owned(), ty: ty.clone(), mutable });
    }

    /// A type with at most `depth` levels.
    pub(super) fn any_type(&mut self, depth: usize) -> Ty {
        let scalar = depth == 0 || self.chance.percent(55);
        match self.chance.below(9) {
            _ if scalar && self.chance.percent(20) => Ty::Text,
            _ if scalar => types::scalar(&mut self.chance),
            0 | 1 => Ty::Opt(Box::new(self.any_type(depth - 1))),
            2 | 3 => Ty::List(Box::new(self.any_type(depth - 1))),
            4 => Ty::Pair(Box::new(self.any_type(depth - 1)), Box::new(self.any_type(depth - 1))),
            5 | 6 if !self.structs.is_empty() => Ty::Struct(self.chance.below(self.structs.len())),
            7 | 8 if !self.enums.is_empty() => Ty::Enum(self.chance.below(self.enums.len())),
            _ => Ty::Text,
        }
    }

    fn types(&mut self) {
        for index in 0..1 + self.chance.below(2) {
            let fields = 1 + self.chance.below(3);
            let fields: Vec<_> = (0..fields).map(|it| (format!("f{it}"), self.any_type(1))).collect();
            self.line("#[derive(Debug, Clone, PartialEq, PartialOrd, Default)]");
            let list: Vec<_> = fields.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
            self.line(&format!("struct S{index} {{ {} }}", list.join(", ")));
            let score = fields.iter().map(|(name, ty)| match ty {
                Ty::Int(_) => format!("(self.{name} as i64 % 1000)"),
                Ty::Text | Ty::List(_) => format!("self.{name}.len() as i64"),
                Ty::Opt(_) => format!("i64::from(self.{name}.is_some())"),
                _ => "1".to_owned(),
            });
            let score = score.collect::<Vec<_>>().join(" + ");
            self.line(&format!("impl Score for S{index} {{ fn score(&self) -> i64 {{ {score} }} }}"));
            self.structs.push(fields);
        }
        for index in 0..1 + self.chance.below(2) {
            let variants: Vec<Vec<Ty>> = (0..2 + self.chance.below(3))
                .map(|_| (0..self.chance.below(3)).map(|_| self.any_type(1)).collect())
                .collect();
            self.line("#[derive(Debug, Clone, PartialEq)]");
            let list: Vec<_> = variants.iter().enumerate().map(|(at, it)| declared(at, it)).collect();
            self.line(&format!("enum E{index} {{ {} }}", list.join(", ")));
            let arms = variants.iter().enumerate().map(|(at, it)| {
                let rest = if it.is_empty() {
                    ""
                } else if at % 2 == 1 {
                    "(..)"
                } else {
                    " { .. }"
                };
                format!("E{index}::V{at}{rest} => {}", at * 10)
            });
            let arms = arms.collect::<Vec<_>>().join(", ");
            self.line(&format!(
                "impl Score for E{index} {{ fn score(&self) -> i64 {{ match self {{ {arms} }} }} \
                 fn label(&self) -> String {{ \"E{index}\".to_string() + &self.score().to_string() }} }}"
            ));
            self.enums.push(variants);
        }
    }

    fn function(&mut self) {
        let parameters: Vec<Ty> = (0..1 + self.chance.below(3)).map(|_| self.any_type(1)).collect();
        let result = self.any_type(1);
        let name = self.fresh("function");
        let names: Vec<_> = parameters.iter().map(|_| self.fresh("p")).collect();
        let list = names.iter().zip(&parameters).map(|(name, ty)| format!("{name}: {ty}"));
        let head = format!("fn {name}({}) -> {result}", list.collect::<Vec<_>>().join(", "));
        self.block(&head, |it| {
            for (name, ty) in names.iter().zip(&parameters) {
                it.variable(name, ty, false);
            }
            it.statements(2, 1);
            if it.chance.percent(40) {
                let (condition, early) = (it.value(&Ty::Bool, 2), it.value(&result, 1));
                it.line(&format!("if {condition} {{ return {early}; }}"));
            }
            let value = it.value(&result, 2);
            it.line(&value);
        });
        self.functions.push(Function { name, parameters, result });
    }

    fn section(&mut self, index: usize) {
        self.block(&format!("fn section{index}()"), |it| {
            let length = 5 + it.chance.below(8);
            it.statements(length, 2);
            if it.chance.percent(50) {
                it.drops();
            }
        });
    }

    fn main(&mut self, sections: usize, tasks: bool) {
        self.line("#[tokio::main(flavor = \"current_thread\", start_paused = true)]");
        self.block("async fn main()", |it| {
            it.line("std::panic::set_hook(Box::new(|_| {}));");
            for index in 0..sections {
                it.line(&format!("section(\"{index}\", section{index});"));
            }
            if tasks {
                it.line("println!(\"== tasks\");");
                it.line("tasks().await;");
            }
            it.line("println!(\"end\");");
        });
    }
}

fn declared(at: usize, types: &[Ty]) -> String {
    if types.is_empty() {
        return format!("V{at}");
    }
    if at % 2 == 1 {
        let types: Vec<_> = types.iter().map(ToString::to_string).collect();
        return format!("V{at}({})", types.join(", "));
    }
    let fields = types.iter().enumerate().map(|(field, ty)| format!("f{field}: {ty}"));
    format!("V{at} {{ {} }}", fields.collect::<Vec<_>>().join(", "))
}
