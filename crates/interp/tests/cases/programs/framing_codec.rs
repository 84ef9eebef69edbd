// Frames with a length in front, by a codec of one's own and by hand, over a duplex pipe.
use bytes::{Buf, BufMut, Bytes, BytesMut};
use std::io::{self, Cursor, ErrorKind};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, DuplexStream};

#[derive(Debug, Clone, PartialEq)]
enum Message { Ping(u32), Text(String), Blob(Bytes), Batch(Vec<Message>), Quit }

impl Message {
    const PING: u8 = 1;
    const TEXT: u8 = 2;
    const BLOB: u8 = 3;
    const BATCH: u8 = 4;
    const QUIT: u8 = u8::MAX;

    fn encode(&self, dst: &mut BytesMut) {
        match self {
            Message::Ping(n) => { dst.put_u8(Self::PING); dst.put_u32(*n); }
            Message::Text(text) => { dst.put_u8(Self::TEXT); dst.put_u16(text.len() as u16); dst.put_slice(text.as_bytes()); }
            Message::Blob(bytes) => { dst.put_u8(Self::BLOB); dst.put_u16_le(bytes.len() as u16); dst.extend_from_slice(bytes); }
            Message::Batch(all) => { dst.put_u8(Self::BATCH); dst.put_u8(all.len().try_into().expect("a short batch")); all.iter().for_each(|m| m.encode(dst)); }
            Message::Quit => dst.put_u8(Self::QUIT),
        }
    }

    fn decode(src: &mut impl Buf) -> Result<Message, DecodeError> {
        fn need(src: &impl Buf, n: usize) -> Result<(), DecodeError> {
            if src.remaining() < n { Err(DecodeError::Incomplete(n - src.remaining())) } else { Ok(()) }
        }
        need(src, 1)?;
        match src.get_u8() {
            Self::PING => { need(src, 4)?; Ok(Message::Ping(src.get_u32())) }
            Self::TEXT => {
                need(src, 2)?;
                let len = src.get_u16() as usize;
                need(src, len)?;
                let raw = src.copy_to_bytes(len).to_vec();
                String::from_utf8(raw).map(Message::Text).map_err(|e| DecodeError::Invalid(e.to_string()))
            }
            Self::BLOB => { need(src, 2)?; let len = src.get_u16_le().into(); need(src, len)?; Ok(Message::Blob(src.copy_to_bytes(len))) }
            Self::BATCH => { need(src, 1)?; let n = src.get_u8(); (0..n).map(|_| Message::decode(src)).collect::<Result<_, _>>().map(Message::Batch) }
            Self::QUIT => Ok(Message::Quit),
            tag => Err(DecodeError::Invalid(format!("tag {tag:#04x}"))),
        }
    }
}

#[derive(Debug, PartialEq)]
enum DecodeError { Incomplete(usize), Invalid(String) }
impl From<DecodeError> for io::Error {
    fn from(e: DecodeError) -> Self {
        match e {
            DecodeError::Incomplete(n) => io::Error::new(ErrorKind::UnexpectedEof, format!("{n} bytes missing")),
            DecodeError::Invalid(what) => io::Error::new(ErrorKind::InvalidData, what),
        }
    }
}

struct Framed<T> { io: T, buffer: BytesMut, reads: usize }
impl<T> Framed<T> where T: AsyncRead + AsyncWrite + Unpin {
    fn new(io: T) -> Self { Self { io, buffer: BytesMut::with_capacity(64), reads: 0 } }
    async fn send(&mut self, message: &Message) -> io::Result<()> {
        let mut body = BytesMut::new();
        message.encode(&mut body);
        self.io.write_u32(body.len() as u32).await?;
        self.io.write_all_buf(&mut body).await?;
        self.io.flush().await
    }
    async fn next(&mut self) -> io::Result<Option<Message>> {
        loop {
            if self.buffer.len() >= 4 {
                let len = u32::from_be_bytes(self.buffer[..4].try_into().unwrap()) as usize;
                if self.buffer.len() >= 4 + len {
                    self.buffer.advance(4);
                    let mut frame = self.buffer.split_to(len).freeze();
                    let message = Message::decode(&mut frame)?;
                    if frame.has_remaining() { return Err(io::Error::other(format!("{} bytes too many", frame.len()))); }
                    return Ok(Some(message));
                }
            }
            self.reads += 1;
            if self.io.read_buf(&mut self.buffer).await? == 0 {
                return if self.buffer.is_empty() { Ok(None) } else { Err(ErrorKind::ConnectionReset.into()) };
            }
        }
    }
}

async fn serve(io: DuplexStream) -> io::Result<(usize, Vec<Message>)> {
    let mut framed = Framed::new(io);
    let mut seen = vec![];
    while let Some(message) = framed.next().await? {
        match &message {
            Message::Ping(n) => framed.send(&Message::Ping(n.wrapping_add(1))).await?,
            Message::Quit => break,
            _ => {}
        }
        seen.push(message);
    }
    Ok((framed.reads, seen))
}

#[tokio::main]
async fn main() -> io::Result<()> {
    let (a, b) = tokio::io::duplex(8);
    let server = tokio::spawn(serve(b));
    let mut client = Framed::new(a);
    let batch = Message::Batch(vec![Message::Text("héllo".into()), Message::Blob(Bytes::from_static(&[0, 255, b'\n'])), Message::Batch(vec![])]);
    client.send(&Message::Ping(u32::MAX)).await?;
    println!("{:?}", client.next().await?);
    client.send(&batch).await?;
    client.send(&Message::Quit).await?;
    let (reads, seen) = server.await??;
    println!("{} {seen:#?}", reads > 3);

    let mut out = BytesMut::new();
    batch.encode(&mut out);
    println!("{:?} {:02x?}", out.len(), &out[..]);
    let mut whole = Cursor::new(&out[..]);
    println!("{:?} {}", Message::decode(&mut whole).as_ref() == Ok(&batch), whole.position());
    println!("{:?}", Message::decode(&mut &out[..5]));
    println!("{:?}", Message::decode(&mut Bytes::from_static(b"\x09")));
    println!("{:?}", Message::decode(&mut &b"\x02\x00\x02\xff\xfe"[..]));
    let (mut a, b) = tokio::io::duplex(64);
    a.write_all(&[0, 0, 0, 9, 1]).await?;
    drop(a);
    let e = serve(b).await.unwrap_err();
    println!("{:?} {e}", e.kind());
    let (mut a, b) = tokio::io::duplex(64);
    a.write_all(&[0, 0, 0, 2, 255, 0]).await?;
    println!("{}", serve(b).await.unwrap_err());
    let mut chain = Buf::chain(&b"ab"[..], &b"cd"[..]);
    println!("{:?} {}", chain.copy_to_bytes(3), chain.remaining());
    Ok(())
}
