// Rooms with broadcast, configuration by watch, lagging receivers, a stream map, and a last value cache.
use std::collections::hash_map::Entry;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tokio::sync::broadcast::{self, error::{RecvError, SendError, TryRecvError}};
use tokio::sync::watch;
use tokio_stream::wrappers::{errors::BroadcastStreamRecvError, BroadcastStream, IntervalStream, WatchStream};
use tokio_stream::{StreamExt, StreamMap};

#[derive(Clone, Debug, PartialEq)]
enum Chat { Joined(Arc<str>), Said { who: Arc<str>, what: String }, Left(Arc<str>) }

#[derive(Default, Clone)]
struct Hub { rooms: Arc<RwLock<HashMap<String, broadcast::Sender<Chat>>>> }

struct Member { name: Arc<str>, room: broadcast::Sender<Chat> }
impl Member {
    fn say(&self, what: impl Into<String>) -> Result<usize, SendError<Chat>> { self.room.send(Chat::Said { who: self.name.clone(), what: what.into() }) }
}
impl Drop for Member {
    fn drop(&mut self) { let _ = self.room.send(Chat::Left(self.name.clone())); }
}
impl Hub {
    fn join(&self, room: &str, name: &str) -> (Member, broadcast::Receiver<Chat>) {
        let mut rooms = self.rooms.write().unwrap();
        let (room, rx) = match rooms.entry(room.to_owned()) {
            Entry::Occupied(e) => { let tx = e.get().clone(); let rx = tx.subscribe(); (tx, rx) }
            Entry::Vacant(e) => { let (tx, rx) = broadcast::channel(4); (e.insert(tx).clone(), rx) }
        };
        let name: Arc<str> = name.into();
        room.send(Chat::Joined(Arc::clone(&name))).unwrap();
        (Member { name, room }, rx)
    }
    fn prune(&self) -> usize {
        let mut rooms = self.rooms.write().unwrap();
        let before = rooms.len();
        rooms.retain(|_, tx| tx.receiver_count() > 0);
        before - rooms.len()
    }
}

async fn transcript(mut rx: broadcast::Receiver<Chat>) -> String {
    let mut out = String::new();
    loop {
        match rx.recv().await {
            Ok(Chat::Said { who, what }) => write!(out, "{who}: {what}; ").unwrap(),
            Ok(Chat::Joined(who)) => { let _ = write!(out, "+{who} "); }
            Ok(Chat::Left(who)) => { let _ = write!(&mut out, "-{who} "); }
            Err(RecvError::Lagged(n)) => out += &format!("({n} missed) "),
            Err(RecvError::Closed) => return out.trim_end().to_string(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Config { verbose: bool, level: u8 }

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let hub = Hub::default();
    let (ann, ann_rx) = hub.join("tea", "ann");
    let listener = tokio::spawn(transcript(ann_rx));
    let (bob, mut bob_rx) = hub.join("tea", "bob");
    println!("{:?}", ann.say("hello"));
    println!("{:?} {:?}", bob_rx.try_recv(), bob_rx.recv().await);
    println!("{:?} {}", bob_rx.try_recv(), bob_rx.is_empty());
    for n in 0..6 { bob.say(format!("line {n}")).unwrap(); }
    println!("{:?}", bob_rx.try_recv() == Err(TryRecvError::Lagged(2)));
    drop(bob);
    println!("{:?}", std::iter::from_fn(|| bob_rx.try_recv().ok()).map(|c| match c { Chat::Said { what, .. } => what, other => format!("{other:?}") }).collect::<Vec<_>>());
    drop((ann, bob_rx));
    hub.rooms.write().unwrap().clear();
    println!("{}", listener.await.unwrap());
    let (lone, rx) = hub.join("empty", "zed");
    drop(rx);
    println!("{:?} {}", lone.say("anyone?").map_err(|SendError(chat)| chat), hub.prune());

    let (config_tx, config_rx) = watch::channel(Config { verbose: false, level: 1 });
    let watcher = tokio::spawn({
        let mut rx = config_rx.clone();
        async move {
            let mut seen = vec![rx.borrow_and_update().level];
            while rx.changed().await.is_ok() { seen.push(rx.borrow_and_update().level); }
            seen
        }
    });
    for level in [2, 2, 5] {
        tokio::time::sleep(Duration::from_millis(1)).await;
        let changed = config_tx.send_if_modified(|c| { let new = c.level != level; c.level = level; new });
        print!("{changed} ");
    }
    config_tx.send_modify(|c| c.verbose = true);
    println!("{:?} {}", *config_rx.borrow(), config_tx.receiver_count());
    let levels = WatchStream::new(config_rx).map(|c| u64::from(c.level)).take(1);
    drop(config_tx);
    println!("{:?}", watcher.await.unwrap());

    let (tx, rx) = broadcast::channel::<u64>(2);
    for n in 10..14 { tx.send(n).unwrap(); }
    drop(tx);
    let mut map: StreamMap<&str, std::pin::Pin<Box<dyn tokio_stream::Stream<Item = u64> + Send>>> = StreamMap::new();
    map.insert("numbers", Box::pin(BroadcastStream::new(rx).map(|r| r.unwrap_or_else(|BroadcastStreamRecvError::Lagged(n)| n * 1000))));
    map.insert("levels", Box::pin(levels));
    map.insert("ticks", Box::pin(IntervalStream::new(tokio::time::interval(Duration::from_millis(10))).map(|_| 0).take(2)));
    let mut by_key: std::collections::BTreeMap<&str, Vec<u64>> = Default::default();
    while let Some((key, value)) = map.next().await { by_key.entry(key).or_default().push(value); }
    println!("{by_key:?} {}", map.is_empty());
}
