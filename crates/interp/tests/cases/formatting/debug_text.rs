use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::rc::Rc;
use std::cell::{Cell, RefCell};

#[derive(Debug)] struct Unit;
#[derive(Debug)] struct Tuple(i32, &'static str);
#[derive(Debug)] struct Named { a: Option<i32>, b: Vec<Tuple>, c: () }
#[derive(Debug)] enum E { A, B(u8), C { x: f32 } }
#[derive(Debug)] struct Empty {}
#[derive(Debug)] struct Generic<T> { t: T }

fn main() {
    println!("{:?} {:?} {:?} {:?}", "q\"uo\\te\n\t\r\0'", 'a', '\'', '"');
    println!("{:?} {:?} {:?}", "é日\u{200b}\u{1f600}\u{7f}", '\n', "it's");
    println!("{:?} {:?} {:?} {:?}", 1.0, 0.1f32, 1e16, 1.5e-9);
    println!("{:?} {:?} {:?}", (1,), (1, "a", 'b'), ());
    println!("{:?} {:?} {:?}", Unit, Tuple(1, "x"), Empty {});
    println!("{:?}", Named { a: Some(-1), b: vec![Tuple(2, "y")], c: () });
    println!("{:?} {:?}", [E::A, E::B(1)], E::C { x: 0.5 });
    println!("{:?} {:?}", Generic { t: Generic { t: 1 } }, Generic { t: "s" });
    println!("{:?} {:?}", Some(Ok::<i32, String>(1)), None::<Result<(), ()>>);
    println!("{:?} {:?}", BTreeMap::from([(1, "a"), (2, "b")]), BTreeSet::from(['x', 'y']));
    println!("{:?} {:?}", VecDeque::from([1, 2]), Vec::<i32>::new());
    println!("{:?} {:?} {:?}", Box::new(1), Rc::new("rc"), &&&2);
    println!("{:?} {:?}", Cell::new(3), RefCell::new(vec![4]));
    let cell = RefCell::new(5);
    let guard = cell.borrow_mut();
    println!("{:?} {:?}", cell, guard);
    println!("{:?} {:?} {:?}", 1..2, ..=3, std::cmp::Ordering::Less);
    println!("{:?} {:?}", "a b".split(' ').collect::<Vec<_>>(), "ab".chars());
    println!("{:?} {:?}", String::from("s"), b"by\x00\xff");
    println!("{:?} {:?}", std::cmp::Reverse(1), std::num::Wrapping(2));
    println!("{:?}", std::time::Duration::from_millis(1500));
    println!("{:?}", "a".to_string().as_bytes());
}
