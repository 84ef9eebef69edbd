//! What goes wrong with connections: nothing hangs, nothing is lost silently.

use crate::net::connection;
use meanwhile_runtime::io::{AsyncReadExt, AsyncWriteExt};
use meanwhile_runtime::net::{TcpListener, TcpStream, UdpSocket};
use meanwhile_runtime::time::{Duration, sleep, timeout};
use meanwhile_runtime::{RunConfig, join, println, spawn};
use std::fmt::Debug;
use std::io::Result;

/// Prints an error's kind and text.
#[track_caller]
fn tell<T: Debug>(result: Result<T>) {
    let error = result.unwrap_err();
    println!("{:?}: {error}", error.kind());
}

both!(
    a_port_in_use_cannot_be_bound,
    "AddrInUse: Address already in use (os error 98)\n".repeat(3).as_str(),
    {
        let _tcp = TcpListener::bind("127.0.0.1:8080").await?;
        tell(TcpListener::bind("127.0.0.1:8080").await);
        tell(TcpListener::bind("0.0.0.0:8080").await);
        let _udp = UdpSocket::bind("127.0.0.1:8080").await?;
        tell(UdpSocket::bind("localhost:8080").await);
    }
);

both!(nobody_listens, "ConnectionRefused: Connection refused (os error 111)\n", {
    tell(TcpStream::connect("127.0.0.1:8080").await);
});

both!(
    a_page_reaches_nobody_but_itself,
    "HostUnreachable: a page can only connect to itself (localhost, 127.0.0.1, [::1]), not to example.org\n\
     HostUnreachable: a page can only connect to itself (localhost, 127.0.0.1, [::1]), not to 93.184.215.14\n\
     AddrNotAvailable: Cannot assign requested address (os error 99)\n\
     InvalidInput: invalid socket address\n",
    {
        tell(TcpStream::connect("example.org:80").await);
        tell(TcpStream::connect("93.184.215.14:80").await);
        tell(TcpListener::bind("192.168.0.1:80").await);
        tell(TcpStream::connect("nonsense").await);
    }
);

both!(
    a_peer_that_goes_ends_what_is_read_and_breaks_what_is_written,
    "last words\n0\nBrokenPipe: Broken pipe (os error 32)\n",
    {
        let (mut client, mut server) = connection().await?;
        server.write_all(b"last words").await?;
        drop(server);
        let mut heard = [0; 10];
        client.read_exact(&mut heard).await?;
        println!("{}", String::from_utf8_lossy(&heard));
        println!("{}", client.read(&mut heard).await?);
        tell(client.write(b"hello?").await);
    }
);

both!(
    a_writer_that_waits_for_room_learns_that_the_peer_is_gone,
    "BrokenPipe: Broken pipe (os error 32)\n",
    {
        let (mut client, server) = connection().await?;
        let writing = spawn(async move { client.write_all(&[0; 100_000]).await });
        sleep(Duration::from_millis(1)).await;
        drop(server);
        tell(writing.await?);
    }
);

both!(
    a_listener_that_goes_ends_who_was_not_accepted,
    "0\nConnectionRefused: Connection refused (os error 111)\n",
    {
        let listener = TcpListener::bind("127.0.0.1:8080").await?;
        let mut client = TcpStream::connect("127.0.0.1:8080").await?;
        drop(listener);
        println!("{}", client.read(&mut [0; 4]).await?);
        tell(TcpStream::connect("127.0.0.1:8080").await);
    }
);

both!(a_full_backlog_makes_who_connects_wait, "1024 connected, the next waits\nand comes in\n", {
    let listener = TcpListener::bind("127.0.0.1:8080").await?;
    let mut clients = Vec::new();
    for _ in 0..1024 {
        clients.push(TcpStream::connect("127.0.0.1:8080").await?);
    }
    assert!(timeout(Duration::from_millis(5), TcpStream::connect("127.0.0.1:8080")).await.is_err());
    println!("{} connected, the next waits", clients.len());
    let (client, accepted) = join!(TcpStream::connect("127.0.0.1:8080"), listener.accept());
    client.and(accepted)?;
    println!("and comes in");
});

both!(a_dropped_accept_loses_no_connection, "accepted\n", {
    let listener = TcpListener::bind("127.0.0.1:8080").await?;
    assert!(timeout(Duration::from_millis(1), listener.accept()).await.is_err());
    TcpStream::connect("127.0.0.1:8080").await?;
    listener.accept().await?;
    println!("accepted");
});

both!(who_is_refused_can_try_again, virtual "refused 3 times\n", {
    let server = spawn(async {
        sleep(Duration::from_millis(25)).await;
        TcpListener::bind("127.0.0.1:8080").await
    });
    let mut refused = 0;
    while let Err(error) = TcpStream::connect("127.0.0.1:8080").await {
        assert_eq!(error.kind(), std::io::ErrorKind::ConnectionRefused);
        refused += 1;
        sleep(Duration::from_millis(10)).await;
    }
    drop(server.await??);
    println!("refused {refused} times");
});

fn without_places() -> RunConfig {
    RunConfig { panic_places: false, ..RunConfig::default() }
}

both!(
    a_task_that_panics_closes_its_connections_and_frees_its_port with without_places(),
    "\nthread 'main' panicked:\nout of coffee\nclient reads 0\nstill open: 2\nConnectionRefused\n",
    {
        let listener = TcpListener::bind("127.0.0.1:8080").await?;
        let server = spawn(async move {
            let (stream, _) = listener.accept().await.unwrap();
            let (other, _) = listener.accept().await.unwrap();
            let (mut reader, writer) = other.into_split();
            // What has been given away is not this task's any more.
            drop(spawn(async move {
                let mut writer = writer;
                sleep(Duration::from_millis(10)).await;
                writer.write_all(b"ok").await
            }));
            reader.read_exact(&mut [0; 3]).await.unwrap();
            let _held = (stream, listener);
            panic!("out of coffee");
        });
        let mut client = TcpStream::connect("127.0.0.1:8080").await?;
        let mut other = TcpStream::connect("127.0.0.1:8080").await?;
        other.write_all(b"now").await?;
        assert!(server.await.unwrap_err().is_panic());
        println!("client reads {}", client.read(&mut [0; 4]).await?);
        println!("still open: {}", other.read(&mut [0; 4]).await?);
        println!("{:?}", TcpStream::connect("127.0.0.1:8080").await.unwrap_err().kind());
    }
);
