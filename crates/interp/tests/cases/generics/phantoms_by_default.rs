use std::marker::PhantomData;
trait Unit {
    const NAME: &'static str;
    fn f() -> f64;
}
#[derive(Clone, Copy, Debug, PartialEq)]
struct Km;
impl Unit for Km {
    const NAME: &'static str = "km";
    fn f() -> f64 {
        1000.0
    }
}
#[derive(Clone, Copy, Debug, PartialEq)]
struct M;
impl Unit for M {
    const NAME: &'static str = "m";
    fn f() -> f64 {
        1.0
    }
}
#[derive(Clone, Copy, Debug, PartialEq)]
struct L<U> {
    v: f64,
    _u: PhantomData<U>,
}
impl<U: Unit> L<U> {
    fn new(v: f64) -> Self {
        L { v, _u: Default::default() }
    }
    fn new2(v: f64) -> Self {
        Self { v, _u: PhantomData::default() }
    }
    fn show(&self) -> String {
        format!("{}{}", self.v, U::NAME)
    }
    fn to<V: Unit>(self) -> L<V> {
        L::new(self.v * U::f() / V::f())
    }
    fn to2<V: Unit>(self) -> L<V> {
        L { v: self.v * U::f() / V::f(), _u: Default::default() }
    }
}
struct D<T> {
    _p: PhantomData<T>,
}
impl<T> Default for D<T> {
    fn default() -> Self {
        D { _p: Default::default() }
    }
}
impl<T: Unit> D<T> {
    fn n(&self) -> &'static str {
        T::NAME
    }
}
impl<U: Unit> std::ops::Add for L<U> {
    type Output = Self;
    fn add(self, o: Self) -> Self {
        Self { v: self.v + o.v, _u: Default::default() }
    }
}
impl<U> Default for L<U> {
    fn default() -> Self {
        L { v: 0.5, _u: Default::default() }
    }
}
fn main() {
    println!("{} {}", L::<Km>::new(1.0).show(), L::<M>::new2(2.0).show());
    println!("{} {}", L::<Km>::new(1.0).to::<M>().show(), L::<M>::new2(2.0).to2::<Km>().show());
    let d: D<Km> = Default::default();
    println!("{}", d.n());
    println!("{}", D::<M>::default().n());
    println!("{}", (L::<Km>::new(1.0) + L::new2(2.5)).show());
    let l: L<M> = Default::default();
    println!("{}", l.show());
    println!("{}", L::<Km>::default().show());
}
