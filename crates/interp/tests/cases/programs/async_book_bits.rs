// The async book's themes: lifetimes of async fns, select! of futures with fuse, FuturesUnordered in a loop, abortable, shared, local tasks.
use futures::channel::{mpsc, oneshot};
use futures::executor::{block_on, LocalPool, ThreadPool};
use futures::future::{self, abortable, FusedFuture, FutureExt, LocalBoxFuture, TryFutureExt};
use futures::lock::Mutex;
use futures::stream::{FusedStream, FuturesOrdered, FuturesUnordered, StreamExt};
use futures::task::{LocalSpawnExt, SpawnExt};
use futures::{join, pin_mut, select, try_join, SinkExt, Stream};
use std::cell::RefCell;
use std::future::Future;
use std::rc::Rc;
use std::sync::Arc;

async fn borrow_x(x: &u8) -> u8 { *x }
fn bad_made_good() -> impl Future<Output = u8> { async { let x = 5; borrow_x(&x).await } }
fn foo_expanded<'a>(x: &'a u8) -> impl Future<Output = u8> + 'a { async move { *x } }
async fn blocks() -> (String, usize) {
    let my_string = "foo".to_string();
    let future_one = async { my_string.len() };
    let future_two = async { format!("{my_string}!") };
    let (n, s) = join!(future_one, future_two);
    (s, n)
}
fn move_block() -> impl Future<Output = String> { let my_string = "bar".to_string(); async move { my_string } }

#[derive(Debug, PartialEq)] struct Book(u8);
#[derive(Debug, PartialEq, Clone)] enum Failure { Book, Music(&'static str) }
async fn get_book(ok: bool) -> Result<Book, Failure> { if ok { Ok(Book(1)) } else { Err(Failure::Book) } }
async fn get_music(ok: bool) -> Result<String, &'static str> { ok.then(|| "la".to_owned()).ok_or("silence") }
async fn both(a: bool, b: bool) -> Result<(Book, String), Failure> { let music = get_music(b).map_err(Failure::Music); try_join!(get_book(a), music) }

async fn count() -> u32 {
    let mut a_fut = future::ready(4);
    let mut b_fut = future::ready(6);
    let mut total = 0;
    loop { select! { a = a_fut => total += a, b = b_fut => total += b, complete => break, default => unreachable!() }; }
    total
}
async fn add_two_streams(mut s1: impl Stream<Item = u8> + FusedStream + Unpin, mut s2: impl Stream<Item = u8> + FusedStream + Unpin) -> u8 {
    let mut total = 0;
    loop {
        let item = select! { x = s1.next() => x, x = s2.next() => x, complete => break };
        if let Some(next_num) = item { total += next_num; }
    }
    total
}
async fn run_loop(mut ticks: impl Stream<Item = u8> + FusedStream + Unpin) -> Vec<String> {
    let mut fetches = FuturesUnordered::new();
    let get_new_num = future::Fuse::terminated();
    pin_mut!(get_new_num);
    let mut seen = vec![];
    loop {
        select! {
            tick = ticks.select_next_some() => if get_new_num.is_terminated() { get_new_num.set(async move { tick * 2 }.fuse()); },
            new = get_new_num => { seen.push(format!("new {new}")); fetches.push(async move { new + 100 }); }
            got = fetches.select_next_some() => seen.push(format!("got {got}")),
            complete => return seen,
        }
    }
}
fn recursive(n: u32) -> LocalBoxFuture<'static, u32> { async move { if n == 0 { 0 } else { n + recursive(n - 1).await } }.boxed_local() }
trait AsyncRead2 { fn read(&mut self) -> impl Future<Output = Option<u8>>; }
struct Bytes<'a>(std::slice::Iter<'a, u8>);
impl AsyncRead2 for Bytes<'_> { async fn read(&mut self) -> Option<u8> { self.0.next().copied() } }
async fn read_all<R: AsyncRead2>(mut reader: R) -> Vec<u8> { let mut out = vec![]; while let Some(b) = reader.read().await { out.push(b.to_ascii_uppercase()); } out }

fn main() {
    println!("{} {} {:?} {}", block_on(bad_made_good()), block_on(foo_expanded(&7)), block_on(blocks()), block_on(move_block()));
    for (a, b) in [(true, true), (false, true), (true, false), (false, false)] { println!("{:?}", block_on(both(a, b))); }
    println!("{} {}", block_on(count()), block_on(add_two_streams(futures::stream::iter([1, 2, 3]).fuse(), futures::stream::iter(vec![10, 20]).fuse())));
    println!("{:?}", block_on(run_loop(futures::stream::iter(1..4).fuse())).is_empty());
    println!("{} {:?}", block_on(recursive(10)), String::from_utf8(block_on(read_all(Bytes(b"hey".iter())))));
    let (task, handle) = abortable(future::pending::<()>());
    handle.abort();
    println!("{:?} {}", block_on(task), handle.is_aborted());
    let shared = async { println!("once"); 6 }.shared();
    println!("{:?}", block_on(future::join(shared.clone(), shared.map(|n| n * 7))));

    let mut pool = LocalPool::new();
    let spawner = pool.spawner();
    let log = Rc::new(RefCell::new(Vec::new()));
    let (mut tx, rx) = mpsc::channel::<u32>(1);
    let (done_tx, done_rx) = oneshot::channel::<&'static str>();
    spawner.spawn_local({ let log = log.clone(); async move { for n in 0..3 { log.borrow_mut().push(format!("send {n}")); tx.send(n).await.unwrap(); } } }).unwrap();
    spawner.spawn_local({ let log = Rc::clone(&log); async move { let sum = rx.fold(0, |a, n| { log.borrow_mut().push(format!("recv {n}")); future::ready(a + n) }).await; log.borrow_mut().push(sum.to_string()); done_tx.send("done").unwrap(); } }).unwrap();
    let handle = spawner.spawn_local_with_handle(async { done_rx.await.map(str::len) }).unwrap();
    println!("{:?}", pool.run_until(handle));
    println!("{:?} {}", log.borrow(), Rc::strong_count(&log));
    println!("{} {}", pool.try_run_one(), { pool.run_until_stalled(); "stalled" });

    let threads = ThreadPool::builder().pool_size(2).create().unwrap();
    let total = Arc::new(Mutex::new(0));
    let handles: Vec<_> = (1..=4).map(|n| { let total = total.clone(); threads.spawn_with_handle(async move { *total.lock().await += n; n }).unwrap() }).collect();
    let results: Vec<i32> = block_on(future::join_all(handles));
    println!("{results:?} {}", block_on(async { *total.lock().await }));
    let mut ordered: FuturesOrdered<_> = (0..3).map(|n| future::lazy(move |_| n * n)).collect();

    println!("{:?}", block_on(ordered.collect::<Vec<i32>>()));
    let chained = future::ok::<i32, String>(2).and_then(|n| async move { if n > 1 { Err(format!("{n} is too many")) } else { Ok(n) } }).or_else(|e| future::ready(if e.len() > 3 { Ok::<_, ()>(e.len() as i32) } else { Err(()) }));
    println!("{:?} {:?}", block_on(chained), block_on(future::select_all([future::ready(1), future::ready(2)])).0);
    println!("{:?}", block_on(future::try_join_all([3, 0, 1].map(|n: i32| async move { 6i32.checked_div(n).ok_or(n) }))));
    println!("{:?} {:?}", future::ready(1).now_or_never(), future::pending::<()>().now_or_never());
    println!("{:?}", block_on(std::panic::AssertUnwindSafe(async { if true { panic!("caught") } }).catch_unwind()).is_err());
}
