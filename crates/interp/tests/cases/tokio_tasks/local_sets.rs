use std::cell::RefCell;
use std::rc::Rc;
use std::time::Duration;
use tokio::task::{self, LocalSet};
use tokio::time::sleep;

struct Loud(&'static str);
impl Drop for Loud { fn drop(&mut self) { println!("drop {}", self.0); } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let log = Rc::new(RefCell::new(Vec::new()));
    let local = LocalSet::new();
    let l = log.clone();
    let first = local.spawn_local(async move {
        l.borrow_mut().push("first");
        let inner = l.clone();
        task::spawn_local(async move { sleep(Duration::from_millis(5)).await; inner.borrow_mut().push("inner"); });
        sleep(Duration::from_millis(1)).await;
        l.borrow_mut().push("first again");
        7
    });
    println!("{:?}", log.borrow());
    local.await;
    println!("{:?} {:?}", log.borrow(), first.await);
    let local = LocalSet::new();
    let value = local.run_until(async { task::spawn_local(async { Rc::new(5) }).await.unwrap() }).await;
    println!("{value}");
    local.spawn_local(async { let _loud = Loud("pending"); std::future::pending::<()>().await });
    local.run_until(sleep(Duration::from_millis(1))).await;
    drop(local);
    sleep(Duration::from_millis(1)).await;
    println!("end");
}
