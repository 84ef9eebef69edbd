use futures::future::{
    self, join_all, select_all, select_ok, try_join_all, BoxFuture, FutureExt, LocalBoxFuture, Shared, TryFutureExt, WeakShared,
};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, Mutex};
use tokio::time::{sleep, Duration, Instant};

type Answer = Result<u64, Arc<str>>;
type SharedAnswer = Shared<BoxFuture<'static, Answer>>;

/// Memoised, recursive, asynchronous Fibonacci: everybody who asks for the same number shares one future.
#[derive(Clone, Default)]
struct Fib {
    cache: Arc<Mutex<HashMap<u32, SharedAnswer>>>,
    computed: Arc<Mutex<Vec<u32>>>,
}

impl Fib {
    fn get(&self, n: u32) -> SharedAnswer {
        if let Some(known) = self.cache.lock().unwrap().get(&n) {
            return known.clone();
        }
        let this = self.clone();
        let fut = async move {
            sleep(Duration::from_millis(1)).await;
            this.computed.lock().unwrap().push(n);
            match n {
                0 | 1 => Ok(u64::from(n)),
                94.. => Err(format!("fib({n}) does not fit").into()),
                _ => {
                    let (a, b) = future::try_join(this.get(n - 1), this.get(n - 2)).await?;
                    a.checked_add(b).ok_or_else(|| Arc::from("overflow"))
                }
            }
        }
        .boxed()
        .shared();
        self.cache.lock().unwrap().insert(n, fut.clone());
        fut
    }
}

#[derive(Debug)]
enum Tree {
    Leaf(i64),
    Node(Vec<Tree>),
}

fn depth_sum(tree: &Tree, depth: i64) -> BoxFuture<'_, i64> {
    async move {
        match tree {
            Tree::Leaf(n) => {
                sleep(Duration::from_millis(depth as u64)).await;
                n * depth
            }
            Tree::Node(children) => join_all(children.iter().map(|c| depth_sum(c, depth + 1))).await.into_iter().sum(),
        }
    }
    .boxed()
}

fn visit<'a>(tree: &'a Tree, f: &'a dyn Fn(i64)) -> LocalBoxFuture<'a, usize> {
    Box::pin(async move {
        match tree {
            Tree::Leaf(n) => {
                f(*n);
                1
            }
            Tree::Node(children) => {
                let mut n = 0;
                for child in children {
                    n += visit(child, f).await;
                }
                n
            }
        }
    })
}

async fn mirror(name: &'static str, ms: u64, ok: bool) -> Result<&'static str, String> {
    sleep(Duration::from_millis(ms)).await;
    ok.then_some(name).ok_or_else(|| format!("{name} is down"))
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let t = Instant::now();
    let fib = Fib::default();
    println!("{:?} {:?}", fib.get(13).await, fib.get(10).await);
    println!("{} computed in {:?}", fib.computed.lock().unwrap().len(), t.elapsed());
    println!("{:?}", fib.get(94).await);
    println!("peek: {:?}", fib.get(5).peek());
    let weak: WeakShared<_> = {
        let lonely = async { 5 }.boxed().shared();
        println!("strong {:?} weak {:?}", lonely.strong_count(), lonely.weak_count());
        lonely.downgrade().unwrap()
    };
    println!("upgrade: {}", weak.upgrade().is_some());

    let tree = Tree::Node(vec![Tree::Leaf(1), Tree::Node(vec![Tree::Leaf(10), Tree::Node(vec![Tree::Leaf(100)])]), Tree::Leaf(-5)]);
    let t = Instant::now();
    println!("{} in {:?}", depth_sum(&tree, 0).await, t.elapsed());
    let seen = Rc::new(std::cell::RefCell::new(vec![]));
    let n = visit(&tree, &|n| seen.borrow_mut().push(n)).await;
    println!("{n} leaves: {:?}", seen.borrow());

    let t = Instant::now();
    let first = select_ok([mirror("a", 10, false).boxed(), mirror("b", 30, true).boxed(), mirror("c", 20, true).boxed()]).await;
    match first {
        Ok((name, rest)) => println!("{name} at {:?}, {} left: {:?}", t.elapsed(), rest.len(), join_all(rest).await),
        Err(e) => println!("{e}"),
    }
    let none = select_ok([5, 3].map(|ms| Box::pin(mirror("z", ms, false)))).await;
    println!("{:?}", none.map(|(n, _)| n));

    let mut racers: Vec<_> = [("slow", 30), ("fast", 5), ("middle", 12)].into_iter().map(|(n, ms)| mirror(n, ms, true).boxed()).collect();
    let mut order = vec![];
    while !racers.is_empty() {
        let (result, index, rest) = select_all(racers).await;
        order.push((result.unwrap(), index));
        racers = rest;
    }
    println!("{order:?}");

    let all = try_join_all((1..=3).map(|n| mirror("m", n, true).map_ok(move |name| format!("{name}{n}")))).await;
    println!("{all:?}");
    let broken = try_join_all(vec![mirror("x", 9, true), mirror("y", 1, false)]).await;
    println!("{broken:?}");

    let chain = mirror("chain", 1, false)
        .or_else(|e| async move { mirror("backup", 1, !e.is_empty()).await })
        .and_then(|name| future::ok(name.len()))
        .map(|r| r.map_or(0, |n| n * 100))
        .inspect(|n| println!("inspected {n}"));
    println!("{}", chain.await);
    println!("{:?}", future::maybe_done(future::ready(3)).now_or_never());
    println!("{:?} {:?}", sleep(Duration::from_millis(1)).now_or_never(), future::lazy(|_| 4).now_or_never());
    let caught = std::panic::AssertUnwindSafe(async { if order.len() == 3 { panic!("three!") } else { 1 } }).catch_unwind().await;
    println!("{:?}", caught.map_err(|p| p.downcast_ref::<&str>().copied().unwrap_or_default()));
    let nested = async { async { 7 } }.flatten().map(i64::from);
    println!("{}", nested.await);
}
