use std::sync::{Arc, Mutex};
use std::cell::RefCell;
fn main() {
    let fut;
    { let text = String::from("a"); fut = length(&text); }
    drop(fut);
    let len = { let cell = RefCell::new(vec![1]); cell.borrow().len() };
    let handle = {
        let text = String::from("b");
        std::thread::spawn(|| println!("{text}"))
    };
    let block = { let n = 1; async { n } };
    drop(block);
}
async fn length(text: &str) -> usize { text.len() }
