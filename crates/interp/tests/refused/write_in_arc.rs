use std::rc::Rc;
use std::sync::Arc;

struct State {
    count: u32,
    list: Vec<u32>,
}

impl State {
    fn add(&mut self) {
        self.count += 1;
    }
}

fn main() {
    let state = Arc::new(State { count: 0, list: vec![1] });
    state.count += 1;
    state.count = 4;
    let other = Rc::new(State { count: 0, list: vec![1] });
    other.add();
    let third = Rc::new(vec![1]);
    third[0] = 2;
    let list = Arc::new(State { count: 0, list: vec![1] });
    list.list.push(2);
    let number = Rc::new(5);
    *number += 1;
    println!("{} {} {} {}", state.count, other.count, third[0], list.list[0]);
}
