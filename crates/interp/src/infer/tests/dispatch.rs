//! Methods of traits, generics, and lookup through pointers.

use super::check;
use expect_test::expect;

#[test]
fn methods_are_found_through_arc_and_mutex() {
    check(
        "use std::sync::{Arc, Mutex}; use std::rc::Rc; use std::cell::RefCell; struct S { n: u64, v: Vec<u8> }
         impl S { fn add(&mut self, k: u64) -> u64 { self.n += k; self.n } }
         fn main() { let m = Arc::new(Mutex::new(S { n: 0, v: vec![] })); let a = m.lock().unwrap().add(1); let mut g = m.lock().unwrap(); g.n += 2;
         let b = g.v.len(); let c = Arc::clone(&m); let d = m.clone(); let r = Rc::new(RefCell::new(vec![1u8])); r.borrow_mut().push(2);
         let e = r.borrow().iter().sum::<u8>(); let f = *Arc::new(Mutex::new(5u16)).lock().unwrap() + 1; let n = Arc::strong_count(&c); }",
        &expect![[r#"
            m: Arc<Mutex<S>>
            a: u64
            g: MutexGuard<S>
            b: usize
            c: Arc<Mutex<S>>
            d: Arc<Mutex<S>>
            r: Rc<RefCell<Vec<u8>>>
            e: u8
            f: u16
            n: usize
            self: &mut S
            k: u64
        "#]],
    );
}

#[test]
fn trait_methods_are_found_by_bounds() {
    check(
        "trait Shape { const SIDES: u8; fn area(&self) -> f64; fn name(&self) -> String { \"shape\".to_string() } fn new() -> Self where Self: Sized; }
         struct Sq(f64); impl Shape for Sq { const SIDES: u8 = 4; fn area(&self) -> f64 { self.0 * self.0 } fn new() -> Self { Sq(1.0) } }
         fn total<T: Shape>(all: &[T]) -> f64 { let first = all[0].area(); let s = T::SIDES; let t = T::new(); let n = t.name(); all.iter().map(|s| s.area()).sum() }
         fn show(s: &dyn Shape2) -> u8 { let a = s.get(); a } trait Shape2 { fn get(&self) -> u8; }
         fn main() { let s = Sq::new(); let a = s.area(); let b = total(&[s]); let c: Sq = Shape::new(); let d = Sq::SIDES; let e = <Sq as Shape>::new(); }",
        &expect![[r#"
            all: &[T]
            first: f64
            s: u8
            t: T
            n: String
            s: &T
            s: &dyn Shape2
            a: u8
            s: Sq
            a: f64
            b: f64
            c: Sq
            d: u8
            e: Sq
            self: &Self
            self: &Sq
        "#]],
    );
}

#[test]
fn associated_types_are_looked_up() {
    check(
        "struct Count { n: u32 } impl Iterator for Count { type Item = u32; fn next(&mut self) -> Option<Self::Item> { self.n += 1; let n = self.n; if n < 5 { Some(n) } else { None } } }
         fn first<I: Iterator>(mut it: I) -> Option<I::Item> { let x = it.next(); x }
         fn sum<I>(it: I) -> u64 where I: IntoIterator<Item = u64> { let mut t = 0; for x in it { t += x; } t }
         fn main() { let a = Count { n: 0 }.map(|n| n * 2).sum::<u32>(); let b = first(Count { n: 0 }); let c = sum(vec![1, 2]); for n in (Count { n: 1 }) { let k = n; } }",
        &expect![[r#"
            it: I
            x: Option<I::Item>
            it: I
            t: u64
            x: u64
            a: u32
            b: Option<u32>
            c: u64
            n: u32
            k: u32
            n: u32
            self: &mut Count
            n: u32
        "#]],
    );
}

#[test]
fn operators_of_own_types() {
    check(
        "use std::ops::{Add, Mul, Neg, Index, AddAssign}; #[derive(Clone, Copy, PartialEq, Debug)] struct V(f64, f64);
         impl Add for V { type Output = V; fn add(self, o: V) -> V { V(self.0 + o.0, self.1 + o.1) } } impl Mul<f64> for V { type Output = V; fn mul(self, k: f64) -> V { V(self.0 * k, self.1 * k) } }
         impl Neg for V { type Output = V; fn neg(self) -> V { V(-self.0, -self.1) } } impl Index<usize> for V { type Output = f64; fn index(&self, i: usize) -> &f64 { if i == 0 { &self.0 } else { &self.1 } } }
         impl AddAssign<f64> for V { fn add_assign(&mut self, k: f64) { self.0 += k; } }
         fn main() { let a = V(1.0, 2.0); let b = a + V(0.0, 1.0); let c = b * 2.0; let d = -c; let e = d[1]; let mut f = d; f += 1.0; let g = a == b; }",
        &expect![[r#"
            a: V
            b: V
            c: V
            d: V
            e: f64
            f: V
            g: bool
            self: V
            o: V
            self: V
            k: f64
            self: V
            self: &V
            i: usize
            self: &mut V
            k: f64
        "#]],
    );
}

#[test]
fn patterns_bind_by_reference_through_references() {
    check(
        "enum E { A(u8, String), B { x: i64 }, C } struct P { a: u8, b: String }
         fn f(e: &E, p: &mut P, t: &(u8, Vec<i32>)) { match e { E::A(n, s) => { let a = n; let b = s; } E::B { x } => { let c = x; } E::C => {} }
         let P { a, b } = p; let (n, v) = t; let &(k, _) = t; if let E::A(1 | 2, s) = e { let l = s.len(); } }
         fn main() { let [a, b, ..] = [1u8, 2, 3]; let (x, ref y) = (1, 'c'); let v = vec![1u16]; if let [first, rest @ ..] = &v[..] { let f = first; let r = rest; }
         let Some(z) = v.first() else { return }; let n @ 1..=5 = 3u8 else { return }; }",
        &expect![[r#"
            e: &E
            p: &mut P
            t: &(u8, Vec<i32>)
            n: &u8
            s: &String
            a: &u8
            b: &String
            x: &i64
            c: &i64
            a: &mut u8
            b: &mut String
            n: &u8
            v: &Vec<i32>
            k: u8
            s: &String
            l: usize
            a: u8
            b: u8
            x: i32
            y: &char
            v: Vec<u16>
            first: &u16
            rest: &[u16]
            f: &u16
            r: &[u16]
            z: &u16
            n: u8
        "#]],
    );
}

#[test]
fn blanket_impls_and_extension_traits() {
    check(
        "trait Double { fn double(&self) -> Self; } impl Double for u8 { fn double(&self) -> u8 { self * 2 } } impl<T: Double> Double for Vec<T> { fn double(&self) -> Self { self.iter().map(|x| x.double()).collect() } }
         trait Say { fn say(&self) -> String; } impl<T: std::fmt::Display> Say for T { fn say(&self) -> String { format!(\"{self}\") } }
         fn main() { let a = 3u8.double(); let b = vec![1u8].double(); let c = 5.say(); let d = \"x\".say(); let e = 7.to_string(); let f = 1.max(2u64); let g = 4.5.to_string(); }",
        &expect![[r#"
            a: u8
            b: Vec<u8>
            c: String
            d: String
            e: String
            f: u64
            g: String
            self: &u8
            self: &Vec<T>
            x: &T
            self: &T
        "#]],
    );
}
