use futures::executor::block_on;
use futures::future::{self, Either, FusedFuture, FutureExt, Map, MapErr, MapOk, MaybeDone, Ready, TryFutureExt};
use std::pin::pin;

struct Service;

impl Service {
    fn call(&self, n: u8) -> MapErr<MapOk<Ready<Result<u8, u8>>, fn(u8) -> String>, fn(u8) -> String> {
        let ready = future::ready(if n < 5 { Ok(n) } else { Err(n) });
        ready.map_ok((|n| format!("ok {n}")) as fn(u8) -> String).map_err(|n| format!("err {n}"))
    }
}

async fn later(n: u32, ok: bool) -> Result<u32, String> {
    let mut left = n;
    future::poll_fn(move |cx| {
        left = left.saturating_sub(1);
        cx.waker().wake_by_ref();
        if left == 0 { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    if ok { Ok(n) } else { Err(format!("{n} failed")) }
}

async fn run() {
    println!("{:?} {:?}", Service.call(1).await, Service.call(7).await);
    let mut mapped: Map<Ready<u8>, fn(u8) -> u8> = future::ready(1).map(|it| it + 1);
    println!("{} {:?} {}", mapped.is_terminated(), (&mut mapped).await, mapped.is_terminated());

    let mut kept = pin!(future::maybe_done(later(2, true)));
    println!("{:?}", kept.as_mut().take_output());
    kept.as_mut().await;
    if let Some(Ok(n)) = kept.as_mut().output_mut() {
        *n += 1;
    }
    println!("{:?} {}", kept.as_mut().take_output(), matches!(*kept, MaybeDone::Gone));

    println!("{:?}", future::join4(later(1, true), later(3, false), async { 'c' }, future::ready(())).await);
    println!("{:?}", future::join5(async { 1 }, async { 2 }, async { 3 }, async { 4 }, async { 5 }).await);
    println!("{:?}", future::try_join3(later(1, true), later(2, true), later(3, true)).await);
    println!("{:?}", future::try_join4(later(1, true), later(4, false), later(3, false), later(9, true)).await);
    match future::try_select(pin!(later(3, true)), pin!(later(2, false))).await {
        Err(Either::Right((error, rest))) => println!("{error}, then {:?}", rest.await),
        _ => println!("another"),
    }
    let always = future::always_ready(|| 9);
    println!("{} {}", always.is_terminated(), always.await);
}

fn main() {
    block_on(run());
}
