//! Futures that keep their output until it is taken, and joins of up to five.

use futures::future::{self, FusedFuture, MaybeDone, TryMaybeDone, maybe_done, try_maybe_done};
use std::pin::pin;
use std::time::Duration;
use tokio::time::sleep;

async fn after(ms: u64, value: u32) -> u32 {
    sleep(Duration::from_millis(ms)).await;
    value
}

async fn fails(ms: u64) -> Result<u32, String> {
    sleep(Duration::from_millis(ms)).await;
    Err(format!("failed after {ms}"))
}

async fn works(ms: u64) -> Result<u32, String> {
    Ok(after(ms, ms as u32).await)
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let done = maybe_done(async { 3 });
    futures::pin_mut!(done);
    println!("{:?}", done.as_mut().output_mut());
    done.as_mut().await;
    *done.as_mut().output_mut().unwrap() += 1;
    println!("{:?}", done.as_mut().take_output());
    println!("{:?} {}", done.as_mut().take_output(), matches!(*done, MaybeDone::Gone));

    let mut a = pin!(maybe_done(after(20, 1)));
    let mut b = pin!(maybe_done(after(10, 2)));
    future::join(a.as_mut(), b.as_mut()).await;
    println!("{:?} {:?}", a.take_output(), b.take_output());

    let ready = maybe_done(future::ready(1));
    println!("{}", ready.is_terminated());

    let mut failing = pin!(try_maybe_done(fails(5)));
    println!("{:?}", failing.as_mut().await);
    println!("{:?} {}", failing.as_mut().take_output(), matches!(*failing, TryMaybeDone::Gone));
    let mut working = pin!(try_maybe_done(works(5)));
    println!("{:?}", working.as_mut().await);
    println!("{:?}", working.as_mut().take_output());

    println!("{:?}", future::join4(after(3, 1), after(1, 2), after(4, 3), after(2, 4)).await);
    let five = future::join5(after(1, 1), async { "two" }, after(4, 3), future::ready('4'), after(2, 5));
    println!("{:?}", five.await);
    println!("{:?}", future::try_join3(works(3), works(2), works(1)).await);
    println!("{:?}", future::try_join4(works(3), works(2), fails(9), fails(4)).await);
    println!("{:?}", future::try_join5(works(5), works(4), works(3), works(2), works(1)).await);
}
