//! An impl for a `dyn Trait` beside one for what is behind it.

use std::fmt;
trait Key {
    fn id(&self) -> u32;
}
trait Lock {
    fn name(&self) -> String;
}
trait Show {
    fn show(&self) -> String;
}
struct Brass(u32);
impl Key for Brass {
    fn id(&self) -> u32 {
        self.0
    }
}
impl Lock for Brass {
    fn name(&self) -> String {
        format!("lock {}", self.0)
    }
}
impl Show for dyn Key {
    fn show(&self) -> String {
        format!("dyn Key {}", self.id())
    }
}
impl Show for dyn Lock {
    fn show(&self) -> String {
        format!("dyn Lock {}", self.name())
    }
}
impl Show for Brass {
    fn show(&self) -> String {
        format!("Brass {}", self.0)
    }
}
fn of_key(k: &(dyn Key + 'static)) -> String {
    k.show()
}
fn of_lock(k: &(dyn Lock + 'static)) -> String {
    k.show()
}
fn generic<T: Show + ?Sized>(t: &T) -> String {
    t.show()
}
fn all<T: Show + ?Sized>(t: &[Box<T>]) -> Vec<String> {
    t.iter().map(|it| it.show()).collect()
}
fn named(s: impl Show) -> String {
    s.show()
}
fn main() {
    let b = Brass(1);
    println!("{} {} {}", b.show(), of_key(&b), of_lock(&b));
    let k: Box<dyn Key> = Box::new(Brass(2));
    let l: Box<dyn Lock> = Box::new(Brass(3));
    println!("{} {}", k.show(), l.show());
    println!("{} {} {}", generic(&*k), generic(&*l), generic(&b));
    let ks: Vec<Box<dyn Key>> = vec![Box::new(Brass(4)), Box::new(Brass(5))];
    println!("{:?}", ks.iter().map(|k| k.show()).collect::<Vec<_>>());
    println!("{:?}", all(&ks));
    println!("{:?}", all(&[Box::new(Brass(6))]));
    println!("{}", named(Brass(7)));
    let rk: &dyn Key = &b;
    let rl: &dyn Lock = &b;
    println!("{} {}", Show::show(rk), <dyn Lock as Show>::show(rl));
    println!("{} {}", generic::<dyn Key>(&b), generic::<dyn Lock>(&b));
    let f: fn(&(dyn Key + 'static)) -> String = <dyn Key as Show>::show;
    println!("{}", f(&b));
}
