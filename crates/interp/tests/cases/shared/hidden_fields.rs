//! Fields that are private to another module hide none of what a wrapper derefs to.

mod wrap {
    use std::ops::{Deref, DerefMut};
    pub struct W<T> {
        name: u32,
        inner: T,
        pub seen: u32,
    }
    impl<T> W<T> {
        pub fn new(inner: T) -> Self {
            W { name: 7, inner, seen: 1 }
        }
        pub fn inside(&self) -> u32 {
            self.name
        }
    }
    impl<T> Deref for W<T> {
        type Target = T;
        fn deref(&self) -> &T {
            &self.inner
        }
    }
    impl<T> DerefMut for W<T> {
        fn deref_mut(&mut self) -> &mut T {
            &mut self.inner
        }
    }
    pub struct P(u32, pub Box<(i32, i32)>);
    impl P {
        pub fn new() -> P {
            P(9, Box::new((5, 6)))
        }
    }
    impl Deref for P {
        type Target = (i32, i32);
        fn deref(&self) -> &(i32, i32) {
            &self.1
        }
    }
}
struct T {
    name: String,
    inner: i32,
    seen: bool,
}
fn main() {
    let mut w = wrap::W::new(T { name: "target".to_string(), inner: 3, seen: true });
    println!("{} {} {} {}", w.name, w.inner, w.seen, w.inside());
    w.name.push_str("!");
    w.inner += 1;
    w.seen += 1;
    w.name = w.name.clone() + "?";
    println!("{} {} {} {}", w.name, w.inner, w.seen, w.inside());
    let r = &mut w;
    r.name.push('.');
    println!("{} {}", r.name.len(), &r.name[1..]);
    let ww = wrap::W::new(wrap::W::new(T { name: "deep".into(), inner: 1, seen: false }));
    println!("{} {} {} {}", ww.name, ww.inner, ww.seen, ww.inside());
    let T { name, .. } = &*w;
    println!("{name}");
    let p = wrap::P::new();
    println!("{} {:?}", p.0, p.1);
    let c = || w.name.len() + w.inner as usize;
    println!("{}", c());
}
