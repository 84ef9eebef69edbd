use std::ops::{Deref, DerefMut};
struct Guarded { items: Vec<i32>, reads: std::cell::Cell<u32> }
impl Deref for Guarded { type Target = Vec<i32>; fn deref(&self) -> &Vec<i32> { self.reads.set(self.reads.get() + 1); &self.items } }
impl DerefMut for Guarded { fn deref_mut(&mut self) -> &mut Vec<i32> { &mut self.items } }

fn total(v: &[i32]) -> i32 { v.iter().sum() }

fn main() {
    let mut g = Guarded { items: vec![3, 1, 2], reads: Default::default() };
    println!("{} {}", g.len(), g[1]);
    g.push(10);
    g.sort();
    println!("{} {:?} {}", total(&g), g.iter().rev().collect::<Vec<_>>(), g.contains(&10));
    g[0] = 100;
    for x in g.iter_mut() { *x += 1; }
    println!("{:?} {}", *g, g.reads.get() > 0);
    let boxed: Box<Guarded> = Box::new(g);
    println!("{}", boxed.first().unwrap());
}
