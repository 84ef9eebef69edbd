trait S {
    fn s(&self) -> String;
}
struct A;
impl S for A {
    fn s(&self) -> String {
        "A".into()
    }
}
impl S for &A {
    fn s(&self) -> String {
        "&A".into()
    }
}
impl S for Box<A> {
    fn s(&self) -> String {
        "Box<A>".into()
    }
}
impl S for i32 {
    fn s(&self) -> String {
        format!("i32 {self}")
    }
}
impl S for &i32 {
    fn s(&self) -> String {
        format!("&i32 {self}")
    }
}
fn take(x: Box<dyn S + '_>) -> String {
    x.s()
}
fn d(x: &dyn S) -> String {
    x.s()
}
fn main() {
    let a = A;
    let b: Box<dyn S + '_> = Box::new(&a);
    println!("{}", b.s());
    let b: Box<dyn S> = Box::new(A);
    println!("{}", b.s());
    let b: Box<dyn S> = Box::new(Box::new(A));
    println!("{}", b.s());
    println!("{} {}", take(Box::new(&a)), take(Box::new(A)));
    println!("{} {}", d(&a), d(&&a));
    let v: Vec<Box<dyn S + '_>> = vec![Box::new(A), Box::new(&a), Box::new(1), Box::new(&2)];
    for x in &v {
        println!("{}", x.s());
    }
    for x in v.iter().map(|x| x.s()) {
        println!("{x}");
    }
    let r: std::rc::Rc<dyn S + '_> = std::rc::Rc::new(&a);
    println!("{}", r.s());
}
