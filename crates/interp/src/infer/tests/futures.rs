//! Futures, tasks and channels.

use super::check;
use expect_test::expect;

#[test]
fn async_functions_and_blocks_give_their_outputs() {
    check(
        "async fn f(n: u64) -> u64 { n + 1 } async fn g() -> Result<u8, String> { Ok(1) }
         async fn run() -> Result<u8, String> { let a = f(1).await; let fut = f(2); let b = fut.await; let c = g().await?; let d = async { 5u8 }.await;
         let e = async move { let x = f(3).await; x as f32 }; let h = e.await; let k = Box::pin(f(4)); let l = k.await; Ok(c) }
         fn main() {}",
        &expect![[r#"
            n: u64
            a: u64
            fut: impl Future<Output = u64>
            b: u64
            c: u8
            d: u8
            e: {async block}
            h: f32
            k: Pin<Box<impl Future<Output = u64>>>
            l: u64
            x: u64
        "#]],
    );
}

#[test]
fn tasks_give_what_their_futures_give() {
    check(
        "use std::time::Duration; use tokio::sync::mpsc; use tokio::time::{sleep, timeout}; async fn f(n: u64) -> u64 { n }
         #[tokio::main] async fn main() { let h = tokio::spawn(f(1)); let a = h.await.unwrap(); let (tx, mut rx) = mpsc::channel(8); tx.send(3u8).await.unwrap();
         let b = rx.recv().await; while let Some(x) = rx.recv().await { let y = x; } let c = timeout(Duration::from_secs(1), f(2)).await; let (d, e) = tokio::join!(f(3), async { 'c' });
         let hs: Vec<_> = (0..3).map(|i| tokio::spawn(f(i))).collect(); for h in hs { let r = h.await.unwrap(); } let z = tokio::task::spawn_blocking(|| 5u16).await.unwrap(); }",
        &expect![[r#"
            n: u64
            h: JoinHandle<u64>
            a: u64
            tx: Sender<u8>
            rx: Receiver<u8>
            b: Option<u8>
            x: u8
            y: u8
            c: Result<u64, Elapsed>
            d: u64
            e: char
            hs: Vec<JoinHandle<u64>>
            h: JoinHandle<u64>
            r: u64
            z: u16
            i: u64
        "#]],
    );
}

#[test]
fn boxed_and_dyn_futures() {
    check(
        "use std::future::Future; use std::pin::Pin; fn boxed(n: u8) -> Pin<Box<dyn Future<Output = u8>>> { Box::pin(async move { n + 1 }) }
         fn some() -> impl Future<Output = i64> { async { 5 } } async fn call<F, Fut>(f: F) -> Fut::Output where F: Fn(u32) -> Fut, Fut: Future { let r = f(1).await; r }
         async fn run() { let a = boxed(1).await; let b = some().await; let c = call(|n| async move { n * 2 }).await; let v: Vec<Pin<Box<dyn Future<Output = u8>>>> = vec![boxed(1), Box::pin(async { 2 })];
         for f in v { let o = f.await; } } fn main() {}",
        &expect![[r#"
            n: u8
            f: F
            r: Fut::Output
            a: u8
            b: i64
            c: u32
            v: Vec<Pin<Box<dyn Future<Output = u8>>>>
            f: Pin<Box<dyn Future<Output = u8>>>
            o: u8
            n: u32
        "#]],
    );
}

#[test]
fn threads_and_channels() {
    check(
        "use std::sync::mpsc; use std::thread; fn main() { let (tx, rx) = mpsc::channel(); let t = tx.clone(); let h = thread::spawn(move || { t.send(5u64).unwrap(); 7u8 });
         let a = rx.recv().unwrap(); for x in rx { let y = x; } let b = h.join().unwrap(); let v = vec![1, 2]; thread::scope(|s| { let j = s.spawn(|| v.len()); let n = j.join().unwrap(); }); }",
        &expect![[r#"
            tx: Sender<u64>
            rx: Receiver<u64>
            t: Sender<u64>
            h: JoinHandle<u8>
            a: u64
            x: u64
            y: u64
            b: u8
            v: Vec<i32>
            s: &Scope
            j: ScopedJoinHandle<usize>
            n: usize
        "#]],
    );
}
