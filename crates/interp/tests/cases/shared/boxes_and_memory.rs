use std::borrow::Cow;
use std::ops::{Deref, DerefMut};
use std::mem;

struct MyBox<T>(T, u32);
impl<T> Deref for MyBox<T> { type Target = T; fn deref(&self) -> &T { &self.0 } }
impl<T> DerefMut for MyBox<T> { fn deref_mut(&mut self) -> &mut T { self.1 += 1; &mut self.0 } }
impl<T> AsRef<T> for MyBox<T> { fn as_ref(&self) -> &T { &self.0 } }

fn hello(name: &str) -> usize { name.len() }
fn clean(s: &str) -> Cow<'_, str> { if s.contains(' ') { Cow::Owned(s.replace(' ', "")) } else { Cow::Borrowed(s) } }
fn path<S: AsRef<str>>(s: S) -> String { s.as_ref().to_uppercase() }

fn main() {
    let b = Box::new(5i32);
    println!("{} {}", *b + 1, b.pow(2));
    let mut m = MyBox(String::from("Rust"), 0);
    println!("{} {}", hello(&m), m.starts_with('R'));
    m.push('!');
    m.push_str("?");
    *m = m.to_lowercase();
    println!("{} {} {}", *m, m.1, m.as_ref().len());
    for s in ["a b", "ab"] { match clean(s) { Cow::Owned(o) => println!("owned {o}"), Cow::Borrowed(b) => println!("borrowed {b}") } }
    let mut c = clean("xy");
    c.to_mut().push('z');
    println!("{c} {}", c == "xyz");
    println!("{} {} {}", path("a"), path(String::from("b")), path(&"c".to_string()));
    let (mut x, mut y) = (vec![1], vec![2, 3]);
    mem::swap(&mut x, &mut y);
    let old = mem::replace(&mut x, vec![9]);
    let taken = mem::take(&mut y);
    println!("{x:?} {y:?} {old:?} {taken:?}");
    println!("{} {} {}", mem::size_of::<u64>(), mem::size_of::<[u16; 5]>(), mem::size_of::<char>());
    let boxed: Box<dyn Fn(i32) -> Box<i32>> = Box::new(|n| Box::new(n + 1));
    println!("{}", *boxed(1) + *boxed(2));
    let raw = Box::into_raw(Box::new(String::from("raw")));
    let back = unsafe { Box::from_raw(raw) };
    println!("{back} {}", mem::discriminant(&Some(1)) == mem::discriminant(&Some(2)));
    let leaked: &'static mut Vec<i32> = Box::leak(Box::new(vec![1]));
    leaked.push(2);
    println!("{leaked:?} {}", mem::needs_drop::<String>());
    let s: Box<[i32]> = Box::new([3, 1, 2]);
    let mut v = s.into_vec();
    v.sort();
    println!("{v:?}");
}
