//! Panics whose message is a literal carry a `&'static str`; what has been formatted is a `String`.

use std::cell::RefCell;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::task::{Context, Waker};

fn kind<R>(what: &str, f: impl FnOnce() -> R) {
    let payload = match catch_unwind(AssertUnwindSafe(|| drop(f()))) {
        Ok(()) => return println!("{what}: nothing"),
        Err(payload) => payload,
    };
    match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => println!("{what}: &str {text:?}"),
        (_, Some(text)) => println!("{what}: String {text:?}"),
        _ => println!("{what}: something else"),
    }
}

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let one = std::env::args().count() as u8;
    let zero = one - 1;
    let signed = i32::from(one);
    kind("add", || 255 - zero + one);
    kind("subtract", || zero - one);
    kind("multiply", || (one + 99) * 3);
    kind("divide", || one / zero);
    kind("remainder", || one % zero);
    kind("divide overflow", || (i32::MIN + signed - 1) / -signed);
    kind("shift left", || one << (one + 7));
    kind("shift right", || one >> (one + 7));
    kind("negate", || -(i32::MIN + signed - 1));
    kind("div_euclid", || one.div_euclid(zero));
    kind("abs", || (i32::MIN + signed - 1).abs());
    kind("pow", || (one + 15).pow(2));
    let list = vec![1, 2, 3];
    kind("index", || list[usize::from(one) + 2]);
    kind("slice", || list[usize::from(one)..9].len());
    kind("text", || "añb"[..usize::from(one) + 1].len());
    kind("remove", || list.clone().remove(9));
    kind("unwrap none", || None::<u8>.unwrap());
    kind("expect none", || None::<u8>.expect("there is one"));
    kind("unwrap err", || Err::<u8, _>("bad").unwrap());
    kind("expect err", || Err::<u8, _>("bad").expect("good"));
    kind("assert", || assert!(one == 2));
    kind("assert with words", || assert!(one == 2, "two"));
    kind("assert_eq", || assert_eq!(one, 2));
    kind("unreachable", || unreachable!());
    kind("todo", || todo!());
    kind("unimplemented", || unimplemented!());
    kind("explicit", || panic!());
    kind("formatted", || panic!("number {one}"));
    let cell = RefCell::new(1);
    kind("borrowed", || {
        let _guard = cell.borrow_mut();
        *cell.borrow()
    });
    kind("resumed", || {
        let mut future = Box::pin(async { 1 });
        let mut cx = Context::from_waker(Waker::noop());
        let _ = future.as_mut().poll(&mut cx);
        let _ = future.as_mut().poll(&mut cx);
    });
    let joined = std::thread::spawn(move || one / zero).join();
    println!("thread: {:?}", joined.unwrap_err().downcast_ref::<&str>());
}
