use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, RwLock};
use std::thread;

fn main() {
    std::panic::set_hook(Box::new(|_| println!("(panic)")));
    let m = Arc::new(Mutex::new(vec![1]));
    let other = Arc::clone(&m);
    let r = thread::spawn(move || {
        let mut g = other.lock().unwrap();
        g.push(2);
        panic!("while locked");
    }).join();
    println!("{} {}", r.is_err(), m.is_poisoned());
    match m.lock() { Ok(g) => println!("ok {g:?}"), Err(e) => println!("{e} {:?}", e.get_ref()) }
    println!("{:?}", m.try_lock().map(|g| g.len()).map_err(|e| e.to_string()));
    println!("{:?}", m);
    let mut g = m.lock().unwrap_or_else(|e| e.into_inner());
    g.push(3);
    drop(g);
    m.clear_poison();
    println!("{:?} {}", m.lock().unwrap(), m.is_poisoned());
    let l = RwLock::new(5);
    let _ = catch_unwind(AssertUnwindSafe(|| { let _r = l.read().unwrap(); panic!() }));
    println!("{}", l.is_poisoned());
    let _ = catch_unwind(AssertUnwindSafe(|| { let _w = l.write().unwrap(); panic!() }));
    println!("{} {:?}", l.is_poisoned(), l.read().map(|g| *g).map_err(|e| e.to_string()));
    let lock = Mutex::new(1);
    let r = catch_unwind(AssertUnwindSafe(|| lock.lock().map(|_| panic!("x")).unwrap_or(())));
    println!("{} {}", r.is_err(), lock.is_poisoned());
    println!("{:?}", lock.into_inner().map_err(|e| e.into_inner()));
}
