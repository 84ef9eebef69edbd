use std::marker::PhantomPinned;
use std::pin::Pin;

struct Node {
    value: i32,
    _pin: PhantomPinned,
}

fn main() {
    let mut node = Node { value: 1, _pin: PhantomPinned };
    let pinned = Pin::new(&mut node);
    println!("{}", pinned.value);
}
