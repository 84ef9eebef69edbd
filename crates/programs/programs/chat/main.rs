//! A chat: whatever one member says, the room sends to all.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader, split};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::broadcast::{self, Sender};
use tokio::time::sleep;

async fn serve(listener: TcpListener) -> io::Result<()> {
    let (room, _) = broadcast::channel(16);
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(member(stream, room.clone()));
    }
}

/// One member, as the server sees it: waits for a line from the member and for one from the room.
async fn member(stream: TcpStream, room: Sender<String>) -> io::Result<()> {
    let mut messages = room.subscribe();
    let (reader, mut writer) = split(stream);
    let mut lines = BufReader::new(reader).lines();
    loop {
        tokio::select! {
            line = lines.next_line() => match line? {
                Some(line) => {
                    println!("{line}");
                    room.send(line).expect("this member listens too");
                }
                None => return Ok(()), // the member has left
            },
            Ok(message) = messages.recv() => {
                writer.write_all(format!("{message}\n").as_bytes()).await?;
            }
        }
    }
}

/// One member, as the member sees it: says one line, and leaves after having heard three.
async fn client(name: &str, text: &str, wait_ms: u64, server: SocketAddr) -> io::Result<String> {
    let (reader, mut writer) = split(TcpStream::connect(server).await?);
    let mut lines = BufReader::new(reader).lines();
    sleep(Duration::from_millis(wait_ms)).await;
    writer.write_all(format!("{name}: {text}\n").as_bytes()).await?;

    let mut heard = 0;
    while heard < 3 && lines.next_line().await?.is_some() {
        heard += 1;
    }
    Ok(format!("{name} heard {heard} lines"))
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));

    let (ann, bob, cid) = tokio::try_join!(
        client("Ann", "is anybody here?", 100, address),
        client("Bob", "I am", 200, address),
        client("Cid", "me too", 300, address),
    )?;
    println!("{ann}\n{bob}\n{cid}");
    server.abort();
    Ok(())
}
