struct D(&'static str);
impl Drop for D { fn drop(&mut self) { print!("~{} ", self.0); } }
fn d(s: &'static str) -> D { print!("+{s} "); D(s) }
fn pass(d: D) -> D { print!("pass "); d }
fn eat(_: D) { print!("eat "); }
fn eat2(_a: D, _b: D) { print!("eat2 "); }

fn main() {
    { let _a = d("a"); let _b = d("b"); { let _c = d("c"); } print!("| "); }
    println!();
    { let _x = d("x1"); let _x = d("x2"); print!("shadowed "); }
    println!();
    { let _ = d("wild"); let _keep = d("keep"); _ = d("assigned"); }
    println!();
    { let mut v = d("old"); v = d("new"); print!("then {} ", v.0); }
    println!();
    { eat(d("e")); eat2(d("p"), d("q")); let r = pass(d("r")); print!("got {} ", r.0); }
    println!();
    { let t = (d("t0"), d("t1")); let (a, _) = t; print!("moved {} ", a.0); }
    println!();
    { let v = vec![d("v0"), d("v1"), d("v2")]; let mut it = v.into_iter(); drop(it.next()); print!("rest "); }
    println!();
    for i in [d("i"), d("j")] { print!("loop {} ", i.0); }
    println!();
    { let o = Some(d("o")); if let Some(x) = o { print!("in {} ", x.0); } print!("after "); }
    println!();
    { let b: Box<D> = Box::new(d("b")); let inner = *b; print!("unboxed {} ", inner.0); }
    println!();
    { let late; let _first = d("first"); late = d("late"); print!("{} ", late.0); }
    println!();
    { let x = d("cond"); if x.0.len() > 2 { drop(x); } else { print!("kept "); } print!("end "); }
    println!();
    { let mut v = vec![d("m0"), d("m1"), d("m2"), d("m3")]; v.remove(1); v.truncate(2); v.insert(0, d("m4")); v.swap(0, 1); print!("| "); }
    println!();
    { let _r = loop { let _inner = d("loop"); break d("out"); }; print!("| "); }
    println!();
    { let a = [d("a0"), d("a1")]; let [x, _] = a; print!("{} ", x.0); }
    println!();
    { let mut o = Some(d("take")); let t = o.take(); print!("{} ", o.is_none()); drop(t); o = Some(d("again")); print!("{} ", o.is_some()); }
    println!();
}
