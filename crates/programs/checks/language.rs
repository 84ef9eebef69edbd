//! Corners of the language that the pass must not bend: compiled as it stands, and through the pass.

use futures::future::join_all;
use std::error::Error;
use std::fmt::{Debug, Display};
use std::pin::Pin;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Mutex, RwLock, Semaphore, mpsc, watch};
use tokio::task::{self, JoinHandle};
use tokio::time::{self, sleep, timeout};

/// Says when it is dropped.
struct Guard(&'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        println!("  dropped {}", self.0);
    }
}

fn ms(n: u64) -> Duration {
    Duration::from_millis(n)
}

mod parameters {
    use super::Guard;

    pub(crate) async fn unused(_first: Guard, _: Guard, Pair(_left, _): Pair, third: Guard) {
        let _local = Guard("local");
        crate::ms(third.0.len() as u64);
        println!("  body");
    }

    #[expect(dead_code, reason = "dropped unread")]
    pub(crate) struct Pair(pub(crate) Guard, pub(crate) Guard);

    pub(crate) async fn mutable(
        mut n: u32,
        list: &mut Vec<u32>,
        (a, b): (u32, u32),
        [c, ..]: [u32; 3],
    ) -> u32 {
        n += a + b + c;
        list.push(n);
        n
    }

    pub(crate) async fn early(_guard: Guard, leave: bool) -> Option<u32> {
        if leave {
            return None;
        }
        super::sleep(crate::ms(1)).await;
        Some(1)
    }
}

async fn factorial(n: u64) -> u64 {
    if n == 0 {
        return 1;
    }
    n * Box::pin(factorial(n - 1)).await
}

fn boxed<'a>(text: &'a str) -> Pin<Box<dyn Future<Output = usize> + 'a>> {
    Box::pin(async move { length(text).await })
}

async fn length(text: &str) -> usize {
    text.len()
}

async fn longest<'a>(left: &'a str, right: &'a str) -> &'a str {
    sleep(ms(1)).await;
    if left.len() > right.len() { left } else { right }
}

async fn parse(text: &str) -> Result<i32, Box<dyn Error>> {
    if text.is_empty() {
        return Err("nothing to parse".into());
    }
    let n: i32 = text.parse()?;
    Ok(n)
}

async fn shape(round: bool) -> Box<dyn Display> {
    if round {
        return Box::new("circle");
    }
    Box::new(4)
}

async fn show(value: impl Display + Clone) -> impl Display {
    format!("<{value}>")
}

async fn largest<T, const N: usize>(values: [T; N]) -> Option<T>
where
    T: Ord + Copy,
{
    values.iter().copied().max()
}

async fn forever() -> ! {
    let _guard = Guard("forever");
    loop {
        sleep(ms(1000)).await;
    }
}

#[derive(Debug)]
struct Counter {
    count: u32,
    name: String,
}

impl Counter {
    const STEP: u32 = 2;

    async fn add(&mut self, n: u32) -> &mut Self {
        self.count += n * Self::STEP;
        self
    }

    async fn name(&self) -> &str {
        &self.name
    }

    async fn finish(mut self) -> u32 {
        self.count += 1;
        self.count
    }
}

trait Job {
    async fn cost(&self) -> u32;

    async fn twice(&self, label: &str) -> String {
        let cost = self.cost().await;
        format!("{label}: {}", cost * 2)
    }
}

impl Job for Counter {
    async fn cost(&self) -> u32 {
        self.count
    }
}

async fn run_job(job: &impl Job) -> String {
    job.twice("cost").await
}

async fn guarded(name: &'static str, after: u64) -> &'static str {
    let _guard = Guard(name);
    sleep(ms(after)).await;
    name
}

async fn functions() -> Result<(), Box<dyn Error>> {
    println!("parameters");
    let pair = parameters::Pair(Guard("left"), Guard("right"));
    parameters::unused(Guard("first"), Guard("second"), pair, Guard("third")).await;
    let mut list = vec![1];
    println!("  {}", parameters::mutable(1, &mut list, (2, 3), [4, 0, 0]).await);
    println!("  {list:?} {:?}", parameters::early(Guard("early"), true).await);
    println!("  {:?}", parameters::early(Guard("late"), false).await);
    drop(parameters::early(Guard("never polled"), false));

    println!("results");
    println!("  {} {}", factorial(5).await, boxed("four").await);
    println!("  {} {}", longest("short", "longer").await, shape(true).await);
    println!("  {:?} {:?}", parse("17").await?, parse("").await.err().map(|it| it.to_string()));
    println!("  {} {:?}", show(show(1).await.to_string()).await, largest([3, 9, 4]).await);
    println!("  {}", parse("x").await.is_err());

    println!("methods");
    let mut counter = Counter { count: 0, name: "bees".to_owned() };
    counter.add(1).await.add(2).await;
    println!("  {} {}", counter.name().await, run_job(&counter).await);
    println!("  {}", counter.finish().await);
    Ok(())
}

async fn blocks() -> Result<(), Box<dyn Error>> {
    println!("blocks");
    let text = String::from("owned");
    let lent = async { text.len() };
    println!("  {}", lent.await);
    let moved = async move {
        let n: usize = "5".parse()?;
        Ok::<_, std::num::ParseIntError>(n + text.len())
    };
    println!("  {:?}", moved.await);
    let mut calls = 0;
    let mut closure = async |n: u32| -> Result<u32, String> {
        calls += 1;
        if n > 1 {
            return Err(format!("{n} is too much"));
        }
        sleep(ms(1)).await;
        Ok(n)
    };
    println!("  {:?} {:?}", closure(1).await, closure(2).await);
    println!("  {calls}");
    async fn nested(n: u32) -> u32 {
        use tokio::task::yield_now as give_way;
        give_way().await;
        n
    }
    println!("  {:?}", join_all((1..=3).map(nested)).await);
    println!("  {:?}", join_all(vec![guarded("a", 150), guarded("b", 1)]).await);
    Ok(())
}

async fn macros() {
    println!("macros");
    let numbers = vec![length("a").await, length("bc").await];
    let zeros = vec![length("").await; 2];
    assert!(matches!(parse("3").await, Ok(n) if n == 3), "{}", length("x").await);
    println!("  {numbers:?} {zeros:?} {x}", x = length("def").await);
    let both: Result<(i32, i32), Box<dyn Error>> = tokio::try_join!(parse("1"), parse("2"));
    println!("  {both:?}");
    let failed = tokio::try_join!(parse("no"), async { Ok(guarded("cut off", 5).await) });
    println!("  {}", failed.is_err());
    let winner = tokio::select! {
        name = guarded("slow", 2000) => name,
        name = guarded("slower", 3000) => name,
        name = guarded("quick", 10), if true => { println!("  first"); name }
        () = std::future::pending() => unreachable!(),
    };
    println!("  {winner}");
}

/// Pins in each of the ways, and abandons them in the middle.
async fn pins() {
    println!("pins");
    let late = guarded("late", 2000);
    tokio::pin!(late);
    let nothing = std::future::pending::<()>();
    futures::pin_mut!(nothing);
    tokio::pin! {
        let soon = guarded("soon", 5);
        let never = std::future::pending::<&'static str>();
    }
    let first = tokio::select! {
        name = &mut late => name,
        name = &mut soon => name,
        name = &mut never => name,
        () = nothing => unreachable!(),
    };
    println!("  {first}");
    let both = async { tokio::join!(guarded("left", 2000), guarded("right", 2000)) };
    println!("  {}", timeout(ms(5), both).await.is_err());
}

/// Makes what goes by the name of its variable, and lends, moves and borrows meanwhile.
async fn resources() -> Option<()> {
    println!("resources");
    let room = 2;
    let words = vec![String::from("one"), String::from("two")];
    let (sender, mut receiver) = mpsc::channel::<String>(room);
    let lent: Mutex<&[String]> = Mutex::new(&words);
    println!("  {:?}", lent.lock().await.first()?);
    let moved = Arc::new(RwLock::new(words));
    let shown: Arc<dyn Debug> = Arc::new(Mutex::new(room));
    let slots = Semaphore::new(*[room, 7].iter().max()?);
    let (_, seen) = watch::channel(moved.read().await.len());
    for word in moved.read().await.iter() {
        sender.send(word.clone()).await.ok()?;
    }
    drop(sender);
    println!("  {:?} {:?}", receiver.recv().await, receiver.recv().await);
    println!("  {:?} {shown:?} {} {}", receiver.recv().await, slots.available_permits(), *seen.borrow());
    Some(())
}

async fn streams() {
    println!("streams");
    use tokio_stream::StreamExt as _;
    let slow = tokio_stream::iter(1..=3).map(|n| n * n).throttle(ms(5));
    println!("  {:?}", slow.collect::<Vec<_>>().await);
    let chunks = tokio_stream::iter(1..=5).filter(|n| n % 2 == 1).chunks_timeout(2, ms(50));
    tokio::pin!(chunks);
    while let Some(chunk) = chunks.next().await {
        println!("  {chunk:?}");
    }
    let nothing = tokio_stream::pending::<u32>().timeout(ms(5));
    tokio::pin!(nothing);
    println!("  {:?}", nothing.next().await.map(|it| it.is_err()));
    let mut names: futures::stream::FuturesUnordered<_> =
        [guarded("d", 60), guarded("e", 5)].into_iter().collect();
    while let Some(name) = names.next().await {
        println!("  {name}");
    }
}

async fn tasks() {
    println!("tasks");
    let handle: JoinHandle<u32> = tokio::spawn(async { 1 });
    let named = task::spawn(guarded("task", 5));
    println!("  {:?} {:?}", handle.await.ok(), named.await.ok());
    let aborted = tokio::spawn(forever());
    task::yield_now().await;
    aborted.abort();
    println!("  {}", aborted.await.is_err_and(|it| it.is_cancelled()));

    println!("time");
    println!("  {}", timeout(ms(5), guarded("too slow", 2000)).await.is_err());
    println!("  {:?}", timeout(ms(2000), guarded("in time", 5)).await.ok());
    let start = Instant::now();
    let mut ticks = time::interval(ms(10));
    for _ in 0..3 {
        ticks.tick().await;
    }
    println!("  {}", start.elapsed() >= ms(20));
}

/// All that a glob can bring is there.
#[expect(unused_imports, reason = "imported to see that it can be")]
mod globs {
    mod tokio_root {
        use tokio::*;
    }
    mod tokio_sync {
        use tokio::sync::{broadcast::*, mpsc::*, oneshot::*, watch::*, *};
    }
    mod tokio_task {
        use tokio::task::*;
    }
    mod tokio_time {
        use tokio::time::{error::*, *};
    }
    mod http {
        use reqwest::{header::*, *};
    }
    mod tokio_io {
        use tokio::{fs::*, io::*, net::*};
    }
    mod futures_all {
        use futures::{future::*, *};
        use tokio_stream::{wrappers::*, *};
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    functions().await?;
    blocks().await?;
    macros().await;
    pins().await;
    println!("  {:?}", resources().await);
    streams().await;
    tasks().await;
    Ok(())
}
