//! Impls for a type, for references to it and for references to those, chosen in generic functions.

trait T {
    fn t(&self) -> String;
    fn own(self) -> String
    where
        Self: Sized;
}
#[derive(Clone, Copy)]
struct A;
impl T for A {
    fn t(&self) -> String {
        "A".into()
    }
    fn own(self) -> String {
        "own A".into()
    }
}
impl T for &A {
    fn t(&self) -> String {
        "&A".into()
    }
    fn own(self) -> String {
        "own &A".into()
    }
}
impl T for &mut A {
    fn t(&self) -> String {
        "&mut A".into()
    }
    fn own(self) -> String {
        "own &mut A".into()
    }
}
impl T for &&A {
    fn t(&self) -> String {
        "&&A".into()
    }
    fn own(self) -> String {
        "own &&A".into()
    }
}
impl T for Box<A> {
    fn t(&self) -> String {
        "Box A".into()
    }
    fn own(self) -> String {
        "own Box A".into()
    }
}
fn by_impl(x: impl T) -> String {
    x.t() + " " + &x.own()
}
fn by_param<X: T>(x: X) -> String {
    x.t() + " " + &x.own()
}
fn by_ref<X: T>(x: &X) -> String {
    x.t()
}
fn by_ref_impl(x: &impl T) -> String {
    x.t()
}
fn list<X: T>(x: Vec<X>) -> String {
    x.iter().map(|it| it.t()).collect::<Vec<_>>().join(" ")
}
fn path<X: T>(x: X) -> String {
    T::t(&x) + " " + &X::own(x)
}
struct H<X>(X);
impl<X: T> H<X> {
    fn go(&self) -> String {
        self.0.t()
    }
}
fn main() {
    let mut a = A;
    println!("{} | {} | {} | {}", by_impl(a), by_impl(&a), by_impl(&&a), by_impl(Box::new(a)));
    println!("{}", by_impl(&mut a));
    println!("{} | {} | {} | {}", by_param(a), by_param(&a), by_param(&&a), by_param(Box::new(a)));
    println!("{} | {} | {}", by_ref(&a), by_ref(&&a), by_ref(&&&a));
    println!("{} | {} | {}", by_ref_impl(&a), by_ref_impl(&&a), by_ref_impl(&&&a));
    println!("{} | {} | {}", list(vec![a]), list(vec![&a]), list(vec![&&a]));
    println!("{} | {} | {}", path(a), path(&a), path(&&a));
    println!("{} | {} | {}", H(a).go(), H(&a).go(), H(&&a).go());
    println!("{} {} {}", a.t(), (&a).t(), (&&a).t());
}
