// Packets of a kind, a length in seven-bit groups and a checksum, cut out of a pipe that gives a few bytes at a time.
use bytes::{Buf, BufMut, Bytes, BytesMut};
use std::fmt;
use std::io;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

#[derive(Debug, Clone, PartialEq)]
enum Packet {
    Ping(u32),
    Text(String),
    Blob(Bytes),
    List(Vec<i64>),
    Bye,
}

#[derive(Debug)]
enum Fault {
    Io(io::Error),
    Kind(u8),
    Checksum { wanted: u16, found: u16 },
    Cut(usize),
    Text(std::str::Utf8Error),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Io(e) => write!(f, "pipe: {e}"),
            Fault::Kind(k) => write!(f, "no packet of kind {k:#x}"),
            Fault::Checksum { wanted, found } => write!(f, "checksum {found:04x} instead of {wanted:04x}"),
            Fault::Cut(n) => write!(f, "cut off with {n} bytes left"),
            Fault::Text(e) => write!(f, "text: {e}"),
        }
    }
}

impl From<io::Error> for Fault {
    fn from(e: io::Error) -> Self {
        Fault::Io(e)
    }
}

impl From<std::str::Utf8Error> for Fault {
    fn from(e: std::str::Utf8Error) -> Self {
        Fault::Text(e)
    }
}

fn checksum(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |sum: u16, b| sum.rotate_left(3) ^ u16::from(*b))
}

fn put_length(out: &mut BytesMut, mut n: usize) {
    while n >= 0x80 {
        out.put_u8(n as u8 & 0x7f | 0x80);
        n >>= 7;
    }
    out.put_u8(n as u8);
}

/// A length and how many bytes it takes, if it is all there.
fn length(bytes: &[u8]) -> Option<(usize, usize)> {
    let end = bytes.iter().position(|b| b & 0x80 == 0)?;
    let groups = bytes[..=end].iter().rev();
    Some((groups.fold(0, |n, b| n << 7 | usize::from(b & 0x7f)), end + 1))
}

impl Packet {
    fn kind(&self) -> u8 {
        match self {
            Packet::Ping(_) => 1,
            Packet::Text(_) => 2,
            Packet::Blob(_) => 3,
            Packet::List(_) => 4,
            Packet::Bye => 0xff,
        }
    }

    fn encode(&self, out: &mut BytesMut) {
        let mut body = BytesMut::new();
        match self {
            Packet::Ping(n) => body.put_u32(*n),
            Packet::Text(text) => body.put_slice(text.as_bytes()),
            Packet::Blob(bytes) => body.extend_from_slice(bytes),
            Packet::List(all) => all.iter().for_each(|n| body.put_i64_le(*n)),
            Packet::Bye => {}
        }
        out.put_u8(self.kind());
        put_length(out, body.len());
        out.put_u16(checksum(&body));
        out.unsplit_or_put(body);
    }

    fn decode(kind: u8, mut body: Bytes) -> Result<Packet, Fault> {
        Ok(match kind {
            1 => Packet::Ping(body.get_u32()),
            2 => Packet::Text(std::str::from_utf8(&body)?.to_owned()),
            3 => Packet::Blob(body),
            4 => Packet::List(std::iter::from_fn(|| body.has_remaining().then(|| body.get_i64_le())).collect()),
            0xff => Packet::Bye,
            other => return Err(Fault::Kind(other)),
        })
    }
}

trait PutAll {
    fn unsplit_or_put(&mut self, other: BytesMut);
}

impl PutAll for BytesMut {
    fn unsplit_or_put(&mut self, other: BytesMut) {
        self.put(other.freeze());
    }
}

struct Packets<R> {
    from: R,
    buffer: BytesMut,
    reads: usize,
}

impl<R: AsyncRead + Unpin> Packets<R> {
    fn new(from: R) -> Self {
        Packets { from, buffer: BytesMut::with_capacity(64), reads: 0 }
    }

    fn cut(&mut self) -> Result<Option<Packet>, Fault> {
        let Some((&kind, rest)) = self.buffer.split_first() else { return Ok(None) };
        let Some((len, width)) = length(rest) else { return Ok(None) };
        let head = 1 + width;
        if self.buffer.len() < head + 2 + len {
            return Ok(None);
        }
        self.buffer.advance(head);
        let wanted = self.buffer.get_u16();
        let body = self.buffer.split_to(len).freeze();
        match checksum(&body) {
            found if found == wanted => Packet::decode(kind, body).map(Some),
            found => Err(Fault::Checksum { wanted, found }),
        }
    }

    async fn next(&mut self) -> Result<Option<Packet>, Fault> {
        loop {
            if let Some(packet) = self.cut()? {
                return Ok(Some(packet));
            }
            self.reads += 1;
            match self.from.read_buf(&mut self.buffer).await? {
                0 if self.buffer.is_empty() => return Ok(None),
                0 => return Err(Fault::Cut(self.buffer.len())),
                _ => {}
            }
        }
    }
}

async fn send<W: AsyncWrite + Unpin>(to: &mut W, packets: &[Packet]) -> io::Result<usize> {
    let mut out = BytesMut::new();
    let mut sent = 0;
    for packet in packets {
        packet.encode(&mut out);
        sent += out.len();
        to.write_all_buf(&mut out).await?;
    }
    to.flush().await.map(|()| sent)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut here, there) = tokio::io::duplex(16);
    let packets = vec![
        Packet::Ping(7),
        Packet::Text("grüße".repeat(30)),
        Packet::Blob(Bytes::from_static(b"\x00\x01\x02")),
        Packet::List(vec![-1, i64::MAX, 0]),
        Packet::Bye,
    ];
    let expected = packets.clone();
    let writer = tokio::spawn(async move { send(&mut here, &packets).await });
    let mut reader = Packets::new(there);
    let mut got = Vec::new();
    while let Ok(Some(packet)) = reader.next().await {
        match &packet {
            Packet::Text(text) => println!("text of {} characters", text.chars().count()),
            other => println!("{other:?}"),
        }
        got.push(packet);
    }
    println!("{} {} bytes, several reads: {}", got == expected, writer.await??, reader.reads > 10);

    let mut damaged = BytesMut::new();
    Packet::Text("abc".into()).encode(&mut damaged);
    let whole = damaged.clone().freeze();
    damaged[5] ^= 1;
    let mut unknown = whole.to_vec();
    unknown[0] = 9;
    let mut bad_text = BytesMut::new();
    Packet::Blob(Bytes::from(vec![0xff])).encode(&mut bad_text);
    bad_text[0] = 2;
    for bytes in [&whole[..], &damaged, &unknown, &whole[..whole.len() - 1], &bad_text, b""] {
        match Packets::new(bytes).next().await {
            Ok(packet) => println!("{packet:?}"),
            Err(fault) => println!("{fault}"),
        }
    }
    println!("{:?} {:?} {:?}", length(&[0x05]), length(&[0x80, 0x01]), length(&[0xff]));
    Ok(())
}
