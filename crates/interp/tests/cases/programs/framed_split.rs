//! A length-prefixed binary protocol over a duplex pipe with `tokio_util::codec`.
use bytes::{Buf, BufMut, Bytes, BytesMut};
use futures::{SinkExt, StreamExt, TryStreamExt};
use std::collections::BTreeMap;
use std::io;
use tokio::io::{duplex, AsyncReadExt, AsyncWriteExt};
use tokio_util::codec::{Decoder, Encoder, Framed, FramedRead, FramedWrite, LengthDelimitedCodec, LinesCodec};

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Ping(u32),
    Pong(u32),
    Set { key: String, value: Bytes },
    Get(String),
    Value(Option<Bytes>),
    Bye,
}

#[derive(Debug)]
enum ProtocolError {
    UnknownTag(u8),
    TooLong { len: usize, max: usize },
    Text(std::string::FromUtf8Error),
    Io(io::Error),
}
impl From<io::Error> for ProtocolError {
    fn from(e: io::Error) -> Self {
        ProtocolError::Io(e)
    }
}
impl From<std::string::FromUtf8Error> for ProtocolError {
    fn from(e: std::string::FromUtf8Error) -> Self {
        Self::Text(e)
    }
}

#[derive(Clone, Copy)]
struct Codec {
    max: usize,
}

fn put_bytes(dst: &mut BytesMut, data: &[u8]) {
    dst.put_u16(data.len() as u16);
    dst.put_slice(data);
}
fn get_bytes(src: &mut Bytes) -> Bytes {
    let len = src.get_u16() as usize;
    src.split_to(len)
}

impl Encoder<Message> for Codec {
    type Error = ProtocolError;
    fn encode(&mut self, item: Message, dst: &mut BytesMut) -> Result<(), Self::Error> {
        let mut body = BytesMut::new();
        match item {
            Message::Ping(n) => {
                body.put_u8(1);
                body.put_u32(n);
            }
            Message::Pong(n) => {
                body.put_u8(2);
                body.put_u32_le(n);
            }
            Message::Set { key, value } => {
                body.put_u8(3);
                put_bytes(&mut body, key.as_bytes());
                put_bytes(&mut body, &value);
            }
            Message::Get(key) => {
                body.put_u8(4);
                put_bytes(&mut body, key.as_ref());
            }
            Message::Value(value) => {
                body.extend_from_slice(&[5, value.is_some().into()]);
                if let Some(v) = value {
                    put_bytes(&mut body, &v);
                }
            }
            Message::Bye => body.put_u8(b'B'),
        }
        if body.len() > self.max {
            return Err(ProtocolError::TooLong { len: body.len(), max: self.max });
        }
        dst.reserve(4 + body.len());
        dst.put_u32(body.len() as u32);
        dst.unsplit(body);
        Ok(())
    }
}

impl Decoder for Codec {
    type Item = Message;
    type Error = ProtocolError;
    fn decode(&mut self, src: &mut BytesMut) -> Result<Option<Message>, ProtocolError> {
        let Some(head) = src.get(..4) else { return Ok(None) };
        let len = u32::from_be_bytes(head.try_into().unwrap()) as usize;
        if len > self.max {
            return Err(ProtocolError::TooLong { len, max: self.max });
        }
        if src.len() < 4 + len {
            src.reserve(4 + len - src.len());
            return Ok(None);
        }
        src.advance(4);
        let mut body = src.split_to(len).freeze();
        Ok(Some(match body.get_u8() {
            1 => Message::Ping(body.get_u32()),
            2 => Message::Pong(body.get_u32_le()),
            3 => {
                let key = String::from_utf8(get_bytes(&mut body).to_vec())?;
                Message::Set { key, value: get_bytes(&mut body) }
            }
            4 => Message::Get(String::from_utf8(get_bytes(&mut body).into())?),
            5 => Message::Value((body.get_u8() == 1).then(|| get_bytes(&mut body))),
            b'B' => Message::Bye,
            tag => return Err(ProtocolError::UnknownTag(tag)),
        }))
    }
}

async fn server<S>(io: S) -> Result<BTreeMap<String, Bytes>, ProtocolError>
where
    S: tokio::io::AsyncRead + tokio::io::AsyncWrite + Unpin,
{
    let mut framed = Framed::new(io, Codec { max: 64 });
    let mut db = BTreeMap::new();
    while let Some(message) = framed.next().await.transpose()? {
        let reply = match message {
            Message::Ping(n) => Message::Pong(n.swap_bytes()),
            Message::Set { key, value } => Message::Value(db.insert(key, value)),
            Message::Get(key) => Message::Value(db.get(&key).cloned()),
            Message::Bye => break,
            m @ (Message::Pong(_) | Message::Value(_)) => {
                eprintln!("unexpected {m:?}");
                continue;
            }
        };
        framed.send(reply).await?;
    }
    framed.close().await?;
    Ok(db)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (client, there) = duplex(16);
    let server_task = tokio::spawn(server(there));
    let (mut tx, mut rx) = Framed::new(client, Codec { max: 32 }).split();
    let requests = vec![
        Message::Ping(0x01020304),
        Message::Set { key: "name".into(), value: Bytes::from_static(b"tokio") },
        Message::Set { key: "name".into(), value: vec![b'x'; 3].into() },
        Message::Get("name".to_string()),
        Message::Get("nobody".to_string()),
    ];
    for request in requests {
        tx.send(request).await.map_err(|e| format!("{e:?}"))?;
        println!("{:?}", rx.try_next().await.map_err(|e| format!("{e:?}"))?);
    }
    let big = Message::Set { key: "big".into(), value: Bytes::from(vec![0; 100]) };
    println!("{:?}", tx.send(big).await);
    tx.send(Message::Bye).await.unwrap();
    println!("{:?}", rx.next().await.is_none());
    println!("{:?}", server_task.await?);

    // broken input
    let (mut raw, there) = duplex(64);
    raw.write_all(&[0, 0, 0, 1, 9]).await?;
    println!("{:?}", server(there).await);
    let (mut raw, there) = duplex(64);
    raw.write_all(&[0, 0, 0, 4, 4, 0, 1, 0xff]).await?;
    match server(there).await {
        Err(ProtocolError::Text(e)) => println!("{e}"),
        other => println!("{other:?}"),
    }
    let (mut raw, there) = duplex(64);
    raw.write_u32(7).await?;
    drop(raw);
    match server(there).await {
        Err(ProtocolError::Io(e)) => println!("{:?}: {e}", e.kind()),
        other => println!("{other:?}"),
    }

    // codecs that come with the crate
    let (a, mut b) = duplex(64);
    let mut writer = FramedWrite::new(a, LengthDelimitedCodec::new());
    writer.send(Bytes::from("hello")).await?;
    writer.send(Bytes::from("")).await?;
    drop(writer);
    let mut all = Vec::new();
    b.read_to_end(&mut all).await?;
    println!("{all:?}");
    let lines = FramedRead::new(&b"one\r\ntwo\n\nfar too long a line\nlast"[..], LinesCodec::new_with_max_length(10));
    lines.for_each(|l| async move { println!("{l:?}") }).await;
    Ok(())
}
