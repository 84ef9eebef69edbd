//! A function in the making: steps of another function are written anew, with its own variables and branches.

use std::collections::HashMap;

use super::super::wasm::put_number;
use super::body::Body;
use super::exits::{Exit, Interface, Open, value};
use super::instructions::{Kind, Nest, code};
use super::sections::put_signed;

/// A function in the making.
pub(super) struct Frame {
    pub(super) out: Vec<u8>,
    /// The variables that it has of the whole function's, by their numbers there.
    own: HashMap<usize, usize>,
    /// The types of all variables.
    locals: Vec<u8>,
    parameters: usize,
    /// What is open here in the whole function.
    pub(super) open: Open,
    /// For each of that, where a branch to it goes: what number of what is open in this function it is.
    places: Vec<usize>,
    /// How much is open in this function.
    depth: usize,
    /// Its own number in the module.
    pub(super) number: usize,
    is_tail: bool,
}

impl Frame {
    /// A function of which tails are cut out.
    pub(super) fn of_function(body: &Body<'_>, number: usize) -> Self {
        Frame {
            out: Vec::new(),
            own: (0..body.locals.len()).map(|it| (it, it)).collect(),
            locals: body.locals.clone(),
            parameters: body.signature.parameters.len(),
            open: vec![(Nest::Block, body.signature.results.first().copied())],
            places: vec![0],
            depth: 1,
            number,
            is_tail: false,
        }
    }

    /// A tail where all of this is open. For each of its exits there is a block, behind which it is left.
    pub(super) fn of_tail(body: &Body<'_>, number: usize, interface: &Interface, open: &Open) -> Self {
        let locals = interface.parameters(body);
        let mut frame = Frame {
            out: Vec::new(),
            own: interface.takes.iter().enumerate().map(|(at, it)| (*it, at)).collect(),
            parameters: locals.len(),
            locals,
            open: open.clone(),
            places: vec![0; open.len()],
            depth: 1,
            number,
            is_tail: true,
        };
        // The first one's ends first.
        for exit in interface.exits.iter().rev() {
            frame.out.extend([code::BLOCK, value(*exit, open).unwrap_or(code::NOTHING)]);
            if let Exit::Level(level) = exit {
                frame.places[*level] = frame.depth;
            }
            frame.depth += 1;
        }
        frame
    }

    /// Returns from a tail, by each of its exits.
    pub(super) fn leave(&mut self, interface: &Interface, open: &Open, body: &Body<'_>) {
        for (number, exit) in interface.exits.iter().enumerate() {
            self.closed_exit();
            self.value_of(*exit, interface, open);
            if interface.has_several_exits() {
                self.number(number);
            }
            interface.returns.iter().for_each(|it| self.local(code::GET, *it, body));
            if number + 1 < interface.exits.len() {
                self.out.push(code::RETURN);
            }
        }
    }

    pub(super) fn opened(&mut self, nest: Nest, result: Option<u8>) {
        self.open.push((nest, result));
        self.places.push(self.depth);
        self.depth += 1;
    }

    pub(super) fn closed(&mut self) {
        self.open.pop();
        self.places.pop();
        self.closed_exit();
    }

    fn closed_exit(&mut self) {
        self.depth -= 1;
        self.out.push(code::END);
    }

    pub(super) fn one(&mut self, bytes: &[u8], kind: &Kind, body: &Body<'_>) {
        match kind {
            Kind::Local(_, local) => self.local(bytes[0], *local, body),
            Kind::Branch(depth) | Kind::BranchIf(depth) => {
                self.out.push(bytes[0]);
                self.branch(*depth);
            }
            Kind::BranchTable(depths) => {
                self.out.push(bytes[0]);
                put_number(&mut self.out, depths.len() - 1);
                depths.iter().for_each(|it| self.branch(*it));
            }
            Kind::Return if self.is_tail => {
                self.out.push(code::BRANCH);
                self.branch(self.open.len() - 1);
            }
            _ => self.out.extend(bytes),
        }
    }

    /// Where a branch to what is open in the whole function goes in this one.
    fn branch(&mut self, depth: usize) {
        let level = self.open.len() - 1 - depth;
        put_number(&mut self.out, self.depth - 1 - self.places[level]);
    }

    /// Gets or sets a variable of the whole function.
    fn local(&mut self, access: u8, local: usize, body: &Body<'_>) {
        let own = self.own.get(&local).copied().unwrap_or_else(|| {
            let new = self.new_local(body.locals[local]);
            self.own.insert(local, new);
            new
        });
        self.own_local(access, own);
    }

    fn own_local(&mut self, access: u8, local: usize) {
        self.out.push(access);
        put_number(&mut self.out, local);
    }

    fn new_local(&mut self, of: u8) -> usize {
        self.locals.push(of);
        self.locals.len() - 1
    }

    fn number(&mut self, number: usize) {
        self.out.push(code::NUMBER);
        put_signed(&mut self.out, number);
    }

    /// Puts a zero in the place of the value where an exit has none and others have.
    fn value_of(&mut self, exit: Exit, interface: &Interface, open: &Open) {
        if let Some(of) = interface.value.filter(|_| value(exit, open).is_none()) {
            // Nothing sets it.
            let zero = self.new_local(of);
            self.own_local(code::GET, zero);
        }
    }

    /// Calls a tail that has been cut out, and goes on where it was left.
    pub(super) fn call(&mut self, function: usize, interface: &Interface, body: &Body<'_>) {
        interface.takes.iter().for_each(|it| self.local(code::GET, *it, body));
        self.out.push(code::CALL);
        put_number(&mut self.out, function);
        let [first, others @ ..] = &interface.exits[..] else {
            return self.out.push(code::UNREACHABLE);
        };
        interface.returns.iter().rev().for_each(|it| self.local(code::SET, *it, body));
        match (others, interface.value) {
            ([], _) => {}
            ([Exit::Level(level)], None) => {
                self.out.push(code::BRANCH_IF);
                self.branch(self.open.len() - 1 - level);
            }
            _ => self.tell_apart(others, interface),
        }
        self.go(*first);
    }

    /// Goes where a tail was left, if it was not by its first exit.
    fn tell_apart(&mut self, others: &[Exit], interface: &Interface) {
        let number = self.new_local(code::I32);
        self.own_local(code::SET, number);
        let kept = interface.value.map(|of| self.new_local(of));
        kept.iter().for_each(|it| self.own_local(code::SET, *it));
        let keep = |frame: &mut Frame, exit: Exit| {
            if let Some(kept) = kept.filter(|_| value(exit, &frame.open).is_some()) {
                frame.own_local(code::GET, kept);
            }
        };
        for (exit, count) in others.iter().zip(1..) {
            self.own_local(code::GET, number);
            self.number(count);
            self.out.extend([code::EQUAL, code::IF, code::NOTHING]);
            self.depth += 1;
            keep(self, *exit);
            self.go_away(*exit);
            self.closed_exit();
        }
        keep(self, interface.exits[0]);
    }

    /// Goes to an exit, unless that is where the sequence ends.
    fn go(&mut self, exit: Exit) {
        let innermost = self.open.len() - 1;
        let is_end = exit == Exit::Level(innermost) && self.open[innermost].0 != Nest::Loop;
        // In a tail, the end of the sequence is where its first exit is.
        let is_here = is_end && self.places[innermost] == self.depth - 1;
        if exit != Exit::Behind && !is_here {
            self.go_away(exit);
        }
    }

    fn go_away(&mut self, exit: Exit) {
        if let Exit::Level(level) = exit {
            self.out.push(code::BRANCH);
            self.branch(self.open.len() - 1 - level);
        }
    }

    /// The function's code, with its variables in front.
    pub(super) fn finish(mut self) -> Vec<u8> {
        self.out.push(code::END);
        let own = &self.locals[self.parameters..];
        let runs: Vec<&[u8]> = own.chunk_by(|one, next| one == next).collect();
        let mut out = Vec::new();
        put_number(&mut out, runs.len());
        for run in runs {
            put_number(&mut out, run.len());
            out.push(run[0]);
        }
        out.extend(self.out);
        out
    }
}
