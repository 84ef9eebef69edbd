use std::sync::{Arc, Mutex}; struct J(String);
async fn step() {}
async fn work(m: Arc<Mutex<Vec<J>>>) -> usize { let Some(ref j) = m.lock().unwrap().pop() else { return 0 }; step().await; j.0.len() }
#[tokio::main] async fn main() { let m = Arc::new(Mutex::new(vec![J("abc".into())])); println!("{:?}", tokio::spawn(work(m.clone())).await);
 let own = Mutex::new(vec![J("abcd".into())]); let Some(ref j) = own.lock().unwrap().pop() else { return }; println!("{}", own.try_lock().is_ok()); drop(own); println!("{}", j.0); }
