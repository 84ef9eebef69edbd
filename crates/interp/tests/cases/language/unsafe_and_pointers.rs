struct Node { value: i32, next: *mut Node }

unsafe fn dangerous(n: &mut i32) -> i32 { *n += 1; *n * 2 }

unsafe trait Zero { fn zero() -> Self; }
unsafe impl Zero for i32 { fn zero() -> Self { 0 } }

fn split(values: &mut [i32], mid: usize) -> (&mut [i32], &mut [i32]) { values.split_at_mut(mid) }

fn main() {
    let mut n = 5;
    let p = &raw mut n;
    let q = p as *const i32;
    unsafe { *p = 7; println!("{} {}", *q, *p); }
    println!("{} {}", unsafe { dangerous(&mut n) }, n);
    let b = Box::into_raw(Box::new(Node { value: 1, next: std::ptr::null_mut() }));
    let a = Box::into_raw(Box::new(Node { value: 2, next: b }));
    unsafe {
        let mut at = a;
        while !at.is_null() { print!("{} ", (*at).value); (*at).value *= 10; at = (*at).next; }
        println!("{}", (*b).value);
        let first = Box::from_raw(a);
        let second = Box::from_raw(first.next);
        println!("{} {}", first.value, second.value);
    }
    println!("{}", i32::zero());
    let mut v = vec![1, 2, 3, 4];
    let (l, r) = split(&mut v, 1);
    l[0] = r.len() as i32;
    println!("{v:?} {}", p.is_null());
}
