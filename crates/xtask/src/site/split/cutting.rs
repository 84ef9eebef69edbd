//! Cuts tails out of functions: what no program or few come to becomes a function of its own, which can then be placed in
//! another part than the rest.
//!
//! Where the tail was, it is called with the variables that matter to it. It returns those that matter afterwards, and
//! how it was left, and the function goes on from there.

use std::collections::{BTreeMap, HashMap};

use anyhow::Result;

use super::super::wasm::{self, put_number};
use super::body::{Body, Rest, What};
use super::exits::{After, Interface, Open};
use super::frame::Frame;
use super::instructions::code;
use super::live::{Live, Locals};
use super::module::{Module, Signature};
use super::sections::{self, put_signature, with_more};

/// The tails of a function that are cut out, and to which part each goes.
pub(super) type Cuts = BTreeMap<usize, usize>;

/// A module of whose functions tails have been cut out.
pub(super) struct Cut {
    pub(super) module: Vec<u8>,
    /// The tails, which come after all other functions, in order.
    pub(super) tails: Vec<Tail>,
}

/// Where a tail comes from, and its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tail {
    /// The function, or the tail, that calls it.
    pub(super) caller: usize,
    /// The shape of the function that it was cut out of, and its number there.
    pub(super) shape: u64,
    pub(super) number: usize,
    pub(super) part: usize,
}

/// Cuts out the tails that `choose` names of each function.
pub(super) fn cut(bytes: &[u8], module: &Module<'_>, choose: &dyn Fn(&Body<'_>) -> Cuts) -> Result<Cut> {
    let mut cutter = Cutter {
        first: module.functions.len(),
        known: module.signatures.len(),
        added: Vec::new(),
        types: known_types(module),
        made: Vec::new(),
    };
    let mut bodies = Vec::new();
    for function in module.imported..module.functions.len() {
        let body = Body::read(module, function)?.map(|it| (choose(&it), it));
        bodies.push(match body {
            Some((cuts, body)) if !cuts.is_empty() => cutter.whole(function, &body, &cuts),
            _ => module.body(function).unwrap_or_default().to_vec(),
        });
    }
    cutter.write(bytes, bodies)
}

/// The types that a module has. Of those that are the same the first is as good as any.
fn known_types(module: &Module<'_>) -> HashMap<(Vec<u8>, Vec<u8>), usize> {
    let numbered = module.signatures.iter().enumerate().rev();
    numbered.map(|(number, it)| ((it.parameters.to_vec(), it.results.to_vec()), number)).collect()
}

struct Cutter {
    /// The number of the first tail.
    first: usize,
    /// How many types there were.
    known: usize,
    /// The types that there were not, as they are written.
    added: Vec<Vec<u8>>,
    /// The number of each type, by what functions of it take and return.
    types: HashMap<(Vec<u8>, Vec<u8>), usize>,
    made: Vec<Made>,
}

struct Made {
    of: usize,
    code: Vec<u8>,
    tail: Tail,
}

/// What does not change while a function is cut up.
struct Whole<'b> {
    body: &'b Body<'b>,
    cuts: &'b Cuts,
    after: HashMap<usize, After>,
}

impl Cutter {
    fn whole(&mut self, function: usize, body: &Body<'_>, cuts: &Cuts) -> Vec<u8> {
        let mut after = HashMap::new();
        let see = &mut |tail: usize, behind: &Locals, labels: &[Locals]| {
            if cuts.contains_key(&tail) {
                after.insert(tail, (behind.clone(), labels.to_vec()));
            }
        };
        // Behind a function none of its variables matters.
        Live { labels: vec![Locals::default()], see }.before(&body.code.steps, &Locals::default());
        let whole = Whole { body, cuts, after };
        let mut frame = Frame::of_function(body, function);
        self.steps(&whole, &mut frame, Rest { seq: &body.code, from: 0 }, None);
        frame.finish()
    }

    /// Writes the steps of a sequence, except for the tails that are cut out; one of them may be the one that is being made.
    fn steps(&mut self, whole: &Whole<'_>, frame: &mut Frame, rest: Rest<'_>, own: Option<usize>) {
        for (index, step) in rest.seq.steps.iter().enumerate().skip(rest.from) {
            let tail = step.tail.filter(|it| Some(*it) != own);
            let rest = Rest { from: index, ..rest };
            if let Some((tail, part)) = tail.and_then(|it| Some((it, *whole.cuts.get(&it)?)))
                && let Some(interface) = Interface::of(rest, &frame.open, &whole.after[&tail])
                && interface.is_small()
            {
                let tail = Tail { caller: frame.number, shape: whole.body.shape, number: tail, part };
                let function = self.tail(whole, &frame.open, rest, tail, &interface);
                frame.call(function, &interface, whole.body);
                return;
            }
            match &step.what {
                What::One(it) => frame.one(it.bytes, &it.kind, whole.body),
                What::Nest { opens, nest, result, body, otherwise } => {
                    frame.out.extend(opens.bytes);
                    frame.opened(*nest, *result);
                    self.steps(whole, frame, Rest { seq: body, from: 0 }, None);
                    if let Some(otherwise) = otherwise {
                        frame.out.push(code::ELSE);
                        self.steps(whole, frame, Rest { seq: otherwise, from: 0 }, None);
                    }
                    frame.closed();
                }
            }
        }
    }

    /// Makes a function of a tail, and returns its number.
    fn tail(
        &mut self,
        whole: &Whole<'_>,
        open: &Open,
        rest: Rest<'_>,
        tail: Tail,
        interface: &Interface,
    ) -> usize {
        let of = self.type_of(interface.parameters(whole.body), interface.results(whole.body));
        // Those that are cut out of it come after it.
        let made = self.made.len();
        self.made.push(Made { of, code: Vec::new(), tail });
        let mut frame = Frame::of_tail(whole.body, self.first + made, interface, open);
        self.steps(whole, &mut frame, rest, Some(tail.number));
        frame.leave(interface, open, whole.body);
        self.made[made].code = frame.finish();
        self.first + made
    }

    fn type_of(&mut self, takes: Vec<u8>, returns: Vec<u8>) -> usize {
        let next = self.known + self.added.len();
        let mut written = Vec::new();
        put_signature(&mut written, &Signature { parameters: &takes, results: &returns });
        let of = *self.types.entry((takes, returns)).or_insert(next);
        if of == next {
            self.added.push(written);
        }
        of
    }

    fn write(self, bytes: &[u8], mut bodies: Vec<Vec<u8>>) -> Result<Cut> {
        let (mut functions, mut tails) = (Vec::new(), Vec::new());
        for made in self.made {
            let mut of = Vec::new();
            put_number(&mut of, made.of);
            functions.push(of);
            bodies.push(made.code);
            tails.push(made.tail);
        }
        let module = wasm::rewrite(bytes, |id, body| match id {
            1 => with_more(body.0, &self.added).map(Some),
            3 => with_more(body.0, &functions).map(Some),
            wasm::CODE => Ok(Some(sections::code(&bodies))),
            _ => Ok(None),
        })?;
        Ok(Cut { module, tails })
    }
}

#[cfg(test)]
mod by_chance;
