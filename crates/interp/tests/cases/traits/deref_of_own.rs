use std::ops::{Deref, DerefMut, Index, IndexMut};
use std::thread;
use std::time::Duration;

struct Told<T> { name: &'static str, value: T }
impl<T> Deref for Told<T> { type Target = T; fn deref(&self) -> &T { println!("  deref {}", self.name); &self.value } }
impl<T> DerefMut for Told<T> { fn deref_mut(&mut self) -> &mut T { println!("  deref_mut {}", self.name); &mut self.value } }

struct Counter { count: u32, names: Vec<String> }
impl Counter {
    fn up(&mut self) -> u32 { self.count += 1; self.count }
    fn read(&self) -> u32 { self.count }
}

struct Slow(Vec<i32>);
impl Deref for Slow { type Target = Vec<i32>; fn deref(&self) -> &Vec<i32> { thread::sleep(Duration::from_millis(30)); &self.0 } }

struct Table { rows: Vec<Vec<i32>> }
impl Index<(usize, usize)> for Table { type Output = i32; fn index(&self, (r, c): (usize, usize)) -> &i32 { println!("  index"); &self.rows[r][c] } }
impl IndexMut<(usize, usize)> for Table { fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut i32 { println!("  index_mut"); &mut self.rows[r][c] } }

fn told<T>(name: &'static str, value: T) -> Told<T> { Told { name, value } }

fn main() {
    let mut counter = told("counter", Counter { count: 0, names: vec![] });
    println!("{} {}", counter.up(), counter.read());
    counter.count += 5;
    println!("{}", counter.count);
    counter.names.push("a".to_string());
    println!("{:?} {}", counter.names, counter.names.len());
    let mut text = told("text", String::from("abc"));
    text.push('d');
    println!("{} {} {}", text.len(), text.to_uppercase(), *text);
    *text = "new".to_string();
    println!("{}", &text[1..]);
    let mut nested = told("outer", told("inner", 5i32));
    **nested += 1;
    println!("{}", **nested);
    println!("{}", nested.pow(2));
    let mut list = told("list", vec![3, 1, 2]);
    list[0] = 7;
    println!("{} {:?}", list[0], list.iter().max());
    list.sort();
    for it in list.iter_mut() { *it *= 2; }
    println!("{:?}", *list);
    let mut boxed = Box::new(told("boxed", 1));
    **boxed += 1;
    println!("{}", **boxed);
    let mut table = Table { rows: vec![vec![1, 2], vec![3, 4]] };
    table[(1, 0)] += 10;
    println!("{}", table[(1, 0)]);
    let mut table = told("table", table);
    table[(0, 0)] = 9;
    println!("{}", table[(0, 0)]);
    let slow = thread::spawn(|| { let slow = Slow(vec![1, 2, 3]); println!("slow {}", slow.len()); });
    let quick = thread::spawn(|| println!("quick"));
    quick.join().unwrap();
    slow.join().unwrap();
}
