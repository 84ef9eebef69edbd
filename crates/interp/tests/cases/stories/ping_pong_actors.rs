use std::collections::HashMap;
use tokio::sync::{mpsc, oneshot};

enum Msg { Ping { hops: u32, back: mpsc::Sender<Msg>, done: oneshot::Sender<u32> }, Stat(oneshot::Sender<HashMap<&'static str, u32>>), Stop }

struct Actor { name: &'static str, inbox: mpsc::Receiver<Msg>, me: mpsc::Sender<Msg>, stats: HashMap<&'static str, u32> }

impl Actor {
    fn start(name: &'static str) -> (mpsc::Sender<Msg>, tokio::task::JoinHandle<String>) {
        let (me, inbox) = mpsc::channel(4);
        let actor = Actor { name, inbox, me: me.clone(), stats: HashMap::new() };
        (me, tokio::spawn(actor.run()))
    }
    async fn run(mut self) -> String {
        while let Some(msg) = self.inbox.recv().await {
            match msg {
                Msg::Ping { hops: 0, done, .. } => { *self.stats.entry("finished").or_default() += 1; let _ = done.send(self.stats.get("passed").copied().unwrap_or(0)); }
                Msg::Ping { hops, back, done } => { *self.stats.entry("passed").or_default() += 1; println!("{} passes {hops}", self.name); let me = self.me.clone(); back.send(Msg::Ping { hops: hops - 1, back: me, done }).await.ok(); }
                Msg::Stat(reply) => { let _ = reply.send(self.stats.clone()); }
                Msg::Stop => break,
            }
        }
        format!("{} stopped", self.name)
    }
}

#[tokio::main]
async fn main() {
    let (a, ha) = Actor::start("a");
    let (b, hb) = Actor::start("b");
    let (done, end) = oneshot::channel();
    a.send(Msg::Ping { hops: 5, back: b.clone(), done }).await.ok();
    println!("{:?}", end.await);
    for (name, x) in [("a", &a), ("b", &b)] {
        let (tx, rx) = oneshot::channel();
        x.send(Msg::Stat(tx)).await.ok();
        let mut stats: Vec<_> = rx.await.unwrap().into_iter().collect();
        stats.sort();
        println!("{name} {stats:?}");
    }
    a.send(Msg::Stop).await.ok();
    b.send(Msg::Stop).await.ok();
    println!("{} {}", ha.await.unwrap(), hb.await.unwrap());
    println!("{}", a.send(Msg::Stop).await.is_err());
}
