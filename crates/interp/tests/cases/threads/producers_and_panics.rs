use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;

struct Token(u32);
impl Drop for Token { fn drop(&mut self) { println!("token {} dropped, panicking {}", self.0, thread::panicking()); } }

fn main() {
    std::panic::set_hook(Box::new(|_| {}));
    let (tx, rx) = mpsc::channel();
    let bad = { let tx = tx.clone(); thread::spawn(move || { let _t = Token(1); tx.send("before").unwrap(); panic!("lost {}", 7) }) };
    let first = rx.recv();
    let e = bad.join().unwrap_err();
    println!("{first:?}");
    println!("{:?} {:?}", e.downcast_ref::<String>(), e.downcast_ref::<&str>());
    drop(tx);
    println!("{:?}", rx.recv());
    let shared = Arc::new(Mutex::new(Some(Token(2))));
    let s = Arc::clone(&shared);
    thread::spawn(move || drop(s.lock().unwrap().take())).join().unwrap();
    println!("{}", shared.lock().unwrap().is_none());
    let h = thread::spawn(|| { let v = [Token(3), Token(4)]; v.map(|t| t.0 * 10) });
    println!("{:?}", h.join().unwrap());
    let r = thread::spawn(|| thread::spawn(|| -> u8 { panic!("inner") }).join().unwrap_or(9)).join();
    println!("{r:?}");
    let result: Result<u32, _> = thread::spawn(|| "12".parse::<u32>()).join().unwrap();
    println!("{result:?}");
}
