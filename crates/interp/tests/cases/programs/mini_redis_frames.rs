// In-memory key/value server: frames over a duplex pipe, expiry by a background task.
use bytes::{Buf, Bytes, BytesMut};
use std::collections::{BTreeSet, HashMap};
use std::io::Cursor;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufWriter, DuplexStream};
use tokio::sync::Notify;
use tokio::time::{self, Duration, Instant};

#[derive(Clone, Debug, PartialEq)]
enum Frame {
    Simple(String),
    Error(String),
    Integer(u64),
    Bulk(Bytes),
    Null,
    Array(Vec<Frame>),
}

#[derive(Debug)]
enum FrameError {
    Incomplete,
    Other(Box<dyn std::error::Error + Send + Sync>),
}
impl From<&str> for FrameError {
    fn from(s: &str) -> Self {
        FrameError::Other(s.into())
    }
}
impl From<std::str::Utf8Error> for FrameError {
    fn from(_: std::str::Utf8Error) -> Self {
        "protocol error; invalid frame format".into()
    }
}

fn get_u8(src: &mut Cursor<&[u8]>) -> Result<u8, FrameError> {
    if !src.has_remaining() {
        return Err(FrameError::Incomplete);
    }
    Ok(src.get_u8())
}
fn get_line<'a>(src: &mut Cursor<&'a [u8]>) -> Result<&'a [u8], FrameError> {
    let start = src.position() as usize;
    let end = src.get_ref().len() - 1;
    for i in start..end {
        if src.get_ref()[i] == b'\r' && src.get_ref()[i + 1] == b'\n' {
            src.set_position((i + 2) as u64);
            return Ok(&src.get_ref()[start..i]);
        }
    }
    Err(FrameError::Incomplete)
}
fn get_decimal(src: &mut Cursor<&[u8]>) -> Result<u64, FrameError> {
    let line = get_line(src)?;
    std::str::from_utf8(line)?.parse::<u64>().map_err(|e| FrameError::Other(Box::new(e)))
}
impl Frame {
    fn parse(src: &mut Cursor<&[u8]>) -> Result<Frame, FrameError> {
        match get_u8(src)? {
            b'+' => Ok(Frame::Simple(String::from_utf8(get_line(src)?.to_vec()).map_err(|_| "utf8")?)),
            b'-' => Ok(Frame::Error(String::from_utf8_lossy(get_line(src)?).into_owned())),
            b':' => Ok(Frame::Integer(get_decimal(src)?)),
            b'$' => {
                if b'-' == *src.chunk().first().ok_or(FrameError::Incomplete)? {
                    let line = get_line(src)?;
                    return if line != b"-1" { Err("bad null".into()) } else { Ok(Frame::Null) };
                }
                let len: usize = get_decimal(src)?.try_into().map_err(|_| FrameError::from("too long"))?;
                if src.remaining() < len + 2 {
                    return Err(FrameError::Incomplete);
                }
                let data = Bytes::copy_from_slice(&src.chunk()[..len]);
                src.advance(len + 2);
                Ok(Frame::Bulk(data))
            }
            b'*' => {
                let n = get_decimal(src)? as usize;
                let mut out = Vec::with_capacity(n);
                for _ in 0..n {
                    out.push(Frame::parse(src)?);
                }
                Ok(Frame::Array(out))
            }
            other => Err(format!("invalid frame type byte `{}`", other as char).as_str().into()),
        }
    }
    fn encode(&self, out: &mut Vec<u8>) {
        match self {
            Frame::Simple(s) => out.extend_from_slice(format!("+{s}\r\n").as_bytes()),
            Frame::Error(s) => out.extend(format!("-{s}\r\n").bytes()),
            Frame::Integer(n) => {
                out.push(b':');
                out.extend(n.to_string().into_bytes());
                out.extend(b"\r\n")
            }
            Frame::Null => out.extend(b"$-1\r\n"),
            Frame::Bulk(b) => {
                out.extend(format!("${}\r\n", b.len()).into_bytes());
                out.extend_from_slice(b);
                out.extend_from_slice(b"\r\n");
            }
            Frame::Array(items) => {
                out.extend(format!("*{}\r\n", items.len()).as_bytes());
                items.iter().for_each(|f| f.encode(out));
            }
        }
    }
}
struct Connection {
    stream: BufWriter<DuplexStream>,
    buffer: BytesMut,
}
impl Connection {
    fn new(s: DuplexStream) -> Self {
        Connection { stream: BufWriter::new(s), buffer: BytesMut::with_capacity(4 * 1024) }
    }
    async fn read_frame(&mut self) -> anyhow::Result<Option<Frame>> {
        loop {
            let mut buf = Cursor::new(&self.buffer[..]);
            match if self.buffer.is_empty() { Err(FrameError::Incomplete) } else { Frame::parse(&mut buf) } {
                Ok(frame) => {
                    let len = buf.position() as usize;
                    self.buffer.advance(len);
                    return Ok(Some(frame));
                }
                Err(FrameError::Incomplete) => {}
                Err(FrameError::Other(e)) => anyhow::bail!("frame: {e}"),
            }
            if 0 == self.stream.read_buf(&mut self.buffer).await? {
                return if self.buffer.is_empty() { Ok(None) } else { Err(anyhow::anyhow!("connection reset by peer")) };
            }
        }
    }
    async fn write_frame(&mut self, f: &Frame) -> std::io::Result<()> {
        let mut v = vec![];
        f.encode(&mut v);
        self.stream.write_all(&v).await?;
        self.stream.flush().await
    }
}
#[derive(Default)]
struct State {
    entries: HashMap<String, (Bytes, Option<Instant>)>,
    expirations: BTreeSet<(Instant, String)>,
    shutdown: bool,
}
#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    wake: Notify,
}
impl Shared {
    fn purge(&self) -> Option<Instant> {
        let mut state = self.state.lock().unwrap();
        if state.shutdown {
            return None;
        }
        let state = &mut *state;
        let now = Instant::now();
        while let Some(&(when, ref key)) = state.expirations.iter().next() {
            if when > now {
                return Some(when);
            }
            println!("expired {key}");
            state.entries.remove(key);
            state.expirations.remove(&(when, key.clone()));
        }
        None
    }
}
async fn purge_task(shared: Arc<Shared>) {
    while !shared.state.lock().unwrap().shutdown {
        if let Some(when) = shared.purge() {
            tokio::select! { _ = time::sleep_until(when) => {} _ = shared.wake.notified() => {} }
        } else {
            shared.wake.notified().await;
        }
    }
    println!("purge task ends");
}
async fn serve(s: DuplexStream, db: Arc<Shared>) -> anyhow::Result<u32> {
    let mut conn = Connection::new(s);
    let mut n = 0;
    while let Some(frame) = conn.read_frame().await? {
        n += 1;
        let Frame::Array(parts) = frame else {
            conn.write_frame(&Frame::Error("ERR array expected".into())).await?;
            continue;
        };
        let words: Vec<String> = parts
            .iter()
            .filter_map(|p| match p {
                Frame::Bulk(b) => std::str::from_utf8(b).ok().map(str::to_owned),
                Frame::Integer(i) => Some(i.to_string()),
                _ => None,
            })
            .collect();
        let reply = match words.iter().map(|s| s.as_str()).collect::<Vec<_>>().as_slice() {
            ["get", key] => db.state.lock().unwrap().entries.get(*key).map_or(Frame::Null, |(v, _)| Frame::Bulk(v.clone())),
            ["set", key, val, rest @ ..] => {
                let when = match rest {
                    ["px", ms] => Some(Instant::now() + Duration::from_millis(ms.parse()?)),
                    ["ex", s] => Some(Instant::now() + Duration::from_secs(s.parse()?)),
                    _ => None,
                };
                let mut st = db.state.lock().unwrap();
                let prev = st.entries.insert(key.to_string(), (Bytes::copy_from_slice(val.as_bytes()), when));
                if let Some((_, Some(old))) = prev {
                    st.expirations.remove(&(old, key.to_string()));
                }
                if let Some(w) = when {
                    st.expirations.insert((w, key.to_string()));
                    db.wake.notify_one();
                }
                Frame::Simple("OK".to_string())
            }
            ["dbsize"] => Frame::Integer(db.state.lock().unwrap().entries.len() as u64),
            [cmd, ..] => Frame::Error(format!("ERR unknown command '{cmd}'")),
            [] => Frame::Error("ERR empty".into()),
        };
        conn.write_frame(&reply).await?;
    }
    Ok(n)
}
fn cmd(s: &str) -> Frame {
    Frame::Array(s.split(' ').map(|w| w.parse().map(Frame::Integer).unwrap_or_else(|_| Frame::Bulk(Bytes::from(w.to_owned())))).collect())
}
#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() -> anyhow::Result<()> {
    let db = Arc::new(Shared::default());
    let purge = tokio::spawn(purge_task(db.clone()));
    let (a, b) = tokio::io::duplex(16);
    let server = tokio::spawn(serve(b, Arc::clone(&db)));
    let mut c = Connection::new(a);
    for line in ["set a hello px 100", "set b world", "get a", "dbsize", "get zz", "del a"] {
        c.write_frame(&cmd(line)).await?;
        println!("{line:<20} -> {:?}", c.read_frame().await?.unwrap());
    }
    c.write_frame(&Frame::Null).await?;
    println!("{:?}", c.read_frame().await?);
    time::sleep(Duration::from_millis(150)).await;
    c.write_frame(&cmd("get a")).await?;
    println!("{:?}", c.read_frame().await?);
    c.stream.write_all(b"?x\r\n").await?;
    c.stream.flush().await?;
    match server.await? {
        Ok(n) => println!("served {n}"),
        Err(e) => println!("server: {e:#}"),
    }
    db.state.lock().unwrap().shutdown = true;
    db.wake.notify_one();
    purge.await?;
    Ok(())
}
