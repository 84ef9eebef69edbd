// A chat room over duplex pipes: an actor, broadcast, oneshot answers, select in a loop.
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::Duration;
use tokio::io::{duplex, split, AsyncBufReadExt, AsyncWriteExt, BufReader, DuplexStream, ReadHalf, WriteHalf};
use tokio::sync::{broadcast, mpsc, oneshot};
use tokio::task::JoinHandle;
use tokio::time::sleep;

type Line = std::sync::Arc<str>;

#[derive(Debug)]
enum RoomCommand {
    Join { name: String, reply: oneshot::Sender<Result<(usize, broadcast::Receiver<Line>), String>> },
    Say { from: String, text: String },
    Rename { from: String, to: String, reply: oneshot::Sender<bool> },
    Who(oneshot::Sender<Vec<String>>),
    Leave(String),
}

struct Room {
    members: BTreeMap<String, usize>,
    lines: broadcast::Sender<Line>,
    said: HashMap<String, u32>,
}

impl Room {
    fn spawn(mut commands: mpsc::Receiver<RoomCommand>) -> JoinHandle<HashMap<String, u32>> {
        let (lines, _) = broadcast::channel(16);
        let mut room = Room { members: BTreeMap::new(), lines, said: HashMap::new() };
        tokio::spawn(async move {
            while let Some(command) = commands.recv().await {
                if room.handle(command).is_break() {
                    break;
                }
            }
            room.said
        })
    }

    fn announce(&self, text: impl AsRef<str>) {
        let _ = self.lines.send(text.as_ref().into());
    }

    fn handle(&mut self, command: RoomCommand) -> ControlFlow<()> {
        use RoomCommand::*;
        match command {
            Join { name, reply } if self.members.contains_key(&name) => {
                let _ = reply.send(Err(format!("{name} is taken")));
            }
            Join { name, reply } => {
                self.announce(format!("* {name} joins"));
                let number = self.members.len() + 1;
                self.members.insert(name, number);
                reply.send(Ok((number, self.lines.subscribe()))).ok();
            }
            Say { from, text } => {
                *self.said.entry(from.clone()).or_insert(0) += 1;
                self.announce(format!("<{from}> {text}"));
            }
            Rename { from, to, reply } => {
                let free = !self.members.contains_key(&to);
                if let (true, Some(n)) = (free, self.members.remove(&from)) {
                    self.announce(format!("* {from} is now {to}"));
                    self.members.insert(to, n);
                }
                let _ = reply.send(free);
            }
            Who(reply) => drop(reply.send(self.members.keys().cloned().collect())),
            Leave(name) => {
                self.members.remove(&name);
                self.announce(format!("* {name} leaves"));
                if self.members.is_empty() {
                    return ControlFlow::Break(());
                }
            }
        }
        ControlFlow::Continue(())
    }
}

async fn session(stream: DuplexStream, room: mpsc::Sender<RoomCommand>) -> std::io::Result<()> {
    let (reader, mut writer): (ReadHalf<_>, WriteHalf<_>) = split(stream);
    let mut input = BufReader::new(reader).lines();
    writer.write_all(b"name?\n").await?;
    let (mut name, mut lines) = loop {
        let Some(name) = input.next_line().await? else { return Ok(()) };
        let (reply, answer) = oneshot::channel();
        room.send(RoomCommand::Join { name: name.clone(), reply }).await.expect("the room is open");
        match answer.await.expect("the room answers") {
            Ok((number, lines)) => {
                writer.write_all(format!("hello {name}, you are #{number}\n").as_bytes()).await?;
                break (name, lines);
            }
            Err(why) => writer.write_all(format!("{why}, another name?\n").as_bytes()).await?,
        }
    };
    loop {
        tokio::select! {
            biased;
            line = lines.recv() => match line {
                Ok(line) => {
                    writer.write_all(line.as_bytes()).await?;
                    writer.write_all(b"\n").await?;
                }
                Err(broadcast::error::RecvError::Lagged(n)) => writer.write_all(format!("({n} lines lost)\n").as_bytes()).await?,
                Err(broadcast::error::RecvError::Closed) => break,
            },
            line = input.next_line() => match line?.as_deref().map(str::trim) {
                None | Some("/quit") => break,
                Some("") => continue,
                Some("/who") => {
                    let (tx, rx) = oneshot::channel();
                    let _ = room.send(RoomCommand::Who(tx)).await;
                    let names = rx.await.unwrap_or_default();
                    let mut text = String::new();
                    for (i, n) in names.iter().enumerate() {
                        write!(text, "{}{n}", if i > 0 { ", " } else { "here: " }).unwrap();
                    }
                    text.push('\n');
                    writer.write_all(text.as_bytes()).await?;
                }
                Some(command) if command.starts_with("/nick ") => {
                    let to = command["/nick ".len()..].to_string();
                    let (reply, rx) = oneshot::channel();
                    let _ = room.send(RoomCommand::Rename { from: name.clone(), to: to.clone(), reply }).await;
                    if matches!(rx.await, Ok(true)) {
                        name = to;
                    } else {
                        writer.write_all(b"taken\n").await?;
                    }
                }
                Some(text) => {
                    let say = RoomCommand::Say { from: name.clone(), text: text.to_owned() };
                    let _ = room.send(say).await;
                }
            },
        }
    }
    let _ = room.send(RoomCommand::Leave(name)).await;
    writer.write_all(b"bye\n").await?;
    writer.shutdown().await
}

struct Client {
    writer: WriteHalf<DuplexStream>,
    transcript: JoinHandle<Vec<String>>,
}

impl Client {
    fn connect(room: &mpsc::Sender<RoomCommand>) -> Self {
        let (mine, theirs) = duplex(256);
        let room = room.clone();
        tokio::spawn(async move { session(theirs, room).await.unwrap() });
        let (reader, writer) = split(mine);
        let transcript = tokio::spawn(async move {
            let mut lines = BufReader::new(reader).lines();
            let mut all = Vec::new();
            while let Ok(Some(line)) = lines.next_line().await {
                all.push(line);
            }
            all
        });
        Client { writer, transcript }
    }

    async fn type_line(&mut self, line: &str) {
        self.writer.write_all(line.as_bytes()).await.unwrap();
        self.writer.write_all(b"\n").await.unwrap();
        sleep(Duration::from_millis(10)).await;
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let (room, commands) = mpsc::channel(8);
    let ended = Room::spawn(commands);
    let mut ann = Client::connect(&room);
    let mut bob = Client::connect(&room);
    drop(room);
    ann.type_line("ann").await;
    bob.type_line("ann").await;
    bob.type_line("bob").await;
    ann.type_line("hi there").await;
    bob.type_line("/who").await;
    bob.type_line("/nick ann").await;
    bob.type_line("/nick rob").await;
    bob.type_line("  hello  ").await;
    bob.type_line("").await;
    ann.type_line("/quit").await;
    bob.type_line("alone?").await;
    bob.type_line("/quit").await;
    for (who, client) in [("ann", ann), ("bob", bob)] {
        println!("--- {who}");
        for line in client.transcript.await.unwrap() {
            println!("{line}");
        }
    }
    let mut said: Vec<(String, u32)> = ended.await.unwrap().into_iter().collect();
    said.sort();
    println!("{said:?}");
}
