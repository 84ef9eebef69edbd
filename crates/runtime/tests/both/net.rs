//! Connections: what arrives, who waits, and how they end.

use meanwhile_runtime::io::{AsyncReadExt, AsyncWriteExt};
use meanwhile_runtime::net::{TcpListener, TcpStream, UdpSocket, lookup_host};
use meanwhile_runtime::time::{Duration, Instant, sleep, timeout};
use meanwhile_runtime::{join, println, spawn};
use std::io::Result;

/// Both ends of a connection: who connected, who accepted.
pub(crate) async fn connection() -> Result<(TcpStream, TcpStream)> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let (client, server) = join!(TcpStream::connect(listener.local_addr()?), listener.accept());
    Ok((client?, server?.0))
}

both!(both_ends_agree_on_their_addresses, "127.0.0.1:8080\ntrue true\n", {
    let listener = TcpListener::bind("127.0.0.1:8080").await?;
    println!("{}", listener.local_addr()?);
    let client = TcpStream::connect("localhost:8080").await?;
    let (server, address) = listener.accept().await?;
    println!(
        "{} {}",
        client.local_addr()? == address && server.peer_addr()? == address,
        client.peer_addr()? == server.local_addr()?,
    );
});

both!(port_0_gives_free_ports_and_a_dropped_listener_frees_its_own, "true true\nbound again\n", {
    let first = TcpListener::bind("127.0.0.1:0").await?;
    let second = TcpListener::bind(("127.0.0.1", 0)).await?;
    let (a, b) = (first.local_addr()?, second.local_addr()?);
    println!("{} {}", a != b, a.port() >= 49152);
    drop(first);
    TcpListener::bind(a).await?;
    println!("bound again");
});

both!(a_wildcard_listens_on_every_address_of_its_family, "127.0.0.1:7000\nConnectionRefused\n", {
    let listener = TcpListener::bind("0.0.0.0:7000").await?;
    let client = TcpStream::connect("0.0.0.0:7000").await?;
    println!("{}", client.peer_addr()?);
    println!("{:?}", TcpStream::connect("[::1]:7000").await.unwrap_err().kind());
    drop(listener);
});

both!(an_accept_waits_for_a_connect, "connected after 20 ms\nDrop\n", {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    let start = Instant::now();
    let client = spawn(async move {
        sleep(Duration::from_millis(20)).await;
        TcpStream::connect(address).await.map(drop)
    });
    let (mut server, _) = listener.accept().await?;
    let waited = start.elapsed();
    println!("connected after {} ms", if waited.as_millis() >= 20 { 20 } else { waited.as_millis() });
    client.await??;
    assert_eq!(server.read(&mut [0; 8]).await?, 0);
    println!("Drop");
});

both!(connections_are_accepted_in_the_order_in_which_they_came, "a b c \n", {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;
    for name in ["a ", "b ", "c "] {
        TcpStream::connect(address).await?.write_all(name.as_bytes()).await?;
    }
    let mut heard = String::new();
    for _ in 0..3 {
        listener.accept().await?.0.read_to_string(&mut heard).await?;
    }
    println!("{heard}");
});

both!(
    a_writer_waits_when_64_kib_are_under_way,
    "65536 written, then WouldBlock\n100000 bytes, all of them right\n",
    {
        let (mut client, mut server) = connection().await?;
        let bytes: Vec<u8> = (0..100_000u32).map(|it| it as u8).collect();
        let written = client.try_write(&bytes)?;
        println!("{written} written, then {:?}", client.try_write(&bytes).unwrap_err().kind());
        assert!(timeout(Duration::from_millis(5), client.writable()).await.is_err());
        let rest = bytes[written..].to_vec();
        let writing = spawn(async move { client.write_all(&rest).await });
        let mut heard = Vec::new();
        server.read_to_end(&mut heard).await?;
        writing.await??;
        println!(
            "{} bytes, {}",
            heard.len(),
            if heard == bytes { "all of them right" } else { "some wrong" }
        );
    }
);

both!(shutdown_ends_one_direction_alone, "server heard: question\nclient heard: answer\nBrokenPipe\n", {
    let (mut client, mut server) = connection().await?;
    client.write_all(b"question").await?;
    client.shutdown().await?;
    let mut question = String::new();
    server.read_to_string(&mut question).await?;
    println!("server heard: {question}");
    server.write_all(b"answer").await?;
    drop(server);
    let mut answer = String::new();
    client.read_to_string(&mut answer).await?;
    println!("client heard: {answer}");
    println!("{:?}", client.write_all(b"more").await.unwrap_err().kind());
});

both!(what_is_peeked_is_still_there, "4 pee\n\"peek\"\nWouldBlock\n", {
    let (mut client, server) = connection().await?;
    client.write_all(b"peek").await?;
    server.readable().await?;
    let mut few = [0; 3];
    let mut many = [0; 9];
    server.peek(&mut few).await?;
    println!("{} {}", server.peek(&mut many).await?, String::from_utf8_lossy(&few));
    let count = server.try_read(&mut many)?;
    println!("{:?}", String::from_utf8_lossy(&many[..count]));
    println!("{:?}", server.try_read(&mut many).unwrap_err().kind());
    drop(client.shutdown().await);
});

both!(
    halves_go_to_different_tasks_and_come_together_again,
    "reunited with 127.0.0.1:9\nnot of one socket\n",
    {
        let listener = TcpListener::bind("127.0.0.1:9").await?;
        let (mut reader, writer) = TcpStream::connect("127.0.0.1:9").await?.into_split();
        let (server, _) = listener.accept().await?;
        let (mut from_client, mut to_client) = server.into_split();
        let writing = spawn(async move {
            let mut writer = writer;
            writer.write_all(b"hello").await.map(|()| writer)
        });
        let mut heard = [0; 5];
        from_client.read_exact(&mut heard).await?;
        to_client.write_all(&heard).await?;
        reader.read_exact(&mut heard).await?;
        let writer = writing.await??;
        let error = reader.reunite(to_client).unwrap_err();
        let (reader, to_client) = (error.0, error.1);
        println!("reunited with {}", reader.reunite(writer)?.peer_addr()?);
        drop((from_client, to_client));
        println!("not of one socket");
    }
);

both!(dropping_the_half_that_writes_ends_what_the_peer_reads, "0\nstill open: 2\n", {
    let (client, mut server) = connection().await?;
    let (mut reader, writer) = client.into_split();
    drop(writer);
    println!("{}", server.read(&mut [0; 4]).await?);
    server.write_all(b"ok").await?;
    println!("still open: {}", reader.read(&mut [0; 4]).await?);
});

both!(
    datagrams_arrive_whole_and_say_from_where,
    "5 from a: hello\n2: he\nNotConnected\nrefused: InvalidInput\n",
    {
        let a = UdpSocket::bind("127.0.0.1:0").await?;
        let b = UdpSocket::bind("127.0.0.1:0").await?;
        assert_eq!(a.send_to(b"hello", b.local_addr()?).await?, 5);
        let mut buf = [0; 16];
        let (count, from) = b.recv_from(&mut buf).await?;
        let name = if from == a.local_addr()? { "a" } else { "nobody" };
        println!("{count} from {name}: {}", String::from_utf8_lossy(&buf[..count]));

        assert_eq!(a.peer_addr().unwrap_err().kind(), std::io::ErrorKind::NotConnected);
        a.connect(b.local_addr()?).await?;
        assert_eq!(a.peer_addr()?, b.local_addr()?);
        b.connect(a.local_addr()?).await?;
        let stranger = UdpSocket::bind("127.0.0.1:0").await?;
        stranger.send_to(b"not let in", b.local_addr()?).await?;
        let (received, sent) = join!(b.recv(&mut buf[..2]), a.send(b"hello"));
        println!("{}: {}", received?, String::from_utf8_lossy(&buf[..2]));
        assert_eq!(sent?, 5);
        println!("{:?}", stranger.send(b"?").await.unwrap_err().kind());
        // Nobody there: lost without a word, as on a network.
        stranger.send_to(b"?", "127.0.0.1:1").await?;
        println!("refused: {:?}", a.send(&vec![0; 65_508]).await.unwrap_err().kind());
    }
);

both!(hosts_are_looked_up, "127.0.0.1:80\n", {
    let addresses: Vec<_> = lookup_host("localhost:80").await?.collect();
    println!("{}", addresses[0]);
});
