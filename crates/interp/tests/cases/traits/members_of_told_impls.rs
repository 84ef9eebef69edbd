use std::marker::PhantomData;
struct Open;
struct Closed;
#[derive(Debug, Default)]
struct A;
#[derive(Debug, Default)]
struct B;
struct St<T>(PhantomData<T>);
trait Tr {
    type O: std::fmt::Debug + Default;
    const N: u32;
    const NAME: &'static str = "none";
    fn make(&self) -> Self::O {
        Self::O::default()
    }
    fn n(&self) -> u32 {
        Self::N
    }
}
impl Tr for St<Open> {
    type O = A;
    const N: u32 = 1;
    const NAME: &'static str = "open";
}
impl Tr for St<Closed> {
    type O = B;
    const N: u32 = 2;
}
fn n<T: Tr>() -> u32 {
    T::N
}
fn name<T: Tr>(_: &T) -> &'static str {
    T::NAME
}
fn o<T: Tr>() -> T::O {
    T::O::default()
}
fn o2<T: Tr>(_: &T) -> T::O {
    Default::default()
}
struct Holder<T: Tr> {
    v: T::O,
}
impl<T: Tr> Holder<T> {
    fn new() -> Self {
        Holder { v: T::O::default() }
    }
    const M: u32 = T::N * 10;
}
fn main() {
    println!("{} {}", <St<Open> as Tr>::N, <St<Closed> as Tr>::N);
    println!("{} {}", St::<Open>::N, St::<Closed>::N);
    println!("{} {}", n::<St<Open>>(), n::<St<Closed>>());
    let a = St::<Open>(PhantomData);
    let b = St::<Closed>(PhantomData);
    println!("{} {}", name(&a), name(&b));
    println!("{:?} {:?}", a.make(), b.make());
    println!("{} {}", a.n(), b.n());
    println!("{:?} {:?}", o::<St<Open>>(), o::<St<Closed>>());
    println!("{:?} {:?}", o2(&a), o2(&b));
    let x: <St<Closed> as Tr>::O = Default::default();
    println!("{x:?}");
    println!("{:?}", <St<Closed> as Tr>::O::default());
    println!("{:?} {:?}", Holder::<St<Open>>::new().v, Holder::<St<Closed>>::new().v);
    println!("{:?} {:?}", Holder::<St<Open>>::M, Holder::<St<Closed>>::M);
}
