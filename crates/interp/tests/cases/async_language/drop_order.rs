use std::time::Duration;
use tokio::time::{sleep, timeout};

struct D(&'static str);
impl Drop for D { fn drop(&mut self) { println!("  ~{}", self.0); } }

async fn args(_a: D, b: D) -> usize { println!("  running {}", b.0); sleep(Duration::from_millis(1)).await; let _local = D("local"); b.0.len() }
async fn holds() { let _x = D("x"); { let _y = D("y"); sleep(Duration::from_millis(50)).await; } let _z = D("z"); sleep(Duration::from_millis(50)).await; println!("  done"); }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("call"); let f = args(D("a"), D("b")); println!("await"); f.await; println!("after");
    println!("unpolled"); drop(args(D("c"), D("d")));
    println!("first sleep"); let _ = timeout(Duration::from_millis(20), holds()).await;
    println!("second sleep"); let _ = timeout(Duration::from_millis(70), holds()).await;
    println!("whole"); holds().await;
    let captured = D("captured");
    let f = async move { let c = &captured; println!("  using {}", c.0); sleep(Duration::from_millis(1)).await; };
    println!("block made"); f.await; println!("block gone");
    let t = tokio::spawn(async { let _t = D("task"); sleep(Duration::from_millis(5)).await; D("result") });
    println!("spawned");
    let r = t.await.unwrap();
    println!("joined {}", r.0);
    { let mut boxed = Box::pin(holds()); let _ = timeout(Duration::from_millis(1), &mut boxed).await; println!("still held"); }
    println!("boxed gone");
    match D("scrutinee").0.len() { n => { sleep(Duration::from_millis(1)).await; println!("  arm {n}"); } }
    let _ = async { D("ignored result") }.await;
    println!("end");
}
