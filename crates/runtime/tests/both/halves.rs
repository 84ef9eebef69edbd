//! The halves of a connection, and what a connection says of itself.

use crate::net::connection;
use meanwhile_runtime::io::{AsyncReadExt, AsyncWriteExt};
use meanwhile_runtime::net::tcp::ReuniteError;
use meanwhile_runtime::net::{TcpListener, TcpStream, ToSocketAddrs, lookup_host};
use meanwhile_runtime::{join, println};
use std::fmt::Display;
use std::future::poll_fn;
use std::io::Result;

async fn count(addresses: impl ToSocketAddrs) -> Result<usize> {
    Ok(lookup_host(addresses).await?.count())
}

both!(a_connection_has_its_settings, "true 64 64\n1 1\n", {
    let (client, server) = connection().await?;
    client.set_nodelay(true)?;
    client.set_ttl(64)?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    listener.set_ttl(64)?;
    println!("{} {} {}", client.nodelay()?, client.ttl()?, listener.ttl()?);
    assert!(server.take_error()?.is_none());
    println!("{} {}", count("127.0.0.1:80").await?, count(("127.0.0.1", 80)).await?);
});

both!(a_listener_can_be_polled, "true\n", {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let (client, accepted) =
        join!(TcpStream::connect(listener.local_addr()?), poll_fn(|cx| listener.poll_accept(cx)));
    println!("{}", accepted?.1 == client?.local_addr()?);
});

both!(borrowed_halves_read_and_write, "ping\nWouldBlock\npong pong\ntrue true\n", {
    let (mut client, mut server) = connection().await?;
    let (mut reads, writes) = client.split();
    let (server_reads, server_writes) = server.split();
    writes.writable().await?;
    writes.try_write(b"ping")?;
    server_reads.readable().await?;
    let mut heard = [0; 4];
    server_reads.try_read(&mut heard)?;
    println!("{}", String::from_utf8_lossy(&heard));
    println!("{:?}", server_reads.try_read(&mut heard).unwrap_err().kind());
    server_writes.try_write(b"pong")?;
    let mut ahead = [0; 4];
    reads.peek(&mut ahead).await?;
    reads.read_exact(&mut heard).await?;
    println!("{} {}", String::from_utf8_lossy(&ahead), String::from_utf8_lossy(&heard));
    let agree = |one: Result<_>, other: Result<_>| Result::Ok(one? == other?);
    println!(
        "{} {}",
        agree(reads.local_addr(), server_reads.peer_addr())?,
        agree(writes.peer_addr(), server_writes.local_addr())?,
    );
});

fn shown(error: impl Display) -> String {
    error.to_string()
}

both!(owned_halves_are_reunited_with_their_own, "a\nnot the other half\ntrue true\nback again\nend\n", {
    let (client, server) = connection().await?;
    let (other, _) = connection().await?;
    let (mut reads, writes) = client.into_split();
    let (server_reads, mut server_writes) = server.into_split();
    server_writes.writable().await?;
    server_writes.try_write(b"a")?;
    reads.readable().await?;
    let mut heard = [0];
    reads.peek(&mut heard).await?;
    reads.try_read(&mut heard)?;
    println!("{}", String::from_utf8_lossy(&heard));
    let (_, stranger) = other.into_split();
    let ReuniteError(mut reads, stranger) = reads.reunite(stranger).unwrap_err();
    println!("not the other half");
    assert!(!shown(ReuniteError(server_reads, stranger)).is_empty());
    println!(
        "{} {}",
        reads.peer_addr()? == server_writes.local_addr()?,
        writes.local_addr()? == server_writes.peer_addr()?,
    );
    let mut rest = String::new();
    server_writes.write_all(b"back again").await?;
    // Dropped, a half ends what it writes; forgotten, it does not.
    writes.forget();
    drop(server_writes);
    reads.read_to_string(&mut rest).await?;
    println!("{rest}");
    println!("end");
});
