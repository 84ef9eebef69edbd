use std::collections::HashMap;
use tokio::sync::{mpsc, oneshot};

type Responder<T> = oneshot::Sender<Result<T, StoreError>>;

#[derive(Debug)]
enum Command {
    Get { key: String, resp: Responder<Option<Vec<u8>>> },
    Set { key: String, value: Vec<u8>, resp: Responder<()> },
    Count(Responder<usize>),
}

#[derive(Debug, Clone, PartialEq)]
enum StoreError { Full { limit: usize }, EmptyKey }

impl std::fmt::Display for StoreError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self { StoreError::Full { limit } => write!(f, "more than {limit} keys"), StoreError::EmptyKey => f.write_str("an empty key") }
    }
}
impl std::error::Error for StoreError {}

struct Store { data: HashMap<String, Vec<u8>>, limit: usize }

impl Store {
    fn set(&mut self, key: String, value: Vec<u8>) -> Result<(), StoreError> {
        if key.is_empty() { return Err(StoreError::EmptyKey); }
        if self.data.len() >= self.limit && !self.data.contains_key(&key) { return Err(StoreError::Full { limit: self.limit }); }
        self.data.insert(key, value);
        Ok(())
    }
}

async fn manager(mut rx: mpsc::Receiver<Command>, mut store: Store) -> usize {
    let mut handled = 0;
    while let Some(command) = rx.recv().await {
        handled += 1;
        match command {
            Command::Get { key, resp } => { let _ = resp.send(Ok(store.data.get(&key).cloned())); }
            Command::Set { key, value, resp } => { let _ = resp.send(store.set(key, value)); }
            Command::Count(resp) => { let _ = resp.send(Ok(store.data.len())); }
        }
    }
    handled
}

#[derive(Clone)]
struct Client { tx: mpsc::Sender<Command> }

impl Client {
    async fn get(&self, key: &str) -> Result<Option<Vec<u8>>, Box<dyn std::error::Error>> {
        let (resp, answer) = oneshot::channel();
        self.tx.send(Command::Get { key: key.to_string(), resp }).await?;
        Ok(answer.await??)
    }
    async fn set(&self, key: &str, value: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
        let (resp, answer) = oneshot::channel();
        self.tx.send(Command::Set { key: key.into(), value: value.to_vec(), resp }).await?;
        answer.await?.map_err(Into::into)
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (tx, rx) = mpsc::channel(32);
    let manager = tokio::spawn(manager(rx, Store { data: HashMap::new(), limit: 2 }));
    let client = Client { tx };
    let other = client.clone();
    let t1 = tokio::spawn(async move { other.set("foo", b"bar").await.map_err(|e| e.to_string()) });
    println!("{:?}", t1.await?);
    println!("{:?} {:?}", client.get("foo").await?, client.get("none").await?);
    client.set("hello", b"world").await?;
    for (k, v) in [("third", "x"), ("", "y"), ("foo", "z")] {
        match client.set(k, v.as_bytes()).await { Ok(()) => println!("set {k}"), Err(e) => println!("error: {e}") }
    }
    println!("{:?}", client.get("foo").await?.map(|v| String::from_utf8(v).unwrap()));
    let (resp, n) = oneshot::channel();
    client.tx.send(Command::Count(resp)).await?;
    println!("{:?}", n.await?);
    drop(client);
    println!("{}", manager.await?);
    Ok(())
}
