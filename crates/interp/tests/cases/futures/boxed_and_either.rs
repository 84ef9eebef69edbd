use futures::future::{BoxFuture, Either, FutureExt, LocalBoxFuture};
use futures::stream::{BoxStream, StreamExt};

fn number(fast: bool) -> impl Future<Output = u32> { if fast { Either::Left(async { 1 }) } else { Either::Right(async { tokio::task::yield_now().await; 2 }) } }
fn boxed<'a>(s: &'a str) -> BoxFuture<'a, usize> { async move { s.len() }.boxed() }
fn local(n: std::rc::Rc<u32>) -> LocalBoxFuture<'static, u32> { async move { *n + 1 }.boxed_local() }
fn numbers(up: bool) -> BoxStream<'static, i32> { if up { futures::stream::iter(0..3).boxed() } else { futures::stream::iter((0..3).rev()).map(|n| n * 10).boxed() } }
fn recursive(n: u32) -> BoxFuture<'static, u32> { async move { if n == 0 { 0 } else { n + recursive(n - 1).await } }.boxed() }

use std::future::Future;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    println!("{} {}", number(true).await, number(false).await);
    println!("{} {} {}", boxed("four").await, local(std::rc::Rc::new(4)).await, recursive(4).await);
    println!("{:?} {:?}", numbers(true).collect::<Vec<_>>().await, numbers(false).collect::<Vec<_>>().await);
    let table: Vec<(&str, fn(bool) -> BoxStream<'static, i32>)> = vec![("numbers", numbers)];
    for (name, f) in table { println!("{name} {}", f(true).count().await); }
    println!("{:?}", futures::future::ready(3).left_future::<futures::future::Pending<i32>>().now_or_never());
}
