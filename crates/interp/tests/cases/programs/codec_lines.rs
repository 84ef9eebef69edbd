// tokio-util's codecs: lines, frames with a length, and one of one's own, over a duplex pipe; sinks and streams.
use bytes::{Buf, BufMut, Bytes, BytesMut};
use futures::{SinkExt, StreamExt, TryStreamExt};
use std::io;
use tokio::io::duplex;
use tokio_util::codec::{Decoder, Encoder, Framed, FramedRead, FramedWrite, LengthDelimitedCodec, LinesCodec, LinesCodecError};

#[derive(Debug, Clone, PartialEq)]
enum Packet { Number(u16), Text(String) }
#[derive(Debug, Default)]
struct PacketCodec { decoded: usize }
impl Decoder for PacketCodec {
    type Item = Packet;
    type Error = io::Error;
    fn decode(&mut self, src: &mut BytesMut) -> Result<Option<Packet>, io::Error> {
        let Some(&tag) = src.first() else { return Ok(None) };
        let packet = match tag {
            b'n' => { if src.len() < 3 { return Ok(None); } src.advance(1); Packet::Number(src.get_u16()) }
            b't' => {
                if src.len() < 2 { src.reserve(2); return Ok(None); }
                let len = src[1] as usize;
                if src.len() < 2 + len { src.reserve(2 + len - src.len()); return Ok(None); }
                src.advance(2);
                Packet::Text(std::str::from_utf8(&src.split_to(len)).map_err(|e| io::Error::new(io::ErrorKind::InvalidData, e))?.to_string())
            }
            other => return Err(io::Error::new(io::ErrorKind::InvalidData, format!("tag {}", other as char))),
        };
        self.decoded += 1;
        Ok(Some(packet))
    }
}
impl Encoder<Packet> for PacketCodec {
    type Error = io::Error;
    fn encode(&mut self, item: Packet, dst: &mut BytesMut) -> io::Result<()> {
        match item {
            Packet::Number(n) => { dst.put_u8(b'n'); dst.put_u16(n); }
            Packet::Text(t) if t.len() > 255 => return Err(io::ErrorKind::InvalidInput.into()),
            Packet::Text(t) => { dst.put_slice(&[b't', t.len() as u8]); dst.put(t.as_bytes()); }
        }
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, server) = duplex(64);
    let echo = tokio::spawn(async move {
        let mut framed = Framed::new(server, LinesCodec::new_with_max_length(20));
        let mut count = 0;
        while let Some(line) = framed.next().await {
            match line {
                Ok(line) => framed.send(line.to_uppercase()).await.unwrap(),
                Err(LinesCodecError::MaxLineLengthExceeded) => framed.send("too long").await.unwrap(),
                Err(e) => panic!("{e}"),
            }
            count += 1;
        }
        count
    });
    let mut framed = Framed::new(client, LinesCodec::new());
    for line in ["hello", "", "a line that is much too long for it"] {
        framed.send(line).await?;
        println!("{:?}", framed.try_next().await?);
    }
    println!("{:?}", framed.next().await.is_none());
    drop(framed);
    println!("{:?}", echo.await?);

    let (a, b) = duplex(64);
    let mut sink = FramedWrite::new(a, PacketCodec::default());
    let mut source = FramedRead::new(b, PacketCodec::default());
    sink.feed(Packet::Number(513)).await?;
    sink.feed(Packet::Text("hi".into())).await?;
    sink.flush().await?;
    println!("{:?}", source.next().await.transpose()?);
    sink.send(Packet::Text(String::new())).await?;
    println!("{:?}", sink.send(Packet::Text("x".repeat(300))).await.map_err(|e| e.kind()));
    drop(sink);
    println!("{:?} {:?}", source.by_ref().map(|p| p.unwrap()).collect::<Vec<_>>().await, source.decoder().decoded);

    let (a, b) = duplex(1024);
    let mut frames = LengthDelimitedCodec::new().framed(a);
    let mut other = LengthDelimitedCodec::builder().length_field_length(4).new_framed(b);
    let all = ["one", "", "three"].map(Bytes::from);
    let mut outgoing = futures::stream::iter(all.clone().map(Ok::<_, io::Error>));
    frames.send_all(&mut outgoing).await?;
    SinkExt::<Bytes>::close(&mut frames).await?;
    while let Some(frame) = other.next().await { let frame = frame?; println!("{frame:?} {}", frame.len()); }

    let mut buffer = BytesMut::from(&b"first\r\nsecond\nrest"[..]);
    let mut lines = LinesCodec::new();
    println!("{:?} {:?} {:?} {:?}", lines.decode(&mut buffer)?, lines.decode(&mut buffer)?, lines.decode(&mut buffer)?, lines.decode_eof(&mut buffer)?);
    let mut out = BytesMut::new();
    lines.encode("x".to_string(), &mut out)?;
    println!("{out:?} {:?}", PacketCodec::default().decode(&mut out).unwrap_err().to_string());
    Ok(())
}
