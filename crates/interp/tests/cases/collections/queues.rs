use std::cmp::Reverse;
use std::collections::{BinaryHeap, LinkedList, VecDeque};

#[derive(Debug, PartialEq, Eq)]
struct Job { priority: u32, name: &'static str }
impl Ord for Job { fn cmp(&self, o: &Self) -> std::cmp::Ordering { self.priority.cmp(&o.priority).then_with(|| o.name.cmp(self.name)) } }
impl PartialOrd for Job { fn partial_cmp(&self, o: &Self) -> Option<std::cmp::Ordering> { Some(self.cmp(o)) } }

fn main() {
    let mut d: VecDeque<i32> = (1..=5).collect();
    d.push_front(0);
    d.push_back(6);
    println!("{d:?} {:?} {:?} {}", d.front(), d.back(), d[2]);
    println!("{:?} {:?}", d.pop_front(), d.pop_back());
    d.rotate_left(2);
    println!("{d:?} {:?} {}", d.iter().rev().take(2).collect::<Vec<_>>(), d.contains(&4));
    d.make_contiguous().sort();
    d[0] = 10;
    d.swap(0, 1);
    d.insert(1, 77);
    let removed = d.remove(1);
    println!("{d:?} {removed:?}");
    if let Some(x) = d.front_mut() { *x *= 100; }
    d.extend([8, 9]);
    d.truncate(6);
    d.retain(|n| n % 2 == 0);
    println!("{d:?} {:?}", d.get(1));
    println!("{:?}", d.drain(..1).collect::<Vec<_>>());
    println!("{:?} {:?}", Vec::from(d.clone()), d.iter().sum::<i32>());
    let mut h = BinaryHeap::new();
    for (priority, name) in [(2, "b"), (5, "e"), (2, "a"), (1, "z")] { h.push(Job { priority, name }); }
    println!("{:?} {}", h.peek(), h.len());
    while let Some(Job { priority, name }) = h.pop() { print!("{name}{priority} "); }
    println!();
    let mut m: BinaryHeap<Reverse<(u32, char)>> = [Reverse((3, 'c')), Reverse((1, 'a'))].into();
    m.push(Reverse((2, 'b')));
    println!("{:?} {:?}", m.pop(), m.into_sorted_vec());
    println!("{:?}", BinaryHeap::from([3, 1, 2]).into_sorted_vec());
    let mut l = LinkedList::from([1, 2]);
    l.push_front(0);
    l.push_back(3);
    let first = l.pop_front();
    println!("{l:?} {first:?} {:?} {}", l.back(), l.len());
    let mut queue = VecDeque::from([(0, 0)]);
    let mut order = vec![];
    while let Some((n, depth)) = queue.pop_front() {
        order.push((n, depth));
        if n < 3 { queue.push_back((n * 2 + 1, depth + 1)); queue.push_back((n * 2 + 2, depth + 1)); }
    }
    println!("{order:?}");
}
