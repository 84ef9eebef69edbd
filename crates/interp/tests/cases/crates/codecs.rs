// Frames of tokio-util: lines, lengths in front, bytes as they come, one of the program's own; as streams and sinks.
use bytes::{Buf, BufMut, Bytes, BytesMut};
use futures::{SinkExt, StreamExt};
use std::io;
use tokio_util::codec::{BytesCodec, Decoder, Encoder, Framed, FramedRead, FramedWrite, LengthDelimitedCodec, LinesCodec, LinesCodecError};
struct Pairs;
impl Decoder for Pairs {
    type Item = (u8, u8);
    type Error = io::Error;
    fn decode(&mut self, src: &mut BytesMut) -> io::Result<Option<(u8, u8)>> {
        if src.len() < 2 { return Ok(None); }
        let pair = src.split_to(2);
        if pair[0] == 0 { return Err(io::ErrorKind::InvalidData.into()); }
        Ok(Some((pair[0], pair[1])))
    }
}
impl Encoder<(u8, u8)> for Pairs {
    type Error = io::Error;
    fn encode(&mut self, (a, b): (u8, u8), dst: &mut BytesMut) -> io::Result<()> { dst.put_slice(&[a, b]); Ok(()) }
}
#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let mut lines = FramedRead::new(&b"one\r\ntwo\n\nthree"[..], LinesCodec::new());
    while let Some(line) = lines.next().await { println!("{:?}", line.unwrap()); }
    let mut short = FramedRead::new(&b"fine\nfar too long\nok\n"[..], LinesCodec::new_with_max_length(5));
    println!("{:?} {}", short.next().await.unwrap().unwrap(), matches!(short.next().await, Some(Err(LinesCodecError::MaxLineLengthExceeded))));
    println!("{} {:?}", short.next().await.is_none(), short.next().await.map(|it| it.unwrap()));
    let mut out = FramedWrite::new(Vec::new(), LinesCodec::new());
    out.send("a").await.unwrap();
    out.feed("b".to_string()).await.unwrap();
    SinkExt::<&str>::flush(&mut out).await.unwrap();
    println!("{:?}", String::from_utf8(out.into_inner()));
    let mut pairs = FramedRead::new(&b"\x01\x02\x03\x04\x05"[..], Pairs);
    println!("{:?} {:?}", pairs.next().await.transpose()?, pairs.next().await.transpose()?);
    println!("{:?}", pairs.next().await.map(|it| it.map_err(|e| e.to_string())));
    let (a, b) = tokio::io::duplex(64);
    let (mut left, mut right) = (Framed::new(a, Pairs), Pairs.framed(b));
    left.send((7, 8)).await?;
    println!("{:?}", right.next().await.unwrap()?);
    right.send((0, 1)).await?;
    println!("{:?} {}", left.next().await.unwrap().map_err(|e| e.kind()), left.codec().clone_name());
    let mut codec = LengthDelimitedCodec::builder().little_endian().length_field_length(2).new_codec();
    let mut buffer = BytesMut::new();
    codec.encode(Bytes::from_static(b"abc"), &mut buffer)?;
    println!("{buffer:?} {:?} {:?}", codec.decode(&mut buffer.clone())?, codec.decode(&mut BytesMut::from(&buffer[..4]))?);
    let mut big = LengthDelimitedCodec::builder().max_frame_length(2).new_codec();
    println!("{:?}", big.encode(Bytes::from_static(b"abc"), &mut buffer).map_err(|e| e.kind()));
    let mut raw = FramedRead::new(&b"raw bytes"[..], BytesCodec::new());
    println!("{:?} {}", raw.next().await.unwrap()?, raw.next().await.is_none());
    buffer.advance(2);
    println!("{} {}", LinesCodecError::MaxLineLengthExceeded, LinesCodecError::from(io::Error::other("broken")));
    Ok(())
}
impl Pairs { fn clone_name(&self) -> &'static str { "pairs" } }
