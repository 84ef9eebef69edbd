use std::collections::HashMap;
use std::fmt::Debug;

#[derive(Debug, Default)]
struct Stack<T> {
    items: Vec<T>,
}

impl<T: Clone + Debug> Stack<T> {
    fn new() -> Self {
        Stack { items: Vec::new() }
    }
    fn push(&mut self, item: T) -> &mut Self {
        self.items.push(item);
        self
    }
    fn peek(&self) -> Option<&T> {
        self.items.last()
    }
}

fn largest<T: PartialOrd + Copy>(items: &[T]) -> T {
    let mut best = items[0];
    for &item in items {
        if item > best {
            best = item;
        }
    }
    best
}

fn apply<F>(f: F, times: usize) -> Vec<i32>
where
    F: Fn(usize) -> i32,
{
    (0..times).map(|it| f(it)).collect()
}

fn make<T: Default + Debug>() -> T {
    T::default()
}

struct Wrapper<const N: usize>([i32; N]);

impl<const N: usize> Wrapper<N> {
    fn len(&self) -> usize {
        N
    }
}

fn main() {
    let mut stack = Stack::new();
    stack.push(1).push(2).push(3);
    println!("{stack:?} {:?}", stack.peek());
    println!("{} {} {}", largest(&[1, 5, 2]), largest(&[1.5, 0.5]), largest(&['a', 'z']));
    let factor = 3;
    println!("{:?}", apply(|it| it as i32 * factor, 4));
    println!("{:?} {:?} {:?}", make::<i32>(), make::<String>(), make::<Option<u8>>());
    let empty: Stack<u8> = make();
    println!("{empty:?}");
    println!("{}", Wrapper([1, 2, 3]).len());
    let mut counts: HashMap<&str, u32> = HashMap::new();
    for word in "a b a c a".split(' ') {
        *counts.entry(word).or_insert(0) += 1;
    }
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort();
    println!("{sorted:?}");
}
