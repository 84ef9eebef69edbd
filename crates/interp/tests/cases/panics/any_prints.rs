// What a panic leaves behind says nothing of what is in it when it is printed; what it is cast to does.

use std::any::Any;
use std::panic::{catch_unwind, panic_any, resume_unwind};
use std::thread;

fn show<T: std::fmt::Debug>(what: &str, it: T) {
    println!("{what}: {it:?}");
}

#[derive(Debug)]
struct Report {
    joined: Vec<thread::Result<u8>>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let number: Box<dyn Any> = Box::new(5);
    println!("{number:?} {:?}", &number);
    let place: &dyn Any = &1u8;
    println!("{place:?} {:?}", place.downcast_ref::<u8>());

    println!("{:?}", thread::spawn(|| -> i32 { panic!("in a thread") }).join());
    println!("{:#?}", thread::spawn(|| if true { panic!("no {}", 1) }).join());
    show("caught", catch_unwind(|| panic_any(7)).map(|()| 1));
    show("passed on", catch_unwind(|| resume_unwind(Box::new("kept"))).map(|()| 1).unwrap_err());
    let joined = (0..3).map(|it| thread::spawn(move || 6 / it).join()).collect();
    println!("{:?}", Report { joined });

    let Err(payload) = catch_unwind(|| panic!("again")).map(|()| 1) else { return };
    println!("{payload:?} {:?}", payload.downcast_ref::<&str>());
    let text: Box<&str> = payload.downcast().unwrap();
    println!("{text:?}");
    let failed = catch_unwind(|| panic_any(vec![1, 2])).map(|()| 1).unwrap_err().downcast::<String>();
    println!("{failed:?}");

    let error = tokio::spawn(async { panic!("in a task") }).await.map(|()| 1).unwrap_err();
    let payload = error.into_panic();
    println!("{payload:?} {:?}", Some(&payload));
    println!("{:?}", payload.downcast::<&str>());
}
