//! Temporaries that a `let` extends: in branches, in constructors, tuples, arrays and casts, behind fields.

use std::fmt::Debug;
use std::sync::Mutex;

#[derive(Debug)]
struct D(&'static str);

impl Drop for D {
    fn drop(&mut self) {
        println!("  drop {}", self.0);
    }
}

#[derive(Debug)]
struct W<'a>(&'a D);

#[derive(Debug)]
struct Named<'a> {
    first: &'a D,
    second: Option<&'a D>,
}

struct Outer {
    inner: D,
    other: D,
}

struct Pair<'a, T>(&'a T, u32);

fn make(a: &'static str, b: &'static str) -> Outer {
    println!("  make {a} {b}");
    Outer { inner: D(a), other: D(b) }
}

fn pass(d: &D) -> &'static str {
    println!("  pass {}", d.0);
    d.0
}

fn branch(c: bool) {
    println!("branch {c}");
    let k = if c { Some(&D("x")) } else { None };
    println!("  {k:?}");
    let w = if c { W(&D("then")) } else { W(&D("else")) };
    println!("  {w:?}");
    let n = match c {
        true => (&D("a"), 1),
        _ => (&D("b"), 2),
    };
    println!("  {n:?}");
    let deep = if c {
        let word = pass(&D("word"));
        println!("  {word}");
        [Some(&D("d1")), Some(&D("d2"))]
    } else {
        [None, Some(&D("d3"))]
    };
    println!("  {deep:?}");
}

fn order() {
    println!("order");
    let t = (&D("1"), pass(&D("short")), if t() { &D("2") } else { &D("3") }, &D("4"));
    println!("  {t:?}");
    let n = Named { second: Some(&D("second")), first: &D("first") };
    println!("  {:?} {:?}", n.first, n.second);
    let all: [&dyn Debug; 2] = [&D("all"), &(D("in"), &D("nested"))];
    println!("  {all:?}");
}

fn t() -> bool {
    true
}

fn fields() {
    println!("fields");
    let r = &make("field", "rest").inner;
    println!("  {r:?}");
    let m = &mut make("mutable", "unused").other;
    m.0 = "changed";
    println!("  {m:?}");
    let e = &[D("e0"), D("e1")][1];
    println!("  {e:?}");
    let o = Some(&make("some", "thing").inner);
    println!("  {o:?}");
    let p = Pair(&make("p", "q").other, 3);
    println!("  {:?} {}", p.0, p.1);
}

fn guards() {
    println!("guards");
    let lock = Mutex::new(1);
    let r = &*lock.lock().unwrap();
    println!("  {r} {}", lock.try_lock().is_err());
}

fn nothing() {
    println!("nothing");
    let _ = W(&D("kept"));
    println!("  after kept");
    let _ = &D("kept too");
    println!("  after kept too");
    let _ = D("not kept");
    println!("  after not kept");
    let _ = pass(&D("passed"));
    println!("  after passed");
    let _ = (&D("left"), D("right"));
    println!("  after left and right");
    let _ = if t() { Some(&D("if")) } else { None };
    println!("  end of nothing");
}

fn blocks() {
    println!("blocks");
    let b = {
        let _inner = D("inner");
        Some(&D("tail"))
    };
    println!("  {b:?}");
    let c = &D("cast") as &dyn Debug;
    println!("  {c:?}");
    let unsafe_block = unsafe { &D("unsafe") };
    println!("  {unsafe_block:?}");
    let Some(x) = (if t() { Some(&D("let else")) } else { None }) else { return };
    println!("  {x:?}");
    let (a, W(b)) = (&D("left"), W(&D("right")));
    println!("  {a:?} {b:?}");
}

fn loops() {
    println!("loops");
    for i in 0..3 {
        let k = if i == 1 { Some(&D("one")) } else { None };
        println!("  {i} {k:?}");
    }
}

fn main() {
    branch(true);
    branch(false);
    order();
    fields();
    guards();
    nothing();
    blocks();
    loops();
}
