use std::cell::RefCell; struct J(String);
fn f() -> Option<String> { let c = RefCell::new(vec![J("a".into())]); let Some(J(ref j)) = c.borrow_mut().pop() else { return None }; let n = j.clone(); drop(c); Some(n) }
fn main() { println!("{:?}", f()); let mut v = vec![1, 2]; let Some(ref x) = v.drain(..1).next() else { return }; v.push(*x); println!("{v:?}"); }
