use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

#[derive(Debug)]
struct Node {
    value: i32,
    parent: RefCell<Weak<Node>>,
    children: RefCell<Vec<Rc<Node>>>,
}

impl Drop for Node {
    fn drop(&mut self) {
        println!("drop node {}", self.value);
    }
}

fn main() {
    let leaf = Rc::new(Node { value: 3, parent: RefCell::new(Weak::new()), children: RefCell::new(vec![]) });
    println!("parent {:?}", leaf.parent.borrow().upgrade().map(|it| it.value));
    {
        let branch = Rc::new(Node {
            value: 5,
            parent: RefCell::new(Weak::new()),
            children: RefCell::new(vec![Rc::clone(&leaf)]),
        });
        *leaf.parent.borrow_mut() = Rc::downgrade(&branch);
        println!("parent {:?}", leaf.parent.borrow().upgrade().map(|it| it.value));
        println!("{} {}", Rc::strong_count(&branch), Rc::weak_count(&branch));
        println!("{}", branch.children.borrow().iter().map(|it| it.value).sum::<i32>());
    }
    println!("parent {:?} strong {}", leaf.parent.borrow().upgrade().map(|it| it.value), Rc::strong_count(&leaf));
    let cell = Cell::new(1);
    cell.set(cell.get() + 1);
    println!("{} {:?}", cell.replace(9), cell);
    let shared = RefCell::new(vec![1]);
    shared.borrow_mut().push(2);
    {
        let one = shared.borrow();
        let two = shared.borrow();
        println!("{} {:?} {:?}", one.len() + two.len(), shared.try_borrow_mut().is_err(), *one);
    }
    println!("{:?}", shared);
    let mut text = Rc::new(String::from("cow"));
    Rc::make_mut(&mut text).push('!');
    println!("{text}");
    println!("{:?}", Rc::try_unwrap(text));
}
