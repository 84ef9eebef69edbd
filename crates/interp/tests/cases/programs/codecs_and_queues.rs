// Text protocol & codecs: tokio_util codec Framed over duplex, StreamMap, DelayQueue, pin_project_lite-free timeouts, io helpers
use bytes::{Buf, BufMut, BytesMut};
use futures::{SinkExt, StreamExt, TryStreamExt, stream};
use std::collections::HashMap;
use std::io::{self, ErrorKind};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader, DuplexStream, copy, duplex, split};
use tokio::sync::{mpsc, watch};
use tokio::time::{Instant, sleep};
use tokio_stream::{
    StreamMap,
    wrappers::{LinesStream, UnboundedReceiverStream, WatchStream},
};
use tokio_util::codec::{
    Decoder, Encoder, Framed, FramedRead, FramedWrite, LengthDelimitedCodec, LinesCodec, LinesCodecError,
};
use tokio_util::time::DelayQueue;

#[derive(Debug, Clone, PartialEq)]
enum Packet {
    Ping(u32),
    Text { to: u8, body: String },
    Close,
}
#[derive(Debug, thiserror::Error)]
enum ProtoError {
    #[error("unknown opcode {0:#04x}")]
    Opcode(u8),
    #[error("text is not utf-8: {0}")]
    Utf8(#[from] std::string::FromUtf8Error),
    #[error("io: {0}")]
    Io(#[from] io::Error),
}
#[derive(Default)]
struct PacketCodec {
    seen: usize,
}
impl Decoder for PacketCodec {
    type Item = Packet;
    type Error = ProtoError;
    fn decode(&mut self, src: &mut BytesMut) -> Result<Option<Packet>, ProtoError> {
        let Some(&op) = src.first() else { return Ok(None) };
        let packet = match op {
            1 if src.len() >= 5 => {
                src.advance(1);
                Packet::Ping(src.get_u32())
            }
            2 if src.len() >= 3 => {
                let len = usize::from(src[2]);
                if src.len() < 3 + len {
                    src.reserve(3 + len - src.len());
                    return Ok(None);
                }
                let head = src.split_to(3);
                let body = src.split_to(len).to_vec();
                Packet::Text { to: head[1], body: String::from_utf8(body)? }
            }
            3 => {
                src.clear();
                Packet::Close
            }
            1 | 2 => return Ok(None),
            other => return Err(ProtoError::Opcode(other)),
        };
        self.seen += 1;
        Ok(Some(packet))
    }
}
impl Encoder<&Packet> for PacketCodec {
    type Error = ProtoError;
    fn encode(&mut self, p: &Packet, dst: &mut BytesMut) -> Result<(), Self::Error> {
        match p {
            Packet::Ping(n) => {
                dst.put_u8(1);
                dst.put_u32(*n);
            }
            Packet::Text { to, body } => {
                if body.len() > 255 {
                    return Err(io::Error::new(ErrorKind::InvalidInput, "too long").into());
                }
                dst.put_slice(&[2, *to, body.len() as u8]);
                dst.put(body.as_bytes());
            }
            Packet::Close => dst.put_u8(3),
        }
        Ok(())
    }
}

async fn server(io: DuplexStream) -> Result<usize, ProtoError> {
    let mut framed = Framed::new(io, PacketCodec::default());
    while let Some(p) = framed.try_next().await? {
        match p {
            Packet::Ping(n) => framed.send(&Packet::Ping(n.wrapping_mul(2))).await?,
            Packet::Text { to, body } => {
                framed
                    .send(&Packet::Text { to: to.rotate_left(4), body: body.chars().rev().collect() })
                    .await?
            }
            Packet::Close => break,
        }
    }
    Ok(framed.codec().seen)
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (a, b) = duplex(7);
    let srv = tokio::spawn(server(b));
    let mut client = Framed::new(a, PacketCodec::default());
    for p in [Packet::Ping(u32::MAX), Packet::Text { to: 0x1f, body: "héllo".into() }] {
        client.send(&p).await?;
        println!("{:?}", StreamExt::next(&mut client).await.transpose()?);
    }
    println!("{}", client.send(&Packet::Text { to: 0, body: "x".repeat(256) }).await.unwrap_err());
    client.send(&Packet::Close).await?;
    println!("server saw {:?}", srv.await?);
    let (mut raw, b) = duplex(64);
    let srv = tokio::spawn(server(b));
    raw.write_all(&[2, 1, 2, 0xff, 0xfe]).await?;
    println!("{}", srv.await?.unwrap_err());
    let mut odd = FramedRead::new(&[9u8, 1][..], PacketCodec::default());
    println!("{:?}", odd.try_next().await.map_err(|e| e.to_string()));

    let (c, d) = duplex(256);
    let mut w = FramedWrite::new(c, LinesCodec::new());
    let mut r = FramedRead::new(d, LinesCodec::new_with_max_length(8));
    w.send_all(&mut stream::iter(["one", "two", "a very long line", "end"].map(Ok::<_, LinesCodecError>)))
        .await?;
    drop(w);
    while let Some(line) = StreamExt::next(&mut r).await {
        println!("{:?}", line.map_err(|e| e.to_string()));
    }
    let (c, d) = duplex(1024);
    let mut tx = FramedWrite::new(c, LengthDelimitedCodec::builder().length_field_length(2).new_codec());
    tx.send(bytes::Bytes::from("hello")).await?;
    tx.send(bytes::Bytes::from(vec![1, 2, 3])).await?;
    SinkExt::<bytes::Bytes>::close(&mut tx).await?;
    drop(tx);
    let mut all = Vec::new();
    BufReader::new(d).read_to_end(&mut all).await?;
    println!("{all:?}");

    let (c, d) = duplex(16);
    let (mut rd, mut wr) = split(d);
    let echo = tokio::spawn(async move { copy(&mut rd, &mut wr).await });
    let (cr, mut cw) = split(c);
    tokio::spawn(async move {
        for l in ["alpha\n", "be", "ta\r\n", "gamma"] {
            cw.write_all(l.as_bytes()).await.unwrap();
            sleep(Duration::from_millis(3)).await;
        }
        cw.shutdown().await.unwrap();
    });
    let lines: Vec<String> = LinesStream::new(BufReader::new(cr).lines()).try_collect().await?;
    println!("{lines:?} {}", echo.await??);
    let mut reader = BufReader::new("k=v;x=y;;tail".as_bytes());
    let mut parts = vec![];
    loop {
        let mut buf = vec![];
        if reader.read_until(b';', &mut buf).await? == 0 {
            break;
        }
        parts.push(String::from_utf8(buf)?);
    }
    println!("{parts:?}");
    let mut four = [0; 4];
    println!("{:?}", (&b"abc"[..]).read_exact(&mut four).await.map_err(|e| (e.kind(), e.to_string())));

    let t0 = Instant::now();
    let mut queue = DelayQueue::new();
    let keys: HashMap<_, _> = [("slow", 50u64), ("fast", 10), ("gone", 20), ("late", 30)]
        .into_iter()
        .map(|(n, ms)| (n, queue.insert(n, Duration::from_millis(ms))))
        .collect();
    println!("removed {}", queue.remove(&keys["gone"]).into_inner());
    queue.reset(&keys["fast"], Duration::from_millis(40));
    while let Some(e) = StreamExt::next(&mut queue).await {
        println!("{} at {:?}", e.get_ref(), t0.elapsed());
    }
    let mut map = StreamMap::new();
    let (tx1, rx1) = mpsc::unbounded_channel();
    map.insert("nums", UnboundedReceiverStream::new(rx1).boxed());
    map.insert("fixed", stream::iter([10, 20]).boxed());
    tx1.send(1)?;
    drop(tx1);
    let mut got: Vec<(&str, i32)> = map.collect().await;
    got.sort();
    println!("{got:?}");
    let (wtx, wrx) = watch::channel(0);
    let watcher = tokio::spawn(tokio_stream::StreamExt::collect::<Vec<i32>>(WatchStream::new(wrx)));
    for i in 1..4 {
        tokio::task::yield_now().await;
        wtx.send_if_modified(|v| {
            *v = i;
            i != 2
        });
    }
    tokio::task::yield_now().await;
    drop(wtx);
    println!("{:?}", watcher.await?);
    let slow = stream::unfold(0u64, |n| async move {
        sleep(Duration::from_millis(n * 10)).await;
        (n < 4).then_some((n, n + 1))
    });
    let timed: Vec<_> = tokio_stream::StreamExt::timeout(slow, Duration::from_millis(25))
        .map(|r| r.map_err(|e| e.to_string()))
        .take(6)
        .collect()
        .await;
    println!("{timed:?}");
    Ok(())
}
