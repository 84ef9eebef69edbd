//! Which of equal elements a heap, a set or a map gives first or keeps; and how often sorting compares.

use std::cell::Cell;
use std::cmp::{Ordering, Reverse};
use std::collections::binary_heap::PeekMut;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

#[derive(Debug, Clone)]
struct Job(u32, u32);

thread_local!(static COMPARED: Cell<u32> = const { Cell::new(0) });

impl PartialEq for Job {
    fn eq(&self, other: &Job) -> bool {
        self.0 == other.0
    }
}

impl Eq for Job {}

impl PartialOrd for Job {
    fn partial_cmp(&self, other: &Job) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Job {
    fn cmp(&self, other: &Job) -> Ordering {
        COMPARED.set(COMPARED.get() + 1);
        self.0.cmp(&other.0)
    }
}

fn jobs(count: u32, of: u32) -> Vec<Job> {
    (0..count).map(|it| Job(it * 7 % of, it)).collect()
}

fn drained(mut heap: BinaryHeap<Job>) -> Vec<u32> {
    std::iter::from_fn(|| heap.pop()).map(|it| it.1).collect()
}

fn compared() -> u32 {
    COMPARED.take()
}

fn main() {
    for (count, of) in [(5, 2), (9, 3), (20, 4), (40, 5), (100, 3)] {
        let mut pushed = BinaryHeap::new();
        jobs(count, of).into_iter().for_each(|it| pushed.push(it));
        println!("pushed {:?}", pushed.iter().map(|it| it.1).collect::<Vec<_>>());
        let whole: BinaryHeap<Job> = jobs(count, of).into();
        println!("whole {:?}", whole.iter().map(|it| it.1).collect::<Vec<_>>());
        let mut more = pushed.clone();
        more.extend(jobs(count / 3, of));
        let mut both = whole.clone();
        both.append(&mut pushed.clone());
        let mut some = whole.clone();
        some.retain(|it| it.1 % 3 != 1);
        println!("drained {:?}", drained(pushed));
        println!("drained {:?}", drained(whole.clone()));
        println!("drained {:?}", drained(more));
        println!("drained {:?}", drained(both));
        println!("drained {:?}", drained(some));
        println!("sorted {:?}", whole.into_sorted_vec().iter().map(|it| it.1).collect::<Vec<_>>());
        println!("compared {}", compared());
    }
    let mut heap: BinaryHeap<_> = [Reverse(3), Reverse(1), Reverse(2)].into();
    if let Some(mut top) = heap.peek_mut() {
        top.0 = 9;
    }
    println!("{:?}", heap.peek());
    let mut heap = BinaryHeap::from([1, 5, 2]);
    let mut top = heap.peek_mut().unwrap();
    *top = 0;
    println!("{} {heap:?}", PeekMut::pop(top));

    for count in [2, 5, 12, 20] {
        let mut all = jobs(count, 3);
        all.sort();
        println!("{:?} {}", all.iter().map(|it| it.1).collect::<Vec<_>>(), compared());
        let mut all = jobs(count, 5);
        all.sort_unstable();
        println!("{:?} {}", all.iter().map(|it| it.1).collect::<Vec<_>>(), compared());
        let mut all = jobs(count, 5);
        all.sort_by(|a, b| b.cmp(a));
        println!("{:?} {}", all.iter().map(|it| it.1).collect::<Vec<_>>(), compared());
        let max = all.iter().max().map(|it| it.1);
        println!("{max:?} {:?} {}", all.iter().min().map(|it| it.1), compared());
    }
    let set: BTreeSet<Job> = jobs(6, 4).into_iter().collect();
    println!("{set:?}");
    let mut set = BTreeSet::new();
    set.extend(jobs(6, 4));
    println!("{set:?}");
    let map: BTreeMap<Job, &str> = [(Job(1, 1), "a"), (Job(0, 2), "b"), (Job(1, 3), "c")].into();
    println!("{map:?}");
}
