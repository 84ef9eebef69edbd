// A limit that may be none, and wakers that are cloned into others.
use futures::stream::{self, StreamExt};
use std::task::{Context, Waker};
fn main() {
    futures::executor::block_on(async {
        stream::iter(vec![3, 1]).for_each_concurrent(None, |n| async move { print!("{n};") }).await;
        stream::iter(vec![3, 1]).for_each_concurrent(2, |n| async move { print!("{n};") }).await;
        stream::iter(vec![3, 1]).for_each_concurrent(Some(1), |n| async move { println!("{n}") }).await;
    });
    let cx = Context::from_waker(Waker::noop());
    let mut kept = Some(cx.waker().clone());
    kept.get_or_insert_with(|| cx.waker().clone()).clone_from(cx.waker());
    println!("{:?}", kept.as_ref().map(|it| it.will_wake(cx.waker())));
    kept.take().unwrap().wake();
}
