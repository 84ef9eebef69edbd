// `select!` of the futures crate: futures that are over are not asked again.

use futures::future::FutureExt;
use futures::{pin_mut, select, select_biased};
use std::time::Duration;
use tokio::time::sleep;

async fn after(ms: u64, name: &'static str) -> &'static str {
    sleep(Duration::from_millis(ms)).await;
    name
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let slow = after(20, "slow").fuse();
    let fast = after(10, "fast").fuse();
    pin_mut!(slow, fast);
    let mut count = 0;
    loop {
        select! {
            name = slow => println!("{name}"),
            name = fast => println!("{name}"),
            complete => break,
        }
        count += 1;
    }
    println!("{count} rounds");

    let mut one = Box::pin(after(1, "one").fuse());
    let mut two = Box::pin(after(1, "two").fuse());
    sleep(Duration::from_millis(2)).await;
    for _ in 0..2 {
        select_biased! {
            name = one => println!("{name}"),
            name = two => println!("{name}"),
        }
    }

    let mut never = Box::pin(after(1000, "never").fuse());
    select! {
        name = never => println!("{name}"),
        default => println!("nothing yet"),
    }
    println!("{}", futures::future::FusedFuture::is_terminated(&one));
}
