use futures::future::{self, Either, FutureExt, TryFutureExt};
use std::time::Duration;
use tokio::time::sleep;

async fn later(ms: u64, v: i32) -> i32 { sleep(Duration::from_millis(ms)).await; v }
async fn fail(v: i32) -> Result<i32, String> { if v > 0 { Ok(v) } else { Err(format!("bad {v}")) } }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    println!("{:?}", future::join(later(2, 1), later(1, 2)).await);
    println!("{:?}", future::join3(later(2, 1), async { 'x' }, future::ready("r")).await);
    println!("{:?}", future::join_all((1..=3).map(|i| later(4 - i, i as i32 * 10))).await);
    println!("{:?}", future::try_join_all([fail(1), fail(2)]).await);
    println!("{:?}", future::try_join_all(vec![fail(1), fail(-2), fail(-3)]).await);
    println!("{:?}", future::try_join(fail(1), fail(0)).await);
    match future::select(Box::pin(later(5, 1)), Box::pin(later(2, 2))).await {
        Either::Left((v, _)) => println!("left {v}"),
        Either::Right((v, rest)) => println!("right {v} then {}", rest.await),
    }
    let (v, index, rest) = future::select_all(vec![later(9, 1).boxed(), later(3, 2).boxed(), later(5, 3).boxed()]).await;
    println!("{v} {index} {}", rest.len());
    println!("{:?}", future::select_ok([fail(-1).boxed(), fail(4).boxed()]).await.map(|(v, rest)| (v, rest.len())));
    println!("{}", later(1, 5).map(|v| v * 2).then(|v| async move { v + 1 }).await);
    println!("{:?}", fail(2).map_ok(|v| v * 10).and_then(|v| fail(v - 30)).or_else(|e| async move { if e.len() > 3 { Ok::<i32, ()>(0) } else { Err(()) } }).await);
    println!("{:?} {}", fail(0).map_err(|e| e.len()).await, fail(-1).unwrap_or_else(|e| e.len() as i32).await);
    println!("{:?} {:?}", later(1, 1).now_or_never(), future::ready(3).now_or_never());
    let shared = later(3, 7).shared();
    let other = shared.clone();
    println!("{} {} {:?}", shared.await, other.clone().await, other.peek());
    println!("{:?}", async { panic!("caught") as () }.catch_unwind().await.is_err());
    let mut fused = later(1, 1).boxed().fuse();
    println!("{}", (&mut fused).await);
    println!("{:?}", future::ok::<i32, ()>(1).await.and(future::err::<i32, ()>(()).await));
    let lazy = future::lazy(|_| { println!("lazy runs"); 9 });
    println!("made");
    println!("{}", lazy.await);
    let either: Either<_, future::Ready<i32>> = Either::Left(later(1, 3));
    println!("{}", either.await);
    let (f, handle) = future::abortable(later(100, 1));
    handle.abort();
    println!("{:?}", f.await);
    println!("{}", async { async { 1 } }.flatten().await);
    println!("{:?}", fail(1).inspect_ok(|v| print!("<{v}> ")).await);
}
