use std::rc::Rc;
trait S {
    fn s(&self) -> String;
}
impl<T> S for [T] {
    fn s(&self) -> String {
        format!("slice {}", self.len())
    }
}
impl<T, const N: usize> S for [T; N] {
    fn s(&self) -> String {
        format!("array {}", N)
    }
}
impl<T> S for Vec<T> {
    fn s(&self) -> String {
        format!("vec {}", self.len())
    }
}
fn g<T: S + ?Sized>(t: &T) -> String {
    t.s()
}
fn gm<T: S + ?Sized>(t: &mut T) -> String {
    t.s()
}
fn main() {
    let mut a = [1, 2, 3];
    let mut v = vec![1, 2];
    println!("{} {}", a.s(), v.s());
    println!("{} {}", g(&a), g(&v));
    println!("{} {}", g(&a[..]), g(&v[..]));
    println!("{} {}", a[..].s(), v[1..].s());
    let s: &[i32] = &a;
    println!("{} {}", s.s(), g(s));
    let s: &[i32] = &v;
    println!("{} {}", s.s(), g(s));
    let b: Box<[i32]> = Box::new([1, 2]);
    println!("{} {}", b.s(), g(&*b));
    let b: Box<[i32; 2]> = Box::new([1, 2]);
    println!("{} {}", b.s(), g(&*b));
    let b: Rc<[i32]> = Rc::new([1, 2]);
    println!("{} {}", b.s(), g(&*b));
    let b: Rc<[i32]> = Rc::from(vec![1, 2]);
    println!("{} {}", b.s(), g(&*b));
    let b: Rc<[i32; 2]> = Rc::new([1, 2]);
    println!("{} {}", b.s(), g(&*b));
    let b: Box<[i32]> = v.clone().into_boxed_slice();
    println!("{} {}", b.s(), g(&*b));
    let m: &mut [i32] = &mut a;
    println!("{} {}", m.s(), gm(m));
    let m: &mut [i32] = &mut v;
    println!("{} {}", m.s(), gm(m));
    let m: &mut [i32; 3] = &mut a;
    println!("{} {}", m.s(), gm(m));
    let m: &mut Vec<i32> = &mut v;
    println!("{} {}", m.s(), gm(m));
    println!("{}", gm(&mut a[1..]));
    println!("{}", gm(a.as_mut_slice()));
    println!("{}", g(v.as_slice()));
    println!("{:?}", v.chunks(1).map(g).collect::<Vec<_>>());
    println!("{:?}", v.chunks(1).map(|c| c.s()).collect::<Vec<_>>());
    println!("{:?}", [[1, 2], [3, 4]].iter().map(|c| c.s()).collect::<Vec<_>>());
    println!("{:?}", vec![vec![1, 2], vec![3]].iter().map(|c| c.s()).collect::<Vec<_>>());
}
