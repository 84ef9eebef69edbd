//! Whole servers with their clients in one run.

use meanwhile_runtime::future::join_all;
use meanwhile_runtime::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, copy, split};
use meanwhile_runtime::net::{TcpListener, TcpStream};
use meanwhile_runtime::sync::broadcast;
use meanwhile_runtime::time::{Duration, sleep};
use meanwhile_runtime::{println, select, spawn};
use std::io::Result;
use std::net::SocketAddr;

async fn echo_server(listener: TcpListener) -> Result<()> {
    loop {
        let (mut stream, _) = listener.accept().await?;
        spawn(async move {
            let (mut reader, mut writer) = stream.split();
            copy(&mut reader, &mut writer).await
        });
    }
}

both!(an_echo_server, "client 0: hello 0\nclient 1: hello 1\nclient 2: hello 2\n", {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = spawn(echo_server(listener));
    let clients = (0..3).map(async |number| -> Result<String> {
        let mut stream = TcpStream::connect(address).await?;
        stream.write_all(format!("hello {number}").as_bytes()).await?;
        stream.shutdown().await?;
        let mut heard = String::new();
        stream.read_to_string(&mut heard).await?;
        Ok(heard)
    });
    for (number, heard) in join_all(clients).await.into_iter().enumerate() {
        println!("client {number}: {}", heard?);
    }
    server.abort();
});

async fn chat_server(listener: TcpListener) -> Result<()> {
    let (room, _) = broadcast::channel(16);
    loop {
        let (stream, _) = listener.accept().await?;
        spawn(chat_member(stream, room.clone()));
    }
}

async fn chat_member(stream: TcpStream, room: broadcast::Sender<String>) -> Result<()> {
    let mut messages = room.subscribe();
    let (reader, mut writer) = split(stream);
    let mut lines = BufReader::new(reader).lines();
    loop {
        select! {
            line = lines.next_line() => match line? {
                Some(line) => drop(room.send(line)),
                None => return Ok(()),
            },
            Ok(message) = messages.recv() => writer.write_all(format!("{message}\n").as_bytes()).await?,
        }
    }
}

async fn chat_client(name: &str, text: &str, after_ms: u64, server: SocketAddr) -> Result<String> {
    let (reader, mut writer) = split(TcpStream::connect(server).await?);
    let mut lines = BufReader::new(reader).lines();
    sleep(Duration::from_millis(after_ms)).await;
    writer.write_all(format!("{name}: {text}\n").as_bytes()).await?;
    let mut heard = Vec::new();
    while heard.len() < 3
        && let Some(line) = lines.next_line().await?
    {
        heard.push(line);
    }
    Ok(format!("{name} heard {}", heard.join(", ")))
}

both!(
    a_chat_of_three,
    "Ann heard Ann: anybody?, Bob: yes, Cid: me too\n\
     Bob heard Ann: anybody?, Bob: yes, Cid: me too\n\
     Cid heard Ann: anybody?, Bob: yes, Cid: me too\n",
    {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let server = spawn(chat_server(listener));
        let clients = [("Ann", "anybody?", 20), ("Bob", "yes", 40), ("Cid", "me too", 60)];
        let heard = join_all(clients.map(|(name, text, ms)| chat_client(name, text, ms, address))).await;
        for line in heard {
            println!("{}", line?);
        }
        server.abort();
    }
);

async fn http_server(listener: TcpListener) -> Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        spawn(http_answer(stream));
    }
}

async fn http_answer(stream: TcpStream) -> Result<()> {
    let mut stream = BufReader::new(stream);
    let mut request = String::new();
    while stream.read_line(&mut request).await? > "\r\n".len() {}
    let path = request.split_whitespace().nth(1).unwrap_or("/");
    sleep(Duration::from_millis(10)).await;
    let body = path.repeat(2000);
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n", body.len());
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await?;
    stream.shutdown().await
}

async fn http_get(path: String, server: SocketAddr) -> Result<usize> {
    let mut stream = TcpStream::connect(server).await?;
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: {server}\r\n\r\n").as_bytes()).await?;
    let mut response = String::new();
    stream.read_to_string(&mut response).await?;
    let (head, body) = response.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("HTTP/1.1 200 OK"), "{head}");
    assert_eq!(body, path.repeat(2000));
    Ok(body.len())
}

both!(a_web_server_with_200_connections_at_once, "200 answers, 2980000 bytes\n", {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let server = spawn(http_server(listener));
    let answers = join_all((0..200).map(|it| http_get(format!("/page{it}"), address))).await;
    let sizes = answers.into_iter().collect::<Result<Vec<_>>>()?;
    println!("{} answers, {} bytes", sizes.len(), sizes.iter().sum::<usize>());
    server.abort();
});
