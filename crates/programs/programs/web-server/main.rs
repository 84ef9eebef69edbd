//! A small web server and five clients, all in one program. Every connection is a task of its own.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use futures::future::try_join_all;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::sleep;

async fn serve(listener: TcpListener) -> io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        tokio::spawn(answer(stream));
    }
}

/// Reads one request and answers it, as HTTP/1.1 wants it.
async fn answer(stream: TcpStream) -> io::Result<()> {
    let mut stream = BufReader::new(stream);
    let mut request = String::new();
    while stream.read_line(&mut request).await? > "\r\n".len() {} // an empty line is the end
    let path = request.split_whitespace().nth(1).unwrap_or("/"); // GET /soup HTTP/1.1

    sleep(Duration::from_millis(200)).await; // the kitchen is at work
    let body = format!("you asked for {path}");
    let length = body.len();
    let head = format!("HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(body.as_bytes()).await?;
    stream.shutdown().await
}

async fn get(path: &str, address: SocketAddr) -> io::Result<String> {
    let mut stream = TcpStream::connect(address).await?;
    let request = format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut response = String::new();
    stream.read_to_string(&mut response).await?; // until the server closes
    Ok(response)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?; // port 0: any free one
    let address = listener.local_addr()?;
    let server = tokio::spawn(serve(listener));

    let paths = ["/soup", "/salad", "/tea", "/bread", "/cake"];
    let responses = try_join_all(paths.map(|path| get(path, address))).await?;
    for (path, response) in paths.iter().zip(&responses) {
        let status = response.lines().next().unwrap_or_default();
        let body = response.lines().last().unwrap_or_default();
        println!("{path}: {status}: {body}");
    }
    server.abort();
    Ok(())
}
