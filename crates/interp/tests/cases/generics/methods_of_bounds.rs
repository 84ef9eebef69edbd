// A bound brings the methods of its trait to what it bounds, and to nothing else.
use std::cell::{Ref, RefCell};
use std::rc::Rc;

struct Node<V> {
    value: V,
}

fn first<'h, V, K, Q>(head: &'h Option<Rc<RefCell<Node<V>>>>, _key: &Q, _of: K) -> Option<Ref<'h, V>>
where
    K: std::borrow::Borrow<Q>,
{
    head.as_ref().map(|node| Ref::map(node.borrow(), |it| &it.value))
}

mod shapes {
    pub trait Named {
        fn name(&self) -> &'static str;
    }
}

struct Circle;

impl Circle {
    fn name(&self) -> &'static str {
        "its own"
    }
}

impl shapes::Named for Circle {
    fn name(&self) -> &'static str {
        "the trait's"
    }
}

fn told<K: shapes::Named>(of: K) -> (&'static str, &'static str) {
    (of.name(), Circle.name())
}

fn main() {
    let head = Some(Rc::new(RefCell::new(Node { value: 4 })));
    println!("{:?}", first(&head, &3, 3).map(|it| *it));
    println!("{:?}", told(Circle));
}
