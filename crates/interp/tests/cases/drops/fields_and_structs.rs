struct D(String);
impl Drop for D { fn drop(&mut self) { println!("drop {}", self.0); } }
fn d(s: impl Into<String>) -> D { D(s.into()) }

struct Outer { first: D, inner: Inner, last: D }
struct Inner { a: D, b: Option<D> }
impl Drop for Outer { fn drop(&mut self) { println!("drop outer with {}", self.first.0); } }
impl Drop for Inner { fn drop(&mut self) { self.b = Some(d("replaced")); println!("inner"); } }

enum E { One(D), Two { x: D, y: D }, Zero }

struct Guard<'a>(&'a std::cell::Cell<i32>);
impl Drop for Guard<'_> { fn drop(&mut self) { self.0.set(self.0.get() - 1); } }
fn enter(c: &std::cell::Cell<i32>) -> Guard<'_> { c.set(c.get() + 1); Guard(c) }

fn main() {
    { let _o = Outer { last: d("last"), first: d("first"), inner: Inner { a: d("a"), b: Some(d("b")) } }; println!("made"); }
    let mut e = E::Two { x: d("x"), y: d("y") };
    e = E::One(d("one"));
    if let E::One(ref inner) = e { println!("is {}", inner.0); }
    if let E::Two { x, y } = (E::Two { x: d("x2"), y: d("y2") }) { drop(y); println!("then {}", x.0); }
    e = E::Zero;
    println!("zero {}", matches!(e, E::Zero));
    let depth = std::cell::Cell::new(0);
    let g = enter(&depth);
    { let _h = enter(&depth); println!("{}", depth.get()); }
    println!("{}", depth.get());
    drop(g);
    println!("{}", depth.get());
    let f = { let captured = d("captured"); move || captured.0.len() };
    println!("{}", f());
    drop(f);
    let v: Vec<D> = (0..3).map(|i| d(format!("v{i}"))).collect();
    let kept: Vec<D> = v.into_iter().filter(|it| it.0 != "v1").collect();
    println!("kept {}", kept.len());
    let rc = std::rc::Rc::new(d("rc"));
    let again = rc.clone();
    drop(rc);
    println!("alive {}", again.0);
    let m = std::mem::ManuallyDrop::new(d("never"));
    println!("{}", m.0);
    let mut map = std::collections::BTreeMap::new();
    map.insert(2, d("two"));
    map.insert(1, d("one"));
    map.insert(2, d("two again"));
    println!("end");
}
