//! From the tree to a graph of events.

mod access;
mod call;
mod control;
mod expr;
mod pattern;
mod returned;
mod robbed;
mod statement;

use super::Checker;
use super::capture::captured;
use super::flow::{Event, From, Graph, Loan, Node, Place, Why};
use super::types::Known;
use crate::source::Span;
use crate::tree::{Body, Expr, ExprId, Generics, LabelId, LocalId, Ty, Types};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// A value: what stands for what it refers to, if it refers to anything.
#[derive(Clone, Copy, Debug, Default)]
struct Val {
    holder: Option<LocalId>,
}

/// A loop or labelled block.
#[derive(Debug, Default)]
struct Target {
    /// Where `continue` leads to.
    head: Option<u32>,
    /// What has left it.
    left: Vec<u32>,
    /// What stands for its value.
    value: Option<LocalId>,
}

struct Builder<'a> {
    checker: &'a Checker<'a>,
    known: Known<'a>,
    body: &'a Body,
    of: &'a Types,
    graph: Graph,
    /// The events that come directly before the next one.
    at: Vec<u32>,
    labels: FxHashMap<LabelId, Target>,
    /// Variables of the scopes that are open, with what is dropped at the end of a statement.
    scopes: Vec<Vec<LocalId>>,
    /// The scopes of values without a name that last longer than their statement.
    extended: FxHashMap<ExprId, usize>,
    why: Why,
    /// The expressions whose values the function gives back.
    last: FxHashSet<ExprId>,
    /// What the patterns that are looked at stand against.
    scrutinee: Option<Span>,
    /// What stands for all that scoped threads refer to: they run until the body of their scope is over.
    threads: Option<LocalId>,
}

/// Builds the graph of a body.
pub(super) fn build(checker: &Checker<'_>, body: &Rc<Body>, of: &Rc<Types>) -> Graph {
    let function = checker.program.function(body.function);
    let generics: &Generics = &function.generics;
    let known = Known {
        program: checker.program,
        facts: &checker.facts,
        generics,
        in_trait: function.in_trait.is_some(),
    };
    let mut types = of.locals.clone();
    types.resize(body.locals.len(), Ty::Unknown);
    let graph = Graph {
        function: body.function,
        nodes: Vec::new(),
        loans: Vec::new(),
        types,
        named: body.locals.len(),
        captured: Vec::new(),
        once: false,
        writes: false,
        sent: Vec::new(),
        robbed: Vec::new(),
        awaited: Vec::new(),
    };
    let mut builder = Builder {
        checker,
        known,
        body,
        of,
        graph,
        at: Vec::new(),
        labels: FxHashMap::default(),
        scopes: vec![Vec::new()],
        extended: FxHashMap::default(),
        why: Why::Plain,
        last: FxHashSet::default(),
        scrutinee: None,
        threads: None,
    };
    builder.whole();
    let mut graph = builder.graph;
    graph.once = consumes(body, &graph);
    graph.writes = writes(body, &graph);
    graph.captured = captured(known, body, &graph);
    graph
}

/// Whether a closure moves out of what it has captured.
fn consumes(body: &Body, graph: &Graph) -> bool {
    let moves = |it: &Node| matches!(&it.event, Event::Use(place, super::flow::How::Moved) if is_captured(body, place));
    graph.nodes.iter().any(moves)
}

/// Whether a closure writes to what it has captured.
fn writes(body: &Body, graph: &Graph) -> bool {
    graph.nodes.iter().any(|it| match &it.event {
        Event::Assign { place, again: true, .. } => is_captured(body, place),
        Event::Borrow(loan) => {
            let loan = &graph.loans[*loan as usize];
            loan.kind != super::flow::Kind::Shared && is_captured(body, &loan.place)
        }
        _ => false,
    })
}

fn is_captured(body: &Body, place: &Place) -> bool {
    body.captures.iter().any(|it| it.inner == place.local)
}

impl Builder<'_> {
    fn whole(&mut self) {
        let body = self.body;
        self.node(Event::Nothing, body.value.span);
        for capture in &body.captures {
            self.assign_new(capture.inner, Vec::new(), Span::NONE);
        }
        let params = self.checker.program.function(body.function).params.clone();
        for (number, pat) in body.params.iter().enumerate() {
            let ty = self.pattern_type(pat).or_else(|| params.get(number).cloned()).unwrap_or(Ty::Unknown);
            let whole = self.temporary(ty);
            self.assign_new(whole, Vec::new(), Span::NONE);
            self.bind(pat, &Place::of(whole));
        }
        self.gives_back(&body.value);
        let value = self.operand(&body.value);
        self.returned(&body.value);
        self.spend(value, body.value.span);
        self.close_scope(body.value.span);
        if let Some(threads) = self.threads {
            self.spend(Val { holder: Some(threads) }, body.value.span);
        }
        self.node(Event::Nothing, Span::NONE);
    }

    /// Adds an event behind those that have just happened.
    fn node(&mut self, event: Event, span: Span) -> u32 {
        let id = self.graph.nodes.len() as u32;
        self.graph.nodes.push(Node { event, span, why: self.why, next: Vec::new() });
        for before in std::mem::take(&mut self.at) {
            self.graph.nodes[before as usize].next.push(id);
        }
        self.at = vec![id];
        id
    }

    /// Goes on at an event that has been before.
    fn go_to(&mut self, target: u32) {
        for before in std::mem::take(&mut self.at) {
            self.graph.nodes[before as usize].next.push(target);
        }
    }

    /// What follows is never reached.
    fn stop(&mut self) {
        self.at.clear();
    }

    /// A variable for a value that has no name.
    fn temporary(&mut self, ty: Ty) -> LocalId {
        self.graph.types.push(ty);
        LocalId(self.graph.types.len() as u32 - 1)
    }

    /// A variable that refers to something, and from there on stands for it.
    fn holder(&mut self, from: Vec<From>, span: Span) -> Val {
        if from.is_empty() {
            return Val::default();
        }
        let local = self.temporary(Ty::Unknown);
        self.node(Event::Assign { place: Place::of(local), from, again: false }, span);
        Val { holder: Some(local) }
    }

    /// The end of a value that stood for something.
    fn spend(&mut self, value: Val, span: Span) {
        if let Some(holder) = value.holder {
            let why = std::mem::replace(&mut self.why, Why::Plain);
            self.node(Event::Use(Place::of(holder), super::flow::How::Seen), span);
            self.why = why;
        }
    }

    fn assign_new(&mut self, local: LocalId, from: Vec<From>, span: Span) {
        self.node(Event::Assign { place: Place::of(local), from, again: false }, span);
    }

    fn loan(&mut self, loan: Loan) -> u32 {
        let span = loan.span;
        self.graph.loans.push(loan);
        let id = self.graph.loans.len() as u32 - 1;
        self.node(Event::Borrow(id), span);
        id
    }

    fn type_of(&self, expr: &Expr) -> Ty {
        self.of.exprs.get(expr.id.index()).cloned().unwrap_or(Ty::Unknown)
    }

    fn local_type(&self, local: LocalId) -> Ty {
        self.graph.types.get(local.index()).cloned().unwrap_or(Ty::Unknown)
    }

    fn with_why<T>(&mut self, why: Why, f: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.why, why);
        let result = f(self);
        self.why = before;
        result
    }

    /// What a value refers to.
    fn from(value: Val) -> Vec<From> {
        value.holder.map(From::Local).into_iter().collect()
    }
}
