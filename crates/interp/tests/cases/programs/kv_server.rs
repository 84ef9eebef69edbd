// A store behind a listener of the loopback, commands as lines, one task for each connection.
use bytes::Bytes;
use std::collections::HashMap;
use std::io;
use std::str::FromStr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{broadcast, Semaphore};

type Db = Arc<Mutex<HashMap<String, Bytes>>>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Command { Get { key: String }, Set { key: String, val: Bytes }, Del(Vec<String>), Quit }

#[derive(Debug)]
enum CommandError { Empty, Unknown(String), Missing(&'static str) }

impl std::fmt::Display for CommandError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            CommandError::Empty => "empty command".fmt(f),
            CommandError::Unknown(name) => write!(f, "unknown command `{name}`"),
            CommandError::Missing(what) => write!(f, "missing {what}"),
        }
    }
}
impl std::error::Error for CommandError {}

impl FromStr for Command {
    type Err = CommandError;
    fn from_str(s: &str) -> Result<Self, Self::Err> {
        let mut parts = s.splitn(3, ' ');
        let name = parts.next().filter(|it| !it.is_empty()).ok_or(CommandError::Empty)?;
        let mut next = |what| parts.next().map(str::to_string).ok_or(CommandError::Missing(what));
        Ok(match name.to_ascii_lowercase().as_ref() {
            "get" => Command::Get { key: next("key")? },
            "set" => { let key = next("key")?; Command::Set { key, val: next("value")?.into() } }
            "del" => Command::Del(std::iter::from_fn(|| next("key").ok()).collect()),
            "quit" => Command::Quit,
            other => return Err(CommandError::Unknown(other.to_owned())),
        })
    }
}

struct Handler { db: Db, limit: Arc<Semaphore>, shutdown: broadcast::Receiver<()> }

impl Handler {
    fn apply(&self, command: Command) -> Option<String> {
        let mut db = self.db.lock().unwrap();
        Some(match command {
            Command::Get { key } => match db.get(&key) {
                Some(value) => format!("${} {}", value.len(), String::from_utf8_lossy(value)),
                None => "nil".to_string(),
            },
            Command::Set { key, val } => if db.insert(key, val).is_some() { "replaced".into() } else { "ok".into() },
            Command::Del(keys) => format!(":{}", keys.iter().filter(|k| db.remove(*k).is_some()).count()),
            Command::Quit => return None,
        })
    }

    async fn run(mut self, mut socket: TcpStream) -> io::Result<usize> {
        let _permit = self.limit.clone().acquire_owned().await.expect("open");
        let (reader, mut writer) = socket.split();
        let mut lines = BufReader::new(reader).lines();
        let mut served = 0;
        loop {
            let line = tokio::select! {
                line = lines.next_line() => match line? { Some(line) => line, None => break },
                _ = self.shutdown.recv() => { writer.write_all(b"bye\n").await?; break; }
            };
            let answer = match line.parse::<Command>() {
                Ok(command) => match self.apply(command) { Some(answer) => answer, None => break },
                Err(e) => format!("-ERR {e}"),
            };
            served += 1;
            writer.write_all(answer.as_bytes()).await?;
            writer.write_all(b"\n").await?;
        }
        Ok(served)
    }
}

async fn client(addr: std::net::SocketAddr, commands: &[&str]) -> io::Result<Vec<String>> {
    let stream = TcpStream::connect(addr).await?;
    let (reader, mut writer) = stream.into_split();
    let mut reader = BufReader::new(reader);
    let mut answers = vec![];
    for command in commands {
        writer.write_all(format!("{command}\n").as_bytes()).await?;
        let mut line = String::new();
        if reader.read_line(&mut line).await? == 0 { answers.push("<closed>".into()); break; }
        answers.push(line.trim_end().to_string());
    }
    Ok(answers)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let addr = listener.local_addr()?;
    println!("{} {}", addr.ip(), addr.port() != 0);
    let (shutdown, _) = broadcast::channel(1);
    let (db, limit): (Db, _) = (Default::default(), Arc::new(Semaphore::new(2)));
    let server = {
        let (shutdown, db) = (shutdown.clone(), db.clone());
        tokio::spawn(async move {
            let mut tasks = tokio::task::JoinSet::new();
            let mut stop = shutdown.subscribe();
            loop {
                tokio::select! {
                    accepted = listener.accept() => {
                        let (socket, _) = accepted.unwrap();
                        tasks.spawn(Handler { db: db.clone(), limit: limit.clone(), shutdown: shutdown.subscribe() }.run(socket));
                    }
                    _ = stop.recv() => break,
                }
            }
            let mut total = 0;
            while let Some(served) = tasks.join_next().await { total += served.unwrap().unwrap(); }
            total
        })
    };
    println!("{:?}", client(addr, &["SET hello world wide", "get hello", "GET nobody", "set hello x", "set k"]).await?);
    let a = client(addr, &["get hello", "nope", " ", "QUIT", "never"]).await;
    let b = client(addr, &["del hello zz"]).await;
    println!("{:?}\n{:?}", a?, b?);
    shutdown.send(())?;
    println!("served {}", server.await?);
    println!("{:?} {:?}", db.lock().unwrap().len(), Command::from_str("get").map_err(|e| e.to_string()));
    Ok(())
}
