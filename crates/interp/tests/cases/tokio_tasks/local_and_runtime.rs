use std::cell::Cell;
use std::rc::Rc;
use tokio::runtime::{Builder, Handle};
use tokio::task::LocalSet;

tokio::task_local! { static USER: String; static LEVEL: u32; }

fn level() -> u32 { LEVEL.get() + 1 }

async fn greet() -> String { USER.with(|u| format!("hello {u}")) }

fn main() {
    let rt = Builder::new_current_thread().enable_all().build().unwrap();
    let n = rt.block_on(async { 1 + tokio::spawn(async { 41 }).await.unwrap() });
    println!("{n}");
    println!("{}", rt.block_on(USER.scope("ann".into(), greet())));
    println!("{}", rt.block_on(async { LEVEL.scope(1, async { let a = level(); LEVEL.scope(10, async move { (a, level()) }).await }).await == (2, 11) }));
    println!("{}", USER.try_with(|_| ()).is_err());
    println!("{}", LEVEL.sync_scope(5, level));
    let local = LocalSet::new();
    let shared = Rc::new(Cell::new(1));
    let inner = shared.clone();
    rt.block_on(local.run_until(async move {
        let h = tokio::task::spawn_local(async move { inner.set(inner.get() + 1); tokio::task::yield_now().await; inner.set(inner.get() * 10); });
        h.await.unwrap();
    }));
    println!("{}", shared.get());
    let handle = rt.handle().clone();
    let spawned = handle.spawn(async { "from handle" });
    println!("{}", rt.block_on(spawned).unwrap());
    {
        let _enter = rt.enter();
        let t = tokio::spawn(async { Handle::try_current().is_ok() });
        println!("{}", rt.block_on(t).unwrap());
    }
    println!("{}", Handle::try_current().is_err());
    rt.spawn(async { struct D; impl Drop for D { fn drop(&mut self) { println!("task dropped"); } } let _d = D; std::future::pending::<()>().await });
    rt.block_on(tokio::task::yield_now());
    drop(rt);
    println!("end");
}
