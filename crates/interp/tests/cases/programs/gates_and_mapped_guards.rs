use std::collections::VecDeque;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::sync::{Mutex as AsyncMutex, Notify, RwLock, RwLockReadGuard, RwLockWriteGuard};
use tokio::time::{sleep, timeout};

/// The unbounded MPMC channel of the documentation of `Notify`.
struct Channel<T> {
    messages: Mutex<VecDeque<T>>,
    notify_on_sent: Notify,
}

impl<T> Channel<T> {
    fn new() -> Self {
        Self { messages: Mutex::new(VecDeque::new()), notify_on_sent: Notify::new() }
    }
    fn send(&self, msg: T) {
        let mut locked_queue = self.messages.lock().unwrap();
        locked_queue.push_back(msg);
        drop(locked_queue);
        self.notify_on_sent.notify_one();
    }
    fn try_recv(&self) -> Option<T> {
        self.messages.lock().unwrap().pop_front()
    }
    async fn recv(&self) -> T {
        let future = self.notify_on_sent.notified();
        tokio::pin!(future);
        loop {
            future.as_mut().enable();
            if let Some(msg) = self.try_recv() {
                return msg;
            }
            future.as_mut().await;
            future.set(self.notify_on_sent.notified());
        }
    }
}

/// A one-shot gate: everybody passes once it is open.
#[derive(Default)]
struct Gate {
    open: Mutex<bool>,
    notify: Notify,
}

impl Gate {
    async fn pass(&self) {
        let mut notified = pin!(self.notify.notified());
        notified.as_mut().enable();
        if !*self.open.lock().unwrap() {
            notified.await;
        }
    }
    fn open(&self) {
        *self.open.lock().unwrap() = true;
        self.notify.notify_waiters();
    }
}

#[derive(Debug, Default)]
struct Inventory {
    items: Vec<(String, u32)>,
}

impl Inventory {
    fn find(&mut self, name: &str) -> Option<&mut u32> {
        self.items.iter_mut().find(|(n, _)| n == name).map(|(_, count)| count)
    }
}

async fn mapped_guards() {
    let lock = RwLock::new(Inventory { items: vec![("bolt".into(), 3), ("nut".into(), 9)] });
    {
        let guard = RwLockWriteGuard::map(lock.write().await, |inv| inv.find("bolt").unwrap());
        let mut guard = guard;
        *guard += 10;
    }
    let first = RwLockReadGuard::try_map(lock.read().await, |inv| inv.items.first()).ok().unwrap();
    let second = lock.try_read().unwrap();
    println!("{:?} {:?} write now: {}", *first, second.items.len(), lock.try_write().is_ok());
    drop((first, second));
    let mut w = lock.write().await;
    w.items.push(("washer".to_string(), 1));
    let r = w.downgrade();
    println!("{r:?}");
    drop(r);
    println!("{}", lock.into_inner().items.iter().map(|(_, n)| n).sum::<u32>());
}

async fn ping_pong() -> Vec<&'static str> {
    let turns = Arc::new((Notify::new(), Notify::new()));
    let log = Arc::new(AsyncMutex::new(vec![]));
    let (t1, l1) = (turns.clone(), log.clone());
    let ping = tokio::spawn(async move {
        for _ in 0..3 {
            t1.0.notified().await;
            l1.lock().await.push("ping");
            t1.1.notify_one();
        }
    });
    let (t2, l2) = (turns.clone(), log.clone());
    let pong = tokio::spawn(async move {
        for _ in 0..3 {
            t2.1.notified().await;
            l2.clone().lock_owned().await.push("pong");
            t2.0.notify_one();
        }
    });
    turns.0.notify_one();
    let (a, b) = tokio::join!(ping, pong);
    a.and(b).unwrap();
    Arc::try_unwrap(log).unwrap().into_inner()
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let channel = Arc::new(Channel::new());
    let consumers: Vec<_> = (0..3u64)
        .map(|id| {
            let channel = channel.clone();
            tokio::spawn(async move {
                sleep(Duration::from_millis(5 * id)).await;
                let mut sum = 0;
                while let n @ 1.. = channel.recv().await {
                    sum += n;
                    sleep(Duration::from_millis(20)).await;
                }
                (id, sum)
            })
        })
        .collect();
    sleep(Duration::from_millis(40)).await;
    for n in 1..=9u32 {
        channel.send(n);
        sleep(Duration::from_millis(30)).await;
    }
    for _ in 0..3 {
        channel.send(0);
    }
    let mut total = 0;
    for c in consumers {
        let (id, sum) = c.await.unwrap();
        println!("consumer {id} finished");
        total += sum;
    }
    println!("total {total}");

    let gate = Arc::new(Gate::default());
    let cars: Vec<_> = (0..2)
        .map(|i| {
            let gate = Arc::clone(&gate);
            tokio::spawn(async move {
                gate.pass().await;
                i
            })
        })
        .collect();
    sleep(Duration::from_millis(10)).await;
    println!("finished before: {}", cars.iter().filter(|c| c.is_finished()).count());
    gate.open();
    for car in cars {
        println!("car {}", car.await.unwrap());
    }
    gate.pass().await;
    println!("{:?}", ping_pong().await);
    mapped_guards().await;

    let notify = Notify::new();
    notify.notify_one();
    notify.notify_one();
    println!("{}", timeout(Duration::from_millis(10), notify.notified()).await.is_ok());
    println!("{}", timeout(Duration::from_millis(10), notify.notified()).await.is_ok());
    let (first, last) = (notify.notified(), notify.notified());
    let (mut first, mut last) = (pin!(first), pin!(last));
    println!("{} {}", first.as_mut().enable(), last.as_mut().enable());
    notify.notify_last();
    println!("{}", tokio::select! { biased; _ = first => "first", _ = last => "last" });
    let mutex = Arc::new(AsyncMutex::new(5));
    let guard = mutex.lock().await;
    println!("{:?} {}", mutex.try_lock().map(|g| *g).map_err(|e| e.to_string()), *guard);
    drop(guard);
    let mut mutex = mutex;
    *Arc::get_mut(&mut mutex).unwrap().get_mut() += 1;
    println!("{mutex:?}");
}
