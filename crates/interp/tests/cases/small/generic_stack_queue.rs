use std::collections::VecDeque;
use std::fmt::Debug;

trait Collection<T> { fn put(&mut self, t: T); fn take(&mut self) -> Option<T>; fn size(&self) -> usize; fn drain_all(&mut self) -> Vec<T> { std::iter::from_fn(|| self.take()).collect() } }
#[derive(Debug, Default)] struct Stack<T> { items: Vec<T> }
#[derive(Debug, Default)] struct Queue<T>(VecDeque<T>);
impl<T> Collection<T> for Stack<T> { fn put(&mut self, t: T) { self.items.push(t) } fn take(&mut self) -> Option<T> { self.items.pop() } fn size(&self) -> usize { self.items.len() } }
impl<T> Collection<T> for Queue<T> { fn put(&mut self, t: T) { self.0.push_back(t) } fn take(&mut self) -> Option<T> { self.0.pop_front() } fn size(&self) -> usize { self.0.len() } }

fn fill<C: Collection<i32>>(mut c: C) -> (usize, Vec<i32>) { for i in 0..4 { c.put(i * i); } c.take(); (c.size(), c.drain_all()) }
fn dynamic(cs: &mut [Box<dyn Collection<String>>]) -> Vec<String> { for (i, c) in cs.iter_mut().enumerate() { c.put(format!("a{i}")); c.put(format!("b{i}")); } cs.iter_mut().filter_map(|c| c.take()).collect() }
fn show<T: Debug + Default>() -> String { format!("{:?}", T::default()) }

fn main() {
    println!("{:?} {:?}", fill(Stack::default()), fill(Queue::default()));
    println!("{:?}", dynamic(&mut [Box::new(Stack { items: vec![] }), Box::new(Queue(VecDeque::new()))]));
    println!("{} {}", show::<Stack<u8>>(), show::<Queue<()>>());
}
