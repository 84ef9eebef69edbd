//! Functions made by chance, run before and after tails of them are cut out.

use std::cell::RefCell;
use std::path::PathBuf;

use super::super::body::Body;
use super::super::module::Module;
use super::super::sections::Sections;
use super::*;
use crate::process;

/// How many functions there are, and how often each is called.
const FUNCTIONS: usize = 200;
const CALLS: usize = 12;
const I32: u8 = 0x7f;
const I64: u8 = 0x7e;
const F64: u8 = 0x7c;
const TYPES: [u8; 3] = [I32, I64, F64];
/// The variables: those of a function's parameters and the first of each type, which programs change.
const LOCALS: [(u8, &[u8]); 3] = [(I32, &[0, 1, 3, 100]), (I64, &[2, 4, 101]), (F64, &[5, 6])];
/// The one that ends loops.
const FUEL: u8 = 7;
/// The types of what is taken, and of what is returned.
const TAKEN: [u8; 3] = [I32, I32, I64];

/// Instructions by their first and last code, with the types of what they take and leave.
const OPERATIONS: [(u8, u8, &[u8], u8); 15] = [
    (0x45, 0x45, &[I32], I32),
    (0x46, 0x4f, &[I32, I32], I32),
    (0x50, 0x50, &[I64], I32),
    (0x51, 0x5a, &[I64, I64], I32),
    (0x61, 0x66, &[F64, F64], I32),
    (0x67, 0x69, &[I32], I32),
    (0x6a, 0x78, &[I32, I32], I32),
    (0x79, 0x7b, &[I64], I64),
    (0x7c, 0x8a, &[I64, I64], I64),
    (0x99, 0x9f, &[F64], F64),
    (0xa0, 0xa3, &[F64, F64], F64),
    (0xa7, 0xa7, &[I64], I32),
    (0xac, 0xad, &[I32], I64),
    (0xb7, 0xb8, &[I32], F64),
    (0xc0, 0xc1, &[I32], I32),
];

/// Runs the functions of two modules, and tells where they differ. A function that traps has its trap as its value.
const COMPARE: &str = r#"
const fs = require("fs");
const load = (path) => new WebAssembly.Instance(new WebAssembly.Module(fs.readFileSync(path)));
const [one, other] = process.argv.slice(1, 3).map(load);
const called = (module, name, a, b) => { try { return module.exports[name](a, b, BigInt(a * b)); } catch (error) { return error.message; } };
let traps = 0;
for (const name of Object.keys(one.exports)) for (let call = 0; call < Number(process.argv[3]); call++) {
  const [a, b] = [call * 7 - 20, (call * 13) % 5 - 1];
  const [before, after] = [called(one, name, a, b), called(other, name, a, b)];
  if (typeof before === "string") traps++;
  if (before !== after) { console.log(`${name}(${a}, ${b}) is ${after}, not ${before}`); process.exit(0); }
}
console.log(`the same, with ${traps > 0 ? "some" : "no"} traps`);
"#;

struct Chance(u64);

impl Chance {
    /// A number below `most`.
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// A function's code, and for each of what is open in it the value that a branch to it takes.
struct Making<'c> {
    chance: &'c mut Chance,
    out: Vec<u8>,
    open: Vec<Option<u8>>,
    /// Its own number: it calls those before it.
    number: usize,
}

impl Making<'_> {
    fn function(mut self) -> Vec<u8> {
        // The parameters are the variables 0, 1 and 2.
        self.out.extend([7, 1, I32, 1, I64, 2, F64, 1, I32, 92, F64, 1, I32, 1, I64]);
        self.out.extend([0x41, 20, 0x21, FUEL]);
        self.seq(4, Some(I32));
        self.out.push(0x0b);
        self.out
    }

    fn value(&mut self, of: u8, depth: usize) {
        match self.chance.below(if depth == 0 { 2 } else { 7 }) {
            0 => self.constant(of),
            1 => {
                let local = self.local(of);
                self.out.extend([0x20, local]);
            }
            2 => self.nest(0x02, depth - 1, Some(of), Some(of)),
            3 => {
                self.value(I32, depth - 1);
                self.nest(0x04, depth - 1, Some(of), Some(of));
            }
            4 if of == I32 && self.number % 10 == 9 => {
                TAKEN.iter().for_each(|it| self.value(*it, depth - 1));
                // Those do not call others.
                let other = self.number - 1 - self.chance.below(9);
                self.out.push(0x10);
                put_number(&mut self.out, other);
            }
            _ => {
                let fitting: Vec<_> = OPERATIONS.iter().filter(|it| it.3 == of).collect();
                let (first, last, takes, _) = self.chance.of(&fitting);
                takes.iter().for_each(|it| self.value(*it, depth - 1));
                self.out.push(first + self.chance.below(usize::from(last - first) + 1) as u8);
            }
        }
    }

    fn constant(&mut self, of: u8) {
        let number = self.chance.below(0x40) as u8;
        match of {
            I64 => self.out.extend([0x42, number]),
            F64 => self.out.extend([0x41, number, 0xb7]),
            _ => self.out.extend([0x41, number]),
        }
    }

    fn local(&mut self, of: u8) -> u8 {
        let all = LOCALS.iter().find(|it| it.0 == of).map(|it| it.1).unwrap_or_default();
        self.chance.of(all)
    }

    /// Something with an end: what opens it, the value that it leaves, and that which a branch to it takes.
    fn nest(&mut self, opens: u8, depth: usize, result: Option<u8>, takes: Option<u8>) {
        self.out.extend([opens, result.unwrap_or(0x40)]);
        self.open.push(takes);
        if opens == 0x03 {
            self.out.extend([0x20, FUEL, 0x45, 0x04, 0x40, 0x41, 9, 0x0f, 0x0b]);
            self.out.extend([0x20, FUEL, 0x41, 1, 0x6b, 0x21, FUEL]);
        }
        self.seq(depth, result);
        if opens == 0x04 && (result.is_some() || self.chance.below(2) == 0) {
            self.out.push(0x05);
            self.seq(depth, result);
        }
        self.open.pop();
        self.out.push(0x0b);
    }

    fn seq(&mut self, depth: usize, result: Option<u8>) {
        for _ in 0..=self.chance.below(4) {
            self.step(depth);
        }
        match (self.chance.below(6), result) {
            (0, _) => {
                self.jump();
                // What is not reached.
                for _ in 0..self.chance.below(3) {
                    self.step(1.min(depth));
                }
            }
            (_, Some(of)) => self.value(of, 2.min(depth)),
            _ => {}
        }
        // Behind what has an end code counts as reached, even behind a jump.
        if let Some(of) = result.filter(|_| self.chance.below(8) == 0) {
            self.out.push(0x00);
            self.value(of, 1.min(depth));
        }
    }

    fn step(&mut self, depth: usize) {
        let of = self.chance.of(&TYPES);
        let local = self.local(of);
        match self.chance.below(if depth == 0 { 2 } else { 8 }) {
            0 | 1 => {
                self.value(of, depth.min(2));
                self.out.extend([0x21, local]);
            }
            2 => {
                self.value(I32, depth - 1);
                self.nest(0x04, depth - 1, None, None);
            }
            3 => self.nest(0x02, depth - 1, None, None),
            4 => self.nest(0x03, depth - 1, None, None),
            5 => {
                self.nest(0x03, depth - 1, Some(of), None);
                self.out.extend([0x21, local]);
            }
            6 => {
                self.value(of, depth - 1);
                self.out.extend([0x22, local, 0x1a]);
            }
            _ => self.branch_if(depth - 1),
        }
    }

    fn branch_if(&mut self, depth: usize) {
        let to = self.chance.below(self.open.len());
        let takes = self.takes(to);
        takes.iter().for_each(|it| self.value(*it, depth));
        self.value(I32, depth);
        self.out.extend([0x0d, to as u8]);
        self.out.extend(takes.map(|_| 0x1a));
    }

    /// What nothing follows.
    fn jump(&mut self) {
        let to = self.chance.below(self.open.len());
        match self.chance.below(8) {
            0 => self.out.push(0x00),
            1 | 2 => {
                self.value(I32, 1);
                self.out.push(0x0f);
            }
            3 | 4 => {
                let takes = self.takes(to);
                let same: Vec<_> = (0..self.open.len()).filter(|it| self.takes(*it) == takes).collect();
                takes.iter().for_each(|it| self.value(*it, 1));
                self.value(I32, 1);
                self.out.extend([0x0e, same.len() as u8 - 1]);
                self.out.extend(same.iter().map(|it| *it as u8));
            }
            _ => {
                self.takes(to).iter().for_each(|it| self.value(*it, 1));
                self.out.extend([0x0c, to as u8]);
            }
        }
    }

    fn takes(&self, depth: usize) -> Option<u8> {
        self.open[self.open.len() - 1 - depth]
    }
}

fn module(seed: u64) -> Vec<u8> {
    let mut chance = Chance(seed);
    let mut out = Sections::new();
    out.raw(1, &[1, 0x60, 3, TAKEN[0], TAKEN[1], TAKEN[2], 1, I32]);
    out.list(3, vec![0; FUNCTIONS], put_number);
    out.list(wasm::EXPORTS, 0..FUNCTIONS, |out, it| {
        wasm::put_text(out, &format!("f{it}"));
        out.push(0);
        put_number(out, it);
    });
    let body =
        |number| Making { chance: &mut chance, out: Vec::new(), open: vec![Some(I32)], number }.function();
    out.code(&(0..FUNCTIONS).map(body).collect::<Vec<_>>());
    out.0
}

/// Tails of a function: one of so many.
fn one_of(count: usize) -> impl Fn(&Body<'_>) -> Cuts {
    let chance = RefCell::new(Chance(9));
    move |body| {
        let mut cuts = Cuts::new();
        body.code.each_tail(&mut |tail, _| {
            if chance.borrow_mut().below(count) == 0 {
                cuts.insert(tail, 0);
            }
        });
        cuts
    }
}

/// A folder that is gone afterwards.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}

fn compare(seed: u64, choose: &dyn Fn(&Body<'_>) -> Cuts) -> usize {
    let folder =
        Folder(std::env::temp_dir().join(format!("meanwhile-cutting-{}-{seed}", std::process::id())));
    std::fs::create_dir_all(&folder.0).unwrap();
    let before = module(seed);
    let after = cut(&before, &Module::read(&before).unwrap(), choose).unwrap();
    let files = [("before.wasm", before), ("after.wasm", after.module)].map(|(name, bytes)| {
        let path = folder.0.join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    });
    let mut node = process::command("node");
    let compared = process::output(node.arg("-e").arg(COMPARE).args(&files).arg(CALLS.to_string())).unwrap();
    assert_eq!(compared.trim(), "the same, with some traps");
    after.tails.len()
}

#[test]
fn functions_do_the_same_when_all_their_tails_are_cut_out() {
    let tails = compare(1, &one_of(1));
    assert!(tails > 10 * FUNCTIONS, "{tails} tails");
}

#[test]
fn functions_do_the_same_when_some_of_their_tails_are_cut_out() {
    let tails = compare(2, &one_of(3));
    assert!(tails > 3 * FUNCTIONS, "{tails} tails");
}

#[test]
fn without_cuts_a_module_stays_as_it_is() {
    let before = module(3);
    let after = cut(&before, &Module::read(&before).unwrap(), &|_| Cuts::new()).unwrap();
    assert_eq!((after.module, after.tails.len()), (before, 0));
}
