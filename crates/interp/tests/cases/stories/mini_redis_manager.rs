// A task that owns the state and answers over oneshot channels, as the tokio tutorial has it.
use bytes::Bytes;
use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use tokio::sync::{mpsc, oneshot};

type Responder<T> = oneshot::Sender<Result<T, String>>;

#[derive(Debug)]
enum Command {
    Get { key: String, resp: Responder<Option<Bytes>> },
    Set { key: String, val: Bytes, resp: Responder<()> },
}

type ShardedDb = Arc<Vec<Mutex<HashMap<String, Vec<u8>>>>>;

fn new_sharded_db(num_shards: usize) -> ShardedDb {
    let mut db = Vec::with_capacity(num_shards);
    for _ in 0..num_shards { db.push(Mutex::new(HashMap::new())); }
    Arc::new(db)
}

#[tokio::main]
async fn main() {
    let (tx, mut rx) = mpsc::channel(32);
    let tx2 = tx.clone();
    let manager = tokio::spawn(async move {
        let mut client: HashMap<String, Bytes> = HashMap::new();
        while let Some(cmd) = rx.recv().await {
            match cmd {
                Command::Get { key, resp } => {
                    let res = client.get(&key).cloned();
                    let _ = resp.send(Ok(res));
                }
                Command::Set { key, val, resp } => {
                    let res = if key.is_empty() { Err("empty key".to_string()) } else { client.insert(key, val); Ok(()) };
                    let _ = resp.send(res);
                }
            }
        }
        client.len()
    });
    let t2 = tokio::spawn(async move {
        for key in ["foo", ""] {
            let (resp_tx, resp_rx) = oneshot::channel();
            let cmd = Command::Set { key: key.to_string(), val: "bar".into(), resp: resp_tx };
            if tx2.send(cmd).await.is_err() { eprintln!("connection task shutdown"); return; }
            let res = resp_rx.await;
            println!("GOT (Set) = {:?}", res);
        }
    });
    t2.await.unwrap();
    let t1 = tokio::spawn(async move {
        let (resp_tx, resp_rx) = oneshot::channel();
        let cmd = Command::Get { key: "foo".to_string(), resp: resp_tx };
        tx.send(cmd).await.unwrap();
        let res = resp_rx.await;
        println!("GOT (Get) = {:?}", res);
    });
    t1.await.unwrap();
    println!("{}", manager.await.unwrap());

    let db = new_sharded_db(4);
    let mut handles = Vec::new();
    for i in 0..8usize {
        let db = db.clone();
        handles.push(tokio::spawn(async move {
            let key = format!("key{i}");
            let shard = key.bytes().map(usize::from).sum::<usize>() % db.len();
            let mut shard = db[shard].lock().unwrap();
            shard.insert(key, vec![i as u8]);
        }));
    }
    for handle in handles { handle.await.unwrap(); }
    let sizes: Vec<usize> = db.iter().map(|shard| shard.lock().unwrap().len()).collect();
    println!("{sizes:?} {}", sizes.iter().sum::<usize>());
}
