// Frames as mini-redis reads and writes them, over a duplex pipe.
use bytes::{Buf, BufMut, Bytes, BytesMut};
use std::fmt;
use std::io::Cursor;
use std::num::TryFromIntError;
use std::string::FromUtf8Error;
use tokio::io::{self, AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt, BufWriter};

#[derive(Clone, Debug, PartialEq)]
pub enum Frame { Simple(String), Error(String), Integer(u64), Bulk(Bytes), Null, Array(Vec<Frame>) }

#[derive(Debug)]
pub enum Error { Incomplete, Other(Box<dyn std::error::Error + Send + Sync>) }

impl Frame {
    pub fn check(src: &mut Cursor<&[u8]>) -> Result<(), Error> {
        match get_u8(src)? {
            b'+' | b'-' => { get_line(src)?; Ok(()) }
            b':' => { let _ = get_decimal(src)?; Ok(()) }
            b'$' => {
                if b'-' == peek_u8(src)? { skip(src, 4) } else { let len: usize = get_decimal(src)?.try_into()?; skip(src, len + 2) }
            }
            b'*' => { let len = get_decimal(src)?; for _ in 0..len { Frame::check(src)?; } Ok(()) }
            actual => Err(format!("protocol error; invalid frame type byte `{}`", actual).into()),
        }
    }

    pub fn parse(src: &mut Cursor<&[u8]>) -> Result<Frame, Error> {
        match get_u8(src)? {
            b'+' => Ok(Frame::Simple(String::from_utf8(get_line(src)?.to_vec())?)),
            b'-' => Ok(Frame::Error(String::from_utf8(get_line(src)?.to_vec())?)),
            b':' => Ok(Frame::Integer(get_decimal(src)?)),
            b'$' => {
                if b'-' == peek_u8(src)? {
                    let line = get_line(src)?;
                    if line != b"-1" { return Err("protocol error; invalid frame format".into()); }
                    Ok(Frame::Null)
                } else {
                    let len = get_decimal(src)?.try_into()?;
                    let n = len + 2;
                    if src.remaining() < n { return Err(Error::Incomplete); }
                    let data = Bytes::copy_from_slice(&src.chunk()[..len]);
                    skip(src, n)?;
                    Ok(Frame::Bulk(data))
                }
            }
            b'*' => {
                let len = get_decimal(src)?.try_into()?;
                let mut out = Vec::with_capacity(len);
                for _ in 0..len { out.push(Frame::parse(src)?); }
                Ok(Frame::Array(out))
            }
            _ => unimplemented!(),
        }
    }
}

fn peek_u8(src: &mut Cursor<&[u8]>) -> Result<u8, Error> { if !src.has_remaining() { return Err(Error::Incomplete); } Ok(src.chunk()[0]) }
fn get_u8(src: &mut Cursor<&[u8]>) -> Result<u8, Error> { if !src.has_remaining() { return Err(Error::Incomplete); } Ok(src.get_u8()) }
fn skip(src: &mut Cursor<&[u8]>, n: usize) -> Result<(), Error> { if src.remaining() < n { return Err(Error::Incomplete); } src.advance(n); Ok(()) }
fn get_decimal(src: &mut Cursor<&[u8]>) -> Result<u64, Error> {
    let line = get_line(src)?;
    let text = std::str::from_utf8(line).map_err(|_| "protocol error; invalid frame format")?;
    text.parse::<u64>().map_err(|_| "protocol error; invalid frame format".into())
}
fn get_line<'a>(src: &mut Cursor<&'a [u8]>) -> Result<&'a [u8], Error> {
    let start = src.position() as usize;
    let end = src.get_ref().len() - 1;
    for i in start..end {
        if src.get_ref()[i] == b'\r' && src.get_ref()[i + 1] == b'\n' {
            src.set_position((i + 2) as u64);
            return Ok(&src.get_ref()[start..i]);
        }
    }
    Err(Error::Incomplete)
}

impl From<String> for Error { fn from(src: String) -> Error { Error::Other(src.into()) } }
impl From<&str> for Error { fn from(src: &str) -> Error { src.to_string().into() } }
impl From<FromUtf8Error> for Error { fn from(_: FromUtf8Error) -> Error { "protocol error; invalid frame format".into() } }
impl From<TryFromIntError> for Error { fn from(_: TryFromIntError) -> Error { "protocol error; invalid frame format".into() } }
impl std::error::Error for Error {}
impl fmt::Display for Error {
    fn fmt(&self, fmt: &mut fmt::Formatter) -> fmt::Result {
        match self { Error::Incomplete => "stream ended early".fmt(fmt), Error::Other(err) => err.fmt(fmt) }
    }
}

pub struct Connection<S> { stream: BufWriter<S>, buffer: BytesMut }

impl<S: AsyncRead + AsyncWrite + Unpin> Connection<S> {
    pub fn new(socket: S) -> Connection<S> { Connection { stream: BufWriter::new(socket), buffer: BytesMut::with_capacity(4 * 1024) } }

    pub async fn read_frame(&mut self) -> Result<Option<Frame>, Box<dyn std::error::Error + Send + Sync>> {
        loop {
            if let Some(frame) = self.parse_frame()? { return Ok(Some(frame)); }
            if 0 == self.stream.read_buf(&mut self.buffer).await? {
                if self.buffer.is_empty() { return Ok(None); } else { return Err("connection reset by peer".into()); }
            }
        }
    }

    fn parse_frame(&mut self) -> Result<Option<Frame>, Error> {
        use Error::Incomplete;
        let mut buf = Cursor::new(&self.buffer[..]);
        if buf.get_ref().is_empty() { return Ok(None); }
        match Frame::check(&mut buf) {
            Ok(_) => {
                let len = buf.position() as usize;
                buf.set_position(0);
                let frame = Frame::parse(&mut buf)?;
                self.buffer.advance(len);
                Ok(Some(frame))
            }
            Err(Incomplete) => Ok(None),
            Err(e) => Err(e.into()),
        }
    }

    pub async fn write_frame(&mut self, frame: &Frame) -> io::Result<()> {
        match frame {
            Frame::Array(val) => {
                self.stream.write_u8(b'*').await?;
                self.write_decimal(val.len() as u64).await?;
                for entry in &**val { self.write_value(entry).await?; }
            }
            _ => self.write_value(frame).await?,
        }
        self.stream.flush().await
    }

    async fn write_value(&mut self, frame: &Frame) -> io::Result<()> {
        match frame {
            Frame::Simple(val) => { self.stream.write_u8(b'+').await?; self.stream.write_all(val.as_bytes()).await?; self.stream.write_all(b"\r\n").await?; }
            Frame::Error(val) => { self.stream.write_u8(b'-').await?; self.stream.write_all(val.as_bytes()).await?; self.stream.write_all(b"\r\n").await?; }
            Frame::Integer(val) => { self.stream.write_u8(b':').await?; self.write_decimal(*val).await?; }
            Frame::Null => { self.stream.write_all(b"$-1\r\n").await?; }
            Frame::Bulk(val) => {
                let len = val.len();
                self.stream.write_u8(b'$').await?;
                self.write_decimal(len as u64).await?;
                self.stream.write_all(val).await?;
                self.stream.write_all(b"\r\n").await?;
            }
            Frame::Array(_val) => unreachable!(),
        }
        Ok(())
    }

    async fn write_decimal(&mut self, val: u64) -> io::Result<()> {
        use std::io::Write;
        let mut buf = [0u8; 20];
        let mut buf = Cursor::new(&mut buf[..]);
        write!(&mut buf, "{}", val)?;
        let pos = buf.position() as usize;
        self.stream.write_all(&buf.get_ref()[..pos]).await?;
        self.stream.write_all(b"\r\n").await?;
        Ok(())
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let (client, server) = io::duplex(16);
    let server = tokio::spawn(async move {
        let mut connection = Connection::new(server);
        let mut count = 0;
        while let Some(frame) = connection.read_frame().await.unwrap() {
            println!("GOT: {frame:?}");
            count += 1;
            let answer = match &frame {
                Frame::Array(parts) => Frame::Integer(parts.len() as u64),
                Frame::Null => Frame::Error("ERR unimplemented".to_string()),
                _ => Frame::Simple("OK".to_string()),
            };
            connection.write_frame(&answer).await.unwrap();
        }
        count
    });
    let mut connection = Connection::new(client);
    let set = Frame::Array(vec![Frame::Bulk("set".into()), Frame::Bulk(Bytes::from_static(b"hello")), Frame::Bulk("world, at some length".into())]);
    for frame in [set, Frame::Null, Frame::Integer(42), Frame::Simple("PING".into())] {
        connection.write_frame(&frame).await?;
        println!("{:?}", connection.read_frame().await?);
    }
    drop(connection);
    println!("{}", server.await?);
    println!("{}", Frame::check(&mut Cursor::new(b"?x\r\n")).unwrap_err());
    println!("{:?}", Frame::check(&mut Cursor::new(b"$5\r\nhel")));
    let mut out = BytesMut::new();
    out.put_u8(1);
    out.put_slice(&[2, 3]);
    out.put_u16(0x0405);
    println!("{out:?}");
    println!("{}", out.freeze().len());
    Ok(())
}
