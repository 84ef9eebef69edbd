//! Raw pointers are compared by where they lead to, not by what is there.
use std::ptr::{self, NonNull};

#[derive(PartialEq)]
struct Spot(i32);

#[allow(dead_code)]
struct Plain(i32);

fn same<T: ?Sized>(a: *const T, b: *const T) -> bool {
    a == b
}

fn main() {
    let (a, b) = (Spot(1), Spot(1));
    println!("{} {} {}", a == b, ptr::eq(&a, &b), ptr::eq(&a, &a));
    let (p, q) = (&a as *const Spot, &raw const b);
    println!("{} {} {}", p == q, p != q, p == p);
    println!("{} {} {}", same(&a, &b), same(&a, &a), NonNull::from(&a) == NonNull::from(&b));
    let (x, y) = (Plain(1), Plain(1));
    println!("{} {} {}", ptr::eq(&x, &y), ptr::eq(&x, &x), ptr::addr_eq(&x, &y));
    let list = [5, 5];
    println!("{} {}", ptr::eq(&list[0], &list[1]), ptr::eq(&list[0], list.first().unwrap()));
    println!("{}", list.as_ptr() < &raw const list[1]);
    let mut boxed = Box::new(7);
    let (m, n): (*mut i32, *mut i32) = (&mut *boxed, ptr::null_mut());
    println!("{} {} {}", m == n, n == ptr::null_mut(), n.is_null());
    assert_ne!(p, q);
    let spots = [&a, &b, &a];
    println!("{:?}", spots.iter().map(|it| spots.iter().position(|other| ptr::eq(*other, *it)).unwrap()).collect::<Vec<_>>());
}
