trait Named {
    fn s() -> String;
    const N: usize = 4;
}
struct A;
impl Named for A {
    fn s() -> String {
        "A".into()
    }
    const N: usize = 9;
}
struct B;
impl Named for B {
    fn s() -> String {
        "B".into()
    }
}
struct W<T>(Vec<T>);
impl<T: Named> Named for W<T> {
    fn s() -> String {
        format!("W<{}>", T::s())
    }
    const N: usize = T::N + 1;
}
impl<T: Named> W<T> {
    fn name(&self) -> String {
        T::s()
    }
    fn new() -> Self {
        W(Vec::new())
    }
}
fn of<T: Named>(_: &W<T>) -> String {
    T::s()
}
fn of2<T: Named>(_: &Option<T>) -> String {
    T::s()
}
fn of3<T: Named>(_: &[T]) -> String {
    T::s()
}
fn of4<T: Named>(_: Vec<Vec<T>>) -> String {
    T::s()
}
struct Outer<T: Named> {
    w: W<T>,
}
impl<T: Named> Outer<T> {
    fn n(&self) -> String {
        self.w.name()
    }
    fn n2(&self) -> String {
        of(&self.w)
    }
    fn n3(&self) -> usize {
        T::N
    }
}
trait Get {
    fn get(&self) -> String;
}
impl<T: Named> Get for W<T> {
    fn get(&self) -> String {
        T::s()
    }
}
fn main() {
    let w = W::<A>::new();
    println!("{} {} {}", w.name(), of(&w), w.get());
    let w: W<B> = W::new();
    println!("{} {} {}", w.name(), of(&w), w.get());
    let x: Option<A> = None;
    println!("{}", of2(&x));
    let x: Vec<B> = vec![];
    println!("{}", of3(&x));
    println!("{}", of4(vec![Vec::<A>::new()]));
    let o = Outer { w: W::<B>::new() };
    println!("{} {} {}", o.n(), o.n2(), o.n3());
    let d: Box<dyn Get> = Box::new(W::<A>::new());
    println!("{}", d.get());
    let d: Vec<Box<dyn Get>> = vec![Box::new(W::<A>(vec![])), Box::new(W::<B>(vec![]))];
    for d in &d {
        println!("{}", d.get());
    }
    println!("{} {}", <W<W<A>> as Named>::s(), W::<W<B>>::N);
}
