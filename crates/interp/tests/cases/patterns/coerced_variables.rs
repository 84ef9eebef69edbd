// A reference to a pointer becomes one to the content where a variable says so, and is taken apart.
use std::rc::Rc; use std::sync::Arc;
struct P { x: i32, y: i32 }
fn sum(P { x, y }: &P) -> i32 { x + y }
fn main() {
    let t: &(i32, String) = &Box::new((1, "b".to_string())); let (x, y) = t; println!("{x}{y}");
    println!("{} {} {}", sum(&Rc::new(P { x: 1, y: 2 })), sum(&Box::new(P { x: 1, y: 2 })), sum(&Arc::new(P { x: 1, y: 2 })));
    let p: &P = &Rc::new(P { x: 5, y: 6 }); let P { x, .. } = p; println!("{x} {}", p.y);
    let p: &[i32; 2] = &Rc::new([5, 6]); let [a, b] = p; println!("{a} {b}");
    let guard = std::sync::Mutex::new((1, 2)); let g = guard.lock().unwrap(); let r: &(i32, i32) = &g; let (a, b) = r; println!("{a} {b}");
    let c = std::cell::RefCell::new(Some(4)); let b = c.borrow(); let o: &Option<i32> = &b; if let Some(n) = o { println!("{n}"); }
}
